#include "report/sections/measures_board.hpp"

#include <doctest/doctest.h>

#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

/// Two years of 100,000 and 50,000 euros, of which 90,000 are asked; the State pays what it likes. The sum of worths
/// says 200 of it.
MeasurePlan half_spent(double bound) {
  MeasurePlan plan;
  plan.rule = "person-hours";
  plan.bound = bound;
  plan.surrogate_of_plan = 200;
  PayerFinding region;
  region.name = "Veiligheidsregio";
  region.years = {{2025, 60'000, 100'000, 0}, {2026, 30'000, 50'000, 0}};
  PayerFinding state;
  state.name = "Rijk";
  state.years = {{2025, 7'000, std::nullopt, 0}};
  plan.payers = {region, state};
  return plan;
}

std::string board_of(const MeasurePlan& plan) {
  static const Texts texts{messages(), data_messages()};
  static const Findings findings = testing::sample_findings();
  Page page(findings, Language::nl, texts);
  sections::measures_board(page, plan);
  return page.take();
}

}  // namespace

TEST_CASE("board: what a proven plan does not ask of payers with a budget is named") {
  const std::string page = board_of(half_spent(200));
  CHECK(page.find("vraagt €&nbsp;60.000 van het beschikbare geld niet") != std::string::npos);
  CHECK(page.find("bewezen dat er geen beter plan is") != std::string::npos);
}

TEST_CASE("board: of a plan below the bound nobody can say why money is left, or that nothing is better") {
  const std::string page = board_of(half_spent(250));
  CHECK(page.find("beschikbare geld niet") == std::string::npos);
  CHECK(page.find("geen beter plan") == std::string::npos);
  CHECK(page.find("een ander plan hoogstens 20") != std::string::npos);
}

TEST_CASE("board: a minimum that no plan reaches is told with what is lacking") {
  MeasurePlan plan = half_spent(200);
  CHECK(board_of(plan).find("procentpunt lager") == std::string::npos);
  plan.minimum = 0.13;
  plan.below_minimum = 0.0048;
  CHECK(board_of(plan).find("blijft 0,48 procentpunt lager") != std::string::npos);
}

TEST_CASE("board: a year holds the money of the region against what is asked of it; others stand apart") {
  MeasurePlan plan = half_spent(200);
  plan.years.push_back({.year = 2025, .begins = {}, .cost_eur = 90'000, .others_eur = 20'000, .budget_eur = 75'000});
  const std::string page = board_of(plan);
  CHECK(page.find("gevraagd €&nbsp;70.000, beschikbaar €&nbsp;75.000; anderen betalen €&nbsp;20.000") !=
        std::string::npos);
}

TEST_CASE("board: the margin of a tail of few replicas goes by Student's t") {
  // Two values: t is 12.706; one: no margin.
  MeasurePlan plan;
  plan.tail_replicas = 2;
  CHECK(*tail_half_width(plan, {100, 10}) == doctest::Approx(127.06).epsilon(1e-4));
  plan.tail_replicas = 500;
  CHECK(*tail_half_width(plan, {100, 10}) == doctest::Approx(19.65).epsilon(1e-3));
  plan.tail_replicas = 1;
  CHECK_FALSE(tail_half_width(plan, {100, 0}).has_value());
}
