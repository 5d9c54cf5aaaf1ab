#pragma once

#include <array>
#include <vector>

#include "base/result.hpp"
#include "people/reserves.hpp"
#include "region/region.hpp"

namespace veer::people {

/// How homes cool down that are without heating from minute 0, over all homes of the region, weighed by residents.
struct HomeCooling {
  std::vector<std::array<double, 3>>
      degrees_c;  ///< by output hour: the coldest 5 %, the median, the warmest 5 % lie beyond these
  std::array<double, 3>
      hours_to_limit{};  ///< hours until 5 %, half and 95 % of the homes are below the limit; +infinity: never
};

/// T(t) = T_out + (T_in − T_out)·exp(−t/τ), τ by the building class of each zone.
/// @errors as region::quantiles
/// @source docs/model.md, section 5; HEA01, HEA02
[[nodiscard]] Result<HomeCooling> home_cooling(const region::Region& region, const Warmth& warmth, std::size_t hours);

}  // namespace veer::people
