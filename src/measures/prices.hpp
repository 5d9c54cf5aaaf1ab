#pragma once

#include <vector>

#include "measures/layout.hpp"

namespace veer::measures {

/// Prices of the rows (≥ 0) and weights of the goals (≥ 0, sum 1).
struct Prices {
  std::vector<double> row;
  std::vector<double> goal;
};

/// What prices prove: with every row paid for at its price each candidate chooses by itself, and no choice within the
/// masks that keeps to the rows is worth more than
///
///   Σ_r price_r · right_r + Σ_k weight_k · offset_k + Σ_i max_o (worth_io − Σ_r price_r · factor_rio).
///
/// True for any prices, however they were found: an error in the search for good ones makes the bound weaker, not
/// wrong.
/// @source docs/method/measures.md, section "Choosing"
class Proof {
 public:
  Proof(const Layout& layout, const Masks& masks, const Prices& prices);

  [[nodiscard]] double bound() const { return bound_; }
  /// By how much the bound is lower when candidate i takes option o.
  [[nodiscard]] double lack(std::size_t i, std::size_t o) const { return most_[i] - reduced_[i * width_ + o]; }
  /// Strikes out options that cannot be in anything worth more than `least`. What has the most stays, so that nobody is
  /// left without an option. @returns whether something went
  bool strike_out(Masks& masks, double least) const;

 private:
  std::size_t width_;
  double bound_ = 0;
  std::vector<double> reduced_;  ///< by option
  std::vector<double> most_;     ///< by candidate
};

}  // namespace veer::measures
