#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem.hpp"

namespace veer::server {

struct RunRequest;

/// Takes the members of a JSON object one by one; what is wrong with each goes to the problems, and reading goes on.
/// For one request; refers to what it was made from.
class Members {
 public:
  /// @param below  where the object stands in the body, with a slash: "budget/0/"; empty: it is the body
  Members(const nlohmann::json& body, const Speech& say, std::vector<FieldProblem>& problems, std::string below = {});

  /// Tells every member that is not in the list.
  void only(std::initializer_list<std::string_view> known);

  [[nodiscard]] std::optional<std::string> text(const char* name, bool must, std::size_t most = 200);
  /// A number above `above`, at most `most`.
  [[nodiscard]] std::optional<double> number(const char* name, double above, double most);
  /// A number from `least` to `most`. @param must  told when it is not there
  [[nodiscard]] std::optional<double> within(const char* name, double least, double most, bool must = false);
  /// A whole number from `least` to `most`.
  [[nodiscard]] std::optional<int> whole(const char* name, int least, int most, bool must = false);
  [[nodiscard]] std::optional<bool> flag(const char* name);
  [[nodiscard]] std::optional<std::string> one_of(const char* name, const std::vector<std::string>& words);
  /// The list of that name; null: it is not there, or is none or longer than `most` (told).
  [[nodiscard]] const nlohmann::json* list(const char* name, std::size_t most);

  /// Null: not there, or null.
  [[nodiscard]] const nlohmann::json* find(const char* name) const;
  void wrong(const std::string& name, const char* key, std::vector<std::string> arguments = {});
  [[nodiscard]] const std::string& below() const { return below_; }

 private:
  const nlohmann::json& body_;
  const Speech& say_;
  std::vector<FieldProblem>& problems_;
  std::string below_;
};

/// The object of a body, nested at most 8 deep. @returns  nothing, and a problem: it is none
[[nodiscard]] std::optional<nlohmann::json> object_in(std::string_view body, const Speech& say,
                                                      std::vector<FieldProblem>& problems);

/// The overlay of a request, checked for its form.
void take_overlay(const Members& members, RunRequest& into, const Speech& say, std::vector<FieldProblem>& problems);

}  // namespace veer::server
