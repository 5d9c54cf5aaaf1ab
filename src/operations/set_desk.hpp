#pragma once

#include <span>
#include <vector>

#include "operations/agenda.hpp"
#include "operations/logbook.hpp"

namespace veer::operations {

/// Which mobile generating set goes to which feed-in point.
///
/// A feed-in point asks while its need is without supply. A set is free from its drawn minute on; it drives, is
/// connected, carries the need when its turn in the chain comes, and moves on when supply has been back for a while. It
/// brings what is in its own tank; trucks fill it like any other.
class SetDesk {
 public:
  SetDesk(const Means& means, Logbook& log) : means_(means), log_(log), reopenings_(means.reopenings()) {}

  void begin(cascade::Engine& engine, cascade::ReplicaWords words);
  void wake(cascade::Engine& engine, Tick tick);
  void settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes);
  /// Logs the sets that are still where they were brought.
  void end();

 private:
  enum class Kind : std::uint8_t { connected, leave, sending };
  struct PointState {
    bool open = false;
    bool served = false;  ///< a set is there or on its way
    std::uint32_t set = none;
    Tick called = 0;
    Tick leave = cascade::never;
  };
  struct SetState {
    bool free = true;
    std::uint32_t site = 0;
    std::int64_t ml = 0;
    Tick ready = 0;
    Logbook::Placement placement;
  };
  void send(cascade::Engine& engine, Tick tick);

  const Means& means_;
  Logbook& log_;
  std::vector<Tick> reopenings_;
  Agenda<Kind> agenda_;
  std::vector<PointState> points_;  ///< by customer; only feed-in points are used
  std::vector<SetState> sets_;
  std::vector<std::uint32_t> calls_;
};

}  // namespace veer::operations
