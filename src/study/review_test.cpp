#include "study/review.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "backtest/messages.hpp"
#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "report/json.hpp"
#include "study/hazard_story.hpp"
#include "study/hazards.hpp"
#include "study/messages.hpp"

namespace {

using namespace veer;

const Texts& texts() {
  static const Texts all{study::messages(), backtest::messages()};
  return all;
}

region::Tables dorp() {
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

/// The village with a table of consequences, and its plan covering one of them.
region::Tables with_consequences() {
  auto tables = dorp();
  formats::Table table;
  table.name = "consequences";
  table.columns = {"id",    "name_nl", "name_en",   "measure", "subject",
                   "least", "track",   "criterion", "source",  "confidence"};
  table.rows = {{"no-112", "Niemand kan 112 bellen", "Nobody can call 112", "without", "alarm", "100",
                 "veiligheidsdirectie", "2.1", "dorp", "assumption"},
                {"no-radio", "C2000 valt uit", "C2000 fails", "down", "c2000", "1", "veiligheidsdirectie", "", "dorp",
                 "assumption"},
                {"never", "Meer dan iedereen", "More than everybody", "without", "alarm", "2101", "car", "", "dorp",
                 "assumption"}};
  tables.tables["consequences"] = std::move(table);
  formats::Table& plans = tables.tables.at("plans");
  for (auto& row : plans.rows) row[*plans.column("covers")] = "no-112";
  return tables;
}

study::Options few() {
  study::Options options;
  options.replicas = 2;
  return options;
}

}  // namespace

TEST_CASE(
    "review: in the village nobody can call 112 from hour 28 to 75, and the plan holds for 44 of these 48 hours") {
  // docs/model.md, section 7: the need alarm of all zones is down on [1680, 4506); so on the hours 28 … 75.
  const auto found = study::review(built(with_consequences()), few(), texts());
  REQUIRE(found);
  REQUIRE(found->consequences.size() == 3);
  const auto& alarm = found->consequences[0];
  CHECK(alarm.occurs);
  CHECK(alarm.from_h == 28);
  CHECK(alarm.until_h == 76);
  CHECK(alarm.peak.mean == 2100);
  CHECK(alarm.sum_hours == doctest::Approx(48 * 2100));
  CHECK(alarm.coverage == "partly");
  CHECK(alarm.hours_covered == doctest::Approx(44.0 / 48));
  CHECK(!alarm.number_covered);
  REQUIRE(alarm.plans.size() == 1);
  CHECK(alarm.plans[0].plan == "stroomplan");
  // C2000 is down on [3360, 4485): the hours 56 … 74. No plan names it.
  const auto& radio = found->consequences[1];
  CHECK(radio.from_h == 56);
  CHECK(radio.until_h == 75);
  CHECK(radio.peak.mean == doctest::Approx(1));
  CHECK(radio.coverage == "none");
  CHECK(!found->consequences[2].occurs);
  CHECK(report::consequences_json(*found).find("\"no-112\"") != std::string::npos);
}

TEST_CASE("review: a region without the table says which table to add; a consequence of the wrong sort has its place") {
  const auto found = study::review(built(dorp()), few(), texts());
  REQUIRE(!found);
  CHECK(found.error().message.key == "study.review.no_table");
  CHECK(found.error().place.table == "consequences");
  auto tables = with_consequences();
  tables.tables.at("consequences").rows[1][4] = "alarm";  // down counts assets of a vital process
  Diagnostics notes;
  CHECK(!region::build_region(tables, notes));
  REQUIRE(!notes.problems().empty());
  CHECK(notes.problems()[0].message.key == "region.consequence.no_process");
  CHECK(notes.problems()[0].place.row == 3);
}

TEST_CASE("hazards: all of a region side by side; a part at hour 0 gives what it gives alone, bit for bit") {
  auto tables = dorp();
  formats::Table& hazards = tables.tables.at("hazards");
  auto copy = hazards.rows[0];
  copy[0] = "again";
  copy[*hazards.column("combines")] = "power-72h@0";
  hazards.rows.push_back(copy);
  const auto found = study::compare_hazards(built(tables), few(), 2, texts());
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK((*found)[0].replicas == 2);
  CHECK((*found)[0].unmet_person_hours.mean > (*found)[1].unmet_person_hours.mean);
  CHECK((*found)[2].unmet_person_hours.mean == (*found)[0].unmet_person_hours.mean);
  CHECK((*found)[2].worst_needs.p95 == (*found)[0].worst_needs.p95);
  CHECK((*found)[0].worst_dark.mean == 2100);
  // The zones have light again from minute 4386 and 4476: nine tenths of 2,100 from hour 75 on.
  REQUIRE((*found)[0].recovered_h);
  CHECK((*found)[0].recovered_h->p50 == 75);
  CHECK((*found)[0].lost_share == 1);
}

TEST_CASE("hazards: where nobody loses electricity there is no hour of its return, not hour 0") {
  auto tables = dorp();
  formats::Table& shocks = tables.tables.at("shocks");
  const std::size_t hazard = *shocks.column("hazard");
  const std::size_t duration = *shocks.column("duration_h");
  for (auto& row : shocks.rows)
    if (row[hazard] == "power-72h") {
      row[duration] = "0";  // struck for no time at all
      row[*shocks.column("duration_delay")] = "";
    }
  const auto found = study::compare_hazards(built(tables), few(), 2, texts());
  REQUIRE(found);
  REQUIRE((*found)[0].id == "power-72h");
  CHECK((*found)[0].replicas == 2);
  CHECK(!(*found)[0].recovered_h);
  CHECK((*found)[0].lost_share == 0);
  const std::string json = report::hazards_json(*found);
  CHECK(json.find("\"recovered_h\":null") != std::string::npos);
}

TEST_CASE("hazards: one that the engine cannot run stands in the list with the reason") {
  auto tables = dorp();
  formats::Table& hazards = tables.tables.at("hazards");
  for (auto& row : hazards.rows)
    if (row[0] == "two-hits") row[*hazards.column("season")] = "summer";  // the village has no outdoor.summer
  const auto found = study::compare_hazards(built(tables), few(), 2, texts());
  REQUIRE(found);
  CHECK((*found)[1].replicas == 0);
  CHECK((*found)[1].refused.nl.find("outdoor.summer") != std::string::npos);
  CHECK((*found)[0].replicas == 2);
}

TEST_CASE("hazards: a story has a sentence for each set of shocks that differ in their start only, and its sources") {
  const auto region = built(dorp());
  const auto story = study::story_of(region, *region.find_hazard("power-72h"), texts());
  REQUIRE(story.sentences.size() == 3);
  CHECK(story.core);
  CHECK(story.sentences[0].nl.find("72 uur lang") != std::string::npos);
  CHECK(story.sentences[1].nl.find("daarna nog 1 uur") != std::string::npos);
  CHECK(story.sources.size() == 1);
  auto tables = dorp();
  formats::Table& shocks = tables.tables.at("shocks");
  auto later = shocks.rows[0];
  later[0] = "hs-later";
  later[*shocks.column("start_h")] = "100";
  shocks.rows.push_back(later);
  const auto twice = study::story_of(built(tables), *region.find_hazard("power-72h"), texts());
  CHECK(twice.sentences.size() == 3);
  CHECK(twice.sentences[0].nl.starts_with("2 keer, van uur 0 tot en met uur 100"));
}

TEST_CASE("review: a process counts once it has been down for its MTPD, and a continuity plan bears it") {
  // docs/model.md, section 7: 112 calls are taken by nobody on [1710, 4515) and can be missed for 2 hours, so from
  // minute 1830 on: the hours 31 … 75. Civil affairs are down for 46 hours, and can be missed for 72.
  auto tables = with_consequences();
  formats::Table& rows = tables.tables.at("consequences");
  rows.rows = {{"late-112", "Te lang geen 112", "No 112 for too long", "late", "call_taking", "1",
                "veiligheidsdirectie", "2.1", "dorp", "assumption"},
               {"late-affairs", "Te lang geen burgerzaken", "No civil affairs for too long", "late", "civil_affairs",
                "1", "car", "", "dorp", "assumption"}};
  formats::Table& plans = tables.tables.at("plans");
  for (auto& row : plans.rows) {
    row[*plans.column("covers")] = "late-112";
    row[*plans.column("capacity")] = "1";
    row[*plans.column("unit")] = "processen";
  }
  const auto found = study::review(built(tables), few(), texts());
  REQUIRE(found);
  REQUIRE(found->consequences.size() == 2);
  const auto& calls = found->consequences[0];
  CHECK(calls.occurs);
  CHECK(calls.from_h == 31);
  CHECK(calls.until_h == 76);
  CHECK(calls.peak.mean == 1);
  CHECK(calls.sum_hours == doctest::Approx(45));
  CHECK(calls.unit.nl == "processen");
  // The plan ends at hour 72: it bears 31 … 71.
  CHECK(calls.coverage == "partly");
  CHECK(calls.hours_covered == doctest::Approx(41.0 / 45));
  CHECK(*calls.number_covered == doctest::Approx(41.0 / 45));
  CHECK(!found->consequences[1].occurs);
}
