#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cascade/program.hpp"
#include "region/region.hpp"

namespace veer::cascade {

/// A daily need of a zone as a component: of everyone, or of the members of one group only.
struct ZoneComponent {
  region::ZoneId zone;
  region::ServiceId need;
  std::optional<region::Group> group;
  Component component = 0;
};

/// The levels of a process as components; `minimum` always exists.
struct ProcessComponents {
  Component minimum = 0;
  std::optional<Component> full;
};

/// Which component stands for what. Components are ordered: assets (by AssetId), then zone components (by area, then
/// daily need with everyone before groups, then zone), then processes.
struct ComponentMap {
  std::size_t asset_count = 0;
  std::vector<ZoneComponent> zone_components;
  std::vector<ProcessComponents> processes;  ///< by ProcessId

  [[nodiscard]] static Component of(region::AssetId asset) { return static_cast<Component>(asset.index()); }
  [[nodiscard]] bool is_asset(Component component) const { return component < asset_count; }
};

/// What a run is made of besides the region.
struct RunSettings {
  region::HazardId hazard;
  std::uint64_t seed = 1;
  bool full_model = false;  ///< leave out the shocks of the full model, which a director plays
};

/// Whether only the full model plays a shock of that kind (docs/model.md, section 3).
[[nodiscard]] bool beyond_core(region::ShockKind kind);

struct CompiledRegion {
  Program program;
  ComponentMap map;
  std::vector<std::string> names;        ///< by component: "assets/x", "zones/z/water", "processes/p/minimum"
  std::vector<region::NeedId> need_of;   ///< by need of the program: the region's need
  std::vector<std::string> group_names;  ///< by group of the program
};

/// Flattens a region under one hazard.
///
/// Cost: one pass over the region and the targets of each shock; a few milliseconds for 8,000 components.
/// @errors unsupported: the hazard has a shock of the full model and that was not asked for, or a process has no
/// minimum level
[[nodiscard]] Result<CompiledRegion> compile(const region::Region& region, const RunSettings& settings);

}  // namespace veer::cascade
