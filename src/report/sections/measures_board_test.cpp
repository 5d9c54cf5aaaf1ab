#include "report/sections/measures_board.hpp"

#include <doctest/doctest.h>

#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

/// Two years of 100,000 and 50,000 euros, of which 90,000 are asked; the State pays what it likes.
MeasurePlan half_spent(const char* status) {
  MeasurePlan plan;
  plan.rule = "person-hours";
  plan.status = status;
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
  CHECK(board_of(half_spent("optimal")).find("vraagt €&nbsp;60.000 van het beschikbare geld niet") !=
        std::string::npos);
}

TEST_CASE("board: of a plan that is not proven nobody can say why money is left") {
  CHECK(board_of(half_spent("feasible")).find("beschikbare geld niet") == std::string::npos);
}
