#include <doctest/doctest.h>

#include "consequences/review.hpp"
#include "consequences/scales.hpp"

using namespace veer;
using consequences::Coverage;

namespace {

region::Consequence water() {
  region::Consequence out;
  out.id = "no-water";
  out.measure = region::ConsequenceMeasure::unmet;
  out.least = 100;
  return out;
}

region::Plan plan(std::optional<double> from, std::optional<double> until, std::optional<double> capacity,
                  const std::string& unit = "personen", const std::string& covers = "no-water") {
  region::Plan out;
  out.from_h = from;
  out.until_h = until;
  out.capacity = capacity;
  out.unit = unit;
  out.covers = {covers};
  return out;
}

/// Nobody at 0 and 1, then 150, 300, 200 people, then 50: fewer than count. P95 is twice that.
consequences::Course course() { return {.mean = {0, 0, 150, 300, 200, 50}, .p95 = {0, 0, 300, 600, 400, 100}}; }

}  // namespace

TEST_CASE("review: a consequence lasts from the first to the last hour in which enough people have it") {
  const auto found = consequences::review(water(), course(), {});
  CHECK(found.occurs);
  CHECK(found.from_h == 2);
  CHECK(found.until_h == 5);
  CHECK(found.peak_h == 3);
  CHECK(found.sum_hours == doctest::Approx(650));  // 150 + 300 + 200
  CHECK(!found.beyond_horizon);
  CHECK(found.coverage == Coverage::none);
}

TEST_CASE("review: what stays below the least does not occur, and what lasts to the end says so") {
  auto rare = water();
  rare.least = 301;
  CHECK(!consequences::review(rare, course(), {}).occurs);
  rare.least = 300;
  CHECK(consequences::review(rare, course(), {}).occurs);
  rare.least = 50;
  CHECK(consequences::review(rare, course(), {}).beyond_horizon);
}

TEST_CASE("review: a plan covers when it holds in every hour and bears P95 of the people") {
  const std::vector plans{plan(0, 48, 600)};
  const auto found = consequences::review(water(), course(), plans);
  CHECK(found.coverage == Coverage::covered);
  CHECK(found.hours_covered == 1);
  CHECK(*found.number_covered == doctest::Approx(1));
  const std::vector short_of_one{plan(0, 48, 599)};
  const auto nearly = consequences::review(water(), course(), short_of_one);
  CHECK(nearly.coverage == Coverage::partly);
  CHECK(*nearly.number_covered == doctest::Approx(1299.0 / 1300));  // 300 + 599 + 400 of 300 + 600 + 400
}

TEST_CASE("review: capacities of plans that hold in the same hour add up, and hours that none has stay open") {
  // Hour 2: none. Hour 3: 200 + 100 of 600. Hour 4: 100 of 400.
  const std::vector plans{plan(3, 4, 200), plan(3, std::nullopt, 100)};
  const auto found = consequences::review(water(), course(), plans);
  CHECK(found.coverage == Coverage::partly);
  CHECK(found.hours_covered == doctest::Approx(2.0 / 3));
  CHECK(*found.number_covered == doctest::Approx(400.0 / 1300));
  CHECK(found.plans == std::vector<std::size_t>{0, 1});
}

TEST_CASE("review: a plan without hours names the consequence and no more; another unit is no number of people") {
  const std::vector silent{plan(std::nullopt, std::nullopt, 1e6)};
  const auto named = consequences::review(water(), course(), silent);
  CHECK(named.coverage == Coverage::partly);
  CHECK(!named.says_when);
  CHECK(named.hours_covered == 0);
  CHECK(*named.number_covered == 0);
  const std::vector per_point{plan(0, std::nullopt, 2500, "personen per punt")};
  const auto points = consequences::review(water(), course(), per_point);
  CHECK(points.coverage == Coverage::partly);
  CHECK(points.hours_covered == 1);
  CHECK(!points.number_covered);
  const std::vector other{plan(0, 48, 600, "personen", "no-food")};
  CHECK(consequences::review(water(), course(), other).plans.empty());
}

TEST_CASE("review: plans that hold in other hours only do not cover it, unless one does not say when it holds") {
  const std::vector early{plan(0, 2, 600), plan(std::nullopt, 1, 600)};
  const auto found = consequences::review(water(), course(), early);
  CHECK(found.coverage == Coverage::none);
  CHECK(found.hours_covered == 0);
  CHECK(found.plans.size() == 2);
  const std::vector with_a_silent_one{plan(0, 2, 600), plan(std::nullopt, std::nullopt, 600)};
  CHECK(consequences::review(water(), course(), with_a_silent_one).coverage == Coverage::partly);
}

TEST_CASE("scales: a value at a border belongs to the class above it, and short disruptions have none") {
  region::ImpactScale days;
  days.criterion = "2.3";
  days.from_days = 2;
  days.until_days = 7;
  days.classes = {"A", "B", "C", "D", "D"};
  days.borders = {1e4, 1e5, 1e6, 1e9};
  region::ImpactScale weeks = days;
  weeks.from_days = 7;
  weeks.until_days.reset();
  weeks.classes = {"B", "C", "D", "E", "E"};
  const std::vector scales{days, weeks};
  const auto letter = [&](double value, double length) {
    return consequences::class_of(scales, region::ImpactScaleKind::national, "2.3", value, length);
  };
  CHECK(letter(9'999, 3) == "A");
  CHECK(letter(10'000, 3) == "B");
  CHECK(letter(1e6, 6.9) == "D");
  CHECK(letter(9'999, 7) == "B");
  CHECK(letter(1e6, 1.9) == "");
  CHECK(consequences::class_of(scales, region::ImpactScaleKind::regional, "2.3", 1e6, 3) == "");
}

TEST_CASE("review: processes are borne by plans that count processes, not residents or assets") {
  using region::ConsequenceMeasure;
  CHECK(consequences::counts_the_same("processen", ConsequenceMeasure::late));
  CHECK(!consequences::counts_the_same("objecten", ConsequenceMeasure::late));
  CHECK(!consequences::counts_the_same("processen", ConsequenceMeasure::down));
  CHECK(!consequences::counts_the_same("processen", ConsequenceMeasure::unmet));
}
