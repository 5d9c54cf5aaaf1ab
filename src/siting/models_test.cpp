#include "siting/models.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "support/small_problems.hpp"

using namespace veer;
using namespace veer::siting;

namespace {

constexpr std::uint32_t cases = 250;

/// Minutes of a customer to the nearest of the sites, by looking at all.
double nearest(const SitingCase& facts, std::size_t customer, const std::vector<Site>& sites) {
  double best = unreachable;
  for (const Arc& arc : facts.minutes[customer])
    if (std::find(sites.begin(), sites.end(), arc.site) != sites.end()) best = std::min(best, arc.cost);
  return best;
}

/// Sum over customers of weight times what `worth` makes of the minutes.
double sum_of(const SitingCase& facts, const std::vector<Site>& sites, const std::function<double(double)>& worth) {
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) sum += facts.weight[i] * worth(nearest(facts, i, sites));
  return sum;
}

using Value = std::function<double(const std::vector<Site>&)>;

/// The least value over all allowed sets; unreachable when there is none.
double least_of(const SitingCase& facts, const Rules& rules, const Value& value) {
  const MedianProblem core = core_of(facts, rules);
  double best = unreachable;
  for (unsigned set = 0; set < (1U << facts.site_count); ++set) {
    const auto sites = test::sites_of(set);
    if (allowed(core, sites)) best = std::min(best, value(sites));
  }
  return best;
}

/// Holds an answer against enumeration. @param sign  1 for models that minimise, −1 for models that maximise
/// @returns whether there was an answer
bool check_answer(const Result<Answer>& answer, const SitingCase& facts, const Rules& rules, double sign,
                  const Value& value) {
  const double best = least_of(facts, rules, [&](const auto& sites) { return sign * value(sites); });
  if (best == unreachable) {
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().kind == ErrorKind::conflict);
    return false;
  }
  REQUIRE(answer.has_value());
  CHECK(allowed(core_of(facts, rules), answer->sites));
  CHECK(answer->value == doctest::Approx(value(answer->sites)));
  CHECK(sign * answer->value == doctest::Approx(best).epsilon(1e-5));
  CHECK(sign * answer->bound <= best + 1e-6 * std::abs(best));
  CHECK(answer->status == Status::optimal);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    const Site server = answer->server[i];
    if (server != no_site) CHECK(std::count(answer->sites.begin(), answer->sites.end(), server) == 1);
  }
  return true;
}

}  // namespace

TEST_CASE("models: walking least is the same as trying every set") {
  int answered = 0;
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    const auto [facts, rules] = test::random_case(seed);
    const auto value = [&](const auto& sites) {
      return sum_of(facts, sites, [](double minutes) { return std::min(minutes, 10.0); });
    };
    answered += check_answer(walk_least(facts, rules, 10, {}), facts, rules, 1, value) ? 1 : 0;
  }
  CHECK(answered > 100);
  CHECK(answered < static_cast<int>(cases));
}

TEST_CASE("models: covering most is the same as trying every set") {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    const auto [facts, rules] = test::random_case(seed);
    const auto value = [&](const auto& sites) {
      return sum_of(facts, sites, [](double minutes) { return minutes <= 4 ? 1.0 : 0.0; });
    };
    check_answer(cover_most(facts, rules, 4, {}), facts, rules, -1, value);
  }
}

TEST_CASE("models: covering gradually is the same as trying every set") {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    const auto [facts, rules] = test::random_case(seed);
    const auto value = [&](const auto& sites) {
      return sum_of(facts, sites, [](double minutes) { return std::clamp((9 - minutes) / 7, 0.0, 1.0); });
    };
    check_answer(cover_gradually(facts, rules, 2, 9, {}), facts, rules, -1, value);
  }
}

TEST_CASE("models: covering all with fewest sites is the same as trying every set") {
  int answered = 0;
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    auto [facts, rules] = test::random_case(seed);
    rules.least = 0;
    if (seed % 3 == 0) rules = {.most = facts.site_count};
    const auto value = [&](const auto& sites) {
      for (std::size_t i = 0; i < facts.customer_count(); ++i) {
        const bool reachable =
            std::any_of(facts.minutes[i].begin(), facts.minutes[i].end(), [](const Arc& arc) { return arc.cost <= 7; });
        if (reachable && nearest(facts, i, sites) > 7) return unreachable;
      }
      return static_cast<double>(sites.size());
    };
    answered += check_answer(cover_all(facts, rules, 7, nullptr, {}), facts, rules, 1, value) ? 1 : 0;
  }
  CHECK(answered > 100);
  CHECK(answered < static_cast<int>(cases));
}

TEST_CASE("models: the least greatest walk is the same as trying every set") {
  int answered = 0;
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    const auto [facts, rules] = test::random_case(seed);
    const auto value = [&](const auto& sites) {
      double greatest = 0;
      for (std::size_t i = 0; i < facts.customer_count(); ++i)
        if (facts.weight[i] > 0 && !facts.minutes[i].empty()) greatest = std::max(greatest, nearest(facts, i, sites));
      return greatest;
    };
    answered += check_answer(walk_least_at_worst(facts, rules, {}), facts, rules, 1, value) ? 1 : 0;
  }
  CHECK(answered > 100);
  CHECK(answered < static_cast<int>(cases));
}

TEST_CASE("models: walking least in expectation is the same as trying every set") {
  for (std::uint32_t seed = 0; seed < cases; ++seed) {
    INFO("seed ", seed);
    const auto [facts, rules] = test::random_case(seed);
    const auto scenarios = test::random_scenarios(seed, facts.site_count);
    const auto value = [&](const auto& sites) {
      double sum = 0;
      for (const Scenario& scenario : scenarios) {
        std::vector<Site> working;
        for (const Site site : sites)
          if (scenario.available[site] != 0) working.push_back(site);
        sum += scenario.chance * sum_of(facts, working, [](double minutes) { return std::min(minutes, 20.0); });
      }
      return sum;
    };
    check_answer(walk_least_expected(facts, rules, scenarios, 20, {}), facts, rules, 1, value);
  }
}

TEST_CASE("models: a site that a flood takes away is not chosen when another serves as well") {
  SitingCase facts{.site_count = 2, .weight = {10}, .minutes = {{{5, 0}, {6, 1}}}};
  const Rules one{.least = 1, .most = 1};
  CHECK(walk_least(facts, one, 30, {})->sites == std::vector<Site>{0});
  const std::vector<Scenario> flood{{0.5, {1, 1}}, {0.5, {0, 1}}};
  const auto answer = walk_least_expected(facts, one, flood, 30, {});
  CHECK(answer->sites == std::vector<Site>{1});
  CHECK(answer->value == 60);
}

TEST_CASE("models: data that are off are told, not solved") {
  const SitingCase good{.site_count = 2, .weight = {1}, .minutes = {{{5, 0}}}};
  const Rules one{.least = 1, .most = 1};
  const auto kind = [&](const SitingCase& facts, const Rules& rules) {
    const auto answer = walk_least(facts, rules, 30, {});
    return answer ? std::string("solved") : answer.error().message.arguments.front();
  };
  CHECK(kind(good, one) == "solved");
  CHECK(kind({.site_count = 2, .weight = {1, 1}, .minutes = {{{5, 0}}}}, one) == "minutes");
  CHECK(kind({.site_count = 2, .weight = {-1}, .minutes = {{{5, 0}}}}, one) == "weight");
  CHECK(kind({.site_count = 2, .weight = {1}, .minutes = {{{5, 2}}}}, one) == "site");
  CHECK(kind({.site_count = 2, .weight = {1}, .minutes = {{{5, 1}, {6, 1}}}}, one) == "site");
  CHECK(kind({.site_count = 2, .weight = {1}, .minutes = {{{-5, 1}}}}, one) == "minutes");
  CHECK(kind(good, {.most = 1, .choice = {Choice::open}}) == "choice");
  CHECK(kind(good, {.most = 1, .price = {1, -1}, .budget = 3}) == "price");
  CHECK(kind(good, {.most = 1, .budget = 3}) == "budget");
  CHECK(kind(good, {.most = 1, .group = {0, 1}, .group_least = {1}}) == "group");
  CHECK_FALSE(walk_least(good, one, unreachable, {}).has_value());
  CHECK_FALSE(cover_gradually(good, one, 5, 5, {}).has_value());
  CHECK_FALSE(walk_least_expected(good, one, {{1, {1}}}, 30, {}).has_value());
}
