#pragma once

#include <cstdint>
#include <vector>

#include "measures/problem.hpp"

namespace veer::measures {

/// A problem as choices and rows: of each candidate one option out of "never" (0) and the years (1 + t), under rows
/// that say Σ factor ≤ right.
struct Rows {
  struct Entry {
    std::uint32_t row = 0;
    double factor = 0;
  };
  struct Option {
    std::vector<double> worth;   ///< by goal
    std::vector<Entry> entries;  ///< rows in which it counts
  };
  std::vector<std::vector<Option>> options;  ///< candidate × (1 + years)
  std::vector<std::uint32_t> allowed;        ///< by candidate: bits of its options
  std::vector<double> right;                 ///< by row
};

/// Rows of budgets (by payer, summed up over the years when money may be carried over), prerequisites, exclusions and
/// minimums. A row that can never bind is left out.
[[nodiscard]] Rows to_rows(const Problem& problem);

}  // namespace veer::measures
