#include "siting/median.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_problems.hpp"

using namespace veer;
using namespace veer::siting;

namespace {

/// The best value over all allowed sets, by trying each; unreachable when there is none.
double enumerated(const MedianProblem& problem) {
  double best = unreachable;
  for (unsigned set = 0; set < (1U << problem.site_count); ++set) {
    const auto sites = test::sites_of(set);
    if (allowed(problem, sites)) best = std::min(best, value_of(problem, sites));
  }
  return best;
}

void check_against_enumeration(const MedianProblem& problem) {
  const double best = enumerated(problem);
  const MedianOutcome outcome = solve_median(problem, {});
  if (best == unreachable) {
    CHECK_FALSE(outcome.answer.has_value());
    CHECK(outcome.proven_empty);
    return;
  }
  REQUIRE(outcome.answer.has_value());
  const Answer& answer = *outcome.answer;
  CHECK(allowed(problem, answer.sites));
  CHECK(value_of(problem, answer.sites) == doctest::Approx(answer.value).epsilon(1e-12));
  CHECK(answer.value == doctest::Approx(best).epsilon(2e-6));
  CHECK(answer.bound <= best + 1e-6 * std::abs(best));
  CHECK(answer.status == Status::optimal);
}

}  // namespace

TEST_CASE("median: two villages on a line get a site each") {
  MedianProblem problem;
  problem.site_count = 4;
  problem.least = problem.most = 2;
  const double at[] = {0, 1, 10, 11};
  for (const double customer : at) {
    std::vector<Arc> row;
    for (Site j = 0; j < 4; ++j) row.push_back({std::abs(at[j] - customer), j});
    problem.add_customer(row, 100);
  }
  const MedianOutcome outcome = solve_median(problem, {});
  REQUIRE(outcome.answer.has_value());
  CHECK(outcome.answer->value == 2);
  CHECK(outcome.answer->bound == 2);
  CHECK(outcome.answer->status == Status::optimal);
  CHECK(outcome.answer->server[0] == outcome.answer->server[1]);
  CHECK(outcome.answer->server[2] == outcome.answer->server[3]);
}

TEST_CASE("median: the same as trying every set, with whole and with broken costs") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed ", seed);
    check_against_enumeration(test::random_median(seed, {.whole = seed % 2 == 0}));
  }
}

TEST_CASE("median: the same as trying every set, with fixed costs and a free number of sites") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    INFO("seed ", seed);
    check_against_enumeration(test::random_median(seed, {.whole = seed % 2 == 0, .fixed = true, .any_count = true}));
  }
}

TEST_CASE("median: the same as trying every set, within a budget") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed ", seed);
    check_against_enumeration(
        test::random_median(seed, {.whole = seed % 2 == 0, .any_count = seed % 3 != 0, .budget = true}));
  }
}

TEST_CASE("median: the same as trying every set, with sites that must and must not, and a minimum per group") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed ", seed);
    check_against_enumeration(test::random_median(seed, {.whole = seed % 2 == 0,
                                                         .any_count = seed % 5 == 0,
                                                         .budget = seed % 3 == 0,
                                                         .groups = seed % 4 != 0,
                                                         .decided = seed % 7 != 0}));
  }
}

TEST_CASE("median: more points decided open than there may be is told, not solved") {
  MedianProblem problem = test::random_median(1, {});
  problem.choice.assign(problem.site_count, Choice::open);
  problem.least = problem.most = 1;
  const MedianOutcome outcome = solve_median(problem, {});
  CHECK_FALSE(outcome.answer.has_value());
  CHECK(outcome.proven_empty);
}

TEST_CASE("median: without patience the first answer comes with a bound that holds") {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const MedianProblem problem = test::random_median(seed, {});
    const MedianOutcome outcome = solve_median(problem, {.seconds_left = [] { return 0.0; }});
    REQUIRE(outcome.answer.has_value());
    const double best = enumerated(problem);
    CHECK(outcome.answer->value >= best);
    CHECK(outcome.answer->bound <= best);
  }
}

TEST_CASE("median: twice the same problem gives the same answer to the last bit") {
  const MedianProblem problem = test::random_median(5, {.whole = false, .customers = 120, .sites = 60, .count = 8});
  const auto first = solve_median(problem, {});
  const auto second = solve_median(problem, {});
  REQUIRE(first.answer.has_value());
  CHECK(first.answer->value == second.answer->value);
  CHECK(first.answer->bound == second.answer->bound);
  CHECK(first.answer->sites == second.answer->sites);
}
