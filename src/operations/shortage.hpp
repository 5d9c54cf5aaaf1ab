#pragma once

#include <span>
#include <string>
#include <vector>

#include "operations/means.hpp"

namespace veer::operations {

/// A shortage among things of one kind: of N of them only floor(magnitude · N) may be up at once, in turns.
///
/// What works partly is several assets (docs/model.md, section 3): off = N − floor(magnitude · N) of them are switched
/// off at once, in the order of the tables; after a turn the next ones, and from the last back to the first. Each is
/// released its median restart time before its turn is over, so that it is back when the next one goes, and all are
/// back when the shock ends. Turns last `derate.turn.<kind>` hours, or else `derate.turn`. Of several kinds each has
/// its own turns. They are hits like any other: nothing is drawn, and what is out anyway does not count as a turn.
///
/// @param targets  assets without roster and pump
/// @pre of each kind the shock takes more than one (region::fault_of): half a thing cannot be off
void take_turns(const region::Region& region, const region::Shock& shock, std::span<const region::AssetId> targets,
                cascade::Program& program);

/// The stocks of an asset (reservoirs and manual fallbacks) that are used up faster when more is asked of it.
///
/// The parameter `demand.drains.<parameter of the capacity>` says by which part of the extra demand: with demand f and
/// that part s it empties 1 + s·(f − 1) times as fast. A reservoir without one is a battery that does not mind.
/// @returns  the numbers of its back-ups in the program, with s; empty: it has no such reservoir
struct Drained {
  std::uint32_t need = 0;
  std::uint32_t backup = 0;
  double part = 1;
};
[[nodiscard]] std::vector<Drained> drained_reservoirs(const region::Region& region,
                                                      const cascade::CompiledRegion& compiled, region::AssetId asset);

/// Where a shock stands in the tables; one that a combination takes over, where its part has it.
[[nodiscard]] Place place_of(const region::Region& region, const region::Shock& shock, const char* column);

}  // namespace veer::operations
