#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <vector>

#include "cascade/lanes.hpp"

namespace veer::cascade {

/// In how many replicas each component was down at each tick.
///
/// Kept as changes: replicas that go down at a tick less those that come back. Shared by threads: whole numbers are
/// added under a lock for each group of components, so that the result does not depend on who was first.
class DownTable {
 public:
  DownTable(std::size_t components, Tick horizon)
      : ticks_(static_cast<std::size_t>(horizon) + 1), changes_(components * ticks_, 0) {}

  /// Adds the rows of one thread.
  class Adder {
   public:
    explicit Adder(DownTable& table) : table_(table), counts_(copies * 2 * table.ticks_, 0) {}
    void add(Component component, const LaneRow& row);

   private:
    /// Neighbouring lanes count in different copies: the next addition need not wait for the one before.
    static constexpr std::size_t copies = 4;
    /// Beyond this a copy of its own no longer fits the fastest cache.
    static constexpr std::size_t most_ticks_copied = 2048;
    void add_directly(std::int32_t* changes, const LaneRow& row) const;

    DownTable& table_;
    std::vector<std::uint16_t> counts_;  ///< by copy: starts, then ends, by tick
  };

  /// Replicas in which a component was down, by tick.
  [[nodiscard]] std::vector<std::uint32_t> counts(Component component) const;
  /// FNV-1a of all counts, to compare runs by.
  [[nodiscard]] std::uint64_t digest() const;

 private:
  std::size_t ticks_;
  std::vector<std::int32_t> changes_;  ///< components × (horizon + 1)
  std::array<std::mutex, 61> locks_;
};

}  // namespace veer::cascade
