#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace veer::ensemble {

/// Bin 0 holds exact zeros; bins 1 … 63 split (0, whole] evenly.
inline constexpr std::size_t bin_count = 64;
/// Greatest error of a quantile read from the bins, as a share of the whole.
inline constexpr double quantile_error = 1.0 / (bin_count - 1);

/// One point of a curve over replicas, in the unit of the row.
struct CurvePoint {
  double mean = 0;
  double standard_error = 0;
  double p5 = 0;   ///< lower edge of the bin
  double p50 = 0;  ///< middle of the bin
  double p95 = 0;  ///< upper edge of the bin
};

/// Many rows (an area's need, a service, …) by output hour, over replicas: sums, sums of squares and fixed histograms.
///
/// Values are whole numbers of 1/scale; adding the same replicas in the same order gives the same bits. Different rows
/// may be added to by different threads at once, one row by one thread at a time.
class Curves {
 public:
  Curves() = default;
  /// @param whole  by row: the value that fills the last bin, in units of 1/scale
  Curves(std::vector<std::int64_t> whole, std::size_t hours, double scale);

  void add(std::size_t row, std::size_t hour, std::int64_t value);
  /// The values of a row from hour 0 on.
  void add(std::size_t row, std::span<const std::uint32_t> values);
  void add(std::size_t row, std::span<const std::int64_t> values);
  [[nodiscard]] CurvePoint point(std::size_t row, std::size_t hour, std::size_t replicas) const;
  [[nodiscard]] std::size_t row_count() const { return whole_.size(); }
  [[nodiscard]] std::size_t hour_count() const { return hours_; }
  [[nodiscard]] double whole(std::size_t row) const { return static_cast<double>(whole_[row]) / scale_; }

 private:
  template <class Value>
  void add_row(std::size_t row, std::size_t first_hour, std::span<const Value> values);

  std::vector<std::int64_t> whole_;
  std::size_t hours_ = 0;
  double scale_ = 1;
  std::vector<std::int64_t> sum_;    ///< rows × hours, row-major
  std::vector<double> square_;       ///< rows × hours
  std::vector<std::uint32_t> bins_;  ///< rows × hours × 63: bin 0 is what is missing from the count
};

}  // namespace veer::ensemble
