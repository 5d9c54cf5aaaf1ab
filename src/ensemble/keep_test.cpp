#include <doctest/doctest.h>

#include "ensemble/ensemble.hpp"
#include "support/ready_region.hpp"

using namespace veer;
using ensemble::Keep;

namespace {

/// A pump whose battery differs per replica serves one zone; a process leans on it.
test::RegionSketch well() {
  test::RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(test::Figure::uniform(1, 8));
  sketch.zone("z", 100, {{"over_65", 20}}).daily("z", "water", {"pump"}).daily("z", "light", {"grid"});
  sketch.parameter("reserve.sketch.water", 2).parameter("reserve.sketch.light", 0);
  sketch.process("crisis", 2, 8).level("crisis", "minimum", {"pump"});
  return sketch.outage("grid", 10, 24);
}

}  // namespace

TEST_CASE("ensemble: what is kept of the region alone is what a whole run keeps of it, and no more") {
  const test::ReadyRegion ready(well());
  const auto whole = ensemble::run(ready.world(), {.replicas = 40});
  const auto region = ensemble::run(ready.world(), {.replicas = 40, .keep = Keep::region});
  CHECK(region.replicas == 40);
  CHECK(region.total_unmet_h == whole.total_unmet_h);
  CHECK(region.unmet == whole.unmet);
  CHECK(region.down_count == whole.down_count);
  CHECK(region.asset_down == whole.asset_down);
  for (std::size_t r = 0; r < 40; ++r) {
    CHECK(region.processes[0][r].longest == whole.processes[0][r].longest);
    CHECK(region.need_phases[0][r].area == whole.need_phases[0][r].area);
  }
  REQUIRE(region.region_unmet.row_count() == 2);
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t hour = 0; hour < region.hours; ++hour) {
      CHECK(region.region_unmet.points(row, 40)[hour].mean == whole.region_unmet.points(row, 40)[hour].mean);
      CHECK(region.region_without.points(row, 40)[hour].p95 == whole.region_without.points(row, 40)[hour].p95);
    }
  CHECK(whole.explained == 40);
  CHECK(region.explained == 0);
  CHECK(region.paired_total_h.empty());
  CHECK(region.group_unmet.empty());
  CHECK(region.area_unmet.row_count() == 0);
  CHECK(region.municipality_without.row_count() == 0);
}
