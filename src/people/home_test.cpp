#include "people/home.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/drawn_region.hpp"

using namespace veer;

namespace {

/// One zone whose homes all have a time constant of 40 hours.
region::Region forty_hours() {
  test::RegionSketch sketch;
  sketch.asset("grid").area("2511").zone("z", 100).daily("z", "warmth", {"grid"}).outage("grid", 72);
  auto region = sketch.build();
  auto& building = region.parameters[region.zones.front().building.index()];
  building.low = building.typical = building.high = 40;
  return region;
}

}  // namespace

TEST_CASE("home: from 20 °C with 0 °C outside, 40 hours give 14 °C at 14.3 h, 11 °C at 24 h and 6 °C at 48 h") {
  const auto cooling = people::home_cooling(forty_hours(), {.outdoor_c = 0, .indoor_c = 20, .limit_c = 14}, 73);
  REQUIRE(cooling);
  CHECK(cooling->hours_to_limit[1] == doctest::Approx(40 * std::log(20.0 / 14.0)));  // 14.27
  CHECK(cooling->degrees_c[0][1] == 20);
  CHECK(cooling->degrees_c[24][1] == doctest::Approx(10.98).epsilon(0.001));
  CHECK(cooling->degrees_c[48][1] == doctest::Approx(6.02).epsilon(0.001));
}

TEST_CASE("home: in summer it never gets below the limit") {
  const auto cooling = people::home_cooling(forty_hours(), {.outdoor_c = 17, .indoor_c = 20, .limit_c = 14}, 73);
  REQUIRE(cooling);
  CHECK(std::isinf(cooling->hours_to_limit[0]));
  CHECK(cooling->degrees_c[72][0] > 17);
}

TEST_CASE("home: a region without zones has nothing to cool") {
  CHECK(people::home_cooling(region::Region{}, {}, 10)->degrees_c.empty());
}
