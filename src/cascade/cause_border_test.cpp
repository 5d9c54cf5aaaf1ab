#include "cascade/cause.hpp"

#include <doctest/doctest.h>

#include "support/small_programs.hpp"

using namespace veer;
using cascade::Cause;
using cascade::CauseKind;
using cascade::Component;
using cascade::Engine;

namespace {

Cause first_cause(const test::ProgramSketch& sketch, Component component) {
  const auto program = sketch.build();
  Engine engine(program);
  engine.run(0);
  REQUIRE(engine.ever_down(component));
  return cascade::limiting_cause(program, engine, component, engine.intervals(component).front().start);
}

}  // namespace

TEST_CASE("cause: in a circle without back-ups it is what was hit outside the circle, not a member of it") {
  // power needs telecom first and the grid second, telecom needs power: all go down in the minute in which the grid is
  // hit.
  test::ProgramSketch sketch;
  const Component grid = sketch.component();
  const Component power = sketch.component();
  const Component telecom = sketch.component();
  sketch.need(power, 1, {telecom});
  sketch.need(power, 1, {grid});
  sketch.need(telecom, 1, {power});
  sketch.hit(grid, 10, 50);
  CHECK(first_cause(sketch, power) == Cause{CauseKind::hit, grid, Cause::none, Cause::none});
  CHECK(first_cause(sketch, telecom) == Cause{CauseKind::hit, grid, Cause::none, Cause::none});
}

TEST_CASE("cause: a way round that leads back is left for the one that gave way, a battery included") {
  // hub needs mast or the battery-backed feeder; mast needs the hub. The feeder's battery is what ended.
  test::ProgramSketch sketch;
  sketch.horizon = 200;
  const Component grid = sketch.component();
  const Component feeder = sketch.component();
  const Component mast = sketch.component();
  const Component hub = sketch.component();
  sketch.need(feeder, 1, {grid}, {test::reservoir(20)});
  sketch.need(mast, 1, {hub});
  sketch.need(hub, 2, {mast, feeder});
  sketch.hit(grid, 10, 100);
  CHECK(first_cause(sketch, mast) == Cause{CauseKind::reservoir_empty, feeder, 0, 0});
}

TEST_CASE("cause: a need that asks for more than it has and no supplier explains is supply lost, never a hit") {
  test::ProgramSketch sketch;
  const Component alone = sketch.component();
  sketch.need(alone, 1, {alone});
  sketch.need(alone, 1, {});
  const Cause cause = first_cause(sketch, alone);
  CHECK(cause.kind == CauseKind::supply_lost);
  CHECK(cause.component == alone);
}
