#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "cascade/difference.hpp"
#include "operations/conductor.hpp"
#include "operations/means_difference.hpp"
#include "properties/any_sketch.hpp"
#include "support/property.hpp"

// The full model where nothing is scarce is the core, bit for bit; what is scarce is neither made nor lost.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Draw;
using cascade::Interval;
using Outcome = std::vector<std::vector<Interval>>;

constexpr int cases = 1500;

Outcome played(cascade::Engine& engine, std::uint32_t replica, std::size_t components) {
  engine.run(replica);
  Outcome out;
  for (Component c = 0; c < components; ++c) out.push_back(engine.intervals(c));
  return out;
}

/// Every generator of the program has a contract with the trucks, and a tank of at least that many minutes.
void make_customers(test::ProgramSketch& sketch, cascade::Tick least_tank) {
  for (auto& need : sketch.needs)
    for (auto& backup : need.backups)
      if (backup.kind == cascade::BackupKind::generator && backup.capacity.table < 0)
        backup.capacity.constant = std::max(backup.capacity.constant, least_tank);
}

/// No means at all, and one place where everything stands.
operations::Means bare(const cascade::Program& program) {
  operations::Means out;
  out.horizon = program.horizon;
  out.sites = {{{0, 0}, {}}};
  out.customer_of_need.assign(program.need_count(), operations::none);
  return out;
}

/// A back-up that asks the trucks for fuel; ranks and people differ from need to need.
void add_customer(operations::Means& means, const cascade::Program& program, std::uint32_t need, std::uint32_t backup,
                  std::uint32_t site) {
  means.customers.push_back({.claim = {site, static_cast<std::int32_t>(need % 3), need % 7},
                             .need = need,
                             .backup = backup,
                             .owner = program.need_component[need],
                             .burn_ml = 100,
                             .same_need = means.customer_of_need[need]});
  means.customer_of_need[need] = static_cast<std::uint32_t>(means.customers.size() - 1);
}

operations::Means means_of(const cascade::Program& program, Component depot, std::size_t trucks, double metres,
                           std::int64_t litres) {
  operations::Means out = bare(program);
  out.detour = 1;
  out.truck_load_ml = 50000;
  out.pump_ml = 1000000;
  out.truck_ready = Draw::fixed(0);
  out.depots.push_back({.component = depot, .site = 0, .stock_ml = litres * 1000, .slow = {}});
  for (std::size_t t = 0; t < trucks; ++t)
    out.trucks.push_back({.id = stable_id("resources/t/" + std::to_string(t)), .depot = 0, .metres_per_minute = 100});
  for (std::uint32_t need = 0; need < program.need_count(); ++need)
    for (std::uint32_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b) {
      if (program.backups[b].kind != cascade::BackupKind::generator || program.backups[b].capacity.table >= 0) continue;
      out.sites.push_back({{metres * static_cast<double>(out.sites.size() % 5), 0}, {}});
      add_customer(out, program, need, b, static_cast<std::uint32_t>(out.sites.size() - 1));
    }
  return out;
}

/// Another chain, restart or supplier somewhere: what a quiet component is never asked for.
void edit(test::ProgramSketch& sketch, std::size_t number) {
  const auto components = static_cast<Component>(sketch.restart.size());
  if (sketch.needs.empty() || *rc::gen::inRange(0, 4) == 0) {
    const auto c = *rc::gen::inRange<Component>(0, components);
    sketch.restart[c] = Draw::fixed(*rc::gen::inRange(1, 20));
    return;
  }
  auto& need = sketch.needs[*rc::gen::inRange<std::size_t>(0, sketch.needs.size())];
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      if (!need.backups.empty()) need.backups.erase(need.backups.begin());
      break;
    case 1:
      need.backups.push_back(test::generator(*rc::gen::inRange(1, 40)));
      need.backups.back().id = stable_id("backups/added/" + std::to_string(number));
      break;
    default:
      need.suppliers.push_back(*rc::gen::inRange<Component>(0, components));
  }
}

/// Trucks at one of five places, and every generator a customer at one of them.
operations::Means five_places(const cascade::Program& program, Component depot, std::size_t trucks) {
  operations::Means out = bare(program);
  for (int i = 1; i < 5; ++i) out.sites.push_back({{100.0 * i, 0}, {}});
  out.detour = 1;
  out.truck_load_ml = 3000;
  out.pump_ml = 500;
  out.truck_ready = Draw::fixed(2);
  out.depots.push_back({.component = depot, .site = 0, .stock_ml = 20000, .slow = {}});
  for (std::size_t t = 0; t < trucks; ++t)
    out.trucks.push_back({.id = stable_id("resources/t/" + std::to_string(t)), .depot = 0, .metres_per_minute = 100});
  for (std::uint32_t need = 0; need < program.need_count(); ++need)
    for (std::uint32_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b) {
      if (program.backups[b].kind != cascade::BackupKind::generator) continue;
      add_customer(out, program, need, b, need % 5);
    }
  return out;
}

std::int64_t sum(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

}  // namespace

TEST_CASE("full model: with nothing scarce it is the core, bit for bit") {
  CHECK(test::holds("no means", cases, [] {
    const auto program = test::any_sketch().build();
    cascade::Engine core(program);
    const operations::Means means = bare(program);
    cascade::Engine full(program, std::make_unique<operations::Conductor>(means));
    for (const std::uint32_t replica : {0U, 7U, 4096U})
      RC_ASSERT(played(full, replica, program.component_count()) == played(core, replica, program.component_count()));
  }));
}

TEST_CASE("full model: trucks enough next door are a contract from the first minute on") {
  std::size_t delivered = 0;
  CHECK(test::holds("trucks enough", cases, [&delivered] {
    auto sketch = test::any_sketch();
    make_customers(sketch, 12);
    const Component depot = sketch.component();
    auto program = sketch.build();
    auto core = program;
    const auto means = means_of(program, depot, 2 * program.backups.size(), 0, 1000000000);
    for (const auto& customer : means.customers) {
      program.backups[customer.backup].from = Draw::fixed(cascade::never);
      core.backups[customer.backup].from = Draw::fixed(0);
    }
    cascade::Engine contract(core);
    cascade::Engine full(program, std::make_unique<operations::Conductor>(means));
    for (const std::uint32_t replica : {0U, 7U})
      RC_ASSERT(played(full, replica, program.component_count()) ==
                played(contract, replica, program.component_count()));
    delivered += static_cast<operations::Conductor*>(full.director())->log().deliveries.size();
  }));
  CHECK(delivered > 1000);
}

TEST_CASE("full model: no fuel is made or lost, no truck is in two places, the same replica gives the same log") {
  std::size_t dry = 0;
  CHECK(test::holds("fuel is conserved", cases, [&dry] {
    auto sketch = test::any_sketch();
    make_customers(sketch, *rc::gen::inRange(0, 20));
    const Component depot = sketch.component();
    if (*rc::gen::arbitrary<bool>()) sketch.hit(depot, *rc::gen::inRange(0, 50), *rc::gen::inRange(0, 60));
    auto program = sketch.build();
    auto means = means_of(program, depot, *rc::gen::inRange<std::size_t>(0, 4), *rc::gen::inRange(0, 300),
                          *rc::gen::inRange(0, 40));
    means.truck_load_ml = *rc::gen::inRange(50, 20000);
    means.pump_ml = *rc::gen::inRange(100, 2000);
    means.order = *rc::gen::element(operations::Order::rank, operations::Order::first_come, operations::Order::people);
    for (const auto& customer : means.customers) program.backups[customer.backup].from = Draw::fixed(cascade::never);
    cascade::Engine engine(program, std::make_unique<operations::Conductor>(means));
    const auto first = played(engine, 3, program.component_count());
    const operations::Logbook log = static_cast<operations::Conductor*>(engine.director())->log();
    std::int64_t delivered = 0;
    std::vector<std::int64_t> into(means.customers.size(), 0);
    std::vector<cascade::Tick> busy(means.trucks.size(), 0);
    for (const auto& row : log.deliveries) {
      delivered += row.ml;
      into[row.customer] += row.ml;
      RC_ASSERT(row.ml >= 0);
      RC_ASSERT(row.left >= busy[row.truck]);
      RC_ASSERT(row.called <= row.left);
      RC_ASSERT(row.left < row.arrived);
      RC_ASSERT(row.arrived < row.done);
      busy[row.truck] = row.done;
    }
    RC_ASSERT(means.depots[0].stock_ml == sum(log.depot_left_ml) + sum(log.truck_left_ml) + delivered);
    for (std::size_t c = 0; c < means.customers.size(); ++c) {
      RC_ASSERT(log.tank_first_ml[c] + into[c] == log.burnt_ml[c] + log.tank_left_ml[c]);
      RC_ASSERT(log.tank_left_ml[c] >= 0);
    }
    RC_ASSERT(sum(log.burnt_ml) == sum(log.burnt_day_ml));
    dry += log.dry.size();
    RC_ASSERT(played(engine, 3, program.component_count()) == first);
    RC_ASSERT(static_cast<operations::Conductor*>(engine.director())->log().queue_minutes == log.queue_minutes);
  }));
  CHECK(dry > 100);
}

TEST_CASE("full model: damage with crews enough on the spot is a hit that lasts a minute longer") {
  CHECK(test::holds("crews enough", cases, [] {
    auto sketch = test::any_sketch();
    // What is drawn as no damage at all needs no crew, and no way either: that would be told apart in the core.
    std::erase_if(sketch.hits, [](const cascade::Hit& hit) { return hit.length_delay.table >= 0; });
    auto core = sketch.build();
    auto program = core;
    operations::Means means = bare(program);
    for (cascade::Hit& hit : core.hits) {
      means.crews.push_back({.site = 0, .metres_per_minute = 100});
      operations::Damage damage;
      damage.component = hit.component;
      damage.id = hit.id;
      damage.taken_below = hit.taken_below;
      damage.start = hit.start;
      damage.start_delay = hit.start_delay;
      damage.work = hit.length;
      damage.work_delay = hit.length_delay;
      means.damages.push_back(damage);
      if (hit.length + hit.length_delay.constant > 0) hit.length += 1;  // the way
    }
    program.hits.clear();
    cascade::Engine hits(core);
    cascade::Engine full(program, std::make_unique<operations::Conductor>(means));
    for (const std::uint32_t replica : {0U, 7U})
      RC_ASSERT(played(full, replica, program.component_count()) == played(hits, replica, program.component_count()));
  }));
}

TEST_CASE("full model: where all that a change touches is quiet, the replica is the same to the bit") {
  std::size_t taken_over = 0;
  std::size_t others = 0;  // that a change did reach, and that came out otherwise
  CHECK(test::holds("quiet changes", cases, [&] {
    auto sketch = test::any_sketch();
    const Component depot = sketch.component();
    auto changed = sketch;
    for (std::size_t i = *rc::gen::inRange<std::size_t>(1, 3); i > 0; --i) edit(changed, i);
    const std::size_t trucks = *rc::gen::inRange<std::size_t>(0, 3);
    auto base = sketch.build();
    auto variant = changed.build();
    const auto base_means = five_places(base, depot, trucks);
    const auto variant_means = five_places(variant, depot, trucks + *rc::gen::inRange<std::size_t>(0, 2));
    for (const auto& customer : base_means.customers) base.backups[customer.backup].from = Draw::fixed(cascade::never);
    for (const auto& customer : variant_means.customers)
      variant.backups[customer.backup].from = Draw::fixed(cascade::never);
    const auto change = cascade::difference(base, variant);
    const auto also = operations::difference(base, base_means, variant, variant_means);
    RC_ASSERT(change.has_value());
    RC_ASSERT(also.has_value());
    cascade::Engine one(base, std::make_unique<operations::Conductor>(base_means));
    cascade::Engine other(variant, std::make_unique<operations::Conductor>(variant_means));
    for (const std::uint32_t replica : {0U, 5U}) {
      const auto before = played(one, replica, base.component_count());
      const auto after = played(other, replica, base.component_count());
      const auto quiet = [&](Component c) { return one.quiet(c); };
      if (std::all_of(change->edited.begin(), change->edited.end(), quiet) &&
          std::all_of(also->begin(), also->end(), quiet)) {
        RC_ASSERT(after == before);
        ++taken_over;
      } else if (after != before) {
        ++others;
      }
    }
  }));
  CHECK(taken_over > 300);
  CHECK(others > 300);
}
