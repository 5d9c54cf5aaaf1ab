#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace veer::ensemble {

/// Bin 0 holds exact zeros; bins 1 … 63 split (0, whole] evenly.
inline constexpr std::size_t bin_count = 64;
/// Greatest error of a quantile read from the bins, as a share of the whole.
inline constexpr double quantile_error = 1.0 / (bin_count - 1);
/// Most replicas that may be added to curves: bins are counted in 16 bits, squares of most rows in 64.
inline constexpr std::uint32_t most_curve_replicas = 4096;

/// One point of a curve over replicas, in the unit of the row. Where all replicas have the same value, the quantiles
/// are that value, exact.
struct CurvePoint {
  double mean = 0;
  double standard_error = 0;
  double p5 = 0;   ///< lower edge of the bin
  double p50 = 0;  ///< middle of the bin
  double p95 = 0;  ///< upper edge of the bin
};

/// Many rows (an area's need, a service, …) by output hour, over replicas: sums, sums of squares and fixed histograms.
///
/// Values are whole numbers of 1/scale, and so are all sums: replicas may be added in any order with the same result.
/// Different rows may be added to by different threads at once, one row by one thread at a time. A value stays in its
/// bin for hours on end, so bins hold where a value enters and leaves them: cost follows the changes.
class Curves {
 public:
  Curves() = default;
  /// @param whole  by row: the value that fills the last bin, in units of 1/scale; no value is more
  Curves(std::vector<std::int64_t> whole, std::size_t hours, double scale);

  /// The values of a row in one replica, by hour from `first` on; before and after them it is 0.
  void add(std::size_t row, std::span<const std::uint32_t> values, std::size_t first = 0);
  void add(std::size_t row, std::span<const std::int64_t> values, std::size_t first = 0);

  /// The points of a row by hour. @param replicas  added so far, all-zero ones included
  [[nodiscard]] std::vector<CurvePoint> points(std::size_t row, std::size_t replicas) const;
  /// Calls visit(vector) for each of the whole numbers that curves consist of, all of which add up over replicas.
  template <class AnyCurves, class Visit>
  static void each_number(AnyCurves& curves, Visit&& visit) {
    visit(curves.sum_);
    visit(curves.square_);
    visit(curves.wide_square_);
    visit(curves.bins_);
  }
  [[nodiscard]] std::size_t row_count() const { return whole_.size(); }
  [[nodiscard]] std::size_t hour_count() const { return hours_; }
  [[nodiscard]] double whole(std::size_t row) const { return static_cast<double>(whole_[row]) / scale_; }
  /// How wide the bins of a row are: its quantiles are off by no more.
  [[nodiscard]] double bin_width(std::size_t row) const { return whole(row) * quantile_error; }

 private:
  template <class Value>
  void add_row(std::size_t row, std::span<const Value> values, std::size_t first);

  std::vector<std::int64_t> whole_;
  __extension__ using Wide = unsigned __int128;
  std::vector<std::int32_t> wide_row_;  ///< by row: in wide_square_, or −1 where 64 bits are enough
  std::size_t hours_ = 0;
  double scale_ = 1;
  std::vector<std::int64_t> sum_;      ///< rows × hours, row-major
  std::vector<std::uint64_t> square_;  ///< rows × hours
  std::vector<Wide> wide_square_;      ///< wide rows × hours
  std::vector<std::int16_t> bins_;     ///< rows × 63 × (hours + 1): replicas that enter less those that leave
};

}  // namespace veer::ensemble
