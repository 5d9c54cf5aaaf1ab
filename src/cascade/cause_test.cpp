#include "cascade/cause.hpp"

#include <doctest/doctest.h>

#include "support/small_programs.hpp"

namespace {

using namespace veer;
using cascade::Cause;
using cascade::CauseKind;
using cascade::Component;
using cascade::Engine;
using test::ProgramSketch;

constexpr Component load = 1;

/// A source that is hit on [10, 110), a load on it with these back-ups, and a user of the load.
ProgramSketch chain_of(std::vector<cascade::Backup> chain) {
  ProgramSketch sketch;
  sketch.horizon = 200;
  const Component source = sketch.component();
  sketch.component();
  const Component user = sketch.component();
  sketch.need(load, 1, {source}, std::move(chain));
  sketch.need(user, 1, {load});
  sketch.hit(source, 10, 100);
  return sketch;
}

/// The cause for the user, two steps away from the hit, at its first minute down.
Cause cause_of(const ProgramSketch& sketch) {
  const auto program = sketch.build();
  Engine engine(program);
  engine.run(0);
  REQUIRE(engine.ever_down(2));
  return cascade::limiting_cause(program, engine, 2, engine.intervals(2).front().start);
}

cascade::Backup no_start(cascade::Tick tank) {
  auto out = test::generator(tank);
  out.start_fail_below = 1ULL << 32U;
  return out;
}

}  // namespace

TEST_CASE("cause: without any back-up it is what was hit") {
  CHECK(cause_of(chain_of({})) == Cause{CauseKind::hit, 0, Cause::none, Cause::none});
}

TEST_CASE("cause: the last defence that gave way, of each kind") {
  CHECK(cause_of(chain_of({test::reservoir(20)})) == Cause{CauseKind::reservoir_empty, load, 0, 0});
  CHECK(cause_of(chain_of({test::reservoir(20), no_start(30)})) == Cause{CauseKind::generator_no_start, load, 0, 1});
  CHECK(cause_of(chain_of({test::reservoir(20), test::generator(30, 25)})) ==
        Cause{CauseKind::generator_broke, load, 0, 1});
  CHECK(cause_of(chain_of({test::reservoir(20), test::generator(30)})) ==
        Cause{CauseKind::generator_no_fuel, load, 0, 1});
  CHECK(cause_of(chain_of({test::reservoir(20), test::generator(30, cascade::never, 90)})) ==
        Cause{CauseKind::generator_no_fuel, load, 0, 1});
  CHECK(cause_of(chain_of({test::manual(30)})) == Cause{CauseKind::manual_over, load, 0, 0});
  CHECK(cause_of(chain_of({test::manual(30, 60)})) == Cause{CauseKind::manual_over, load, 0, 0});
}

TEST_CASE("cause: tank and life that end together count as broken: fuel would not have helped") {
  CHECK(cause_of(chain_of({test::generator(30, 30)})).kind == CauseKind::generator_broke);
}

TEST_CASE("cause: of a chain a generator counts before what comes after it") {
  CHECK(cause_of(chain_of({test::reservoir(5), test::generator(30), test::manual(10)})) ==
        Cause{CauseKind::generator_no_fuel, load, 0, 1});
  CHECK(cause_of(chain_of({test::reservoir(5), test::manual(10)})) == Cause{CauseKind::manual_over, load, 0, 1});
}

TEST_CASE("cause: a need that asks for more than there is lost its supply") {
  ProgramSketch sketch = chain_of({});
  sketch.needs[0].k = 2;
  CHECK(cause_of(sketch) == Cause{CauseKind::supply_lost, load, 0, Cause::none});
}

TEST_CASE("cause: of several suppliers the one that went down last tipped it") {
  ProgramSketch sketch;
  sketch.horizon = 200;
  const Component early = sketch.component();
  const Component late = sketch.component();
  const Component user = sketch.component();
  sketch.need(user, 1, {early, late});
  sketch.hit(early, 10, 100);
  sketch.hit(late, 50, 20);
  CHECK(cause_of(sketch) == Cause{CauseKind::hit, late, Cause::none, Cause::none});
}

TEST_CASE("cause: a circle that fell together ends at one of its members") {
  ProgramSketch sketch;
  const Component a = sketch.component();
  const Component b = sketch.component();
  const Component c = sketch.component();
  sketch.need(a, 1, {b});
  sketch.need(b, 1, {a});
  sketch.need(c, 1, {b});
  sketch.hit(a, 5, 1);
  CHECK(cause_of(sketch) == Cause{CauseKind::hit, a, Cause::none, Cause::none});
}

TEST_CASE("cause: the search begins where the interruption began, whatever minute of it is asked") {
  const auto program = chain_of({test::reservoir(20)}).build();
  Engine engine(program);
  engine.run(0);
  for (const cascade::Tick tick : {30, 70, 111})
    CHECK(cascade::limiting_cause(program, engine, 2, tick) == Cause{CauseKind::reservoir_empty, load, 0, 0});
}

TEST_CASE("cause: a back-up that could carry is no reason") {
  const auto program = chain_of({test::generator(500)}).build();
  Engine engine(program);
  engine.run(0);
  CHECK_FALSE(engine.ever_down(load));
  CHECK(cascade::why_not_carrying(program, engine, 0, 0, 50) == CauseKind::supply_lost);
}

TEST_CASE("cause: hits and unmet needs are found in the minute they hold") {
  const auto program = chain_of({test::reservoir(20)}).build();
  Engine engine(program);
  engine.run(0);
  CHECK(cascade::active_hit(engine, 0, 9) == cascade::no_hit);
  CHECK(cascade::active_hit(engine, 0, 10) == 0);
  CHECK(cascade::active_hit(engine, 0, 109) == 0);
  CHECK(cascade::active_hit(engine, 0, 110) == cascade::no_hit);
  CHECK(cascade::active_hit(engine, load, 50) == cascade::no_hit);
  CHECK(cascade::unmet_need(program, engine, load, 29) == Cause::none);
  CHECK(cascade::unmet_need(program, engine, load, 30) == 0);
  CHECK(cascade::unmet_need(program, engine, 2, 30) == 1);
}
