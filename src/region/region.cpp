#include "region/region.hpp"

#include <algorithm>
#include <cstddef>

namespace veer::region {

namespace {

template <class Thing>
std::vector<std::uint32_t> sorted_positions(const std::vector<Thing>& things) {
  std::vector<std::uint32_t> positions(things.size());
  for (std::size_t i = 0; i < positions.size(); ++i) positions[i] = static_cast<std::uint32_t>(i);
  std::sort(positions.begin(), positions.end(),
            [&things](std::uint32_t a, std::uint32_t b) { return things[a].id < things[b].id; });
  return positions;
}

template <class Thing>
std::optional<std::size_t> find(const std::vector<Thing>& things, const std::vector<std::uint32_t>& positions,
                                const std::string& id) {
  if (positions.size() != things.size()) {
    const auto found = std::find_if(things.begin(), things.end(), [&id](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - things.begin()));
  }
  const auto found = std::lower_bound(
      positions.begin(), positions.end(), id,
      [&things](std::uint32_t position, const std::string& wanted) { return things[position].id < wanted; });
  if (found == positions.end() || things[*found].id != id) return std::nullopt;
  return *found;
}

template <class IdType>
std::optional<IdType> as(std::optional<std::size_t> position) {
  return position ? std::optional(IdType(*position)) : std::nullopt;
}

}  // namespace

void Region::make_index() {
  index = {sorted_positions(parameters), sorted_positions(hazards), sorted_positions(assets),
           sorted_positions(processes), sorted_positions(services)};
}

ParameterId Region::find_parameter(const std::string& parameter_id) const {
  return as<ParameterId>(find(parameters, index.parameters, parameter_id)).value_or(ParameterId());
}
std::optional<HazardId> Region::find_hazard(const std::string& hazard_id) const {
  return as<HazardId>(find(hazards, index.hazards, hazard_id));
}
std::optional<AssetId> Region::find_asset(const std::string& asset_id) const {
  return as<AssetId>(find(assets, index.assets, asset_id));
}
std::optional<ProcessId> Region::find_process(const std::string& process_id) const {
  return as<ProcessId>(find(processes, index.processes, process_id));
}
std::optional<ServiceId> Region::find_service(const std::string& service_id) const {
  return as<ServiceId>(find(services, index.services, service_id));
}

bool is_control_room(const Region& region, AssetId asset) {
  const Asset& row = region.assets[asset.index()];
  return row.kind != "roster" && region.organisations[row.organisation.index()].kind == OrganisationKind::control_room;
}

}  // namespace veer::region
