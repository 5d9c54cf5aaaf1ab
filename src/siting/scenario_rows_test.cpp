#include "siting/scenario_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "siting/work_patience.hpp"
#include "support/small_problems.hpp"

namespace {

using namespace veer;
using namespace veer::siting;

/// Person-minutes in one scenario, customer by customer.
double walked(const SitingCase& facts, const Scenario& scenario, const std::vector<Site>& sites, double unserved) {
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    double least = unserved;
    for (const Arc& arc : facts.minutes[i])
      if (scenario.available[arc.site] != 0 && std::count(sites.begin(), sites.end(), arc.site) > 0)
        least = std::min(least, arc.cost);
    sum += facts.weight[i] * least;
  }
  return sum;
}

/// A town of people and halls strewn over a square, with minutes in straight lines; each fifth of it hangs on a
/// station.
struct Town {
  SitingCase facts;
  std::vector<Scenario> scenarios;
};

Town town(std::uint32_t people, std::uint32_t halls) {
  test::Dice dice(people * 31 + halls);
  Town out;
  std::vector<std::pair<double, double>> hall;
  for (std::uint32_t j = 0; j < halls; ++j) {
    const double y = dice.roll(0, 1000);
    const double x = dice.roll(0, 1000);
    hall.emplace_back(x, y);
  }
  out.facts.site_count = halls;
  for (std::uint32_t i = 0; i < people; ++i) {
    const double x = dice.roll(0, 1000);
    const double y = dice.roll(0, 1000);
    out.facts.weight.push_back(dice.roll(1, 200));
    std::vector<Arc> row;
    for (Site j = 0; j < halls; ++j) row.push_back({std::hypot(x - hall[j].first, y - hall[j].second) / 20, j});
    std::sort(row.begin(), row.end(), [](const Arc& a, const Arc& b) { return a.cost < b.cost; });
    row.resize(std::min<std::size_t>(row.size(), 15));
    out.facts.minutes.push_back(std::move(row));
  }
  for (int station = 0; station <= 5; ++station) {
    Scenario scenario{1.0 / 6, {}};
    for (Site j = 0; j < halls; ++j) scenario.available.push_back(static_cast<int>(hall[j].first) / 201 + 1 != station);
    out.scenarios.push_back(std::move(scenario));
  }
  return out;
}

}  // namespace

TEST_CASE("scenario rows: merged rows say the same of every set in every scenario, and fewer of them do") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto [facts, rules] = test::random_case(seed);
    const auto scenarios = test::random_scenarios(seed, facts.site_count);
    const ScenarioRows rows(facts, rules, scenarios, 20);
    std::vector<double> weight;
    for (std::size_t s = 0; s < scenarios.size(); ++s) weight.push_back(0.5 + static_cast<double>(s));
    const MedianProblem problem = rows.weighted(weight);
    CHECK(rows.rows().customer_count() <= facts.customer_count() * scenarios.size());
    for (unsigned set = 0; set < (1U << facts.site_count); ++set) {
      const auto sites = test::sites_of(set);
      const auto values = rows.values(sites);
      double mean = 0;
      for (std::size_t s = 0; s < scenarios.size(); ++s) {
        CHECK(values[s] == doctest::Approx(walked(facts, scenarios[s], sites, 20)));
        mean += weight[s] * values[s];
      }
      CHECK(value_of(problem, sites) == doctest::Approx(mean));
    }
  }
}

TEST_CASE("scenario rows: a hall that only some can reach splits the rows of these and of nobody else") {
  const SitingCase facts{.site_count = 2, .weight = {1, 1}, .minutes = {{{3, 0}}, {{3, 0}, {4, 1}}}};
  const std::vector<Scenario> scenarios{{0.5, {1, 1}}, {0.3, {1, 0}}, {0.2, {1, 0}}};
  const ScenarioRows rows(facts, {.least = 1, .most = 1}, scenarios, 30);
  CHECK(rows.rows().customer_count() == 3);
  CHECK(rows.row_weights(std::vector<double>{0.5, 0.3, 0.2}) == std::vector<double>{1, 0.5, 0.5});
}

TEST_CASE(
    "mixed: in a town the proofs of the worst hazard and of two networks are close, and hold when stopped early") {
  const auto [facts, scenarios] = town(400, 60);
  const Rules ten{.least = 10, .most = 10};
  const Rules twenty{.least = 20, .most = 20};
  const Patience some = work_patience(4000);
  const auto worst = walk_least_in_worst_scenario(facts, ten, scenarios, 60, nullptr, some);
  REQUIRE(worst.has_value());
  // A tenth of the halls weighs a lot: a mixture of sets would do a little better than any one.
  CHECK(gap(*worst) < 0.03);
  double greatest = 0;
  for (const Scenario& scenario : scenarios) greatest = std::max(greatest, walked(facts, scenario, worst->sites, 60));
  CHECK(worst->value == doctest::Approx(greatest));
  const std::vector<double> place(facts.site_count, 2000);
  const auto both = two_networks({facts, ten, 60}, {facts, twenty, 60}, place, nullptr, work_patience(4000));
  REQUIRE(both.has_value());
  CHECK((both->value - both->bound) / both->value < 0.01);
  // The smaller network has no reason to stand where the larger does not: every place of its own costs 2,000.
  CHECK(both->first.sites.size() == 10);
  CHECK(both->second.sites.size() == 20);
  const auto hasty = walk_least_in_worst_scenario(facts, ten, scenarios, 60, nullptr, work_patience(3));
  if (hasty) CHECK(hasty->bound <= worst->value);
}
