#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/units.hpp"
#include "region/parameter.hpp"

namespace veer::cascade {

/// Whole ticks since the start; a region always runs in minutes, `region-cascade-1` files may have longer ticks.
using Tick = std::int32_t;
/// Later than any horizon.
inline constexpr Tick never = 1 << 30;

using Component = std::uint32_t;  ///< index of an asset, a zone's daily need or a process level
using Table = region::QuantileTable;

/// A half-open stretch [start, end) of ticks in which a component was down.
struct Interval {
  Tick start = 0;
  Tick end = 0;
  bool operator==(const Interval&) const = default;
};

/// How one random value is drawn: from a quantile table by the entity's own word or its group's, or a constant.
///
/// The entity takes the group's word when its own follow word is below `follow_below` (docs/model.md, section 2).
struct Draw {
  std::int32_t table = -1;  ///< index in Program::tables; -1: always `constant`
  Tick constant = 0;
  std::int32_t group = -1;         ///< index in Program::groups; -1: always the own word
  std::uint64_t follow_below = 0;  ///< ρ·2³²; 2³² and above: always the group's word

  [[nodiscard]] static Draw fixed(Tick value) { return {.constant = value}; }
};

/// A shock on one component: a hit [start, start + length) with both ends perhaps delayed by a draw.
struct Hit {
  Component component = 0;
  StableId id{};                            ///< of this shock on this target
  std::uint64_t taken_below = 1ULL << 32U;  ///< share·2³²: it happens when the selection word is below
  Tick start = 0;
  Draw start_delay;  ///< purpose hit_start, word 0
  Tick length = 0;
  Draw length_delay;  ///< purpose asset, word 1
};

/// Own failures of a component: at most four a replica, counted from tick 0 whether it is up or down.
struct Breakdown {
  Component component = 0;
  StableId id{};
  Draw failure;  ///< time to failure: purpose breakdown, draws 0, 2, 4, 6
  Draw repair;   ///< time to repair: draws 1, 3, 5, 7
};
inline constexpr std::uint32_t most_breakdowns = 4;

enum class BackupKind : std::uint8_t { reservoir, generator, manual };

/// A back-up in the chain of one need (docs/model.md, section 4). Its words are those of purpose need.
struct Backup {
  BackupKind kind = BackupKind::reservoir;
  StableId id{};
  Tick recharge = 4;                   ///< q, reservoir only
  Draw capacity;                       ///< word 3: b (reservoir, manual), tank (generator)
  std::uint64_t start_fail_below = 0;  ///< generator: it does not start when word 0 is below
  Draw run = Draw::fixed(never);       ///< word 1: F, running ticks until it breaks
  Draw from = Draw::fixed(never);      ///< word 2: D; manual fallback without one: 0
  Tick start_delay = 0;                ///< generator: ticks without supply before it carries; above 0: full model
};

/// A region and a hazard, flat: what every engine runs. Immutable after `finish`; share it between threads.
///
/// Needs of component c are need_begin[c] … need_begin[c+1]; of need j the suppliers are suppliers[supplier_begin[j] …
/// supplier_begin[j+1]] and the back-ups likewise, in the order in which they are tried.
struct Program {
  Tick horizon = 0;
  Minutes tick_minutes = 1;
  std::uint64_t seed = 0;
  std::vector<Table> tables;
  std::vector<StableId> groups;

  std::vector<StableId> component_id;
  std::vector<Draw> restart;  ///< R by component, purpose asset word 0, at least 1
  std::vector<Hit> hits;
  std::vector<Breakdown> breakdowns;

  std::vector<std::uint32_t> need_begin;  ///< components + 1
  std::vector<Component> need_component;
  std::vector<std::uint32_t> need_k;
  std::vector<std::uint32_t> supplier_begin;  ///< needs + 1
  std::vector<Component> suppliers;
  std::vector<std::uint32_t> backup_begin;  ///< needs + 1
  std::vector<Backup> backups;

  // Filled in by finish(): whom a component supplies.
  std::vector<std::uint32_t> user_begin;  ///< components + 1
  std::vector<std::uint32_t> users;       ///< needs, once for each time the component is listed

  [[nodiscard]] std::size_t component_count() const { return component_id.size(); }
  [[nodiscard]] std::size_t need_count() const { return need_component.size(); }
  [[nodiscard]] std::span<const Component> suppliers_of(std::size_t need) const {
    return {suppliers.data() + supplier_begin[need], supplier_begin[need + 1] - supplier_begin[need]};
  }

  /// The first back-up that only the event engine can work out, since it does not keep to "more outage never helps": a
  /// generator with a start delay. Nothing: the program is all core.
  [[nodiscard]] std::optional<std::uint32_t> full_model_backup() const;

  /// Derives the reverse links. Call once, after everything above is filled in.
  void finish();
};

/// The words that groups share in one replica.
[[nodiscard]] std::vector<std::uint32_t> group_words(const Program& program, std::uint32_t group_replica);

/// Where the random numbers of one replica come from: its number, and the words its groups share.
struct ReplicaWords {
  std::uint32_t replica = 0;
  const std::uint32_t* shared = nullptr;  ///< word of group g: shared[g·stride]
  std::size_t stride = 1;
};

/// One value: the constant, or the table entry of the word that holds for this entity.
///
/// @param own  the entity's own word of that purpose and number
[[nodiscard]] Tick value_of(const Program& program, const Draw& draw, ReplicaWords words, StableId entity,
                            Purpose purpose, std::uint32_t number, std::uint32_t own);

/// Hash of one down interval; the fingerprint of a replica is the sum over all of them modulo 2⁶⁴.
/// @source `region-cascade-1`, docs/model.md, section 4
[[nodiscard]] std::uint64_t interval_hash(Component component, Interval interval);

}  // namespace veer::cascade
