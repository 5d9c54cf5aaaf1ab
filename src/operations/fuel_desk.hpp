#pragma once

#include <span>
#include <vector>

#include "operations/agenda.hpp"
#include "operations/logbook.hpp"
#include "operations/supply_desk.hpp"

namespace veer::operations {

/// Who brings fuel to which tank: trucks, depots and the queue of tanks that ask (docs/method/operations.md).
///
/// A tank asks when its need is without supply and it stands at or below the call level. A truck loads where the pump
/// works and stock is left, goes from tank to tank in the order asked for, the nearest truck first, and back when it is
/// empty, its driver's shift ends or nobody asks. Conserved, in millilitres: first stock + what tankers brought = in
/// depots + on trucks + delivered; of each tank: first content + delivered = burnt + left.
class FuelDesk {
 public:
  FuelDesk(const Means& means, Logbook& log)
      : means_(means), log_(log), reopenings_(means.reopenings()), supplies_(means, log) {}

  void begin(cascade::Engine& engine, cascade::ReplicaWords words);
  /// Fuel whose pumping is over comes into its tank.
  void wake(cascade::Engine& engine, Tick tick);
  /// Looks at the tanks whose needs changed, then sends trucks.
  void settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes);
  void end(cascade::Engine& engine);

 private:
  enum class Kind : std::uint8_t { pumped, arrived, back, loaded, look, sending };
  struct CustomerState {
    bool open = false;      ///< asked, no truck on its way
    bool expected = false;  ///< a truck is on its way
    Tick called = 0;
    Tick look = cascade::never;
    Tick dry_since = -1;
  };
  enum class Doing : std::uint8_t { waiting, loading, driving, pumping, at_tank, returning };
  struct TruckState {
    Doing doing = Doing::waiting;
    std::uint32_t site = 0;
    std::int64_t load_ml = 0;
    Tick ready = 0;
    std::uint32_t trip = 0;
    Tick left = 0;
    Tick ticks = 0;  ///< running minutes it pumps into the tank
    Logbook::Delivery delivery;
  };

  [[nodiscard]] std::int64_t tank_ml(const cascade::Engine& engine, const Customer& customer) const;
  [[nodiscard]] bool there(const cascade::Engine& engine, const Customer& customer, Tick tick) const;
  void look(cascade::Engine& engine, std::uint32_t customer, Tick tick);
  void stop_being_dry(std::uint32_t customer, Tick tick);
  void arrive(cascade::Engine& engine, std::uint32_t truck, Tick tick);
  void pumped(cascade::Engine& engine, std::uint32_t truck, Tick tick);
  void send(cascade::Engine& engine, Tick tick);
  void load(cascade::Engine& engine, Tick tick);
  void go_back(cascade::Engine& engine, Tick tick);
  [[nodiscard]] bool on_duty(std::uint32_t truck, Tick tick) const;
  void count_queue(Tick tick);

  const Means& means_;
  Logbook& log_;
  std::vector<Tick> reopenings_;
  SupplyDesk supplies_;
  Agenda<Kind> agenda_;
  std::vector<CustomerState> customers_;
  std::vector<TruckState> trucks_;
  std::vector<std::int64_t> stock_;   ///< by depot
  std::vector<std::uint32_t> calls_;  ///< customers that are open, in any order
  std::vector<std::uint32_t> to_look_;
  std::size_t queue_ = 0;
  Tick counted_ = 0;
};

}  // namespace veer::operations
