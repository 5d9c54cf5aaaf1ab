#include "importers/ground/borders.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "geo/simplify.hpp"

namespace veer::importers::ground {

namespace {

constexpr double south = 52.00;
constexpr double north = 52.02;
constexpr double border = 4.30;

/// A border that wavers by some seven metres around 4.30 and has one real bend of about 700 metres, from south to
/// north.
std::vector<geo::LonLat> wavering_border() {
  std::vector<geo::LonLat> line;
  for (int i = 0; i <= 20; ++i) {
    const double bend = i == 10 ? 0.01 : 0.0;
    line.push_back({border + bend + (i % 2 == 1 ? 0.0001 : 0.0), south + (north - south) * i / 20});
  }
  return line;
}

/// Two neighbours on both sides of it. The eastern one runs the border the other way round and starts elsewhere.
std::map<std::string, geo::MultiPolygon> neighbours() {
  const auto line = wavering_border();
  geo::Ring west{{4.25, south}};
  west.insert(west.end(), line.begin(), line.end());
  west.push_back({4.25, north});
  west.push_back(west.front());
  geo::Ring east(line.rbegin(), line.rend());
  east.push_back({4.35, south});
  east.push_back({4.35, north});
  east.push_back(east.front());
  return {{"east", {{east}}}, {"west", {{west}}}};
}

std::set<std::pair<double, double>> border_points(const geo::MultiPolygon& outline) {
  std::set<std::pair<double, double>> points;
  for (const geo::LonLat at : outline.front().front())
    if (at.lon > 4.29 && at.lon < 4.32) points.emplace(at.lon, at.lat);
  return points;
}

}  // namespace

TEST_CASE("borders: neighbours keep one common border, without its wavering and with its bend") {
  const auto coarse = generalised(neighbours(), 40, 1000, 4);
  const auto west = border_points(coarse.at("west"));
  CHECK(west == border_points(coarse.at("east")));
  CHECK(west.size() < 8);
  CHECK(std::any_of(west.begin(), west.end(), [](const auto& at) { return at.first == doctest::Approx(4.31); }));
  for (const auto& [id, outline] : coarse) CHECK(geo::is_valid(outline.front().front()));
}

TEST_CASE("borders: a crumb of an area goes, its largest part stays however small") {
  const geo::Ring large{{4.0, 52.0}, {4.1, 52.0}, {4.1, 52.1}, {4.0, 52.0}};
  const geo::Ring crumb{{4.2, 52.0}, {4.2005, 52.0}, {4.2005, 52.0005}, {4.2, 52.0}};
  const auto coarse = generalised({{"both", {{large}, {crumb}}}, {"crumb", {{crumb}}}}, 10, 20'000, 4);
  CHECK(coarse.at("both").size() == 1);
  CHECK(coarse.at("crumb").size() == 1);
}

TEST_CASE("borders: a ring that would lose its shape keeps its own points") {
  const geo::Ring sliver{{4.0, 52.0}, {4.001, 52.0}, {4.001, 52.0001}, {4.0, 52.0001}, {4.0, 52.0}};  // 11 m wide
  CHECK(geo::is_valid(generalised({{"sliver", {{sliver}}}}, 40, 1, 4).at("sliver").front().front()));
}

}  // namespace veer::importers::ground
