#include "operations/shortage.hpp"

#include <algorithm>
#include <cmath>

#include "region/operations_figures.hpp"

namespace veer::operations {

namespace {

using region::Region;

Tick turn_of(const Region& region, const std::string& kind) {
  const auto own = region.find_parameter("derate.turn." + kind);
  const region::Parameter row =
      own.valid() ? region.parameters[own.index()] : region::operations_parameter(region, "derate.turn");
  const Tick minutes =
      row.unit == region::Unit::hours ? to_minutes(row.typical) : static_cast<Tick>(std::floor(row.typical + 0.5));
  return std::max<Tick>(1, minutes);
}

/// The median time that an asset takes to come back.
Tick restart_of(const cascade::Program& program, region::AssetId asset) {
  const Draw& restart = program.restart[cascade::ComponentMap::of(asset)];
  if (restart.table < 0) return restart.constant;
  const cascade::Table& table = program.tables[static_cast<std::size_t>(restart.table)];
  return table[table.size() / 2];
}

}  // namespace

Place place_of(const Region& region, const region::Shock& shock, const char* column) {
  constexpr std::size_t first_row = 2;  // under the head
  const std::string id = shock.drawn_as.empty() ? shock.id : shock.drawn_as.substr(0, shock.drawn_as.find('@'));
  for (std::size_t i = 0; i < region.shocks.size(); ++i)
    if (region.shocks[i].id == id) return {.table = "shocks", .row = i + first_row, .column = column};
  return {.table = "shocks", .column = column};
}

void take_turns(const Region& region, const region::Shock& shock, std::span<const region::AssetId> targets,
                cascade::Program& program) {
  std::vector<std::pair<std::string, std::vector<region::AssetId>>> kinds;
  for (const region::AssetId asset : targets) {
    const std::string& kind = region.assets[asset.index()].kind;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; });
    if (found == kinds.end()) {
      kinds.emplace_back(kind, std::vector{asset});
    } else {
      found->second.push_back(asset);
    }
  }
  const Tick from = to_minutes(shock.start_h);
  const Tick until = std::min<Tick>(from + to_minutes(shock.duration_h), program.horizon);
  for (const auto& [kind, assets] : kinds) {
    constexpr double rounding = 1e-9;
    const auto count = static_cast<double>(assets.size());
    const std::size_t off =
        assets.size() - static_cast<std::size_t>(std::floor(std::clamp(shock.magnitude, 0.0, 1.0) * count + rounding));
    const Tick turn = turn_of(region, kind);
    std::size_t next = 0;
    for (Tick begin = from; begin < until; begin += turn)
      for (std::size_t i = 0; i < off; ++i) {
        const region::AssetId asset = assets[next++ % assets.size()];
        program.hits.push_back({.component = cascade::ComponentMap::of(asset),
                                .id = stable_id("shocks/" + shock.draw_id() + "/assets/" +
                                                region.assets[asset.index()].id + "/" + std::to_string(begin)),
                                .start = begin,
                                .start_delay = Draw::fixed(0),
                                .length = std::max<Tick>(1, std::min(turn, until - begin) - restart_of(program, asset)),
                                .length_delay = Draw::fixed(0)});
      }
  }
}

std::vector<Drained> drained_reservoirs(const Region& region, const cascade::CompiledRegion& compiled,
                                        region::AssetId asset) {
  std::vector<Drained> out;
  const cascade::Program& program = compiled.program;
  const Component component = cascade::ComponentMap::of(asset);
  for (std::uint32_t need = program.need_begin[component]; need < program.need_begin[component + 1]; ++need) {
    const region::Need& row = region.needs[compiled.need_of[need].index()];
    for (std::size_t i = 0; i < row.backups.size(); ++i) {
      const region::Backup& backup = region.backups[row.backups[i].index()];
      if (backup.kind == region::BackupKind::generator || !backup.capacity.valid()) continue;
      const auto part = region.find_parameter("demand.drains." + region.parameters[backup.capacity.index()].id);
      if (!part.valid()) continue;
      out.push_back({need, static_cast<std::uint32_t>(program.backup_begin[need] + i),
                     std::clamp(region.parameters[part.index()].typical, 0.0, 1.0)});
    }
  }
  return out;
}

}  // namespace veer::operations
