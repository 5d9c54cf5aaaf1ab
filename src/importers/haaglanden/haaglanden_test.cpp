#include "importers/haaglanden/haaglanden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "formats/csv.hpp"
#include "importers/package/package.hpp"
#include "region/region.hpp"
#include "region/schema.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t residents_2021 = 1'121'670;

fs::path source_folder() {
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  REQUIRE_MESSAGE(folder != nullptr, "run this through ctest, which sets VEER_SOURCE_DIR to the source folder");
  return folder;
}

fs::path shipped() { return source_folder() / "regions" / "haaglanden"; }

/// The folder with public source files, where the machine has one.
std::optional<fs::path> public_sources() {
  const char* const given = std::getenv("VEER_SHARED_DIR");
  const fs::path folder = given != nullptr ? fs::path(given) : source_folder() / ".." / "shared";
  if (fs::exists(folder / "data" / "haaglanden_facts.csv")) return folder;
  return std::nullopt;
}

/// The shipped region, loaded once.
const region::Region& haaglanden() {
  static const region::Region loaded = [] {
    Diagnostics notes;
    auto region = importers::load_region(shipped(), notes);
    REQUIRE(region);
    CHECK(notes.error_count() == 0);
    CHECK(notes.warning_count() == 0);
    return *std::move(region);
  }();
  return loaded;
}

std::map<std::string, std::size_t> count_by_kind(const region::Region& region) {
  std::map<std::string, std::size_t> count;
  for (const region::Asset& asset : region.assets) ++count[asset.kind];
  return count;
}

/// The services that a component ("water", "water@high_rise") of each zone leans on; a zone without the component gives
/// an empty set.
std::vector<std::set<std::string>> services_of(const region::Region& region, const std::string& component) {
  std::vector<std::set<std::string>> services(region.zones.size());
  for (const region::Need& need : region.needs)
    if (need.owner.kind == region::OwnerKind::zone && need.owner.component == component)
      services[need.owner.index].insert(region.services[need.service.index()].id);
  return services;
}

/// Whether an asset is, through its suppliers and theirs, a supplier of itself by way of an asset of that kind.
bool in_circle_with(const region::Region& region, std::size_t start, const std::string& kind) {
  std::vector<std::vector<std::size_t>> suppliers(region.assets.size());
  for (const region::Need& need : region.needs) {
    if (need.owner.kind != region::OwnerKind::asset) continue;
    for (const region::Supplier& supplier : need.suppliers)
      if (supplier.kind == region::OwnerKind::asset) suppliers[need.owner.index].push_back(supplier.index);
  }
  const auto reach = [&suppliers](std::size_t from) {
    std::vector<bool> seen(suppliers.size());
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
      const std::size_t here = open.back();
      open.pop_back();
      for (const std::size_t next : suppliers[here]) {
        if (seen[next]) continue;
        seen[next] = true;
        open.push_back(next);
      }
    }
    return seen;
  };
  const std::vector<bool> below = reach(start);
  for (std::size_t i = 0; i < region.assets.size(); ++i)
    if (below[i] && region.assets[i].kind == kind && reach(i)[start]) return true;
  return false;
}

}  // namespace

TEST_CASE("haaglanden: the shipped region has 142 postcodes with 1,121,670 residents, the same in zones and squares") {
  const region::Region& region = haaglanden();
  CHECK(region.reference_date == "2021-01-01");
  REQUIRE(region.areas.size() == 142);
  std::vector<std::int64_t> in_zones(region.areas.size());
  std::vector<std::int64_t> in_cells(region.areas.size());
  for (const region::Zone& zone : region.zones) in_zones[zone.area.index()] += zone.residents;
  for (const region::Cell& cell : region.cells)
    in_cells[region.zones[cell.zone.index()].area.index()] += cell.residents;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < region.areas.size(); ++i) {
    CAPTURE(region.areas[i].id);
    CHECK(in_zones[i] == region.areas[i].residents);
    CHECK(in_cells[i] == region.areas[i].residents);
    CHECK(!region.areas[i].outline.empty());
    total += region.areas[i].residents;
  }
  CHECK(total == residents_2021);
}

TEST_CASE("haaglanden: groups count no more heads than their zone has") {
  const region::Region& region = haaglanden();
  std::array<std::int64_t, region::group_count> total{};
  for (const region::Zone& zone : region.zones)
    for (std::size_t group = 0; group < region::group_count; ++group) {
      CAPTURE(zone.id);
      CHECK(zone.groups[group] <= zone.residents);
      total[group] += zone.groups[group];
    }
  // CAR01 and CAR04: 21 and 1,400 in 100,000.
  CHECK(total[static_cast<std::size_t>(region::Group::medical_power)] == 236);
  CHECK(total[static_cast<std::size_t>(region::Group::alarm_users)] == 15703);
  CHECK(total[static_cast<std::size_t>(region::Group::over_65)] == 193260);
}

TEST_CASE("haaglanden: every kind of thing is there, in numbers that a region of this size has") {
  const region::Region& region = haaglanden();
  CHECK(region.assets.size() >= 1500);
  CHECK(region.needs.size() >= 4000);
  const auto count = count_by_kind(region);
  const auto at_least = [&count](const char* kind, std::size_t wanted) {
    CAPTURE(kind);
    CHECK((count.contains(kind) ? count.at(kind) : 0) >= wanted);
  };
  for (const auto& [kind, wanted] :
       {std::pair{"hv_feed_in", 4}, {"hv_station", 8},       {"mv_station", 50},      {"mv_feeding_area", 260},
        {"base_station", 480},      {"mobile_core", 2},      {"telecom_hub", 142},    {"c2000_site", 20},
        {"water_production", 4},    {"water_zone", 20},      {"booster", 20},         {"sewer_district", 60},
        {"sewage_treatment", 4},    {"drainage_pump", 40},   {"gas_district", 10},    {"heat_plant", 3},
        {"heat_district", 20},      {"fuel_depot", 2},       {"fuel_station", 138},   {"payment_switch", 1},
        {"cash_point", 60},         {"hospital_acute", 5},   {"hospital_planned", 8}, {"emergency_department", 4},
        {"gp_practice", 150},       {"home_care_team", 75},  {"nursing_home", 40},    {"pharmacy", 124},
        {"supermarket", 268},       {"control_room", 1},     {"fire_station", 23},    {"police_station", 23},
        {"ambulance_post", 8},      {"ghor_office", 1},      {"crisis_room", 10},     {"town_hall", 9},
        {"data_centre", 10},        {"broadcast_studio", 1}, {"school", 499},         {"community_building", 80},
        {"sports_centre", 235},     {"roster", 27},          {"tram_section", 12},    {"road_tunnel", 4}})
    at_least(kind, static_cast<std::size_t>(wanted));
  CHECK(count.at("broadcast_mast") == 1);  // a single point that is modelled as one
}

TEST_CASE("haaglanden: acute and planned care of a hospital are apart, and planned care has no generator") {
  const region::Region& region = haaglanden();
  std::set<std::string> with_generator;
  for (const region::Need& need : region.needs) {
    if (need.owner.kind != region::OwnerKind::asset) continue;
    for (const region::BackupId backup : need.backups)
      if (region.backups[backup.index()].kind == region::BackupKind::generator)
        with_generator.insert(region.assets[need.owner.index].id);
  }
  for (const region::Asset& asset : region.assets) {
    CAPTURE(asset.id);
    if (asset.kind == "hospital_acute") CHECK(with_generator.contains(asset.id));
    if (asset.kind == "hospital_planned") CHECK(!with_generator.contains(asset.id));
  }
}

TEST_CASE("haaglanden: every organisation has the processes that its continuity needs") {
  const region::Region& region = haaglanden();
  std::map<std::string, std::size_t> count;
  for (const region::Process& process : region.processes)
    ++count[region.organisations[process.organisation.index()].id];
  std::size_t municipalities = 0;
  for (const region::Organisation& organisation : region.organisations) {
    if (organisation.kind != region::OrganisationKind::municipality) continue;
    ++municipalities;
    CAPTURE(organisation.id);
    CHECK(count[organisation.id] >= 12);
    for (const char* own : {"crisis-room/", "data-centre/"})
      CHECK(region.find_asset(own + organisation.id).has_value());
  }
  CHECK(municipalities == 9);
  CHECK(count["vrh"] >= 10);
  for (const char* service :
       {"brandweer-haaglanden", "politie-den-haag", "ambulance-haaglanden", "ghor-haaglanden", "meldkamer"}) {
    CAPTURE(service);
    CHECK(count[service] >= 4);
  }
}

TEST_CASE("haaglanden: every zone leans on the services that carry its daily needs") {
  const region::Region& region = haaglanden();
  for (const char* need : {"water", "food", "warmth", "cooling", "light", "information", "alarm", "medical_care",
                           "medicines", "sanitation", "cash", "safety"}) {
    const auto services = services_of(region, need);
    for (std::size_t zone = 0; zone < services.size(); ++zone) {
      CAPTURE(need);
      CAPTURE(region.zones[zone].id);
      CHECK(!services[zone].empty());
    }
  }
  const auto of_group = [&region](const char* component, region::Group group) {
    const auto services = services_of(region, component);
    for (std::size_t zone = 0; zone < services.size(); ++zone) {
      CAPTURE(component);
      CAPTURE(region.zones[zone].id);
      CHECK(services[zone].empty() == (region.zones[zone].groups[static_cast<std::size_t>(group)] == 0));
    }
  };
  of_group("water@high_rise", region::Group::high_rise);
  of_group("medical_power@medical_power", region::Group::medical_power);
  of_group("medical_care@dependent_care", region::Group::dependent_care);
  of_group("alarm@alarm_users", region::Group::alarm_users);
  // Gas homes need power and gas; homes on a heating network need its heat.
  for (const auto& services : services_of(region, "warmth"))
    CHECK((services == std::set<std::string>{"electricity", "gas"} || services == std::set<std::string>{"heat"}));
}

TEST_CASE(
    "haaglanden: each zone is cooled by the air of its own municipality, which stands nowhere and needs nothing") {
  const region::Region& region = haaglanden();
  std::size_t zones = 0;
  for (const region::Need& need : region.needs) {
    if (need.owner.kind == region::OwnerKind::asset) {
      CHECK(region.assets[need.owner.index].kind != "outdoor_air");
      continue;
    }
    if (need.owner.kind != region::OwnerKind::zone || need.owner.component != "cooling") continue;
    ++zones;
    REQUIRE(need.suppliers.size() == 1);
    const region::Asset& air = region.assets[need.suppliers.front().index];
    const region::Area& area = region.areas[region.zones[need.owner.index].area.index()];
    CAPTURE(air.id);
    CHECK(air.id == "outdoor-air/" + region.organisations[area.municipality.index()].id);
    CHECK(!air.place.has_value());
  }
  CHECK(zones == region.zones.size());
}

TEST_CASE("haaglanden: power and telecom wait for each other in real circles") {
  const region::Region& region = haaglanden();
  const auto& assets = region.assets;
  const auto station =
      std::find_if(assets.begin(), assets.end(), [](const region::Asset& asset) { return asset.kind == "mv_station"; });
  REQUIRE(station != assets.end());
  CHECK(in_circle_with(region, static_cast<std::size_t>(station - assets.begin()), "base_station"));
}

TEST_CASE("haaglanden: nothing is confirmed, and what we laid out ourselves says so") {
  const region::Region& region = haaglanden();
  for (const region::Asset& asset : region.assets) {
    CAPTURE(asset.id);
    CHECK(!asset.confirmed);
    if (asset.provenance.source == "layout") CHECK(asset.provenance.confidence == region::Confidence::assumption);
  }
  for (const region::Need& need : region.needs) CHECK(need.provenance.confidence == region::Confidence::assumption);
}

TEST_CASE("haaglanden: the governing hazard takes the feed-ins for 72 hours and gives feeding areas back one by one") {
  const region::Region& region = haaglanden();
  const auto governing = region.find_hazard("power-72h");
  REQUIRE(governing);
  CHECK(region.hazards[governing->index()].start == "2023-01-17T17:00");
  CHECK(region.hazards[governing->index()].horizon_h == 168);
  std::vector<const region::Shock*> shocks;
  for (const region::Shock& shock : region.shocks)
    if (shock.hazard == *governing) shocks.push_back(&shock);
  REQUIRE(shocks.size() == 2);
  CHECK(shocks[0]->target.kinds == std::vector<std::string>{"hv_feed_in"});
  CHECK(shocks[0]->duration_h == 72);
  CHECK(!shocks[0]->duration_delay.valid());
  CHECK(shocks[1]->target.kinds == std::vector<std::string>{"mv_feeding_area"});
  REQUIRE(shocks[1]->duration_delay.valid());
  CHECK(region.parameters[shocks[1]->duration_delay.index()].id == "restoration.blackout");
  for (const char* variant : {"power-24h", "power-8h", "power-72h/rolling", "power-72h/damage", "power-72h/GM0503",
                              "power-72h/GM0518", "power-72h/GM0603", "power-72h/GM0629", "power-72h/GM0637",
                              "power-72h/GM1783", "power-72h/GM1842", "power-72h/GM1916", "power-72h/GM1926"})
    CHECK_MESSAGE(region.find_hazard(variant).has_value(), variant);
}

TEST_CASE("haaglanden: half of the feeding areas are back 10.5 hours and 92 % are back 17.5 hours after the feed-ins") {
  const region::Region& region = haaglanden();
  const region::ParameterId id = region.find_parameter("restoration.blackout");
  REQUIRE(id.valid());
  const auto values = region::quantiles(region.parameters[id.index()]);
  REQUIRE(values);
  CHECK((*values)[512] == doctest::Approx(10.5).epsilon(0.01));  // RES03
  CHECK((*values)[942] == doctest::Approx(17.5).epsilon(0.01));  // RES04: (942 + ½)/1024 = 0.9204
}

TEST_CASE("haaglanden: the package names its licences, per table where they differ") {
  Diagnostics notes;
  const auto tables = importers::read_package(shipped(), notes);
  REQUIRE(tables);
  CHECK(tables->licence.find("ODbL") != std::string::npos);
  for (const char* table : {"areas", "zones", "cells", "organisations"}) {
    CAPTURE(table);
    REQUIRE(tables->table_licences.contains(table));
    CHECK(tables->table_licences.at(table).find("CC BY 4.0") != std::string::npos);
  }
  CHECK(fs::exists(shipped() / "LICENSE"));
}

TEST_CASE("haaglanden: residents and postcodes per municipality are those of the facts file") {
  const auto folder = public_sources();
  if (!folder) {
    MESSAGE("skipped: no folder with public source files (VEER_SHARED_DIR)");
    return;
  }
  const auto facts = formats::read_csv(*folder / "data" / "haaglanden_facts.csv", "facts");
  REQUIRE(facts);
  const auto cell = [&facts](const std::vector<std::string>& row, const char* column) {
    return row[*facts->column(column)];
  };
  const region::Region& region = haaglanden();
  std::size_t checked = 0;
  for (const auto& row : facts->rows) {
    const std::string code = cell(row, "municipality_code");
    if (!code.starts_with("GM")) continue;
    std::int64_t residents = 0;
    std::int64_t over_65 = 0;
    std::size_t areas = 0;
    double households = 0;
    for (const region::Area& area : region.areas) {
      if (region.organisations[area.municipality.index()].id != code) continue;
      residents += area.residents;
      over_65 += area.ages[4];
      households += area.households;
      ++areas;
    }
    CAPTURE(code);
    CHECK(std::to_string(residents) == cell(row, "population"));
    CHECK(std::to_string(over_65) == cell(row, "population_65_plus"));
    CHECK(std::to_string(areas) == cell(row, "pc4_areas"));
    CHECK(households == doctest::Approx(std::stod(cell(row, "households"))).epsilon(0.001));
    ++checked;
  }
  CHECK(checked == 9);
}

TEST_CASE("haaglanden: every row of the evidence is a parameter with the same id and figures") {
  const auto folder = public_sources();
  if (!folder) {
    MESSAGE("skipped: no folder with public source files (VEER_SHARED_DIR)");
    return;
  }
  const auto evidence = formats::read_csv(*folder / "evidence" / "parameters.csv", "parameters");
  REQUIRE(evidence);
  const region::Region& region = haaglanden();
  for (const auto& row : evidence->rows) {
    const std::string& id = row[*evidence->column("id")];
    CAPTURE(id);
    const region::ParameterId found = region.find_parameter(id);
    REQUIRE(found.valid());
    const region::Parameter& parameter = region.parameters[found.index()];
    CHECK(parameter.low == std::stod(row[*evidence->column("low")]));
    CHECK(parameter.typical == std::stod(row[*evidence->column("typical")]));
    CHECK(parameter.high == std::stod(row[*evidence->column("high")]));
    CHECK(parameter.unit_text == row[*evidence->column("unit")]);
  }
}

TEST_CASE("haaglanden: building again from the public sources, in any folder, gives the shipped files to the byte") {
  const auto folder = public_sources();
  if (!folder) {
    MESSAGE("skipped: no folder with public source files (VEER_SHARED_DIR)");
    return;
  }
  // One flat folder, no name as documented: the files are known by what is in them.
  const test::TemporaryFolder downloads;
  int number = 0;
  for (const char* file :
       {"data/haaglanden_facts.csv", "data/haaglanden_facilities.csv", "evidence/parameters.csv",
        "data/real/cbs_pc4_2021/nl_postcodes_2021.csv.gz", "data/real/cbs_pc4_2021/haaglanden_pc4_2021.geojson.gz",
        "data/real/osm_haaglanden_2021/haaglanden_addresses.csv.gz",
        "data/real/osm_haaglanden_2021/haaglanden_poi.csv.gz", "data/real/osm_haaglanden_2021/haaglanden_places.csv",
        "data/real/osm_haaglanden_2021/haaglanden-2021.osm.pbf",
        "data/real/power_osm_nl_2017/heuristic_vertices.csv"}) {
    const fs::path source = fs::absolute(*folder / file);
    REQUIRE(fs::exists(source));
    fs::create_symlink(source, downloads.path() / (std::to_string(++number) + source.extension().string()));
  }
  Diagnostics notes;
  const auto tables = importers::build_haaglanden(downloads.path(), notes);
  if (!tables) MESSAGE(tables.error().message.key);
  REQUIRE(tables);
  CHECK(notes.error_count() == 0);
  const test::TemporaryFolder again;
  REQUIRE(importers::write_package(*tables, again.path() / "haaglanden"));
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(again.path() / "haaglanden")) {
    const fs::path name = entry.path().filename();
    CAPTURE(name.string());
    REQUIRE(fs::exists(shipped() / name));
    const bool same = test::bytes_of(entry.path()) == test::bytes_of(shipped() / name);
    CHECK_MESSAGE(same, "differs; build it again with `veer import haaglanden` and commit the result");
    ++compared;
  }
  CHECK(compared == region::schemas().size() + 2);  // the tables, datapackage.json and outlines.geojson
}
