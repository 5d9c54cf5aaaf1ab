#include "continuity/continuity.hpp"

#include <algorithm>
#include <set>

namespace veer::continuity {

using region::OwnerKind;
using region::Region;

namespace {

/// Needs by asset and by process (minimum level only).
struct NeedsOf {
  std::vector<std::vector<region::NeedId>> asset;
  std::vector<std::vector<region::NeedId>> process;
};

NeedsOf needs_of(const Region& region) {
  NeedsOf out;
  out.asset.resize(region.assets.size());
  out.process.resize(region.processes.size());
  for (std::size_t i = 0; i < region.needs.size(); ++i) {
    const auto& owner = region.needs[i].owner;
    if (owner.kind == OwnerKind::asset) out.asset[owner.index].emplace_back(i);
    if (owner.kind == OwnerKind::process && owner.component != "full") out.process[owner.index].emplace_back(i);
  }
  return out;
}

Cone cone_of(const Region& region, const NeedsOf& needs, std::size_t process) {
  std::set<region::AssetId> assets;
  std::set<region::ProcessId> processes{region::ProcessId{process}};
  std::set<region::NeedId> reached;
  std::vector<region::NeedId> open = needs.process[process];
  while (!open.empty()) {
    const region::NeedId need = open.back();
    open.pop_back();
    if (!reached.insert(need).second) continue;
    for (const region::Supplier& supplier : region.needs[need.index()].suppliers) {
      const bool asset = supplier.kind == OwnerKind::asset;
      const bool fresh = asset ? assets.insert(region::AssetId{supplier.index}).second
                               : processes.insert(region::ProcessId{supplier.index}).second;
      if (!fresh) continue;
      const auto& more = asset ? needs.asset[supplier.index] : needs.process[supplier.index];
      open.insert(open.end(), more.begin(), more.end());
    }
  }
  processes.erase(region::ProcessId{process});
  return {{assets.begin(), assets.end()}, {processes.begin(), processes.end()}, {reached.begin(), reached.end()}};
}

double typical_h(const Region& region, region::ParameterId id) {
  if (!id.valid()) return 0;
  const region::Parameter& parameter = region.parameters[id.index()];
  return parameter.unit == region::Unit::minutes ? parameter.typical / minutes_per_hour : parameter.typical;
}

Check autonomy(const Region& region, region::NeedId id, double scenario_h) {
  Check out{.rule = Rule::autonomy, .limit_h = scenario_h, .dependency = {}, .need = id};
  for (const region::BackupId backup_id : region.needs[id.index()].backups) {
    const region::Backup& backup = region.backups[backup_id.index()];
    out.found_h += typical_h(region, backup.capacity);
    out.resupply = out.resupply || (backup.kind == region::BackupKind::generator && backup.available_from.valid());
  }
  out.holds = out.resupply || out.found_h >= scenario_h;
  return out;
}

}  // namespace

ObjectiveCounts objectives(const region::Process& process, const std::vector<region::ProcessRun>& runs) {
  ObjectiveCounts out{.replicas = runs.size()};
  for (const region::ProcessRun& run : runs) {
    if (run.first_failure < 0) {
      ++out.never_failed;
      continue;
    }
    if (to_hours(run.longest) > process.mtpd_h) ++out.mtpd_exceeded;
    if (to_hours(run.longest) > process.rto_h) ++out.rto_missed;
  }
  return out;
}

std::vector<Cone> cones(const Region& region) {
  const NeedsOf needs = needs_of(region);
  std::vector<Cone> out;
  for (std::size_t p = 0; p < region.processes.size(); ++p) out.push_back(cone_of(region, needs, p));
  return out;
}

StaticVerdict static_verdict(const Region& region, const Cone& cone, region::ProcessId process) {
  StaticVerdict out{.required_h = region.processes[process.index()].rto_h, .expected_h = {}, .slowest = {}};
  for (const region::AssetId id : cone.assets) {
    const auto& stated = region.assets[id.index()].recovery_h;
    if (!stated || (out.expected_h && *stated <= *out.expected_h)) continue;
    out.expected_h = stated;
    out.slowest = id;
  }
  return out;
}

std::vector<std::optional<double>> required_recovery(const Region& region, const std::vector<Cone>& cones) {
  std::vector<std::optional<double>> out(region.assets.size());
  for (std::size_t p = 0; p < cones.size(); ++p)
    for (const region::AssetId asset : cones[p].assets) {
      auto& required = out[asset.index()];
      required = std::min(required.value_or(region.processes[p].rto_h), region.processes[p].rto_h);
    }
  return out;
}

std::vector<Check> checks(const Region& region, region::ProcessId process, double scenario_h) {
  const region::Process& own = region.processes[process.index()];
  std::vector<Check> out;
  out.push_back({.rule = Rule::rto_below_mtpd,
                 .holds = own.rto_h < own.mtpd_h,
                 .found_h = own.rto_h,
                 .limit_h = own.mtpd_h,
                 .dependency = {},
                 .need = {}});
  std::set<std::size_t> own_assets;
  for (const region::Need& need : region.needs) {
    if (need.owner.kind != OwnerKind::process || need.owner.index != process.index() || need.owner.component == "full")
      continue;
    for (const region::Supplier& supplier : need.suppliers) {
      if (supplier.kind == OwnerKind::process) {
        const region::Process& other = region.processes[supplier.index];
        out.push_back({.rule = Rule::dependency_rto,
                       .holds = other.rto_h <= own.rto_h,
                       .found_h = other.rto_h,
                       .limit_h = own.rto_h,
                       .dependency = region::ProcessId{supplier.index},
                       .need = {}});
      } else if (region.assets[supplier.index].organisation == own.organisation) {
        own_assets.insert(supplier.index);
      }
    }
  }
  if (own_assets.empty()) return out;
  for (std::size_t i = 0; i < region.needs.size(); ++i) {
    const region::Need& need = region.needs[i];
    if (need.owner.kind == OwnerKind::asset && own_assets.contains(need.owner.index) &&
        region.services[need.service.index()].id == "electricity")
      out.push_back(autonomy(region, region::NeedId{i}, scenario_h));
  }
  return out;
}

double assumption_share(const Region& region, const Cone& cone, region::ProcessId process) {
  std::size_t rows = 0;
  std::size_t assumed = 0;
  const auto count = [&](const region::Provenance& provenance) {
    ++rows;
    if (provenance.confidence == region::Confidence::assumption) ++assumed;
  };
  count(region.processes[process.index()].provenance);
  for (const region::AssetId asset : cone.assets) count(region.assets[asset.index()].provenance);
  for (const region::NeedId need : cone.needs) {
    count(region.needs[need.index()].provenance);
    for (const region::BackupId backup : region.needs[need.index()].backups)
      count(region.backups[backup.index()].provenance);
  }
  return static_cast<double>(assumed) / static_cast<double>(rows);
}

}  // namespace veer::continuity
