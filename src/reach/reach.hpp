#pragma once

#include <vector>

#include "reach/channels.hpp"

namespace veer::reach {

/// Whom a message still reaches, hour by hour.
///
/// Audiences of different lines are taken as independent: the share of a zone that is reached is 1 − Π(1 − best of the
/// line). We do not know how audiences overlap; whatever the overlap is, the share lies between the largest audience
/// alone and the sum of all, and those two are given as well.
/// Delay plays no part here: both ends work in the minute on the hour.
struct HourlyReach {
  std::size_t hours = 0;         ///< 0 … horizon
  std::vector<Spread> region;    ///< share of residents, by hour
  std::vector<double> at_least;  ///< mean by hour: every smaller audience lies inside the largest
  std::vector<double> at_most;   ///< mean by hour: audiences overlap as little as they can
  std::vector<Spread> areas;     ///< areas × hours, row-major; an area without residents: 0
  std::vector<double> channels;  ///< channels × hours: mean share of all residents, the channel alone
  std::vector<Spread> audience;  ///< by channel: share of residents while it works
};

/// @param threads  the result is the same on any number
[[nodiscard]] HourlyReach hourly_reach(const ReadyChannels& channels, std::size_t threads);

}  // namespace veer::reach
