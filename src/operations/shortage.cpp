#include "operations/shortage.hpp"

#include <algorithm>
#include <cmath>

#include "region/operations_figures.hpp"
#include "region/selector.hpp"

namespace veer::operations {

namespace {

using region::Region;

/// Of a kind: how many times what is usual it can serve.
const std::string room = "demand.room.";

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

bool TurnBook::has_room(region::AssetId asset) const {
  return region_.find_parameter(room + region_.assets[asset.index()].kind).valid();
}

void TurnBook::derate(const region::Shock& shock, std::span<const region::AssetId> targets) {
  add(shock, targets, false);
}

void TurnBook::demand(const region::Shock& shock, std::span<const region::AssetId> targets) {
  add(shock, targets, true);
}

void TurnBook::add(const region::Shock& shock, std::span<const region::AssetId> targets, bool demand) {
  const std::size_t first = parts_.size();
  for (const region::AssetId asset : targets) {
    const std::string& kind = region_.assets[asset.index()].kind;
    const auto own = parts_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto found = std::find_if(own, parts_.end(), [&](const Part& part) { return part.kind == kind; });
    if (found != parts_.end()) {
      found->assets.push_back(asset);
      continue;
    }
    double share = shock.magnitude;
    if (demand) share = region_.parameters[region_.find_parameter(room + kind).index()].typical / shock.magnitude;
    parts_.push_back({&shock, demand, kind, {asset}, std::clamp(share, 0.0, 1.0)});
  }
}

std::vector<TurnBook::Shortage> TurnBook::shortages() const {
  std::vector<Shortage> out;
  const auto add = [&out](const Part& part, double share, Tick from, Tick until) {
    if (share < 1) out.push_back({part.shock, part.kind, part.assets, share, from, until});
  };
  std::vector<bool> done(parts_.size(), false);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (done[i]) continue;
    std::vector<const Part*> together;  // on the same things, if more is asked of them
    for (std::size_t j = i; j < parts_.size(); ++j)
      if (!done[j] && parts_[j].assets == parts_[i].assets) together.push_back(&parts_[j]);
    if (std::none_of(together.begin(), together.end(), [](const Part* part) { return part->demand; })) {
      add(parts_[i], parts_[i].share, parts_[i].from(), parts_[i].until());
      continue;
    }
    std::vector<Tick> borders;
    for (std::size_t j = i; j < parts_.size(); ++j)
      if (parts_[j].assets == parts_[i].assets) done[j] = true;
    for (const Part* part : together) borders.insert(borders.end(), {part->from(), part->until()});
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    for (std::size_t b = 0; b + 1 < borders.size(); ++b) {
      double share = 1;
      const Part* holds = nullptr;
      for (const Part* part : together) {
        if (part->from() > borders[b] || part->until() <= borders[b]) continue;
        share *= part->share;
        if (holds == nullptr) holds = part;
      }
      if (holds != nullptr) add(*holds, share, borders[b], borders[b + 1]);
    }
  }
  return out;
}

void TurnBook::settle(cascade::Program& program) const {
  for (const Shortage& shortage : shortages()) take_turns(shortage, program);
}

void TurnBook::take_turns(const Shortage& shortage, cascade::Program& program) const {
  const std::vector<region::AssetId>& assets = shortage.assets;
  const Tick until = std::min<Tick>(shortage.until, program.horizon);
  constexpr double rounding = 1e-9;
  const auto count = static_cast<double>(assets.size());
  const std::size_t off = assets.size() - static_cast<std::size_t>(std::floor(shortage.share * count + rounding));
  const Tick turn = turn_of(region_, shortage.kind);
  std::size_t next = 0;
  for (Tick begin = shortage.from; begin < until; begin += turn)
    for (std::size_t i = 0; i < off; ++i) {
      const region::AssetId asset = assets[next++ % assets.size()];
      program.hits.push_back({.component = cascade::ComponentMap::of(asset),
                              .id = stable_id("shocks/" + shortage.shock->draw_id() + "/assets/" +
                                              region_.assets[asset.index()].id + "/" + std::to_string(begin)),
                              .start = begin,
                              .start_delay = Draw::fixed(0),
                              .length = std::max<Tick>(1, std::min(turn, until - begin) - restart_of(program, asset)),
                              .length_delay = Draw::fixed(0)});
    }
}

std::vector<TurnBook::Shortage> care_short(const Region& region, region::HazardId hazard) {
  TurnBook turns(region);
  for (const region::Shock& shock : region.shocks) {
    const bool demand = shock.kind == region::ShockKind::demand;
    if (shock.hazard != hazard || (!demand && shock.kind != region::ShockKind::derate)) continue;
    std::vector<region::AssetId> care;
    for (const region::AssetId asset : region::select(shock.target, region))
      if (turns.has_room(asset)) care.push_back(asset);
    if (demand)
      turns.demand(shock, care);
    else
      turns.derate(shock, care);
  }
  return turns.shortages();
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
