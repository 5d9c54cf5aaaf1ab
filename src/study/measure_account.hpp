#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "region/measure_account.hpp"
#include "region/region.hpp"
#include "report/measure_account.hpp"
#include "study/measure_world.hpp"

namespace veer::study {

/// The measures of an account that were to work, and that did, at the end of a year; indices in Region::measures,
/// sorted.
///
/// Promised: what was planned to begin: a measure counts from the first year in which the account plans money for it or
/// names it, and works when its lead time, counted from the first of January of that year, is over. Delivered: those
/// that say so, from the year in which they do. `partly` is not yet delivered: half a measure takes nothing away.
struct AccountSets {
  std::vector<std::size_t> promised, delivered, partly;
};
[[nodiscard]] AccountSets account_sets(const region::Region& region, const std::vector<region::AccountRow>& rows,
                                       int year);

/// What became of the measures: money by year and payer, and what the promised and the delivered measures of each year
/// are worth when the hazard strikes at its end, both played by the engine on the same random numbers.
///
/// @param world    of this region, or of one that differs in nothing effects depend on
/// @param hazards  those of the world, with weights that sum to 1
/// @returns  years from the first to the last that has a row; payers in the order of the region
/// @errors as MeasureWorld::effects
[[nodiscard]] Result<report::MeasureAccount> account_of(const region::Region& region,
                                                        const std::vector<region::AccountRow>& rows,
                                                        MeasureWorld& world,
                                                        const std::vector<std::pair<std::string, double>>& hazards);

}  // namespace veer::study
