#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace veer::mip {

inline constexpr double infinite = std::numeric_limits<double>::infinity();

/// A column of a model, by its place.
using Column = std::uint32_t;

struct Term {
  Column column = 0;
  double factor = 0;
};

enum class Sense { at_most, at_least, equal };

struct Row {
  std::vector<Term> terms;
  Sense sense = Sense::at_most;
  double right = 0;
};

/// A mixed-integer linear program: minimise the sum of cost times value, under the rows and the limits of the columns.
struct Model {
  struct ColumnData {
    double cost = 0;
    double low = 0;  ///< finite
    double high = infinite;
    bool whole = false;
  };
  std::vector<ColumnData> columns;
  std::vector<Row> rows;

  Column add(ColumnData column) {
    columns.push_back(column);
    return static_cast<Column>(columns.size() - 1);
  }
  /// A column that is 0 or 1.
  Column add_choice(double cost) { return add({.cost = cost, .low = 0, .high = 1, .whole = true}); }
  /// A column in [0, 1].
  Column add_share(double cost) { return add({.cost = cost, .low = 0, .high = 1, .whole = false}); }
  void add(Row row) { rows.push_back(std::move(row)); }
};

enum class SolutionStatus { optimal, feasible, infeasible, none };

/// What a solver found. `none`: time ended before there was any solution.
struct Solution {
  SolutionStatus status = SolutionStatus::none;
  double bound = -infinite;    ///< no solution is better
  std::vector<double> values;  ///< per column; empty without a solution
};

/// A program that solves models. One implementation stands behind this interface, in cbc.hpp.
class Solver {
 public:
  virtual ~Solver() = default;
  /// @param seconds  may be infinite
  /// @errors unavailable: the solver cannot be started, or what it says cannot be read
  [[nodiscard]] virtual Result<Solution> solve(const Model& model, double seconds) = 0;
};

}  // namespace veer::mip
