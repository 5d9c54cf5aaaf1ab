#include "geo/polygon.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "geo/rd.hpp"

using namespace veer::geo;

namespace {

Ring rectangle(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Ring rd_rectangle(double x, double y, double width, double height) {
  return {to_lonlat({x, y}), to_lonlat({x + width, y}), to_lonlat({x + width, y + height}), to_lonlat({x, y + height}),
          to_lonlat({x, y})};
}

}  // namespace

TEST_CASE("contains: a square holds its west and south side, not its east and north side") {
  const Polygon square{rectangle(4, 52, 5, 53)};
  CHECK(contains(square, {4.5, 52.5}));
  CHECK(contains(square, {4, 52.5}));
  CHECK(contains(square, {4.5, 52}));
  CHECK_FALSE(contains(square, {5, 52.5}));
  CHECK_FALSE(contains(square, {4.5, 53}));
  CHECK(contains(square, {4, 52}));
  CHECK_FALSE(contains(square, {5, 53}));
  CHECK_FALSE(contains(square, {3.9, 52.5}));
}

TEST_CASE("contains: four neighbours share every place of their borders out once") {
  const std::vector<Polygon> neighbours{
      {rectangle(0, 0, 1, 1)}, {rectangle(1, 0, 2, 1)}, {rectangle(0, 1, 1, 2)}, {rectangle(1, 1, 2, 2)}};
  for (double lon = 0; lon < 2; lon += 0.25) {
    for (double lat = 0; lat < 2; lat += 0.25) {
      int holders = 0;
      for (const Polygon& polygon : neighbours) holders += contains(polygon, {lon, lat}) ? 1 : 0;
      CHECK(holders == 1);
    }
  }
}

TEST_CASE("contains: two triangles along a slanting border hold a place on it once, whatever way their rings run") {
  const Polygon left{{{0, 0}, {3, 7}, {0, 7}, {0, 0}}};
  const Polygon right{{{0, 0}, {3, 7}, {3, 0}, {0, 0}}};
  for (int i = 0; i < 70; ++i) {
    const double lat = i / 10.0;
    const double lon = 0 + (lat - 0) / (7.0 - 0) * (3.0 - 0);
    CHECK((contains(left, {lon, lat}) ? 1 : 0) + (contains(right, {lon, lat}) ? 1 : 0) == 1);
  }
}

TEST_CASE("contains: not in a hole, and in the other part of a multipolygon") {
  const MultiPolygon outline{{rectangle(0, 0, 4, 4), rectangle(1, 1, 2, 2)}, {rectangle(10, 10, 11, 11)}};
  CHECK_FALSE(contains(outline, {1.5, 1.5}));
  CHECK(contains(outline, {0.5, 0.5}));
  CHECK(contains(outline, {10.5, 10.5}));
  CHECK_FALSE(contains(outline, {7, 7}));
  CHECK_FALSE(contains(MultiPolygon{}, {0, 0}));
  CHECK_FALSE(contains(Polygon{Ring{}}, {0, 0}));
}

TEST_CASE("area and centroid: a rectangle of 2 by 1 km with a hole of 500 m") {
  Polygon polygon{rd_rectangle(80000, 455000, 2000, 1000)};
  CHECK(area_m2(polygon) == doctest::Approx(2e6).epsilon(1e-5));
  RdMetres centre = to_rd(centroid({polygon}));
  CHECK(centre.x == doctest::Approx(81000).epsilon(1e-6));
  CHECK(centre.y == doctest::Approx(455500).epsilon(1e-6));
  // Less 0.25 km² around (80250, 455250): (2·81000 − 0.25·80250)/1.75 = 81107.14.
  polygon.push_back(rd_rectangle(80000, 455000, 500, 500));
  CHECK(area_m2(polygon) == doctest::Approx(1.75e6).epsilon(1e-5));
  centre = to_rd(centroid({polygon}));
  CHECK(centre.x == doctest::Approx(81107.14).epsilon(1e-6));
}

TEST_CASE("area and centroid: parts add up, direction of the ring makes no difference") {
  Ring reversed = rd_rectangle(90000, 455000, 1000, 1000);
  std::reverse(reversed.begin(), reversed.end());
  const MultiPolygon outline{{rd_rectangle(80000, 455000, 1000, 1000)}, {reversed}};
  CHECK(area_m2(outline) == doctest::Approx(2e6).epsilon(1e-5));
  CHECK(to_rd(centroid(outline)).x == doctest::Approx(85500).epsilon(1e-6));
}

TEST_CASE("centroid: without an area the mean of the points, without points {0, 0}") {
  const LonLat middle = centroid({{{{4, 52}, {5, 52}, {4, 52}, {5, 52}}}});
  CHECK(middle.lon == doctest::Approx(4.5));
  CHECK(middle.lat == doctest::Approx(52));
  CHECK(centroid({}) == LonLat{0, 0});
  CHECK(area_m2(MultiPolygon{}) == 0);
}

TEST_CASE("bounds: the rectangle round all parts") {
  const Bounds box = bounds({{rectangle(0, 0, 4, 4)}, {rectangle(10, -10, 11, 11)}});
  CHECK(box.west == 0);
  CHECK(box.south == -10);
  CHECK(box.east == 11);
  CHECK(box.north == 11);
  CHECK(box.contains({5, 5}));
  CHECK_FALSE(box.contains({12, 5}));
  CHECK(bounds({}).empty());
}
