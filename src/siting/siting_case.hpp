#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "siting/answer.hpp"
#include "siting/median_problem.hpp"

namespace veer::siting {

/// The facts of a siting study: who lives where, and how many minutes it is to each site that can be reached.
struct SitingCase {
  std::size_t site_count = 0;
  std::vector<double> weight = {};  ///< per customer: residents, >= 0
  std::vector<std::vector<Arc>> minutes =
      {};  ///< per customer: its reachable sites, each once, any order; minutes >= 0

  [[nodiscard]] std::size_t customer_count() const { return weight.size(); }
};

/// What may be chosen.
struct Rules {
  std::size_t least = 0;
  std::size_t most = 0;
  std::vector<Choice> choice = {};  ///< per site: existing and must-have points open, must-not closed; empty: all free
  std::vector<double> price = {};   ///< per site, >= 0; empty: no budget
  std::optional<double> budget = {};
  std::vector<std::uint32_t> group = {};      ///< per site: its municipality; empty: no minimum per municipality
  std::vector<std::size_t> group_least = {};  ///< per municipality
};

/// @errors invalid_input: sizes that differ, a site out of range or twice in a row, a weight, minutes or price that is
///         negative or not a number, a budget without prices
[[nodiscard]] Done check(const SitingCase& facts, const Rules& rules);

/// A problem of the core with these rules and no customers yet.
[[nodiscard]] MedianProblem core_of(const SitingCase& facts, const Rules& rules);

/// The answer of the core, or the error that says why there is none.
/// @errors conflict: no choice keeps the rules; unavailable: none was found before patience ended
struct MedianOutcome;
[[nodiscard]] Result<Answer> answer_of(MedianOutcome outcome);
/// The error for rules that nothing keeps.
[[nodiscard]] Error nothing_allowed();
/// The error for patience that ended too early.
[[nodiscard]] Error nothing_found();

}  // namespace veer::siting
