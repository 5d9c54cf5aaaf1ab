#include <algorithm>
#include <cmath>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"

namespace veer::siting {

namespace {

/// Rounds of weighing the scenarios before a solver gets its turn.
constexpr int weighing_rounds = 12;

/// One scenario as a problem of its own; a scenario counts for `chance`.
MedianProblem problem_of(const SitingCase& facts, const Rules& rules, const Scenario& scenario,
                         double unserved_minutes) {
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (scenario.available[arc.site] != 0 && arc.cost < unserved_minutes)
        row.push_back({arc.cost * facts.weight[i], arc.site});
    core.add_customer(std::move(row), unserved_minutes * facts.weight[i]);
  }
  return core;
}

/// Any weights that sum to 1 give a bound: the worst is no better than the mean. Weights move towards the scenarios
/// that are bad for the answer of the last round.
Result<Answer> weigh(const SitingCase& facts, const Rules& rules, std::vector<Scenario> scenarios,
                     const std::vector<MedianProblem>& each, double unserved_minutes, const Patience& patience) {
  Answer best;
  best.value = unreachable;
  best.bound = 0;
  for (Scenario& scenario : scenarios) scenario.chance = 1.0 / static_cast<double>(scenarios.size());
  for (int round = 0; round < weighing_rounds; ++round) {
    auto mean = walk_least_expected(facts, rules, scenarios, unserved_minutes, patience);
    if (!mean && round > 0) break;
    if (!mean) return mean;
    best.bound = std::max(best.bound, mean->bound);
    std::vector<double> values;
    for (const MedianProblem& one : each) values.push_back(value_of(one, mean->sites));
    const double worst = *std::max_element(values.begin(), values.end());
    if (worst < best.value) {
      best.value = worst;
      best.sites = mean->sites;
    }
    best.bound = std::min(best.bound, best.value);
    settle(best);
    if (best.status == Status::optimal || patience.ended()) break;
    double sum = 0;
    const double pace = 4.0 / std::sqrt(round + 1.0);
    for (std::size_t s = 0; s < scenarios.size(); ++s)
      sum += scenarios[s].chance *= std::exp(pace * (values[s] - worst) / std::max(worst, 1e-12));
    for (Scenario& scenario : scenarios) scenario.chance /= sum;
  }
  return best;
}

}  // namespace

Result<Answer> walk_least_in_worst_scenario(const SitingCase& facts, const Rules& rules,
                                            const std::vector<Scenario>& scenarios, double unserved_minutes,
                                            mip::Solver* solver, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  const bool whole = std::all_of(scenarios.begin(), scenarios.end(), [&](const Scenario& scenario) {
    return scenario.available.size() == facts.site_count;
  });
  if (scenarios.empty() || !whole)
    return fail(
        {ErrorKind::invalid_input, {"siting.case.bad", {"scenarios", std::to_string(scenarios.size())}}, {}, {}});
  std::vector<MedianProblem> each;
  for (const Scenario& scenario : scenarios) each.push_back(problem_of(facts, rules, scenario, unserved_minutes));
  TRY(Answer own, weigh(facts, rules, scenarios, each, unserved_minutes, patience));
  mip::Model model;
  const auto columns = add_sites(model, facts.site_count, rules);
  const mip::Column worst = model.add({.cost = 1, .low = 0, .high = mip::infinite, .whole = false});
  for (const MedianProblem& one : each) {
    mip::Row below{add_service(model, one, columns, false), mip::Sense::at_most, 0};
    below.terms.push_back({worst, -1});
    model.add(std::move(below));
  }
  TRY(const auto solution, ask(solver, model, own, patience));
  if (solution) {
    const auto sites = chosen_sites(*solution, columns);
    double value = unreachable;
    if (!solution->values.empty() && allowed(each.front(), sites)) {
      value = 0;
      for (const MedianProblem& one : each) value = std::max(value, value_of(one, sites));
    }
    take_in(own, *solution, value, sites);
  }
  const Scenario all{.chance = 1, .available = std::vector<char>(facts.site_count, 1)};
  own.server = servers_of(problem_of(facts, rules, all, unserved_minutes), own.sites);
  return own;
}

}  // namespace veer::siting
