#pragma once

#include <string>

#include "importers/ground/figures.hpp"
#include "importers/ground/ground.hpp"

namespace veer::importers::ground {

/// The air outdoors, which cools homes: one asset of kind `outdoor_air` in each municipality, and the daily need
/// `cooling` of every zone, which that air supplies. It stands nowhere (no position), needs nothing, and fails by
/// nothing but a shock: on a day that is too hot homes no longer cool down in the 24 hours from noon on.
///
/// @param organisation  id of the row of `organisations` that stands for nobody
/// @source docs/method/people.md, section "Cooling"
void add_outdoor_air(Ground& ground, const std::string& organisation);

/// `fragility.heat.outdoor_air`: from which daily maximum on homes no longer cool down.
void add_heat_figures(FigureRows& rows);

}  // namespace veer::importers::ground
