#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace veer::siting {

/// Something that may go into the sack.
struct Item {
  double profit = 0;        ///< > 0
  std::int64_t weight = 0;  ///< >= 0
  std::uint32_t name = 0;   ///< of the caller
};

/// The most profitable items within a capacity.
///
/// Exact while the table of dynamic programming is at most `most_cells`; above that the linear relaxation (Dantzig
/// 1957), whose profit is at least the true one and whose last item may be broken.
/// Memory is kept between calls; one object per thread.
class Knapsack {
 public:
  static constexpr std::int64_t most_cells = 1 << 20;

  /// Fills the sack: sorts by worth, decides what bounds decide, and leaves the few items between to a table.
  /// @param items  may be reordered
  void fill(std::vector<Item>& items, std::int64_t capacity);

  [[nodiscard]] double profit() const { return profit_; }
  /// Names of the items that are in as a whole.
  [[nodiscard]] const std::vector<std::uint32_t>& taken() const { return taken_; }
  /// The item that is in by a part, and that part; 0 when all are whole.
  [[nodiscard]] std::uint32_t broken_name() const { return broken_name_; }
  [[nodiscard]] double broken_part() const { return broken_part_; }

  /// Prepares profit_within() for the same items. @param items  may be reordered
  void tabulate(std::vector<Item>& items, std::int64_t capacity);
  /// No choice of these items within `capacity` is worth more than this. @pre capacity at most that of tabulate()
  [[nodiscard]] double profit_within(std::int64_t capacity) const;

 private:
  static void sort(std::vector<Item>& items);
  void fill_table(std::span<const Item> items, std::size_t width);
  /// Takes what the last row of the table took.
  void take_from_table(std::span<const Item> items, std::size_t width);
  bool decide(std::vector<Item>& items, std::int64_t capacity);

  double profit_ = 0;
  std::vector<std::uint32_t> taken_;
  std::uint32_t broken_name_ = 0;
  double broken_part_ = 0;
  std::vector<Item> core_;             ///< items that bounds do not decide
  std::vector<double> rows_;           ///< (items + 1) × (capacity + 1): best profit of the first items within a weight
  std::vector<double> last_;           ///< last row, or the profits at the break points of the relaxation
  std::vector<std::int64_t> weights_;  ///< break points of the relaxation; empty: last_ is a row
};

}  // namespace veer::siting
