#pragma once

#include <cstdint>
#include <vector>

#include "cascade/compile.hpp"
#include "cascade/down_record.hpp"
#include "people/population.hpp"
#include "region/region.hpp"

namespace veer::reach {

/// What reach is worked out on; all of it outlives the call. The record holds at least `wanted()`.
struct World {
  const region::Region& region;
  const cascade::CompiledRegion& compiled;
  const people::Population& population;
  const cascade::DownRecord& record;
  region::HazardId hazard = {};  ///< whose shocks of kind trust hold; none: nobody is doubted
};

/// A quantity over replicas, in the words of docs/model.md, section 6.
struct Spread {
  double mean = 0;
  double standard_error = 0;
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};
/// Quantiles are of type 1: the smallest value that at least p of the replicas do not exceed.
[[nodiscard]] Spread spread(std::vector<double> values);

/// The components whose outages decide who is reached and what is decided in time: senders, suppliers of what receivers
/// need, feeding areas, what orders go through, targets, and the daily needs that decisions must precede.
[[nodiscard]] std::vector<cascade::Component> wanted(const region::Region& region,
                                                     const cascade::CompiledRegion& compiled);

/// "k of these" for a service at a zone: the first need of the zone for it that is not of one group.
struct SupplySet {
  std::uint32_t k = 1;
  std::vector<cascade::Component> suppliers;
  auto operator<=>(const SupplySet&) const = default;
};
/// Nothing: no need of the zone asks for that service.
[[nodiscard]] std::vector<std::optional<SupplySet>> supply_of(const region::Region& region,
                                                              const cascade::CompiledRegion& compiled,
                                                              region::ServiceId service);

}  // namespace veer::reach
