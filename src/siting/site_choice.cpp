#include "siting/site_choice.hpp"

#include <algorithm>

namespace veer::siting {

void SiteChooser::take(Site site, double reduced) {
  chosen_.push_back(site);
  marks_[site] = 1;
  sum_ += reduced;
}

bool SiteChooser::choose(std::span<const double> reduced, std::span<const Choice> choice) {
  const std::size_t count = problem_.site_count;
  chosen_.clear();
  order_.clear();
  marks_.assign(count, 0);
  missing_ = problem_.group_least;
  sum_ = 0;
  for (Site site = 0; site < count; ++site) {
    if (choice[site] == Choice::free) order_.push_back(site);
    if (choice[site] != Choice::open) continue;
    take(site, reduced[site]);
    if (!problem_.group.empty()) {
      std::size_t& missing = missing_[problem_.group[site]];
      missing -= missing > 0 ? 1U : 0U;
    }
  }
  const auto cheaper = [&](Site a, Site b) { return reduced[a] != reduced[b] ? reduced[a] < reduced[b] : a < b; };
  if (problem_.group.empty()) {
    // Only the best `most` and the one behind them matter.
    const std::size_t wanted = std::min(order_.size(), problem_.most + 1);
    if (wanted < order_.size())
      std::nth_element(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(wanted), order_.end(), cheaper);
    std::sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(wanted), cheaper);
  } else {
    std::sort(order_.begin(), order_.end(), cheaper);
    for (const Site site : order_) {
      std::size_t& missing = missing_[problem_.group[site]];
      if (missing == 0) continue;
      take(site, reduced[site]);
      --missing;
    }
    for (const std::size_t missing : missing_)
      if (missing > 0) return false;
  }
  for (const Site site : order_) {
    if (chosen_.size() >= problem_.most || (chosen_.size() >= problem_.least && reduced[site] >= 0)) break;
    if (marks_[site] == 0) take(site, reduced[site]);
  }
  dearest_in_ = -unreachable;
  cheapest_out_ = unreachable;
  for (const Site site : order_) {
    if (marks_[site] != 0)
      dearest_in_ = std::max(dearest_in_, reduced[site]);
    else
      cheapest_out_ = std::min(cheapest_out_, reduced[site]);
  }
  return chosen_.size() >= problem_.least && chosen_.size() <= problem_.most;
}

double SiteChooser::price_of_change(Site site, double reduced) const {
  double price = unreachable;
  if (marks_[site] != 0) {
    if (chosen_.size() > problem_.least) price = -reduced;
    price = std::min(price, cheapest_out_ - reduced);
  } else {
    if (chosen_.size() < problem_.most) price = reduced;
    price = std::min(price, reduced - dearest_in_);
  }
  return std::max(price, 0.0);
}

}  // namespace veer::siting
