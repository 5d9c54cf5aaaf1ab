#pragma once

#include "importers/ground/figures.hpp"

namespace veer::importers::haaglanden {

/// `fragility.<heat|rain|flood>.<kind>`: which intensity things of a kind stand; the shocks of the shipped hazards read
/// them, and those that a planner makes.
/// @source docs/method/hazards.md, section "How strong things are"
void add_fragilities(ground::FigureRows& rows);

}  // namespace veer::importers::haaglanden
