// The sketch that the tests of all analyses draw with: what it fills in must be what it says.
#include <doctest/doctest.h>

#include "support/drawn_region.hpp"
#include "support/region_verdict.hpp"

using namespace veer;
using namespace veer::region;
using namespace veer::test;

TEST_CASE("sketch: figures become parameters named after what they serve") {
  RegionSketch sketch;
  sketch.asset("grid", Figure::uniform(1, 3)).breaks_down(Figure::exponential(1000), 8);
  sketch.asset("pump").need("pump", {"grid"}).reservoir(Figure::triangular(1, 2, 4).grouped("batteries", 0.5), 2);
  sketch.generator({.tank = 24, .start_failure = Figure::share(0.1), .refuel_from = 20})
      .manual(Figure::named("pump.1.b2.capacity"), 4);
  const Region region = sketch.build();
  const auto parameter = [&region](const std::string& id) {
    return region.parameters.at(region.find_parameter(id).index());
  };
  CHECK(parameter("grid.restart").distribution == Distribution::uniform);
  CHECK(parameter("grid.restart").typical == 2);
  CHECK(parameter("grid.restart").share == 0);
  CHECK(parameter("grid.failure").distribution == Distribution::exponential);
  CHECK(parameter("grid.repair").typical == 8);
  CHECK(parameter("pump.1.b1.capacity").group == "batteries");
  CHECK(parameter("pump.1.b1.capacity").share == 0.5);
  CHECK(parameter("pump.1.b2.start_failure").unit == Unit::fraction);
  CHECK(parameter("pump.1.b2.available_from").typical == 20);
  CHECK(region.backups[0].recharge == 2);
  CHECK(region.backups[2].capacity == region.backups[1].capacity);
  CHECK(region.backups[2].kind == BackupKind::manual);
  CHECK(region.needs[0].backups.size() == 3);
}

TEST_CASE("sketch: a need takes the service of its first supplier, a shock its detail") {
  RegionSketch sketch;
  sketch.asset("grid").service("telecom").asset("hub").need("hub", {"grid"}).hazard("h", 24);
  sketch.shock("id=grid", 1, 2, {.share = 0.5, .start_delay = Figure::uniform(0, 4), .duration_delay = 1});
  const Region region = sketch.build();
  CHECK(region.services[region.needs[0].service.index()].id == "power");
  CHECK(region.services[region.assets[1].service.index()].id == "telecom");
  CHECK(region.hazards[0].horizon_h == 24);
  CHECK(region.shocks[0].share == 0.5);
  CHECK(region.shocks[0].start_h == 1);
  CHECK(region.shocks[0].start_delay == region.find_parameter("h.s1.start_delay"));
  CHECK(region.shocks[0].duration_delay == region.find_parameter("h.s1.duration_delay"));
}

TEST_CASE("sketch: areas add up over their zones, parameters are replaced by id") {
  RegionSketch sketch;
  sketch.zone("a", 10).zone("b", 20).area("second").zone("c", 5);
  sketch.parameter("default.restart", 2).parameter("default.restart", 3);
  const Region region = sketch.build();
  REQUIRE(region.areas.size() == 2);
  CHECK(region.areas[0].id == "area");
  CHECK(region.areas[0].residents == 30);
  CHECK(region.areas[1].residents == 5);
  CHECK(region.parameters[region.find_parameter("default.restart").index()].typical == 3);
  CHECK(judge(sketch.tables()).problems.empty());
}
