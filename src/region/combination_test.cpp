#include <doctest/doctest.h>

#include <algorithm>

#include "region/builder.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using test::RegionSketch;

namespace {

/// Hazards rain (start 2) and outage (start 0), each with one shock on the grid.
RegionSketch village() {
  RegionSketch out;
  out.asset("grid");
  out.hazard("rain", 96).shock("id=grid", 2, 6);
  out.hazard("outage", 96).shock("id=grid", 0, 8);
  return out;
}

RegionSketch& combination(RegionSketch& sketch, const std::string& id, const std::string& parts) {
  return sketch.row("hazards", {{"id", id},
                                {"name_nl", id},
                                {"name_en", id},
                                {"start", "2023-01-17T17:00"},
                                {"season", "winter"},
                                {"horizon_h", "96"},
                                {"combines", parts}});
}

/// The problems that building tells, as key and row.
std::vector<std::string> told(const RegionSketch& sketch) {
  Diagnostics notes;
  (void)sketch.try_build(notes);
  std::vector<std::string> out;
  for (const Problem& problem : notes.problems())
    out.push_back(problem.message.key + " " + std::to_string(problem.place.row) + " " + problem.place.column);
  return out;
}

std::vector<const region::Shock*> shocks_of(const region::Region& region, const std::string& hazard) {
  std::vector<const region::Shock*> out;
  for (const region::Shock& shock : region.shocks)
    if (shock.hazard == *region.find_hazard(hazard)) out.push_back(&shock);
  return out;
}

}  // namespace

TEST_CASE("combination: the shocks of its parts, each so much later, drawn as they are alone") {
  auto sketch = village();
  const region::Region region = combination(sketch, "both", "rain@1.5 outage@24").build();
  const auto shocks = shocks_of(region, "both");
  REQUIRE(shocks.size() == 2);
  CHECK(shocks[0]->start_h == 3.5);
  CHECK(shocks[0]->draw_id() == "rain.s1");
  CHECK(shocks[0]->id == "both+rain.s1");
  CHECK(shocks[1]->start_h == 24);
  CHECK(shocks[1]->duration_h == 8);
  CHECK(shocks_of(region, "rain").size() == 1);
  CHECK(region.hazards[2].parts.size() == 2);
}

TEST_CASE("combination: a combination may contain one, and a hazard that comes twice is drawn anew the second time") {
  auto sketch = village();
  combination(sketch, "both", "rain@1 outage@24");
  const region::Region region = combination(sketch, "all", "both@10 rain@40").build();
  const auto shocks = shocks_of(region, "all");
  REQUIRE(shocks.size() == 3);
  CHECK(shocks[0]->start_h == 13);  // 10 + 1 + 2
  CHECK(shocks[1]->start_h == 34);  // 10 + 24
  CHECK(shocks[2]->start_h == 42);
  CHECK(shocks[0]->draw_id() == "rain.s1");
  CHECK(shocks[2]->draw_id() == "rain.s1@2");
}

TEST_CASE("combination: what is wrong is told with its row") {
  const auto told_of = [](const std::string& parts) {
    auto sketch = village();
    return told(combination(sketch, "both", parts));
  };
  CHECK(told_of("rain") == std::vector<std::string>{"region.hazard.part_form 4 combines"});
  CHECK(told_of("rain@soon") == std::vector<std::string>{"region.hazard.part_form 4 combines"});
  CHECK(told_of("rain@-1") == std::vector<std::string>{"region.hazard.part_form 4 combines"});
  CHECK(told_of("raim@0") == std::vector<std::string>{"region.hazard.part_unknown_suggestion 4 combines"});
  CHECK(told_of("rain@96") == std::vector<std::string>{"region.hazard.part_late 4 combines"});
  CHECK(told_of("rain@95 outage@0").empty());
}

TEST_CASE("combination: one that contains itself is refused, at every row of the circle") {
  auto sketch = village();
  combination(sketch, "a", "rain@0 b@1");
  combination(sketch, "b", "a@1");
  CHECK(told(sketch) == std::vector<std::string>{"region.hazard.circle 5 combines", "region.hazard.circle 4 combines"});
  auto alone = village();
  CHECK(told(combination(alone, "a", "a@0")) == std::vector<std::string>{"region.hazard.circle 4 combines"});
}

TEST_CASE("combination: weather of another season is told, an outage of another season is not") {
  auto sketch = village();
  sketch.set("hazards", "rain", "family", "weather").set("hazards", "rain", "season", "summer");
  sketch.set("hazards", "outage", "season", "summer");
  sketch.parameter("outdoor.summer", test::Figure(20));
  combination(sketch, "both", "rain@0 outage@0");
  CHECK(told(sketch) == std::vector<std::string>{"region.hazard.part_season 4 season"});
}

TEST_CASE("shocks: one that can do nothing is told with its place") {
  const auto one = [](const std::string& column, const std::string& text) {
    auto sketch = village();
    return told(sketch.set("shocks", "outage.s1", column, text));
  };
  CHECK(one("share", "0") == std::vector<std::string>{"region.shock.no_share 3 share"});
  CHECK(one("duration_h", "0") == std::vector<std::string>{"region.shock.no_length 3 duration_h"});
  CHECK(one("magnitude", "2") == std::vector<std::string>{"region.shock.idle_magnitude 3 magnitude"});
  CHECK(one("start_h", "96") == std::vector<std::string>{"region.shock.after_horizon 3 start_h"});
  CHECK(one("start_h", "95.9").empty());
}
