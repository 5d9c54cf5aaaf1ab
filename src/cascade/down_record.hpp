#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cascade/batch_engine.hpp"

namespace veer::cascade {

/// The down intervals of some components in replicas 0 … count − 1, kept to be looked at again and again.
///
/// Immutable once played; share it between threads. The same bits on any number of threads and with any engine.
/// Cost: a tenth of a millisecond a replica for 11,000 components, and eight bytes for each interval of each wanted
/// component.
class DownRecord {
 public:
  /// @param wanted  components to keep; may name one twice
  /// @param kind    not automatic: what choose_engine says
  /// @param directors  who acts on each replica from outside: the full model; empty: the core
  [[nodiscard]] static DownRecord play(const Program& program, std::span<const Component> wanted,
                                       std::uint32_t replicas, std::size_t threads, EngineKind kind,
                                       const DirectorMaker& directors = {});

  [[nodiscard]] std::uint32_t replicas() const { return replicas_; }
  [[nodiscard]] Tick horizon() const { return horizon_; }
  /// In time order, apart by at least one tick. @pre the component is wanted
  [[nodiscard]] std::span<const Interval> down(Component component, std::uint32_t replica) const;
  [[nodiscard]] bool is_down(Component component, std::uint32_t replica, Tick tick) const {
    return down_for(component, replica, tick) >= 0;
  }
  /// Ticks since the outage in that tick began; −1: it is up.
  [[nodiscard]] Tick down_for(Component component, std::uint32_t replica, Tick tick) const;
  /// The first tick in which it is down; `never` when it stays up.
  [[nodiscard]] Tick first_down(Component component, std::uint32_t replica) const;

 private:
  static constexpr std::uint32_t no_row = 0xffffffffU;
  /// Some replicas: of row i and lane l the intervals are those from begin[i·(count + 1) + l] to the next entry.
  struct Piece {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> begin;
    std::vector<Interval> intervals;
  };
  class Writer;

  std::uint32_t replicas_ = 0;
  std::uint32_t batch_ = 1;
  Tick horizon_ = 0;
  std::vector<std::uint32_t> row_of_;  ///< by component
  std::vector<Piece> pieces_;          ///< by replica div batch_
};

}  // namespace veer::cascade
