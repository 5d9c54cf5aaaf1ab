#include "cascade/compile.hpp"

#include <doctest/doctest.h>

#include "support/played_region.hpp"

namespace {

using namespace veer;
using cascade::Component;
using test::Figure;
using test::PlayedRegion;
using test::RegionSketch;

/// Two assets, two zones of which one has a high-rise, and two processes of which the second rests on the first.
RegionSketch town() {
  RegionSketch sketch;
  sketch.asset("grid").asset("booster").need("booster", {"grid"});
  sketch.zone("low", 100).zone("tower", 50, {{"high_rise", 30}});
  sketch.daily("tower", "water@high_rise", {"booster"})
      .daily("tower", "water", {"grid"})
      .daily("low", "water", {"grid"})
      .daily("low", "alarm", {"grid"})
      .daily("low", "alarm", {"booster"});
  sketch.process("calls", 1, 2).level("calls", "minimum", {"grid"}).level("calls", "full", {"grid", "booster"}, "all");
  sketch.process("crisis", 4, 24).level("crisis", "minimum", {"processes/calls"});
  return sketch.outage("grid", 10);
}

Error refusal(const region::Region& region) {
  auto compiled = cascade::compile(region, {.hazard = region::HazardId{0}});
  REQUIRE_FALSE(compiled.has_value());
  return compiled.error();
}

/// The assets that the one shock of a sketch hits, by name.
std::vector<std::string> hit_by(const std::string& selector) {
  RegionSketch sketch;
  sketch.asset("grid").asset("spare").service("drinking_water").asset("pump");
  sketch.set("assets", "pump", "organisation", "town")
      .set("assets", "spare", "municipality", "")
      .set("assets", "spare", "kind", "grid");
  const PlayedRegion played(sketch.hazard("storm").shock(selector, 1, 2));
  std::vector<std::string> names;
  for (const auto& hit : played.program().hits) names.push_back(played.compiled().names[hit.component]);
  return names;
}

}  // namespace

TEST_CASE("compile: assets come first, then the needs of zones, then the levels of processes, each with its name") {
  const PlayedRegion played(town());
  const std::vector<std::string> names{"assets/grid",
                                       "assets/booster",
                                       "zones/low/alarm",
                                       "zones/low/water",
                                       "zones/tower/water",
                                       "zones/tower/water@high_rise",
                                       "processes/calls/minimum",
                                       "processes/calls/full",
                                       "processes/crisis/minimum"};
  CHECK(played.compiled().names == names);
  CHECK(played.compiled().map.asset_count == 2);
  for (Component c = 0; c < names.size(); ++c) {
    CHECK(played.program().component_id[c] == stable_id(names[c]));
    CHECK(played.compiled().map.is_asset(c) == (c < 2));
  }
}

TEST_CASE("compile: a daily need of a group is a component of its own") {
  const PlayedRegion played(town());
  const auto& leaves = played.compiled().map.zone_components;
  REQUIRE(leaves.size() == 4);
  CHECK(leaves[3].group == region::Group::high_rise);
  CHECK(leaves[3].zone == region::ZoneId{1});
  CHECK(leaves[3].need == played.region().find_service("water"));
  CHECK(leaves[3].component == played.component("zones/tower/water@high_rise"));
  CHECK_FALSE(leaves[2].group.has_value());
  // Behind the booster the water is gone as long as the booster, one minute longer than for the rest.
  CHECK(played.down("zones/tower/water") == std::vector<cascade::Interval>{{0, 602}});
  CHECK(played.down("zones/tower/water@high_rise") == std::vector<cascade::Interval>{{0, 603}});
}

TEST_CASE("compile: all needs of one component of a zone belong together") {
  const PlayedRegion played(town());
  const auto& program = played.program();
  const Component alarm = played.component("zones/low/alarm");
  CHECK(program.need_begin[alarm + 1] - program.need_begin[alarm] == 2);
  for (std::uint32_t need = 0; need < program.need_count(); ++need)
    CHECK(played.region().needs[played.compiled().need_of[need].index()].k == program.need_k[need]);
}

TEST_CASE(
    "compile: a process has a minimum level and a full one where it is drawn, and supplies others by its minimum") {
  const PlayedRegion played(town());
  const auto& processes = played.compiled().map.processes;
  REQUIRE(processes.size() == 2);
  CHECK(processes[0].minimum == played.component("processes/calls/minimum"));
  CHECK(processes[0].full == played.component("processes/calls/full"));
  CHECK_FALSE(processes[1].full.has_value());
  const std::uint32_t need = played.program().need_begin[processes[1].minimum];
  REQUIRE(played.program().suppliers_of(need).size() == 1);
  CHECK(played.program().suppliers_of(need)[0] == processes[0].minimum);
  CHECK(played.down("processes/crisis/minimum") == std::vector<cascade::Interval>{{0, 603}});
}

TEST_CASE("compile: a shock hits the assets that meet all its conditions") {
  using Names = std::vector<std::string>;
  CHECK(hit_by("") == Names{"assets/grid", "assets/spare", "assets/pump"});
  CHECK(hit_by("id=grid|pump") == Names{"assets/grid", "assets/pump"});
  CHECK(hit_by("kind=grid") == Names{"assets/grid", "assets/spare"});
  CHECK(hit_by("kind=grid; municipality=town") == Names{"assets/grid"});
  CHECK(hit_by("service=drinking_water") == Names{"assets/pump"});
  CHECK(hit_by("organisation=provider") == Names{"assets/grid", "assets/spare"});
}

TEST_CASE("compile: a shock within a polygon hits what stands in it, and nothing without a place") {
  RegionSketch sketch;
  sketch.asset("in").asset("out").asset("nowhere").hazard("flood").shock("", 0, 5);
  sketch.set("assets", "in", "lon", "4.3")
      .set("assets", "in", "lat", "52.05")
      .set("assets", "out", "lon", "4.5")
      .set("assets", "out", "lat", "52.05");
  region::Region region = sketch.build();
  region.shocks[0].target.polygon = {{{{4.2, 52.0}, {4.4, 52.0}, {4.4, 52.1}, {4.2, 52.1}, {4.2, 52.0}}}};
  const auto compiled = cascade::compile(region, {.hazard = region::HazardId{0}});
  REQUIRE(compiled.has_value());
  REQUIRE(compiled->program.hits.size() == 1);
  CHECK(compiled->names[compiled->program.hits[0].component] == "assets/in");
}

TEST_CASE("compile: a hit is addressed by its shock and its target, with its share and hours in minutes") {
  RegionSketch sketch;
  const PlayedRegion played(sketch.asset("grid").hazard("storm").shock("id=grid", 1.5, 10, {.share = 0.25}));
  const auto& hit = played.program().hits.at(0);
  CHECK(hit.id == stable_id("shocks/storm.s1/assets/grid"));
  CHECK(hit.taken_below == (1ULL << 30U));
  CHECK(hit.start == 90);
  CHECK(hit.length == 600);
}

TEST_CASE("compile: only the shocks of the hazard that is asked for count") {
  RegionSketch sketch;
  sketch.asset("grid").outage("grid", 5).hazard("other", 24).shock("id=grid", 2, 3);
  const auto region = sketch.build();
  const auto compiled = cascade::compile(region, {.hazard = region::HazardId{1}, .seed = 9});
  REQUIRE(compiled.has_value());
  REQUIRE(compiled->program.hits.size() == 1);
  CHECK(compiled->program.hits[0].start == 120);
  CHECK(compiled->program.horizon == 1440);
  CHECK(compiled->program.seed == 9);
}

TEST_CASE("compile: a shock of the full model is refused by name and kind") {
  for (const char* const kind : {"demand", "derate", "damage", "access"}) {
    CAPTURE(kind);
    RegionSketch sketch;
    sketch.asset("grid").set("assets", "grid", "kind", "roster");
    sketch.row("resources", {{"id", "people"}, {"kind", "duty_staff"}, {"amount", "9"}, {"base", "grid"}});
    sketch.row("resources", {{"id", "crew"}, {"kind", "repair_crew"}, {"amount", "1"}});
    sketch.hazard("storm").shock("id=grid", 0, 5, {.kind = kind, .magnitude = 0.5});
    const Error error = refusal(sketch.build());
    CHECK(error.kind == ErrorKind::unsupported);
    CHECK(error.message == Message{"cascade.shock.full_model", {"storm.s1", kind}});
  }
}

TEST_CASE("compile: a process without a minimum level is refused") {
  RegionSketch sketch;
  region::Region region =
      sketch.asset("grid").process("calls", 1, 2).level("calls", "minimum", {"grid"}).outage("grid", 1).build();
  region.needs[0].owner.component = "full";
  CHECK(refusal(region).message == Message{"cascade.process.no_minimum", {"calls"}});
}

TEST_CASE("compile: a parameter that is no time is refused where a time is needed") {
  RegionSketch sketch;
  region::Region region = sketch.asset("grid", 2).outage("grid", 1).build();
  region.parameters[region.assets[0].restart.index()].unit = region::Unit::other;
  CHECK(refusal(region).kind == ErrorKind::invalid_input);
}

TEST_CASE("compile: who uses one parameter shares its table and its group; groups are shared by name") {
  RegionSketch sketch;
  sketch.parameter("battery", Figure::uniform(2, 6))
      .parameter("lead", Figure::uniform(1, 3).grouped("cells", 0.5))
      .parameter("lithium", Figure::uniform(4, 8).grouped("cells", 0.25));
  sketch.asset("grid");
  for (const char* const name : {"a", "b"}) sketch.asset(name).need(name, {"grid"}).reservoir(Figure::named("battery"));
  sketch.asset("c")
      .need("c", {"grid"})
      .reservoir(Figure::named("lead"))
      .reservoir(Figure::named("lithium"))
      .reservoir(3);
  const PlayedRegion played(sketch.outage("grid", 10));
  const auto& program = played.program();
  const auto& backups = program.backups;
  REQUIRE(backups.size() == 5);
  CHECK(program.tables.size() == 3);
  CHECK(backups[0].capacity.table == backups[1].capacity.table);
  CHECK(backups[2].capacity.table != backups[3].capacity.table);
  CHECK(backups[2].capacity.group == backups[3].capacity.group);
  CHECK(backups[2].capacity.follow_below == 1ULL << 31U);
  CHECK(backups[3].capacity.follow_below == 1ULL << 30U);
  CHECK(backups[4].capacity.table == -1);
  CHECK(backups[4].capacity.constant == 180);
  CHECK(played.compiled().group_names == std::vector<std::string>{"battery", "cells"});
  CHECK(program.groups == std::vector<StableId>{stable_id("groups/battery"), stable_id("groups/cells")});
}

TEST_CASE("compile: what is not given is the rule's default") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(1).generator({.tank = 5}).manual(3);
  const PlayedRegion played(sketch.outage("grid", 10));
  const auto& backups = played.program().backups;
  REQUIRE(backups.size() == 3);
  CHECK(backups[0].recharge == 4);
  CHECK(backups[1].kind == cascade::BackupKind::generator);
  CHECK(backups[1].start_fail_below == 0);
  CHECK(backups[1].run.constant == cascade::never);
  CHECK(backups[1].from.constant == cascade::never);
  CHECK(backups[2].from.constant == 0);
  CHECK(backups[2].id == stable_id("backups/pump.1.b3"));
  CHECK(played.program().restart[0].constant == 1);  // 0 h is one minute
}

TEST_CASE("compile: an uncertain chance counts by its mean") {
  RegionSketch sketch;
  Figure chance = Figure::uniform(0.1, 0.3);
  chance.unit = "probability";
  sketch.asset("grid")
      .asset("pump")
      .need("pump", {"grid"})
      .reservoir(1)
      .generator({.tank = 5, .start_failure = chance});
  const PlayedRegion played(sketch.outage("grid", 10));
  CHECK(static_cast<double>(played.program().backups[1].start_fail_below) / 4294967296.0 == doctest::Approx(0.2));
}

TEST_CASE("compile: own failures become breakdowns of their asset") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").breaks_down(10, 2).outage("grid", 1, 24);
  const PlayedRegion played(sketch);
  REQUIRE(played.program().breakdowns.size() == 1);
  CHECK(played.program().breakdowns[0].id == stable_id("assets/pump"));
  CHECK(played.down("pump") == std::vector<cascade::Interval>{{600, 721}, {1320, 1440}});
}
