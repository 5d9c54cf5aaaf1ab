#pragma once

#include <cstdint>

#include "measures/problem.hpp"

namespace veer::measures {

enum class Status : std::uint8_t { optimal, feasible, infeasible };

/// A phasing with what is proven about it.
struct Solution {
  Status status = Status::infeasible;
  Phasing phasing;
  double value = 0;  ///< the least of the goals
  double bound = 0;  ///< no phasing is worth more
  std::uint64_t nodes = 0;
  /// (bound − value) / bound, 0 when both agree.
  [[nodiscard]] double gap() const;
};

/// How long the search may go on, in nodes: the same answer on a slow and a fast machine. A node costs about 50
/// microseconds for 60 measures and four years.
struct Effort {
  std::uint64_t nodes = 200'000;
};

/// The best phasing, with a bound.
///
/// Lagrangian relaxation: every constraint that binds measures together (budgets, prerequisites, exclusions, minimums,
/// the weights of several goals) gets a price, found by subgradients; then each measure chooses its year by itself, and
/// the sum is a bound. At each node of a depth-first branch and bound the prices of the parent are improved, years that
/// cannot be part of anything better are struck out by their reduced worth, and a greedy repair with adding, dropping,
/// shifting and swapping looks for better phasings.
///
/// Deterministic. @pre budgets are at least 0 and candidates refer to one another without circles
/// @source docs/method/measures.md
[[nodiscard]] Solution solve(const Problem& problem, const Effort& effort = {});

}  // namespace veer::measures
