#include "siting/demand_scenarios.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_problems.hpp"

using namespace veer;
using namespace veer::siting;

namespace {

/// Two neighbourhoods at the ends of a road, a site in each; one may be chosen.
SitingCase road() { return {.site_count = 2, .weight = {0, 0}, .minutes = {{{1, 0}, {11, 1}}, {{11, 0}, {1, 1}}}}; }
const Rules one{.least = 1, .most = 1};

}  // namespace

TEST_CASE("demand: the plan follows who stays, and the table says what the wrong guess costs") {
  const std::vector<DemandScenario> scenarios{{"all at home", {30, 20}}, {"warm day", {28, 20}}, {"old stay", {5, 20}}};
  const auto table = compare_demand(road(), scenarios, least_walking(one, 60), {});
  REQUIRE(table.has_value());
  CHECK(table->plans[0].sites == std::vector<Site>{0});
  CHECK(table->plans[2].sites == std::vector<Site>{1});
  CHECK(table->value_of(0, 0) == 30 * 1 + 20 * 11);
  CHECK(table->value_of(0, 2) == 5 * 1 + 20 * 11);
  CHECK(table->regret_of(0, 2) == (5 * 1 + 20 * 11) - (5 * 11 + 20 * 1));  // 150 person-minutes
  CHECK(table->regret_of(2, 0) == 100);                                    // 30·11 + 20·1 against 250
  CHECK(table->flips == std::vector<std::size_t>{2});                      // fewer on a warm day change nothing
  CHECK(table->always.empty());
  CHECK(table->safest_plan == 2);  // loses 100 at most, the first plan 150
  CHECK(only_in(table->plans[2].sites, table->plans[0].sites) == std::vector<Site>{1});
}

TEST_CASE("demand: exactly as many on both sides flips nothing, one more does") {
  const auto flips = [](double second) {
    const auto table =
        compare_demand(road(), {{"base", {20, 10}}, {"other", {20, second}}}, least_walking(one, 60), {});
    return table->flips.size();
  };
  CHECK(flips(20) == 0);
  CHECK(flips(21) == 1);
}

TEST_CASE("demand: covering loses people, and a plan is best in its own world") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    INFO("seed ", seed);
    auto [facts, rules] = test::random_case(seed);
    test::Dice dice(seed + 4242);
    std::vector<DemandScenario> scenarios(3);
    for (auto& scenario : scenarios)
      for (std::size_t i = 0; i < facts.customer_count(); ++i) scenario.weight.push_back(dice.roll(0, 40));
    for (const bool covering : {false, true}) {
      const auto question = covering ? most_covered(rules, 6) : least_walking(rules, 20);
      const auto table = compare_demand(facts, scenarios, question, {});
      facts.weight = scenarios[0].weight;
      REQUIRE(table.has_value() == question.solve(facts, {}).has_value());
      if (!table) continue;
      for (std::size_t p = 0; p < 3; ++p) {
        CHECK(table->value_of(p, p) == doctest::Approx(table->plans[p].value));
        CHECK(table->regret_of(p, p) <= 2e-6 * table->value_of(p, p) + 1e-9);
        for (std::size_t s = 0; s < 3; ++s) CHECK(table->regret_of(p, s) >= 0);
      }
    }
  }
}

TEST_CASE("demand: what is off is told") {
  CHECK_FALSE(compare_demand(road(), {}, least_walking(one, 60), {}).has_value());
  CHECK_FALSE(compare_demand(road(), {{"short", {1}}}, least_walking(one, 60), {}).has_value());
  CHECK_FALSE(compare_demand(road(), {{"negative", {1, -1}}}, least_walking(one, 60), {}).has_value());
  const auto none = compare_demand(road(), {{"base", {1, 1}}}, least_walking({.least = 3, .most = 3}, 60), {});
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().kind == ErrorKind::conflict);
}
