#pragma once

#include <string>
#include <string_view>

#include "server/http.hpp"

namespace veer::server {

/// For what an answer is; decides its headers.
enum class Kind : unsigned char {
  api,     ///< data: not stored, loads nothing
  page,    ///< the web application: loads from here only
  report,  ///< a report of a study, with styles and scripts of its own inside: shut in
};

/// The headers that keep a browser from doing with an answer what we did not mean.
void add_security_headers(Kind kind, bool behind_tls, Response& response);

/// Turns what a handler gave into what goes over the wire: a tag, 304 for who has it already, a part for who asked for
/// a range, and gzip for who takes it. HEAD keeps the headers, Content-Length among them, and loses the body.
///
/// A range is of the body as it is without gzip; a body that is stored as gzip is unpacked where that is asked for.
[[nodiscard]] Response finish(const Request& request, Response response);

}  // namespace veer::server
