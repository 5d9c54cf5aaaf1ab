#include "study/study.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "report/json.hpp"
#include "study/held_question.hpp"
#include "study/messages.hpp"
#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using doctest::Approx;
using report::Findings;
using study::Options;
using test::Figure;
using test::RegionSketch;

const Texts& texts() {
  static const Texts all{study::messages()};
  return all;
}

region::Tables dorp_tables() {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto tables =
      importers::read_package(std::filesystem::path(source == nullptr ? "." : source) / "regions" / "dorp", notes);
  REQUIRE(tables.has_value());
  return *std::move(tables);
}

region::Region built(const region::Tables& tables) {
  Diagnostics notes;
  auto region = region::build_region(tables, notes);
  REQUIRE(region.has_value());
  return *std::move(region);
}

/// Dorp with another value in one cell.
region::Region dorp_with(const std::string& table, const std::string& id, const std::string& column,
                         const std::string& text) {
  auto tables = dorp_tables();
  auto& rows = tables.tables.at(table);
  for (auto& row : rows.rows)
    if (row.front() == id) row[*rows.column(column)] = text;
  return built(tables);
}

Options few(std::uint32_t replicas = 3) {
  Options options;
  options.replicas = replicas;
  return options;
}

Findings findings_of(const region::Region& region, const Options& options) {
  auto found = study::run(region, options, texts());
  REQUIRE(found.has_value());
  return *std::move(found);
}

const Findings& dorp() {
  static const Findings found = findings_of(built(dorp_tables()), few());
  return found;
}

Error refusal(const region::Region& region, const Options& options) {
  auto found = study::prepare(region, options);
  REQUIRE_FALSE(found.has_value());
  return found.error();
}

void check_name(const report::Name& found, const report::Name& expected) {
  CHECK(found.nl == expected.nl);
  CHECK(found.en == expected.en);
}

/// Grid and pump; people on the pump in winter.
RegionSketch well() {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(Figure::uniform(1, 9).grouped("batteries", 1));
  sketch.zone("z", 100).daily("z", "light", {"pump"}).daily("z", "warmth", {"pump"});
  return sketch.outage("grid", 10, 48);
}

Options outage(std::uint32_t replicas = 3) {
  Options options = few(replicas);
  options.hazard = "outage";
  return options;
}

}  // namespace

TEST_CASE("study: the run says what it was made from") {
  const Findings& found = dorp();
  CHECK(found.region_id == "dorp");
  CHECK(found.hazard_id == "power-72h");
  CHECK(found.hazard.en == "72 hours without electricity");
  CHECK(found.start == "2023-01-17T17:00");
  CHECK(found.season == "winter");
  CHECK(found.outdoor_c == 5);
  CHECK(found.replicas == 3);
  CHECK(found.seed == 72);
  CHECK(found.horizon_h == 168);
  CHECK(found.model == "core");
  CHECK_FALSE(found.cancelled);
  CHECK(found.residents == 2100);
  CHECK(found.quantile_error == Approx(1.0 / 63));
}

TEST_CASE("study: the moments at which the state is told, and the last hour") {
  std::vector<double> hours;
  for (const auto& moment : dorp().moments) hours.push_back(moment.hour);
  CHECK(hours == std::vector<double>{0, 2, 8, 24, 48, 72, 96, 167});
  check_name(dorp().moments[2].label, {"8 uur", "8 hours"});
  check_name(dorp().moments.back().label, {"daarna (167 uur)", "after (167 hours)"});
  Options brief = few();
  brief.hazard = "two-hits";  // 24 hours: nothing is said of hours beyond
  hours.clear();
  for (const auto& moment : findings_of(built(dorp_tables()), brief).moments) hours.push_back(moment.hour);
  CHECK(hours == std::vector<double>{0, 2, 8, 23});
}

TEST_CASE("study: the processes of dorp as docs/model.md works them out") {
  const auto& processes = dorp().processes;
  REQUIRE(processes.size() == 3);
  const auto check = [&](std::size_t p, const char* id, double mtpd, double first, double back, double longest,
                         double down) {
    CAPTURE(id);
    CHECK(processes[p].id == id);
    CHECK(processes[p].mtpd_exceeded.mean == mtpd);
    CHECK(processes[p].rto_missed.mean == 1);
    CHECK(processes[p].never_fails == 0);
    CHECK(processes[p].first_failure_h.p50 == Approx(first / 60));
    CHECK(processes[p].recovery_h.p95 == Approx(back / 60));
    CHECK(processes[p].longest_interruption_h.mean == Approx(longest / 60));
    CHECK(processes[p].down_hours.mean == Approx(down / 60));
  };
  check(0, "meldkamer-112", 1, 1710, 4515, 2805, 2805);
  check(1, "crisisbeheersing", 0, 1470, 4575, 1020, 1725);
  check(2, "burgerzaken", 0, 1740, 4535, 2795, 2795);
  CHECK(processes[0].full_down_hours_mean == Approx((4515 - 120) / 60.0));
  CHECK_FALSE(processes[1].full_down_hours_mean.has_value());
  CHECK(processes[2].full_down_hours_mean == Approx((4535 - 1260) / 60.0));
  // Down on the hour: at 29 h (1740) civil affairs has just stopped.
  CHECK(processes[2].down_probability.mean[28] == 0);
  CHECK(processes[2].down_probability.mean[29] == 1);
}

TEST_CASE("study: the part that stops a process, in both languages") {
  const auto& processes = dorp().processes;
  const auto check = [&](std::size_t p, const char* id, const report::Name& what) {
    REQUIRE(processes[p].limiting.size() == 1);
    CHECK(processes[p].limiting[0].id == id);
    check_name(processes[p].limiting[0].what, what);
    CHECK(processes[p].limiting[0].share == 1);
    CHECK_FALSE(processes[p].limiting[0].confirmed);
  };
  check(0, "backups/meldkamer.telecom.b1",
        {"Meldkamer 112: de accu of voorraad voor vaste telefonie en data is leeg",
         "Meldkamer 112: the battery or stock for fixed telecom is empty"});
  check(1, "backups/crisisruimte.electricity.b2",
        {"Crisisruimte gemeentehuis: de brandstof van het noodaggregaat is op",
         "Crisisruimte gemeentehuis: the generator runs out of fuel"});
  check(2, "backups/burgerzaken.ict.b1",
        {"Burgerzaken: met de hand werken kan nog niet of niet meer (gemeentelijke ICT)",
         "Civil affairs: working by hand is not yet or no longer possible (municipal ICT)"});
}

TEST_CASE("study: the static verdict beside the timed one") {
  const auto& processes = dorp().processes;
  CHECK(processes[0].static_required_h == 0.5);
  CHECK(processes[0].static_expected_h == 12);  // the high-voltage feed-in
  CHECK_FALSE(processes[0].static_ok);
  CHECK(processes[1].static_expected_h == 24);  // the town hall
  CHECK(processes[2].static_required_h == 24);
  CHECK(processes[2].static_ok);  // today's tools are content; the clock says its RTO is missed
  CHECK(processes[2].rto_missed.mean == 1);
}

TEST_CASE("study: the rule checks with what was compared") {
  const auto& checks = dorp().processes[1].checks;
  REQUIRE(checks.size() == 3);
  CHECK(checks[0].rule == "rto_below_mtpd");
  CHECK(checks[0].holds);
  CHECK(checks[0].sentence.nl ==
        "Hersteltijddoel (RTO) 4,0 uur; de langste toelaatbare uitval (MTPD) is 24,0 uur. Het doel moet korter zijn.");
  CHECK(checks[1].rule == "dependency_rto");
  CHECK(checks[1].holds);
  CHECK(checks[1].sentence.en ==
        "Rests on 'Taking 112 calls' with recovery objective 0.5 hours; its own objective is 4.0 hours. What a process "
        "rests on must be back as fast or faster.");
  CHECK(checks[2].rule == "autonomy");
  CHECK(checks[2].holds);  // half an hour and a day, but fuel is promised
  CHECK(checks[2].sentence.nl ==
        "Crisisruimte gemeentehuis: eigen noodstroom voor 24,5 uur; het scenario duurt 72,0 uur. Er is een afspraak "
        "over bijvullen.");
  const auto& hall = dorp().processes[2].checks;
  REQUIRE(hall.size() == 2);
  CHECK_FALSE(hall[1].holds);
  CHECK(hall[1].sentence.nl ==
        "Gemeentehuis met serverruimte: eigen noodstroom voor 21,0 uur; het scenario duurt 72,0 uur. Er is geen "
        "afspraak over bijvullen.");
}

TEST_CASE("study: people by need, the groups apart") {
  const Findings& found = dorp();
  std::vector<std::string> needs;
  for (const auto& need : found.needs) needs.push_back(need.id);
  CHECK(needs == std::vector<std::string>{"water", "food", "warmth", "light", "information", "alarm", "medicines",
                                          "medical_power", "payments"});
  REQUIRE(found.groups.size() == 7);
  CHECK(found.groups[0].name.nl == "alle inwoners");
  CHECK(found.groups[5].id == "high_rise");
  const auto& hours = found.region.unmet_person_hours;
  CHECK(hours[0][0].mean == Approx(1'090'830 / 60.0));
  CHECK(hours[0][5].mean == Approx(660'240 / 60.0));  // upper floors
  CHECK(hours[7][0].mean == Approx(29'112 / 60.0));
  CHECK(found.region.group_heads[0] == 2100);
  CHECK(found.region.group_heads[3] == 7);  // medical power
  REQUIRE(found.municipalities.size() == 1);
  CHECK(found.municipalities[0].area_count == 2);
  CHECK(found.region.without[3].mean[0] == 2100);
  CHECK(found.areas[0].residents == 1500);
  CHECK(found.areas[0].unmet[3].mean[8] == 1500);  // 480 minutes of torch
  CHECK(found.areas[0].unmet[3].mean[7] == 0);
}

TEST_CASE("study: services with assets are told, with the phases of their curve") {
  const auto& services = dorp().services;
  const auto power =
      std::find_if(services.begin(), services.end(), [](const auto& service) { return service.id == "electricity"; });
  REQUIRE(power != services.end());
  CHECK(power->asset_count == 4);
  CHECK(power->down_share.mean[0] == 1);
  CHECK(power->down_share.mean[73] == Approx(0.5));  // minute 4380: the two feeding areas are still away
  CHECK(power->first_half_down_h.mean == 0);
  CHECK(power->phases.depth.mean == 1);
  CHECK(power->confirmed_share == 0);
  CHECK(std::none_of(services.begin(), services.end(),
                     [](const auto& service) { return service.id == "civil_affairs"; }));
  CHECK(dorp().assets.size() == 15);
  CHECK(dorp().jobs == 570);
  CHECK(dorp().jobs_without_power.mean[72] == 570);
}

TEST_CASE("study: national criteria with their raw measures; costs only where the figure is known") {
  const auto& criteria = dorp().criteria;
  REQUIRE(criteria.size() == 2);
  CHECK(criteria[0].code == "2.3");
  CHECK(criteria[0].value.mean == 2100);  // all have neither warmth nor food at the worst hour
  CHECK(criteria[0].national_class == "A");
  CHECK(criteria[0].unit.nl == "inwoners");
  CHECK(criteria[1].code == "5.1");
  CHECK(criteria[1].value.mean == 2100);

  RegionSketch sketch = well();
  Figure cost(72);
  cost.unit = "M€/h";
  const auto found = findings_of(sketch.parameter("FIN05", cost).build(), outage());
  REQUIRE(found.criteria.size() == 3);
  CHECK(found.criteria[1].code == "3.1");
  // What nobody knows is left out and said, not told as nothing: nobody loses power when a shop closes.
  Options closed = outage();
  closed.hazard = "closed";
  const auto dry = findings_of(
      well().parameter("FIN05", cost).asset("shop").hazard("closed", 48).shock("id=shop", 0, 24).build(), closed);
  CHECK(std::none_of(dry.criteria.begin(), dry.criteria.end(), [](const auto& row) { return row.code == "3.1"; }));
  CHECK(dry.not_modelled.front().en.find("Costs to the economy") == 0);
  // 72 million euros an hour for 7.2 million people at 1.75 times the prices of 2003: 17.50 a person-hour.
  CHECK(found.criteria[1].note.en.find("17.50 euros") != std::string::npos);
  double without = 0;
  for (const float mean : found.region.without[1].mean) without += static_cast<double>(mean);
  const auto light =
      std::find_if(found.needs.begin(), found.needs.end(), [](const auto& need) { return need.id == "light"; }) -
      found.needs.begin();
  without = 0;
  for (const float mean : found.region.without[static_cast<std::size_t>(light)].mean)
    without += static_cast<double>(mean);
  CHECK(found.criteria[1].value.mean == Approx(without * 17.5));
}

TEST_CASE("study: a circle that cannot come back is named") {
  CHECK(dorp().deadlocks.empty());
  auto tables = dorp_tables();
  auto& parameters = tables.tables.at("parameters");
  for (auto& row : parameters.rows)
    if (row.front() == "ms.crew")
      for (const char* const column : {"low", "typical", "high"}) row[*parameters.column(column)] = "60";
  const auto found = findings_of(built(tables), few());
  REQUIRE(found.deadlocks.size() == 1);
  // The mast needs the hub too, and the hub the core: one knot of five.
  auto members = found.deadlocks[0].assets;
  std::sort(members.begin(), members.end());
  CHECK(members ==
        std::vector<std::string>{"assets/hub", "assets/mast", "assets/ms", "assets/v-buiten", "assets/v-kern"});
  CHECK(found.deadlocks[0].probability == 1);
  CHECK(found.deadlocks[0].sentence.nl.starts_with(
      "5 onderdelen wachten op elkaar en komen niet vanzelf terug, onder andere "));
  CHECK(found.deadlocks[0].sentence.nl.find("Middenspanningsstation Dorp") != std::string::npos);
  // What is not back by the horizon is infinite in the quantiles, the horizon in the mean.
  CHECK(std::isinf(found.processes[0].recovery_h.p50));
  CHECK(found.processes[0].recovery_h.mean == 168);
}

TEST_CASE("study: what is not modelled is named, polarisation and extremism among it") {
  CHECK(dorp().not_modelled.size() == 11);
  CHECK(dorp().not_modelled[0].nl.find("Polarisatie, extremisme") == 0);
  for (const auto& name : dorp().not_modelled) CHECK(name.nl != name.en);
}

TEST_CASE("study: how much rests on assumptions, and who uses a parameter") {
  const auto& tables = dorp().confidence;
  const auto assets = std::find_if(tables.begin(), tables.end(), [](const auto& row) { return row.table == "assets"; });
  REQUIRE(assets != tables.end());
  CHECK(assets->count == std::array<std::size_t, 5>{0, 0, 0, 0, 15});
  CHECK(dorp().processes[0].assumption_share == 1);
  const auto used = [](const char* id) {
    const auto& rows = dorp().parameters;
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const auto& row) { return row.id == id; });
    REQUIRE(found != rows.end());
    return found->used_by;
  };
  CHECK(used("feeding_area.restart") == 2);
  CHECK(used("home.tau") == 3);
  CHECK(used("reserve.dorp.water") == 2);
  CHECK(used("outdoor.winter") == 1);
  CHECK(dorp().sources.size() == 1);
}

TEST_CASE("study: with everything fixed there is no spread and nothing that matters most") {
  CHECK(dorp().spread_shared == 0);
  CHECK(dorp().spread_own == 0);
  CHECK(dorp().influences_groups.empty());
  CHECK(dorp().influences_assets.empty());
  CHECK(dorp().total_unmet_person_hours.mean == Approx(676825.7));
}

TEST_CASE("study: a battery that everyone shares is what matters most, and all of the spread") {
  const auto found = findings_of(well().build(), outage(100));
  CHECK(found.spread_shared == Approx(1));
  CHECK(found.spread_own == Approx(0));
  REQUIRE(found.influences_groups.size() == 1);
  CHECK(found.influences_groups[0].id == "batteries");
  CHECK(found.influences_groups[0].effect < -0.9);  // a longer battery, fewer person-hours
  CHECK(found.influences_groups[0].high < 0);
  CHECK(found.influences_groups[0].confidence == "assumption");
  REQUIRE(found.influences_assets.size() == 1);  // the grid is always down as long
  CHECK(found.influences_assets[0].id == "assets/pump");
  CHECK(found.influences_assets[0].low > 0);
}

TEST_CASE("study: the same run has the same id; another seed, length, hazard or figure another") {
  const auto region = built(dorp_tables());
  const std::string id = dorp().run_id;
  CHECK(id.size() == 16);
  Options options = few();
  options.threads = 3;
  CHECK(findings_of(region, options).run_id == id);
  options.seed = 73;
  CHECK(findings_of(region, options).run_id != id);
  CHECK(findings_of(region, few(4)).run_id != id);
  Options other = few();
  other.hazard = "two-hits";
  CHECK(findings_of(region, other).run_id != id);
  CHECK(findings_of(dorp_with("processes", "burgerzaken", "mtpd_h", "71"), few()).run_id != id);
  CHECK(findings_of(dorp_with("need_suppliers", dorp_tables().tables.at("need_suppliers").rows.back().front(),
                              "supplier", "assets/v-kern"),
                    few())
            .run_id != id);
}

TEST_CASE("study: the findings are the same bytes on one thread and on three") {
  const auto region = well().build();
  Options three = outage(100);
  three.threads = 3;
  CHECK(report::results_json(findings_of(region, outage(100))) == report::results_json(findings_of(region, three)));
}

TEST_CASE("study: a cancelled run says so and tells what it has") {
  Options options = outage(500);
  int asked = 0;
  options.cancelled = [&asked] { return ++asked > 1; };
  const auto found = findings_of(well().build(), options);
  CHECK(found.cancelled);
  CHECK(found.replicas == 32);
  options.cancelled = [] { return true; };
  const auto nothing = findings_of(well().build(), options);
  CHECK(nothing.replicas == 0);
  CHECK(nothing.total_unmet_person_hours.mean == 0);
}

TEST_CASE("study: another start and season; the season decides the temperature") {
  RegionSketch sketch = well();
  Figure warm(18);
  warm.unit = "°C";
  sketch.parameter("outdoor.summer", warm);
  Options summer = outage();
  summer.season = "summer";
  summer.start = "2023-07-04T08:00";
  const auto found = findings_of(sketch.build(), summer);
  CHECK(found.season == "summer");
  CHECK(found.start == "2023-07-04T08:00");
  CHECK(found.outdoor_c == 18);
  const auto warmth =
      std::find_if(found.needs.begin(), found.needs.end(), [](const auto& need) { return need.id == "warmth"; }) -
      found.needs.begin();
  CHECK(found.region.unmet_person_hours[static_cast<std::size_t>(warmth)][0].mean == 0);
}

TEST_CASE("study: indoor temperature and limit may be given") {
  RegionSketch sketch = well();
  Figure indoor(21);
  Figure limit(16);
  indoor.unit = limit.unit = "°C";
  const auto scenario =
      study::prepare(sketch.parameter("indoor.start", indoor).parameter("warmth.limit", limit).build(), outage());
  REQUIRE(scenario.has_value());
  CHECK(scenario->warmth.indoor_c == 21);
  CHECK(scenario->warmth.limit_c == 16);
  CHECK(scenario->warmth.outdoor_c == 2);
}

TEST_CASE("study: an unknown hazard is met with the nearest, or with all there are") {
  const auto region = built(dorp_tables());
  Options options = few();
  options.hazard = "power-72";
  Error error = refusal(region, options);
  CHECK(error.kind == ErrorKind::not_found);
  CHECK(error.message == Message{"study.hazard.near", {"power-72", "power-72h"}});
  CHECK(error.place.table == "hazards");
  options.hazard = "aardbeving";
  CHECK(refusal(region, options).message == Message{"study.hazard.unknown", {"aardbeving", "power-72h, two-hits"}});
}

TEST_CASE("study: an unknown season, a season without its temperature, a hazard of the full model") {
  Options options = outage();
  options.season = "zomer";
  CHECK(refusal(well().build(), options).message == Message{"study.season.unknown", {"zomer"}});
  options.season = "summer";
  const Error missing = refusal(well().build(), options);
  CHECK(missing.kind == ErrorKind::invalid_input);
  CHECK(missing.message == Message{"study.parameter.missing", {"outdoor.summer"}});
  CHECK(missing.place.table == "parameters");
  RegionSketch sketch = well();
  sketch.shock("id=grid", 0, 5, {.kind = "access", .magnitude = 0.5});
  Options core = outage();
  core.core_only = true;
  CHECK(refusal(sketch.build(), core).message.key == "cascade.shock.full_model");
  CHECK_FALSE(study::run(sketch.build(), core, texts()).has_value());
}

TEST_CASE("study: what stops one process, asked for by itself, is what the chapter says of it") {
  RegionSketch sketch;
  sketch.asset("grid").outage("grid", 30, 48);
  for (const char* asset : {"pump", "mast"})
    sketch.asset(asset).need(asset, {"grid"}).reservoir(Figure::uniform(5, 40));
  sketch.process("crisis", 2, 8).level("crisis", "minimum", {"pump"}).level("crisis", "minimum", {"mast"});
  sketch.asset("own").process("calm", 2, 8).level("calm", "minimum", {"own"});
  const auto region = sketch.build();
  const Options options = outage(200);
  const Findings found = findings_of(region, options);
  const auto scenario = study::prepare(region, options);
  REQUIRE(scenario.has_value());
  REQUIRE(found.held.size() == 2);
  for (const report::HeldFinding& held : found.held) {
    const std::string id = region.processes[held.process].id;
    const auto alone = study::held_finding(region, *scenario, *region.find_process(id), 200, texts(), {});
    REQUIRE(alone.has_value());
    CHECK(report::held_view_json(*alone, id) == report::held_view_json(held, id));
    CHECK(alone->picture.size() == held.picture.size());
  }
  const auto& day = found.held.front().horizons.front();
  CHECK(day.sets.size() == 2);
  const double both = 1 - 16.0 / 35 * 16.0 / 35;  // unless both batteries of 5 to 40 hours last for 24
  CHECK(day.probability == Approx(both).epsilon(0.01));
  CHECK(day.simulated == Approx(both).epsilon(0.1));
  const auto stopped =
      study::held_finding(region, *scenario, *region.find_process("crisis"), 200, texts(), [] { return true; });
  REQUIRE_FALSE(stopped.has_value());
  CHECK(stopped.error().kind == ErrorKind::cancelled);
}
