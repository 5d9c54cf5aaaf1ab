#pragma once

#include <optional>

#include "siting/median_problem.hpp"

namespace veer::siting {

/// Solves a MedianProblem: swap search for the value, a Lagrangian bound, reduced-cost fixing of sites, and branch and
/// bound for what is left.
///
/// The result depends on the problem alone unless patience ends first; then status is `feasible` unless the bound
/// happened to close.
/// @returns nothing when no set of sites keeps the rules, or none was found before patience ended; then `proven_empty`
///          tells which
struct MedianOutcome {
  std::optional<Answer> answer;
  double bound = 0;           ///< also without an answer
  bool proven_empty = false;  ///< no set of sites keeps the rules
};
/// @param below  only values below this are looked for; when there are none, `bound` reaches it
[[nodiscard]] MedianOutcome solve_median(const MedianProblem& problem, const Patience& patience,
                                         double below = unreachable);

}  // namespace veer::siting
