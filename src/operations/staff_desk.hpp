#pragma once

#include <vector>

#include "operations/agenda.hpp"
#include "operations/logbook.hpp"

namespace veer::operations {

/// Who comes to which shift. At the start of each shift of a roster
///
///   due = floor(floor(strength · derate) / teams) − ceil(people tied elsewhere · u), at least 0
///   present = floor(due · (1 − (1 − attendance) · u) · (1 − family · u))
///   required' = ceil(required · demand)
///
/// with u the share of residents whose feeding area was down in the minute before. Where present < required' the roster
/// is held down for that shift. Attendance is drawn for each shift (purpose staff). It is about an outage, as are the
/// posts that tie people: both count for the dark share u only; where no homes are known, in full.
///
/// Everyone is in one place: of the roster who is not present is away, rests in another team, is tied elsewhere, does
/// not come or stays at home (Logbook::Shift).
class StaffDesk {
 public:
  StaffDesk(const Means& means, Logbook& log) : means_(means), log_(log) {}

  void begin(cascade::Engine& engine, cascade::ReplicaWords words);
  void wake(cascade::Engine& engine, Tick tick);

 private:
  enum class Kind : std::uint8_t { shift };
  [[nodiscard]] std::int64_t without_power_ppm(const cascade::Engine& engine) const;

  const Means& means_;
  Logbook& log_;
  Agenda<Kind> agenda_;
  cascade::ReplicaWords words_;
  std::vector<char> held_;  ///< by roster
};

}  // namespace veer::operations
