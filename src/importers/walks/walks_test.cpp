#include "importers/walks/walks.hpp"

#include <doctest/doctest.h>

#include "geo/rd.hpp"
#include "importers/osm/read_osm.hpp"
#include "region/builder.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using namespace veer::importers;

namespace {

geo::RdMetres metres(double x, double y) { return {80'000 + x, 450'000 + y}; }

/// A street of 900 m from west to east with side streets, and an island of two corners 3 km to the north.
osm::OsmMap street_map() {
  osm::OsmMap map;
  map.streets.places = {metres(0, 0),    metres(300, 0),  metres(600, 0),  metres(900, 0),
                        metres(300, 50), metres(600, 50), metres(0, 3000), metres(100, 3000)};
  map.streets.pieces = {{0, 1, 0}, {1, 2, 0}, {2, 3, 0}, {1, 4, 0}, {2, 5, 0}, {6, 7, 0}};
  return map;
}

/// Rows of a table of places, in the sketch.
void put(test::RegionSketch& sketch, const std::string& table, const std::string& id, geo::RdMetres at,
         std::map<std::string, std::string> cells) {
  const geo::LonLat place = geo::to_lonlat(at);
  cells.insert({{"id", id}, {"lon", canonical_number(place.lon)}, {"lat", canonical_number(place.lat)}});
  sketch.row(table, cells);
}

region::Tables village(const std::vector<geo::RdMetres>& cells,
                       const std::vector<std::pair<std::string, geo::RdMetres>>& points) {
  test::RegionSketch sketch;
  sketch.asset("grid").area("2511").zone("z1", static_cast<int>(cells.size()) * 10).outage("grid", 72);
  for (std::size_t i = 0; i < cells.size(); ++i)
    put(sketch, "cells", "c" + std::to_string(i + 1), cells[i],
        {{"zone", "z1"}, {"addresses", "5"}, {"residents", "10"}});
  for (std::size_t i = 0; i < points.size(); ++i)
    put(sketch, "support_points", "p" + std::to_string(i + 1), points[i].second,
        {{"name", "P"}, {"level", points[i].first}, {"organisation", "town"}, {"confirmed", "false"}});
  region::Tables tables = sketch.tables();
  auto& rows = tables.tables.at("cells").rows;
  rows.erase(rows.begin());  // the square that the sketch gives to every zone
  return tables;
}

constexpr std::size_t points_column = 2;
constexpr std::size_t minutes_column = 3;

}  // namespace

TEST_CASE("walks: minutes at 75 m a minute over the street, nearest first, and the region takes them") {
  // c1 at the west end; p1 450 m along the street and 30 m beside it: 480 m, 6.4 min; p2 at 900 m: 12 min.
  region::Tables tables = village({metres(0, 0)}, {{"local", metres(900, 0)}, {"local", metres(450, 30)}});
  Diagnostics notes;
  const auto report = add_walks(tables, street_map(), {.least_island = 1}, notes);
  REQUIRE(report);
  CHECK(notes.problems().empty());
  const formats::Table& walks = tables.tables.at("walks");
  REQUIRE(walks.rows.size() == 1);
  CHECK(walks.rows[0][points_column] == "p2 p1");
  CHECK(walks.rows[0][minutes_column] == "6.4 12");
  CHECK(report->nearest_mean_min == doctest::Approx(6.4).epsilon(0.01));
  CHECK(tables.table_licences.at("walks").find("ODbL") == 0);
  const auto region = region::build_region(tables, notes);
  REQUIRE(region);
  CHECK(region->walks[0].walks[0].support_point == region::SupportPointId(1));
}

TEST_CASE("walks: only the nearest of each level are kept, and none beyond the longest walk") {
  region::Tables tables = village({metres(0, 0)}, {{"local", metres(75, 0)},
                                                   {"local", metres(150, 0)},
                                                   {"coordinating", metres(225, 0)},
                                                   {"coordinating", metres(825, 0)}});
  Diagnostics notes;
  auto report = add_walks(tables, street_map(), {.nearest = 1, .least_island = 1}, notes);
  REQUIRE(report);
  CHECK(report->walks_found == 4);
  CHECK(tables.tables.at("walks").rows[0][points_column] == "p1 p3");
  report = add_walks(tables, street_map(), {.longest_min = 10.9, .nearest = 9, .least_island = 1}, notes);
  CHECK(report->walks == 3);
  report = add_walks(tables, street_map(), {.longest_min = 11.1, .nearest = 9, .least_island = 1}, notes);
  CHECK(report->walks == 4);
  CHECK(tables.tables.at("walks").rows[0][minutes_column] == "1 2 3 11");
}

TEST_CASE("walks: an island and a place without a street are told, not silently unreachable") {
  region::Tables tables = village({metres(0, 0), metres(50, 3000), metres(0, 9000)}, {{"local", metres(300, 0)}});
  Diagnostics notes;
  const auto report = add_walks(tables, street_map(), {.least_island = 1}, notes);
  REQUIRE(report);
  CHECK(report->cells_on_islands == 1);
  CHECK(report->cells_without_street == 1);
  CHECK(report->cells_without_walk == 2);
  REQUIRE(notes.problems().size() == 2);
  CHECK(notes.problems()[0].message.key == "importers.walks.island");
  CHECK(notes.problems()[0].place.row == 3);
  CHECK(notes.problems()[1].message.key == "importers.walks.no_street");
  CHECK(tables.tables.at("walks").rows.size() == 1);
}

TEST_CASE("walks: doing it twice changes nothing") {
  region::Tables once = village({metres(0, 0), metres(850, 10)}, {{"local", metres(300, 0)}});
  Diagnostics notes;
  REQUIRE(add_walks(once, street_map(), {.least_island = 1}, notes));
  region::Tables twice = once;
  REQUIRE(add_walks(twice, street_map(), {.least_island = 1, .threads = 2}, notes));
  CHECK(once.tables.at("walks").rows == twice.tables.at("walks").rows);
  CHECK(once.tables.at("sources").rows == twice.tables.at("sources").rows);
  CHECK(once.attributions == twice.attributions);
}

TEST_CASE("walks: without support points there is nothing to walk to") {
  region::Tables tables = village({metres(0, 0)}, {});
  Diagnostics notes;
  const auto report = add_walks(tables, street_map(), {}, notes);
  REQUIRE(!report);
  CHECK(report.error().message == Message{"importers.walks.nothing", {"support_points"}});
}
