#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/outline.hpp"
#include "report/estimate.hpp"
#include "report/name.hpp"

namespace veer::report {

/// One day of the fuel balance, litres.
struct FuelDay {
  int day = 1;         ///< from the start of the scenario
  Estimate burnt;      ///< by sets that trucks serve
  Estimate delivered;  ///< into their tanks
  Estimate supplied;   ///< into the depots, by tankers from outside
  Estimate stock;      ///< left in the depots at the end of the day
};

/// A tank that trucks fill.
struct FuelTank {
  std::string id;  ///< table/id of what it powers
  Name name;
  std::string municipality;
  std::optional<geo::LonLat> place;
  double litres_per_h = 0;
  double rank = 0;             ///< lowest first
  double people = 0;           ///< residents who miss something when this alone is down
  double deliveries = 0;       ///< mean a replica
  double wait_h = 0;           ///< mean from the call to the arrival of the truck; 0: never called
  double dry_probability = 0;  ///< that it runs dry while nothing else carries
  double dry_h = 0;            ///< mean hours dry
  bool mobile = false;         ///< of a mobile set at a feed-in point
  bool confirmed = false;
};

/// A stop of a truck in the replica that is shown.
struct FuelStop {
  std::string truck;
  int trip = 1;
  Name place;  ///< where it goes; the depot at the end of a trip
  bool depot = false;
  double left_h = 0;  ///< when it leaves the stop before
  double arrived_h = 0;
  double done_h = 0;
  double litres = 0;
  double tank_left_h = 0;  ///< hours that were still in the tank
  geo::LonLat from;
  geo::LonLat to;
};

/// How one order of helping turns out against the one that is planned with, in the same replicas.
struct OrderFinding {
  std::string id;  ///< rank, first_come, people
  Name name;
  Estimate dry_tanks;           ///< tanks that run dry
  Estimate dry_hours;           ///< added up over tanks
  double unmet_more = 0;        ///< unmet person-hours more than with the order that is planned with
  double unmet_more_error = 0;  ///< standard error of that
};

/// A feed-in point and its mobile set.
struct FeedInFinding {
  std::string id;
  Name name;
  double served_probability = 0;  ///< that a set is connected before the horizon
  Estimate connected_h;           ///< hour of that; +infinity: none came
  bool confirmed = false;
};

/// Where the people of one roster are in the first 72 hours: person-hours, means over replicas. Together they are the
/// strength × those hours.
struct DutyHours {
  double present = 0;
  double resting = 0;    ///< in the other teams
  double elsewhere = 0;  ///< tied by another duty
  double absent = 0;     ///< due, and do not come
  double at_home = 0;    ///< stay with the family: no power at home
  double away = 0;       ///< not there in these days, by the hazard
};

/// People on duty in one roster.
struct ReliefFinding {
  std::string id;
  Name name;
  double shift_h = 8;
  double strength = 0;
  double teams = 1;
  double due = 0;       ///< people of one team
  double tied = 0;      ///< of them tied elsewhere, at most
  double required = 0;  ///< on duty at once
  Estimate present;     ///< mean over the shifts of the first 72 hours
  double shifts_72h = 0;
  Estimate short_shifts;         ///< of them, to which too few come
  double short_probability = 0;  ///< that there is one
  DutyHours hours_72h;
  bool confirmed = false;
};

/// Damage and crews; nothing where the hazard does no damage.
struct RepairFinding {
  double crews = 0;
  Estimate damages;
  Estimate repaired;  ///< before the horizon
  Estimate wait_h;    ///< mean from the damage to the start of the work
  Estimate last_repaired_h;
};

/// Fuel, mobile sets, crews and people on duty: the full model (docs/method/operations.md).
struct OperationsFinding {
  std::uint32_t replicas = 0;
  std::string order;  ///< rank, first_come, people
  Name order_name;
  double trucks = 0;
  double sets = 0;
  double depots = 0;
  double stock_l = 0;
  std::vector<FuelDay> days;
  std::vector<float> queue;  ///< by hour: mean number of tanks that wait for a truck
  std::vector<float> queue_p5;
  std::vector<float> queue_p95;
  Estimate dry_tanks;
  Estimate dry_hours;
  Estimate deliveries;
  std::vector<FuelTank> tanks;     ///< most likely to run dry first; none in the open version
  std::uint32_t plan_replica = 0;  ///< the replica of the middle number of dry hours
  std::vector<FuelStop> plan;      ///< in time order; none in the open version
  std::vector<OrderFinding> orders;
  std::vector<FeedInFinding> feed_ins;  ///< none in the open version
  std::vector<ReliefFinding> relief;    ///< none in the open version
  std::optional<RepairFinding> repairs;
  Estimate unmet_person_hours;                    ///< total of the full model
  std::optional<double> core_unmet_person_hours;  ///< mean of the core in the same replicas
};

}  // namespace veer::report
