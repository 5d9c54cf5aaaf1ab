#include "server/router.hpp"

#include <algorithm>
#include <optional>

#include "base/result.hpp"

namespace veer::server {

namespace {

bool is_parameter(const std::string& segment) { return segment.starts_with('{'); }

/// The parameters, if the segments fit the pattern.
std::optional<std::map<std::string, std::string>> fit(const std::vector<std::string>& pattern,
                                                      const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_parameter(pattern[i]))
      out[pattern[i].substr(1, pattern[i].size() - 2)] = segments[i];
    else if (pattern[i] != segments[i])
      return std::nullopt;
  }
  return out;
}

/// Whether pattern a is more particular than b: text where b has a parameter, at the first difference.
bool more_particular(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (is_parameter(a[i]) != is_parameter(b[i])) return !is_parameter(a[i]);
  return false;
}

}  // namespace

void Router::add(const std::string& method, const std::string& path, Route route) {
  Entry entry{method, path, {}, std::move(route)};
  for (std::size_t at = 1; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    entry.segments.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  entries_.push_back(std::move(entry));
}

Router::Found Router::find(const std::string& method, const Target& target) const {
  const std::string wanted = method == "HEAD" ? "GET" : method;
  Found found;
  const Entry* best = nullptr;
  for (const Entry& entry : entries_) {
    auto path = fit(entry.segments, target.segments);
    if (!path) continue;
    if (best != nullptr && best->segments != entry.segments) {
      if (!more_particular(entry.segments, best->segments)) continue;
      found = {};
    }
    if (best == nullptr || best->segments != entry.segments) best = &entry;
    found.allowed.insert(entry.method);
    if (entry.method == "GET") found.allowed.insert("HEAD");
    found.pattern = entry.pattern;
    found.path = std::move(*path);
    if (entry.method == wanted) found.route = &entry.route;
  }
  return found;
}

std::vector<std::string> Router::list() const {
  std::vector<std::string> out;
  for (const Entry& entry : entries_) out.push_back(entry.method + " " + entry.pattern);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace veer::server
