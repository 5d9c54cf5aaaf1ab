#include "importers/walks/walks.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "region/cells.hpp"
#include "walking/pace.hpp"
#include "walking/tables.hpp"

namespace veer::importers {

namespace {

constexpr const char* source_id = "osm-walks";

/// The places of a table by row, and where each meets the network.
struct Places {
  const region::View* view = nullptr;
  std::vector<walking::Snap> snaps;
};

Places place(const region::View& view, const walking::Snapper& snapper, const WalkSettings& settings) {
  std::vector<geo::LonLat> lonlat;
  for (std::size_t row = 0; row < view.size(); ++row)
    lonlat.push_back({view.number(row, "lon"), view.number(row, "lat")});
  return {&view, snapper.nearest(geo::to_rd(lonlat, settings.threads), settings.street_within_m, settings.threads)};
}

/// Notes what has no street and what lies on an island, each with its row.
void tell_lost(const Places& places, const WalkSettings& settings, Diagnostics& notes, std::size_t& without,
               std::size_t& islanders) {
  for (std::size_t row = 0; row < places.snaps.size(); ++row) {
    const walking::Snap& snap = places.snaps[row];
    if (!snap.found()) {
      ++without;
      notes.warn({"importers.walks.no_street", {places.view->id(row), canonical_number(settings.street_within_m)}},
                 places.view->place(row, "lon"));
    } else if (snap.component != 0) {
      ++islanders;
      notes.warn({"importers.walks.island", {places.view->id(row)}}, places.view->place(row, "lon"));
    }
  }
}

/// The walks of a square that are kept: of each level the nearest, all together nearest first.
std::vector<walking::Walk> nearest_of(std::vector<walking::Walk> walks, const region::View& points, std::size_t most) {
  std::stable_sort(walks.begin(), walks.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; });
  std::size_t local = 0;
  std::size_t coordinating = 0;
  std::erase_if(walks, [&](const walking::Walk& walk) {
    return (points.text(walk.destination, "level") == "local" ? local : coordinating)++ >= most;
  });
  return walks;
}

/// Minutes with one decimal, six seconds.
double told_minutes(walking::Decimetres distance) { return std::round(walking::walking_minutes(distance) * 10) / 10; }

/// A row by column names, in the order of the schema; columns that are not named stay empty.
void add_row(formats::Table& table, std::initializer_list<std::pair<const char*, std::string>> cells) {
  std::vector<std::string> row(table.columns.size());
  for (const auto& [column, text] : cells)
    if (const auto position = table.column(column)) row[*position] = text;
  table.rows.push_back(std::move(row));
}

formats::Table empty_walks() {
  formats::Table table;
  table.name = "walks";
  table.file = "walks.csv";
  for (const region::ColumnSchema& column : region::schema("walks")->columns) table.columns.emplace_back(column.name);
  return table;
}

void name_source(region::Tables& tables) {
  formats::Table& sources = tables.tables.at("sources");
  const std::size_t id = *sources.column("id");
  const bool known =
      std::any_of(sources.rows.begin(), sources.rows.end(), [&](const auto& row) { return row[id] == source_id; });
  if (!known) {
    add_row(sources, {{"id", source_id},
                      {"title", "Looptijden over het stratennet van OpenStreetMap, 4,5 km per uur"},
                      {"publisher", "OpenStreetMap-bijdragers"},
                      {"url", "https://www.openstreetmap.org/copyright"},
                      {"licence", "ODbL 1.0"}});
    if (!sources.lines.empty()) sources.lines.push_back(sources.lines.back() + 1);
  }
  tables.table_licences["walks"] = "ODbL 1.0, © OpenStreetMap-bijdragers";
  const bool attributed = std::any_of(tables.attributions.begin(), tables.attributions.end(),
                                      [](const auto& text) { return text.find("OpenStreetMap") != std::string::npos; });
  if (!attributed) tables.attributions.emplace_back("© OpenStreetMap-bijdragers (ODbL)");
}

}  // namespace

osm::Crop crop_for(const region::Tables& tables) {
  osm::Crop crop;
  crop.addresses = false;
  for (const auto& [id, outline] : tables.outlines)
    crop.outline.insert(crop.outline.end(), outline.begin(), outline.end());
  return crop;
}

Result<WalkReport> add_walks(region::Tables& tables, const osm::OsmMap& map, const WalkSettings& settings,
                             Diagnostics& notes) {
  WalkReport report;
  formats::Table walks = empty_walks();
  {
    Diagnostics ignored;  // the tables were checked before
    const region::Cells rows(tables, ignored);
    const region::View& cells = rows.view("cells");
    const region::View& points = rows.view("support_points");
    for (const region::View* view : {&cells, &points})
      if (view->size() == 0)
        return fail({.kind = ErrorKind::invalid_input,
                     .message = {"importers.walks.nothing", {std::string(view->schema().name)}},
                     .place = {},
                     .context = {}});
    const walking::Network network(map.streets);
    const walking::Snapper snapper(network, settings.least_island);
    report.junctions = network.junction_count();
    report.links = network.links().size();
    for (std::size_t island = 1; island < network.component_sizes().size(); ++island)
      if (network.component_sizes()[island] >= settings.least_island) ++report.islands;
    const Places from = place(cells, snapper, settings);
    const Places to = place(points, snapper, settings);
    report.cells = cells.size();
    report.points = points.size();
    tell_lost(from, settings, notes, report.cells_without_street, report.cells_on_islands);
    tell_lost(to, settings, notes, report.points_without_street, report.points_on_islands);

    auto table = walking::walks_within(network, from.snaps, to.snaps, walking::walking_limit(settings.longest_min),
                                       nullptr, settings.threads);
    double residents = 0;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      report.walks_found += table[cell].size();
      const auto kept = nearest_of(std::move(table[cell]), points, settings.nearest);
      if (kept.empty()) {
        ++report.cells_without_walk;
        continue;
      }
      report.walks += kept.size();
      std::string names;
      std::string minutes;
      bool local = false;
      for (const walking::Walk& walk : kept) {
        names += (names.empty() ? "" : " ") + points.id(walk.destination);
        minutes += (minutes.empty() ? "" : " ") + canonical_number(told_minutes(walk.distance));
        if (local || points.text(walk.destination, "level") != "local") continue;
        local = true;
        residents += cells.number(cell, "residents");
        report.nearest_mean_min += cells.number(cell, "residents") * walking::walking_minutes(walk.distance);
      }
      add_row(walks, {{"id", std::to_string(walks.rows.size() + 1)},
                      {"cell", cells.id(cell)},
                      {"support_points", names},
                      {"minutes", minutes},
                      {"source", source_id},
                      {"confidence", "estimate"}});
    }
    if (residents > 0) report.nearest_mean_min /= residents;
  }
  tables.tables.insert_or_assign("walks", std::move(walks));
  name_source(tables);
  return report;
}

}  // namespace veer::importers
