#include "geo/simplify.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "geo/polygon.hpp"
#include "geo/rd.hpp"

using namespace veer::geo;

namespace {

Ring circle(double x, double y, double radius, int points, double ripple = 0) {
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points;
    const double r = radius + (i % 2 == 0 ? ripple : -ripple);
    ring.push_back(to_lonlat({x + r * std::cos(angle), y + r * std::sin(angle)}));
  }
  ring.push_back(ring.front());
  return ring;
}

}  // namespace

TEST_CASE("is_valid: closed, three points, an area, no crossing") {
  CHECK(is_valid({{0, 0}, {1, 0}, {0, 1}, {0, 0}}));
  CHECK_FALSE(is_valid({{0, 0}, {1, 0}, {0, 1}}));
  CHECK_FALSE(is_valid({{0, 0}, {1, 0}, {0, 0}}));
  CHECK_FALSE(is_valid({{0, 0}, {1, 0}, {2, 0}, {0, 0}}));
  CHECK_FALSE(is_valid({{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}));
  CHECK_FALSE(is_valid({{0, 0}, {2, 0}, {2, 2}, {1, 0}, {0, 2}, {0, 0}}));  // touches itself
  CHECK_FALSE(is_valid({{0, 0}, {2, 0}, {1, 0}, {1, 2}, {0, 0}}));          // folds back
  CHECK_FALSE(is_valid({}));
}

TEST_CASE("simplified: points on a straight line go, corners stay") {
  Ring square;
  for (int i = 0; i < 40; ++i) {
    const double along = (i % 10) * 100.0;
    const double x = i < 10 ? along : i < 20 ? 1000 : i < 30 ? 1000 - along : 0;
    const double y = i < 10 ? 0 : i < 20 ? along : i < 30 ? 1000 : 1000 - along;
    square.push_back(to_lonlat({80000 + x, 455000 + y}));
  }
  square.push_back(square.front());
  const Ring out = simplified(square, 1);
  CHECK(out.size() == 5);
  CHECK(is_valid(out));
  CHECK(area_m2(Polygon{out}) == doctest::Approx(1e6).epsilon(1e-4));
}

TEST_CASE("simplified: a circle keeps within the tolerance and closed, with ever fewer points") {
  const Ring ring = circle(80000, 455000, 1000, 720);
  std::size_t before = ring.size();
  for (const double tolerance : {1.0, 10.0, 100.0}) {
    const Ring out = simplified(ring, tolerance);
    CHECK(is_valid(out));
    CHECK(out.size() < before);
    before = out.size();
    // The chord of a circle that stays within the tolerance bounds the loss of area by tolerance × circumference.
    CHECK(std::fabs(area_m2(Polygon{out}) - area_m2(Polygon{ring})) < tolerance * 2 * std::numbers::pi * 1000);
  }
}

TEST_CASE("simplified: where the coarse ring would cross itself a finer one is taken") {
  // A narrow spiral-like hook: two arms 40 m apart, simplified with 200 m.
  const auto at = [](double x, double y) { return to_lonlat({80000 + x, 455000 + y}); };
  Ring hook{at(0, 0),     at(1000, 0), at(1000, 150), at(900, 160), at(880, 40), at(500, 30),
            at(480, 150), at(460, 35), at(100, 30),   at(80, 170),  at(0, 150)};
  hook.push_back(hook.front());
  REQUIRE(is_valid(hook));
  for (const double tolerance : {5.0, 50.0, 200.0, 2000.0}) CHECK(is_valid(simplified(hook, tolerance)));
  for (const double tolerance : {50.0, 400.0, 5000.0})
    CHECK(is_valid(simplified(circle(80000, 455000, 1000, 100, 300), tolerance)));
}

TEST_CASE("simplified: a triangle is as small as a ring gets") {
  const Ring triangle{{4, 52}, {4.1, 52}, {4, 52.1}, {4, 52}};
  CHECK(simplified(triangle, 1e6) == triangle);
}

TEST_CASE("simplified: small islands and holes go, the largest part never") {
  const MultiPolygon outline{
      {circle(80000, 455000, 100, 16)}, {circle(82000, 455000, 1000, 16), circle(82000, 455000, 50, 16)}, {}};
  const MultiPolygon out = simplified(outline, 10, 100000);
  REQUIRE(out.size() == 1);
  CHECK(out[0].size() == 1);
  CHECK(simplified({{circle(80000, 455000, 100, 16)}}, 10, 1e9).size() == 1);
  CHECK(simplified(MultiPolygon{}, 10, 1).empty());
}
