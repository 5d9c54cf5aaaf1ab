#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/http.hpp"
#include "server/target.hpp"

namespace veer::server {

/// What a handler gets besides the request: its path parameters, decoded.
struct Call {
  const Request& request;
  const Target& target;
  std::map<std::string, std::string> path;
};

/// Handlers by method and path; the list that the documents are held against.
class Router {
 public:
  using Route = std::function<Response(const Call&)>;

  /// @param path  with parameters in braces: /v1/regios/{regioId}
  void add(const std::string& method, const std::string& path, Route route);

  /// The route of a request.
  struct Found {
    const Route* route = nullptr;  ///< none: see allowed
    std::string pattern;           ///< the path as it was added, for counting
    std::map<std::string, std::string> path;
    std::set<std::string> allowed;  ///< methods that this path has; empty: no such path
  };
  /// A HEAD is found as GET. Of several fitting paths the one with text where another has a parameter wins.
  [[nodiscard]] Found find(const std::string& method, const Target& target) const;

  /// "GET /v1/regios", in order.
  [[nodiscard]] std::vector<std::string> list() const;

 private:
  struct Entry {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Route route;
  };
  std::vector<Entry> entries_;
};

}  // namespace veer::server
