#include "backtest/shipped.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "backtest/backtest.hpp"

using namespace veer;

TEST_CASE("shipped outages: every observation names where it was read, and some outages are new to the figures") {
  const backtest::Cases& cases = backtest::shipped_cases();
  CHECK(cases.cases.size() >= 16);
  for (const backtest::Observation& row : cases.observations) {
    CAPTURE(cases.cases[row.case_index].id);
    CHECK(!row.source.empty());
  }
  CHECK(std::any_of(cases.cases.begin(), cases.cases.end(), [](const auto& row) { return !row.in_sources; }));
}

TEST_CASE("shipped outages: at least 85 % of what was seen touches the prediction, which is no wider than the world") {
  const backtest::Report report = backtest::run(backtest::shipped_cases());
  CHECK(report.share_inside >= 0.85);
  REQUIRE(report.median_width_ratio);
  CHECK(*report.median_width_ratio < 3);
}
