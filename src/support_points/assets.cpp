#include "support_points/assets.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "region/support_figures.hpp"
#include "support_points/ground.hpp"
#include "support_points/staff.hpp"

namespace veer::support_points {

namespace {

using region::Region;

constexpr double takes_over_h = 1.0 / 60;

/// Builds the rows of a change; every list knows where its first row will stand.
class Builder {
 public:
  Builder(const Region& region, region::HazardId hazard) : region_(region), hazard_(hazard) {
    change_.note = "chosen support points";
  }

  Done build(const Plan& plan) {
    const auto electricity = region_.find_service("electricity");
    if (!electricity)
      return fail({ErrorKind::not_found, {"support_points.no_electricity", {}}, {.table = "services"}, {}});
    electricity_ = *electricity;
    add_service();
    const auto typical = [&](const std::string& id) {
      const auto found = region_.find_parameter(id);
      return found.valid() ? region_.parameters[found.index()].typical : 1e9;
    };
    const double limit = typical("warmth.limit") > 1e8 ? 14 : typical("warmth.limit");
    cold_ = typical("outdoor." + region_.hazards[hazard_.index()].season) < limit;
    for (const Point& point : plan.points)
      if (point.local || region_.support_points[point.point.index()].level == region::SupportLevel::coordinating)
        add_point(point);
    add_shocks(plan);
    return {};
  }
  [[nodiscard]] region::Change take() && { return std::move(change_); }

 private:
  [[nodiscard]] static region::Provenance ours() { return {"", region::Confidence::assumption}; }

  void add_service() {
    if (const auto known = region_.find_service(service_id)) {
      service_ = *known;
      return;
    }
    service_ = region::ServiceId{region_.services.size()};
    region::Service row;
    row.id = service_id;
    row.name_nl = "Noodsteunpunten";
    row.name_en = "Support points";
    row.pillar = 2;
    row.provenance = ours();
    change_.services.push_back(std::move(row));
  }

  /// The region's own parameter, or the standard one put into the change.
  region::ParameterId parameter(const char* id) {
    if (const auto own = region_.find_parameter(id); own.valid()) return own;
    for (std::size_t i = 0; i < change_.parameters.size(); ++i)
      if (change_.parameters[i].id == id) return region::ParameterId{region_.parameters.size() + i};
    change_.parameters.push_back(region::support_parameter(region_, id));
    return region::ParameterId{region_.parameters.size() + change_.parameters.size() - 1};
  }

  std::size_t add_asset(const region::SupportPoint& point, const std::string& prefix, const char* kind,
                        const char* restart, const std::string& name) {
    region::Asset row;
    row.id = prefix + "/" + point.id;
    row.name = name;
    row.kind = kind;
    row.service = service_;
    row.organisation = point.organisation;
    row.municipality = municipality_of(region_, point);
    row.place = point.place;
    row.restart = parameter(restart);
    row.confirmed = point.confirmed;
    row.provenance = ours();
    change_.assets.push_back(std::move(row));
    return region_.assets.size() + change_.assets.size() - 1;
  }

  region::Need& add_need(std::size_t owner, const std::string& name, region::ServiceId service,
                         const std::vector<std::size_t>& suppliers, std::size_t k) {
    region::Need row;
    row.id = change_.assets[owner - region_.assets.size()].id + "/" + name;
    row.owner = {region::OwnerKind::asset, owner, ""};
    row.service = service;
    row.k = static_cast<std::uint32_t>(k);
    for (const std::size_t supplier : suppliers) row.suppliers.push_back({region::OwnerKind::asset, supplier});
    row.provenance = ours();
    change_.needs.push_back(std::move(row));
    return change_.needs.back();
  }

  region::Backup& add_backup(region::Need& need, region::BackupKind kind, const char* capacity) {
    region::Backup row;
    row.id = need.id + "/b" + std::to_string(need.backups.size() + 1);
    row.need = region::NeedId{region_.needs.size() + change_.needs.size() - 1};
    row.kind = kind;
    row.capacity = parameter(capacity);
    row.provenance = ours();
    need.backups.emplace_back(region_.backups.size() + change_.backups.size());
    change_.backups.push_back(std::move(row));
    return change_.backups.back();
  }

  void add_point(const Point& point) {
    const region::SupportPoint& row = region_.support_points[point.point.index()];
    const auto cell = nearest_cell(region_, row.place);
    const auto zone = region_.cells[cell.index()].zone;
    const std::size_t at = add_asset(row, "support-point", "support_point", "support_point.restart", row.name);

    if (const auto feeding = region_.zones[zone.index()].feeding_area; feeding.valid()) {
      region::Need& power = add_need(at, "electricity", electricity_, {feeding.index()}, 1);
      add_backup(power, region::BackupKind::reservoir, "support.battery");
      region::Backup& set = add_backup(power, region::BackupKind::generator, "support.generator");
      set.start_failure = parameter("support.generator.start");
      set.run = parameter("support.generator.run");
      set.available_from = parameter("support.refuel");
    }
    const std::size_t wiring =
        add_asset(row, "support-wiring", "support_wiring", "support_wiring.restart", row.name + ": bedrading");
    add_need(at, "wiring", service_, {wiring}, 1);
    overloaded_.emplace_back(change_.assets[wiring - region_.assets.size()].id, 1 - point.wiring_holds);

    if (cold_) add_zone_need(at, zone, "warmth");
    add_zone_need(at, zone, "water");
    if (const auto radio = nearest_asset("c2000_site", row.place)) {
      region::Need& need = add_need(at, "radio", region_.assets[*radio].service, {*radio}, 1);
      add_backup(need, region::BackupKind::manual, "support.runner").available_from = parameter("support.runner.from");
    }
    if (const auto depot = nearest_asset("works_depot", row.place)) {
      region::Need& need = add_need(at, "stock", region_.assets[*depot].service, {*depot}, 1);
      add_backup(need, region::BackupKind::reservoir, "support.stock");
    }
    const std::size_t roster =
        add_asset(row, "support-roster", "support_roster", "support_roster.restart", row.name + ": rooster");
    add_need(at, "staff", service_, {roster}, 1);
  }

  /// What the homes of the zone get their warmth or water from: one need for all of its suppliers together.
  void add_zone_need(std::size_t at, region::ZoneId zone, const std::string& component) {
    std::vector<std::size_t> suppliers;
    region::ServiceId service;
    for (const region::Need& need : region_.needs) {
      if (need.owner.kind != region::OwnerKind::zone || need.owner.index != zone.index() ||
          need.owner.component != component)
        continue;
      for (const region::Supplier& supplier : need.suppliers)
        if (supplier.kind == region::OwnerKind::asset) suppliers.push_back(supplier.index);
      service = need.service;
    }
    if (suppliers.empty()) return;
    region::Need& need = add_need(at, component, service, suppliers, suppliers.size());
    if (component == "warmth") {
      add_backup(need, region::BackupKind::reservoir, "support.heat.building");
      add_backup(need, region::BackupKind::manual, "support.heat.stove").available_from =
          parameter("support.heat.stove.from");
    } else {
      add_backup(need, region::BackupKind::reservoir, "support.water.stock");
    }
  }

  std::optional<std::size_t> nearest_asset(const std::string& kind, geo::LonLat place) const {
    std::optional<std::size_t> best;
    double least = 0;
    for (std::size_t i = 0; i < region_.assets.size(); ++i) {
      const region::Asset& asset = region_.assets[i];
      if (asset.kind != kind || !asset.place) continue;
      const double metres = metres_between(*asset.place, place);
      if (best && metres >= least) continue;
      best = i;
      least = metres;
    }
    return best;
  }

  region::Shock& add_shock(std::string id, double share, double start_h, double duration_h) {
    region::Shock row;
    row.id = std::move(id);
    row.hazard = hazard_;
    row.share = share;
    row.start_h = start_h;
    row.duration_h = duration_h;
    row.provenance = ours();
    change_.shocks.push_back(std::move(row));
    return change_.shocks.back();
  }

  void add_shocks(const Plan& plan) {
    const std::string of_hazard = "support/" + region_.hazards[hazard_.index()].id + "/";
    region::Shock& opening = add_shock(of_hazard + "opening", 1, 0, 0);
    opening.target.kinds = {"support_point"};
    opening.duration_delay = parameter("support.opening");

    // Points that ask as much of their wiring share one shock, drawn for each of them apart.
    std::map<double, std::vector<std::string>> by_chance;
    for (const auto& [id, chance] : overloaded_)
      if (chance > 0) by_chance[chance].push_back(id);
    std::size_t number = 0;
    for (const auto& [chance, ids] : by_chance) {
      region::Shock& shock = add_shock(of_hazard + "wiring-" + std::to_string(++number), chance, 0, 0);
      shock.target.ids = ids;
      shock.start_delay = parameter("support.opening");
      shock.duration_delay = parameter("support.wiring.repair");
    }

    const double shift = region::support_value(region_, "support.shift");
    const double horizon = region_.hazards[hazard_.index()].horizon_h;
    for (const Roster& roster : plan.rosters) {
      if (roster.unstaffed_share <= 0) continue;
      const std::string municipality = region_.organisations[roster.municipality.index()].id;
      std::vector<std::string> ids;
      for (const Point& point : plan.points)
        if (point.local && point.municipality == roster.municipality)
          ids.push_back("support-roster/" + region_.support_points[point.point.index()].id);
      std::size_t turn = 0;
      for (double start = 0; start < horizon; start += shift)
        // A shift takes over in the minute after the hour, so that what is told of an hour is one shift.
        add_shock(of_hazard + "roster-" + municipality + "-" + std::to_string(++turn), roster.unstaffed_share,
                  start == 0 ? 0 : start + takes_over_h,
                  std::min(shift, horizon - start) + (start == 0 ? takes_over_h : 0))
            .target.ids = ids;
    }
  }

  const Region& region_;
  region::HazardId hazard_;
  region::Change change_;
  region::ServiceId electricity_;
  region::ServiceId service_;
  bool cold_ = false;
  std::vector<std::pair<std::string, double>> overloaded_;  ///< wiring asset and chance
};

}  // namespace

std::string asset_id(const region::SupportPoint& point) { return "support-point/" + point.id; }

Result<region::Change> as_change(const Region& region, const Plan& plan, region::HazardId hazard) {
  Builder builder(region, hazard);
  TRY_DONE(builder.build(plan));
  return std::move(builder).take();
}

}  // namespace veer::support_points
