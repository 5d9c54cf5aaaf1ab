#pragma once

#include <cstdint>

#include "measures/problem.hpp"

namespace veer::measures {

/// optimal, infeasible: proven · feasible: a plan, with a bound · unknown: the effort was over before any plan was
/// found, and that there is none is not proven.
enum class Status : std::uint8_t { optimal, feasible, infeasible, unknown };

/// A phasing with what is proven about it.
struct Solution {
  Status status = Status::infeasible;
  Phasing phasing;
  double value = 0;  ///< the least of the goals
  double bound = 0;  ///< no phasing is worth more
  std::uint64_t nodes = 0;
  /// Whether there is a phasing.
  [[nodiscard]] bool found() const { return status == Status::optimal || status == Status::feasible; }
  /// (bound − value) / bound, 0 when both agree.
  [[nodiscard]] double gap() const;
};

/// How long the search may go on, in nodes: the same answer on a slow and a fast machine. A node of 40 to 60 measures
/// and four years costs 0.05 to 0.4 milliseconds, most with many payers.
struct Effort {
  std::uint64_t nodes = 200'000;
};

/// The best phasing, with a bound.
///
/// Parts that nothing binds together are answered each by itself. In each, the linear relaxation gives prices to every
/// constraint that binds measures (budgets, prerequisites, exclusions, minimums, the weights of several goals); with
/// these each measure chooses its year by itself, and the sum is a bound, checked on the problem's own figures. Lifted
/// covers of the budgets lower it; years that cannot be part of anything better are struck out; a branch and bound asks
/// what has begun by when. Plans come from rounding, repairing and exchanging.
///
/// Deterministic. @pre budgets are at least 0 and candidates refer to one another without circles
/// @source docs/method/measures.md
[[nodiscard]] Solution solve(const Problem& problem, const Effort& effort = {});

}  // namespace veer::measures
