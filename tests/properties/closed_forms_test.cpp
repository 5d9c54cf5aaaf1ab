#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "cascade/engine.hpp"
#include "support/small_programs.hpp"

// Simulated shares against formulas, within four standard errors (plus half the step of a 1,024-value table where one
// is used).

namespace {

using namespace veer;
using cascade::Component;
using cascade::Tick;
using test::ProgramSketch;

constexpr std::uint32_t replicas = 20'000;
constexpr double table_step = 1.0 / 2048;
constexpr Tick whole = 200;  ///< horizon of these programs

std::uint64_t threshold(double probability) {
  return static_cast<std::uint64_t>(std::llround(probability * 4294967296.0));
}

/// Share of the replicas in which `event` holds after the run.
double share(const cascade::Program& program, const std::function<bool(const cascade::Engine&)>& event) {
  cascade::Engine engine(program);
  std::uint32_t count = 0;
  for (std::uint32_t r = 0; r < replicas; ++r) {
    engine.run(r);
    if (event(engine)) ++count;
  }
  return static_cast<double>(count) / replicas;
}

bool down_at(const cascade::Engine& engine, Component component, Tick tick) {
  bool down = false;
  engine.each_interval(
      component, [&](cascade::Interval interval) { down = down || (interval.start <= tick && tick < interval.end); });
  return down;
}

void check_share(double found, double exact, double table_error = 0) {
  CAPTURE(found);
  CAPTURE(exact);
  CHECK(std::abs(found - exact) <= 4 * std::sqrt(exact * (1 - exact) / replicas) + table_error);
}

/// Four sources that a shock takes with these probabilities, and a load that needs k of them.
ProgramSketch k_of_n(std::uint32_t k) {
  ProgramSketch sketch;
  for (const double p : {0.1, 0.25, 0.4, 0.05}) {
    const Component source = sketch.component();
    sketch.hit(source, 3, 10);
    sketch.hits.back().taken_below = threshold(p);
  }
  sketch.need(sketch.component(), k, {0, 1, 2, 3});
  return sketch;
}

/// P(fewer than k of the four stay up), by enumeration.
double fewer_than(std::uint32_t k) {
  constexpr double p[] = {0.1, 0.25, 0.4, 0.05};
  double sum = 0;
  for (unsigned state = 0; state < 16; ++state) {
    double probability = 1;
    std::uint32_t up = 0;
    for (unsigned i = 0; i < 4; ++i) {
      const bool works = ((state >> i) & 1U) != 0;
      probability *= works ? 1 - p[i] : p[i];
      up += works ? 1U : 0U;
    }
    if (up < k) sum += probability;
  }
  return sum;
}

/// A load whose supply is hit for good, on a battery and a generator with exponential life.
ProgramSketch on_backup(Tick battery, Tick tank, double mean_life, double start_failure) {
  ProgramSketch sketch;
  sketch.horizon = whole;
  const Component grid = sketch.component();
  sketch.hit(grid, 0, whole);
  auto set = test::generator(tank);
  set.start_fail_below = threshold(start_failure);
  // Half up to whole ticks, as every table.
  set.run.table = sketch.table([&](double p) { return std::floor(-mean_life * std::log(1 - p) + 0.5); });
  sketch.need(sketch.component(), 1, {grid}, {test::reservoir(battery), set});
  return sketch;
}

/// P(F > n) when F is an exponential time of that mean, half up: n whole ticks run and it still goes.
double outlives(double mean, Tick n) { return std::exp(-(n + 0.5) / mean); }

}  // namespace

TEST_CASE("closed form: in series everything must hold") {
  check_share(share(k_of_n(4).build(), [](const auto& engine) { return down_at(engine, 4, 8); }),
              1 - 0.9 * 0.75 * 0.6 * 0.95);
}

TEST_CASE("closed form: in parallel everything must fail") {
  check_share(share(k_of_n(1).build(), [](const auto& engine) { return down_at(engine, 4, 8); }),
              0.1 * 0.25 * 0.4 * 0.05);
}

TEST_CASE("closed form: k of n of unequal parts is the enumeration of its states") {
  for (const std::uint32_t k : {2U, 3U}) {
    CAPTURE(k);
    check_share(share(k_of_n(k).build(), [](const auto& engine) { return down_at(engine, 4, 8); }), fewer_than(k));
  }
}

TEST_CASE("closed form: an exponential life is survived with exp(-t/m)") {
  constexpr double mean = 60;
  const auto program = on_backup(0, cascade::never, mean, 0).build();
  for (const Tick t : {0, 10, 60, 150}) {
    CAPTURE(t);
    check_share(share(program, [t](const auto& engine) { return !down_at(engine, 1, t); }), outlives(mean, t),
                table_step);
  }
}

TEST_CASE("closed form: one battery and one generator") {
  constexpr Tick battery = 30;
  constexpr Tick tank = 100;
  constexpr double mean = 80;
  constexpr double no_start = 0.15;
  const auto program = on_backup(battery, tank, mean, no_start).build();
  const auto up_share = [&](Tick t) {
    return share(program, [t](const auto& engine) { return !down_at(engine, 1, t); });
  };
  CHECK(up_share(battery - 1) == 1.0);
  for (const Tick t : {battery, battery + 50, battery + tank - 1}) {
    CAPTURE(t);
    check_share(up_share(t), (1 - no_start) * outlives(mean, t - battery), table_step);
  }
  CHECK(up_share(battery + tank) == 0.0);
}

TEST_CASE("closed form: two generators that share a draw with probability rho each") {
  constexpr double mean = 60;
  constexpr Tick t = 40;
  for (const double rho : {0.0, 0.5, 1.0}) {
    CAPTURE(rho);
    ProgramSketch sketch = on_backup(0, cascade::never, mean, 0);
    sketch.groups = {stable_id("groups/sets")};
    auto& first = sketch.needs.front().backups.back();
    first.run.group = 0;
    first.run.follow_below = threshold(rho);
    sketch.need(sketch.component(), 1, {0}, sketch.needs.front().backups);
    const auto program = sketch.build();
    // Both take the group's word with ρ²; otherwise their words are independent. One alone is not changed by sharing.
    const double alone = outlives(mean, t);
    check_share(share(program, [](const auto& engine) { return !down_at(engine, 1, t) && !down_at(engine, 2, t); }),
                rho * rho * alone + (1 - rho * rho) * alone * alone, 2 * table_step);
    check_share(share(program, [](const auto& engine) { return !down_at(engine, 2, t); }), alone, table_step);
  }
}

TEST_CASE("closed form: own failures by an alternating renewal of fixed times") {
  // Fails after 20, is repaired in 5, restarts in 3; failures are counted from tick 0 whether it is up or not: at 20,
  // 45, 70 and 95, and four are the most.
  ProgramSketch sketch;
  sketch.horizon = whole;
  const Component pump = sketch.component(3);
  sketch.breakdowns.push_back({pump, stable_id("assets/0"), cascade::Draw::fixed(20), cascade::Draw::fixed(5)});
  const auto program = sketch.build();
  cascade::Engine engine(program);
  engine.run(0);
  CHECK(engine.intervals(pump) == std::vector<cascade::Interval>{{20, 28}, {45, 53}, {70, 78}, {95, 103}});
}
