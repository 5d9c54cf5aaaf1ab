#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "siting/capacitated.hpp"
#include "siting/mixed_models.hpp"

// Every model at its borders: nobody, nowhere, out of reach, and rules that nothing keeps.

namespace {

using namespace veer;
using namespace veer::siting;

using Model = std::function<Result<Answer>(const SitingCase&, const Rules&)>;

struct Named {
  std::string name;
  Model solve;
};

std::vector<Scenario> two_worlds(const SitingCase& facts) {
  const std::vector<char> all(facts.site_count, 1);
  return {{0.5, all}, {0.5, all}};
}

Result<Answer> levels(const SitingCase& facts, const Rules& rules) {
  const UpperLevel upper{.site_count = 1,
                         .rules = {.least = 1, .most = 1},
                         .minutes = std::vector<std::vector<Arc>>(facts.site_count, {{3, 0}}),
                         .weight = 1};
  auto answer = two_levels(facts, rules, upper, 30, nullptr, {});
  return answer ? Result<Answer>(std::move(answer->base)) : fail(std::move(answer.error()));
}

Result<Answer> networks(const SitingCase& facts, const Rules& rules) {
  const std::vector<double> place_cost(facts.site_count, 1);
  auto answer = two_networks({facts, rules, 30}, {facts, rules, 30}, place_cost, nullptr, {});
  return answer ? Result<Answer>(std::move(answer->first)) : fail(std::move(answer.error()));
}

const std::vector<Named>& models() {
  static const std::vector<Named> all{
      {"walk_least", [](const auto& f, const auto& r) { return walk_least(f, r, 30, {}); }},
      {"cover_most", [](const auto& f, const auto& r) { return cover_most(f, r, 5, {}); }},
      {"cover_gradually", [](const auto& f, const auto& r) { return cover_gradually(f, r, 2, 8, {}); }},
      {"cover_all", [](const auto& f, const auto& r) { return cover_all(f, r, 5, nullptr, {}); }},
      {"walk_least_at_worst", [](const auto& f, const auto& r) { return walk_least_at_worst(f, r, {}); }},
      {"walk_least_expected",
       [](const auto& f, const auto& r) { return walk_least_expected(f, r, two_worlds(f), 30, {}); }},
      {"walk_least_in_worst_scenario",
       [](const auto& f, const auto& r) { return walk_least_in_worst_scenario(f, r, two_worlds(f), 30, nullptr, {}); }},
      {"cover_twice", [](const auto& f, const auto& r) { return cover_twice(f, r, 5, 0.6, nullptr, {}); }},
      {"two_levels", levels},
      {"two_networks", networks},
  };
  return all;
}

/// Two sites and three customers, one of whom can reach neither.
SitingCase three_customers() {
  return {.site_count = 2, .weight = {10, 20, 5}, .minutes = {{{4, 0}, {9, 1}}, {{5, 1}}, {}}};
}

}  // namespace

TEST_CASE("borders: without customers any allowed choice is an answer, and it is proven") {
  for (const Named& model : models()) {
    INFO(model.name);
    const auto answer = model.solve({.site_count = 2, .weight = {}, .minutes = {}}, {.least = 0, .most = 2});
    REQUIRE(answer.has_value());
    CHECK(answer->server.empty());
    CHECK(answer->status == Status::optimal);
  }
}

TEST_CASE("borders: without candidates nobody is served, and that is an answer where nobody must be") {
  for (const Named& model : models()) {
    INFO(model.name);
    const SitingCase facts{.site_count = 0, .weight = {10, 20}, .minutes = {{}, {}}};
    const auto answer = model.solve(facts, {.least = 0, .most = 0});
    REQUIRE(answer.has_value());
    CHECK(answer->sites.empty());
    CHECK(answer->server == std::vector<Site>{no_site, no_site});
    const auto none = model.solve(facts, {.least = 1, .most = 1});
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().kind == ErrorKind::conflict);
  }
}

TEST_CASE("borders: who can reach no candidate has no site, and does not keep the others from theirs") {
  for (const Named& model : models()) {
    INFO(model.name);
    const auto answer = model.solve(three_customers(), {.least = 2, .most = 2});
    REQUIRE(answer.has_value());
    CHECK(answer->sites == std::vector<Site>{0, 1});
    CHECK(answer->server == std::vector<Site>{0, 1, no_site});
    CHECK(answer->status == Status::optimal);
  }
}

TEST_CASE("borders: rules that nothing keeps are proven to be a conflict") {
  const std::vector<Rules> impossible{
      {.least = 3, .most = 3},                                              // more than there are
      {.least = 2, .most = 1},                                              // turned round
      {.least = 1, .most = 1, .choice = {Choice::open, Choice::open}},      // two kept where one is allowed
      {.least = 1, .most = 2, .choice = {Choice::closed, Choice::closed}},  // none left
      {.least = 2, .most = 2, .price = {3, 3}, .budget = 5},                // too dear together
      {.least = 0, .most = 2, .choice = {Choice::open, Choice::free}, .price = {3, 3}, .budget = 2},
      {.least = 1, .most = 1, .group = {0, 1}, .group_least = {1, 1}},  // one for two municipalities
      {.least = 0, .most = 2, .group = {0, 0}, .group_least = {0, 1}},  // a municipality without candidates
  };
  for (const Named& model : models()) {
    for (std::size_t k = 0; k < impossible.size(); ++k) {
      INFO(model.name, ", rules ", k);
      const auto answer = model.solve(three_customers(), impossible[k]);
      REQUIRE_FALSE(answer.has_value());
      CHECK(answer.error().kind == ErrorKind::conflict);
    }
  }
}

TEST_CASE("borders: exactly the budget and exactly the minimum are allowed") {
  for (const Named& model : models()) {
    INFO(model.name);
    const auto paid = model.solve(three_customers(), {.least = 2, .most = 2, .price = {3, 2}, .budget = 5});
    REQUIRE(paid.has_value());
    CHECK(paid->sites == std::vector<Site>{0, 1});
    const auto fair = model.solve(three_customers(), {.least = 0, .most = 2, .group = {0, 1}, .group_least = {1, 1}});
    REQUIRE(fair.has_value());
    CHECK(fair->sites == std::vector<Site>{0, 1});
  }
}

TEST_CASE("borders: capacities without customers, and with a customer too large for every site") {
  CapacitatedProblem problem;
  problem.capacity = {5, 5};
  problem.fixed = {1, 1};
  problem.most = 2;
  const auto nobody = solve_capacitated(problem, {});
  REQUIRE(nobody.answer.has_value());
  CHECK(nobody.answer->value == 0);
  CHECK(nobody.answer->status == Status::optimal);
  problem.demand = {6};
  problem.cost = {1, 1};
  CHECK(solve_capacitated(problem, {}).proven_empty);
  problem.demand = {5};
  CHECK(solve_capacitated(problem, {}).answer->value == 2);
  problem.choice = {Choice::closed, Choice::closed};
  CHECK(solve_capacitated(problem, {}).proven_empty);
}
