#pragma once

#include <optional>
#include <string>
#include <vector>

#include "region/outcome.hpp"
#include "region/region.hpp"

namespace veer::continuity {

/// Counts over replicas of how often an objective was missed.
struct ObjectiveCounts {
  std::size_t replicas = 0;
  std::size_t mtpd_exceeded = 0;  ///< some single interruption longer than the MTPD
  std::size_t rto_missed = 0;     ///< some single interruption longer than the RTO
  std::size_t never_failed = 0;
};

/// Holds a process's objectives against what happened.
/// @source docs/model.md, section 6
[[nodiscard]] ObjectiveCounts objectives(const region::Process& process, const std::vector<region::ProcessRun>& runs);

/// What a process's minimum level rests on: everything reached from it over needs and suppliers, itself not included.
struct Cone {
  std::vector<region::AssetId> assets;       ///< ascending
  std::vector<region::ProcessId> processes;  ///< ascending, without itself
  std::vector<region::NeedId> needs;         ///< its own and those of the cone, ascending
};
[[nodiscard]] std::vector<Cone> cones(const region::Region& region);

/// The verdict that today's tools give, without a clock: objectives flow down (lowest wins), stated recovery times flow
/// up (highest wins).
struct StaticVerdict {
  double required_h = 0;  ///< the process's own RTO
  std::optional<double>
      expected_h;  ///< largest recovery time stated for an asset below it; nothing when none is stated
  std::optional<region::AssetId> slowest;
  [[nodiscard]] bool holds() const { return !expected_h || *expected_h <= required_h; }
};
[[nodiscard]] StaticVerdict static_verdict(const region::Region& region, const Cone& cone, region::ProcessId process);

/// The least RTO over the processes above each asset; nothing when no process rests on it. By asset.
[[nodiscard]] std::vector<std::optional<double>> required_recovery(const region::Region& region,
                                                                   const std::vector<Cone>& cones);

enum class Rule { rto_below_mtpd, dependency_rto, autonomy };

/// One rule check of a process, with what was compared.
struct Check {
  Rule rule = Rule::rto_below_mtpd;
  bool holds = true;
  double found_h = 0;     ///< RTO, the dependency's RTO, or the autonomy
  double limit_h = 0;     ///< MTPD, the user's RTO, or the length of the scenario
  bool resupply = false;  ///< autonomy: a contract or people promise to keep it going
  std::optional<region::ProcessId> dependency;
  std::optional<region::NeedId> need;
};

/// The rule checks of a process: RTO < MTPD; RTO of a process it depends on ≤ its own; own autonomy ≥ the scenario or a
/// resupply promise.
///
/// Autonomy is asked of the power needs of assets of the same organisation that the minimum level needs directly; it is
/// the sum of the typical capacities of the chain. A power need without any back-up has autonomy 0.
[[nodiscard]] std::vector<Check> checks(const region::Region& region, region::ProcessId process, double scenario_h);

/// Share of the rows a process rests on (itself, needs, assets, back-ups) whose figures are assumptions.
[[nodiscard]] double assumption_share(const region::Region& region, const Cone& cone, region::ProcessId process);

}  // namespace veer::continuity
