#include "cascade/region_cascade_1_writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cascade/engine.hpp"
#include "cascade/region_cascade_1.hpp"
#include "support/played_region.hpp"
#include "support/small_programs.hpp"

namespace {

using namespace veer;
using cascade::Draw;
using cascade::Interval;
using cascade::Unfit;
using nlohmann::json;
using test::ProgramSketch;

/// "assets/0", "assets/1", …; "needs/0", ….
cascade::ExchangeLabels plain_labels(const cascade::Program& program) {
  cascade::ExchangeLabels out;
  for (std::size_t c = 0; c < program.component_count(); ++c) out.names.push_back("assets/" + std::to_string(c));
  for (std::size_t j = 0; j < program.need_count(); ++j) out.need_names.push_back("needs/" + std::to_string(j));
  out.kinds.assign(out.names.size(), "thing");
  out.service.assign(out.names.size(), -1);
  out.population.assign(out.names.size(), 0);
  return out;
}

struct Written {
  json root;
  cascade::ExchangeModel model;
  std::vector<cascade::Replaced> replaced;
};

Written written(const cascade::Program& program) {
  auto text = cascade::write_region_cascade_1(program, plain_labels(program));
  auto model = cascade::parse_region_cascade_1(text.json, "model.json");
  REQUIRE(model.has_value());
  return {json::parse(text.json), *std::move(model), std::move(text.replaced)};
}

/// The entries of the table that a column names for an item.
std::vector<int> table_of(const Written& file, const char* section, const char* column, std::size_t item) {
  return file.root.at("tables")
      .at(file.root.at(section).at(column).at(item).get<std::size_t>())
      .get<std::vector<int>>();
}

void check_replaced(const Written& file, Unfit what, const std::vector<std::string>& places) {
  REQUIRE(file.replaced.size() == 1);
  CHECK(file.replaced[0].what == what);
  CHECK(file.replaced[0].places == places);
}

std::vector<Interval> played(const cascade::Program& program, cascade::Component component) {
  cascade::Engine engine(program);
  engine.run(0);
  return engine.intervals(component);
}

Draw drawn_upto(ProgramSketch& sketch, int most) {
  Draw out;
  out.table = sketch.table([most](double p) { return p * most; });
  return out;
}

/// A source, hit for 30 ticks, and a pump that needs it.
ProgramSketch source_and_pump(std::vector<cascade::Backup> chain = {}) {
  ProgramSketch sketch;
  sketch.component(3);
  sketch.component(2);
  sketch.hit(0, 0, 30);
  sketch.need(1, 1, {0}, std::move(chain));
  return sketch;
}

}  // namespace

TEST_CASE("writer: a reservoir and a generator come back as they were") {
  const auto program = source_and_pump({test::reservoir(5, 3), test::generator(10)}).build();
  const auto file = written(program);
  CHECK(file.replaced.empty());
  CHECK(file.root.at("recharge_divisor") == 3);
  CHECK(file.root.at("horizon_ticks") == 100);
  CHECK(file.root.at("needs").at("reservoir_ticks") == json{5});
  CHECK(file.root.at("needs").at("tank_ticks") == json{10});
  CHECK(file.root.at("needs").at("refuel_table") == json{-1});
  // Source down [0, 30 + 3), reservoir until 5, tank until 15.
  CHECK(played(file.model.program, 1) == std::vector<Interval>{{15, 35}});
  CHECK(played(program, 1) == std::vector<Interval>{{15, 35}});
}

TEST_CASE("writer: a manual fallback is a generator without a tank") {
  // It works with the hand in [12, 12 + 8).
  const auto program = source_and_pump({test::reservoir(5), test::manual(8, 12)}).build();
  const auto file = written(program);
  CHECK(file.replaced.empty());
  CHECK(file.root.at("needs").at("tank_ticks") == json{0});
  CHECK(table_of(file, "needs", "run_table", 0) == std::vector<int>(1024, 8));
  CHECK(table_of(file, "needs", "refuel_table", 0) == std::vector<int>(1024, 12));
  CHECK(played(file.model.program, 1) == std::vector<Interval>{{5, 14}, {20, 35}});
  CHECK(played(program, 1) == played(file.model.program, 1));
}

TEST_CASE("writer: a length of a constant and a draw is one table") {
  auto sketch = source_and_pump();
  sketch.hits[0].length_delay = drawn_upto(sketch, 1024);
  const auto table = table_of(written(sketch.build()), "components", "hazard_table", 0);
  CHECK(table.front() == 30);
  CHECK(table[512] == 30 + 512);
  CHECK(table.back() == 30 + 1023);
}

TEST_CASE("writer: hits from tick 0 of which one is drawn are their maximum") {
  auto sketch = source_and_pump();
  sketch.hit(0, 0, 0);
  sketch.hits[1].length_delay = drawn_upto(sketch, 64);
  const auto file = written(sketch.build());
  CHECK(file.replaced.empty());
  const auto table = table_of(file, "components", "hazard_table", 0);
  CHECK(table.front() == 30);
  CHECK(table.back() == 63);
}

TEST_CASE("writer: hits that are no hits leave no trace") {
  auto sketch = source_and_pump();
  sketch.hits[0].length = 0;
  sketch.hit(0, 100, 5);
  sketch.hit(1, 20, 5);
  sketch.hits[2].taken_below = 0;
  const auto file = written(sketch.build());
  CHECK(file.replaced.empty());
  CHECK(file.root.at("components").at("hazard_table") == json{-1, -1});
}

TEST_CASE("writer: a drawn tank without contract is a drawn running time") {
  auto chain = test::generator(0, 700);
  auto sketch = source_and_pump();
  chain.capacity = drawn_upto(sketch, 1024);
  sketch.needs[0].backups = {chain};
  const auto file = written(sketch.build());
  CHECK(file.replaced.empty());
  const auto table = table_of(file, "needs", "run_table", 0);
  CHECK(table[300] == 300);
  CHECK(table[1000] == 700);
  CHECK(file.root.at("needs").at("tank_ticks") == json{65535});
}

TEST_CASE("writer: a share that is a whole number of table entries, of a fixed hit, fits") {
  auto sketch = source_and_pump();
  sketch.hits[0].taken_below = 1ULL << 30U;  // a quarter
  const auto file = written(sketch.build());
  CHECK(file.replaced.empty());
  const auto table = table_of(file, "components", "hazard_table", 0);
  CHECK(std::count(table.begin(), table.end(), 30) == 256);
  CHECK(std::count(table.begin(), table.end(), 0) == 768);
}

TEST_CASE("writer: what does not fit is named, and replaced by rule") {
  SUBCASE("own failures are left out") {
    auto sketch = source_and_pump();
    sketch.breakdowns.push_back({1, stable_id("assets/1"), Draw::fixed(50), Draw::fixed(5)});
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::breakdown, {"assets/1"});
    CHECK(played(file.model.program, 1) == std::vector<Interval>{{0, 35}});
  }
  SUBCASE("a later hit starts at 0") {
    auto sketch = source_and_pump();
    sketch.hit(0, 40, 10);
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::late_hit, {"assets/0"});
    CHECK(table_of(file, "components", "hazard_table", 0) == std::vector<int>(1024, 50));
  }
  SUBCASE("of a drawn start the median counts") {
    auto sketch = source_and_pump();
    sketch.hits[0].start_delay = drawn_upto(sketch, 64);
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::late_hit, {"assets/0"});
    CHECK(table_of(file, "components", "hazard_table", 0) == std::vector<int>(1024, 32 + 30));
  }
  SUBCASE("two drawn hits go together") {
    auto sketch = source_and_pump();
    sketch.hits[0].length_delay = drawn_upto(sketch, 10);
    sketch.hit(0, 0, 20);
    sketch.hits[1].length_delay = drawn_upto(sketch, 40);
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::joint_hits, {"assets/0"});
    const auto table = table_of(file, "components", "hazard_table", 0);
    CHECK(table.front() == 30);
    CHECK(table.back() == 59);
  }
  SUBCASE("a share is rounded to entries of the table") {
    auto sketch = source_and_pump();
    sketch.hits[0].taken_below = (1ULL << 30U) + 1;
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::hit_share, {"assets/0"});
    const auto table = table_of(file, "components", "hazard_table", 0);
    CHECK(std::count(table.begin(), table.end(), 30) == 256);
  }
  SUBCASE("a share of a drawn hit keeps its distribution") {
    auto sketch = source_and_pump();
    sketch.hits[0].length_delay = drawn_upto(sketch, 1024);
    sketch.hits[0].taken_below = 1ULL << 31U;
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::hit_share, {"assets/0"});
    const auto table = table_of(file, "components", "hazard_table", 0);
    CHECK(table[511] == 0);
    CHECK(table[512] == 30);
    CHECK(table.back() == 30 + 1022);
  }
  SUBCASE("a shared draw is drawn by each") {
    auto sketch = source_and_pump();
    sketch.groups.push_back(stable_id("groups/0"));
    sketch.restart[1] = drawn_upto(sketch, 64);
    sketch.restart[1].group = 0;
    sketch.restart[1].follow_below = 1;
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::shared_draw, {"assets/1"});
    const auto table = table_of(file, "components", "recovery_table", 1);
    CHECK(table.front() == 1);  // a restart of 0 is one of 1
    CHECK(table.back() == 63);
  }
  SUBCASE("a chain keeps a reservoir and the generator or manual fallback behind it") {
    const auto file =
        written(source_and_pump({test::reservoir(5), test::generator(4), test::manual(9), test::reservoir(7)}).build());
    check_replaced(file, Unfit::chain, {"needs/0"});
    CHECK(played(file.model.program, 1) == std::vector<Interval>{{9, 35}});
  }
  SUBCASE("a reservoir behind a generator is left out") {
    const auto file = written(source_and_pump({test::generator(4), test::reservoir(7)}).build());
    check_replaced(file, Unfit::chain, {"needs/0"});
    CHECK(played(file.model.program, 1) == std::vector<Interval>{{4, 35}});
  }
  SUBCASE("a drawn reservoir has its median") {
    auto sketch = source_and_pump({test::reservoir(0)});
    sketch.needs[0].backups[0].capacity = drawn_upto(sketch, 20);
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::drawn_reservoir, {"needs/0"});
    CHECK(file.root.at("needs").at("reservoir_ticks") == json{10});
  }
  SUBCASE("a drawn tank beside a contract has its median") {
    auto sketch = source_and_pump({test::generator(0, cascade::never, 50)});
    sketch.needs[0].backups[0].capacity = drawn_upto(sketch, 20);
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::drawn_tank, {"needs/0"});
    CHECK(file.root.at("needs").at("tank_ticks") == json{10});
  }
  SUBCASE("most reservoirs set the recharge") {
    auto sketch = source_and_pump({test::reservoir(5, 4)});
    sketch.need(1, 1, {0}, {test::reservoir(6, 2)});
    sketch.need(1, 1, {0}, {test::reservoir(7, 4)});
    const auto file = written(sketch.build());
    check_replaced(file, Unfit::recharge, {"needs/1"});
    CHECK(file.root.at("recharge_divisor") == 4);
  }
}

TEST_CASE("writer: what never carries does not count as a back-up") {
  const auto file = written(source_and_pump({test::reservoir(0, 9), test::manual(0), test::reservoir(5, 2)}).build());
  CHECK(file.replaced.empty());
  CHECK(file.root.at("recharge_divisor") == 2);
  CHECK(played(file.model.program, 1) == std::vector<Interval>{{5, 35}});
}

TEST_CASE("writer: a drawn reservoir that is empty in the middle does not set the recharge") {
  auto sketch = source_and_pump({test::reservoir(0, 2)});
  sketch.needs[0].backups[0].capacity.table = sketch.table([](double p) { return p > 0.9 ? 5 : 0; });
  sketch.need(1, 1, {0}, {test::reservoir(6, 4)});
  const auto file = written(sketch.build());
  check_replaced(file, Unfit::drawn_reservoir, {"needs/0"});
  CHECK(file.root.at("recharge_divisor") == 4);
}

TEST_CASE("writer: equal tables are written once") {
  auto sketch = source_and_pump();
  sketch.component(3);
  CHECK(written(sketch.build()).root.at("tables").size() == 3);  // restart 3, restart 2, hit 30
}

TEST_CASE("writer: a seed of 64 bits comes back") {
  auto sketch = source_and_pump();
  sketch.seed = UINT64_MAX;
  CHECK(written(sketch.build()).model.program.seed == UINT64_MAX);
}

TEST_CASE("writer: a demand zone is a daily need of everyone in a zone") {
  test::RegionSketch sketch;
  sketch.asset("grid").asset("booster").need("booster", {"grid"});
  sketch.zone("low", 100).zone("tower", 50, {{"high_rise", 30}});
  sketch.daily("tower", "water@high_rise", {"booster"})
      .daily("tower", "water", {"grid"})
      .daily("low", "water", {"grid"})
      .daily("low", "alarm", {"grid"});
  sketch.process("calls", 1, 2).level("calls", "minimum", {"grid"}).level("calls", "full", {"grid", "booster"}, "all");
  const test::PlayedRegion town(sketch.outage("grid", 10));
  const auto labels = cascade::exchange_labels(town.region(), town.compiled());
  const auto check = [&](const char* name, const char* kind, const char* service, std::int64_t population) {
    CAPTURE(name);
    const auto c = town.component(name);
    CHECK(labels.kinds[c] == kind);
    CHECK(labels.population[c] == population);
    const auto number = labels.service[c];
    CHECK((number < 0 ? "" : labels.service_names[static_cast<std::size_t>(number)]) == std::string(service));
  };
  CHECK(labels.service_names.size() == 2);
  check("zones/low/water", "zone/water", "water", 100);
  check("zones/low/alarm", "zone/alarm", "alarm", 100);
  check("zones/tower/water", "zone/water", "water", 50);
  check("zones/tower/water@high_rise", "zone/water@high_rise", "", 0);
  check("processes/calls/minimum", "process/minimum", "", 0);
  check("processes/calls/full", "process/full", "", 0);
  CHECK(labels.population[town.component("grid")] == 0);
  CHECK(labels.need_names.size() == town.program().need_count());
}
