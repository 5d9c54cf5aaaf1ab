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
    explicit Adder(DownTable& table) : table_(table), counts_(2 * copies * stride, 0) {}
    void add(Component component, const LaneRow& row);

   private:
    /// Neighbouring lanes count in different copies: the next addition need not wait for the one before.
    static constexpr std::size_t copies = 4;
    /// Room for every 16-bit tick, so that "no interval" counts somewhere too, and a little more, so that the copies do
    /// not lie in the same lines of the cache.
    static constexpr std::size_t stride = 65536 + 96;
    /// Beyond this the counts no longer fit the fastest cache, and adding them up costs more than it saves.
    static constexpr std::size_t most_ticks_copied = 2048;
    static constexpr std::uint32_t most_lanes_copied = 32767;  // the difference of two counts fits 16 bits
    void add_directly(std::int32_t* changes, const LaneRow& row) const;
    void add_later(std::uint32_t chunk, std::uint32_t used, const LaneRow& row);

    DownTable& table_;
    std::vector<std::uint16_t> counts_;  ///< by copy: how many lanes start, then how many end, by tick
  };

  /// Replicas in which a component was down, by tick.
  [[nodiscard]] std::vector<std::uint32_t> counts(Component component) const;
  /// FNV-1a of all counts, to compare runs by.
  [[nodiscard]] std::uint64_t digest() const;

 private:
  std::size_t ticks_;
  LargeVector<std::int32_t> changes_;  ///< components × (horizon + 1)
  std::array<std::mutex, 61> locks_;
};

}  // namespace veer::cascade
