#include "importers/survey/survey.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "region/builder.hpp"
#include "support/drawn_region.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;

namespace {

test::RegionSketch sketch() {
  test::RegionSketch out;
  out.asset("grid");
  out.area("a").zone("za", 100);
  out.daily("za", "water", {"grid"}).daily("za", "food", {"grid"});
  out.area("b").zone("zb", 100);
  out.daily("zb", "water", {"grid"});
  out.set("areas", "a", "preparedness", "old").set("areas", "b", "preparedness", "old");
  out.parameter("reserve.old.water", test::Figure(5));
  out.parameter("reserve.old.food", test::Figure(9));
  out.outage("grid", 10);
  return out;
}

std::filesystem::path written(const test::TemporaryFolder& folder, const std::string& text) {
  const auto path = folder / "enquete.csv";
  std::ofstream(path) << text;
  return path;
}

const region::Parameter* find(const region::Region& region, const std::string& id) {
  const auto found = region.find_parameter(id);
  return found.valid() ? &region.parameters[found.index()] : nullptr;
}

}  // namespace

TEST_CASE("survey: an area with enough answers gets its own profile, the others that of their municipality") {
  const test::TemporaryFolder folder;
  std::string text = "area,weight,water_days,remark\n";
  for (int i = 0; i < 30; ++i) text += "a,1,3,\n";
  text += "b,1,0,\n";
  auto tables = sketch().tables();
  Diagnostics unused;
  const auto report = importers::import_survey(tables, written(folder, text), unused);
  REQUIRE(report);
  REQUIRE(report->profiles.size() == 2);
  CHECK(report->profiles[0].id == "survey-a");
  CHECK(report->profiles[0].effective == doctest::Approx(30));
  CHECK(report->profiles[1].id == "survey-town");
  CHECK(report->profiles[1].areas == 1);
  CHECK(report->profiles[1].answers == 31);
  CHECK(report->correction == doctest::Approx(0.7));
  Diagnostics notes;
  const auto region = region::build_region(tables, notes);
  REQUIRE(region);
  // 3 days said, times 0.7: 50.4 hours. The need that was not asked keeps what it had.
  REQUIRE(find(*region, "reserve.survey-a.water") != nullptr);
  CHECK(find(*region, "reserve.survey-a.water")->typical == doctest::Approx(50.4));
  CHECK(find(*region, "reserve.survey-a.food")->typical == 9);
  CHECK(find(*region, "reserve.survey-town.water")->points.front().second == 0);
  CHECK(find(*region, "survey.correction")->confidence == 4);
  CHECK(region->areas[0].preparedness == "survey-a");
  CHECK(region->areas[1].preparedness == "survey-town");
}

TEST_CASE("survey: weights decide the shares, and make few answers worth fewer") {
  const test::TemporaryFolder folder;
  std::string text = "area,weight,water_h\n";
  for (int i = 0; i < 40; ++i) text += "a,1,10\n";
  text += "a,60,20\n";  // 60 % of the weight: (100)²/(40 + 3600) = 2.7 equal answers
  auto tables = sketch().tables();
  Diagnostics unused;
  CHECK(!importers::import_survey(tables, written(folder, text), unused));
  const auto report = importers::import_survey(tables, written(folder, text), unused, 2);
  REQUIRE(report);
  CHECK(report->profiles[0].effective == doctest::Approx(10000.0 / 3640).epsilon(0.01));
  Diagnostics notes;
  const auto region = region::build_region(tables, notes);
  REQUIRE(region);
  CHECK(find(*region, "reserve.survey-a.water")->typical == doctest::Approx(14));  // the median says 20, times 0.7
}

TEST_CASE("survey: the correction is a row that a region may change; importing twice changes nothing more") {
  const test::TemporaryFolder folder;
  std::string text = "area,water_h\n";
  for (int i = 0; i < 30; ++i) text += "town,10\n";
  auto tables = sketch().tables();
  const auto file = written(folder, text);
  Diagnostics unused;
  REQUIRE(importers::import_survey(tables, file, unused));
  const auto once = tables.tables;
  REQUIRE(importers::import_survey(tables, file, unused));
  CHECK(tables.tables.at("parameters").rows == once.at("parameters").rows);
  auto& parameters = tables.tables.at("parameters");
  for (auto& row : parameters.rows)
    if (row.front() == "survey.correction") {
      row[*parameters.column("typical")] = "0.5";
      row[*parameters.column("low")] = "0.5";
    }
  REQUIRE(importers::import_survey(tables, file, unused));
  Diagnostics notes;
  const auto region = region::build_region(tables, notes);
  REQUIRE(region);
  CHECK(find(*region, "reserve.survey-town.water")->typical == 5);
}

TEST_CASE("survey: what is wrong is told with its place and nothing is changed") {
  const test::TemporaryFolder folder;
  const auto before = sketch().tables();
  const auto told = [&](const std::string& text) {
    auto tables = before;
    Diagnostics notes;
    const auto report = importers::import_survey(tables, written(folder, text), notes);
    REQUIRE(!report);
    CHECK(tables.tables.at("parameters").rows == before.tables.at("parameters").rows);
    if (notes.problems().empty()) return report.error().message.key;
    const Problem& problem = notes.problems().front();
    CHECK(std::filesystem::path(problem.place.file).filename() == "enquete.csv");
    return problem.message.key + " " + std::to_string(problem.place.row) + " " + problem.place.column;
  };
  CHECK(told("weight,water_h\n1,2\n") == "importers.survey.no_area 1 ");
  CHECK(told("area,light\na,2\n") == "importers.survey.no_need 1 ");
  CHECK(told("area,warer_h\na,2\n") == "importers.survey.need_near 1 warer_h");
  CHECK(told("area,water_h,opera_days\na,2,1\n") == "importers.survey.need 1 opera_days");
  CHECK(told("area,water_h,food_h,water_days\na,2,1,1\n") == "importers.survey.twice 1 water_days");
  CHECK(told("area,water_h\na,2\nquartier,2\n") == "importers.survey.area 3 area");
  CHECK(told("area,water_h\na,2\n,2\n") == "importers.survey.area_empty 3 area");
  CHECK(told("area,water_h\na,2\na,veel\n") == "importers.survey.number 3 water_h");
  CHECK(told("area,water_h\na,2\na,1000001\n") == "importers.survey.number 3 water_h");
  CHECK(told("area,weight,water_h\na,-1,3\n") == "importers.survey.weight 2 weight");
  CHECK(told("area,weight,water_h\na,,3\n") == "importers.survey.weight 2 weight");
  CHECK(told("area,water_h\na,2\n") == "importers.survey.few");
}

TEST_CASE("survey: all faults of a file are told at once, those past the limit counted") {
  const test::TemporaryFolder folder;
  std::string text = "area,weight,water_h,water_days,foot_h,leeftijd\n";
  text += "towm,1,5,,,40\n";    // unknown area, met again below
  text += "a,zwaar,veel,,,\n";  // a weight and an answer
  text += "towm,1,x,,,\n";
  auto tables = sketch().tables();
  const auto before = tables.tables;
  Diagnostics notes(5);
  const auto report = importers::import_survey(tables, written(folder, text), notes);
  REQUIRE(!report);
  CHECK(report.error().message.key == "importers.survey.wrong");
  CHECK(report.error().message.arguments == std::vector<std::string>{"6"});
  CHECK(notes.error_count() == 6);
  std::vector<std::string> told;
  for (const Problem& problem : notes.problems())
    told.push_back(std::to_string(problem.place.row) + " " + problem.place.column);
  CHECK(told == std::vector<std::string>{"1 water_days", "1 foot_h", "2 area", "3 weight", "3 water_h"});
  // The area stands in two rows and is told once, with the municipality that it looks like.
  CHECK(notes.problems()[2].message.arguments == std::vector<std::string>{"towm", "2", "'town'"});
  CHECK(tables.tables.at("areas").rows == before.at("areas").rows);
}

TEST_CASE("survey: a column that says nothing here is named and the rest is read") {
  const test::TemporaryFolder folder;
  std::string text = "respondent,area,water_h,opmerking\n";
  for (int i = 0; i < 30; ++i) text += "1,a,10,geen\n";
  auto tables = sketch().tables();
  Diagnostics notes;
  const auto report = importers::import_survey(tables, written(folder, text), notes);
  REQUIRE(report);
  CHECK(report->unread == std::vector<std::string>{"respondent", "opmerking"});
  CHECK(report->profiles.size() == 2);
}
