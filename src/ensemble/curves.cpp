#include "ensemble/curves.hpp"

#include <algorithm>
#include <cmath>

namespace veer::ensemble {

namespace {
constexpr std::size_t stored_bins = bin_count - 1;
}

Curves::Curves(std::vector<std::int64_t> whole, std::size_t hours, double scale)
    : whole_(std::move(whole)),
      hours_(hours),
      scale_(scale),
      sum_(whole_.size() * hours, 0),
      square_(whole_.size() * hours, 0),
      bins_(whole_.size() * hours * stored_bins, 0) {}

template <class Value>
void Curves::add_row(std::size_t row, std::size_t first_hour, std::span<const Value> values) {
  const std::int64_t whole = std::max<std::int64_t>(1, whole_[row]);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = static_cast<std::int64_t>(values[i]);
    if (value == 0) continue;
    const std::size_t cell = row * hours_ + first_hour + i;
    sum_[cell] += value;
    square_[cell] += static_cast<double>(value) * static_cast<double>(value);
    // Everyone at once is the commonest value by far: it needs no division.
    constexpr auto bins = static_cast<std::int64_t>(stored_bins);
    const std::int64_t bin = value >= whole ? bins - 1 : (value * bins + whole - 1) / whole - 1;
    ++bins_[cell * stored_bins + static_cast<std::size_t>(bin)];
  }
}

void Curves::add(std::size_t row, std::size_t hour, std::int64_t value) {
  add_row(row, hour, std::span<const std::int64_t>(&value, 1));
}
void Curves::add(std::size_t row, std::span<const std::uint32_t> values) { add_row(row, 0, values); }
void Curves::add(std::size_t row, std::span<const std::int64_t> values) { add_row(row, 0, values); }

CurvePoint Curves::point(std::size_t row, std::size_t hour, std::size_t replicas) const {
  if (replicas == 0) return {};
  const std::size_t cell = row * hours_ + hour;
  const auto n = static_cast<double>(replicas);
  const double mean = static_cast<double>(sum_[cell]) / n;
  const double variance = replicas > 1 ? std::max(0.0, (square_[cell] - n * mean * mean) / (n - 1)) : 0.0;
  const double width = static_cast<double>(whole_[row]) / scale_ / static_cast<double>(stored_bins);
  std::size_t filled = 0;
  for (std::size_t bin = 0; bin < stored_bins; ++bin) filled += bins_[cell * stored_bins + bin];
  // edge 0: lower, 0.5: middle, 1: upper edge of the bin in which the quantile lies.
  const auto quantile = [&](double p, double edge) {
    const auto rank = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(p * n)));
    std::size_t passed = replicas - filled;
    if (rank <= passed) return 0.0;
    for (std::size_t bin = 0; bin < stored_bins; ++bin) {
      passed += bins_[cell * stored_bins + bin];
      if (rank <= passed) return (static_cast<double>(bin) + edge) * width;
    }
    return whole(row);
  };
  return {mean / scale_, std::sqrt(variance / n) / scale_, quantile(0.05, 0), quantile(0.5, 0.5), quantile(0.95, 1)};
}

}  // namespace veer::ensemble
