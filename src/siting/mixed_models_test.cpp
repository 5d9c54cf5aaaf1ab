#include "siting/mixed_models.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "mip/cbc.hpp"
#include "support/small_problems.hpp"

// Each model on small cases against trying every choice: without a solver the bound must hold, with CBC it must close.

namespace {

using namespace veer;
using namespace veer::siting;

constexpr std::uint32_t cases = 120;

double nearest(const std::vector<Arc>& row, const std::vector<Site>& sites) {
  double best = unreachable;
  for (const Arc& arc : row)
    if (std::find(sites.begin(), sites.end(), arc.site) != sites.end()) best = std::min(best, arc.cost);
  return best;
}

double walking(const SitingCase& facts, const std::vector<Site>& sites, double unserved) {
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i)
    sum += facts.weight[i] * std::min(unserved, nearest(facts.minutes[i], sites));
  return sum;
}

std::vector<std::vector<Site>> allowed_sets(std::size_t site_count, const Rules& rules) {
  const MedianProblem core = core_of({.site_count = site_count, .weight = {}, .minutes = {}}, rules);
  std::vector<std::vector<Site>> sets;
  for (unsigned set = 0; set < (1U << site_count); ++set)
    if (allowed(core, test::sites_of(set))) sets.push_back(test::sites_of(set));
  return sets;
}

/// What holds of any answer: value at least the best, bound at most; with a solver both are equal.
void check_proof(double value, double bound, Status status, double best, bool solved) {
  const double hair = 1e-6 * std::max(1.0, std::abs(best));
  CHECK(value >= best - hair);
  CHECK(bound <= best + hair);
  if (status == Status::optimal) CHECK(value == doctest::Approx(best).epsilon(1e-5));
  if (solved) CHECK(status == Status::optimal);
}

/// Calls `one` without a solver and, when CBC is there, with it.
template <class One>
void with_and_without_solver(One&& one) {
  one(nullptr);
  mip::Cbc cbc;
  if (cbc.present())
    one(&cbc);
  else
    MESSAGE("skipped the finish: cbc is not installed");
}

}  // namespace

TEST_CASE("mixed: back-up coverage is the same as trying every set") {
  with_and_without_solver([](mip::Solver* solver) {
    for (std::uint32_t seed = 0; seed < cases; ++seed) {
      INFO("seed ", seed);
      const auto [facts, rules] = test::random_case(seed);
      const double share = seed % 2 == 0 ? 0.7 : 0.5;
      double best = -1;
      for (const auto& sites : allowed_sets(facts.site_count, rules)) {
        double sum = 0;
        for (std::size_t i = 0; i < facts.customer_count(); ++i) {
          const auto near = std::count_if(facts.minutes[i].begin(), facts.minutes[i].end(), [&](const Arc& arc) {
            return arc.cost <= 6 && std::find(sites.begin(), sites.end(), arc.site) != sites.end();
          });
          sum += facts.weight[i] * (near == 0 ? 0 : near == 1 ? share : 1);
        }
        best = std::max(best, sum);
      }
      const auto answer = cover_twice(facts, rules, 6, share, solver, {});
      REQUIRE(answer.has_value() == (best >= 0));
      if (answer) check_proof(-answer->value, -answer->bound, answer->status, -best, solver != nullptr);
    }
  });
}

TEST_CASE("mixed: the least walk in the worst scenario is the same as trying every set") {
  with_and_without_solver([](mip::Solver* solver) {
    for (std::uint32_t seed = 0; seed < cases; ++seed) {
      INFO("seed ", seed);
      const auto [facts, rules] = test::random_case(seed);
      const auto scenarios = test::random_scenarios(seed, facts.site_count);
      double best = unreachable;
      for (const auto& sites : allowed_sets(facts.site_count, rules)) {
        double worst = 0;
        for (const Scenario& scenario : scenarios) {
          std::vector<Site> working;
          for (const Site site : sites)
            if (scenario.available[site] != 0) working.push_back(site);
          worst = std::max(worst, walking(facts, working, 20));
        }
        best = std::min(best, worst);
      }
      const auto answer = walk_least_in_worst_scenario(facts, rules, scenarios, 20, solver, {});
      REQUIRE(answer.has_value() == (best < unreachable));
      if (answer) check_proof(answer->value, answer->bound, answer->status, best, solver != nullptr);
    }
  });
}

TEST_CASE("mixed: two levels are the same as trying every pair of sets") {
  with_and_without_solver([](mip::Solver* solver) {
    int answered = 0;
    for (std::uint32_t seed = 0; seed < cases; ++seed) {
      INFO("seed ", seed);
      const auto [facts, rules] = test::random_case(seed);
      const UpperLevel upper = test::random_upper_level(seed, facts.site_count);
      double best = unreachable;
      for (const auto& sites : allowed_sets(facts.site_count, rules)) {
        for (const auto& above : allowed_sets(upper.site_count, upper.rules)) {
          double value = walking(facts, sites, 20);
          for (const Site site : sites) value += upper.weight * nearest(upper.minutes[site], above);
          best = std::min(best, value);
        }
      }
      const auto answer = two_levels(facts, rules, upper, 20, solver, {});
      if (best == unreachable) {
        CHECK_FALSE(answer.has_value());
        continue;
      }
      if (!answer) {
        CHECK(solver == nullptr);  // own search may miss an answer that exists, and then says so
        CHECK(answer.error().kind == ErrorKind::unavailable);
        continue;
      }
      ++answered;
      check_proof(answer->base.value, answer->base.bound, answer->base.status, best, solver != nullptr);
      REQUIRE(answer->coordinator.size() == answer->base.sites.size());
      for (const Site site : answer->coordinator)
        CHECK(std::count(answer->coordinating.begin(), answer->coordinating.end(), site) == 1);
    }
    CHECK(answered > 40);
  });
}

TEST_CASE("mixed: two networks that share places are the same as trying every pair of sets") {
  with_and_without_solver([](mip::Solver* solver) {
    for (std::uint32_t seed = 0; seed < cases; ++seed) {
      INFO("seed ", seed);
      const auto [facts, rules] = test::random_case(seed);
      test::Dice dice(seed + 900'000);
      const Rules others = test::random_rules(dice, static_cast<std::uint32_t>(facts.site_count));
      SitingCase water = facts;
      std::vector<double> place_cost;
      for (auto& row : water.minutes)
        for (Arc& arc : row) arc.cost = dice.roll(0, 30);
      for (std::size_t j = 0; j < facts.site_count; ++j) place_cost.push_back(dice.roll(0, 80));
      double best = unreachable;
      for (const auto& a : allowed_sets(facts.site_count, rules)) {
        for (const auto& b : allowed_sets(facts.site_count, others)) {
          double value = walking(facts, a, 20) + walking(water, b, 25);
          for (Site site = 0; site < facts.site_count; ++site)
            if (std::count(a.begin(), a.end(), site) + std::count(b.begin(), b.end(), site) > 0)
              value += place_cost[site];
          best = std::min(best, value);
        }
      }
      const auto answer = two_networks({facts, rules, 20}, {water, others, 25}, place_cost, solver, {});
      REQUIRE(answer.has_value() == (best < unreachable));
      if (answer) check_proof(answer->value, answer->bound, answer->status, best, solver != nullptr);
    }
  });
}

TEST_CASE("mixed: what is off is told") {
  const SitingCase facts{.site_count = 2, .weight = {1}, .minutes = {{{5, 0}}}};
  const Rules one{.least = 1, .most = 1};
  CHECK_FALSE(cover_twice(facts, one, 5, 0.4, nullptr, {}).has_value());
  CHECK_FALSE(walk_least_in_worst_scenario(facts, one, {}, 30, nullptr, {}).has_value());
  CHECK_FALSE(two_networks({facts, one, 30}, {facts, one, 30}, {1}, nullptr, {}).has_value());
  CHECK_FALSE(two_levels(facts, one, {.site_count = 1, .rules = one, .minutes = {{}}}, 30, nullptr, {}).has_value());
}
