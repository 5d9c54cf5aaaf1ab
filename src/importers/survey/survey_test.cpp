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
  std::string text = "area,weight,water_days,light_h\n";
  for (int i = 0; i < 30; ++i) text += "a,1,3,\n";
  text += "b,1,0,\n";
  auto tables = sketch().tables();
  const auto report = importers::import_survey(tables, written(folder, text));
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
  CHECK(!importers::import_survey(tables, written(folder, text)));
  const auto report = importers::import_survey(tables, written(folder, text), 2);
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
  REQUIRE(importers::import_survey(tables, file));
  const auto once = tables.tables;
  REQUIRE(importers::import_survey(tables, file));
  CHECK(tables.tables.at("parameters").rows == once.at("parameters").rows);
  auto& parameters = tables.tables.at("parameters");
  for (auto& row : parameters.rows)
    if (row.front() == "survey.correction") {
      row[*parameters.column("typical")] = "0.5";
      row[*parameters.column("low")] = "0.5";
    }
  REQUIRE(importers::import_survey(tables, file));
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
    const auto report = importers::import_survey(tables, written(folder, text));
    REQUIRE(!report);
    CHECK(tables.tables.at("parameters").rows == before.tables.at("parameters").rows);
    return report.error().message.key + " " + std::to_string(report.error().place.row) + " " +
           report.error().place.column;
  };
  CHECK(told("weight,water_h\n1,2\n") == "importers.survey.no_area 1 ");
  CHECK(told("area,warer_h\na,2\n") == "importers.survey.no_need 1 ");
  CHECK(told("area,water_h\na,2\nc,2\n").starts_with("importers.survey.area"));
  CHECK(told("area,water_h\na,2\na,veel\n") == "importers.survey.number 3 water_h");
  CHECK(told("area,weight,water_h\na,-1,3\n") == "importers.survey.number 2 weight");
  CHECK(told("area,water_h\na,2\n") == "importers.survey.few 0 ");
}
