#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "operations/means.hpp"
#include "operations/people_behind.hpp"
#include "operations/shortage.hpp"
#include "region/operations_figures.hpp"
#include "region/playable.hpp"
#include "region/selector.hpp"

namespace veer::operations {

namespace {

using region::Region;
using region::ShockKind;

constexpr double ml_per_litre = 1000;
constexpr std::int32_t unranked = 99;
/// Attendance is kept in ten thousandths, which fit the 16 bits of a quantile table.
constexpr double attendance_grain = 10000;

std::int64_t to_ml(double litres) { return std::llround(litres * ml_per_litre); }

class Builder {
 public:
  Builder(const Region& region, region::HazardId hazard, FullModel& out)
      : region_(region), hazard_(hazard), out_(out), means_(out.means), program_(out.compiled.program) {}

  Done build() {
    means_.horizon = program_.horizon;
    means_.customer_of_need.assign(program_.need_count(), none);
    lay_out_sites();
    TRY_DONE(read_figures());
    if (has_fuel(region_)) {
      TRY_DONE(add_trucks());
      TRY_DONE(add_supplies());
      add_sets();
      add_customers();
    }
    add_crews();
    TRY_DONE(add_rosters());
    TRY_DONE(add_shocks());
    for (const region::Zone& zone : region_.zones)
      if (zone.feeding_area.valid())
        means_.homes.push_back({cascade::ComponentMap::of(zone.feeding_area), zone.residents});
    return {};
  }

 private:
  /// A site for every asset, by its index, and one more: the middle of the residents, where what has no place stands.
  void lay_out_sites() {
    geo::LonLat middle;
    double residents = 0;
    for (const region::Area& area : region_.areas) {
      middle.lon += area.centre.lon * area.residents;
      middle.lat += area.centre.lat * area.residents;
      residents += area.residents;
    }
    if (residents > 0) middle = {middle.lon / residents, middle.lat / residents};
    std::vector<geo::LonLat> places;
    for (const region::Asset& asset : region_.assets) places.push_back(asset.place.value_or(middle));
    places.push_back(middle);
    for (const geo::RdMetres& at : geo::to_rd(places, 1)) means_.sites.push_back({at, {}});
  }
  [[nodiscard]] std::uint32_t middle() const { return static_cast<std::uint32_t>(means_.sites.size() - 1); }

  Done read_figures() {
    const auto value = [&](const char* id) { return region::operations_value(region_, id); };
    means_.detour = value("road.detour");
    means_.truck_load_ml = to_ml(value("fuel_truck.load"));
    means_.pump_ml = std::max<std::int64_t>(1, to_ml(value("fuel_truck.flow")));
    means_.load_fixed = minutes_of("fuel_truck.load_time");
    means_.unload_fixed = minutes_of("fuel_truck.unload_time");
    means_.call_below_ppm = std::llround(1e6 * value("fuel.call_level"));
    means_.set_connect = minutes_of("mobile_generator.connect");
    means_.set_stay = minutes_of("mobile_generator.stay");
    means_.set_tank_ml = to_ml(value("mobile_generator.tank"));
    means_.family_ppm = std::llround(1e6 * value("staff.family"));
    TRY(means_.truck_ready, time(region::operations_parameter(region_, "fuel_truck.ready"), 0));
    TRY(means_.supply_lead, time(region::operations_parameter(region_, "fuel_supply.lead"), 1));
    TRY(means_.set_ready, time(region::operations_parameter(region_, "mobile_generator.ready"), 0));
    return {};
  }
  [[nodiscard]] Tick minutes_of(const char* id) const {
    const region::Parameter row = region::operations_parameter(region_, id);
    return row.unit == region::Unit::hours ? to_minutes(row.typical) : static_cast<Tick>(std::floor(row.typical + 0.5));
  }

  Result<Draw> time(const region::Parameter& parameter, Tick least) {
    TRY(const cascade::Table table, region::quantile_table(parameter, least));
    return drawn(parameter, table);
  }
  Result<Draw> time(region::ParameterId id, Tick least) {
    if (!id.valid()) return Draw::fixed(0);
    return time(region_.parameters[id.index()], least);
  }
  Draw drawn(const region::Parameter& parameter, const cascade::Table& table) {
    if (table.front() == table.back()) return Draw::fixed(table.front());
    Draw out;
    out.table = static_cast<std::int32_t>(program_.tables.size());
    program_.tables.push_back(table);
    const std::string name = parameter.group.empty() ? parameter.id : parameter.group;
    auto& names = out_.compiled.group_names;
    const auto found = std::find(names.begin(), names.end(), name);
    out.group = static_cast<std::int32_t>(found - names.begin());
    if (found == names.end()) {
      names.push_back(name);
      program_.groups.push_back(stable_id("groups/" + name));
    }
    out.follow_below = static_cast<std::uint64_t>(std::llround(std::clamp(parameter.share, 0.0, 1.0) * 4294967296.0));
    return out;
  }

  [[nodiscard]] static StableId unit_id(const region::Resource& row, std::size_t number) {
    return stable_id("resources/" + row.id + "/" + std::to_string(number));
  }
  [[nodiscard]] std::uint32_t base_of(const region::Resource& row) const {
    return row.base ? static_cast<std::uint32_t>(row.base->index()) : middle();
  }
  [[nodiscard]] static double metres_per_minute(const region::Resource& row) {
    constexpr double when_not_stated = 30;  // km/h
    return (row.speed_kmh > 0 ? row.speed_kmh : when_not_stated) * 1000 / 60;
  }
  [[nodiscard]] static std::size_t count_of(const region::Resource& row) {
    return static_cast<std::size_t>(std::floor(row.amount));
  }

  Done add_trucks() {
    auto& depot_at = depot_at_;
    for (const region::Resource& row : region_.resources) {
      if (row.kind != "fuel_stock" || !row.base) continue;
      const auto [found, added] =
          depot_at.try_emplace(row.base->index(), static_cast<std::uint32_t>(means_.depots.size()));
      if (added)
        means_.depots.push_back({.component = cascade::ComponentMap::of(*row.base),
                                 .site = static_cast<std::uint32_t>(row.base->index()),
                                 .slow = {}});
      means_.depots[found->second].stock_ml += to_ml(row.amount);
    }
    for (const region::Resource& row : region_.resources) {
      if (row.kind != "fuel_truck") continue;
      const auto depot = row.base ? depot_at.find(row.base->index()) : depot_at.end();
      if (depot == depot_at.end())
        return fail({ErrorKind::invalid_input, {"operations.truck.no_stock", {row.id}}, {.table = "resources"}, {}});
      // A driver per truck: with shifts of 12 hours one half of the trucks starts at minute 0, the other 12 hours
      // later.
      const Tick shift = row.shift_h > 0 && row.shift_h < 24 ? to_minutes(row.shift_h) : 0;
      const std::size_t waves = shift > 0 ? std::max<std::size_t>(1, static_cast<std::size_t>(day / shift)) : 1;
      for (std::size_t i = 0; i < count_of(row); ++i)
        means_.trucks.push_back({.id = unit_id(row, i),
                                 .depot = depot->second,
                                 .metres_per_minute = metres_per_minute(row),
                                 .shift = shift,
                                 .offset = static_cast<Tick>(i % waves) * shift});
    }
    return {};
  }

  /// Tankers from outside; `amount` is what one of them brings, in litres.
  Done add_supplies() {
    const double level = region::operations_value(region_, "fuel_supply.order_level");
    for (const region::Resource& row : region_.resources) {
      if (row.kind != "fuel_supply") continue;
      const auto depot = row.base ? depot_at_.find(row.base->index()) : depot_at_.end();
      if (depot == depot_at_.end())
        return fail({ErrorKind::invalid_input, {"operations.supply.no_stock", {row.id}}, {.table = "resources"}, {}});
      means_.supplies.push_back(
          {.id = stable_id("resources/" + row.id),
           .depot = depot->second,
           .ml = to_ml(row.amount),
           .order_at_ml = std::llround(static_cast<double>(means_.depots[depot->second].stock_ml) * level)});
    }
    return {};
  }

  void add_sets() {
    for (const region::Resource& row : region_.resources)
      if (row.kind == "mobile_generator")
        for (std::size_t i = 0; i < count_of(row); ++i)
          means_.sets.push_back(
              {.id = unit_id(row, i), .site = base_of(row), .metres_per_minute = metres_per_minute(row)});
  }

  void add_crews() {
    for (const region::Resource& row : region_.resources)
      if (row.kind == "repair_crew")
        for (std::size_t i = 0; i < count_of(row); ++i)
          means_.crews.push_back({.site = base_of(row), .metres_per_minute = metres_per_minute(row)});
  }

  [[nodiscard]] std::int32_t rank_of(region::ServiceId service) const {
    if (!service.valid()) return unranked;
    const auto own = region_.find_parameter("priority." + region_.services[service.index()].id);
    return own.valid() ? static_cast<std::int32_t>(std::lround(region_.parameters[own.index()].typical)) : unranked;
  }

  [[nodiscard]] Claim claim_of(Component component) {
    Claim out{.site = middle(), .rank = unranked, .people = behind_.count(component)};
    if (out_.compiled.map.is_asset(component)) {
      out.site = component;
      out.rank = rank_of(region_.assets[component].service);
      return out;
    }
    for (std::size_t p = 0; p < region_.processes.size(); ++p) {
      const cascade::ProcessComponents& levels = out_.compiled.map.processes[p];
      if (levels.minimum == component || levels.full == component) out.rank = rank_of(region_.processes[p].service);
    }
    return out;
  }

  [[nodiscard]] std::int64_t burn_of(Component owner) const {
    double litres_per_hour = region::operations_value(region_, "fuel_use");
    if (out_.compiled.map.is_asset(owner)) {
      const auto own = region_.find_parameter("fuel_use." + region_.assets[owner].kind);
      if (own.valid()) litres_per_hour = region_.parameters[own.index()].typical;
    }
    return std::max<std::int64_t>(1, std::llround(litres_per_hour * ml_per_litre / minutes_per_hour));
  }

  /// What a contract or a drawn hour brings in the core, trucks and sets bring here.
  void add_customers() {
    for (std::uint32_t need = 0; need < program_.need_count(); ++need) {
      const region::Need& row = region_.needs[out_.compiled.need_of[need].index()];
      for (std::size_t i = 0; i < row.backups.size(); ++i) {
        const region::Backup& backup = region_.backups[row.backups[i].index()];
        const bool contract = backup.kind == region::BackupKind::generator && backup.available_from.valid();
        const bool feed_in = backup.kind == region::BackupKind::manual && !means_.sets.empty() &&
                             backup.capacity.valid() &&
                             region_.parameters[backup.capacity.index()].id.starts_with("mobile_set.");
        if (!contract && !feed_in) continue;
        const auto index = static_cast<std::uint32_t>(program_.backup_begin[need] + i);
        const Component owner = program_.need_component[need];
        program_.backups[index].from = Draw::fixed(cascade::never);
        means_.customers.push_back({.claim = claim_of(owner),
                                    .need = need,
                                    .backup = index,
                                    .owner = owner,
                                    .burn_ml = burn_of(owner),
                                    .mobile = feed_in,
                                    .same_need = means_.customer_of_need[need]});
        means_.customer_of_need[need] = static_cast<std::uint32_t>(means_.customers.size() - 1);
      }
    }
  }

  Done add_rosters() {
    const double rest_h = region::operations_value(region_, "staff.rest");
    for (const region::Resource& row : region_.resources) {
      if (row.kind != "duty_staff" || !row.base || region_.assets[row.base->index()].kind != "roster") continue;
      const std::string& asset = region_.assets[row.base->index()].id;
      const auto required = region_.find_parameter("roster.required." + asset);
      if (!required.valid())
        return fail({ErrorKind::invalid_input,
                     {"operations.roster.no_requirement", {row.id, "roster.required." + asset}},
                     {.table = "parameters"},
                     {}});
      const double shift_h = row.shift_h > 0 ? row.shift_h : 8;
      Roster roster;
      roster.component = cascade::ComponentMap::of(*row.base);
      roster.id = stable_id("assets/" + asset);
      roster.shift = to_minutes(shift_h);
      roster.strength = std::llround(row.amount);
      roster.teams = std::max<std::int64_t>(1, std::llround(std::ceil((shift_h + rest_h) / shift_h)));
      roster.required = std::llround(region_.parameters[required.index()].typical);
      TRY(roster.attendance, attendance());
      means_.rosters.push_back(std::move(roster));
    }
    for (const region::Resource& row : region_.resources) {
      if (row.kind != "duty_post") continue;
      Roster* const roster = row.base ? roster_of(cascade::ComponentMap::of(*row.base)) : nullptr;
      if (roster == nullptr)
        return fail({ErrorKind::invalid_input, {"operations.post.no_roster", {row.id}}, {.table = "resources"}, {}});
      const auto opening = region_.find_parameter("support.opening");
      roster->ties.push_back({row.id, opening.valid() ? to_minutes(region_.parameters[opening.index()].typical) : 0,
                              std::llround(row.amount)});
    }
    return {};
  }
  [[nodiscard]] Roster* roster_of(Component component) {
    for (Roster& roster : means_.rosters)
      if (roster.component == component) return &roster;
    return nullptr;
  }
  Result<Draw> attendance() {
    const region::Parameter row = region::operations_parameter(region_, "staff.attendance");
    TRY(const region::QuantileValues values, region::quantiles(row));
    cascade::Table table{};
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i] = static_cast<std::uint16_t>(std::lround(std::clamp(values[i], 0.0, 1.0) * attendance_grain));
    return drawn(row, table);
  }

  Done add_shocks() {
    for (const region::Shock* shock : full_model_shocks(region_, hazard_)) {
      if (const auto fault = region::fault_of(region_, *shock))
        return fail({ErrorKind::invalid_input, *fault, place_of(region_, *shock, "target"), {}});
      if (shock->kind == ShockKind::damage) {
        TRY_DONE(add_damage(*shock));
        continue;
      }
      const Tick from = to_minutes(shock->start_h);
      const Factor factor{from, from + to_minutes(shock->duration_h), shock->magnitude};
      const auto targets = region::select(shock->target, region_);
      switch (shock->kind) {
        case ShockKind::access:
          for (const region::AssetId asset : targets)
            means_.sites[asset.index()].closures.push_back(
                {factor.from, factor.until, std::clamp(factor.factor, 0.0, 1.0)});
          break;
        case ShockKind::demand: {
          std::vector<region::AssetId> partly;
          for (const region::AssetId asset : targets) add_demand(asset, factor, partly);
          turns_.demand(*shock, partly);
          break;
        }
        default:
          add_derate(*shock, targets, factor);
      }
    }
    turns_.settle(program_);
    return {};
  }

  /// More people needed in a roster, more calls to a control room (src/help counts them), a stock that is used up
  /// faster, or more than a kind has room for.
  void add_demand(region::AssetId asset, Factor factor, std::vector<region::AssetId>& partly) {
    if (Roster* const roster = roster_of(cascade::ComponentMap::of(asset))) {
      roster->demand.push_back(factor);
      return;
    }
    if (region::is_control_room(region_, asset)) return;
    if (turns_.has_room(asset)) partly.push_back(asset);
    for (const Drained& row : drained_reservoirs(region_, out_.compiled, asset)) {
      const auto found = std::find_if(means_.drains.begin(), means_.drains.end(),
                                      [&](const Drain& known) { return known.backup == row.backup; });
      Drain& drain = found == means_.drains.end()
                         ? means_.drains.emplace_back(Drain{.need = row.need, .backup = row.backup, .paces = {}})
                         : *found;
      drain.paces.push_back({factor.from, factor.until, 1 + row.part * (factor.factor - 1)});
    }
  }

  /// Fewer people in a roster, a slower pump at a depot, and of anything else fewer at once, in turns.
  void add_derate(const region::Shock& shock, const std::vector<region::AssetId>& targets, Factor factor) {
    std::vector<region::AssetId> others;
    for (const region::AssetId asset : targets) {
      const Component component = cascade::ComponentMap::of(asset);
      const auto depot = std::find_if(means_.depots.begin(), means_.depots.end(),
                                      [&](const Depot& row) { return row.component == component; });
      if (Roster* const roster = roster_of(component)) {
        roster->derate.push_back(factor);
      } else if (depot != means_.depots.end()) {
        depot->slow.push_back({factor.from, factor.until, std::clamp(factor.factor, 0.0, 1.0)});
      } else {
        others.push_back(asset);
      }
    }
    turns_.derate(shock, others);
  }

  Done add_damage(const region::Shock& shock) {
    TRY(const Draw start_delay, time(shock.start_delay, 0));
    TRY(const Draw work_delay, time(shock.duration_delay, 0));
    for (const region::AssetId asset : region::select(shock.target, region_)) {
      const Component component = cascade::ComponentMap::of(asset);
      means_.damages.push_back(
          {.claim = claim_of(component),
           .component = component,
           .id = stable_id("shocks/" + shock.draw_id() + "/assets/" + region_.assets[asset.index()].id),
           .taken_below = static_cast<std::uint64_t>(std::llround(std::clamp(shock.share, 0.0, 1.0) * 4294967296.0)),
           .start = to_minutes(shock.start_h),
           .start_delay = start_delay,
           .work = to_minutes(shock.duration_h),
           .work_delay = work_delay});
    }
    return {};
  }

  static constexpr Tick day = 24 * minutes_per_hour;

  const Region& region_;
  region::HazardId hazard_;
  FullModel& out_;
  Means& means_;
  cascade::Program& program_;
  PeopleBehind behind_{region_, out_.compiled};
  TurnBook turns_{region_};
  std::map<std::size_t, std::uint32_t> depot_at_;  ///< by asset
};

}  // namespace

std::vector<const region::Shock*> full_model_shocks(const Region& region, region::HazardId hazard) {
  std::vector<const region::Shock*> out;
  for (const region::Shock& shock : region.shocks)
    if (shock.hazard == hazard && cascade::beyond_core(shock.kind)) out.push_back(&shock);
  return out;
}

bool has_fuel(const Region& region) { return region::plays_fuel(region); }

Result<FullModel> compile(const Region& region, const cascade::RunSettings& settings, cascade::CompiledRegion core) {
  FullModel out{std::move(core), {}};
  TRY_DONE(Builder(region, settings.hazard, out).build());
  return out;
}

}  // namespace veer::operations
