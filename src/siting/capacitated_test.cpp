#include "siting/capacitated.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "siting/knapsack.hpp"
#include "support/small_problems.hpp"

using namespace veer;
using namespace veer::siting;

namespace {

/// The best value over all assignments, by trying each; unreachable when none keeps the rules.
double enumerated(const CapacitatedProblem& problem) {
  std::vector<Site> server(problem.customer_count(), 0);
  double best = unreachable;
  for (;;) {
    best = std::min(best, value_of(problem, server));
    std::size_t i = 0;
    while (i < server.size() && ++server[i] == problem.site_count()) server[i++] = 0;
    if (i == server.size()) return best;
  }
}

/// @returns whether an assignment exists
bool check_against_enumeration(const CapacitatedProblem& problem) {
  const double best = enumerated(problem);
  const CapacitatedOutcome outcome = solve_capacitated(problem, {});
  if (best == unreachable) {
    CHECK_FALSE(outcome.answer.has_value());
    CHECK(outcome.proven_empty);
    return false;
  }
  REQUIRE(outcome.answer.has_value());
  CHECK(value_of(problem, outcome.answer->server) == doctest::Approx(outcome.answer->value).epsilon(1e-12));
  CHECK(outcome.answer->value == doctest::Approx(best).epsilon(2e-6));
  CHECK(outcome.answer->bound <= best * (1 + 1e-9));
  CHECK(outcome.answer->status == Status::optimal);
  return true;
}

}  // namespace

TEST_CASE("capacitated: two customers that do not fit together go apart, though one site is nearest to both") {
  CapacitatedProblem problem;
  problem.cost = {1, 5, 2, 9};
  problem.demand = {6, 5};
  problem.capacity = {10, 10};
  problem.fixed = {0, 0};
  problem.most = 2;
  const CapacitatedOutcome outcome = solve_capacitated(problem, {});
  REQUIRE(outcome.answer.has_value());
  CHECK(outcome.answer->value == 7);  // 5 + 2, not 1 + 9
  CHECK(outcome.answer->server == std::vector<Site>{1, 0});
  CHECK(outcome.answer->status == Status::optimal);
  problem.capacity = {11, 10};
  CHECK(solve_capacitated(problem, {}).answer->value == 3);
}

TEST_CASE("capacitated: the same as trying every assignment") {
  int with_answer = 0;
  int without = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed ", seed);
    (check_against_enumeration(test::random_capacitated(seed)) ? with_answer : without)++;
  }
  CHECK(with_answer > 100);
  CHECK(without > 20);
}

TEST_CASE("capacitated: without patience an answer comes with a bound that holds") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const CapacitatedProblem problem = test::random_capacitated(seed);
    const CapacitatedOutcome outcome = solve_capacitated(problem, {.seconds_left = [] { return 0.0; }});
    const double best = enumerated(problem);
    CHECK(outcome.bound <= best);
    if (outcome.answer) CHECK(outcome.answer->value >= best);
  }
}

TEST_CASE("knapsack: the same as trying every filling, and the profit within less room is never understated") {
  Knapsack sack;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    INFO("seed ", seed);
    test::Dice dice(seed);
    std::vector<Item> items;
    const std::uint32_t count = dice.roll(0, 11);
    for (std::uint32_t k = 0; k < count; ++k) items.push_back({dice.roll(1, 60) * 0.7, dice.roll(0, 20), k});
    const std::int64_t capacity = dice.roll(0, 80);
    std::vector<double> best(static_cast<std::size_t>(capacity) + 1, 0);
    for (unsigned set = 0; set < (1U << count); ++set) {
      std::int64_t weight = 0;
      double profit = 0;
      for (const Site k : test::sites_of(set)) {
        weight += items[k].weight;
        profit += items[k].profit;
      }
      for (auto w = weight; w <= capacity; ++w)
        best[static_cast<std::size_t>(w)] = std::max(best[static_cast<std::size_t>(w)], profit);
    }
    auto copy = items;
    sack.fill(copy, capacity);
    CHECK(sack.profit() == doctest::Approx(best.back()));
    CHECK(sack.broken_part() == 0);
    std::int64_t weight = 0;
    double profit = 0;
    for (const std::uint32_t name : sack.taken()) {
      weight += items[name].weight;
      profit += items[name].profit;
    }
    CHECK(weight <= capacity);
    CHECK(profit == doctest::Approx(sack.profit()));
    copy = items;
    sack.tabulate(copy, capacity);
    for (std::int64_t w = 0; w <= capacity; ++w)
      CHECK(sack.profit_within(w) >= best[static_cast<std::size_t>(w)] - 1e-9);
  }
}

TEST_CASE("knapsack: too large for a table, the relaxation is no less than what fits and breaks one item") {
  std::vector<Item> items;
  for (std::uint32_t k = 0; k < 50; ++k) items.push_back({1000.0 + k, 1'000'003 + k, k});
  Knapsack sack;
  sack.fill(items, 20'000'000);
  CHECK(sack.taken().size() == 19);
  CHECK(sack.broken_part() > 0.9);
  CHECK(sack.broken_part() < 1);
  double whole = 0;
  for (const std::uint32_t name : sack.taken()) whole += 1000.0 + name;
  CHECK(sack.profit() > whole);
}
