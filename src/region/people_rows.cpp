#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "base/text.hpp"
#include "region/rows.hpp"

namespace veer::region {

namespace {

constexpr std::array age_columns{"age_0_14",    "age_15_24",   "age_25_44",  "age_45_64",
                                 "age_65_plus", "age_75_plus", "age_85_plus"};
constexpr std::size_t disjoint_ages = 5;  // 75+ and 85+ are part of 65+
constexpr std::size_t over_65 = 4;
/// CBS rounds each of the five age groups and the total to fives: together they may differ by this much.
constexpr std::int64_t rounding_slack = 25;

std::string number(std::int64_t value) { return std::to_string(value); }

void read_organisations(const Cells& cells, Region& region) {
  const View& view = cells.view("organisations");
  for (std::size_t row = 0; row < view.size(); ++row) {
    region.organisations.push_back({view.id(row), view.text(row, "name"), view.value<OrganisationKind>(row, "kind"),
                                    view.value<Track>(row, "track"), view.provenance(row)});
  }
}

void read_services(const Cells& cells, Region& region) {
  const View& view = cells.view("services");
  for (std::size_t row = 0; row < view.size(); ++row) {
    region.services.push_back({view.id(row), view.text(row, "name_nl"), view.text(row, "name_en"),
                               view.value<ServiceKind>(row, "kind"), view.integer(row, "pillar"),
                               view.text(row, "category"), view.maybe_number(row, "mtpd_h"), view.provenance(row)});
  }
}

void check_ages(const Cells& cells, const View& view, std::size_t row, const Area& area) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < disjoint_ages; ++i) sum += area.ages[i];
  if (area.residents == 0) {
    cells.warn(view, row, "residents", "region.area.no_residents", {area.id});
  } else if (std::abs(sum - area.residents) > rounding_slack) {
    cells.warn(view, row, "residents", "region.area.ages_sum", {area.id, number(area.residents), number(sum)});
  }
  for (std::size_t i = over_65 + 1; i < age_columns.size(); ++i) {
    if (area.ages[i] > area.ages[i - 1])
      cells.error(view, row, age_columns[i], "region.area.ages_part",
                  {number(area.ages[i]), age_columns[i - 1], number(area.ages[i - 1])});
  }
}

/// The profiles that have at least one parameter reserve.<profile>.<…>.
std::vector<std::string> known_profiles(const Region& region) {
  constexpr std::string_view prefix = "reserve.";
  std::set<std::string> profiles;
  for (const Parameter& parameter : region.parameters) {
    if (!parameter.id.starts_with(prefix)) continue;
    const std::size_t dot = parameter.id.find('.', prefix.size());
    if (dot != std::string::npos) profiles.insert(parameter.id.substr(prefix.size(), dot - prefix.size()));
  }
  return {profiles.begin(), profiles.end()};
}

void read_areas(const Cells& cells, Region& region) {
  const View& view = cells.view("areas");
  const std::vector<std::string> profiles = known_profiles(region);
  for (std::size_t row = 0; row < view.size(); ++row) {
    Area area;
    area.id = view.id(row);
    area.name = view.text(row, "name");
    area.municipality = cells.reference<OrganisationId>(view, row, "municipality");
    area.residents = view.integer(row, "residents");
    area.households = view.number(row, "households");
    for (std::size_t i = 0; i < age_columns.size(); ++i) area.ages[i] = view.integer(row, age_columns[i]);
    area.preparedness = view.text(row, "preparedness");
    area.mutual_help = view.number(row, "mutual_help");
    area.volunteers = view.number(row, "volunteers");
    area.businesses = view.integer(row, "businesses");
    area.jobs = view.integer(row, "jobs");
    area.centre = {view.number(row, "lon"), view.number(row, "lat")};
    area.provenance = view.provenance(row);
    if (const auto outline = cells.tables().outlines.find(area.id); outline != cells.tables().outlines.end())
      area.outline = outline->second;
    expect_municipality(cells, region, view, row, "municipality", area.municipality);
    check_ages(cells, view, row, area);
    if (!area.preparedness.empty() && !std::binary_search(profiles.begin(), profiles.end(), area.preparedness)) {
      const Message message = with_suggestion("region.area.unknown_profile", {area.preparedness},
                                              cells.nearest(area.preparedness, profiles));
      cells.warn(view, row, "preparedness", message.key, message.arguments);
    }
    region.areas.push_back(std::move(area));
  }
  for (const auto& [id, outline] : cells.tables().outlines) {
    if (view.find(id)) continue;
    cells.notes().error(with_suggestion("region.cell.unknown_id", {id, "areas"}, cells.nearest(id, view.ids())),
                        {"outlines.geojson", "outlines", 0, "id"});
  }
}

void read_zones(const Cells& cells, Region& region) {
  const View& view = cells.view("zones");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Zone zone;
    zone.id = view.id(row);
    zone.area = cells.reference<AreaId>(view, row, "area");
    zone.feeding_area = cells.reference<AssetId>(view, row, "feeding_area");
    zone.residents = view.integer(row, "residents");
    for (std::size_t i = 0; i < group_count; ++i) {
      zone.groups[i] = view.integer(row, group_names[i]);
      if (zone.groups[i] > zone.residents)
        cells.error(view, row, group_names[i], "region.zone.group_above_residents",
                    {number(zone.groups[i]), number(zone.residents)});
    }
    zone.businesses = view.integer(row, "businesses");
    zone.jobs = view.integer(row, "jobs");
    zone.building = cells.reference<ParameterId>(view, row, "building");
    zone.provenance = view.provenance(row);
    expect_time(cells, region, view, row, "building", zone.building);
    region.zones.push_back(std::move(zone));
  }
}

void read_cells(const Cells& cells, Region& region) {
  const View& view = cells.view("cells");
  for (std::size_t row = 0; row < view.size(); ++row) {
    region.cells.push_back({view.id(row),
                            cells.reference<ZoneId>(view, row, "zone"),
                            {view.number(row, "lon"), view.number(row, "lat")},
                            view.integer(row, "addresses"),
                            view.integer(row, "residents"),
                            view.provenance(row)});
  }
}

/// Residents are counted once: an area is the sum of its zones, a zone the sum of its cells.
void check_sums(const Cells& cells, const Region& region) {
  std::vector<std::int64_t> of_area(region.areas.size());
  std::vector<std::int64_t> of_zone(region.zones.size());
  for (const Zone& zone : region.zones)
    if (zone.area.valid()) of_area[zone.area.index()] += zone.residents;
  for (const Cell& cell : region.cells)
    if (cell.zone.valid()) of_zone[cell.zone.index()] += cell.residents;
  for (std::size_t i = 0; i < region.areas.size(); ++i) {
    if (of_area[i] != region.areas[i].residents)
      cells.error(cells.view("areas"), i, "residents", "region.area.zones_sum",
                  {region.areas[i].id, number(region.areas[i].residents), number(of_area[i])});
  }
  if (region.cells.empty()) return;
  for (std::size_t i = 0; i < region.zones.size(); ++i) {
    if (of_zone[i] != region.zones[i].residents)
      cells.error(cells.view("zones"), i, "residents", "region.zone.cells_sum",
                  {region.zones[i].id, number(region.zones[i].residents), number(of_zone[i])});
  }
}

}  // namespace

void expect_municipality(const Cells& cells, const Region& region, const View& at, std::size_t row,
                         std::string_view column, OrganisationId organisation) {
  if (!organisation.valid()) return;
  const Organisation& found = region.organisations[organisation.index()];
  if (found.kind != OrganisationKind::municipality)
    cells.error(at, row, column, "region.organisation.no_municipality", {found.id});
}

void read_people(const Cells& cells, Region& region) {
  read_organisations(cells, region);
  read_services(cells, region);
  read_areas(cells, region);
  read_zones(cells, region);
  read_cells(cells, region);
  check_sums(cells, region);
}

}  // namespace veer::region
