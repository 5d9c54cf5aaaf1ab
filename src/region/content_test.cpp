// What rows and tables say of one another: the checks behind build_region that no single cell shows.
#include <doctest/doctest.h>

#include "region/builder.hpp"
#include "region/measure_account.hpp"
#include "support/region_verdict.hpp"

using namespace veer;
using namespace veer::region;
using namespace veer::test;

TEST_CASE("parameters: out of order, without such a shape, or in the wrong unit") {
  RegionSketch sketch = village();
  // Rows: 2 default.restart, 3 building.default, 4 outdoor.winter, 5 pump.restart, 6 pump.1.b1.capacity, …
  SUBCASE("low above typical") {
    check_error(sketch.set("parameters", "pump.restart", "low", "3"), "parameters", 5, "low",
                {"region.parameter.low_above_typical", {"pump.restart", "3", "0.5"}});
  }
  SUBCASE("typical above high") {
    check_error(sketch.set("parameters", "pump.restart", "high", "0.25"), "parameters", 5, "high",
                {"region.parameter.typical_above_high", {"pump.restart", "0.5", "0.25"}});
  }
  SUBCASE("negative hours") {
    check_error(sketch.set("parameters", "pump.restart", "low", "-1"), "parameters", 5, "low",
                {"region.cell.negative", {"-1", "0"}});
  }
  SUBCASE("no such shape") {
    sketch.set("parameters", "pump.restart", "distribution", "lognormal")
        .set("parameters", "pump.restart", "low", "0.1");
    check_error(sketch, "parameters", 5, "distribution",
                {"region.parameter.p90_not_above_median", {"pump.restart", "0.1", "0.5", "0.5"}});
  }
  SUBCASE("a restart time that is no time") {
    sketch.set("parameters", "pump.restart", "unit", "days");
    check_error(sketch, "assets", 3, "restart", {"region.parameter.no_time", {"pump.restart", "days"}});
  }
  SUBCASE("minutes are a time") {
    CHECK(judge(sketch.set("parameters", "pump.restart", "unit", "min").tables()).problems.empty());
  }
  SUBCASE("a share above one") {
    sketch.parameter("odd", Figure::share(1.5));
    check_error(sketch, "parameters", 8 + 2, "high", {"region.parameter.share_above_one", {"1.5", "fraction"}});
  }
  SUBCASE("a probability of starting that is no share") {
    sketch.set("backups", "pump.1.b2", "start_failure", "pump.restart");
    check_error(sketch, "backups", 3, "start_failure", {"region.parameter.no_share", {"pump.restart", "h"}});
  }
  SUBCASE("points of another shape") {
    check_error(sketch.set("parameters", "pump.restart", "points", "0:0 1:2"), "parameters", 5, "points",
                {"region.parameter.points_unused", {}});
  }
  SUBCASE("points that are none") {
    sketch.set("parameters", "pump.restart", "distribution", "empirical")
        .set("parameters", "pump.restart", "points", "0:0 half 1:2");
    check_error(sketch, "parameters", 5, "points", {"region.parameter.point_form", {"half"}});
  }
  SUBCASE("points out of order") {
    sketch.set("parameters", "pump.restart", "distribution", "empirical")
        .set("parameters", "pump.restart", "points", "0:0 0.5:3 1:2");
    check_error(sketch, "parameters", 5, "points", {"region.parameter.points_order", {"pump.restart", "3"}});
  }
  SUBCASE("points that are right") {
    sketch.set("parameters", "pump.restart", "distribution", "empirical")
        .set("parameters", "pump.restart", "points", "0:0 0.5:1 1:2");
    const Region region = sketch.build();
    CHECK(region.parameters[region.find_parameter("pump.restart").index()].points.size() == 3);
  }
  SUBCASE("group and share: as given, else the id and one half") {
    sketch.set("parameters", "pump.restart", "share", "").parameter("x", Figure(1).grouped("g", 0.25));
    const Region region = sketch.build();
    const auto& plain = region.parameters[region.find_parameter("pump.restart").index()];
    CHECK(plain.group == "pump.restart");
    CHECK(plain.share == 0.5);
    CHECK(region.parameters[region.find_parameter("x").index()].group == "g");
    CHECK(region.parameters[region.find_parameter("x").index()].share == 0.25);
  }
}

TEST_CASE("areas: residents, ages, profile, municipality and outlines") {
  RegionSketch sketch = village();
  SUBCASE("an area without residents") {
    sketch.area("2512");
    check_warning(sketch, "areas", 3, "residents", {"region.area.no_residents", {"2512"}});
  }
  SUBCASE("ages may differ by the rounding of CBS and no more") {
    CHECK(judge(RegionSketch(village()).set("areas", "2511", "age_25_44", "175").tables()).problems.empty());
    CHECK(judge(RegionSketch(village()).set("areas", "2511", "age_25_44", "225").tables()).problems.empty());
    check_warning(RegionSketch(village()).set("areas", "2511", "age_25_44", "174"), "areas", 2, "residents",
                  {"region.area.ages_sum", {"2511", "200", "174"}});
    check_warning(sketch.set("areas", "2511", "age_25_44", "226"), "areas", 2, "residents",
                  {"region.area.ages_sum", {"2511", "200", "226"}});
  }
  SUBCASE("more of 75 and over than of 65 and over") {
    sketch.set("areas", "2511", "age_65_plus", "20").set("areas", "2511", "age_75_plus", "21");
    check_error(sketch, "areas", 2, "age_75_plus", {"region.area.ages_part", {"21", "age_65_plus", "20"}});
  }
  SUBCASE("residents are the sum of the zones") {
    sketch.set("areas", "2511", "residents", "201");
    check_error(sketch, "areas", 2, "residents", {"region.area.zones_sum", {"2511", "201", "200"}});
  }
  SUBCASE("an unknown preparedness profile") {
    check_warning(sketch.set("areas", "2511", "preparedness", "sketsh"), "areas", 2, "preparedness",
                  {"region.area.unknown_profile_suggestion", {"sketsh", "sketch"}});
  }
  SUBCASE("a municipality that is none") {
    check_error(sketch.set("areas", "2511", "municipality", "provider"), "areas", 2, "municipality",
                {"region.organisation.no_municipality", {"provider"}});
  }
  SUBCASE("an outline goes to its area; one of an unknown area is an error") {
    Tables tables = sketch.tables();
    tables.outlines["2511"] = {{{{4, 52}, {4.1, 52}, {4, 52.1}, {4, 52}}}};
    Diagnostics notes;
    CHECK(build_region(tables, notes)->areas[0].outline.size() == 1);
    tables.outlines["2521"] = {};
    const Verdict verdict = judge(tables);
    CHECK_FALSE(verdict.built);
    REQUIRE(verdict.problems.size() == 1);
    CHECK(verdict.problems[0].message == Message{"region.cell.unknown_id_suggestion", {"2521", "areas", "2511"}});
    CHECK(verdict.problems[0].place.file == "outlines.geojson");
  }
}

TEST_CASE("zones: residents are the sum of the cells, groups are part of them") {
  RegionSketch sketch = village();
  SUBCASE("cells that do not add up") {
    check_error(sketch.set("cells", "z1.cell", "residents", "119"), "zones", 2, "residents",
                {"region.zone.cells_sum", {"z1", "120", "119"}});
  }
  SUBCASE("without cells nothing is compared") {
    CHECK(judge(sketch.remove("cells", "z1.cell").remove("cells", "z2.cell").tables()).problems.empty());
  }
  SUBCASE("a group as large as the zone, and one larger") {
    CHECK(judge(RegionSketch(village()).set("zones", "z1", "over_65", "120").tables()).problems.empty());
    check_error(sketch.set("zones", "z1", "over_65", "121"), "zones", 2, "over_65",
                {"region.zone.group_above_residents", {"121", "120"}});
  }
}

TEST_CASE("assets: half a place, half a breakdown, no supplier where its kind has one") {
  RegionSketch sketch = village();
  SUBCASE("half a place") {
    check_error(sketch.set("assets", "grid", "lon", "4.3"), "assets", 2, "lat",
                {"region.asset.half_place", {"lon", "lat"}});
  }
  SUBCASE("a whole place") {
    const Region region = sketch.set("assets", "grid", "lon", "4.3").set("assets", "grid", "lat", "52").build();
    CHECK(region.assets[0].place == geo::LonLat{4.3, 52});
    CHECK_FALSE(region.assets[1].place.has_value());
  }
  SUBCASE("failures without repair") {
    check_error(sketch.set("assets", "grid", "failure", "pump.restart"), "assets", 2, "repair",
                {"region.asset.half_breakdown", {"failure", "repair"}});
  }
  SUBCASE("an asset without supplier") {
    sketch.service("drinking_water").asset("pump2").set("assets", "pump2", "kind", "pump");
    check_warning(sketch, "assets", 4, "id", {"region.asset.no_need", {"pump2", "pump", "pump"}});
  }
  SUBCASE("an asset outside the region needs none") {
    sketch.service("drinking_water")
        .asset("pump2")
        .set("assets", "pump2", "kind", "pump")
        .set("assets", "pump2", "external", "true");
    CHECK(judge(sketch.tables()).problems.empty());
  }
  SUBCASE("a municipality that is none") {
    check_error(sketch.set("assets", "grid", "municipality", "provider"), "assets", 2, "municipality",
                {"region.organisation.no_municipality", {"provider"}});
  }
}

TEST_CASE("needs: suppliers, k and components") {
  RegionSketch sketch = village();
  SUBCASE("a need without suppliers") {
    check_error(sketch.remove("need_suppliers", "pump.1.s1"), "needs", 2, "id",
                {"region.need.no_supplier", {"pump.1"}});
  }
  SUBCASE("k lies between 1 and the number of suppliers") {
    CHECK(judge(RegionSketch(village()).set("needs", "crisis.2", "k", "1").tables()).problems.empty());
    for (const char* k : {"0", "3", "1.5", "-1", "most", "2,0"})
      check_error(RegionSketch(village()).set("needs", "crisis.2", "k", k), "needs", 7, "k",
                  {"region.need.k_range", {k, "2"}});
  }
  SUBCASE("an asset that needs itself") {
    check_error(sketch.set("need_suppliers", "pump.1.s1", "supplier", "assets/pump"), "need_suppliers", 2, "supplier",
                {"region.need.own_supplier", {"pump.1", "assets/pump"}});
  }
  SUBCASE("a process that needs itself") {
    sketch.set("need_suppliers", "crisis.1.s1", "supplier", "processes/crisis");
    check_error(sketch, "need_suppliers", 7, "supplier",
                {"region.need.own_supplier", {"crisis.1", "processes/crisis"}});
  }
  SUBCASE("the same supplier twice") {
    sketch.set("need_suppliers", "crisis.2.s2", "supplier", "assets/grid");
    check_error(sketch, "need_suppliers", 9, "supplier", {"region.need.supplier_twice", {"crisis.2", "assets/grid"}});
  }
  SUBCASE("a circle of two is allowed") { CHECK(judge(sketch.need("grid", {"pump"}).tables()).problems.empty()); }
  SUBCASE("a process may supply") {
    const Region region = sketch.need("pump", {"processes/crisis"}).build();
    CHECK(region.needs.back().suppliers[0].kind == OwnerKind::process);
  }
  SUBCASE("an asset has no components") {
    check_error(sketch.set("needs", "pump.1", "component", "full"), "needs", 2, "component",
                {"region.need.component_of_asset", {"full"}});
  }
  SUBCASE("a zone's component is a daily need") {
    check_error(sketch.set("needs", "z1.1", "component", "watr"), "needs", 3, "component",
                {"region.need.no_daily_need_suggestion", {"watr", "water"}});
  }
  SUBCASE("a vital service is no daily need") {
    check_error(sketch.set("needs", "z1.1", "component", "power"), "needs", 3, "component",
                {"region.need.no_daily_need", {"power"}});
  }
  SUBCASE("a zone's component without a daily need") {
    check_error(sketch.set("needs", "z1.1", "component", ""), "needs", 3, "component",
                {"region.need.no_daily_need", {""}});
  }
  SUBCASE("an unknown group, with suggestion") {
    check_error(
        sketch.set("needs", "z1.2", "component", "water@highrise"), "needs", 4, "component",
        {"region.need.no_group_suggestion",
         {"highrise", "over_65, dependent_care, medical_power, alarm_users, high_rise, low_income", "high_rise"}});
  }
  SUBCASE("an unknown level of a process") {
    check_error(sketch.set("needs", "crisis.2", "component", "ful"), "needs", 7, "component",
                {"region.need.no_level_suggestion", {"ful", "full"}});
  }
  SUBCASE("a process without a minimum") {
    check_error(sketch.set("needs", "crisis.1", "component", "full"), "processes", 2, "id",
                {"region.process.no_minimum", {"crisis"}});
  }
  SUBCASE("the need of something unknown") {
    check_error(sketch.set("needs", "pump.1", "of", "assets/pomp"), "needs", 2, "of",
                {"region.cell.unknown_id_suggestion", {"pomp", "assets", "assets/pump"}});
  }
}

TEST_CASE("back-ups: columns by kind, order, and the buffer before a generator") {
  RegionSketch sketch = village();
  SUBCASE("a reservoir has no start failure") {
    sketch.parameter("p", Figure::share(0.1)).set("backups", "pump.1.b1", "start_failure", "p");
    check_error(sketch, "backups", 2, "start_failure", {"region.backup.misuse", {"start_failure", "reservoir"}});
  }
  SUBCASE("a generator does not recharge") {
    check_error(sketch.set("backups", "pump.1.b2", "recharge", "4"), "backups", 3, "recharge",
                {"region.backup.misuse", {"recharge", "generator"}});
  }
  SUBCASE("work by hand does not break") {
    sketch.set("backups", "pump.1.b2", "kind", "manual");
    check_error(sketch, "backups", 3, "run", {"region.backup.misuse", {"run", "manual"}});
  }
  SUBCASE("work by hand may begin later") { CHECK(judge(sketch.manual(10, Figure(2)).tables()).problems.empty()); }
  SUBCASE("no capacity") {
    check_error(sketch.set("backups", "pump.1.b1", "capacity", ""), "backups", 2, "capacity",
                {"region.backup.no_capacity", {"reservoir"}});
  }
  SUBCASE("the same order twice in a need") {
    check_error(sketch.set("backups", "pump.1.b2", "order", "1"), "backups", 3, "order",
                {"region.backup.order_twice", {"1", "pump.1", "pump.1.b1"}});
  }
  SUBCASE("a gap in the order is fine") {
    CHECK(judge(sketch.set("backups", "pump.1.b2", "order", "9").tables()).problems.empty());
  }
  SUBCASE("a generator without a buffer") {
    check_warning(sketch.remove("backups", "pump.1.b1"), "backups", 2, "kind",
                  {"region.backup.generator_alone", {"pump.1"}});
  }
  SUBCASE("a buffer after the generator is none before it") {
    check_warning(sketch.set("backups", "pump.1.b1", "order", "3"), "backups", 3, "kind",
                  {"region.backup.generator_alone", {"pump.1"}});
  }
}

TEST_CASE("hazards and shocks: moments, seasons, selectors and kinds") {
  RegionSketch sketch = village();
  SUBCASE("a start that is no local time") {
    for (const char* start : {"17-01-2023 17:00", "2023-01-17", "2023-01-17T17:00Z", "2023-02-29T17:00",
                              "2023-13-01T00:00", "2023-01-17T24:00", "2023-01-17T17:60", "2023-01-17 17:00"})
      check_error(RegionSketch(village()).set("hazards", "outage", "start", start), "hazards", 2, "start",
                  {"region.hazard.start_form", {start}});
    CHECK(judge(RegionSketch(village()).set("hazards", "outage", "start", "2024-02-29T23:59:59").tables())
              .problems.empty());
  }
  SUBCASE("a season without outdoor temperature") {
    check_warning(sketch.set("hazards", "outage", "season", "summer"), "hazards", 2, "season",
                  {"region.hazard.no_outdoor", {"outdoor.summer"}});
  }
  SUBCASE("a hazard without shock") {
    check_warning(sketch.hazard("calm"), "hazards", 3, "id", {"region.hazard.no_shock", {"calm"}});
  }
  SUBCASE("a selector with an unknown key") {
    check_error(sketch.set("shocks", "outage.s1", "target", "kinds=grid"), "shocks", 2, "target",
                {"region.selector.unknown_key_suggestion", {"kinds", "kind"}});
  }
  SUBCASE("a selector with unknown values, each with its suggestion") {
    check_error(RegionSketch(village()).set("shocks", "outage.s1", "target", "id=grod"), "shocks", 2, "target",
                {"region.selector.unknown_value_suggestion", {"id", "grod", "grid"}});
    check_error(RegionSketch(village()).set("shocks", "outage.s1", "target", "kind=pump|pomp"), "shocks", 2, "target",
                {"region.selector.unknown_value_suggestion", {"kind", "pomp", "pump"}});
    check_error(sketch.set("shocks", "outage.s1", "target", "municipality=provider"), "shocks", 2, "target",
                {"region.selector.unknown_value", {"municipality", "provider"}});
  }
  SUBCASE("a selector without form") {
    check_error(sketch.set("shocks", "outage.s1", "target", "grid"), "shocks", 2, "target",
                {"region.selector.form", {"grid"}});
  }
  SUBCASE("a selector that takes nothing") {
    check_warning(sketch.set("shocks", "outage.s1", "target", "id=grid; kind=pump"), "shocks", 2, "target",
                  {"region.selector.nothing", {"id=grid; kind=pump"}});
  }
  SUBCASE("a factor and an intensity without a magnitude") {
    CHECK(judge(RegionSketch(village()).shock("id=grid", 0, 1, {.kind = "flood"}).tables())
              .count("region.shock.no_magnitude.flood") == 1);
    CHECK(judge(RegionSketch(village()).shock("id=grid", 0, 1, {.kind = "demand"}).tables())
              .count("region.shock.no_magnitude.demand") == 1);
  }
  SUBCASE("drawn delays are times") {
    sketch.shock("id=grid", 0, 1, {.start_delay = Figure::share(0.5)});
    check_error(sketch, "shocks", 3, "start_delay",
                {"region.parameter.no_time", {"outage.s2.start_delay", "fraction"}});
  }
}

TEST_CASE("programme: the account of measures holds together over its years") {
  RegionSketch sketch = village();
  sketch.row("measures", {{"id", "battery"},
                          {"name_nl", "Accu"},
                          {"name_en", "Battery"},
                          {"owner", "town"},
                          {"track", "car"},
                          {"pillar", "3"},
                          {"cost_once_eur", "1000"},
                          {"cost_year_eur", "0"},
                          {"price_year", "2025"},
                          {"lead_time_months", "6"}});
  const auto account = [](const std::string& id, const std::string& year, const std::string& delivered,
                          const std::string& date) {
    return std::map<std::string, std::string>{{"id", id},           {"measure", "battery"},   {"year", year},
                                              {"planned_eur", "9"}, {"delivered", delivered}, {"date", date}};
  };
  SUBCASE("delivered on a leap day, and again said a year later") {
    const Tables tables = sketch.row("measure_account", account("1", "2028", "yes", "2028-02-29"))
                              .row("measure_account", account("2", "2029", "yes", ""))
                              .tables();
    CHECK(judge(tables).problems.empty());
    const auto rows = measure_account(tables);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].date == "2028-02-29");
    CHECK(rows[0].planned_eur == 9);
    CHECK_FALSE(rows[0].spent_eur.has_value());
    CHECK(rows[1].delivered == Delivered::yes);
  }
  SUBCASE("a day that is none") {
    check_error(sketch.row("measure_account", account("1", "2027", "yes", "2027-02-29")), "measure_account", 2, "date",
                {"region.measure_account.day", {"2027-02-29"}});
  }
  SUBCASE("a day after its year, and one on its last day") {
    CHECK(judge(RegionSketch(sketch).row("measure_account", account("1", "2026", "yes", "2026-12-31")).tables())
              .problems.empty());
    check_error(sketch.row("measure_account", account("1", "2026", "yes", "2027-01-01")), "measure_account", 2, "date",
                {"region.measure_account.day_later", {"2027-01-01", "2026"}});
  }
  SUBCASE("a day of what is not delivered") {
    check_error(sketch.row("measure_account", account("1", "2026", "partly", "2026-03-01")), "measure_account", 2,
                "date", {"region.measure_account.day_without", {"2026-03-01", "partly"}});
  }
  SUBCASE("delivered without a day") {
    check_error(sketch.row("measure_account", account("1", "2026", "yes", "")), "measure_account", 2, "date",
                {"region.measure_account.day_missing", {"battery"}});
  }
  SUBCASE("twice in one year") {
    check_error(sketch.row("measure_account", account("1", "2026", "no", ""))
                    .row("measure_account", account("2", "2026", "no", "")),
                "measure_account", 3, "year", {"region.measure_account.twice", {"battery", "2026"}});
  }
  SUBCASE("delivered and a year later not, whatever the order of the rows") {
    check_error(sketch.row("measure_account", account("1", "2027", "no", ""))
                    .row("measure_account", account("2", "2026", "yes", "2026-05-01")),
                "measure_account", 2, "delivered", {"region.measure_account.undone", {"battery", "2026", "no"}});
  }
}

TEST_CASE("programme: measures, plans, channels and support points") {
  RegionSketch sketch = village();
  const auto measure = [](const std::string& id, const std::string& needs, const std::string& excludes) {
    return std::map<std::string, std::string>{{"id", id},
                                              {"name_nl", id},
                                              {"name_en", id},
                                              {"owner", "town"},
                                              {"track", "car"},
                                              {"pillar", "3"},
                                              {"cost_once_eur", "1000"},
                                              {"cost_year_eur", "0"},
                                              {"price_year", "2025"},
                                              {"lead_time_months", "6"},
                                              {"requires", needs},
                                              {"excludes", excludes}};
  };
  const auto plan = [](const std::string& confidential, const std::string& consequence, const std::string& from,
                       const std::string& until) {
    return std::map<std::string, std::string>{{"id", "p"},
                                              {"name", "Plan"},
                                              {"organisation", "town"},
                                              {"kind", "crisis"},
                                              {"consequence", consequence},
                                              {"from_h", from},
                                              {"until_h", until},
                                              {"confidential", confidential}};
  };
  SUBCASE("measures that need and exclude one another in order") {
    const Region region = sketch.row("measures", measure("a", "", ""))
                              .row("measures", measure("b", "", ""))
                              .row("measures", measure("c", "a b", ""))
                              .build();
    CHECK(region.measures[2].requires_measures == std::vector<std::string>{"a", "b"});
  }
  SUBCASE("an unknown measure") {
    check_error(sketch.row("measures", measure("battery", "", "batery")), "measures", 2, "excludes",
                {"region.cell.unknown_id_suggestion", {"batery", "measures", "battery"}});
  }
  SUBCASE("a measure that needs itself") {
    check_error(sketch.row("measures", measure("a", "a", "")), "measures", 2, "requires",
                {"region.measure.itself", {"a"}});
  }
  SUBCASE("a measure that needs what it excludes") {
    check_error(sketch.row("measures", measure("a", "", "")).row("measures", measure("b", "a", "a")), "measures", 3,
                "excludes", {"region.measure.contradiction", {"b", "a"}});
  }
  SUBCASE("measures that need one another in a circle") {
    check_error(sketch.row("measures", measure("a", "c", ""))
                    .row("measures", measure("b", "a", ""))
                    .row("measures", measure("c", "b", "")),
                "measures", 2, "requires", {"region.measure.circle", {"a > c > b > a"}});
  }
  SUBCASE("a change of a row that is not there") {
    check_error(sketch.row("measures", measure("a", "", ""))
                    .row("measure_changes", {{"id", "1"},
                                             {"measure", "a"},
                                             {"action", "put"},
                                             {"table", "processes"},
                                             {"rows", "nobody"},
                                             {"values", "restart=x"}}),
                "measure_changes", 2, "rows", {"region.measure_change.row_unknown", {"processes", "nobody"}});
  }
  SUBCASE("what few would put where the measure puts nothing") {
    check_error(sketch.row("measures", measure("a", "", ""))
                    .parameter("stock", 5)
                    .row("measure_changes", {{"id", "1"},
                                             {"measure", "a"},
                                             {"action", "low"},
                                             {"table", "parameters"},
                                             {"rows", "stock"},
                                             {"values", "low=6;typical=6;high=6"}}),
                "measure_changes", 2, "rows", {"region.measure_change.uptake", {"parameters"}});
  }
  SUBCASE("more of a means whose base is not there, and a new one that does not say what it is") {
    const auto change = [](const char* values) {
      return std::map<std::string, std::string>{{"id", "1"},        {"measure", "a"},
                                                {"action", "put"},  {"table", "resources"},
                                                {"rows", "trucks"}, {"values", values}};
    };
    const auto base = sketch;
    check_error(RegionSketch(base)
                    .row("measures", measure("a", "", ""))
                    .row("measure_changes", change("kind=fuel_truck;amount=2;base=nowhere")),
                "measure_changes", 2, "values",
                {"region.measure_change.value", {"resources", "base", "nowhere", "assets.id"}});
    check_error(
        RegionSketch(base).row("measures", measure("a", "", "")).row("measure_changes", change("kind=fuel_truck")),
        "measure_changes", 2, "values", {"region.measure_change.column_missing", {"resources", "amount"}});
    check_error(RegionSketch(base)
                    .row("measures", measure("a", "", ""))
                    .row("measure_changes", change("kind=fuel_truck;amount=-1")),
                "measure_changes", 2, "values", {"region.measure_change.value", {"resources", "amount", "-1", ">= 0"}});
  }
  SUBCASE("a change that is no column=value") {
    check_error(sketch.row("measures", measure("a", "", ""))
                    .row("measure_changes", {{"id", "1"},
                                             {"measure", "a"},
                                             {"action", "put"},
                                             {"table", "areas"},
                                             {"rows", "x"},
                                             {"values", "volunteers"}}),
                "measure_changes", 2, "values", {"region.measure_change.pair", {"volunteers"}});
  }
  SUBCASE("a measure without its costs") {
    auto row = measure("a", "", "");
    row["cost_year_eur"] = "";
    check_error(sketch.row("measures", row), "measures", 2, "cost_year_eur", {"region.cell.empty", {"cost_year_eur"}});
  }
  SUBCASE("a confidential plan is only named") {
    check_error(sketch.row("plans", plan("true", "no water", "", "")), "plans", 2, "consequence",
                {"region.plan.confidential", {"p", "consequence"}});
  }
  SUBCASE("a confidential plan without content") {
    CHECK(sketch.row("plans", plan("true", "", "", "")).build().plans[0].confidential);
  }
  SUBCASE("a plan that ends before it begins") {
    check_error(sketch.row("plans", plan("false", "no water", "8", "2")), "plans", 2, "until_h",
                {"region.plan.until_before_from", {"2", "8"}});
  }
  SUBCASE("a channel's reach is a share") {
    sketch.row("channels", {{"id", "radio"},
                            {"name_nl", "Radio"},
                            {"name_en", "Radio"},
                            {"sender", "grid"},
                            {"reach", "pump.restart"},
                            {"delay_h", "0"}});
    check_error(sketch, "channels", 2, "reach", {"region.parameter.no_share", {"pump.restart", "h"}});
  }
  SUBCASE("a channel, a support point and a resource") {
    sketch.parameter("reach", Figure::share(0.8));
    sketch.row("channels", {{"id", "radio"},
                            {"name_nl", "Radio"},
                            {"name_en", "Radio"},
                            {"sender", "grid"},
                            {"receiver_service", "power"},
                            {"reach", "reach"},
                            {"delay_h", "0.5"}});
    sketch.row("support_points", {{"id", "hall"},
                                  {"name", "Hall"},
                                  {"level", "coordinating"},
                                  {"organisation", "town"},
                                  {"area", "2511"},
                                  {"lon", "4.3"},
                                  {"lat", "52"},
                                  {"confirmed", "true"}});
    sketch.row("resources", {{"id", "trucks"}, {"kind", "fuel_truck"}, {"amount", "3"}, {"base", "grid"}});
    const Region region = sketch.build();
    CHECK(region.channels[0].sender == AssetId(0));
    CHECK(region.channels[0].receiver_service == ServiceId(0));
    CHECK(region.support_points[0].level == SupportLevel::coordinating);
    CHECK(region.support_points[0].area == AreaId(0));
    CHECK(region.resources[0].amount == 3);
    CHECK(region.resources[0].base == AssetId(0));
  }
}

TEST_CASE("programme: a decision has one limit, and a warning only channels") {
  const auto decided = [](const std::map<std::string, std::string>& cells) {
    RegionSketch sketch;
    sketch.asset("pump").parameter("reach.radio", Figure::share(0.4)).parameter("lead", Figure(2));
    sketch.row(
        "channels",
        {{"id", "radio"}, {"name_nl", "radio"}, {"name_en", "radio"}, {"reach", "reach.radio"}, {"delay_h", "0"}});
    std::map<std::string, std::string> all{{"id", "d"}, {"name_nl", "d"}, {"name_en", "d"}, {"owner", "town"}};
    all.insert(cells.begin(), cells.end());
    sketch.row("decisions", all);
    return sketch;
  };
  SUBCASE("a warning and an order are read") {
    const Region warning = decided({{"kind", "warning"}, {"channels", "radio"}}).build();
    REQUIRE(warning.decisions.size() == 1);
    CHECK(warning.decisions[0].channels == std::vector<std::size_t>{0});
    const Region fuel = decided({{"kind", "fuel"}, {"target", "id=pump"}, {"lead", "lead"}}).build();
    CHECK(fuel.decisions[0].target.has_value());
    CHECK_FALSE(fuel.decisions[0].through.has_value());
  }
  SUBCASE("a warning without a channel, an order with two limits or with a channel are refused") {
    check_error(decided({{"kind", "warning"}}), "decisions", 2, "channels", {"region.decision.no_channel", {"d"}});
    check_error(decided({{"kind", "fuel"}, {"target", "id=pump"}, {"until", "lead"}}), "decisions", 2, "target",
                {"region.decision.one_limit", {"2"}});
    check_error(decided({{"kind", "fuel"}, {"target", "id=pump"}, {"channels", "radio"}}), "decisions", 2, "channels",
                {"region.decision.not_a_warning", {"fuel"}});
    check_error(decided({{"kind", "warning"}, {"channels", "radio"}, {"until", "lead"}}), "decisions", 2, "until",
                {"region.decision.warning_only", {"until"}});
  }
}

TEST_CASE("region: walks from a square to its support points, nearest first, and what is wrong with them") {
  RegionSketch sketch;
  sketch.asset("grid").area("2511").zone("z1", 7).outage("grid", 72);
  for (const char* id : {"hall", "school"})
    sketch.row("support_points", {{"id", id},
                                  {"name", id},
                                  {"level", "local"},
                                  {"organisation", "town"},
                                  {"lon", "4.3"},
                                  {"lat", "52"},
                                  {"confirmed", "true"}});
  const auto walks = [&sketch](const char* points, const char* minutes) {
    sketch.row("walks", {{"id", "1"}, {"cell", "z1.cell"}, {"support_points", points}, {"minutes", minutes}});
  };
  SUBCASE("good") {
    walks("school hall", "3.5 12");
    const Region region = sketch.build();
    REQUIRE(region.walks.size() == 1);
    REQUIRE(region.walks[0].walks.size() == 2);
    CHECK(region.walks[0].walks[0].support_point == SupportPointId(1));
    CHECK(region.walks[0].walks[0].minutes == 3.5);
    CHECK(region.walks[0].walks[1].minutes == 12);
  }
  SUBCASE("not as many minutes as points") {
    walks("school hall", "3.5");
    check_error(sketch, "walks", 2, "minutes", {"region.walks.count", {"2", "1"}});
  }
  SUBCASE("a decimal comma") {
    walks("school", "3,5");
    check_error(sketch, "walks", 2, "minutes", {"region.walks.minutes", {"3,5"}});
  }
  SUBCASE("the nearest not first") {
    walks("school hall", "12 3.5");
    check_error(sketch, "walks", 2, "minutes", {"region.walks.order", {"3.5"}});
  }
  SUBCASE("one point twice") {
    walks("hall hall", "3 3");
    check_error(sketch, "walks", 2, "support_points", {"region.walks.same", {"hall"}});
  }
}
