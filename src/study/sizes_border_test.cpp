#include <doctest/doctest.h>

#include "study/study.hpp"
#include "support/drawn_region.hpp"

using namespace veer;

namespace {

Result<study::Scenario> prepared(int residents) {
  test::RegionSketch sketch;
  sketch.asset("grid").zone("z", residents).daily("z", "light", {"grid"}).outage("grid", 1, 2);
  const auto region = sketch.build();
  study::Options options;
  options.hazard = region.hazards.front().id;
  return study::prepare(region, options);
}

}  // namespace

TEST_CASE("study: an area of as many people as fit in thousandths is taken, one more is refused with its name") {
  CHECK(prepared(4'294'967).has_value());
  const auto refused = prepared(4'294'968);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message.key == "study.area.too_many");
  CHECK(refused.error().message.arguments.at(1) == "4294968");
}
