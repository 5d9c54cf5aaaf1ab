#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "siting/answer.hpp"

namespace veer::siting {

/// The cheapest set of sites that is large enough together, when every site has a price of its own (which may be
/// negative): a knapsack cover, exact by dynamic programming over the capacity covered.
///
/// Memory is kept between calls; one object per thread.
class CoverChooser {
 public:
  static constexpr std::int64_t most_cells = 1 << 22;

  /// @param capacity  per site; must outlive this object
  /// @param demand    what the chosen sites must hold together
  CoverChooser(const std::vector<std::int64_t>& capacity, std::int64_t demand) : capacity_(capacity), demand_(demand) {}

  /// Whether the table of this problem is small enough to fill at every step.
  [[nodiscard]] bool small() const {
    return (static_cast<std::int64_t>(capacity_.size()) + 1) * (demand_ + 1) <= most_cells;
  }

  /// Chooses; false when the sites that are not closed are too small together.
  [[nodiscard]] bool choose(std::span<const double> reduced, std::span<const Choice> choice);

  [[nodiscard]] const std::vector<Site>& chosen() const { return chosen_; }
  [[nodiscard]] bool is_chosen(Site site) const { return marks_[site] != 0; }
  [[nodiscard]] double sum() const { return sum_; }

  /// Per site exactly how much the sum rises when it is forced to change sides; 0 for decided sites.
  /// @pre choose() returned true with the same reduced costs
  [[nodiscard]] std::vector<double> prices_of_change(std::span<const double> reduced);

 private:
  void fill(std::vector<double>& rows, std::span<const double> reduced, bool backward);
  /// What is still to be covered below `covered` once this site is in.
  [[nodiscard]] std::size_t without(std::size_t covered, Site site) const {
    const auto size = static_cast<std::size_t>(capacity_[site]);
    return covered > size ? covered - size : 0;
  }

  const std::vector<std::int64_t>& capacity_;
  std::int64_t demand_;
  std::vector<Site> free_;
  std::size_t width_ = 1;       ///< what the free sites must cover, plus one
  std::vector<double> ahead_;   ///< (free sites + 1) × width: least cost of covering w with the first k free sites
  std::vector<double> behind_;  ///< the same with the free sites from k on
  double rest_ = 0;             ///< cost of the free sites that are chosen
  std::vector<Site> chosen_;
  std::vector<char> marks_;
  double sum_ = 0;
};

}  // namespace veer::siting
