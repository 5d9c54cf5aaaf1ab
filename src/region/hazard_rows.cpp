#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/local_time.hpp"
#include "base/text.hpp"
#include "region/playable.hpp"
#include "region/rows.hpp"
#include "region/selector.hpp"

namespace veer::region {

namespace {

void read_hazard_rows(const Cells& cells, Region& region) {
  const View& view = cells.view("hazards");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Hazard hazard{view.id(row),
                  view.text(row, "name_nl"),
                  view.text(row, "name_en"),
                  view.text(row, "start"),
                  view.text(row, "season"),
                  view.number(row, "horizon_h"),
                  view.provenance(row),
                  view.text(row, "family"),
                  {}};
    if (!hazard.start.empty() && !is_local_time(hazard.start))
      cells.error(view, row, "start", "region.hazard.start_form", {hazard.start});
    const std::string outdoor = "outdoor." + hazard.season;
    if (view.choice(row, "season") && !cells.view("parameters").find(outdoor))
      cells.warn(view, row, "season", "region.hazard.no_outdoor", {outdoor});
    region.hazards.push_back(std::move(hazard));
  }
}

/// The kinds that assets have, to suggest from.
std::vector<std::string> asset_kinds(const Region& region) {
  std::set<std::string> kinds;
  for (const Asset& asset : region.assets) kinds.insert(asset.kind);
  return {kinds.begin(), kinds.end()};
}

std::vector<std::string> municipalities(const Region& region) {
  std::vector<std::string> ids;
  for (const Organisation& organisation : region.organisations)
    if (organisation.kind == OrganisationKind::municipality) ids.push_back(organisation.id);
  return ids;
}

/// Reports every value that no asset, service or organisation has.
bool check_values(const Cells& cells, const View& view, std::size_t row, const Selector& selector,
                  const TargetChoices& choices) {
  bool good = true;
  const auto check = [&](const char* key, const std::vector<std::string>& values,
                         const std::vector<std::string>& known) {
    for (const std::string& value : values) {
      if (std::find(known.begin(), known.end(), value) != known.end()) continue;
      cells.error(view, row, "target",
                  with_suggestion("region.selector.unknown_value", {key, value}, cells.nearest(value, known)));
      good = false;
    }
  };
  check("id", selector.ids, cells.view("assets").ids());
  check("kind", selector.kinds, choices.kinds);
  check("service", selector.services, cells.view("services").ids());
  check("organisation", selector.organisations, cells.view("organisations").ids());
  check("municipality", selector.municipalities, choices.municipalities);
  check("area", selector.areas, cells.view("areas").ids());
  return good;
}

/// A shock that can never do anything is told, not guessed at.
void check_timing(const Cells& cells, const Region& region, const View& view, std::size_t row, const Shock& shock) {
  if (shock.share == 0) cells.warn(view, row, "share", "region.shock.no_share", {shock.id});
  // A cell that is no number has its own error.
  const bool nothing = view.text(row, "duration_h").find_first_not_of("0.") == std::string_view::npos;
  if (nothing && !shock.duration_delay.valid())
    cells.warn(view, row, "duration_h", "region.shock.no_length", {shock.id});
  if ((shock.kind == ShockKind::hit || shock.kind == ShockKind::damage) && !view.empty(row, "magnitude"))
    cells.warn(view, row, "magnitude", "region.shock.idle_magnitude", {shock.id, view.text(row, "kind")});
  if (!shock.hazard.valid()) return;
  const Hazard& hazard = region.hazards[shock.hazard.index()];
  if (shock.start_h >= hazard.horizon_h)
    cells.warn(view, row, "start_h", "region.shock.after_horizon",
               {shock.id, canonical_number(shock.start_h), canonical_number(hazard.horizon_h)});
}

/// A factor holds for all its targets from a stated hour on: nothing about it is drawn, and it must make sense.
void check_factor(const Cells& cells, const View& view, std::size_t row, const Shock& shock) {
  const std::string kind = view.text(row, "kind");
  if (shock.share > 0 && shock.share < 1)
    cells.error(view, row, "share", "region.shock.factor_drawn", {shock.id, kind});
  for (const auto& [column, id] :
       {std::pair{"start_delay", shock.start_delay}, {"duration_delay", shock.duration_delay}})
    if (id.valid()) cells.error(view, row, column, "region.shock.factor_drawn", {shock.id, kind});
  if (view.empty(row, "magnitude")) return;
  const std::string magnitude = canonical_number(shock.magnitude);
  if (shock.kind == ShockKind::demand && shock.magnitude <= 0)
    cells.error(view, row, "magnitude", "region.shock.no_demand", {shock.id, magnitude});
  if (shock.kind != ShockKind::demand && shock.magnitude > 1)
    cells.error(view, row, "magnitude", "region.shock.above_one", {shock.id, kind, magnitude});
  if (shock.magnitude == 1) cells.warn(view, row, "magnitude", "region.shock.no_effect", {shock.id, kind});
}

/// Two factors of one hazard that say different things of one target at one time contradict each other. (Of the parts
/// of a combination both hold.)
void check_contradictions(const Cells& cells, const Region& region, const View& view) {
  struct Factor {
    std::size_t row = 0;
    std::vector<AssetId> targets;
  };
  std::vector<Factor> seen;
  for (std::size_t row = 0; row < region.shocks.size(); ++row) {
    const Shock& shock = region.shocks[row];
    if (!is_factor(shock.kind) || !shock.hazard.valid()) continue;
    Factor own{row, select(shock.target, region)};
    std::sort(own.targets.begin(), own.targets.end());
    for (const Factor& other : seen) {
      const Shock& before = region.shocks[other.row];
      const bool together =
          before.start_h < shock.start_h + shock.duration_h && shock.start_h < before.start_h + before.duration_h;
      if (before.hazard != shock.hazard || before.kind != shock.kind || !together ||
          before.magnitude == shock.magnitude)
        continue;
      std::vector<AssetId> both;
      std::set_intersection(own.targets.begin(), own.targets.end(), other.targets.begin(), other.targets.end(),
                            std::back_inserter(both));
      if (both.empty()) continue;
      cells.error(view, row, "magnitude", "region.shock.contradicts",
                  {shock.id, before.id, region.assets[both.front().index()].id});
      break;
    }
    seen.push_back(std::move(own));
  }
}

void read_shocks(const Cells& cells, Region& region) {
  const View& view = cells.view("shocks");
  const TargetChoices choices = target_choices(region);
  for (std::size_t row = 0; row < view.size(); ++row) {
    Shock shock;
    shock.id = view.id(row);
    shock.hazard = cells.reference<HazardId>(view, row, "hazard");
    shock.kind = view.value<ShockKind>(row, "kind");
    shock.target = read_target(cells, region, view, row, choices);
    shock.share = view.number(row, "share");
    shock.start_h = view.number(row, "start_h");
    shock.start_delay = cells.reference<ParameterId>(view, row, "start_delay");
    shock.duration_h = view.number(row, "duration_h");
    shock.duration_delay = cells.reference<ParameterId>(view, row, "duration_delay");
    shock.magnitude = view.number(row, "magnitude");
    shock.provenance = view.provenance(row);
    expect_time(cells, region, view, row, "start_delay", shock.start_delay);
    expect_time(cells, region, view, row, "duration_delay", shock.duration_delay);
    if (shock.kind != ShockKind::hit && shock.kind != ShockKind::damage && shock.kind != ShockKind::access &&
        view.empty(row, "magnitude"))
      cells.error(view, row, "magnitude", "region.shock.no_magnitude." + view.text(row, "kind"), {shock.id});
    check_timing(cells, region, view, row, shock);
    if (is_factor(shock.kind)) check_factor(cells, view, row, shock);
    region.shocks.push_back(std::move(shock));
  }
  check_contradictions(cells, region, view);
}

void check_hazards(const Cells& cells, const Region& region) {
  std::vector<bool> shocked(region.hazards.size());
  for (const Shock& shock : region.shocks)
    if (shock.hazard.valid()) shocked[shock.hazard.index()] = true;
  for (std::size_t i = 0; i < region.hazards.size(); ++i)
    if (!shocked[i] && cells.view("hazards").empty(i, "combines"))
      cells.warn(cells.view("hazards"), i, "id", "region.hazard.no_shock", {region.hazards[i].id});
}

}  // namespace

TargetChoices target_choices(const Region& region) { return {asset_kinds(region), municipalities(region)}; }

Selector read_target(const Cells& cells, const Region& region, const View& view, std::size_t row,
                     const TargetChoices& choices) {
  auto selector = parse_selector(view.text(row, "target"));
  if (!selector) {
    cells.error(view, row, "target", selector.error().message);
    return {};
  }
  for (const Area& area : region.areas)
    if (std::find(selector->areas.begin(), selector->areas.end(), area.id) != selector->areas.end())
      selector->polygon.insert(selector->polygon.end(), area.outline.begin(), area.outline.end());
  if (check_values(cells, view, row, *selector, choices) && select(*selector, region).empty())
    cells.warn(view, row, "target", "region.selector.nothing", {view.text(row, "target")});
  return *std::move(selector);
}

void check_doubts(const Cells& cells, const Region& region) {
  const View& view = cells.view("shocks");
  for (std::size_t row = 0; row < view.size(); ++row)
    if (region.shocks[row].kind == ShockKind::trust && doubted_channels(region, region.shocks[row]).empty())
      cells.error(view, row, "target", "region.shock.nobody_doubted", {view.id(row)});
}

void check_playable(const Cells& cells, const Region& region) {
  const View& view = cells.view("shocks");
  for (std::size_t row = 0; row < view.size(); ++row)
    if (const auto fault = fault_of(region, region.shocks[row])) cells.error(view, row, "target", *fault);
}

void read_hazards(const Cells& cells, Region& region) {
  read_hazard_rows(cells, region);
  read_shocks(cells, region);
  check_hazards(cells, region);
}

}  // namespace veer::region
