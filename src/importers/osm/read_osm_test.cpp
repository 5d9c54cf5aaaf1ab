#include "importers/osm/read_osm.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "support/temporary_folder.hpp"
#include "walking/network.hpp"

using namespace veer;
using namespace veer::importers::osm;

namespace {

/// A map in a few lines: nodes 1–6 in a row of 0.001 degree from Delft to the east, and the elements given.
std::string map_of(const std::string& elements) {
  std::string text = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n";
  for (int i = 1; i <= 6; ++i)
    text += "<node id='" + std::to_string(i) + "' lat='52.01' lon='" + std::to_string(4.360 + i * 0.001) + "'/>\n";
  return text + elements + "</osm>\n";
}

std::string way(int id, const std::string& nodes, const std::string& tags) {
  std::string text = "<way id='" + std::to_string(id) + "'>";
  for (const char node : nodes) text += std::string("<nd ref='") + node + "'/>";
  std::string rest = tags;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::size_t equals = rest.find('=');
    text += "<tag k='" + rest.substr(0, equals) + "' v='" + rest.substr(equals + 1, end - equals - 1) + "'/>";
    rest.erase(0, std::min(end + 1, rest.size()));
  }
  return text + "</way>\n";
}

OsmMap parsed(const std::string& elements, const Crop& crop = {}) {
  auto map = parse_osm(map_of(elements), "test.osm", crop);
  REQUIRE_MESSAGE(map.has_value(), map.error().message.key);
  return *std::move(map);
}

std::string refusal(std::string_view bytes, const Crop& crop = {}) {
  const auto map = parse_osm(bytes, "test.osm", crop);
  return map ? "" : map.error().message.key;
}

geo::MultiPolygon rectangle(double west, double south, double east, double north) {
  return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}};
}

}  // namespace

TEST_CASE("osm: a street becomes pieces in RD New, both ways whatever oneway says") {
  const OsmMap map = parsed(way(1, "123", "highway=residential oneway=yes"));
  REQUIRE(map.streets.pieces.size() == 2);
  REQUIRE(map.streets.places.size() == 3);
  CHECK(map.counts.streets == 1);
  CHECK(map.counts.nodes_read == 6);
  const walking::Network network(map.streets);
  REQUIRE(network.links().size() == 1);
  // 0.002 degrees of longitude at 52.01 degrees north: 2 * 111.32 m * cos(52.01) * 1.0007 (ellipsoid) = 137.3 m
  CHECK(network.links()[0].length == doctest::Approx(1373).epsilon(0.005));
  CHECK(map.counts.bounds.west == doctest::Approx(4.361));
  CHECK(map.counts.bounds.east == doctest::Approx(4.366));
}

TEST_CASE("osm: what may not be walked is left out and counted by its reason") {
  const OsmMap map = parsed(way(1, "12", "highway=cycleway") + way(2, "23", "highway=motorway") +
                            way(3, "34", "highway=footway access=private") + way(4, "45", "highway=cycleway foot=no") +
                            way(5, "56", "building=yes") + way(6, "13", "highway=trunk foot=yes"));
  CHECK(map.counts.streets == 2);
  CHECK(map.counts.streets_for_vehicles == 1);
  CHECK(map.counts.streets_forbidden == 2);
  CHECK(map.counts.ways_unused == 1);
  CHECK(map.counts.ways_read == 6);
}

TEST_CASE("osm: bridges, tunnels and steps are known as such") {
  const OsmMap map = parsed(way(1, "12", "highway=path bridge=yes") + way(2, "23", "highway=footway tunnel=yes") +
                            way(3, "34", "highway=steps bridge=no") + way(4, "45", "highway=steps bridge=viaduct"));
  REQUIRE(map.streets.pieces.size() == 4);
  CHECK(map.streets.pieces[0].traits == walking::bridge);
  CHECK(map.streets.pieces[1].traits == walking::tunnel);
  CHECK(map.streets.pieces[2].traits == walking::steps);
  CHECK(map.streets.pieces[3].traits == (walking::bridge | walking::steps));
}

TEST_CASE("osm: a street is cut where a node is missing, and at a gate that is closed to walkers") {
  const OsmMap cut = parsed(way(1, "1293456", "highway=path"));  // node 9 does not exist
  CHECK(cut.streets.pieces.size() == 4);
  CHECK(cut.counts.pieces_cut == 2);
  CHECK(walking::Network(cut.streets).component_sizes().size() == 2);

  const std::string gate =
      "<node id='7' lat='52.01' lon='4.367'><tag k='barrier' v='gate'/><tag k='access' v='private'/></node>";
  const OsmMap gated = parsed(gate + way(1, "67", "highway=path") + way(2, "75", "highway=path"));
  CHECK(gated.counts.closed_gates == 1);
  CHECK(walking::Network(gated.streets).component_sizes().size() == 2);
  const std::string open = "<node id='7' lat='52.01' lon='4.367'><tag k='barrier' v='bollard'/></node>";
  CHECK(walking::Network(parsed(open + way(1, "67", "highway=path") + way(2, "75", "highway=path")).streets)
            .component_sizes()
            .size() == 1);
}

TEST_CASE("osm: addresses, places and power come from nodes and from ways, there in their middle") {
  const OsmMap map = parsed(
      "<node id='7' lat='52.0' lon='4.3'><tag k='addr:housenumber' v='12a'/><tag k='addr:postcode' v='2611AB'/></node>"
      "<node id='8' lat='52.0' lon='4.4'><tag k='amenity' v='school'/><tag k='name' v='De Boom'/></node>" +
      way(1, "1231", "amenity=townhall name=Huis addr:housenumber=1") + way(2, "16", "highway=service") +
      way(3, "135", "power=line voltage=380000;150000;x"));
  REQUIRE(map.addresses.size() == 2);
  CHECK(map.addresses[0].postcode == "2611AB");
  CHECK(map.addresses[1].place.lon == doctest::Approx(4.362));
  REQUIRE(map.places.size() == 2);
  CHECK(map.places[0].id == "n8");
  CHECK(map.places[0].kind == "amenity=school");
  CHECK(map.places[0].name == "De Boom");
  CHECK(map.places[1].id == "w1");
  CHECK(map.places[1].place.lon == doctest::Approx(4.362));
  REQUIRE(map.power.size() == 1);
  CHECK(map.power[0].kind == "line");
  CHECK(map.power[0].voltages_v == std::vector<std::int32_t>{380'000, 150'000});
  CHECK(map.power[0].course.size() == 3);
}

TEST_CASE("osm: the order of nodes and ways in the file does not matter") {
  const std::string text = "<osm version='0.6'>" + way(1, "321", "highway=path") +
                           "<node id='3' lat='52.01' lon='4.363'/><node id='1' lat='52.01' lon='4.361'/><node id='2' "
                           "lat='52.01' lon='4.362'/></osm>";
  const auto map = parse_osm(text, "test.osm", {});
  REQUIRE(map);
  CHECK(map->streets.pieces.size() == 2);
}

TEST_CASE("osm: a crop keeps things in the outline, and streets a little beyond it") {
  const std::string things =
      "<node id='7' lat='52.01' lon='4.3615'><tag k='addr:housenumber' v='1'/></node>"
      "<node id='8' lat='52.01' lon='4.3655'><tag k='addr:housenumber' v='2'/></node>"
      "<node id='9' lat='52.01' lon='4.3655'><tag k='amenity' v='school'/></node>";
  const Crop crop{.outline = rectangle(4.3605, 52.0, 4.3625, 52.02), .rim_m = 100};
  const OsmMap map = parsed(things + way(1, "123456", "highway=path"), crop);
  CHECK(map.addresses.size() == 1);
  CHECK(map.counts.addresses_outside == 0);  // number 2 lies beyond the rim and was dropped as a node
  CHECK(map.counts.nodes_outside == 5);      // nodes 4, 5, 6, 8, 9: 100 m is 0.00146 degrees of longitude here
  CHECK(map.streets.pieces.size() == 2);
  CHECK(map.counts.pieces_cut == 3);
  const OsmMap wide = parsed(things + way(1, "123456", "highway=path"), {.outline = crop.outline, .rim_m = 1000});
  CHECK(wide.streets.pieces.size() == 5);
  CHECK(wide.addresses.size() == 1);
  CHECK(wide.counts.addresses_outside == 1);
  CHECK(wide.counts.items_outside == 1);
}

TEST_CASE(
    "osm: a file that is empty, of another kind, cut off, elsewhere or without streets is refused in one sentence") {
  CHECK(refusal("") == "importers.osm.empty");
  CHECK(refusal("<osm version='0.6'></osm>") == "importers.osm.empty");
  CHECK(refusal("id;naam\n1;Delft\n") == "importers.osm.format");
  CHECK(refusal("PK\x03\x04") == "importers.osm.format");
  const std::string whole = map_of(way(1, "123", "highway=path"));
  CHECK(refusal(whole).empty());
  CHECK(refusal(whole.substr(0, whole.size() - 30)) == "importers.osm.damaged");
  CHECK(refusal(map_of("")) == "importers.osm.no_street");
  CHECK(refusal(whole, {.outline = rectangle(6, 53, 6.1, 53.1)}) == "importers.osm.elsewhere");
  CHECK(refusal(std::string("\0\0\0\x0D\x0A\x09OSMHeader\x18\x7F", 17) + "junk") == "importers.osm.damaged");
}

TEST_CASE("osm: from disk the same, and what is not there is told") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "kaart.osm") << map_of(way(1, "123", "highway=path"));
  const auto map = read_osm(folder / "kaart.osm", {}, 2);
  REQUIRE(map);
  CHECK(map->streets.pieces.size() == 2);
  const auto none = read_osm(folder / "weg.osm.pbf", {}, 1);
  REQUIRE(!none);
  CHECK(none.error().kind == ErrorKind::not_found);
  std::ofstream(folder / "leeg.osm.pbf");
  CHECK(read_osm(folder / "leeg.osm.pbf", {}, 1).error().message.key == "importers.osm.empty");
}
