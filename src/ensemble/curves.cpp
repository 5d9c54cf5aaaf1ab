#include "ensemble/curves.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <type_traits>

#include "base/result.hpp"
#include "ensemble/lane_vectors.hpp"

namespace veer::ensemble {

namespace {

constexpr std::size_t stored_bins = bin_count - 1;
/// Squares of values below 2²⁶, at most 2¹² of them: their sum fits 64 bits.
constexpr int narrow_bits = 26;
static_assert(most_curve_replicas <= 1U << 12U);
constexpr std::size_t hours_at_once = 192;

/// Bin b holds the values with b × whole < value × stored_bins ≤ (b + 1) × whole, −1 zeros; those above the whole fall
/// in the last one.
template <class Value>
void find_bins(std::span<const Value> values, std::int64_t whole, std::span<std::int32_t> out) {
  if constexpr (std::is_same_v<Value, std::uint32_t>) {
    if (whole < std::int64_t{1} << 31U) return bins_of(values, whole, std::int32_t{stored_bins}, out);
  }
  const auto bin = [whole](Value value) {
    return value == 0 ? std::int64_t{-1} : (static_cast<std::int64_t>(value) * std::int64_t{stored_bins} - 1) / whole;
  };
  for (std::size_t i = 0; i < values.size(); ++i)
    out[i] = static_cast<std::int32_t>(std::min(std::int64_t{stored_bins - 1}, bin(values[i])));
}

}  // namespace

Curves::Curves(std::vector<std::int64_t> whole, std::size_t hours, double scale)
    : whole_(std::move(whole)),
      hours_(hours),
      scale_(scale),
      sum_(whole_.size() * hours, 0),
      square_(whole_.size() * hours, 0),
      bins_(whole_.size() * stored_bins * (hours + 1), 0) {
  std::int32_t wide = 0;
  for (const std::int64_t value : whole_) {
    ENSURE(value < std::int64_t{1} << 40U, "a value times the bins fits 46 bits");
    const bool narrow = std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(0, value))) <= narrow_bits;
    wide_row_.push_back(narrow ? -1 : wide++);
  }
  wide_square_.assign(static_cast<std::size_t>(wide) * hours, 0);
}

template <class Value>
void Curves::add_row(std::size_t row, std::span<const Value> values, std::size_t first) {
  if (first >= hours_) return;
  const std::size_t count = std::min(values.size(), hours_ - first);
  std::int64_t* const sum = sum_.data() + row * hours_ + first;
  for (std::size_t hour = 0; hour < count; ++hour) sum[hour] += static_cast<std::int64_t>(values[hour]);
  if (wide_row_[row] < 0) {
    std::uint64_t* const square = square_.data() + row * hours_ + first;
    for (std::size_t hour = 0; hour < count; ++hour) {
      const auto value = static_cast<std::uint32_t>(values[hour]);
      square[hour] += std::uint64_t{value} * value;
    }
  } else {
    Wide* const square = wide_square_.data() + static_cast<std::size_t>(wide_row_[row]) * hours_ + first;
    for (std::size_t hour = 0; hour < count; ++hour) square[hour] += Wide(values[hour]) * Wide(values[hour]);
  }
  const std::int64_t whole = std::max<std::int64_t>(1, whole_[row]);
  std::int16_t* const enters = bins_.data() + row * stored_bins * (hours_ + 1) + first;
  std::array<std::int32_t, hours_at_once> bins;  // written before read
  std::int32_t in = -1;                          // bin of the value before; −1: it was zero
  for (std::size_t begin = 0; begin < count; begin += hours_at_once) {
    const std::span part = values.subspan(begin, std::min(hours_at_once, count - begin));
    find_bins(part, whole, std::span(bins).first(part.size()));
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (bins[i] == in) continue;
      const std::size_t hour = begin + i;
      if (in >= 0) --enters[static_cast<std::size_t>(in) * (hours_ + 1) + hour];
      in = bins[i];
      if (in >= 0) ++enters[static_cast<std::size_t>(in) * (hours_ + 1) + hour];
    }
  }
  if (in >= 0 && first + count < hours_) --enters[static_cast<std::size_t>(in) * (hours_ + 1) + count];
}

void Curves::add(std::size_t row, std::span<const std::uint32_t> values, std::size_t first) {
  add_row(row, values, first);
}
void Curves::add(std::size_t row, std::span<const std::int64_t> values, std::size_t first) {
  add_row(row, values, first);
}

std::vector<CurvePoint> Curves::points(std::size_t row, std::size_t replicas) const {
  std::vector<CurvePoint> out(hours_);
  if (replicas == 0) return out;
  const auto n = static_cast<double>(replicas);
  const double width = whole(row) / static_cast<double>(stored_bins);
  const std::int16_t* const enters = bins_.data() + row * stored_bins * (hours_ + 1);
  std::vector<std::int64_t> count(stored_bins, 0);  // replicas in each bin in the hour at hand
  for (std::size_t hour = 0; hour < hours_; ++hour) {
    std::int64_t filled = 0;
    for (std::size_t bin = 0; bin < stored_bins; ++bin) {
      count[bin] += enters[bin * (hours_ + 1) + hour];
      filled += count[bin];
    }
    const auto sum = Wide(sum_[row * hours_ + hour]);
    const Wide square = wide_row_[row] < 0 ? Wide(square_[row * hours_ + hour])
                                           : wide_square_[static_cast<std::size_t>(wide_row_[row]) * hours_ + hour];
    const double mean = static_cast<double>(sum) / n;
    // Exact up to here, so that what does not vary has no spread at all, and needs no bins to be known.
    const Wide spread = square * replicas - sum * sum;
    if (spread == 0) {
      out[hour] = {mean / scale_, 0, mean / scale_, mean / scale_, mean / scale_};
      continue;
    }
    const double variance = static_cast<double>(spread) / n / (n - 1);
    // edge 0: lower, 0.5: middle, 1: upper edge of the bin in which the quantile lies.
    const auto quantile = [&](double p, double edge) {
      const auto rank = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(p * n)));
      std::int64_t passed = static_cast<std::int64_t>(replicas) - filled;
      if (rank <= passed) return 0.0;
      for (std::size_t bin = 0; bin < stored_bins; ++bin) {
        passed += count[bin];
        if (rank <= passed) return (static_cast<double>(bin) + edge) * width;
      }
      return whole(row);
    };
    out[hour] = {mean / scale_, std::sqrt(variance / n) / scale_, quantile(0.05, 0), quantile(0.5, 0.5),
                 quantile(0.95, 1)};
  }
  return out;
}

}  // namespace veer::ensemble
