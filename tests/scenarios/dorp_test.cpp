#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cascade/compile.hpp"
#include "cascade/engine.hpp"
#include "formats/csv.hpp"
#include "importers/package/package.hpp"
#include "people/population.hpp"
#include "region/builder.hpp"
#include "support/minute_stepper.hpp"
#include "support/temporary_folder.hpp"

// The village of docs/model.md, section 7. What is expected was worked out with a pencil and stands in
// dorp_expected.csv.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Interval;
using Timeline = std::map<std::string, std::vector<Interval>>;

std::filesystem::path source_folder() {
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  return folder == nullptr ? "." : folder;
}
std::filesystem::path dorp_folder() { return source_folder() / "regions" / "dorp"; }

region::Tables dorp_tables() {
  Diagnostics notes;
  auto tables = importers::read_package(dorp_folder(), notes);
  REQUIRE(tables.has_value());
  REQUIRE(notes.problems().empty());
  return *std::move(tables);
}

region::Region built(const region::Tables& tables) {
  Diagnostics notes;
  auto region = region::build_region(tables, notes);
  REQUIRE(region.has_value());
  CHECK(notes.problems().empty());
  return *std::move(region);
}

cascade::CompiledRegion compiled(const region::Region& region, const std::string& hazard, std::uint64_t seed = 1) {
  const auto id = region.find_hazard(hazard);
  REQUIRE(id.has_value());
  auto out = cascade::compile(region, {.hazard = *id, .seed = seed});
  REQUIRE(out.has_value());
  return *std::move(out);
}

Timeline timeline(const cascade::CompiledRegion& world, std::uint32_t replica) {
  cascade::Engine engine(world.program);
  engine.run(replica);
  Timeline out;
  for (Component c = 0; c < world.program.component_count(); ++c)
    if (engine.ever_down(c)) out[world.names[c]] = engine.intervals(c);
  return out;
}

/// The rows of dorp_expected.csv for one hazard; a component without rows never goes down.
Timeline expected(const std::string& hazard) {
  const auto table = formats::read_csv(source_folder() / "tests" / "scenarios" / "dorp_expected.csv", "expected");
  REQUIRE(table.has_value());
  Timeline out;
  for (const auto& row : table->rows)
    if (row[0] == hazard) out[row[1]].push_back({std::stoi(row[2]), std::stoi(row[3])});
  REQUIRE(!out.empty());
  return out;
}

void check_same(const Timeline& found, const Timeline& wanted) {
  for (const auto& [name, intervals] : wanted) {
    CAPTURE(name);
    REQUIRE(found.contains(name));
    const auto& got = found.at(name);
    REQUIRE(got.size() == intervals.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      CHECK(got[i].start == intervals[i].start);
      CHECK(got[i].end == intervals[i].end);
    }
  }
  for (const auto& [name, intervals] : found) {
    CAPTURE(name);
    CHECK(wanted.contains(name));
  }
}

/// Unmet person-minutes by daily need: everyone.
std::map<std::string, std::int64_t> unmet(const region::Region& region, const cascade::CompiledRegion& world) {
  std::vector<people::Leaf> leaves;
  for (const auto& component : world.map.zone_components)
    leaves.push_back({component.zone, component.need, component.group});
  const auto population = people::Population::build(region, leaves, {}, world.program.horizon);
  REQUIRE(population.has_value());
  cascade::Engine engine(world.program);
  engine.run(0);
  std::map<std::string, std::int64_t> parts_per_million;
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
    Minutes unserved = 0;
    engine.each_interval(world.map.zone_components[leaf].component, [&](Interval interval) {
      const Minutes after = unserved + interval.end - interval.start;
      for (const auto& heads : population->heads(leaf)) {
        if (heads.row != 0) continue;
        const auto& reserve = population->reserve(heads.reserve);
        parts_per_million[region.services[leaves[leaf].need.index()].id] +=
            heads.heads * (reserve.unmet_before(after) - reserve.unmet_before(unserved));
      }
      unserved = after;
    });
  }
  std::map<std::string, std::int64_t> out;
  for (const auto& [need, value] : parts_per_million) {
    CHECK(value % people::ppm == 0);  // the shares of Dorp are quarters
    if (value != 0) out[need] = value / people::ppm;
  }
  return out;
}

/// Dorp with another typical value of one fixed parameter.
region::Region dorp_with(const std::string& parameter, const std::string& value, const std::string& unit) {
  auto tables = dorp_tables();
  auto& table = tables.tables.at("parameters");
  const auto row =
      std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& cells) { return cells[0] == parameter; });
  REQUIRE(row != table.rows.end());
  for (const char* column : {"low", "typical", "high"}) (*row)[*table.column(column)] = value;
  (*row)[*table.column("unit")] = unit;
  return built(tables);
}

}  // namespace

TEST_CASE("dorp: 72 hours without electricity go as worked out by hand, to the minute") {
  const auto region = built(dorp_tables());
  check_same(timeline(compiled(region, "power-72h"), 0), expected("power-72h"));
}

TEST_CASE("dorp: two short outages go as worked out by hand, partly recharged batteries and all") {
  const auto region = built(dorp_tables());
  check_same(timeline(compiled(region, "two-hits"), 0), expected("two-hits"));
}

TEST_CASE("dorp: with every parameter fixed all replicas and all seeds are the same") {
  const auto region = built(dorp_tables());
  check_same(timeline(compiled(region, "power-72h", 99), 4'000'000'000U), expected("power-72h"));
}

TEST_CASE("dorp: the plain stepper agrees for every component and both hazards") {
  const auto region = built(dorp_tables());
  for (const char* const hazard : {"power-72h", "two-hits"}) {
    CAPTURE(hazard);
    const auto world = compiled(region, hazard);
    cascade::Engine engine(world.program);
    engine.run(0);
    const auto stepped = test::step_by_minute(world.program, 0);
    for (Component c = 0; c < world.program.component_count(); ++c) {
      CAPTURE(world.names[c]);
      CHECK(engine.intervals(c) == stepped[c]);
    }
  }
}

TEST_CASE("dorp: unmet person-minutes are those worked out by hand") {
  const auto region = built(dorp_tables());
  CHECK(unmet(region, compiled(region, "power-72h")) == std::map<std::string, std::int64_t>{{"water", 1'090'830},
                                                                                            {"food", 3'225'600},
                                                                                            {"light", 8'256'600},
                                                                                            {"warmth", 6'690'000},
                                                                                            {"information", 5'745'600},
                                                                                            {"alarm", 5'934'600},
                                                                                            {"medicines", 3'351'600},
                                                                                            {"medical_power", 29'112},
                                                                                            {"payments", 6'285'600}});
  CHECK(unmet(region, compiled(region, "two-hits")) ==
        std::map<std::string, std::int64_t>{{"light", 151'200}, {"medical_power", 2'184}, {"water", 34'920}});
}

TEST_CASE("dorp: with a crew for 3765 minutes the village returns, with one minute less it never does") {
  const auto enough = compiled(dorp_with("ms.crew", "3765", "min"), "power-72h");
  check_same(timeline(enough, 0), expected("power-72h"));

  const auto short_crew = compiled(dorp_with("ms.crew", "3764", "min"), "power-72h");
  cascade::Engine engine(short_crew.program);
  engine.run(0);
  const auto found = timeline(short_crew, 0);
  CHECK(found.at("assets/ms") == std::vector<Interval>{{0, 4355}, {4484, 10080}});
  CHECK(found.at("assets/v-buiten") == std::vector<Interval>{{0, 4475}, {4484, 10080}});
  CHECK(found.at("assets/mast") == std::vector<Interval>{{120, 4485}, {4487, 10080}});
  std::vector<std::string> waiting;
  for (const Component c : engine.deadlocked()) waiting.push_back(short_crew.names[c]);
  for (const char* const member : {"assets/ms", "assets/v-buiten", "assets/mast"})
    CHECK(std::count(waiting.begin(), waiting.end(), member) == 1);
  CHECK(std::count(waiting.begin(), waiting.end(), "assets/hs") == 0);

  engine = cascade::Engine(enough.program);
  engine.run(0);
  CHECK(engine.deadlocked().empty());
}

TEST_CASE("dorp: reading and writing the package gives the same bytes") {
  const test::TemporaryFolder folder;
  REQUIRE(importers::write_package(dorp_tables(), folder / "dorp").has_value());
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(dorp_folder())) {
    CAPTURE(entry.path().filename().string());
    CHECK(test::bytes_of((folder / "dorp") / entry.path().filename().string()) == test::bytes_of(entry.path()));
    ++files;
  }
  CHECK(files == 27);  // datapackage.json, outlines.geojson and the tables
}
