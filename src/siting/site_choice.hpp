#pragma once

#include <span>
#include <vector>

#include "siting/median_problem.hpp"

namespace veer::siting {

/// The cheapest set of sites that keeps counts, groups and decided sites, when every site has a price of its own
/// (which may be negative). Sets with these rules are the bases of a matroid, so taking greedily is exact.
///
/// Memory is kept between calls; one object per thread.
class SiteChooser {
 public:
  /// @pre the problem outlives this object; its budget is not looked at
  explicit SiteChooser(const MedianProblem& problem) : problem_(problem) {}

  /// Chooses; false when the rules cannot be kept.
  /// @param reduced  per site
  /// @param choice   per site: what is decided
  [[nodiscard]] bool choose(std::span<const double> reduced, std::span<const Choice> choice);

  [[nodiscard]] const std::vector<Site>& chosen() const { return chosen_; }
  [[nodiscard]] bool is_chosen(Site site) const { return marks_[site] != 0; }
  [[nodiscard]] double sum() const { return sum_; }

  /// At least how much the sum rises when a free site is forced to change sides (out of the set, or into it).
  [[nodiscard]] double price_of_change(Site site, double reduced) const;

 private:
  void take(Site site, double reduced);

  const MedianProblem& problem_;
  std::vector<Site> order_;
  std::vector<Site> chosen_;
  std::vector<char> marks_;
  std::vector<std::size_t> missing_;  ///< per group
  double sum_ = 0;
  double dearest_in_ = 0;    ///< greatest reduced cost of a chosen free site
  double cheapest_out_ = 0;  ///< least reduced cost of a free site that is not chosen
};

}  // namespace veer::siting
