#include "region/builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "region/cell_checks.hpp"
#include "region/messages.hpp"
#include "support/region_verdict.hpp"

using namespace veer;
using namespace veer::region;
using namespace veer::test;

TEST_CASE("build_region: a village without oddities gives no note and every entity") {
  Diagnostics notes;
  const auto region = village().try_build(notes);
  REQUIRE(region.has_value());
  CHECK(notes.problems().empty());
  CHECK(region->id == "sketch");
  CHECK(region->assets.size() == 2);
  CHECK(region->needs.size() == 6);
  CHECK(region->backups.size() == 2);
  CHECK(region->zones.size() == 2);
  CHECK(region->cells.size() == 2);

  const Asset& pump = region->assets[region->find_asset("pump")->index()];
  CHECK(region->parameters[pump.restart.index()].id == "pump.restart");
  CHECK(region->parameters[pump.restart.index()].unit == Unit::hours);
  CHECK(region->services[pump.service.index()].id == "drinking_water");
  CHECK(region->parameters[region->assets[0].restart.index()].id == "default.restart");
  CHECK(pump.provenance.source == "sketch");
  CHECK(pump.provenance.confidence == Confidence::assumption);

  const Need& power = region->needs[0];
  CHECK(power.owner.kind == OwnerKind::asset);
  CHECK(power.owner.index == region->find_asset("pump")->index());
  CHECK(power.k == 1);
  REQUIRE(power.backups.size() == 2);
  const Backup& battery = region->backups[power.backups[0].index()];
  CHECK(battery.kind == BackupKind::reservoir);
  CHECK(battery.recharge == 4);
  const Backup& generator = region->backups[power.backups[1].index()];
  CHECK(generator.kind == BackupKind::generator);
  CHECK(region->parameters[generator.run.index()].distribution == Distribution::exponential);
  CHECK_FALSE(generator.start_failure.valid());

  const Need& upper_floors = region->needs[2];
  CHECK(upper_floors.owner.kind == OwnerKind::zone);
  CHECK(upper_floors.owner.component == "water@high_rise");
  CHECK(upper_floors.k == 2);
  CHECK(region->needs[5].owner.component == "full");
  CHECK(region->needs[5].k == 2);

  CHECK(region->areas[0].residents == 200);
  CHECK(region->zones[0].groups[static_cast<std::size_t>(Group::high_rise)] == 20);
  CHECK(region->shocks[0].target.ids == std::vector<std::string>{"grid"});
  CHECK(region->shocks[0].duration_h == 72);
  CHECK(region->hazards[region->find_hazard("outage")->index()].season == "winter");
}

TEST_CASE("region finders: by id, nothing for an unknown one, with and without the index") {
  Region region = village().build();
  for (int pass = 0; pass < 2; ++pass) {
    CHECK(region.find_asset("grid") == AssetId(0));
    CHECK(region.find_asset("pump") == AssetId(1));
    CHECK_FALSE(region.find_asset("pomp").has_value());
    CHECK(region.parameters[region.find_parameter("outdoor.winter").index()].typical == 2);
    CHECK_FALSE(region.find_parameter("outdoor.summer").valid());
    CHECK(region.find_process("crisis") == ProcessId(0));
    CHECK_FALSE(region.find_process("").has_value());
    CHECK(region.find_service("power") == ServiceId(0));
    CHECK(region.find_hazard("outage") == HazardId(0));
    region.index = {};
  }
}

TEST_CASE("build_region: back-ups stand in their order, not in that of the rows") {
  RegionSketch sketch = village();
  sketch.set("backups", "pump.1.b1", "order", "40")
      .set("backups", "pump.1.b2", "kind", "reservoir")
      .set("backups", "pump.1.b2", "run", "")
      .set("backups", "pump.1.b2", "order", "7");
  const Region region = sketch.build();
  CHECK(region.needs[0].backups == std::vector<BackupId>{BackupId(1), BackupId(0)});
}

TEST_CASE("build_region: a restart time comes from the row, else from the kind, else from the default") {
  RegionSketch sketch = village();
  sketch.parameter("grid.restart", 3);
  CHECK(sketch.build().parameters[sketch.build().assets[0].restart.index()].id == "grid.restart");
  sketch.remove("parameters", "grid.restart")
      .remove("parameters", "default.restart")
      .set("processes", "crisis", "restart", "pump.restart");
  check_error(sketch, "assets", 2, "restart", {"region.asset.no_restart", {"grid", "grid.restart"}});
}

TEST_CASE("build_region: an empty region is a region") {
  const Verdict verdict = judge(RegionSketch().tables());
  CHECK(verdict.built);
  CHECK(verdict.problems.empty());
}

TEST_CASE("bad tables: a missing one, an unknown one, and columns") {
  Tables tables = village().tables();
  SUBCASE("missing") {
    tables.tables.erase("shocks");
    const Verdict verdict = judge(tables);
    CHECK_FALSE(verdict.built);
    CHECK(verdict.problems[0].message == Message{"region.table.missing", {"shocks", "shocks.csv"}});
    CHECK(verdict.problems[0].place.table == "shocks");
  }
  SUBCASE("one that may be absent") {
    tables.tables.erase("plans");
    CHECK(judge(tables).problems.empty());
  }
  SUBCASE("unknown, with suggestion") {
    tables.tables["asset"] = {.name = "asset", .columns = {"id"}, .rows = {}, .file = "asset.csv", .lines = {}};
    check_only(tables, Severity::error, "asset", 0, "", {"region.table.unknown_suggestion", {"asset", "assets"}});
  }
  SUBCASE("unknown column, with suggestion, and the required one it should have been") {
    tables.tables["assets"].columns[2] = "kinds";
    const Verdict verdict = judge(tables);
    CHECK_FALSE(verdict.built);
    CHECK(verdict.count("region.table.column_missing") == 1);
    REQUIRE(verdict.count("region.table.column_unknown_suggestion") == 1);
    CHECK(verdict.problems[1].message.arguments == std::vector<std::string>{"kinds", "kind"});
    CHECK(verdict.problems[1].place.row == 1);
    CHECK(verdict.problems[1].place.column == "kinds");
  }
  SUBCASE("a column twice") {
    tables.tables["sources"].columns.push_back("title");
    tables.tables["sources"].rows[0].push_back("");
    check_only(tables, Severity::error, "sources", 1, "title", {"region.table.column_twice", {"title"}});
  }
  SUBCASE("an optional column that lacks is read as empty") {
    auto& table = tables.tables["sources"];
    table.columns.pop_back();
    for (auto& row : table.rows) row.pop_back();
    CHECK(judge(tables).problems.empty());
  }
}

TEST_CASE("bad cells: each names its place, what was found and what to do") {
  RegionSketch sketch = village();
  SUBCASE("unknown id, with the nearest") {
    check_error(sketch.set("need_suppliers", "pump.1.s1", "supplier", "assets/grod"), "need_suppliers", 2, "supplier",
                {"region.cell.unknown_id_suggestion", {"grod", "assets", "assets/grid"}});
  }
  SUBCASE("unknown id without any near") {
    check_error(sketch.set("assets", "pump", "organisation", "waterworks"), "assets", 3, "organisation",
                {"region.cell.unknown_id", {"waterworks", "organisations"}});
  }
  SUBCASE("unknown id in a single reference") {
    check_error(sketch.set("assets", "pump", "service", "drinkingwater"), "assets", 3, "service",
                {"region.cell.unknown_id_suggestion", {"drinkingwater", "services", "drinking_water"}});
  }
  SUBCASE("a reference without its table") {
    check_error(sketch.set("need_suppliers", "pump.1.s1", "supplier", "grid"), "need_suppliers", 2, "supplier",
                {"region.cell.no_table_suggestion", {"grid", "assets, processes", "assets/grid"}});
  }
  SUBCASE("a reference to a mistyped table") {
    check_error(sketch.set("need_suppliers", "pump.1.s1", "supplier", "asset/grid"), "need_suppliers", 2, "supplier",
                {"region.cell.no_table_suggestion", {"asset/grid", "assets, processes", "assets/grid"}});
  }
  SUBCASE("negative hours") {
    check_error(sketch.set("shocks", "outage.s1", "duration_h", "-1"), "shocks", 2, "duration_h",
                {"region.cell.negative", {"-1", "0"}});
  }
  SUBCASE("decimal comma") {
    check_error(sketch.set("shocks", "outage.s1", "duration_h", "2,5"), "shocks", 2, "duration_h",
                {"region.cell.decimal_comma", {"2,5"}});
  }
  SUBCASE("a count with a comma") {
    check_error(sketch.set("areas", "2511", "jobs", "1,200"), "areas", 2, "jobs",
                {"region.cell.decimal_comma", {"1,200"}});
  }
  SUBCASE("no number") {
    for (const char* text : {"four", "4h", " 4", "+4", "nan", "inf", "1e999", "0x10", "4.5.6"})
      check_error(RegionSketch(village()).set("shocks", "outage.s1", "duration_h", text), "shocks", 2, "duration_h",
                  {"region.cell.not_number", {text}});
  }
  SUBCASE("no whole number") {
    check_error(sketch.set("areas", "2511", "jobs", "12.5"), "areas", 2, "jobs", {"region.cell.not_integer", {"12.5"}});
  }
  SUBCASE("just within and just past the limits") {
    CHECK(judge(RegionSketch(village()).set("shocks", "outage.s1", "share", "1").tables()).built);
    CHECK(judge(RegionSketch(village()).set("shocks", "outage.s1", "share", "0").tables()).built);
    check_error(sketch.set("shocks", "outage.s1", "share", "1.001"), "shocks", 2, "share",
                {"region.cell.above_most", {"1.001", "1"}});
  }
  SUBCASE("too small") {
    check_error(sketch.set("hazards", "outage", "horizon_h", "0.5"), "hazards", 2, "horizon_h",
                {"region.cell.below_least", {"0.5", "1"}});
  }
  SUBCASE("no boolean") {
    check_error(sketch.set("assets", "grid", "external", "ja"), "assets", 2, "external",
                {"region.cell.not_boolean", {"ja"}});
  }
  SUBCASE("not in the list, with suggestion") {
    check_error(sketch.set("hazards", "outage", "season", "Winter"), "hazards", 2, "season",
                {"region.cell.not_in_list_suggestion", {"Winter", "winter, spring, summer, autumn", "winter"}});
  }
  SUBCASE("required but empty") {
    check_error(sketch.set("assets", "grid", "name", ""), "assets", 2, "name", {"region.cell.empty", {"name"}});
  }
  SUBCASE("a figure without source") {
    check_error(sketch.set("zones", "z1", "source", ""), "zones", 2, "source", {"region.cell.empty", {"source"}});
  }
  SUBCASE("a figure without confidence") {
    check_error(sketch.set("zones", "z1", "confidence", ""), "zones", 2, "confidence",
                {"region.cell.empty", {"confidence"}});
  }
  SUBCASE("an unknown source") {
    check_error(sketch.set("zones", "z1", "source", "skech"), "zones", 2, "source",
                {"region.cell.unknown_id_suggestion", {"skech", "sources", "sketch"}});
  }
  SUBCASE("broken UTF-8") {
    check_error(sketch.set("assets", "pump", "name", "Gemaal \xE9\xE9n"), "assets", 3, "name",
                {"region.cell.utf8", {"8"}});
  }
  SUBCASE("empty id") {
    check_error(sketch.set("sources", "sketch", "title", "T").row("sources", {{"title", "nameless"}}), "sources", 3,
                "id", {"region.cell.id_empty", {}});
  }
  SUBCASE("an id with a blank") {
    check_error(sketch.row("sources", {{"id", "a b"}, {"title", "T"}}), "sources", 3, "id",
                {"region.cell.id_characters", {"a b"}});
  }
  SUBCASE("duplicate id, with the row of the first") {
    check_error(sketch.row("sources", {{"id", "sketch"}, {"title", "again"}}), "sources", 3, "id",
                {"region.cell.id_duplicate", {"sketch", "2"}});
  }
}

TEST_CASE("bad cells: rows are those of the file, not those of the table") {
  Tables tables = village().tables();
  formats::Table& assets = tables.tables["assets"];
  assets.lines = {3, 17};
  assets.rows[1][*assets.column("confirmed")] = "maybe";
  check_only(tables, Severity::error, "assets", 17, "confirmed", {"region.cell.not_boolean", {"maybe"}});
}

TEST_CASE("bad cells: all problems at once, and nothing is built") {
  RegionSketch sketch = village();
  sketch.set("assets", "grid", "name", "")
      .set("assets", "pump", "organisation", "x")
      .set("shocks", "outage.s1", "start_h", "-2")
      .set("zones", "z1", "building", "none");
  Diagnostics notes;
  const auto region = sketch.try_build(notes);
  REQUIRE_FALSE(region.has_value());
  CHECK(region.error().kind == ErrorKind::invalid_input);
  CHECK(region.error().message == Message{"region.refused", {"Sketch", "4"}});
  CHECK(notes.error_count() == 4);
}

TEST_CASE("bad cells: a great many problems are bounded by the notes and still counted") {
  RegionSketch sketch = village();
  for (int i = 0; i < 500; ++i) sketch.row("sources", {{"id", "s" + std::to_string(i)}});
  Diagnostics notes(10);
  CHECK_FALSE(sketch.try_build(notes).has_value());
  CHECK(notes.problems().size() == 10);
  CHECK(notes.error_count() == 500);
}

TEST_CASE("collisions: two names with one number are found, the same name twice is none") {
  const auto found = collisions(
      {{StableId{7}, "assets/b"}, {StableId{3}, "zones/z"}, {StableId{7}, "assets/a"}, {StableId{3}, "zones/z"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == "assets/a");
  CHECK(found[0].second == "assets/b");
}

TEST_CASE("build_region: garbage in every cell is reported, never a crash") {
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
  for (int round = 0; round < 20; ++round) {
    Tables tables = village().tables();
    for (auto& [name, table] : tables.tables)
      for (auto& row : table.rows)
        for (auto& cell : row)
          if (next() % 3 == 0) {
            cell.clear();
            for (std::uint32_t i = (next() >> 16U) % 12; i > 0; --i) cell += static_cast<char>(next() >> 24U);
          }
    const Verdict verdict = judge(tables);
    CHECK_FALSE(verdict.built);
  }
}

TEST_CASE("messages: every key starts with region., once, with both languages and the same slots") {
  std::set<std::string_view> keys;
  for (const MessageText& entry : messages()) {
    INFO(std::string(entry.key));
    CHECK(entry.key.starts_with("region."));
    CHECK(keys.insert(entry.key).second);
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
    for (const char* slot : {"{0}", "{1}", "{2}", "{3}"})
      CHECK((entry.nl.find(slot) != std::string_view::npos) == (entry.en.find(slot) != std::string_view::npos));
  }
}
