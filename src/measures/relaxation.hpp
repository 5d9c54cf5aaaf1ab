#pragma once

#include <cstdint>
#include <vector>

#include "measures/layout.hpp"
#include "measures/prices.hpp"

namespace veer::measures {

/// The linear relaxation of a layout: a candidate may be begun in parts, in several years.
///
/// Dual simplex on a dense tableau that holds the columns out of the basis only. Each candidate starts with the option
/// of most worth, which gives good prices at once; what goes wrong with the rows is then mended pivot by pivot, and the
/// value falls towards the bound. Options that are struck out leave the tableau for good, so that it shrinks on the way
/// down a tree. A copy stands by itself. Whatever rounding does to a tableau, a `Proof` from its prices holds.
class Relaxation {
 public:
  /// @pre every candidate has an option left
  Relaxation(const Layout& layout, const Masks& masks);

  enum class End : std::uint8_t { optimal, infeasible, below, unfinished };
  /// Pivots until the rows are kept to, no choice can keep to them, the value is not above `least`, or `pivots` were
  /// made. When no choice can keep to them the prices say so: they prove a bound below `least`, and the relaxation is
  /// of no further use.
  End solve(double least, int pivots);

  /// Options outside the masks are no longer taken.
  void restrict_to(const Masks& masks);
  /// One more row, kept to after the next solve(). @pre rows are added in the order of the layout
  void append(const Layout::Row& row);
  /// Gives back the memory of what left, and forgets rows that can no longer be broken.
  void compact();

  [[nodiscard]] double objective() const { return objective_; }
  [[nodiscard]] Prices prices() const;
  /// Which part of candidate i takes option o, 0 to 1.
  [[nodiscard]] double share(std::size_t i, std::size_t o) const;
  /// Whether the slack of row r is priced: it may hold the value down.
  [[nodiscard]] bool binds(std::size_t r) const { return in_column(variable_of_row(r)); }
  [[nodiscard]] std::size_t row_count() const { return rows_; }

  struct Penalty {
    double without = 0;  ///< at least this much of the value goes when the options are ruled out
    double within = 0;   ///< … when one of them must be taken
  };
  /// What the next pivot of both branches would cost at least. @param options  bits, of which candidate i takes a part
  [[nodiscard]] Penalty penalty(std::size_t i, std::uint32_t options) const;

 private:
  // Where a variable is: its row when it is in the basis (≥ 0), −1 − its column when it is not.
  static constexpr std::int32_t gone = -1'000'000'000;       ///< always 0
  static constexpr std::int32_t always_one = 1'000'000'000;  ///< always 1

  [[nodiscard]] std::size_t variable_of_goal(std::size_t k) const { return count_ * width_ + k; }
  [[nodiscard]] std::size_t variable_of_row(std::size_t r) const { return count_ * width_ + goals_ + r; }
  [[nodiscard]] bool is_option(std::uint32_t variable) const { return variable < count_ * width_; }
  [[nodiscard]] bool in_column(std::size_t variable) const { return place_[variable] < 0 && place_[variable] != gone; }
  [[nodiscard]] double* cells(std::size_t row) { return cells_.data() + row * stride_; }
  [[nodiscard]] const double* cells(std::size_t row) const { return cells_.data() + row * stride_; }
  void add_row(std::size_t variable, const std::vector<double>& cells, double value);
  void pivot(std::size_t row, std::size_t column);
  void lean_on(std::size_t row, double sign, double target);
  void drop_column(std::size_t column);

  std::size_t count_, width_, goals_, layout_rows_;
  std::size_t rows_ = 0, columns_ = 0, stride_ = 0;
  std::vector<double> cells_;    ///< rows × stride
  std::vector<double> value_;    ///< by row: of its variable
  std::vector<double> reduced_;  ///< by column: what its variable would add to the value, ≤ 0
  double objective_ = 0;
  std::vector<std::uint32_t> row_variable_, column_variable_;
  std::vector<std::uint8_t> forbidden_;  ///< by row: its variable has to leave, and must be 0
  std::vector<std::int32_t> place_;      ///< by variable
  double ray_ = 0;                       ///< how much more the row is priced that cannot be kept to
  std::uint32_t ray_variable_ = 0;
};

}  // namespace veer::measures
