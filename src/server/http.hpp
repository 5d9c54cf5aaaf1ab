#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veer::server {

/// A request as it came over the wire, apart from its socket. Nothing in it has been decoded or trusted.
struct Request {
  std::string method;                          ///< GET, HEAD, POST, …
  std::string target;                          ///< path and query, percent-encoded: /v1/regios?pagina=2
  std::map<std::string, std::string> headers;  ///< names in lower case; of a repeated one the first
  std::string body;
  std::string client;  ///< address of the other side

  /// The value of a header, or "". @param name  in lower case
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Writes a piece of a body that is not known beforehand; false: the other side is gone.
using Write = std::function<bool(std::string_view)>;

/// An answer apart from its socket.
struct Response {
  int status = 200;
  std::string media;                                         ///< media type; empty: no body
  std::vector<std::pair<std::string, std::string>> headers;  ///< besides those that `finish` adds
  std::string body;
  std::string encoding;                            ///< "gzip": that is how `body` is; else empty
  std::function<void(const Write& write)> stream;  ///< instead of a body: called once, returns when all is written

  /// The value of a header, or "".
  [[nodiscard]] std::string_view header(std::string_view name) const;
  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// Whatever answers requests. May be called from many threads at once.
using Handler = std::function<Response(const Request&)>;

}  // namespace veer::server
