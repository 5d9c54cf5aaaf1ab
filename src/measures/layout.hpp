#pragma once

#include <cstdint>
#include <vector>

#include "measures/rows.hpp"

namespace veer::measures {

/// By candidate: the options that are left, as bits (0 = never, 1 + t = begins in year t).
using Masks = std::vector<std::uint32_t>;
/// By candidate: its option.
using Options = std::vector<std::uint8_t>;

/// The rows of a problem laid out for speed, and scaled: goals to a sum of about 1, each row to a largest factor of 1.
///
/// Option o of candidate i has number i·width + o. What is reckoned with a layout is in its scale.
class Layout {
 public:
  /// @param offset  by goal
  Layout(Rows rows, const std::vector<double>& offset);

  struct Entry {
    std::uint32_t row = 0;
    double factor = 0;
  };
  struct InRow {
    std::uint32_t candidate = 0;
    std::vector<double> factor;  ///< by option; 0 where it does not count
  };
  /// A row Σ factor ≤ right over some candidates: of an option what it counts.
  struct Row {
    std::vector<InRow> candidates;
    double right = 0;
  };

  [[nodiscard]] std::size_t count() const { return allowed_.size(); }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t goals() const { return offset_.size(); }
  [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
  /// Rows of the problem come first; cuts, which follow from them, behind.
  [[nodiscard]] std::size_t own_row_count() const { return own_rows_; }
  [[nodiscard]] double scale() const { return scale_; }
  [[nodiscard]] const std::vector<double>& offset() const { return offset_; }
  [[nodiscard]] const Masks& allowed() const { return allowed_; }
  [[nodiscard]] const Row& row(std::size_t r) const { return rows_[r]; }
  /// Rows in which candidate i counts.
  [[nodiscard]] const std::vector<std::uint32_t>& rows_of(std::size_t i) const { return rows_of_[i]; }
  [[nodiscard]] double right(std::size_t r) const { return rows_[r].right; }
  [[nodiscard]] double worth(std::size_t i, std::size_t o, std::size_t goal) const {
    return worth_[(i * width_ + o) * offset_.size() + goal];
  }
  [[nodiscard]] const Entry* begin(std::size_t i, std::size_t o) const {
    return entries_.data() + begin_[i * width_ + o];
  }
  [[nodiscard]] const Entry* end(std::size_t i, std::size_t o) const {
    return entries_.data() + begin_[i * width_ + o + 1];
  }

  /// Adds rows that every choice within the others keeps to, and forgets the cuts that were there.
  void set_cuts(std::vector<Row> cuts);

 private:
  void index();

  std::size_t width_ = 0;
  std::size_t own_rows_ = 0;
  double scale_ = 1;
  std::vector<double> offset_;
  std::vector<double> worth_;  ///< option × goal
  Masks allowed_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> begin_;  ///< options + 1
  std::vector<Entry> entries_;
  std::vector<std::vector<std::uint32_t>> rows_of_;  ///< by candidate
};

/// What a row may be overrun by: rounding.
inline constexpr double row_slack = 1e-9;

/// The least of the goals, scaled.
[[nodiscard]] double value_of(const Layout& layout, const Options& options);

/// Whether one option is left, of at least one.
[[nodiscard]] inline bool only_one(std::uint32_t mask) { return (mask & (mask - 1)) == 0; }

/// Strikes out options with which some row cannot be kept to, until nothing changes.
/// @param settled  masks with which this was done before: only rows in which something changed since are looked at;
///                 afterwards these are the masks. Empty at first
/// @returns false: no choice is left that keeps to the rows
[[nodiscard]] bool propagate(const Layout& layout, Masks& masks, Masks& settled);

/// Whether every candidate has one option left.
[[nodiscard]] bool decided(const Masks& masks);

}  // namespace veer::measures
