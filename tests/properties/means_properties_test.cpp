#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "operations/conductor.hpp"
#include "properties/any_sketch.hpp"
#include "support/property.hpp"

// People on duty, tankers and demand: nobody and nothing is made or lost, more demand never helps.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Draw;
using cascade::Interval;

constexpr int cases = 800;

operations::Means bare(const cascade::Program& program) {
  operations::Means out;
  out.horizon = program.horizon;
  out.sites = {{{0, 0}, {}}};
  out.customer_of_need.assign(program.need_count(), operations::none);
  return out;
}

const operations::Logbook& log_of(cascade::Engine& engine) {
  return static_cast<operations::Conductor*>(engine.director())->log();
}

operations::Roster any_roster(test::ProgramSketch& sketch, Component component, std::size_t number) {
  operations::Roster out;
  out.component = component;
  out.id = stable_id("assets/roster/" + std::to_string(number));
  out.shift = *rc::gen::inRange(1, 60);
  out.strength = *rc::gen::inRange(0, 500);
  out.teams = *rc::gen::inRange(1, 5);
  out.required = *rc::gen::inRange(0, 120);
  const double worst = *rc::gen::inRange(0, 100) / 100.0;
  out.attendance.table = sketch.table([&](double u) { return 10000 * (worst + (1 - worst) * u); });
  const auto factors = [&](double most) {
    std::vector<operations::Factor> rows;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
      const auto from = *rc::gen::inRange(0, 100);
      rows.push_back({from, from + *rc::gen::inRange(1, 60), *rc::gen::inRange(0, 100) * most / 100});
    }
    return rows;
  };
  out.demand = factors(4);
  out.derate = factors(1);
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    out.ties.push_back({"post", *rc::gen::inRange(0, 100), *rc::gen::inRange(0, 60)});
  return out;
}

}  // namespace

TEST_CASE("staff: every hour of everyone is spent once, on duty, at rest, tied, absent, at home or away") {
  std::size_t short_shifts = 0;
  std::int64_t at_home = 0;
  CHECK(test::holds("staff hours are conserved", cases, [&] {
    auto sketch = test::any_sketch();
    std::vector<Component> parts;
    const auto count = *rc::gen::inRange<std::size_t>(1, 4);
    for (std::size_t r = 0; r < count; ++r) parts.push_back(sketch.component());
    std::vector<operations::Roster> rosters;
    for (std::size_t r = 0; r < count; ++r) rosters.push_back(any_roster(sketch, parts[r], r));
    const auto program = sketch.build();
    auto means = bare(program);
    means.rosters = rosters;
    means.family_ppm = *rc::gen::inRange(0, 1000000);
    for (Component c = 0; c < program.component_count(); ++c) means.homes.push_back({c, *rc::gen::inRange(0, 50)});
    cascade::Engine engine(program, std::make_unique<operations::Conductor>(means));
    engine.run(5);
    std::vector<std::int64_t> spent(count, 0);
    std::vector<std::vector<Interval>> short_of(count);
    for (const auto& row : log_of(engine).shifts) {
      const operations::Roster& roster = means.rosters[row.roster];
      for (const std::int64_t people :
           {row.away, row.resting, row.elsewhere, row.absent, row.at_home, row.present, row.due})
        RC_ASSERT(people >= 0);
      const std::int64_t all = row.away + row.resting + row.elsewhere + row.absent + row.at_home + row.present;
      RC_ASSERT(all == roster.strength);
      // One team works at a time, tied elsewhere or not: who works a shift is free for the next teams − 1.
      RC_ASSERT((row.due + row.elsewhere) * roster.teams <= roster.strength - row.away);
      RC_ASSERT(row.elsewhere <= row.tied);
      const auto begin = static_cast<cascade::Tick>(row.number) * roster.shift;
      const auto end = std::min(begin + roster.shift, program.horizon);
      spent[row.roster] += all * (end - begin);
      if (row.falls_short()) short_of[row.roster].push_back({begin, end});
      if (row.falls_short()) ++short_shifts;
      at_home += row.at_home;
    }
    for (std::size_t r = 0; r < count; ++r) {
      RC_ASSERT(spent[r] == means.rosters[r].strength * program.horizon);
      // The roster is down in every minute of the shifts that fall short.
      for (const Interval row : short_of[r])
        for (cascade::Tick tick = row.start; tick < row.end; ++tick) RC_ASSERT(engine.down_at(parts[r], tick));
    }
  }));
  CHECK(short_shifts > 1000);
  CHECK(at_home > 1000);
}

TEST_CASE("staff: two rosters alike have the same people at the same time, whatever their order in the table") {
  CHECK(test::holds("symmetric rosters", cases, [] {
    auto sketch = test::any_sketch();
    const Component a = sketch.component();
    const Component b = sketch.component();
    auto roster = any_roster(sketch, a, 0);
    roster.attendance = Draw::fixed(*rc::gen::inRange(0, 10000));  // what is drawn differs by roster
    auto twin = roster;
    twin.component = b;
    twin.id = stable_id("assets/roster/twin");
    const auto program = sketch.build();
    auto means = bare(program);
    means.rosters = {roster, twin};
    cascade::Engine engine(program, std::make_unique<operations::Conductor>(means));
    engine.run(2);
    RC_ASSERT(engine.intervals(a) == engine.intervals(b));
  }));
}

TEST_CASE("supply: what tankers bring is neither made nor lost, and comes after it was ordered") {
  std::size_t brought = 0;
  std::size_t waited = 0;
  CHECK(test::holds("supplied fuel is conserved", cases, [&] {
    auto sketch = test::any_sketch();
    const Component depot = sketch.component();
    if (*rc::gen::arbitrary<bool>()) sketch.hit(depot, *rc::gen::inRange(0, 50), *rc::gen::inRange(0, 60));
    auto program = sketch.build();
    auto means = bare(program);
    means.detour = 1;
    means.truck_load_ml = *rc::gen::inRange(50, 5000);
    means.pump_ml = *rc::gen::inRange(100, 2000);
    means.truck_ready = Draw::fixed(0);
    means.supply_lead = Draw::fixed(*rc::gen::inRange(1, 40));
    means.depots.push_back({.component = depot, .site = 0, .stock_ml = *rc::gen::inRange(0, 20000), .slow = {}});
    if (*rc::gen::arbitrary<bool>())
      means.sites[0].closures.push_back({*rc::gen::inRange(0, 30), *rc::gen::inRange(30, 90), 0});
    for (std::size_t s = *rc::gen::inRange<std::size_t>(0, 3); s > 0; --s)
      means.supplies.push_back({.id = stable_id("resources/s" + std::to_string(s)),
                                .depot = 0,
                                .ml = *rc::gen::inRange(0, 30000),
                                .order_at_ml = *rc::gen::inRange(0, 20000)});
    for (std::size_t t = 0; t < 2; ++t)
      means.trucks.push_back(
          {.id = stable_id("resources/t" + std::to_string(t)), .depot = 0, .metres_per_minute = 100});
    for (std::uint32_t need = 0; need < program.need_count(); ++need)
      for (std::uint32_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b) {
        if (program.backups[b].kind != cascade::BackupKind::generator || program.backups[b].capacity.table >= 0)
          continue;
        program.backups[b].from = Draw::fixed(cascade::never);
        means.customers.push_back({.claim = {0, 0, 0},
                                   .need = need,
                                   .backup = b,
                                   .owner = program.need_component[need],
                                   .burn_ml = 100,
                                   .same_need = means.customer_of_need[need]});
        means.customer_of_need[need] = static_cast<std::uint32_t>(means.customers.size() - 1);
      }
    cascade::Engine engine(program, std::make_unique<operations::Conductor>(means));
    engine.run(3);
    const operations::Logbook log = log_of(engine);
    std::int64_t supplied = 0;
    std::vector<cascade::Tick> free(means.supplies.size(), 0);
    for (const auto& row : log.supplies) {
      supplied += row.ml;
      RC_ASSERT(row.ml == means.supplies[row.supply].ml);
      RC_ASSERT(row.ordered >= free[row.supply]);  // one under way at a time
      RC_ASSERT(row.ordered < row.arrived);
      RC_ASSERT(row.arrived <= row.pumped);
      RC_ASSERT(means.speed_at(0, row.pumped) > 0);
      RC_ASSERT(!engine.down_at(depot, row.pumped));
      free[row.supply] = row.pumped;
      ++brought;
      if (row.arrived < row.pumped) ++waited;
    }
    std::int64_t delivered = 0;
    for (const auto& row : log.deliveries) delivered += row.ml;
    RC_ASSERT(means.depots[0].stock_ml + supplied ==
              log.depot_left_ml[0] +
                  std::accumulate(log.truck_left_ml.begin(), log.truck_left_ml.end(), std::int64_t{0}) + delivered);
    engine.run(3);
    RC_ASSERT(log_of(engine).supplies.size() == log.supplies.size());
  }));
  CHECK(brought > 500);
  CHECK(waited > 50);
}

namespace {

/// Drains on every reservoir of a program, at that pace while the window lasts.
std::vector<operations::Drain> drains_of(const cascade::Program& program, operations::Factor pace) {
  std::vector<operations::Drain> out;
  for (std::uint32_t need = 0; need < program.need_count(); ++need)
    for (std::uint32_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b)
      if (program.backups[b].kind == cascade::BackupKind::reservoir) out.push_back({need, b, {pace}});
  return out;
}

std::vector<std::vector<Interval>> played(const cascade::Program& program, const operations::Means& means) {
  cascade::Engine engine(program, std::make_unique<operations::Conductor>(means));
  engine.run(4);
  std::vector<std::vector<Interval>> out;
  for (Component c = 0; c < program.component_count(); ++c) out.push_back(engine.intervals(c));
  return out;
}

bool within(const std::vector<Interval>& inner, const std::vector<Interval>& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](Interval row) {
    return std::any_of(outer.begin(), outer.end(),
                       [&](Interval other) { return other.start <= row.start && row.end <= other.end; });
  });
}

}  // namespace

TEST_CASE("demand: at the usual pace it is the core, bit for bit; more demand never helps anyone") {
  std::size_t longer = 0;
  CHECK(test::holds("demand", cases, [&] {
    const auto program = test::any_sketch().build();
    auto means = bare(program);
    const auto core = played(program, means);
    const auto from = *rc::gen::inRange(0, 100);
    const auto until = from + *rc::gen::inRange(1, 100);
    means.drains = drains_of(program, {from, until, 1});
    RC_ASSERT(played(program, means) == core);
    means.drains = drains_of(program, {from, until, 1 + *rc::gen::inRange(1, 400) / 100.0});
    const auto more = played(program, means);
    for (Component c = 0; c < program.component_count(); ++c) RC_ASSERT(within(core[c], more[c]));
    if (more != core) ++longer;
    means.drains = drains_of(program, {from, until, *rc::gen::inRange(0, 99) / 100.0});
    const auto less = played(program, means);
    for (Component c = 0; c < program.component_count(); ++c) RC_ASSERT(within(less[c], core[c]));
  }));
  CHECK(longer > 50);
}
