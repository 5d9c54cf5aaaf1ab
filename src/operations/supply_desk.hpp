#pragma once

#include <vector>

#include "operations/agenda.hpp"
#include "operations/logbook.hpp"

namespace veer::operations {

/// Tankers from outside that fill the depots again: ordered when the stock is low, so long under way (drawn for each),
/// and pumped in when the depot can be reached and its pump works; until then they wait. One tanker of a supply is
/// under way at a time.
class SupplyDesk {
 public:
  SupplyDesk(const Means& means, Logbook& log) : means_(means), log_(log) {}

  void begin(cascade::ReplicaWords words);
  void wake(Tick tick);
  /// What stands at the gate comes into the stock, in millilitres by depot.
  void pump_in(const cascade::Engine& engine, Tick tick, std::vector<std::int64_t>& stock);
  void order(cascade::Engine& engine, Tick tick, const std::vector<std::int64_t>& stock);

 private:
  enum class Kind : std::uint8_t { arrived };
  enum class Doing : std::uint8_t { idle, under_way, at_gate };
  struct State {
    Doing doing = Doing::idle;
    std::uint32_t number = 0;  ///< of its tankers so far
    Logbook::Supply tanker;
  };

  const Means& means_;
  Logbook& log_;
  Agenda<Kind> agenda_;
  cascade::ReplicaWords words_;
  std::vector<State> states_;  ///< by supply
};

}  // namespace veer::operations
