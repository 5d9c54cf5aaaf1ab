#include "siting/cover_choice.hpp"

#include <algorithm>

namespace veer::siting {

/// Row k holds the least cost of covering w with the first k free sites (or with those from k on, backward).
void CoverChooser::fill(std::vector<double>& rows, std::span<const double> reduced, bool backward) {
  const std::size_t count = free_.size();
  rows.resize((count + 1) * width_);
  const std::size_t start = backward ? count : 0;
  std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(start * width_), width_, unreachable);
  rows[start * width_] = 0;
  for (std::size_t done = 0; done < count; ++done) {
    const std::size_t k = backward ? count - 1 - done : done;
    const double* const before = rows.data() + (backward ? k + 1 : k) * width_;
    double* const now = rows.data() + (backward ? k : k + 1) * width_;
    const double cost = reduced[free_[k]];
    const std::size_t size = std::min(static_cast<std::size_t>(capacity_[free_[k]]), width_ - 1);
    for (std::size_t w = 0; w < size; ++w) now[w] = std::min(before[w], before[0] + cost);
    for (std::size_t w = size; w < width_; ++w) now[w] = std::min(before[w], before[w - size] + cost);
  }
}

bool CoverChooser::choose(std::span<const double> reduced, std::span<const Choice> choice) {
  chosen_.clear();
  free_.clear();
  marks_.assign(capacity_.size(), 0);
  sum_ = 0;
  std::int64_t left = demand_;
  const auto take = [this](Site site) {
    chosen_.push_back(site);
    marks_[site] = 1;
  };
  for (Site site = 0; site < capacity_.size(); ++site) {
    if (choice[site] == Choice::free) free_.push_back(site);
    if (choice[site] != Choice::open) continue;
    take(site);
    sum_ += reduced[site];
    left -= capacity_[site];
  }
  width_ = static_cast<std::size_t>(std::max<std::int64_t>(left, 0)) + 1;
  fill(ahead_, reduced, false);
  rest_ = ahead_[free_.size() * width_ + width_ - 1];
  if (rest_ == unreachable) return false;
  sum_ += rest_;
  std::size_t covered = width_ - 1;
  for (std::size_t k = free_.size(); k-- > 0;) {
    if (ahead_[(k + 1) * width_ + covered] == ahead_[k * width_ + covered]) continue;
    take(free_[k]);
    covered = without(covered, free_[k]);
  }
  return true;
}

std::vector<double> CoverChooser::prices_of_change(std::span<const double> reduced) {
  fill(behind_, reduced, true);
  std::vector<double> prices(capacity_.size(), 0);
  for (std::size_t k = 0; k < free_.size(); ++k) {
    const Site site = free_[k];
    const double* const before = ahead_.data() + k * width_;
    const double* const after = behind_.data() + (k + 1) * width_;
    const std::size_t need = marks_[site] != 0 ? width_ - 1 : without(width_ - 1, site);
    double least = unreachable;
    for (std::size_t w = 0; w <= need; ++w) least = std::min(least, before[w] + after[need - w]);
    if (marks_[site] == 0) least += reduced[site];
    prices[site] = std::max(0.0, least - rest_);
  }
  return prices;
}

}  // namespace veer::siting
