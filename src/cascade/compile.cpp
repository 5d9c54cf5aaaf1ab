#include "cascade/compile.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "region/selector.hpp"

namespace veer::cascade {

namespace {

using region::OwnerKind;
using region::Region;

constexpr double word_range = 4294967296.0;  // 2³²

std::uint64_t threshold(double probability) {
  return static_cast<std::uint64_t>(std::llround(std::clamp(probability, 0.0, 1.0) * word_range));
}

/// Turns parameters into draws; each quantile table and each group is stored once.
class DrawTables {
 public:
  DrawTables(const Region& region, CompiledRegion& out) : region_(region), out_(out) {}

  /// @param least  smallest value in ticks
  Result<Draw> time(region::ParameterId id, Tick least, Tick when_absent) {
    if (!id.valid()) return Draw::fixed(when_absent);
    const auto key = std::pair(id.index(), least);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const region::Parameter& parameter = region_.parameters[id.index()];
    TRY(const Table table, region::quantile_table(parameter, least));
    Draw draw;
    if (table.front() == table.back()) {
      draw = Draw::fixed(table.front());
    } else {
      draw.table = static_cast<std::int32_t>(out_.program.tables.size());
      out_.program.tables.push_back(table);
      draw.group = group(parameter.group.empty() ? parameter.id : parameter.group);
      draw.follow_below = threshold(parameter.share);
    }
    known_.emplace(key, draw);
    return draw;
  }

  /// The median; 0 when there is none.
  Result<Tick> median(region::ParameterId id) const {
    if (!id.valid()) return 0;
    TRY(const Table table, region::quantile_table(region_.parameters[id.index()], 0));
    return Tick{table[table.size() / 2]};
  }
  /// The smallest value of a draw.
  [[nodiscard]] Tick least(const Draw& draw) const {
    return draw.table < 0 ? draw.constant : Tick{out_.program.tables[static_cast<std::size_t>(draw.table)].front()};
  }

  /// The mean of an uncertain probability: a coin with an uncertain chance lands as often as one with its mean.
  Result<std::uint64_t> chance(region::ParameterId id) {
    if (!id.valid()) return 0;
    if (const auto known = chances_.find(id.index()); known != chances_.end()) return known->second;
    TRY(const auto values, region::quantiles(region_.parameters[id.index()]));
    double sum = 0;
    for (const double value : values) sum += value;
    return chances_[id.index()] = threshold(sum / static_cast<double>(values.size()));
  }

 private:
  std::int32_t group(const std::string& name) {
    const auto found = std::find(out_.group_names.begin(), out_.group_names.end(), name);
    if (found != out_.group_names.end()) return static_cast<std::int32_t>(found - out_.group_names.begin());
    out_.group_names.push_back(name);
    out_.program.groups.push_back(stable_id("groups/" + name));
    return static_cast<std::int32_t>(out_.group_names.size() - 1);
  }

  const Region& region_;
  CompiledRegion& out_;
  std::map<std::pair<std::size_t, Tick>, Draw> known_;
  std::map<std::size_t, std::uint64_t> chances_;  ///< by parameter: a thousand generators ask for the same few
};

/// Gives every asset, daily need of a zone and level of a process its component, and lists the needs of each.
std::vector<std::vector<region::NeedId>> lay_out(const Region& region, CompiledRegion& out) {
  // By area, then component, then zone: what belongs to one curve stands together.
  std::map<std::tuple<std::size_t, std::string, std::size_t>, std::vector<region::NeedId>> zones;
  std::vector<std::vector<region::NeedId>> minimum(region.processes.size());
  std::vector<std::vector<region::NeedId>> full(region.processes.size());
  std::vector<std::vector<region::NeedId>> needs(region.assets.size());
  for (std::size_t i = 0; i < region.needs.size(); ++i) {
    const region::NeedOwner& owner = region.needs[i].owner;
    switch (owner.kind) {
      case OwnerKind::asset:
        needs[owner.index].emplace_back(i);
        break;
      case OwnerKind::zone:
        zones[{region.zones[owner.index].area.index(), owner.component, owner.index}].emplace_back(i);
        break;
      case OwnerKind::process:
        (owner.component == "full" ? full : minimum)[owner.index].emplace_back(i);
        break;
    }
  }
  out.map.asset_count = region.assets.size();
  for (const auto& asset : region.assets) out.names.push_back("assets/" + asset.id);
  const auto add = [&](std::string name, std::vector<region::NeedId> own) {
    out.names.push_back(std::move(name));
    needs.push_back(std::move(own));
    return static_cast<Component>(needs.size() - 1);
  };
  for (auto& [key, own] : zones) {
    const auto& [area, level, zone] = key;
    ZoneComponent component{.zone = region::ZoneId{zone}, .need = {}, .group = {}};
    const auto at = level.find('@');
    component.need = region.find_service(level.substr(0, at)).value_or(region::ServiceId{});
    if (at != std::string::npos) {
      const auto name = level.substr(at + 1);
      const auto found = std::find(region::group_names.begin(), region::group_names.end(), name);
      component.group = static_cast<region::Group>(found - region::group_names.begin());
    }
    component.component = add("zones/" + region.zones[zone].id + "/" + level, std::move(own));
    out.map.zone_components.push_back(component);
  }
  for (std::size_t p = 0; p < region.processes.size(); ++p) {
    const std::string name = "processes/" + region.processes[p].id;
    ProcessComponents components{.minimum = add(name + "/minimum", std::move(minimum[p])), .full = {}};
    if (!full[p].empty()) components.full = add(name + "/full", std::move(full[p]));
    out.map.processes.push_back(components);
  }
  return needs;
}

BackupKind kind_of(region::BackupKind kind) {
  switch (kind) {
    case region::BackupKind::reservoir:
      return BackupKind::reservoir;
    case region::BackupKind::generator:
      return BackupKind::generator;
    case region::BackupKind::manual:
      return BackupKind::manual;
  }
  return BackupKind::reservoir;
}

Result<Backup> compile_backup(const region::Backup& backup, DrawTables& tables) {
  Backup out{.kind = kind_of(backup.kind),
             .id = stable_id("backups/" + backup.id),
             .recharge = static_cast<Tick>(backup.recharge),
             .capacity = {}};
  const bool generator = backup.kind == region::BackupKind::generator;
  TRY(out.capacity, tables.time(backup.capacity, 0, 0));
  TRY(out.start_fail_below, tables.chance(backup.start_failure));
  TRY(out.run, tables.time(backup.run, 0, never));
  TRY(out.from, tables.time(backup.available_from, 0, generator ? never : 0));
  return out;
}

/// A start delay that a reservoir earlier in the chain always outlasts plays no part: then the core is enough.
Done compile_chain(const Region& region, const region::Need& need, DrawTables& tables, Program& program) {
  Tick bridged = 0;
  for (const region::BackupId id : need.backups) {
    const region::Backup& backup = region.backups[id.index()];
    TRY(auto compiled, compile_backup(backup, tables));
    TRY(const Tick delay, tables.median(backup.start_delay));
    if (delay > bridged) compiled.start_delay = delay;
    if (compiled.kind == BackupKind::reservoir) bridged = std::max(bridged, tables.least(compiled.capacity));
    program.backups.push_back(compiled);
  }
  return {};
}

Done compile_needs(const Region& region, const std::vector<std::vector<region::NeedId>>& needs, DrawTables& tables,
                   CompiledRegion& out) {
  Program& program = out.program;
  program.need_begin.push_back(0);
  program.supplier_begin.push_back(0);
  program.backup_begin.push_back(0);
  for (std::size_t c = 0; c < needs.size(); ++c) {
    for (const region::NeedId id : needs[c]) {
      const region::Need& need = region.needs[id.index()];
      program.need_component.push_back(static_cast<Component>(c));
      program.need_k.push_back(need.k);
      for (const region::Supplier& supplier : need.suppliers)
        program.suppliers.push_back(supplier.kind == OwnerKind::asset ? static_cast<Component>(supplier.index)
                                                                      : out.map.processes[supplier.index].minimum);
      program.supplier_begin.push_back(static_cast<std::uint32_t>(program.suppliers.size()));
      TRY_DONE(compile_chain(region, need, tables, program));
      program.backup_begin.push_back(static_cast<std::uint32_t>(program.backups.size()));
      out.need_of.push_back(id);
    }
    program.need_begin.push_back(static_cast<std::uint32_t>(program.need_component.size()));
  }
  return {};
}

Done compile_restarts(const Region& region, DrawTables& tables, CompiledRegion& out) {
  Program& program = out.program;
  for (const std::string& name : out.names) program.component_id.push_back(stable_id(name));
  for (const region::Asset& asset : region.assets) {
    TRY(const Draw restart, tables.time(asset.restart, 1, 1));
    program.restart.push_back(restart);
  }
  for (std::size_t i = 0; i < out.map.zone_components.size(); ++i) program.restart.push_back(Draw::fixed(1));
  for (std::size_t p = 0; p < region.processes.size(); ++p) {
    TRY(const Draw restart, tables.time(region.processes[p].restart, 1, 1));
    program.restart.push_back(restart);
    if (out.map.processes[p].full) program.restart.push_back(restart);
  }
  return {};
}

constexpr std::array<const char*, 10> shock_kinds{"hit",  "demand", "derate", "damage", "access",
                                                  "heat", "cold",   "rain",   "flood",  "trust"};

/// The share of things of a kind that an intensity is too strong for: the parameter `fragility.<intensity>.<kind>` is
/// how strong they are, and P(fails) the share of its 1,024 quantiles at or below the magnitude of the shock. A kind
/// without one does not mind. A hit is too strong for everything.
class Fragility {
 public:
  /// @errors as region::quantiles; that some target of an intensity has a curve was checked (region/playable.hpp)
  static Result<Fragility> of(const Region& region, const region::Shock& shock) {
    Fragility out;
    out.hit_ = shock.kind == region::ShockKind::hit;
    if (out.hit_) return out;
    const std::string word = shock_kinds[static_cast<std::size_t>(shock.kind)];
    for (const region::AssetId asset : region::select(shock.target, region)) {
      const std::string& kind = region.assets[asset.index()].kind;
      if (out.fails_.contains(kind)) continue;
      const auto curve = region.find_parameter("fragility." + word + "." + kind);
      if (!curve.valid()) continue;
      TRY(const auto strength, region::quantiles(region.parameters[curve.index()]));
      const auto weaker = std::upper_bound(strength.begin(), strength.end(), shock.magnitude) - strength.begin();
      out.fails_[kind] = static_cast<double>(weaker) / static_cast<double>(strength.size());
    }
    return out;
  }
  [[nodiscard]] double fails(const std::string& kind) const {
    if (hit_) return 1;
    const auto found = fails_.find(kind);
    return found == fails_.end() ? 0 : found->second;
  }

 private:
  bool hit_ = false;
  std::map<std::string, double> fails_;
};

Done compile_hazard(const Region& region, const RunSettings& settings, DrawTables& tables, CompiledRegion& out) {
  for (const region::Shock& shock : region.shocks) {
    if (shock.hazard != settings.hazard || shock.kind == region::ShockKind::trust) continue;
    if (beyond_core(shock.kind)) {
      if (settings.full_model) continue;
      return fail({ErrorKind::unsupported,
                   {"cascade.shock.full_model", {shock.id, shock_kinds[static_cast<std::size_t>(shock.kind)]}},
                   {},
                   {}});
    }
    TRY(const Draw start_delay, tables.time(shock.start_delay, 0, 0));
    TRY(const Draw length_delay, tables.time(shock.duration_delay, 0, 0));
    TRY(const auto fragility, Fragility::of(region, shock));
    for (const region::AssetId asset : region::select(shock.target, region)) {
      const double fails = fragility.fails(region.assets[asset.index()].kind);
      if (fails <= 0) continue;
      out.program.hits.push_back(
          {.component = ComponentMap::of(asset),
           .id = stable_id("shocks/" + shock.draw_id() + "/assets/" + region.assets[asset.index()].id),
           .taken_below = threshold(shock.share * fails),
           .start = to_minutes(shock.start_h),
           .start_delay = start_delay,
           .length = to_minutes(shock.duration_h),
           .length_delay = length_delay});
    }
  }
  for (std::size_t a = 0; a < region.assets.size(); ++a) {
    const region::Asset& asset = region.assets[a];
    if (!asset.failure.valid()) continue;
    TRY(const Draw failure, tables.time(asset.failure, 0, never));
    TRY(const Draw repair, tables.time(asset.repair, 1, never));
    out.program.breakdowns.push_back({.component = static_cast<Component>(a),
                                      .id = stable_id("assets/" + asset.id),
                                      .failure = failure,
                                      .repair = repair});
  }
  return {};
}

}  // namespace

bool beyond_core(region::ShockKind kind) {
  using region::ShockKind;
  return kind == ShockKind::demand || kind == ShockKind::derate || kind == ShockKind::damage ||
         kind == ShockKind::access;
}

Result<CompiledRegion> compile(const Region& region, const RunSettings& settings) {
  CompiledRegion out;
  out.program.horizon = to_minutes(region.hazards[settings.hazard.index()].horizon_h);
  out.program.seed = settings.seed;
  DrawTables tables(region, out);
  const auto needs = lay_out(region, out);
  for (std::size_t p = 0; p < region.processes.size(); ++p)
    if (needs[out.map.processes[p].minimum].empty())
      return fail({ErrorKind::invalid_input, {"cascade.process.no_minimum", {region.processes[p].id}}, {}, {}});
  TRY_DONE(compile_restarts(region, tables, out));
  TRY_DONE(compile_needs(region, needs, tables, out));
  TRY_DONE(compile_hazard(region, settings, tables, out));
  out.program.finish();
  return out;
}

}  // namespace veer::cascade
