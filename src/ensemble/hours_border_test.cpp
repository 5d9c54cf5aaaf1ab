#include <doctest/doctest.h>

#include "ensemble/ensemble.hpp"
#include "support/drawn_region.hpp"

using namespace veer;

TEST_CASE("ensemble: an hour that begins before the horizon is on the hour grid, one that begins on it is not") {
  const auto hours = [](double horizon_h) {
    test::RegionSketch sketch;
    sketch.asset("grid").zone("z", 10).daily("z", "light", {"grid"}).outage("grid", 1, horizon_h);
    const auto region = sketch.build();
    const auto compiled = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 1});
    REQUIRE(compiled.has_value());
    std::vector<people::Leaf> leaves;
    for (const auto& leaf : compiled->map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
    const auto population = people::Population::build(region, leaves, {}, compiled->program.horizon);
    REQUIRE(population.has_value());
    return ensemble::run({region, *compiled, *population}, {.replicas = 1}).hours;
  };
  CHECK(hours(2) == 2);
  CHECK(hours(2.5) == 3);
}
