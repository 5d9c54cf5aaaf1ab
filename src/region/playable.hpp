#pragma once

#include <optional>

#include "base/text.hpp"
#include "region/region.hpp"

namespace veer::region {

/// Why a shock cannot be played in this region, as a sentence with a remedy; nothing: it can.
///
/// An intensity (heat, cold, rain, flood) of which no target has a `fragility.<kind of shock>.<kind of asset>`; demand
/// on what has no people on duty, answers no calls, has no stock that is used up faster and no room; a derate of a
/// roster whose people are not counted; a derate, or demand beyond the room, of one thing of a kind (there is no half
/// asset); damage where nobody repairs. A shock that takes nothing has no fault of this sort.
///
/// The builder asks it of every row of the table, so that the engines need not: they would say the same.
/// @source docs/model.md, section 3; docs/method/operations.md
[[nodiscard]] std::optional<Message> fault_of(const Region& region, const Shock& shock);

/// Whether a region has trucks and a stock of fuel for them, without which the full model plays no depots.
[[nodiscard]] bool plays_fuel(const Region& region);

}  // namespace veer::region
