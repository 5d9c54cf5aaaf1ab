#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/instant.hpp"
#include "server/problem.hpp"
#include "server/target.hpp"

namespace veer::server {

/// Reads the parameters of a query one by one, and gathers all that is wrong with them.
///
/// Every parameter is asked for once; `done` then knows which were not. For one request.
class Query {
 public:
  Query(const Target& target, const Speech& say) : target_(target), say_(say) {}

  [[nodiscard]] std::optional<std::string> text(const std::string& name, std::size_t longest = 1000);
  [[nodiscard]] std::string text_or(const std::string& name, const std::string& fallback) {
    return text(name).value_or(fallback);
  }
  /// Must be there. @returns  "" when it is not, and a problem
  [[nodiscard]] std::string required(const std::string& name);
  [[nodiscard]] std::optional<std::int64_t> number(const std::string& name, std::int64_t least, std::int64_t most);
  [[nodiscard]] bool flag(const std::string& name);  ///< true or false; absent: false
  [[nodiscard]] std::optional<bool> maybe_flag(const std::string& name);
  [[nodiscard]] std::optional<std::string> one_of(const std::string& name, const std::vector<std::string>& words);
  [[nodiscard]] std::optional<Instant> instant(const std::string& name);

  /// Something else that is wrong with a parameter.
  void wrong(const std::string& name, std::string reason) { problems_.push_back({name, std::move(reason)}); }

  /// Every problem met so far, and one for each parameter that nobody asked for or that is there twice; none: all well.
  [[nodiscard]] std::optional<Problem> done();

 private:
  const std::string* find(const std::string& name);

  const Target& target_;
  const Speech& say_;
  std::vector<std::string> asked_;
  std::vector<FieldProblem> problems_;
};

/// A page of a list.
struct Page {
  std::size_t number = 1;
  std::size_t size = 100;
  [[nodiscard]] std::size_t begin(std::size_t total) const { return std::min((number - 1) * size, total); }
  [[nodiscard]] std::size_t end(std::size_t total) const { return std::min(begin(total) + size, total); }
};
/// Parameters pagina and paginaGrootte.
[[nodiscard]] Page page_of(Query& query, std::size_t usual = 100, std::size_t most = 5000);

}  // namespace veer::server
