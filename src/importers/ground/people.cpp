#include <cmath>
#include <map>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/ground/ground.hpp"

namespace veer::importers::ground {

namespace {

/// VOL01: registered volunteers per 100,000 residents. Mutual help has no measurement: one index for all
/// (mutual_help.index).
constexpr double volunteers_per_100k = 590;
constexpr const char* mutual_help = "0.5";

std::string degrees(double value) { return canonical_number(value); }

void add_areas(Ground& ground, const PeopleOrigin& origin) {
  for (std::size_t i = 0; i < ground.facts.areas.size(); ++i) {
    const AreaFact& fact = ground.facts.areas[i];
    const AreaDerived& derived = ground.territory.areas[i];
    const geo::LonLat at = geo::rounded(fact.inside, 4);
    const std::string near = neighbourhood(ground, fact.inside);
    const double volunteers =
        std::floor(volunteers_per_100k * static_cast<double>(fact.residents) / 1e5 * 10 + 0.5) / 10;
    ground.draft.row("areas", {{"id", fact.id},
                               {"name", (origin.coded_names ? fact.id + " " : std::string()) + fact.place +
                                            (near == fact.place ? "" : " (" + near + ")")},
                               {"municipality", fact.municipality},
                               {"residents", std::to_string(fact.residents)},
                               {"households", canonical_number(derived.households)},
                               {"age_0_14", std::to_string(fact.ages[0])},
                               {"age_15_24", std::to_string(fact.ages[1])},
                               {"age_25_44", std::to_string(fact.ages[2])},
                               {"age_45_64", std::to_string(fact.ages[3])},
                               {"age_65_plus", std::to_string(fact.ages[4])},
                               {"age_75_plus", std::to_string(fact.ages[5])},
                               {"age_85_plus", std::to_string(fact.ages[6])},
                               {"preparedness", "default"},
                               {"mutual_help", mutual_help},
                               {"volunteers", canonical_number(volunteers)},
                               {"businesses", std::to_string(derived.businesses)},
                               {"jobs", std::to_string(derived.jobs)},
                               {"lon", degrees(at.lon)},
                               {"lat", degrees(at.lat)},
                               {"source", origin.areas},
                               {"confidence", "estimate"}});
  }
}

void add_zones(Ground& ground, const PeopleOrigin& origin) {
  for (const Zone& zone : ground.territory.zones) {
    const auto group = [&zone](region::Group wanted) {
      return std::to_string(zone.groups[static_cast<std::size_t>(wanted)]);
    };
    ground.draft.row("zones", {{"id", zone.id},
                               {"area", ground.facts.areas[zone.area].id},
                               {"feeding_area", "feeding/" + ground.territory.feeding[zone.feeding].number},
                               {"residents", std::to_string(zone.residents)},
                               {"over_65", group(region::Group::over_65)},
                               {"dependent_care", group(region::Group::dependent_care)},
                               {"medical_power", group(region::Group::medical_power)},
                               {"alarm_users", group(region::Group::alarm_users)},
                               {"high_rise", group(region::Group::high_rise)},
                               {"low_income", group(region::Group::low_income)},
                               {"businesses", std::to_string(zone.businesses)},
                               {"jobs", std::to_string(zone.jobs)},
                               {"building", origin.homes},
                               {"source", origin.zones},
                               {"confidence", "assumption"}});
  }
}

void add_cells(Ground& ground, const PeopleOrigin& origin) {
  std::map<std::pair<std::size_t, std::size_t>, const std::string*> zone_of;
  for (const Zone& zone : ground.territory.zones) zone_of.emplace(std::pair{zone.area, zone.feeding}, &zone.id);
  for (const Cell& cell : ground.territory.cells) {
    const geo::LonLat at = geo::rounded(geo::to_lonlat(cell.centre), 3);
    const std::string& area = ground.facts.areas[cell.area].id;
    ground.draft.row("cells", {{"id", area + "/" + std::to_string(cell.column) + "-" + std::to_string(cell.row)},
                               {"zone", *zone_of.at({cell.area, cell.feeding})},
                               {"lon", degrees(at.lon)},
                               {"lat", degrees(at.lat)},
                               {"addresses", std::to_string(cell.addresses)},
                               {"residents", std::to_string(cell.residents)},
                               {"source", origin.cells},
                               {"confidence", "estimate"}});
  }
}

}  // namespace

void add_people(Ground& ground, const PeopleOrigin& origin) {
  add_areas(ground, origin);
  add_zones(ground, origin);
  add_cells(ground, origin);
}

}  // namespace veer::importers::ground
