#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace veer::server {

/// Whether the other side takes gzip (Accept-Encoding, RFC 9110 12.5.3): named, or `*`, with a weight above 0.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether one of the tags of If-None-Match is this one, compared weakly (RFC 9110 13.1.2).
[[nodiscard]] bool matches_etag(std::string_view if_none_match, std::string_view etag);

/// A part of a body: first and last byte, both included.
struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const ByteRange&) const = default;
};

enum class RangeAnswer : unsigned char {
  whole,         ///< no range that we serve: answer the whole body
  part,          ///< one range
  unsatisfiable  ///< 416
};

struct RangeChoice {
  RangeAnswer answer = RangeAnswer::whole;
  ByteRange range;
};

/// Reads Range (RFC 9110 14.2) for a body of that size: `bytes=0-99`, `bytes=100-`, `bytes=-50`. Several ranges, other
/// units and what cannot be read are answered with the whole body, as the RFC allows.
[[nodiscard]] RangeChoice parse_range(std::string_view range, std::uint64_t size);

/// gzip (RFC 1952) without name or time in it: same bytes, same bytes.
[[nodiscard]] std::string gzip(std::string_view bytes);
/// Absent: damaged, or more than `most_bytes` unpacked.
[[nodiscard]] std::optional<std::string> gunzip(std::string_view bytes, std::size_t most_bytes = std::size_t{1} << 30U);

/// Whether bodies of this media type get smaller by gzip.
[[nodiscard]] bool compressible(std::string_view media);

}  // namespace veer::server
