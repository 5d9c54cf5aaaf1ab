#pragma once

#include <optional>
#include <span>

#include "siting/capacitated_problem.hpp"

namespace veer::siting {

/// Solves a CapacitatedProblem: local search on assignments for the value, a Lagrangian bound with knapsacks, fixing of
/// sites and of ways to serve by reduced cost, and branch and bound for what is left.
///
/// The result depends on the problem alone unless patience ends first.
struct CapacitatedOutcome {
  std::optional<Answer> answer;
  double bound = 0;           ///< also without an answer
  bool proven_empty = false;  ///< no assignment keeps the rules
};
/// @param start  a good set of sites if capacities did not matter; everybody starts at the cheapest of them. Empty:
/// none
[[nodiscard]] CapacitatedOutcome solve_capacitated(const CapacitatedProblem& problem, const Patience& patience,
                                                   std::span<const Site> start = {});

}  // namespace veer::siting
