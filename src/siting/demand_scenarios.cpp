#include "siting/demand_scenarios.hpp"

#include <algorithm>
#include <cmath>

namespace veer::siting {

namespace {

/// Minutes to the nearest of the sites.
double nearest(const std::vector<Arc>& row, const std::vector<char>& open) {
  double least = unreachable;
  for (const Arc& arc : row)
    if (open[arc.site] != 0) least = std::min(least, arc.cost);
  return least;
}

/// Sum of what `worth` makes of the minutes, weighted.
template <class Worth>
double weighted(const SitingCase& facts, const std::vector<Site>& sites, Worth&& worth) {
  std::vector<char> open(facts.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i)
    sum += facts.weight[i] * worth(nearest(facts.minutes[i], open));
  return sum;
}

Error wrong(std::string what) {
  return {ErrorKind::invalid_input, {"siting.case.bad", {"scenarios", std::move(what)}}, {}, {}};
}

/// Each world gets an equal share of the time that is left.
Result<std::vector<Answer>> plan_each(const std::vector<SitingCase>& worlds, const SitingQuestion& question,
                                      const Patience& patience) {
  std::vector<Answer> plans;
  for (std::size_t s = 0; s < worlds.size(); ++s) {
    const double left = patience.seconds_left();
    const double keep = left - left / static_cast<double>(worlds.size() - s);
    const Patience part{.seconds_left = [&patience, keep] { return patience.seconds_left() - keep; }};
    TRY(Answer plan, question.solve(worlds[s], std::isfinite(left) ? part : patience));
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace

SitingQuestion least_walking(Rules rules, double unserved_minutes) {
  return {.solve = [rules = std::move(rules), unserved_minutes](
                       const auto& facts,
                       const auto& patience) { return walk_least(facts, rules, unserved_minutes, patience); },
          .value =
              [unserved_minutes](const auto& facts, const auto& sites) {
                return weighted(facts, sites, [&](double minutes) { return std::min(minutes, unserved_minutes); });
              }};
}

SitingQuestion most_covered(Rules rules, double reach_minutes) {
  return {.solve = [rules = std::move(rules), reach_minutes](
                       const auto& facts,
                       const auto& patience) { return cover_most(facts, rules, reach_minutes, patience); },
          .value =
              [reach_minutes](const auto& facts, const auto& sites) {
                return weighted(facts, sites, [&](double minutes) { return minutes <= reach_minutes ? 1.0 : 0.0; });
              },
          .more_is_better = true};
}

Result<RegretTable> compare_demand(const SitingCase& facts, const std::vector<DemandScenario>& scenarios,
                                   const SitingQuestion& question, const Patience& patience) {
  if (scenarios.empty()) return fail(wrong("-"));
  std::vector<SitingCase> worlds;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    if (scenarios[s].weight.size() != facts.minutes.size()) return fail(wrong(std::to_string(s)));
    worlds.push_back({.site_count = facts.site_count, .weight = scenarios[s].weight, .minutes = facts.minutes});
  }
  RegretTable table;
  TRY(table.plans, plan_each(worlds, question, patience));
  const double sign = question.more_is_better ? -1 : 1;
  const std::size_t count = worlds.size();
  table.value.resize(count * count);
  table.regret.resize(count * count);
  for (std::size_t p = 0; p < count; ++p)
    for (std::size_t s = 0; s < count; ++s)
      table.value[p * count + s] = question.value(worlds[s], table.plans[p].sites);

  std::vector<double> greatest(count, 0);
  for (std::size_t s = 0; s < count; ++s) {
    double best = unreachable;
    for (std::size_t p = 0; p < count; ++p) best = std::min(best, sign * table.value_of(p, s));
    for (std::size_t p = 0; p < count; ++p) {
      const double lost = sign * table.value_of(p, s) - best;
      table.regret[p * count + s] = lost;
      greatest[p] = std::max(greatest[p], lost);
    }
    if (table.regret_of(0, s) > proof_share * std::abs(best)) table.flips.push_back(s);
  }
  table.safest_plan = static_cast<std::size_t>(std::min_element(greatest.begin(), greatest.end()) - greatest.begin());
  table.always = table.plans.front().sites;
  for (const Answer& plan : table.plans)
    std::erase_if(table.always,
                  [&](Site site) { return !std::binary_search(plan.sites.begin(), plan.sites.end(), site); });
  return table;
}

std::vector<Site> only_in(const std::vector<Site>& plan, const std::vector<Site>& other) {
  std::vector<Site> sites;
  std::set_difference(plan.begin(), plan.end(), other.begin(), other.end(), std::back_inserter(sites));
  return sites;
}

}  // namespace veer::siting
