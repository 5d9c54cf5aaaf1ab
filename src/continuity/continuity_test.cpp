#include "continuity/continuity.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using namespace veer::continuity;
using region::AssetId;
using region::ProcessId;
using region::ProcessRun;
using test::Figure;
using test::RegionSketch;

/// A run with one interruption of that many minutes.
ProcessRun down_for(Minutes minutes) {
  return {.first_failure = 10, .recovered = 10 + minutes, .longest = minutes, .down = minutes, .interruptions = 1};
}

/// Power and telecom that need each other, a crisis room on both, calls on telecom; crisis rests on its room and on
/// calls.
RegionSketch town() {
  RegionSketch sketch;
  sketch.service("electricity")
      .asset("grid")
      .asset("substation")
      .service("telecom")
      .asset("mast")
      .asset("aside")
      .service("rooms")
      .asset("room");
  sketch.set("assets", "room", "organisation", "town");
  sketch.need("substation", {"grid"})
      .need("substation", {"mast"})
      .need("mast", {"substation"})
      .need("room", {"substation"})
      .need("room", {"mast"});
  sketch.process("calls", 1, 2).level("calls", "minimum", {"mast"}).level("calls", "full", {"aside"});
  sketch.process("crisis", 4, 24).level("crisis", "minimum", {"room"}).level("crisis", "minimum", {"processes/calls"});
  return sketch.outage("grid", 10);
}

std::vector<std::string> names(const region::Region& region, const std::vector<AssetId>& assets) {
  std::vector<std::string> out;
  for (const AssetId asset : assets) out.push_back(region.assets[asset.index()].id);
  return out;
}

const Check* find(const std::vector<Check>& checks, Rule rule) {
  const auto found =
      std::find_if(checks.begin(), checks.end(), [rule](const Check& check) { return check.rule == rule; });
  return found == checks.end() ? nullptr : &*found;
}

/// The autonomy check of a process on a room of its own with one power need and these back-ups, against 72 hours.
template <class Draw>
std::optional<Check> autonomy_with(Draw&& draw) {
  RegionSketch sketch;
  sketch.service("electricity")
      .asset("grid")
      .service("rooms")
      .asset("room")
      .set("assets", "room", "organisation", "town")
      .need("room", {"grid"});
  draw(sketch);
  sketch.process("crisis", 4, 24).level("crisis", "minimum", {"room"}).outage("grid", 10);
  const auto region = sketch.build();
  const auto checks = continuity::checks(region, ProcessId{0}, 72);
  const Check* const found = find(checks, Rule::autonomy);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace

TEST_CASE("objectives: an interruption of exactly the objective keeps it, one minute more does not") {
  region::Process process;
  process.rto_h = 0.5;
  process.mtpd_h = 2;
  const auto counts = objectives(process, {down_for(30), down_for(31), down_for(120), down_for(121), {}});
  CHECK(counts.replicas == 5);
  CHECK(counts.rto_missed == 3);
  CHECK(counts.mtpd_exceeded == 1);
  CHECK(counts.never_failed == 1);
}

TEST_CASE("objectives: many short interruptions are not one long one") {
  region::Process process;
  process.rto_h = 1;
  process.mtpd_h = 2;
  const auto counts =
      objectives(process, {{.first_failure = 0, .recovered = 1000, .longest = 60, .down = 900, .interruptions = 15}});
  CHECK(counts.rto_missed == 0);
  CHECK(counts.mtpd_exceeded == 0);
  CHECK(counts.never_failed == 0);
  CHECK(objectives(process, {}).replicas == 0);
}

TEST_CASE("cone: it runs through circles and other processes, and leaves out the full level and itself") {
  const auto region = town().build();
  const auto all = cones(region);
  REQUIRE(all.size() == 2);
  CHECK(names(region, all[0].assets) == std::vector<std::string>{"grid", "substation", "mast"});
  CHECK(all[0].processes.empty());
  CHECK(names(region, all[1].assets) == std::vector<std::string>{"grid", "substation", "mast", "room"});
  CHECK(all[1].processes == std::vector<ProcessId>{ProcessId{0}});
  // Needs of crisis: two of its own, one of calls, two each of substation and room, one of the mast.
  CHECK(all[1].needs.size() == 8);
  CHECK(std::is_sorted(all[1].needs.begin(), all[1].needs.end()));
}

TEST_CASE("cone: processes that rest on each other are in each other's, not in their own") {
  RegionSketch sketch;
  sketch.asset("grid").process("one", 1, 2).process("two", 1, 2);
  sketch.level("one", "minimum", {"processes/two"})
      .level("two", "minimum", {"processes/one"})
      .level("two", "minimum", {"grid"});
  const auto region = sketch.outage("grid", 1).build();
  const auto all = cones(region);
  CHECK(all[0].processes == std::vector<ProcessId>{ProcessId{1}});
  CHECK(all[1].processes == std::vector<ProcessId>{ProcessId{0}});
  CHECK(names(region, all[0].assets) == std::vector<std::string>{"grid"});
}

TEST_CASE("static verdict: the largest stated recovery below a process against its objective") {
  RegionSketch sketch = town();
  const auto verdict_of = [](const RegionSketch& drawn, std::size_t process) {
    const auto region = drawn.build();
    return static_verdict(region, cones(region)[process], ProcessId{process});
  };
  const auto unstated = verdict_of(sketch, 1);
  CHECK_FALSE(unstated.expected_h.has_value());
  CHECK_FALSE(unstated.slowest.has_value());
  CHECK(unstated.holds());

  sketch.set("assets", "substation", "recovery_h", "4")
      .set("assets", "room", "recovery_h", "3")
      .set("assets", "aside", "recovery_h", "100");
  const auto exactly = verdict_of(sketch, 1);
  CHECK(exactly.required_h == 4);
  CHECK(exactly.expected_h == 4);
  CHECK(exactly.slowest == AssetId{1});
  CHECK(exactly.holds());

  sketch.set("assets", "mast", "recovery_h", "4.1");
  CHECK_FALSE(verdict_of(sketch, 1).holds());
  CHECK(verdict_of(sketch, 1).slowest == AssetId{2});
  CHECK(verdict_of(sketch, 0).expected_h == 4.1);  // without the room
}

TEST_CASE("required recovery: the least objective of the processes above an asset") {
  const auto region = town().build();
  const auto required = required_recovery(region, cones(region));
  REQUIRE(required.size() == 5);
  CHECK(required[0] == 1);  // grid: calls, 1 h, and crisis, 4 h
  CHECK(required[1] == 1);
  CHECK(required[2] == 1);
  CHECK_FALSE(required[3].has_value());  // only under the full level
  CHECK(required[4] == 4);               // the room: crisis alone
}

TEST_CASE("rules: the recovery objective must be shorter than what is tolerable") {
  const auto rule = [](double rto, double mtpd) {
    RegionSketch sketch;
    sketch.asset("grid").process("calls", 1, 2).level("calls", "minimum", {"grid"});
    auto region = sketch.outage("grid", 1).build();
    region.processes[0].rto_h = rto;
    region.processes[0].mtpd_h = mtpd;
    const auto all = checks(region, ProcessId{0}, 72);
    REQUIRE(all.size() == 1);
    CHECK(all[0].rule == Rule::rto_below_mtpd);
    CHECK(all[0].found_h == rto);
    CHECK(all[0].limit_h == mtpd);
    return all[0].holds;
  };
  CHECK(rule(1, 2));
  CHECK_FALSE(rule(2, 2));
  CHECK_FALSE(rule(3, 2));
}

TEST_CASE("rules: what a process rests on must be back as fast") {
  const auto rule = [](double dependency_rto) {
    RegionSketch sketch = town();
    auto region = sketch.build();
    region.processes[0].rto_h = dependency_rto;
    const auto all = checks(region, ProcessId{1}, 72);
    const Check* const found = find(all, Rule::dependency_rto);
    REQUIRE(found != nullptr);
    CHECK(found->found_h == dependency_rto);
    CHECK(found->limit_h == 4);
    CHECK(found->dependency == ProcessId{0});
    return found->holds;
  };
  CHECK(rule(1));
  CHECK(rule(4));
  CHECK_FALSE(rule(4.5));
  const auto region = town().build();
  CHECK(find(checks(region, ProcessId{0}, 72), Rule::dependency_rto) == nullptr);
}

TEST_CASE("rules: own emergency power lasts as long as the scenario, or somebody promises to refuel") {
  const auto bare = autonomy_with([](RegionSketch&) {});
  REQUIRE(bare.has_value());
  CHECK(bare->found_h == 0);
  CHECK(bare->limit_h == 72);
  CHECK_FALSE(bare->holds);

  const auto exactly = autonomy_with([](RegionSketch& sketch) { sketch.reservoir(2).generator({.tank = 70}); });
  CHECK(exactly->found_h == 72);
  CHECK(exactly->holds);
  CHECK_FALSE(exactly->resupply);
  CHECK_FALSE(autonomy_with([](RegionSketch& sketch) { sketch.reservoir(2).generator({.tank = 69.5}); })->holds);

  const auto promised =
      autonomy_with([](RegionSketch& sketch) { sketch.reservoir(2).generator({.tank = 10, .refuel_from = 8}); });
  CHECK(promised->found_h == 12);
  CHECK(promised->resupply);
  CHECK(promised->holds);
}

TEST_CASE("rules: autonomy counts typical capacities, also those in minutes") {
  const auto typical = autonomy_with([](RegionSketch& sketch) {
    Figure minutes(90);
    minutes.unit = "min";
    sketch.reservoir(minutes).generator({.tank = Figure::triangular(10, 20, 40)});
  });
  CHECK(typical->found_h == doctest::Approx(21.5));
}

TEST_CASE("rules: autonomy is asked of one's own things only, and of power only") {
  RegionSketch sketch = town();
  CHECK(find(checks(sketch.build(), ProcessId{1}, 72), Rule::autonomy) != nullptr);  // the room is the town's
  CHECK(find(checks(sketch.build(), ProcessId{0}, 72), Rule::autonomy) == nullptr);  // the mast is the provider's
  std::size_t count = 0;
  for (const Check& check : checks(sketch.build(), ProcessId{1}, 72)) count += check.rule == Rule::autonomy ? 1U : 0U;
  CHECK(count == 1);  // not of its need of telecom
  // A room that carries two needs of one process is asked once.
  sketch.level("crisis", "minimum", {"room"});
  count = 0;
  for (const Check& check : checks(sketch.build(), ProcessId{1}, 72)) count += check.rule == Rule::autonomy ? 1U : 0U;
  CHECK(count == 1);
}

TEST_CASE("assumption share: of the process, its assets, needs and back-ups") {
  RegionSketch sketch;
  sketch.asset("grid").asset("room").need("room", {"grid"}).reservoir(2);
  sketch.process("crisis", 4, 24).level("crisis", "minimum", {"room"}).outage("grid", 10);
  const auto part = [](const RegionSketch& drawn) {
    const auto region = drawn.build();
    return assumption_share(region, cones(region)[0], ProcessId{0});
  };
  CHECK(part(sketch) == 1);
  // Rows: process, grid, room, two needs, one back-up.
  sketch.set("assets", "grid", "confidence", "register").set("backups", "room.1.b1", "confidence", "measured");
  CHECK(part(sketch) == doctest::Approx(4.0 / 6));
  for (const char* const need : {"room.1", "crisis.1"}) sketch.set("needs", need, "confidence", "published");
  sketch.set("assets", "room", "confidence", "estimate").set("processes", "crisis", "confidence", "estimate");
  CHECK(part(sketch) == 0);
}
