#include "region/playable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "region/selector.hpp"

namespace veer::region {

namespace {

constexpr std::array<const char*, 10> shock_kinds{"hit",  "demand", "derate", "damage", "access",
                                                  "heat", "cold",   "rain",   "flood",  "trust"};

const Asset& asset_of(const Region& region, AssetId id) { return region.assets[id.index()]; }

bool based(const Region& region, const char* kind, AssetId asset) {
  return std::any_of(region.resources.begin(), region.resources.end(),
                     [&](const Resource& row) { return row.kind == kind && row.base == asset; });
}

/// People on duty that are counted.
bool is_roster(const Region& region, AssetId asset) {
  return asset_of(region, asset).kind == "roster" && based(region, "duty_staff", asset);
}

/// A stock that is used up faster when more is asked of the asset.
bool drains(const Region& region, AssetId asset) {
  return std::any_of(region.needs.begin(), region.needs.end(), [&](const Need& need) {
    if (need.owner.kind != OwnerKind::asset || need.owner.index != asset.index()) return false;
    return std::any_of(need.backups.begin(), need.backups.end(), [&](BackupId id) {
      const Backup& backup = region.backups[id.index()];
      return backup.kind != BackupKind::generator && backup.capacity.valid() &&
             region.find_parameter("demand.drains." + region.parameters[backup.capacity.index()].id).valid();
    });
  });
}

std::optional<Message> intensity_fault(const Region& region, const Shock& shock, const std::vector<AssetId>& targets) {
  if (targets.empty()) return std::nullopt;
  const std::string stem = std::string("fragility.") + shock_kinds[static_cast<std::size_t>(shock.kind)] + ".";
  for (const AssetId asset : targets)
    if (region.find_parameter(stem + asset_of(region, asset).kind).valid()) return std::nullopt;
  return Message{"region.shock.no_fragility", {shock.id, stem + asset_of(region, targets.front()).kind}};
}

std::optional<Message> derate_fault(const Region& region, const Shock& shock, const std::vector<AssetId>& targets) {
  std::map<std::string, std::vector<AssetId>> others;  // what takes turns
  for (const AssetId asset : targets) {
    if (is_roster(region, asset) || (plays_fuel(region) && based(region, "fuel_stock", asset))) continue;
    const Asset& row = asset_of(region, asset);
    if (row.kind == "roster") return Message{"region.shock.no_staff", {shock.id, row.id}};
    others[row.kind].push_back(asset);
  }
  for (const auto& [kind, assets] : others)
    if (assets.size() == 1) return Message{"region.shock.single", {shock.id, asset_of(region, assets.front()).id}};
  return std::nullopt;
}

std::optional<Message> demand_fault(const Region& region, const Shock& shock, const std::vector<AssetId>& targets) {
  std::map<std::string, std::vector<AssetId>> short_of_room;  // what takes turns
  for (const AssetId asset : targets) {
    if (is_roster(region, asset) || is_control_room(region, asset)) continue;
    const Asset& row = asset_of(region, asset);
    const ParameterId room = region.find_parameter("demand.room." + row.kind);
    if (!room.valid() && !drains(region, asset)) return Message{"region.shock.no_queue", {shock.id, row.id}};
    if (room.valid() && region.parameters[room.index()].typical < shock.magnitude)
      short_of_room[row.kind].push_back(asset);
  }
  for (const auto& [kind, assets] : short_of_room)
    if (assets.size() == 1) return Message{"region.shock.single", {shock.id, asset_of(region, assets.front()).id}};
  return std::nullopt;
}

}  // namespace

bool plays_fuel(const Region& region) {
  const auto some = [&](const char* kind) {
    return std::any_of(region.resources.begin(), region.resources.end(),
                       [&](const Resource& row) { return row.kind == kind && row.amount > 0 && row.base; });
  };
  return some("fuel_truck") && some("fuel_stock");
}

std::optional<Message> fault_of(const Region& region, const Shock& shock) {
  const auto targets = select(shock.target, region);
  switch (shock.kind) {
    case ShockKind::heat:
    case ShockKind::cold:
    case ShockKind::rain:
    case ShockKind::flood:
      return intensity_fault(region, shock, targets);
    case ShockKind::demand:
      return demand_fault(region, shock, targets);
    case ShockKind::derate:
      return derate_fault(region, shock, targets);
    case ShockKind::damage: {
      const bool crews = std::any_of(region.resources.begin(), region.resources.end(),
                                     [](const Resource& row) { return row.kind == "repair_crew" && row.amount >= 1; });
      return crews || targets.empty() ? std::nullopt : std::optional(Message{"region.shock.no_crew", {shock.id}});
    }
    case ShockKind::hit:
    case ShockKind::access:
    case ShockKind::trust:
      break;
  }
  return std::nullopt;
}

}  // namespace veer::region
