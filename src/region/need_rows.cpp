#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "region/rows.hpp"

namespace veer::region {

namespace {

OwnerKind kind_of(std::string_view table) {
  if (table == "zones") return OwnerKind::zone;
  return table == "processes" ? OwnerKind::process : OwnerKind::asset;
}

/// A zone's component is a daily need, or a daily need of a group: "water@high_rise".
void check_zone_component(const Cells& cells, const Region& region, const View& view, std::size_t row,
                          const std::string& component) {
  const std::size_t at = component.find('@');
  const std::string need = component.substr(0, at);
  std::vector<std::string> daily;
  for (const Service& service : region.services)
    if (service.kind == ServiceKind::daily_need) daily.push_back(service.id);
  if (std::find(daily.begin(), daily.end(), need) == daily.end()) {
    cells.error(view, row, "component",
                with_suggestion("region.need.no_daily_need", {need}, cells.nearest(need, daily)));
    return;
  }
  if (at == std::string::npos) return;
  const std::string group = component.substr(at + 1);
  const std::vector<std::string> groups(group_names.begin(), group_names.end());
  if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
    std::string all;
    for (const std::string& name : groups) all += (all.empty() ? "" : ", ") + name;
    cells.error(view, row, "component",
                with_suggestion("region.need.no_group", {group, all}, cells.nearest(group, groups)));
  }
}

void check_component(const Cells& cells, const Region& region, const View& view, std::size_t row,
                     const NeedOwner& owner) {
  const std::string& component = owner.component;
  switch (owner.kind) {
    case OwnerKind::asset:
      if (!component.empty()) cells.error(view, row, "component", "region.need.component_of_asset", {component});
      return;
    case OwnerKind::zone:
      check_zone_component(cells, region, view, row, component);
      return;
    case OwnerKind::process:
      if (component != "minimum" && component != "full") {
        const std::string nearest = cells.nearest(component, {"minimum", "full"});
        cells.error(view, row, "component", with_suggestion("region.need.no_level", {component}, nearest));
      }
      return;
  }
}

void read_need_rows(const Cells& cells, Region& region) {
  const View& view = cells.view("needs");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Need need;
    need.id = view.id(row);
    need.service = cells.reference<ServiceId>(view, row, "service");
    need.provenance = view.provenance(row);
    need.owner.component = view.text(row, "component");
    if (const auto owner = cells.target(view, row, "of")) {
      need.owner.kind = kind_of(owner->table);
      need.owner.index = owner->row;
      check_component(cells, region, view, row, need.owner);
    }
    region.needs.push_back(std::move(need));
  }
}

bool same_thing(const NeedOwner& owner, const Supplier& supplier) {
  return owner.kind == supplier.kind && owner.index == supplier.index;
}

void read_suppliers(const Cells& cells, Region& region) {
  const View& view = cells.view("need_suppliers");
  const View& needs = cells.view("needs");
  for (std::size_t row = 0; row < view.size(); ++row) {
    const NeedId id = cells.reference<NeedId>(view, row, "need");
    const auto target = cells.target(view, row, "supplier");
    if (!id.valid() || !target) continue;
    Need& need = region.needs[id.index()];
    const Supplier supplier{kind_of(target->table), target->row};
    const std::string& text = view.text(row, "supplier");
    // A need whose own owner is unknown has owner 0 by default: nothing can be said about it.
    if (cells.target(needs, id.index(), "of") && same_thing(need.owner, supplier))
      cells.error(view, row, "supplier", "region.need.own_supplier", {need.id, text});
    const bool twice = std::any_of(need.suppliers.begin(), need.suppliers.end(), [&](const Supplier& other) {
      return other.kind == supplier.kind && other.index == supplier.index;
    });
    if (twice) cells.error(view, row, "supplier", "region.need.supplier_twice", {need.id, text});
    need.suppliers.push_back(supplier);
  }
}

/// Suppliers per need as the table names them, known or not: an unknown one is reported at its own row, not as "no
/// supplier".
std::map<std::string, std::size_t> supplier_rows(const Cells& cells) {
  std::map<std::string, std::size_t> count;
  const View& view = cells.view("need_suppliers");
  for (std::size_t row = 0; row < view.size(); ++row) ++count[view.text(row, "need")];
  return count;
}

void read_rules(const Cells& cells, Region& region) {
  const View& view = cells.view("needs");
  const auto named = supplier_rows(cells);
  for (std::size_t row = 0; row < view.size(); ++row) {
    Need& need = region.needs[row];
    if (need.id.empty() || view.find(need.id) != row)
      continue;  // the id is reported, and its suppliers belong to the first row
    const auto found = named.find(need.id);
    if (found == named.end()) {
      cells.error(view, row, "id", "region.need.no_supplier", {need.id});
      continue;
    }
    const std::string& text = view.text(row, "k");
    if (text == "any" || text.empty()) continue;
    if (text == "all") {
      need.k = static_cast<std::uint32_t>(need.suppliers.size());
      continue;
    }
    const auto k = parse_number(text);
    const auto most = static_cast<double>(found->second);
    const bool whole = k && static_cast<double>(static_cast<std::int32_t>(std::clamp(*k, -1e9, 1e9))) == *k;
    if (!whole || *k < 1 || *k > most) {
      cells.error(view, row, "k", "region.need.k_range", {text, std::to_string(found->second)});
      continue;
    }
    need.k = static_cast<std::uint32_t>(*k);
  }
}

/// What a kind of back-up cannot have, and what it must have.
void check_columns(const Cells& cells, const View& view, std::size_t row, BackupKind kind) {
  if (!view.choice(row, "kind")) return;
  if (view.empty(row, "capacity"))
    cells.error(view, row, "capacity", "region.backup.no_capacity", {view.text(row, "kind")});
  const auto forbid = [&](std::initializer_list<const char*> columns) {
    for (const char* column : columns)
      if (!view.empty(row, column))
        cells.error(view, row, column, "region.backup.misuse", {column, view.text(row, "kind")});
  };
  switch (kind) {
    case BackupKind::reservoir:
      forbid({"start_failure", "run", "available_from", "start_delay"});
      return;
    case BackupKind::generator:
      forbid({"recharge"});
      return;
    case BackupKind::manual:
      forbid({"recharge", "start_failure", "run", "start_delay"});
      return;
  }
}

void read_backup_rows(const Cells& cells, Region& region) {
  const View& view = cells.view("backups");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Backup backup;
    backup.id = view.id(row);
    backup.need = cells.reference<NeedId>(view, row, "need");
    backup.kind = view.value<BackupKind>(row, "kind");
    backup.capacity = cells.reference<ParameterId>(view, row, "capacity");
    if (const auto recharge = view.integer(row, "recharge"); recharge > 0)
      backup.recharge = static_cast<std::uint32_t>(recharge);
    backup.start_failure = cells.reference<ParameterId>(view, row, "start_failure");
    backup.run = cells.reference<ParameterId>(view, row, "run");
    backup.available_from = cells.reference<ParameterId>(view, row, "available_from");
    backup.start_delay = cells.reference<ParameterId>(view, row, "start_delay");
    backup.provenance = view.provenance(row);
    check_columns(cells, view, row, backup.kind);
    expect_time(cells, region, view, row, "capacity", backup.capacity);
    expect_time(cells, region, view, row, "run", backup.run);
    expect_time(cells, region, view, row, "available_from", backup.available_from);
    expect_time(cells, region, view, row, "start_delay", backup.start_delay);
    expect_share(cells, region, view, row, "start_failure", backup.start_failure);
    region.backups.push_back(std::move(backup));
  }
}

/// Puts the back-ups of each need in order and looks at the chain they make.
void link_chains(const Cells& cells, Region& region) {
  const View& view = cells.view("backups");
  for (std::size_t row = 0; row < region.backups.size(); ++row)
    if (const NeedId need = region.backups[row].need; need.valid())
      region.needs[need.index()].backups.emplace_back(row);
  const auto order = [&view](BackupId id) { return view.integer(id.index(), "order"); };
  for (Need& need : region.needs) {
    std::stable_sort(need.backups.begin(), need.backups.end(),
                     [&](BackupId a, BackupId b) { return order(a) < order(b); });
    bool buffered = false;
    for (std::size_t i = 0; i < need.backups.size(); ++i) {
      const std::size_t row = need.backups[i].index();
      if (i > 0 && order(need.backups[i]) == order(need.backups[i - 1]))
        cells.error(view, row, "order", "region.backup.order_twice",
                    {view.text(row, "order"), need.id, view.id(need.backups[i - 1].index())});
      if (!view.choice(row, "kind")) buffered = true;  // reported; say nothing on top
      buffered = buffered || region.backups[row].kind == BackupKind::reservoir;
      if (region.backups[row].kind == BackupKind::generator && !buffered)
        cells.warn(view, row, "kind", "region.backup.generator_alone", {need.id});
    }
  }
}

/// An asset without needs among its kind's that have them, and a process without a minimum level.
void check_owners(const Cells& cells, const Region& region) {
  std::vector<bool> asset_needs(region.assets.size());
  std::vector<bool> process_needs(region.processes.size());
  const View& needs = cells.view("needs");
  for (std::size_t row = 0; row < region.needs.size(); ++row) {
    if (!cells.target(needs, row, "of")) continue;
    const NeedOwner& owner = region.needs[row].owner;
    if (owner.kind == OwnerKind::asset) asset_needs[owner.index] = true;
    if (owner.kind == OwnerKind::process && owner.component == "minimum") process_needs[owner.index] = true;
  }
  std::map<std::string, std::string> example;  // kind → an asset of it that has needs
  for (std::size_t i = 0; i < region.assets.size(); ++i)
    if (asset_needs[i]) example.emplace(region.assets[i].kind, region.assets[i].id);
  for (std::size_t i = 0; i < region.assets.size(); ++i) {
    const auto other = example.find(region.assets[i].kind);
    if (!asset_needs[i] && other != example.end() && !region.assets[i].external)
      cells.warn(cells.view("assets"), i, "id", "region.asset.no_need",
                 {region.assets[i].id, region.assets[i].kind, other->second});
  }
  for (std::size_t i = 0; i < region.processes.size(); ++i)
    if (!process_needs[i])
      cells.error(cells.view("processes"), i, "id", "region.process.no_minimum", {region.processes[i].id});
}

}  // namespace

void read_needs(const Cells& cells, Region& region) {
  read_need_rows(cells, region);
  read_suppliers(cells, region);
  read_rules(cells, region);
  read_backup_rows(cells, region);
  link_chains(cells, region);
  check_owners(cells, region);
}

}  // namespace veer::region
