#pragma once

#include <vector>

#include "operations/agenda.hpp"
#include "operations/logbook.hpp"

namespace veer::operations {

/// Which crew mends what. Damage holds a component down from the minute it strikes until a crew has done the work.
/// Crews work round the clock, relieved in place; a crew that is done takes the first damage in the order that waits.
class CrewDesk {
 public:
  CrewDesk(const Means& means, Logbook& log) : means_(means), log_(log), reopenings_(means.reopenings()) {}

  void begin(cascade::Engine& engine, cascade::ReplicaWords words);
  void wake(cascade::Engine& engine, Tick tick);
  void settled(cascade::Engine& engine, Tick tick);

 private:
  enum class Kind : std::uint8_t { mended, struck, sending };
  struct CrewState {
    bool free = true;
    std::uint32_t site = 0;
    Logbook::Repair repair;
  };

  const Means& means_;
  Logbook& log_;
  std::vector<Tick> reopenings_;
  Agenda<Kind> agenda_;
  std::vector<CrewState> crews_;
  std::vector<Tick> struck_;            ///< by damage
  std::vector<Tick> work_;              ///< by damage
  std::vector<std::uint32_t> waiting_;  ///< damages without a crew
};

}  // namespace veer::operations
