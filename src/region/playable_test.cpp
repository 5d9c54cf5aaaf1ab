#include "region/playable.hpp"

#include <doctest/doctest.h>

#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using test::Figure;
using test::RegionSketch;

RegionSketch village() {
  RegionSketch sketch;
  sketch.asset("a").asset("b").asset("roster").set("assets", "roster", "kind", "roster");
  return sketch.hazard("h", 24);
}

/// What the builder refuses of a sketch, with row and column; it must be one thing.
Problem refused(const RegionSketch& sketch) {
  Diagnostics notes;
  CHECK_FALSE(sketch.try_build(notes).has_value());
  REQUIRE(notes.error_count() == 1);
  for (const Problem& problem : notes.problems())
    if (problem.severity == Severity::error) return problem;
  return {};
}

bool builds(const RegionSketch& sketch) {
  Diagnostics notes;
  return sketch.try_build(notes).has_value();
}

}  // namespace

TEST_CASE("playable: demand on what has no people, calls or stock is refused in its row and column") {
  auto sketch = village();
  sketch.shock("id=b", 0, 3).shock("id=a", 0, 6, {.kind = "demand", .magnitude = 2});
  const auto problem = refused(sketch);
  CHECK(problem.message == Message{"region.shock.no_queue", {"h.s2", "a"}});
  CHECK(problem.place.table == "shocks");
  CHECK(problem.place.row == 3);
  CHECK(problem.place.column == "target");
  // A stock that is used up faster makes it possible; a battery does not.
  sketch.need("a", {"b"}).reservoir(5);
  CHECK(!builds(sketch));
  sketch.parameter("demand.drains.a.1.b1.capacity", Figure::share(1));
  CHECK(builds(sketch));
}

TEST_CASE("playable: care with room may be asked for more; beyond its room one thing alone cannot be partly closed") {
  const auto asked = [](double magnitude, bool both) {
    auto sketch = village();
    sketch.set("assets", "a", "kind", "house").set("assets", "b", "kind", "house");
    Figure room(1.2);
    room.unit = "factor";
    sketch.parameter("demand.room.house", room);
    sketch.shock(both ? "kind=house" : "id=b", 0, 6, {.kind = "demand", .magnitude = magnitude});
    return sketch;
  };
  CHECK(builds(asked(2, true)));
  CHECK(builds(asked(1.1, false)));
  CHECK(refused(asked(2, false)).message == Message{"region.shock.single", {"h.s1", "b"}});
}

TEST_CASE("playable: a roster without people cannot have fewer of them; half an object does not exist") {
  auto staff = village();
  staff.shock("id=roster", 0, 6, {.kind = "derate", .magnitude = 0.8});
  CHECK(refused(staff).message == Message{"region.shock.no_staff", {"h.s1", "roster"}});
  staff.row("resources", {{"id", "people"}, {"kind", "duty_staff"}, {"amount", "30"}, {"base", "roster"}});
  CHECK(builds(staff));
  auto half = village();
  half.shock("id=b", 0, 6, {.kind = "derate", .magnitude = 0.5});
  CHECK(refused(half).message == Message{"region.shock.single", {"h.s1", "b"}});
  auto two = village();
  two.set("assets", "a", "kind", "house").set("assets", "b", "kind", "house");
  two.shock("id=a|b", 0, 6, {.kind = "derate", .magnitude = 0.5});
  CHECK(builds(two));
}

TEST_CASE("playable: the pump of a depot may run slower, though there is one of it") {
  auto sketch = village();
  sketch.shock("id=b", 0, 6, {.kind = "derate", .magnitude = 0.5});
  sketch.row("resources", {{"id", "stock"}, {"kind", "fuel_stock"}, {"amount", "9000"}, {"base", "b"}});
  CHECK(!builds(sketch));  // nothing to fetch it with: the full model plays no depot
  sketch.row("resources", {{"id", "truck"}, {"kind", "fuel_truck"}, {"amount", "1"}, {"base", "b"}});
  CHECK(builds(sketch));
}

TEST_CASE("playable: damage asks for a crew") {
  auto sketch = village();
  sketch.shock("id=a", 0, 6, {.kind = "damage"});
  CHECK(refused(sketch).message == Message{"region.shock.no_crew", {"h.s1"}});
  sketch.row("resources", {{"id", "crew"}, {"kind", "repair_crew"}, {"amount", "1"}});
  CHECK(builds(sketch));
}

TEST_CASE("playable: rain on what is not known to mind it is refused with the row that is missing") {
  auto sketch = village();
  sketch.shock("id=a", 0, 6, {.kind = "rain", .magnitude = 60});
  const auto region_kind = std::string("fragility.rain.");
  const auto problem = refused(sketch);
  CHECK(problem.message.key == "region.shock.no_fragility");
  REQUIRE(problem.message.arguments.size() == 2);
  CHECK(problem.message.arguments[1].starts_with(region_kind));
  CHECK(problem.place.row == 2);
  auto strength = Figure::uniform(20, 60);
  strength.unit = "mm/h";
  sketch.parameter(problem.message.arguments[1], strength);
  CHECK(builds(sketch));
}
