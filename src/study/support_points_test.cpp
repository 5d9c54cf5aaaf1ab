#include "study/support_points.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "importers/package/package.hpp"
#include "report/json.hpp"
#include "report/messages.hpp"
#include "study/messages.hpp"
#include "support_points/messages.hpp"

namespace {

using namespace veer;

const Texts& texts() {
  static const Texts all{study::messages(), report::messages(), support_points::messages()};
  return all;
}

/// Dorp with a school as second candidate, a fire station, and walks from every square.
region::Region village() {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto read = importers::load_region(
      (std::filesystem::path(source == nullptr ? "." : source) / "regions" / "dorp").string(), notes);
  REQUIRE(read.has_value());
  region::Region region = *std::move(read);
  region::SupportPoint school = region.support_points.front();
  school.id = "school";
  school.name = "School";
  school.place = {5.2255, 52.5522};
  school.area = region::AreaId{1};
  region::SupportPoint station = school;
  station.id = "kazerne";
  station.name = "Kazerne";
  station.level = region::SupportLevel::coordinating;
  region.support_points.push_back(school);
  region.support_points.push_back(station);
  for (std::size_t c = 0; c < region.cells.size(); ++c) {
    const bool far = region.cells[c].centre.lon > 5.21;
    region::CellWalks row;
    row.id = std::to_string(c);
    row.cell = region::CellId{c};
    row.walks = {{region::SupportPointId{far ? 1U : 0U}, 6}, {region::SupportPointId{far ? 0U : 1U}, 30}};
    region.walks.push_back(row);
  }
  return region;
}

study::Options few(bool support_points = true) {
  study::Options options;
  options.replicas = 64;
  options.cut_sets = false;
  options.support_points = support_points;
  return options;
}

}  // namespace

TEST_CASE("study: the chosen points are played, and nothing else behaves otherwise for it") {
  const region::Region region = village();
  const auto with = study::run(region, few(), texts());
  const auto without = study::run(region, few(false), texts());
  REQUIRE(with.has_value());
  REQUIRE(without.has_value());
  CHECK_FALSE(without->support_points.has_value());
  REQUIRE(with->support_points.has_value());
  const report::SupportPlanFinding& plan = *with->support_points;
  // 2,100 residents: one local and one coordinating point by the norms; the middle of the village is nearer to more.
  CHECK(plan.local == 1);
  CHECK(plan.coordinating == 1);
  REQUIRE(plan.points.size() == 2);
  CHECK(plan.points[0].id == "dorpshuis");
  CHECK(plan.points[0].coordinator == 1);
  REQUIRE(plan.points[0].open_h.has_value());
  CHECK(plan.points[0].open_h->mean > 0);
  CHECK(plan.points[0].open_h->mean < 71);
  // Nobody is there in the first hour: opening takes one to two, and the restart is on top of it.
  CHECK(plan.points[0].open_probability[0] == 0);
  CHECK(plan.points[0].open_probability[1] == 0);
  REQUIRE(plan.open_h.has_value());
  CHECK(plan.open_h->mean == doctest::Approx(plan.points[0].open_h->mean));
  CHECK(with->total_unmet_person_hours.mean == without->total_unmet_person_hours.mean);
  for (std::size_t p = 0; p < with->processes.size(); ++p)
    CHECK(with->processes[p].down_hours.mean == without->processes[p].down_hours.mean);
}

TEST_CASE("study: a point without staff is closed by staff") {
  region::Region region = village();
  for (const char* id : {"dorp"}) {
    region::Resource row;
    row.id = std::string("support-staff/") + id;
    row.kind = "support_staff";
    row.amount = 0;
    region.resources.push_back(row);
  }
  for (region::Area& area : region.areas) area.volunteers = 0;
  const auto found = study::run(region, few(), texts());
  REQUIRE(found.has_value());
  const report::SupportPlanFinding& plan = *found->support_points;
  CHECK(plan.rosters.front().short_chance == 1);
  CHECK(plan.open_h->mean == 0);
  // Something is always in the way; where more is, the first of its needs is told.
  double shares = 0;
  for (const report::SupportClosing& row : plan.closing) shares += row.share;
  CHECK(shares == doctest::Approx(1));
  REQUIRE_FALSE(plan.closing.empty());
  CHECK(plan.closing.front().id == "staff");
  CHECK(plan.points[0].closes.front().id == "needs/support-point/dorpshuis/staff");
}

TEST_CASE("study: the same bytes again, and a region without walks has no chapter") {
  region::Region region = village();
  const auto once = study::run(region, few(), texts());
  auto options = few();
  options.threads = 3;
  const auto again = study::run(region, options, texts());
  REQUIRE(once.has_value());
  REQUIRE(again.has_value());
  CHECK(report::results_json(*once) == report::results_json(*again));
  region.walks.clear();
  const auto bare = study::run(region, few(), texts());
  REQUIRE(bare.has_value());
  CHECK_FALSE(bare->support_points.has_value());
}
