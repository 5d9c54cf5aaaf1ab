#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "cascade/engine.hpp"
#include "cascade/program.hpp"

namespace veer::cascade {

/// Why something went down, seen at the last defence that gave way.
enum class CauseKind : std::uint8_t {
  hit,              ///< struck by the hazard or its own breakdown, and nothing to fall back on
  reservoir_empty,  ///< battery, tank or tolerance used up
  generator_no_start,
  generator_broke,     ///< running time to failure reached
  generator_no_fuel,   ///< tank empty and no contract yet
  manual_over,         ///< work by hand not yet begun, or spent
  generator_starting,  ///< supply is gone for less than its start delay (full model)
  supply_lost,         ///< what it needs is gone and there is no back-up (only when no supplier explains it)
};

struct Cause {
  CauseKind kind = CauseKind::hit;
  Component component = 0;      ///< whose need or hit it is
  std::uint32_t need = none;    ///< need of the program; none for hits
  std::uint32_t backup = none;  ///< back-up of the program that was the last to give way; none without
  static constexpr std::uint32_t none = 0xffffffffU;
  auto operator<=>(const Cause&) const = default;
};

/// The last defence that gave way before `component` was down at `tick`: from it along the supplier that went down
/// last, to the first need that had a back-up, or to what was hit. Where that leads round in a circle the next way out
/// is taken.
/// @pre the component is down at that tick of the engine's last replica
[[nodiscard]] Cause limiting_cause(const Program& program, const Engine& engine, Component component, Tick tick);

/// Why that back-up could not carry its need at `tick` of the last replica; a back-up that could is reported as
/// supply_lost.
[[nodiscard]] CauseKind why_not_carrying(const Program& program, const Engine& engine, std::size_t need,
                                         std::size_t backup, Tick tick);

/// A hit that was active on the component in that tick, as an index in ReplicaDraws::hits; npos: none.
[[nodiscard]] std::size_t active_hit(const Engine& engine, Component component, Tick tick);
inline constexpr std::size_t no_hit = static_cast<std::size_t>(-1);

/// The first need of a component that is unmet at `tick`; Cause::none: none.
[[nodiscard]] std::uint32_t unmet_need(const Program& program, const Engine& engine, Component component, Tick tick);

}  // namespace veer::cascade
