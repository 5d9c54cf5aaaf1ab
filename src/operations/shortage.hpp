#pragma once

#include <span>
#include <string>
#include <vector>

#include "operations/means.hpp"

namespace veer::operations {

/// Shortages among things of one kind: of N of them only floor(share · N) may be up at once, in turns.
///
/// What works partly is several assets (docs/model.md, section 3): off = N − floor(share · N) of them are switched
/// off at once, in the order of the tables; after a turn the next ones, and from the last back to the first. Each is
/// released its median restart time before its turn is over, so that it is back when the next one goes, and all are
/// back when the shock ends. Turns last `derate.turn.<kind>` hours, or else `derate.turn`. Of several kinds each has
/// its own turns. They are hits like any other: nothing is drawn, and what is out anyway does not count as a turn.
///
/// A `derate` leaves its magnitude as share. A `demand` f on a kind that can serve `demand.room.<kind>` times what is
/// usual leaves min(1, room / f): that part of what is asked is done, the rest is not. Where both hold of the same
/// things at the same time the shares multiply (fewer carers, each asked for more); other shortages run side by side.
class TurnBook {
 public:
  /// That of some things of one kind only a share is there, for a while.
  struct Shortage {
    const region::Shock* shock = nullptr;  ///< of several that hold together the first
    std::string kind;
    std::vector<region::AssetId> assets;
    double share = 1;  ///< below 1
    Tick from = 0;
    Tick until = 0;
  };

  explicit TurnBook(const region::Region& region) : region_(region) {}

  /// @param targets  of a `derate`, without roster and pump
  void derate(const region::Shock& shock, std::span<const region::AssetId> targets);
  /// @pre has_room(asset) of each of them
  void demand(const region::Shock& shock, std::span<const region::AssetId> targets);
  /// Whether its kind has the parameter `demand.room.<kind>`.
  [[nodiscard]] bool has_room(region::AssetId asset) const;

  /// What is short, as the shocks so far say it: in their order, of those that hold together by time.
  [[nodiscard]] std::vector<Shortage> shortages() const;
  /// Writes the turns as hits.
  /// @pre of each kind a shock takes more than one (region::fault_of): half a thing cannot be off
  void settle(cascade::Program& program) const;

 private:
  /// What a shock leaves of the things of one kind.
  struct Part {
    const region::Shock* shock = nullptr;
    bool demand = false;
    std::string kind;
    std::vector<region::AssetId> assets;
    double share = 1;
    [[nodiscard]] Tick from() const { return to_minutes(shock->start_h); }
    [[nodiscard]] Tick until() const { return from() + to_minutes(shock->duration_h); }
  };
  void add(const region::Shock& shock, std::span<const region::AssetId> targets, bool demand);
  void take_turns(const Shortage& shortage, cascade::Program& program) const;

  const region::Region& region_;
  std::vector<Part> parts_;
};

/// What a hazard leaves of the care whose room is known (`demand.room.<kind>`): of everyone who asks that kind for help
/// in that time the part 1 − share is turned away there. Where they go instead is not told; other care may be as full.
[[nodiscard]] std::vector<TurnBook::Shortage> care_short(const region::Region& region, region::HazardId hazard);

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
