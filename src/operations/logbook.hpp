#pragma once

#include <cstdint>
#include <vector>

#include "operations/means.hpp"

namespace veer::operations {

/// What happened to the scarce means in one replica, as it happened. Indices are those of Means.
struct Logbook {
  /// A truck at a tank. It leaves the place before at `left`; a trip begins at the depot.
  struct Delivery {
    std::uint32_t truck = 0;
    std::uint32_t customer = 0;
    std::uint32_t trip = 0;
    Tick called = 0;
    Tick left = 0;
    Tick arrived = 0;
    Tick done = 0;
    Tick tank_left = 0;   ///< running minutes still in the tank on arrival
    std::int64_t ml = 0;  ///< what came into the tank
  };
  struct Loading {
    std::uint32_t truck = 0;
    std::uint32_t depot = 0;
    Tick tick = 0;
    std::int64_t ml = 0;
  };
  /// A tank that was dry while its set could run and nothing else met the need.
  struct Dry {
    std::uint32_t customer = 0;
    Tick from = 0;
    Tick until = 0;
  };
  struct Return {
    std::uint32_t truck = 0;
    std::uint32_t trip = 0;
    Tick left = 0;
    Tick arrived = 0;
  };
  struct Placement {
    std::uint32_t set = 0;
    std::uint32_t customer = 0;
    Tick called = 0;
    Tick left = 0;
    Tick connected = 0;
    Tick gone = cascade::never;   ///< disconnected again
    std::int64_t brought_ml = 0;  ///< in the set's own tank when it was connected
    std::int64_t taken_ml = 0;    ///< still in it when it went
  };
  struct Repair {
    std::uint32_t crew = 0;
    std::uint32_t damage = 0;
    Tick struck = 0;
    Tick left = 0;
    Tick begun = 0;
    Tick done = 0;
  };
  /// A tanker from outside that filled a depot.
  struct Supply {
    std::uint32_t supply = 0;
    Tick ordered = 0;
    Tick arrived = 0;  ///< at the gate
    Tick pumped = 0;   ///< into the stock: when it could be reached and the pump worked
    std::int64_t ml = 0;
  };
  /// What everyone in a roster does in one shift: strength = away + resting + elsewhere + absent + at_home + present.
  struct Shift {
    std::uint32_t roster = 0;
    std::uint32_t number = 0;
    std::int64_t due = 0;   ///< in the team of this shift, less who is away and who is tied elsewhere
    std::int64_t tied = 0;  ///< asked for elsewhere
    std::int64_t present = 0;
    std::int64_t required = 0;
    std::int64_t away = 0;       ///< not there at all in these days: the derate of a shock
    std::int64_t resting = 0;    ///< in the other teams
    std::int64_t elsewhere = 0;  ///< of the team of this shift, tied by another duty
    std::int64_t absent = 0;     ///< due, and do not come
    std::int64_t at_home = 0;    ///< would come, and stay with the family: no power at home
    [[nodiscard]] bool falls_short() const { return present < required; }
  };
  std::vector<Delivery> deliveries;
  std::vector<Loading> loadings;
  std::vector<Dry> dry;
  std::vector<Return> returns;
  std::vector<Placement> placements;
  std::vector<Repair> repairs;
  std::vector<Supply> supplies;
  std::vector<Shift> shifts;
  std::int64_t damages = 0;                 ///< that struck before the horizon
  std::vector<std::int64_t> queue_minutes;  ///< by hour: calls for fuel that wait for a truck to be sent × minutes
  std::vector<std::int64_t> burnt_ml;       ///< by customer, over the replica
  std::vector<std::int64_t> burnt_day_ml;   ///< by day of 24 hours from the start
  std::vector<std::int64_t> depot_left_ml;  ///< by depot, at the end
  std::vector<std::int64_t> truck_left_ml;  ///< by truck, at the end
  std::vector<std::int64_t> tank_left_ml;   ///< by customer, at the end; of feed-in points while a set is there
  std::vector<std::int64_t> tank_first_ml;  ///< by customer: what was in the tank at minute 0
};

}  // namespace veer::operations
