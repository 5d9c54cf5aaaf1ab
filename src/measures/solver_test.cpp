#include "measures/solver.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "measures/enumeration.hpp"
#include "measures/mip_model.hpp"
#include "mip/cbc.hpp"
#include "support/random_problem.hpp"

namespace {

using namespace veer;
using namespace veer::measures;
using doctest::Approx;
using test::random_problem;
using test::RandomShape;

/// One goal, one payer, a year of 1 January to 31 December in which everything works at once.
measures::Problem plain(std::vector<std::pair<double, double>> cost_and_worth, double budget, std::size_t years = 1) {
  measures::Problem out;
  out.years = years;
  out.year_weight.assign(years, 1);
  out.payers = 1;
  out.budget = {std::vector<double>(years, budget)};
  out.goals.resize(1);
  for (const auto& [cost, worth] : cost_and_worth) {
    Candidate candidate;
    candidate.id = std::string(1, static_cast<char>('a' + out.candidates.size()));
    candidate.once_eur = cost;
    candidate.payer_share = {1};
    out.candidates.push_back(candidate);
    out.goals[0].worth.push_back(worth);
  }
  return out;
}

}  // namespace

TEST_CASE("solver: a knapsack that the greedy rule gets wrong") {
  // Per euro a is best, but b and c together fill the budget: 7 + 7 against 8.
  const Solution found = solve(plain({{6, 8}, {5, 6.5}, {5, 6.5}}, 10));
  CHECK(found.status == Status::optimal);
  CHECK(found.value == Approx(13));
  CHECK_FALSE(found.phasing[0].has_value());
}

TEST_CASE("solver: exactly the budget is enough, a cent less is not") {
  CHECK(solve(plain({{100, 1}}, 100)).value == Approx(1));
  CHECK(solve(plain({{100.01, 1}}, 100)).value == Approx(0));
}

TEST_CASE("solver: a measure works after its lead time, and upkeep is paid while it works") {
  measures::Problem problem = plain({{100, 10}}, 130, 2);
  problem.candidates[0].lead_months = 6;
  problem.candidates[0].year_eur = 60;
  // Begun in the first year: half a year of work for 100 + 30, then a whole one for 60.
  const Solution found = solve(problem);
  CHECK(found.phasing[0] == 0);
  CHECK(found.value == Approx(15));
  CHECK(spending(problem, found.phasing)[0] == std::vector<double>{130, 60});
}

TEST_CASE("solver: money that may be kept is kept, money that lapses is lost") {
  measures::Problem problem = plain({{150, 10}}, 100, 2);
  CHECK(solve(problem).phasing[0] == 1);
  problem.carry_over = false;
  CHECK(solve(problem).value == Approx(0));
}

TEST_CASE("solver: the example of the documentation") {
  // docs/method/measures.md, "By hand": c in the first year, a in the second.
  measures::Problem problem = plain({{120, 30}, {60, 24}, {50, 10}}, 100, 2);
  problem.candidates[1].year_eur = 20;
  problem.candidates[1].lead_months = 6;
  const Solution found = solve(problem);
  CHECK(found.value == Approx(50));
  CHECK(found.phasing == Phasing{1, std::nullopt, 0});
}

TEST_CASE("solver: what was decided stays, also when it is not worth it") {
  measures::Problem problem = plain({{50, 1}, {60, 5}}, 100);
  problem.candidates[0].begun = 0;
  CHECK(solve(problem).value == Approx(1));
  problem.candidates[0].once_eur = 101;
  CHECK(solve(problem).status == Status::infeasible);
}

TEST_CASE("solver: every mix of constraints and goals agrees with going through all phasings") {
  int infeasible = 0;
  int late = 0;
  for (std::uint64_t seed = 0; seed < 432; ++seed) {
    // Years, payers and goals each go their own way, so that every mix of them comes by with every constraint.
    RandomShape shape;
    shape.years = 1 + seed % 3;
    shape.payers = 1 + seed / 3 % 3;
    shape.goals = 1 + seed / 9 % 3;
    shape.candidates = 3 + seed / 27 % 3;
    shape.decided = seed % 2 == 1;
    shape.minimum = seed % 5 == 0;
    shape.late = seed % 4 >= 2;
    shape.dry = seed % 7 < 2;
    shape.cofunded = seed % 8 >= 5;
    const measures::Problem problem = random_problem(seed, shape);
    const Solution found = solve(problem);
    const Solution every = enumerate(problem);
    CAPTURE(seed);
    CHECK(found.status == every.status);
    if (every.status == Status::infeasible) {
      ++infeasible;
      continue;
    }
    CHECK(found.value == Approx(every.value).epsilon(1e-9));
    CHECK(broken(problem, found.phasing) == "");
    CHECK(found.gap() == 0);
    // A measure that would begin sooner if it might shows that the first year asked for binds.
    measures::Problem sooner = problem;
    for (Candidate& candidate : sooner.candidates) candidate.earliest = 0;
    if (shape.late && solve(sooner).value > found.value + 1) ++late;
  }
  CHECK(infeasible > 20);
  CHECK(infeasible < 216);
  CHECK(late > 10);
}

TEST_CASE("solver: CBC finds the same optimum of the exported problem") {
  mip::Cbc cbc;
  if (!cbc.present()) {
    MESSAGE("skipped: cbc is not installed");
    return;
  }
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    RandomShape shape;
    shape.candidates = 9;
    shape.goals = 1 + seed % 2;
    shape.decided = seed % 3 == 0;
    const measures::Problem problem = random_problem(seed, shape);
    const Solution found = solve(problem);
    const mip::Model model = to_mip(problem);
    const auto other = cbc.solve(model, 30);
    REQUIRE(other.has_value());
    CAPTURE(seed);
    if (found.status == Status::infeasible) {
      CHECK(other->status == mip::SolutionStatus::infeasible);
      continue;
    }
    REQUIRE(other->status == mip::SolutionStatus::optimal);
    CHECK(-other->bound == Approx(found.value).epsilon(1e-6));
  }
}

TEST_CASE("solver: CBC finds the same optimum of problems that nobody can go through one by one") {
  mip::Cbc cbc;
  if (!cbc.present()) {
    MESSAGE("skipped: cbc is not installed");
    return;
  }
  for (std::uint64_t seed = 2000; seed < 2006; ++seed) {
    RandomShape shape{.candidates = 24, .years = 4, .payers = 5};
    shape.goals = 1 + seed % 2;
    shape.minimum = seed % 3 == 0;
    const measures::Problem problem = random_problem(seed, shape);
    const Solution found = solve(problem);
    const auto other = cbc.solve(to_mip(problem), 60);
    REQUIRE(other.has_value());
    CAPTURE(seed);
    REQUIRE(found.status == Status::optimal);
    CHECK(broken(problem, found.phasing) == "");
    REQUIRE(other->status == mip::SolutionStatus::optimal);
    CHECK(-other->bound == Approx(found.value).epsilon(1e-6));
  }
}

TEST_CASE("solver: eleven payers, sixty measures and four years are proven, where each rule links them") {
  const measures::Problem problem =
      random_problem(1002, {.candidates = 60, .years = 4, .payers = 11, .budget_share = 0.25});
  const Solution found = solve(problem);
  CHECK(found.status == Status::optimal);
  CHECK(broken(problem, found.phasing) == "");
  // The optimum that CBC proves too, in five times the time.
  CHECK(found.value == Approx(4'007'887.9).epsilon(1e-9));
  CHECK(found.nodes < 2'000);
}

TEST_CASE("solver: without enough effort it still says how far it may be off, and does so again") {
  const measures::Problem problem =
      random_problem(1000, {.candidates = 40, .years = 4, .payers = 1, .budget_share = 0.3});
  const Solution some = solve(problem, {.nodes = 5});
  const Solution again = solve(problem, {.nodes = 5});
  const Solution all = solve(problem);
  CHECK(some.status == Status::feasible);
  CHECK(all.status == Status::optimal);
  CHECK(some.value <= all.value);
  CHECK(some.bound >= all.value);
  CHECK(some.gap() < 0.05);
  CHECK(again.phasing == some.phasing);
  CHECK(again.bound == some.bound);
}
