#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "cascade/compile.hpp"
#include "cascade/down_record.hpp"
#include "help/tally.hpp"
#include "people/population.hpp"
#include "region/region.hpp"

namespace veer::help {

/// What help is worked out on; all of it outlives the call. The record holds at least `wanted()`.
struct World {
  const region::Region& region;
  const cascade::CompiledRegion& compiled;
  const people::Population& population;
  const cascade::DownRecord& record;
};
/// Daily needs of zones, feeding areas, and what a call for help needs.
[[nodiscard]] std::vector<cascade::Component> wanted(const region::Region& region,
                                                     const cascade::CompiledRegion& compiled);

/// A support point that was chosen and played.
struct Point {
  cascade::Component component = 0;
  double capacity_per_h = 0;                              ///< 0: not known, so nobody waits
  std::vector<std::pair<std::size_t, double>> residents;  ///< area, and residents whose nearest point it is
};

/// For a while people want to make so many times as many calls as they would otherwise.
struct CallDemand {
  Minutes from = 0;
  Minutes until = 0;
  double factor = 1;
};
/// What the shocks of kind `demand` on control rooms do to the calls of a region; each holds for all of it.
[[nodiscard]] std::vector<CallDemand> call_demand(const region::Region& region, region::HazardId hazard);

struct Question {
  std::vector<Point> points;
  Minutes call = 60;  ///< when volunteers are called
  std::vector<Minutes> other_calls{0, 60, 120, 240, 480};
  int start_hour = 17;                  ///< local hour of minute 0: people visit support points from 8 to 20
  std::vector<CallDemand> demand = {};  ///< of calls; several at once multiply
  bool cold_season = true;              ///< carbon monoxide is counted in autumn and winter
};

/// People who depend on a device or on care at home: which, how many, and how many are without by hour.
struct Vulnerable {
  std::string id;                     ///< ventilation, oxygen, or <need>@<group>
  std::int64_t heads = 0;             ///< thousandths
  std::vector<std::int64_t> without;  ///< replicas × hours, thousandths
};

/// What came out, by replica; people in thousandths of a person, calls in thousandths of a call. Hour h stands for its
/// sixty minutes.
struct Outcome {
  std::uint32_t replicas = 0;
  std::size_t hours = 0;
  std::size_t needs = 0;
  /// replicas × needs × hours: residents whose need is unmet, who of them is helped by whom, and who is left. In every
  /// place unmet = neighbours + volunteers + points + left.
  std::vector<std::int64_t> unmet, neighbours, volunteers, points, left;
  std::vector<double> capacity;  ///< replicas × days: people whom neighbours can help at once
  std::size_t days = 0;
  std::vector<Vulnerable> vulnerable;
  std::vector<std::int64_t> calls_wanted, calls_impossible, calls_unanswered, calls_answered;  ///< replicas × hours
  double registered = 0;              ///< volunteers on the lists
  std::vector<double> come;           ///< replicas: volunteers who come, called at Question::call
  std::vector<double> come_at;        ///< other calls × replicas
  std::vector<double> come_uncalled;  ///< replicas
  std::vector<std::int64_t> visitors, served, turned_away, queue;  ///< replicas × hours: at all points together
  std::vector<std::int64_t> still_waiting;                         ///< replicas: at the end of the scenario
  /// Replicas: people. Heat deaths are person-hours too warm at home, before help, times `harm.heat`.
  std::vector<double> deaths, carbon_monoxide, heat_deaths;
  std::vector<double> unrest;                                ///< replicas × hours, 0 … 100
  std::vector<std::pair<std::size_t, double>> unrest_parts;  ///< need, weight; the weights add up to 1
};

/// Plays help on top of the replicas of the record.
///
/// @param threads  the result is the same on any number
/// @errors as region::quantiles, for a figure of the region that is off
/// @source docs/method/help.md
[[nodiscard]] Result<Outcome> play(const World& world, const Question& question, std::size_t threads);

}  // namespace veer::help
