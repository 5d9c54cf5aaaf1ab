#include "cascade/engine.hpp"

#include <doctest/doctest.h>

#include "support/played_region.hpp"
#include "support/small_programs.hpp"

// Stories worked out by hand, in minutes. A hit that ends at e leaves an asset with restart R down to e + R; R is 1
// unless drawn.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Interval;
using cascade::Tick;
using test::PlayedRegion;
using test::ProgramSketch;
using test::RegionSketch;
using Intervals = std::vector<Interval>;

Intervals down(const ProgramSketch& sketch, Component component) {
  const auto program = sketch.build();
  cascade::Engine engine(program);
  engine.run(0);
  return engine.intervals(component);
}

/// A source that is hit on these stretches, and a load on it with these back-ups; the load is component 1.
ProgramSketch load_on(std::vector<cascade::Backup> chain, const std::vector<std::pair<Tick, Tick>>& hits,
                      Tick horizon = 1000) {
  ProgramSketch sketch;
  sketch.horizon = horizon;
  const Component source = sketch.component();
  const Component load = sketch.component();
  sketch.need(load, 1, {source}, std::move(chain));
  for (const auto& [start, length] : hits) sketch.hit(source, start, length);
  return sketch;
}

/// Power needs telecom to be switched on, telecom needs power: a substation with a tolerance, and a mast without
/// battery.
RegionSketch circle(double outage_minutes) {
  RegionSketch sketch;
  sketch.asset("grid").asset("substation").service("telecom").asset("mast");
  sketch.need("substation", {"grid"}).need("substation", {"mast"}).reservoir(8).need("mast", {"substation"});
  return sketch.outage("grid", outage_minutes / 60);
}

}  // namespace

TEST_CASE("cascade: the pump stops when its generator runs dry, the hospital follows its water reserve") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").asset("hospital");
  sketch.need("pump", {"grid"}).reservoir(2).generator({.tank = 24}).need("hospital", {"pump"}).reservoir(6);
  const PlayedRegion played(sketch.outage("grid", 72));
  CHECK(played.down("grid") == Intervals{{0, 4321}});
  CHECK(played.down("pump") == Intervals{{26 * 60, 4322}});
  CHECK(played.down("hospital") == Intervals{{32 * 60, 4323}});
}

TEST_CASE("cascade: back-ups longer than the outage carry it without a trace") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(2).generator({.tank = 24});
  // The grid is away 26 h less one minute of restart and needs one minute more than the hit: exactly what the chain
  // holds.
  const PlayedRegion enough(RegionSketch(sketch).outage("grid", 26 - 1.0 / 60));
  CHECK(enough.down("grid") == Intervals{{0, 26 * 60}});
  CHECK(enough.down("pump").empty());
  const PlayedRegion short_of_it(RegionSketch(sketch).outage("grid", 26));
  CHECK(short_of_it.down("pump") == Intervals{{26 * 60, 26 * 60 + 2}});
}

TEST_CASE("cascade: in a chain with work by hand each takes over where the one before it ends") {
  RegionSketch sketch;
  sketch.asset("grid").asset("depot").need("depot", {"grid"});
  sketch.reservoir(1).generator({.tank = 10, .run = 3}).manual(5, 6);
  // Battery to 60, the generator breaks at 60 + 180, by hand on [360, 660).
  const PlayedRegion played(sketch.outage("grid", 24));
  CHECK(played.down("depot") == Intervals{{240, 361}, {660, 1442}});
}

TEST_CASE("cascade: a fuel contract that begins when the tank is empty closes the gap, a minute later leaves it") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"});
  const PlayedRegion on_time(RegionSketch(sketch).generator({.tank = 4, .refuel_from = 4}).outage("grid", 10));
  CHECK(on_time.down("pump").empty());
  const PlayedRegion late(RegionSketch(sketch).generator({.tank = 4, .refuel_from = 241.0 / 60}).outage("grid", 10));
  CHECK(late.down("pump") == Intervals{{240, 242}});
}

TEST_CASE("cascade: a generator that never starts leaves its need to the battery alone") {
  RegionSketch sketch;
  sketch.asset("grid")
      .asset("pump")
      .need("pump", {"grid"})
      .reservoir(1)
      .generator({.tank = 100, .start_failure = test::Figure::share(1)});
  const PlayedRegion played(sketch.outage("grid", 10));
  CHECK(played.down("pump") == Intervals{{60, 602}});
}

TEST_CASE("cascade: a start delay that the battery does not bridge leaves a gap, in every outage anew") {
  // Fifteen minutes of battery, a generator that carries after thirty: unmet on [15, 30). By the second outage the
  // battery is full again, and the generator takes thirty minutes again.
  auto generator = test::generator(600);
  generator.start_delay = 30;
  CHECK(down(load_on({test::reservoir(15), generator}, {{0, 35}, {100, 39}}), 1) == Intervals{{15, 31}, {115, 131}});
}

TEST_CASE("cascade: a start delay that the battery bridges plays no part, and the program is all core") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"});
  const PlayedRegion bridged(
      RegionSketch(sketch).reservoir(0.5).generator({.tank = 9, .start_delay = 0.5}).outage("grid", 8));
  CHECK_FALSE(bridged.program().full_model_backup());
  CHECK(bridged.down("pump").empty());
  const PlayedRegion gap(
      RegionSketch(sketch).reservoir(0.5).generator({.tank = 9, .start_delay = 31.0 / 60}).outage("grid", 8));
  CHECK(gap.program().full_model_backup() == 1U);
  CHECK(gap.down("pump") == Intervals{{30, 32}});
}

TEST_CASE("cascade: the tank is one for all outages together") {
  CHECK(down(load_on({test::generator(30)}, {{0, 19}, {100, 19}}), 1) == Intervals{{110, 121}});
}

TEST_CASE("cascade: of three sources two are enough, and one is not") {
  ProgramSketch sketch;
  sketch.horizon = 300;
  const Component a = sketch.component();
  const Component b = sketch.component();
  const Component c = sketch.component();
  const Component load = sketch.component();
  sketch.need(load, 2, {a, b, c});
  sketch.hit(a, 0, 120);
  CHECK(down(sketch, load).empty());
  sketch.hit(b, 60, 120);
  CHECK(down(sketch, load) == Intervals{{60, 122}});
  sketch.needs.front().k = 3;
  CHECK(down(sketch, load) == Intervals{{0, 182}});
}

TEST_CASE("cascade: a need that asks for more suppliers than it has is unmet from the start") {
  ProgramSketch sketch;
  const Component source = sketch.component();
  const Component load = sketch.component();
  sketch.need(load, 2, {source}, {test::reservoir(10)});
  CHECK(down(sketch, load) == Intervals{{10, sketch.horizon}});
}

TEST_CASE("cascade: a circle comes back while its tolerance lasts, and with a minute more waits for ever") {
  // Grid up at 478, substation at 479, mast at 480: the first minute that the tolerance of 480 no longer carries.
  PlayedRegion returns(circle(477));
  CHECK(returns.down("substation") == Intervals{{0, 479}});
  CHECK(returns.down("mast") == Intervals{{0, 480}});
  CHECK(returns.engine().deadlocked().empty());

  PlayedRegion stuck(circle(478));
  CHECK(stuck.down("grid") == Intervals{{0, 479}});
  CHECK(stuck.down("substation") == Intervals{{0, 10080}});
  CHECK(stuck.down("mast") == Intervals{{0, 10080}});
  CHECK(stuck.engine().deadlocked() == std::vector<Component>{stuck.component("substation"), stuck.component("mast")});
}

TEST_CASE("cascade: what a hit still holds down at the end is no deadlock, nor is what hangs on it") {
  const auto sketch = load_on({test::reservoir(10)}, {{50, 950}});
  const auto program = sketch.build();
  cascade::Engine engine(program);
  engine.run(0);
  CHECK(engine.intervals(1) == Intervals{{60, 1000}});
  CHECK(engine.deadlocked().empty());
  // A circle below it that has lost its tolerance is one, whether or not the hit is over.
  PlayedRegion held(circle(168 * 60));
  CHECK(held.engine().deadlocked() == std::vector<Component>{held.component("substation"), held.component("mast")});
}

TEST_CASE("cascade: who waits for a crew on its way is not in a deadlock") {
  ProgramSketch sketch;
  const Component a = sketch.component();
  const Component b = sketch.component();
  sketch.need(a, 1, {b});
  sketch.need(b, 1, {a}, {test::manual(500, 150)});
  sketch.hit(a, 0, 5);
  sketch.hit(b, 0, 5);
  sketch.horizon = 100;
  const auto program = sketch.build();
  cascade::Engine engine(program);
  engine.run(0);
  CHECK(engine.intervals(a) == Intervals{{0, 100}});
  CHECK(engine.deadlocked().empty());
  sketch.horizon = 300;  // the crew came at 150: b at 151, a at 152
  CHECK(down(sketch, b) == Intervals{{0, 151}});
  CHECK(down(sketch, a) == Intervals{{0, 152}});
}

TEST_CASE("cascade: within a minute what nothing forces down stays up") {
  ProgramSketch sketch;
  const Component a = sketch.component();
  const Component b = sketch.component();
  sketch.need(a, 1, {b});
  sketch.need(b, 1, {a});
  CHECK(down(sketch, a).empty());
  sketch.hit(a, 5, 1);
  CHECK(down(sketch, a) == Intervals{{5, sketch.horizon}});
  CHECK(down(sketch, b) == Intervals{{5, sketch.horizon}});
}

TEST_CASE("cascade: a hit is cut at the horizon, and one that begins there is none") {
  ProgramSketch sketch;
  const Component a = sketch.component(3);
  sketch.hit(a, 100, 5);
  sketch.hit(a, 50, 0);
  CHECK(down(sketch, a).empty());
  sketch.hit(a, 99, 5);
  CHECK(down(sketch, a) == Intervals{{99, 100}});
  PlayedRegion played([] {
    RegionSketch drawn;
    drawn.asset("grid").hazard("late", 10).shock("id=grid", 9, 5);
    return drawn;
  }());
  CHECK(played.down("grid") == Intervals{{540, 600}});
}

TEST_CASE("cascade: overlapping and touching hits are one, hits two minutes apart are two") {
  ProgramSketch sketch;
  const Component a = sketch.component();
  sketch.hit(a, 10, 20);
  sketch.hit(a, 20, 20);
  CHECK(down(sketch, a) == Intervals{{10, 41}});
  sketch.hits[1] = sketch.hits[0];
  CHECK(down(sketch, a) == Intervals{{10, 31}});
  sketch.hits[1].start = 30;
  CHECK(down(sketch, a) == Intervals{{10, 51}});
  sketch.hits[1].start = 31;  // a single good minute is not enough: R = 1 asks for [t − 1, t]
  CHECK(down(sketch, a) == Intervals{{10, 52}});
  sketch.hits[1].start = 32;
  CHECK(down(sketch, a) == Intervals{{10, 31}, {32, 53}});
}

TEST_CASE("cascade: trouble during a restart begins the restart anew") {
  ProgramSketch sketch;
  const Component a = sketch.component(10);
  sketch.hit(a, 0, 5);
  sketch.hit(a, 14, 1);
  CHECK(down(sketch, a) == Intervals{{0, 25}});
  sketch.hits[1].start = 15;  // up at 15 and struck in that same minute: it was never back
  CHECK(down(sketch, a) == Intervals{{0, 26}});
  sketch.hits[1].start = 16;
  CHECK(down(sketch, a) == Intervals{{0, 15}, {16, 27}});
}

TEST_CASE("cascade: two hundred hits give two hundred interruptions") {
  ProgramSketch sketch;
  sketch.horizon = 2000;
  const Component a = sketch.component(2);
  for (Tick i = 199; i >= 0; --i) sketch.hit(a, 10 * i, 3);
  const auto intervals = down(sketch, a);
  REQUIRE(intervals.size() == 200);
  for (Tick i = 0; i < 200; ++i) CHECK(intervals[static_cast<std::size_t>(i)] == Interval{10 * i, 10 * i + 5});
}

TEST_CASE(
    "cascade: a battery wins back a quarter of a minute in each supplied minute, and a begun minute counts as whole") {
  // Of 10 minutes 7 are used on [0, 7): 12 quarters left. 20 supplied minutes make 32: eight minutes.
  CHECK(down(load_on({test::reservoir(10, 4)}, {{0, 6}, {27, 20}}), 1) == Intervals{{35, 49}});
  // One supplied minute more: 33 quarters carry a ninth minute.
  CHECK(down(load_on({test::reservoir(10, 4)}, {{0, 6}, {28, 20}}), 1) == Intervals{{37, 50}});
  // With q = 1 it is full again: 3 left and 20 won back, of which 10 fit.
  CHECK(down(load_on({test::reservoir(10, 1)}, {{0, 6}, {27, 20}}), 1) == Intervals{{37, 49}});
}

TEST_CASE("cascade: a battery does not recharge while a generator carries, nor work by hand ever") {
  // Battery [0, 5), generator [5, 25); the 8 supplied minutes [25, 33) win back two: battery [33, 35), generator [35,
  // 55).
  CHECK(down(load_on({test::reservoir(5, 4), test::generator(40)}, {{0, 24}, {33, 40}}), 1) == Intervals{{55, 75}});
  CHECK(down(load_on({test::manual(10)}, {{0, 6}, {500, 20}}), 1) == Intervals{{503, 522}});
}

TEST_CASE("cascade: a back-up without capacity is as good as none") {
  const Intervals unprotected = down(load_on({}, {{10, 20}}), 1);
  CHECK(unprotected == Intervals{{10, 32}});
  CHECK(down(load_on({test::reservoir(0)}, {{10, 20}}), 1) == unprotected);
  CHECK(down(load_on({test::generator(0)}, {{10, 20}}), 1) == unprotected);
  CHECK(down(load_on({test::generator(50, 0)}, {{10, 20}}), 1) == unprotected);
  CHECK(down(load_on({test::manual(0)}, {{10, 20}}), 1) == unprotected);
  // An empty tank with a contract runs from the contract on.
  CHECK(down(load_on({test::generator(0, cascade::never, 15)}, {{10, 20}}), 1) == Intervals{{10, 16}});
}

TEST_CASE("cascade: the state between runs is asked by minute") {
  const auto program = load_on({test::reservoir(10)}, {{0, 30}}).build();
  cascade::Engine engine(program);
  engine.run(0);
  CHECK_FALSE(engine.down_at(1, 9));
  CHECK(engine.down_at(1, 10));
  CHECK(engine.down_at(1, 31));
  CHECK_FALSE(engine.down_at(1, 32));
  CHECK(engine.ever_down(1));
  // Two intervals: source [0, 31), load [10, 32). Their hashes are summed.
  CHECK(engine.fingerprint() == cascade::interval_hash(0, {0, 31}) + cascade::interval_hash(1, {10, 32}));
}

TEST_CASE("cascade: the history of a need tells what carried it and for how long") {
  const auto program = load_on({test::reservoir(10), test::generator(15)}, {{5, 40}}).build();
  cascade::Engine engine(program);
  engine.run(0);
  const auto& history = engine.history();
  const auto changes = history.changes(0);
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].tick == 5);
  CHECK(changes[0].mode == 0);
  CHECK(changes[1].tick == 15);
  CHECK(changes[1].mode == 1);
  CHECK(changes[2].tick == 30);
  CHECK(changes[2].mode == cascade::mode_unmet);
  CHECK(changes[3].tick == 46);
  CHECK(changes[3].mode == cascade::mode_supplied);
  CHECK(history.mode(0, 4) == cascade::mode_supplied);
  CHECK(history.mode(0, 29) == 1);
  CHECK(history.spent(0, 0, 12) == 7);
  CHECK(history.spent(0, 1, 1000) == 15);
  CHECK(history.spent(0, cascade::mode_unmet, 40) == 10);
  CHECK(history.spent(0, cascade::mode_supplied, 56) == 15);
}
