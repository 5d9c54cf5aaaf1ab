#pragma once

#include "base/result.hpp"
#include "region/region.hpp"
#include "support_points/choose.hpp"
#include "support_points/plan.hpp"

namespace veer::support_points {

/// Chooses support points for a region and works out what the choice means: who walks where and how far, load, staff,
/// stock, cost, and which assumption about demand would change it.
///
/// The result is a function of region, question and effort; with a clock in the effort it also depends on the machine.
/// Cost: the effort, and under a second for the rest.
/// @errors cancelled: effort.cancelled said so; as lay_ground, Demand::build and the models of siting
/// @source docs/method/siting.md
[[nodiscard]] Result<Plan> make_plan(const region::Region& region, const Question& question, const Effort& effort);

/// Whether the region has what a plan needs: candidates, squares and walks.
[[nodiscard]] bool can_plan(const region::Region& region);

}  // namespace veer::support_points
