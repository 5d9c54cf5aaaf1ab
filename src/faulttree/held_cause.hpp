#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cascade/program.hpp"
#include "faulttree/minute_chances.hpp"

namespace veer::faulttree {

/// One drawn number of a cause, clipped to what matters within the horizon: by its own word, or by its group's.
struct HeldSlot {
  MinuteChances own;
  bool high_is_bad = false;               ///< a minute from which help is there: later is worse
  std::int32_t group = -1;                ///< of the program; −1: always its own word
  double follow = 0;                      ///< ρ: chance that it takes the group's word
  const cascade::Table* table = nullptr;  ///< group ≥ 0 only
  cascade::Tick least = 0;                ///< values are clipped to least … most: beyond, nothing changes
  cascade::Tick most = 0;
  cascade::Tick offset = 0;  ///< and then added to

  [[nodiscard]] cascade::Tick at_word(std::size_t word) const;  ///< value for group word index 0 … 1023
  [[nodiscard]] cascade::Tick best() const { return high_is_bad ? own.front().first : own.back().first; }
  [[nodiscard]] cascade::Tick worst() const { return high_is_bad ? own.back().first : own.front().first; }
  [[nodiscard]] bool varies() const { return own.size() > 1; }
  bool operator==(const HeldSlot& other) const;
};

enum class HeldCauseKind : std::uint8_t { chain, hit, breakdown };

/// Something that may go wrong within the horizon, as a monotone predicate of a few independent draws: the chain of
/// back-ups of a need carries it for less than the horizon, a hit of the hazard falls in it, a component breaks down.
///
/// A chain of reservoirs and manual fallbacks that are there from the start (stocks, S minutes together) and at most
/// one *runner* (a generator: started, F, tank T, contract D; or a manual fallback from minute D: F its minutes, T = 0)
/// carries for h minutes or more exactly when S ≥ h, or it started, S + F ≥ h and S + T ≥ min(h, D): stocks bridge
/// what the runner leaves open, in any order. A runner with a start delay asks for S ≥ min(h, delay) besides. `simple`
/// says that a chain is of that form; two runners are of a form of their own (PairChance), others are played step by
/// step.
/// @source docs/method/held_view.md
struct HeldCause {
  HeldCauseKind kind = HeldCauseKind::chain;
  std::uint32_t index = 0;  ///< need, hit or breakdown of the program
  cascade::Tick horizon = 0;
  bool simple = false;
  std::size_t stock_count = 0;         ///< simple: slots 0 … stock_count − 1 are stocks
  bool has_runner = false;             ///< simple: then follow start, F, T and D
  std::vector<std::uint32_t> backups;  ///< simple: back-up of the program of each stock, then of the runner
  std::vector<HeldSlot> slots;
  cascade::Tick delay = 0;                 ///< simple: the runner carries from this minute only, clipped to the horizon
  std::vector<cascade::BackupKind> kinds;  ///< not simple: of each back-up, with four slots each
  std::vector<cascade::Tick> delays;       ///< not simple: start delay of each back-up

  static constexpr std::size_t start = 0, run = 1, tank = 2, from = 3;  ///< places after the stocks
  [[nodiscard]] const HeldSlot& runner(std::size_t place) const { return slots[stock_count + place]; }

  /// Whether it happens with these values. @param values  one a slot
  [[nodiscard]] bool happens(std::span<const cascade::Tick> values) const;
  [[nodiscard]] bool certain() const;   ///< happens with every slot at its best
  [[nodiscard]] bool possible() const;  ///< happens with every slot at its worst
};

/// The cause of a need's chain, a hit or a breakdown of the program, held at a horizon.
[[nodiscard]] HeldCause chain_cause(const cascade::Program& program, std::uint32_t need, cascade::Tick horizon);
[[nodiscard]] HeldCause hit_cause(const cascade::Program& program, std::uint32_t hit, cascade::Tick horizon);
[[nodiscard]] HeldCause breakdown_cause(const cascade::Program& program, std::uint32_t breakdown,
                                        cascade::Tick horizon);

/// Whether a chain carries from minute 0 until the horizon: back-ups in order, four values each (start 0 or 1, F,
/// capacity or tank, D), and the start delay of each.
[[nodiscard]] bool carries(std::span<const cascade::BackupKind> kinds, std::span<const cascade::Tick> values,
                           std::span<const cascade::Tick> delays, cascade::Tick horizon);

/// The chances of the parts of a simple chain, each given that the ones before it went as said; the chance of the
/// chain is short·(1 − (1 − no_start)(1 − breaks)(1 − dry·late)).
struct ChainParts {
  double short_of_stock = 1;  ///< S < h
  double no_start = 1;        ///< 1 without a runner
  double breaks = 0;          ///< S + F < h, or S does not bridge the start delay
  double dry = 0;             ///< S + T < h, given that it runs long enough
  double late = 0;            ///< the contract begins after the tank is empty, given that it is
};
[[nodiscard]] ChainParts parts_of(const HeldCause& cause);

}  // namespace veer::faulttree
