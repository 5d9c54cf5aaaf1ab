#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veer::server {

/// The target of a request, taken apart: decoded segments of the path, and the query in its order.
struct Target {
  std::vector<std::string> segments;  ///< "/v1/regios/a%2Fb" → v1, regios, a/b; "/" → none
  bool trailing_slash = false;        ///< the path ends in a slash behind a segment
  std::vector<std::pair<std::string, std::string>> query;
};

/// Takes a target apart (RFC 3986; in the query a plus is a blank).
///
/// Absent: it does not begin with a slash, holds a `%` that two hexadecimal digits do not follow, a NUL byte, bytes
/// that are no UTF-8, or more than 4,000 bytes. Segments may hold any other text, dots and slashes too: they name rows,
/// and are never used as a path of files without further checks.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

/// One segment for use in an address: everything but letters, digits and -._~ percent-encoded.
[[nodiscard]] std::string encoded(std::string_view segment);

}  // namespace veer::server
