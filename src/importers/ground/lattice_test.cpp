#include "importers/ground/lattice.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/polygon.hpp"
#include "geo/rd.hpp"
#include "geo/simplify.hpp"

namespace veer::importers::ground {

namespace {

/// A rectangle in RD metres.
geo::Ring box(double west, double south, double east, double north) {
  geo::Ring ring;
  for (const geo::RdMetres at :
       {geo::RdMetres{west, south}, {east, south}, {east, north}, {west, north}, {west, south}})
    ring.push_back(geo::to_lonlat(at));
  return ring;
}

/// For each side of a square in any ring how often it is walked; a common border twice.
std::map<std::set<std::pair<long long, long long>>, int> walks(
    const std::map<std::string, geo::MultiPolygon>& outlines) {
  std::map<std::set<std::pair<long long, long long>>, int> count;
  const auto corner = [](geo::LonLat at) { return std::pair{std::llround(at.lon * 1e6), std::llround(at.lat * 1e6)}; };
  for (const auto& [id, outline] : outlines)
    for (const geo::Polygon& polygon : outline)
      for (const geo::Ring& ring : polygon)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) ++count[{corner(ring[i]), corner(ring[i + 1])}];
  return count;
}

double area(const std::map<std::string, geo::MultiPolygon>& outlines, const char* id) {
  return geo::area_m2(outlines.at(id));
}

}  // namespace

TEST_CASE("lattice: neighbours that part by some metres get one common border") {
  const auto laid = on_lattice(
      {{"west", {{box(80'000, 450'000, 80'993, 451'000)}}}, {"east", {{box(81'004, 450'000, 82'000, 451'000)}}}}, 25,
      20'000);
  CHECK(area(laid, "west") == doctest::Approx(1e6).epsilon(0.001));
  CHECK(area(laid, "east") == doctest::Approx(1e6).epsilon(0.001));
  const auto count = walks(laid);
  CHECK(std::count_if(count.begin(), count.end(), [](const auto& side) { return side.second == 2; }) ==
        40);  // 1,000 m in squares of 25 m
  CHECK(std::count_if(count.begin(), count.end(), [](const auto& side) { return side.second == 1; }) ==
        240);  // 6,000 m around both
}

TEST_CASE("lattice: where two areas overlap the first by id keeps the squares") {
  const auto laid = on_lattice(
      {{"a", {{box(80'000, 450'000, 81'100, 451'000)}}}, {"b", {{box(81'000, 450'000, 82'000, 451'000)}}}}, 25, 20'000);
  CHECK(area(laid, "a") == doctest::Approx(1.1e6).epsilon(0.001));
  CHECK(area(laid, "b") == doctest::Approx(0.9e6).epsilon(0.001));
}

TEST_CASE("lattice: a gap of 50 metres closes, one of 75 metres stays open") {
  const auto gap = [](double width) {
    return on_lattice({{"west", {{box(80'000, 450'000, 81'000, 451'000)}}},
                       {"east", {{box(81'000 + width, 450'000, 82'000, 451'000)}}}},
                      25, 20'000);
  };
  CHECK(area(gap(50), "west") == doctest::Approx(1.05e6).epsilon(0.001));
  CHECK(area(gap(75), "west") == doctest::Approx(1e6).epsilon(0.001));
}

TEST_CASE("lattice: crumbs go to the neighbour and enclosed gaps are filled, an area in a hole stays") {
  const geo::Polygon with_hole{box(80'000, 450'000, 82'000, 452'000), box(80'500, 450'500, 81'000, 451'000),
                               box(81'200, 451'200, 81'700, 451'700)};
  const geo::Polygon crumb{box(81'200, 450'200, 81'300, 450'300)};
  const auto laid =
      on_lattice({{"crumbly", {{box(80'500, 450'500, 81'000, 451'000)}, crumb}}, {"outer", {with_hole}}}, 25, 20'000);
  CHECK(laid.at("crumbly").size() == 1);
  CHECK(area(laid, "crumbly") == doctest::Approx(0.25e6).epsilon(0.001));
  CHECK(area(laid, "outer") == doctest::Approx(4e6 - 0.25e6).epsilon(0.001));
  REQUIRE(laid.at("outer").size() == 1);
  CHECK(laid.at("outer").front().size() == 2);  // its own ring and the hole of the other area
}

TEST_CASE("lattice: squares that met in a corner only are joined, so that every ring is valid") {
  const geo::Polygon diagonal{{box(80'000, 450'000, 80'500, 450'500)}};
  const geo::Polygon other{{box(80'500, 450'500, 81'000, 451'000)}};
  const auto laid = on_lattice({{"a", {diagonal, other}}}, 25, 1);
  for (const geo::Polygon& polygon : laid.at("a"))
    for (const geo::Ring& ring : polygon) CHECK(geo::is_valid(ring));
  CHECK(laid.at("a").size() == 1);
}

}  // namespace veer::importers::ground
