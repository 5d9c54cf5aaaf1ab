#pragma once

#include <string>
#include <vector>

#include "ensemble/ensemble.hpp"
#include "people/population.hpp"
#include "region/region.hpp"
#include "store/store.hpp"

namespace veer::server {

namespace part {

/// Members of a group with an unmet need, by area and hour.
[[nodiscard]] std::string groups(const std::string& need, const std::string& group);

}  // namespace part

/// What an ensemble says of the groups, as parts of the results of a run: one for each need and group that occurs
/// (Gebiedsuitkomsten of schema/openapi.json, with the group in it and the sums of the region beside the areas).
///
/// results.json leaves this out: it would double its size.
/// @pre outcome is of this region and population
[[nodiscard]] std::vector<store::ResultFile> group_parts(const region::Region& region,
                                                         const people::Population& population,
                                                         const ensemble::Outcome& outcome);

}  // namespace veer::server
