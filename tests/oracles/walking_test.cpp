#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <thread>

#include "formats/csv.hpp"
#include "formats/files.hpp"
#include "geo/rd.hpp"
#include "importers/osm/read_osm.hpp"
#include "oracles/shared_folder.hpp"
#include "support/street_maps.hpp"
#include "walking/search.hpp"

// The real street network against other people's answers.

namespace {

using namespace veer;
using walking::Decimetres;
using walking::unreachable;

std::optional<std::filesystem::path> real(const std::string& part) {
  const auto path = test::shared_folder("data/real/" + part);
  if (!path) MESSAGE("skipped: no folder with " << part << " (VEER_SHARED_DIR)");
  return path;
}

double number(const std::string& text) {
  double value = 0;
  REQUIRE(std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc());
  return value;
}

}  // namespace

TEST_CASE("walking: 12,118 walks in Haaglanden are as long as OpenTripPlanner says") {
  const auto osm = real("osm_haaglanden_2021/haaglanden-2021.osm.pbf");
  const auto pairs = real("walk_reference_dhzw_2022/walk_time_distance_haaglanden.csv.gz");
  if (!osm || !pairs) return;
  const auto map = importers::osm::read_osm(*osm, {}, 2);
  REQUIRE(map.has_value());
  const walking::Network network(map->streets);
  const walking::Snapper snapper(network, 50);
  const auto table = formats::read_csv(*pairs, "walks");
  REQUIRE(table.has_value());
  REQUIRE(table->rows.size() == 12'118);
  const auto column = [&](const char* name) { return *table->column(name); };
  const auto place = [&](const std::vector<std::string>& row, const char* lon, const char* lat) {
    return snapper.nearest(geo::to_rd({number(row[column(lon)]), number(row[column(lat)])}), 1000);
  };
  // Rows stand by departure, so one search answers many of them.
  walking::Search search(network);
  std::string departure;
  std::vector<double> ratios;
  std::size_t without = 0;
  for (const auto& row : table->rows) {
    if (row[column("departure")] != departure) {
      departure = row[column("departure")];
      search.run(place(row, "dep_lon", "dep_lat"), unreachable);
    }
    const double expected_m = number(row[column("distance_km")]) * 1000;
    const Decimetres found = search.to(place(row, "arr_lon", "arr_lat"));
    if (found == unreachable || expected_m <= 0) {
      ++without;
      continue;
    }
    ratios.push_back(found / 10.0 / expected_m);
  }
  CHECK(without < 20);
  std::sort(ratios.begin(), ratios.end());
  const double median = ratios[ratios.size() / 2];
  const auto within = [&](double share) {
    return static_cast<double>(std::count_if(ratios.begin(), ratios.end(),
                                             [&](double ratio) { return std::abs(ratio - 1) <= share; })) /
           static_cast<double>(table->rows.size());
  };
  MESSAGE("median " << median << ", within 2 % " << within(0.02) << ", within 8 % " << within(0.08) << ", no walk "
                    << without << ", 5 % " << ratios[ratios.size() / 20] << ", 95 % "
                    << ratios[ratios.size() - ratios.size() / 20]);
  CHECK(std::abs(median - 1) <= 0.02);
  CHECK(within(0.08) >= 0.90);
}

TEST_CASE("walking: distances through Rome are Dijkstra's on the published arcs") {
  const auto file = real("dimacs_rome/rome99.gr");
  if (!file) return;
  const auto text = formats::read_file(*file);
  REQUIRE(text.has_value());
  std::istringstream lines(*text);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> arcs;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] != 'a') continue;
    std::istringstream words(line.substr(1));
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t metres = 0;
    words >> from >> to >> metres;
    REQUIRE(!words.fail());
    // Who walks may go both ways; of two streets between the same corners the shorter counts.
    const std::pair key{std::min(from, to) - 1, std::max(from, to) - 1};
    const auto [at, fresh] = arcs.try_emplace(key, metres);
    if (!fresh) at->second = std::min(at->second, metres);
  }
  CHECK(arcs.size() > 4400);
  // The file has no positions. All corners stand on one spot, where junctions keep their order; each street goes out
  // and back over a bend, so that it has exactly its published length. Two dead ends at each corner keep it a junction
  // where it has one or two streets only.
  constexpr std::uint32_t corners = 3353;
  const geo::RdMetres spot{80'000.0, 450'000.0};
  walking::Streets streets;
  test::PlainGraph graph;
  graph.arcs.resize(corners);
  streets.places.assign(corners, spot);
  const auto street = [&streets](std::uint32_t from, geo::RdMetres end) {
    streets.places.push_back(end);
    streets.pieces.push_back({from, static_cast<std::uint32_t>(streets.places.size() - 1), walking::plain});
  };
  for (std::uint32_t i = 0; i < corners; ++i) {
    street(i, spot);
    street(i, spot);
  }
  for (const auto& [ends, metres] : arcs) {
    graph.join(ends.first, ends.second, std::max(metres * 10, 1U));
    street(ends.first, {spot.x + metres / 2.0, spot.y});
    streets.pieces.push_back({ends.second, static_cast<std::uint32_t>(streets.places.size() - 1), walking::plain});
  }
  const walking::Network network(streets);
  REQUIRE(network.junction_count() == 3 * corners);
  walking::Search search(network);
  for (std::uint32_t start = 0; start < corners; start += 150) {
    const auto expected = test::textbook_distances(graph, start);
    const std::uint32_t link = network.arc_links()[network.begin()[start]];
    const bool ahead = network.links()[link].from == start;
    search.run({link, ahead ? 0 : network.links()[link].length, 0, 0}, unreachable);
    for (std::uint32_t i = 0; i < corners; ++i) REQUIRE(search.to(i) == expected[i]);
  }
}

TEST_CASE("osm: all 968,466 nodes of Haaglanden become a walking graph with every address on a street") {
  const auto osm = real("osm_haaglanden_2021/haaglanden-2021-addr.osm.pbf");
  if (!osm) return;
  const auto start = std::chrono::steady_clock::now();
  const auto map = importers::osm::read_osm(*osm, {}, 2);
  REQUIRE(map.has_value());
  CHECK(map->counts.nodes_read == 968'466);
  CHECK(map->counts.ways_read == 106'408);
  CHECK(map->addresses.size() == 616'785);
  const auto read = std::chrono::steady_clock::now();
  const walking::Network network(map->streets);
  const walking::Snapper snapper(network);
  const auto built = std::chrono::steady_clock::now();
  std::vector<geo::LonLat> places(map->addresses.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = map->addresses[i].place;
  const auto snaps = snapper.nearest(geo::to_rd(places, 2), 500, 2);
  const auto snapped = std::chrono::steady_clock::now();
  const auto seconds = [](auto a, auto b) { return std::chrono::duration<double>(b - a).count(); };
  MESSAGE("read " << seconds(start, read) << " s, network " << seconds(read, built) << " s, snap "
                  << seconds(built, snapped) << " s; junctions " << network.junction_count() << ", links "
                  << network.links().size());
  const auto lost = std::count_if(snaps.begin(), snaps.end(), [](const walking::Snap& snap) { return !snap.found(); });
  CHECK(static_cast<std::size_t>(lost) < snaps.size() / 1000);
  // 98.5 % of the network hangs together (README of the data); of the junctions a little less.
  CHECK(network.component_sizes()[0] > 0.95 * static_cast<double>(network.junction_count()));
}

TEST_CASE("osm: whole files from Geofabrik are read to the last element") {
  const auto country = real("osm_pbf_liechtenstein/liechtenstein-latest.osm.pbf");
  const auto clip = real("osm_pbf_liechtenstein/amsterdam-clip.osm.pbf");
  if (!country || !clip) return;
  const auto map = importers::osm::read_osm(*country, {}, 2);
  REQUIRE(map.has_value());
  CHECK(map->counts.nodes_read == 142'832);
  CHECK(map->counts.ways_read == 15'247);
  CHECK(map->counts.relations_read == 358);
  const auto small = importers::osm::read_osm(*clip, {}, 2);
  REQUIRE(small.has_value());
  CHECK(small->counts.nodes_read == 1429);
  CHECK(small->counts.ways_read == 184);
  CHECK(small->counts.relations_read == 12);
}
