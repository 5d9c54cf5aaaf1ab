#pragma once

#include "operations/crew_desk.hpp"
#include "operations/demand_desk.hpp"
#include "operations/fuel_desk.hpp"
#include "operations/set_desk.hpp"
#include "operations/staff_desk.hpp"

namespace veer::operations {

/// Plays the scarce means of a region in each replica of one event engine, and keeps the log of the last one.
///
/// With means that nobody has to share it leaves the replica as the core has it. One object per engine.
/// @source docs/method/operations.md
class Conductor : public cascade::Director {
 public:
  explicit Conductor(const Means& means);

  void begin(cascade::Engine& engine, cascade::ReplicaWords words) override;
  void wake(cascade::Engine& engine, Tick tick) override;
  void settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes) override;
  void end(cascade::Engine& engine) override;

  [[nodiscard]] const Logbook& log() const { return log_; }

 private:
  Logbook log_;
  DemandDesk demand_;
  StaffDesk staff_;
  CrewDesk crews_;
  SetDesk sets_;
  FuelDesk fuel_;
};

/// For ensembles: each engine gets a conductor of its own. `means` outlives what is made.
[[nodiscard]] cascade::DirectorMaker conductors(const Means& means);

}  // namespace veer::operations
