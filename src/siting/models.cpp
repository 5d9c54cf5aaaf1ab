#include "siting/models.hpp"

#include <algorithm>
#include <numeric>

#include "siting/median.hpp"
#include "siting/scenario_rows.hpp"

namespace veer::siting {

namespace {

Error wrong(std::string what) {
  return {ErrorKind::invalid_input, {"siting.case.bad", {std::move(what), "-"}}, {}, {}};
}

/// Adds each customer with its minutes times its weight.
void add_walks(MedianProblem& core, const SitingCase& facts, double unserved_minutes) {
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost < unserved_minutes) row.push_back({arc.cost * facts.weight[i], arc.site});
    core.add_customer(std::move(row), unserved_minutes * facts.weight[i]);
  }
}

/// Minimising what is lost of a total is maximising the rest.
Answer of_total(Answer answer, double total) {
  answer.value = total - answer.value;
  answer.bound = total - answer.bound;
  // Near a total of nothing lost, a small distance is a large share of what is lost but not of what is won.
  if (gap(answer) <= proof_share) answer.status = Status::optimal;
  return answer;
}

double weight_of(const SitingCase& facts) { return std::accumulate(facts.weight.begin(), facts.weight.end(), 0.0); }

}  // namespace

Result<Answer> walk_least(const SitingCase& facts, const Rules& rules, double unserved_minutes,
                          const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(unserved_minutes > 0) || !std::isfinite(unserved_minutes)) return fail(wrong("unserved_minutes"));
  MedianProblem core = core_of(facts, rules);
  add_walks(core, facts, unserved_minutes);
  return answer_of(solve_median(core, patience));
}

Result<Answer> cover_most(const SitingCase& facts, const Rules& rules, double reach_minutes, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back({0, arc.site});
    core.add_customer(std::move(row), facts.weight[i]);
  }
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  return of_total(std::move(answer), weight_of(facts));
}

Result<Answer> cover_gradually(const SitingCase& facts, const Rules& rules, double full_minutes, double none_minutes,
                               const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(full_minutes < none_minutes)) return fail(wrong("full_minutes, none_minutes"));
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i]) {
      const double lost = std::clamp((arc.cost - full_minutes) / (none_minutes - full_minutes), 0.0, 1.0);
      row.push_back({facts.weight[i] * lost, arc.site});
    }
    core.add_customer(std::move(row), facts.weight[i]);
  }
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  return of_total(std::move(answer), weight_of(facts));
}

Result<Answer> walk_least_expected(const SitingCase& facts, const Rules& rules, const std::vector<Scenario>& scenarios,
                                   double unserved_minutes, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(unserved_minutes > 0) || !std::isfinite(unserved_minutes)) return fail(wrong("unserved_minutes"));
  std::vector<double> chance;
  for (const Scenario& scenario : scenarios) {
    if (scenario.available.size() != facts.site_count || !(scenario.chance >= 0) || !std::isfinite(scenario.chance))
      return fail(wrong("scenarios"));
    chance.push_back(scenario.chance);
  }
  const MedianProblem core = ScenarioRows(facts, rules, scenarios, unserved_minutes).weighted(chance);
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  MedianProblem whole = core_of(facts, rules);
  add_walks(whole, facts, unserved_minutes);
  answer.server = servers_of(whole, answer.sites);
  return answer;
}

}  // namespace veer::siting
