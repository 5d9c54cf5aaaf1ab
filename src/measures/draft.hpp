#pragma once

#include <optional>
#include <vector>

#include "measures/layout.hpp"

namespace veer::measures {

/// A choice in the making: it knows which rows it breaks and what it is worth after every change.
class Draft {
 public:
  Draft(const Layout& layout, Options options);

  void take(std::size_t i, std::size_t option);
  /// Changes one option, and takes the change back unless all rows are kept to and the value grows. @returns whether
  /// it stayed
  bool improve(std::size_t i, std::size_t option);

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] bool fits() const { return broken_ == 0; }
  [[nodiscard]] double value() const;
  /// By how much all rows together are broken.
  [[nodiscard]] double excess() const;
  /// How that changes with an option; below 0: it helps.
  [[nodiscard]] double excess_change(std::size_t i, std::size_t option) const;
  /// The most that any goal gains by an option.
  [[nodiscard]] double gain_at_most(std::size_t i, std::size_t option) const;

 private:
  void count(std::size_t i, std::size_t option, double sign);

  const Layout& layout_;
  Options options_;
  std::vector<double> activity_;  ///< by row
  std::vector<double> goal_;
  std::size_t broken_ = 0;  ///< rows
  mutable std::vector<double> change_;
  mutable std::vector<std::uint32_t> touched_;
};

/// From wished options to a choice that keeps to every row: what takes away most excess for the least loss goes first,
/// then the rest is polished. @returns nothing when no single change helps any more
[[nodiscard]] std::optional<Options> repaired(const Layout& layout, const Masks& masks, Options wished);

/// Other years, additions, drops and swaps of two, as long as they help. @pre the choice keeps to the rows
[[nodiscard]] Options polished(const Layout& layout, const Masks& masks, Options options);

}  // namespace veer::measures
