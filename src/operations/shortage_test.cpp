#include "operations/shortage.hpp"

#include <doctest/doctest.h>

#include "cascade/engine.hpp"
#include "operations/conductor.hpp"
#include "support/drawn_region.hpp"

// Too little for all: who is off when, and what a demand does to stocks, from the tables on.

namespace {

using namespace veer;
using cascade::Interval;
using test::Figure;
using test::RegionSketch;
using test::ShockDetail;
using Down = std::vector<Interval>;

/// Three houses that hang on nothing.
RegionSketch houses() {
  RegionSketch sketch;
  for (const char* id : {"a", "b", "c"}) {
    sketch.asset(id);
    sketch.set("assets", id, "kind", "house");
  }
  return sketch;
}

Result<operations::FullModel> compiled(const region::Region& region, const char* hazard) {
  const cascade::RunSettings settings{.hazard = *region.find_hazard(hazard), .seed = 1, .full_model = true};
  auto core = cascade::compile(region, settings);
  REQUIRE(core.has_value());
  return operations::compile(region, settings, *std::move(core));
}

std::vector<Down> played(const operations::FullModel& model, std::size_t components) {
  cascade::Engine engine(model.compiled.program, std::make_unique<operations::Conductor>(model.means));
  engine.run(0);
  std::vector<Down> out;
  for (cascade::Component c = 0; c < components; ++c) out.push_back(engine.intervals(c));
  return out;
}

}  // namespace

TEST_CASE("turns: of three houses one is off at a time, two hours each, and all are back at the end") {
  auto sketch = houses();
  sketch.hazard("short", 24).shock("kind=house", 1, 7, {.kind = "derate", .magnitude = 0.67});
  const auto region = sketch.build();
  const auto model = compiled(region, "short");
  REQUIRE(model.has_value());
  const auto down = played(*model, 3);
  // From hour 1 on a, then b, then c, each back after 120 minutes, a minute to restart included; the fourth turn is cut
  // off at hour 8 and is a's again.
  CHECK(down[0] == Down{{60, 180}, {420, 480}});
  CHECK(down[1] == Down{{180, 300}});
  CHECK(down[2] == Down{{300, 420}});
}

TEST_CASE("turns: half of three is one that stays on; a turn may be stated for the kind") {
  auto sketch = houses();
  sketch.parameter("derate.turn.house", Figure(3));
  sketch.hazard("short", 24).shock("kind=house", 0, 6, {.kind = "derate", .magnitude = 0.5});
  const auto region = sketch.build();
  const auto down = played(*compiled(region, "short"), 3);
  CHECK(down[0] == Down{{0, 360}});  // a and b, then c and a
  CHECK(down[1] == Down{{0, 180}});
  CHECK(down[2] == Down{{180, 360}});
}

TEST_CASE("turns: half a thing cannot be off") {
  auto sketch = houses();
  sketch.hazard("short", 24).shock("id=b", 0, 6, {.kind = "derate", .magnitude = 0.5});
  // It was refused before it could be asked (src/region/playable_test.cpp).
  Diagnostics notes;
  CHECK_FALSE(sketch.try_build(notes).has_value());
}

TEST_CASE("demand: a stock that minds it is used up faster, a battery is not") {
  RegionSketch sketch;
  sketch.asset("grid").asset("water").asset("shop");
  sketch.need("shop", {"grid"}).reservoir(10);
  sketch.need("shop", {"water"}).reservoir(10);
  sketch.parameter("demand.drains.shop.2.b1.capacity", Figure::share(0.5));
  const auto days = [&](const char* target) {
    auto with = sketch;
    with.hazard("rush", 48)
        .shock(std::string("id=") + target, 0, 24)
        .shock("id=shop", 0, 24, {.kind = "demand", .magnitude = 3});
    return played(*compiled(with.build(), "rush"), 3)[2];
  };
  CHECK(days("grid") == Down{{600, 1442}});
  // Half of the extra demand of 2 drains it: twice as fast.
  CHECK(days("water") == Down{{300, 1442}});
}

TEST_CASE("demand: a stock that nobody fills again is used up faster too") {
  RegionSketch sketch;
  sketch.asset("mains").asset("home");
  sketch.need("home", {"mains"}).manual(12);
  sketch.parameter("demand.drains.home.1.b1.capacity", Figure::share(1));
  sketch.hazard("heat", 48).shock("id=mains", 0, 24).shock("id=home", 0, 24, {.kind = "demand", .magnitude = 1.25});
  CHECK(played(*compiled(sketch.build(), "heat"), 2)[1] == Down{{576, 1442}});  // 720 / 1.25
}

TEST_CASE("demand: a kind that has no room for twice the usual closes in turns, as if half of it were there") {
  auto sketch = houses();
  auto room = Figure(1.2);
  room.unit = "factor";
  sketch.parameter("demand.room.house", room).parameter("derate.turn.house", Figure(3));
  // Of three houses floor(3 · 1.2 / 2) = 1 can do what is asked; asked for 1.2 times the usual all of them can.
  sketch.hazard("rush", 24).shock("kind=house", 0, 6, {.kind = "demand", .magnitude = 2});
  sketch.hazard("busy", 24).shock("kind=house", 0, 6, {.kind = "demand", .magnitude = 1.2});
  const auto region = sketch.build();
  const auto down = played(*compiled(region, "rush"), 3);
  CHECK(down[0] == Down{{0, 360}});  // a and b, then c and a
  CHECK(down[1] == Down{{0, 180}});
  CHECK(down[2] == Down{{180, 360}});
  CHECK(compiled(region, "busy")->compiled.program.hits.empty());
}

TEST_CASE("demand and derate: fewer people who are asked for more multiply while both last, whatever comes first") {
  auto sketch = houses();
  for (const char* id : {"d", "e"}) {
    sketch.asset(id);
    sketch.set("assets", id, "kind", "house");
  }
  auto room = Figure(1);
  room.unit = "factor";
  sketch.parameter("demand.room.house", room).parameter("derate.turn.house", Figure(24));
  const ShockDetail fewer{.kind = "derate", .magnitude = 0.8};
  const ShockDetail more{.kind = "demand", .magnitude = 1.25};
  sketch.hazard("one", 24).shock("kind=house", 0, 6, fewer).shock("kind=house", 3, 6, more);
  sketch.hazard("other", 24).shock("kind=house", 3, 6, more).shock("kind=house", 0, 6, fewer);
  const auto region = sketch.build();
  for (const char* const hazard : {"one", "other"}) {
    CAPTURE(hazard);
    const auto down = played(*compiled(region, hazard), 5);
    const auto off = [&](cascade::Tick tick) {
      int count = 0;
      for (const Down& house : down)
        for (const Interval& interval : house)
          if (interval.start <= tick && tick < interval.end) ++count;
      return count;
    };
    CHECK(off(60) == 1);   // floor(5 · 0.8) = 4 are up
    CHECK(off(240) == 2);  // floor(5 · 0.8 / 1.25) = 3
    CHECK(off(420) == 1);  // floor(5 / 1.25) = 4
    CHECK(off(600) == 0);
  }
}

TEST_CASE("care that is short: of those who ask a part is turned away, by people, room and demand together") {
  auto sketch = houses();
  sketch.asset("shop").asset("stall").set("assets", "shop", "kind", "shop").set("assets", "stall", "kind", "shop");
  auto room = Figure(1.1);
  room.unit = "factor";
  sketch.parameter("demand.room.house", room);
  sketch.hazard("flu", 24)
      .shock("kind=house", 0, 12, {.kind = "derate", .magnitude = 0.85})
      .shock("kind=house", 6, 12, {.kind = "demand", .magnitude = 1.2})
      .shock("kind=shop", 0, 12, {.kind = "derate", .magnitude = 0.5});
  sketch.hazard("calm", 24).shock("kind=house", 0, 12, {.kind = "demand", .magnitude = 1.1});
  const auto region = sketch.build();
  const auto found = operations::care_short(region, *region.find_hazard("flu"));
  // Of the shops no room is known. 0.85 at first; 0.85 · 1.1 / 1.2 = 0.7792 while both last; then 1.1 / 1.2 = 0.9167.
  REQUIRE(found.size() == 3);
  const double share[] = {0.85, 0.85 * 1.1 / 1.2, 1.1 / 1.2};
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    CHECK(found[i].kind == "house");
    CHECK(found[i].assets.size() == 3);
    CHECK(found[i].share == doctest::Approx(share[i]));
    CHECK(found[i].from == static_cast<cascade::Tick>(6 * 60 * i));
    CHECK(found[i].until == static_cast<cascade::Tick>(6 * 60 * (i + 1)));
  }
  CHECK(operations::care_short(region, *region.find_hazard("calm")).empty());  // there is just room enough
}
