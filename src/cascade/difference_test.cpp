#include "cascade/difference.hpp"

#include <doctest/doctest.h>

#include "cascade/compile.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using test::Figure;

namespace {

/// Mast and hub carry on for as long, by two figures with the same spread; so do the repairs and delays of the grid.
test::RegionSketch twins(const Figure& pump) {
  const Figure spread = Figure::uniform(1, 20);
  test::RegionSketch sketch;
  sketch.asset("grid", spread).breaks_down(spread, spread);
  sketch.asset("mast").need("mast", {"grid"}).reservoir(spread);
  sketch.asset("hub").need("hub", {"grid"}).reservoir(spread);
  sketch.asset("pump").need("pump", {"grid"}).reservoir(pump);
  return sketch.hazard("outage").shock("id=grid", 0, 24, {.start_delay = spread, .duration_delay = spread});
}

cascade::Program program_of(const test::RegionSketch& sketch) {
  const auto compiled = cascade::compile(sketch.build(), {.hazard = region::HazardId{0}});
  REQUIRE(compiled.has_value());
  return compiled->program;
}

}  // namespace

TEST_CASE("difference: figures with the same spread are no change, wherever their tables stand") {
  const auto first = program_of(twins(4));
  const auto same = cascade::difference(first, first);
  REQUIRE(same.has_value());
  CHECK(same->edited.empty());
}

TEST_CASE("difference: of twins and a pump with another battery only the pump is edited") {
  const auto first = program_of(twins(4));
  const auto change = cascade::difference(first, program_of(twins(Figure::uniform(2, 9))));
  REQUIRE(change.has_value());
  CHECK(change->edited == std::vector<cascade::Component>{3});  // grid, mast, hub, pump
}

TEST_CASE("difference: a battery as long as another one is a change of the pump that gets it") {
  const auto first = program_of(twins(4));
  const auto change = cascade::difference(first, program_of(twins(Figure::uniform(1, 20))));
  REQUIRE(change.has_value());
  CHECK(change->edited == std::vector<cascade::Component>{3});
}
