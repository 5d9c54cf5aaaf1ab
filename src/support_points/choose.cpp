#include "support_points/choose.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "region/support_figures.hpp"
#include "siting/capacitated.hpp"
#include "siting/demand_scenarios.hpp"
#include "siting/median.hpp"
#include "siting/models.hpp"
#include "siting/work_patience.hpp"

namespace veer::support_points {

namespace {

using region::Region;
using siting::Answer;
using siting::Site;

/// Ways from a customer to a site that a step of a bound looks at in a second: measured on two slow cores.
constexpr double ways_per_second = 1.2e8;
/// What the choice itself may take of the effort; the rest is for comparing assumptions.
constexpr double share_of_choice = 0.6;
/// People are counted in tenths of a visitor an hour where capacities must be whole.
constexpr double grain = 10;
/// Of a clock, for the choice without capacities that the one with them starts from.
constexpr double share_of_free = 0.2;
/// A step with knapsacks takes as long as so many without.
constexpr double knapsack_copies = 1.5;

/// A part of the effort: from and to which share of it.
struct Part {
  double from = 0;
  double to = share_of_choice;
};

/// So many steps, or the clock; ends when the search is stopped or cancelled, and tells how far it is.
siting::Patience patience_of(const Effort& effort, double wanted_steps, Part part) {
  const double steps = std::max(1.0, wanted_steps);
  const siting::Patience counted =
      effort.clock ? *effort.clock : siting::work_patience(static_cast<std::uint64_t>(steps));
  if (!effort.stopped && !effort.cancelled && !effort.progress) return counted;
  constexpr double tellings = 50;  // of a part
  return {[counted, stopped = effort.stopped, cancelled = effort.cancelled, progress = effort.progress, part, steps,
           step = 0.0, next = 0.0]() mutable {
    if ((stopped && stopped()) || (cancelled && cancelled())) return 0.0;
    if (progress && step >= next) {
      progress(part.from + (part.to - part.from) * std::min(1.0, step / steps));
      next += std::max(1.0, steps / tellings);
    }
    step += 1;
    return counted.seconds_left();
  }};
}

siting::Patience patience_for(const Effort& effort, const siting::SitingCase& facts, Part part = {},
                              double copies = 1) {
  double ways = 1000;
  for (const auto& row : facts.minutes) ways += static_cast<double>(row.size());
  return patience_of(effort, effort.seconds * (part.to - part.from) * ways_per_second / (ways * copies), part);
}

Proof proof_of(const char* about, const char* unit, const Answer& answer) {
  return {about, unit, answer.value, answer.bound, siting::gap(answer), answer.status};
}

struct Limits {
  double reach = 15;
  double unserved = 60;
};

Limits limits_of(const Region& region, const Question& question) {
  return {question.reach_min.value_or(region::support_value(region, "support.reach")),
          region::support_value(region, "support.unserved")};
}

/// Person-minutes a day that a minute between a point and its coordinator costs: couriers there and back.
double courier_weight(const Region& region) { return 2 * region::support_value(region, "support.link.trips"); }

Result<Answer> with_capacity(const Region& region, const Question& question, const Ground& ground,
                             const siting::SitingCase& facts, double unserved, const Effort& effort,
                             const siting::Patience& patience) {
  const double peak = region::support_value(region, "support.visit.peak");
  siting::CapacitatedProblem problem;
  problem.most = ground.rules.most;
  problem.choice = ground.rules.choice;
  for (const auto id : ground.local) {
    const double own = question.capacity_per_h.value_or(region.support_points[id.index()].capacity_per_h);
    problem.capacity.push_back(std::llround(own * grain));
    problem.fixed.push_back(0);
  }
  // Who reaches no candidate goes nowhere in every plan, and counts the same in all.
  double apart = 0;
  std::vector<std::size_t> customer;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    if (facts.minutes[i].empty() || facts.weight[i] <= 0) {
      apart += facts.minutes[i].empty() ? facts.weight[i] * unserved : 0;
      continue;
    }
    customer.push_back(i);
    problem.demand.push_back(std::max<std::int64_t>(1, std::llround(facts.weight[i] * peak * grain)));
  }
  problem.cost.assign(customer.size() * facts.site_count, siting::unreachable);
  for (std::size_t row = 0; row < customer.size(); ++row)
    for (const siting::Arc& arc : facts.minutes[customer[row]])
      problem.cost[row * facts.site_count + arc.site] = arc.cost * facts.weight[customer[row]];
  // Without capacities nothing is dearer: that bound holds here too, and is often the better one.
  TRY(const Answer free, siting::walk_least(facts, ground.rules, 1e4, siting::first_part(patience, share_of_free)));
  auto outcome =
      siting::solve_capacitated(problem, patience_for(effort, facts, {}, knapsack_copies), std::span(free.sites));
  if (!outcome.answer) return fail(outcome.proven_empty ? siting::nothing_allowed() : siting::nothing_found());
  Answer answer = *std::move(outcome.answer);
  double free_apart = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i)
    if (facts.minutes[i].empty()) free_apart += facts.weight[i] * 1e4;
  answer.bound = std::min(answer.value, std::max(answer.bound, free.bound - free_apart));
  answer.value += apart;
  answer.bound += apart;
  if (siting::gap(answer) <= siting::proof_share) answer.status = siting::Status::optimal;
  std::vector<Site> server(facts.customer_count(), siting::no_site);
  for (std::size_t row = 0; row < customer.size(); ++row) server[customer[row]] = answer.server[row];
  answer.server = std::move(server);
  return answer;
}

/// The local level alone.
Result<Answer> one_level(const Region& region, const Question& question, const Ground& ground,
                         const siting::SitingCase& facts, const Effort& effort, const siting::Patience& patience) {
  const Limits limits = limits_of(region, question);
  switch (question.objective) {
    case Objective::cover:
      return siting::cover_most(facts, ground.rules, limits.reach, patience);
    case Objective::gradual:
      return siting::cover_gradually(facts, ground.rules, limits.reach, 2 * limits.reach, patience);
    case Objective::backup:
      return siting::cover_twice(facts, ground.rules, limits.reach,
                                 region::support_value(region, "support.backup.first"), effort.solver, patience);
    case Objective::everyone:
      return siting::cover_all(facts, ground.rules, limits.reach, effort.solver, patience);
    case Objective::furthest:
      return siting::walk_least_at_worst(facts, ground.rules, patience);
    case Objective::capacity:
      return with_capacity(region, question, ground, facts, limits.unserved, effort, patience);
    case Objective::walk:
      break;
  }
  const auto worlds = closing_worlds(region, ground);
  // Most squares walk alike in most worlds, and count once for all of these.
  const auto shorter = patience_for(effort, facts, {}, 2);
  if (question.robust == Robust::expected)
    return siting::walk_least_expected(facts, ground.rules, worlds, limits.unserved, shorter);
  if (question.robust == Robust::worst)
    return siting::walk_least_in_worst_scenario(facts, ground.rules, worlds, limits.unserved, effort.solver, shorter);
  return siting::walk_least(facts, ground.rules, limits.unserved, patience);
}

const char* unit_of(Objective objective) {
  static constexpr const char* units[objective_count] = {"person_minutes", "visitors", "visitors",      "visitors",
                                                         "points",         "minutes",  "person_minutes"};
  return units[static_cast<std::size_t>(objective)];
}

/// Coordinating points for local ones that are chosen already.
Result<Answer> upper_alone(const Region& region, const Ground& ground, const std::vector<Site>& local,
                           const siting::Patience& patience) {
  siting::SitingCase above{.site_count = ground.upper.size(), .weight = {}, .minutes = {}};
  for (const Site site : local) {
    above.weight.push_back(courier_weight(region));
    above.minutes.push_back(ground.links[site]);
  }
  return siting::walk_least(above, ground.upper_rules, 1e6, patience);
}

/// Nearest open site of every cell, the first of equals.
std::vector<Site> nearest(const siting::SitingCase& facts, const std::vector<Site>& sites) {
  std::vector<char> open(facts.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  std::vector<Site> out;
  for (const auto& row : facts.minutes) {
    Site best = siting::no_site;
    double least = siting::unreachable;
    for (const siting::Arc& arc : row)
      if (open[arc.site] != 0 && (arc.cost < least || (arc.cost == least && arc.site < best))) {
        best = arc.site;
        least = arc.cost;
      }
    out.push_back(best);
  }
  return out;
}

Result<Chosen> both_networks(const Region& region, const Question& question, const Ground& ground, const Demand& demand,
                             const siting::SitingCase& facts, const Effort& effort) {
  const Limits limits = limits_of(region, question);
  siting::SitingCase water_facts = facts;
  water_facts.weight = demand.water_households();
  siting::Rules water_rules = ground.rules;
  double residents = 0;
  for (const region::Cell& cell : region.cells) residents += cell.residents;
  const auto wanted =
      static_cast<std::size_t>(std::llround(residents / region::support_value(region, "support.norm.water")));
  std::size_t free = 0;
  for (const auto choice : ground.rules.choice) free += choice == siting::Choice::closed ? 0U : 1U;
  water_rules.most = water_rules.least = std::min(std::max<std::size_t>(wanted, 1), free);
  water_rules.budget.reset();
  const std::vector<double> place(facts.site_count, region::support_value(region, "support.place.worth"));
  TRY(auto both,
      siting::two_networks({facts, ground.rules, limits.unserved}, {water_facts, water_rules, limits.unserved}, place,
                           effort.solver, patience_for(effort, facts, {}, 2)));
  Answer whole;
  whole.value = both.value;
  whole.bound = both.bound;
  whole.status = both.status;
  Chosen out;
  out.local = both.first.sites;
  out.water = both.second.sites;
  out.proofs.push_back(proof_of("plan", "person_minutes", whole));
  return out;
}

siting::SitingCase weighted(const Ground& ground, const std::vector<double>& weight) {
  siting::SitingCase facts = ground.facts;
  facts.weight = weight;
  return facts;
}

}  // namespace

Result<Chosen> choose(const Region& region, const Question& question, const Ground& ground, const Demand& demand,
                      const std::vector<double>& weight, const Effort& effort) {
  const siting::SitingCase facts = weighted(ground, weight);
  const siting::Patience patience = patience_for(effort, facts);
  const bool together = question.objective == Objective::walk && question.robust == Robust::none && !question.water &&
                        ground.coordinating > 0;
  Chosen out;
  if (together) {
    const siting::UpperLevel upper{.site_count = ground.upper.size(),
                                   .rules = ground.upper_rules,
                                   .minutes = ground.links,
                                   .weight = courier_weight(region)};
    TRY(auto answer,
        siting::two_levels(facts, ground.rules, upper, limits_of(region, question).unserved, effort.solver, patience));
    out.local = answer.base.sites;
    out.upper = answer.coordinating;
    out.coordinator = answer.coordinator;
    out.proofs.push_back(proof_of("plan", unit_of(question.objective), answer.base));
  } else if (question.water && question.objective == Objective::walk) {
    TRY(out, both_networks(region, question, ground, demand, facts, effort));
    out.water_server = nearest(facts, out.water);
  } else {
    TRY(auto answer, one_level(region, question, ground, facts, effort, patience));
    out.local = answer.sites;
    if (question.objective == Objective::capacity) out.server = answer.server;
    out.proofs.push_back(proof_of("plan", unit_of(question.objective), answer));
  }
  if (!together && ground.coordinating > 0) {
    TRY(const auto above, upper_alone(region, ground, out.local, patience_for(effort, facts)));
    out.upper = above.sites;
    out.coordinator = above.server;
    out.proofs.push_back(proof_of("coordinating", "person_minutes", above));
  }
  if (out.server.empty()) out.server = nearest(facts, out.local);
  return out;
}

namespace {

/// Walking with the couriers to the upper points that are chosen already, as a problem of the core.
siting::MedianProblem walking_below(const Region& region, const Ground& ground, const siting::SitingCase& facts,
                                    double unserved, const std::vector<Site>& upper) {
  siting::MedianProblem core = siting::core_of(facts, ground.rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<siting::Arc> row;
    for (const siting::Arc& arc : facts.minutes[i])
      if (arc.cost < unserved) row.push_back({arc.cost * facts.weight[i], arc.site});
    core.add_customer(std::move(row), unserved * facts.weight[i]);
  }
  if (upper.empty()) return core;
  for (const auto& links : ground.links) {
    double least = siting::unreachable;
    for (const Site above : upper) least = std::min(least, links[above].cost);
    core.fixed.push_back(least * courier_weight(region));
  }
  return core;
}

/// The worlds with as many visitors in all as the first, so that only where they come from differs.
std::vector<siting::DemandScenario> level_worlds(const Demand& demand) {
  std::vector<siting::DemandScenario> out;
  double total = 0;
  for (const Demand::World& world : demand.worlds()) {
    double sum = 0;
    for (const double weight : world.weight) sum += weight;
    if (out.empty()) total = sum;
    out.push_back({world.id, world.weight});
    for (double& weight : out.back().weight) weight *= sum > 0 ? total / sum : 0;
  }
  return out;
}

Assumption told(const siting::RegretTable& table, std::size_t world, bool more_is_better) {
  const double sign = more_is_better ? -1 : 1;
  const auto share = [&](std::size_t plan, std::size_t there, double lost) {
    const double best = table.value_of(plan, there) - sign * table.regret_of(plan, there);
    return lost / std::max(std::abs(best), 1e-9);
  };
  const Answer& plan = table.plans[world];
  Assumption out;
  out.regret_share = share(0, world, table.regret_of(0, world));
  out.regret_most = share(0, world, table.regret_of(0, world) + std::abs(plan.value - plan.bound));
  out.other_sites = siting::only_in(plan.sites, table.plans.front().sites).size();
  for (std::size_t there = 0; there < table.plans.size(); ++there)
    out.chosen_regret = std::max(out.chosen_regret, share(world, there, table.regret_of(world, there)));
  out.flips = out.regret_share > flip_share;
  return out;
}

}  // namespace

Result<std::vector<Assumption>> compare(const Region& region, const Question& question, const Ground& ground,
                                        const Demand& demand, const Chosen& chosen, const Effort& effort) {
  const Limits limits = limits_of(region, question);
  const bool walking = question.objective == Objective::walk && question.robust == Robust::none && !question.water;
  if (!walking && question.objective != Objective::cover) return std::vector<Assumption>{};
  const auto worlds = level_worlds(demand);
  const double share = (1 - share_of_choice) / static_cast<double>(worlds.size());
  siting::SitingQuestion model = siting::most_covered(ground.rules, limits.reach);
  const auto cover = model.solve;
  bool first = true;  // the first world is the one that was planned for
  std::size_t done = 0;
  model.more_is_better = !walking;
  model.solve = [&](const siting::SitingCase& facts, const siting::Patience&) -> Result<Answer> {
    if (std::exchange(first, false)) {
      Answer own;
      own.sites = chosen.local;
      own.value = chosen.proofs.front().value;
      own.bound = chosen.proofs.front().bound;
      return own;
    }
    const double from = share_of_choice + share * static_cast<double>(done++);
    const auto patience = patience_for(effort, ground.facts, {from, from + share});
    if (!walking) return cover(facts, patience);
    return siting::answer_of(
        siting::solve_median(walking_below(region, ground, facts, limits.unserved, chosen.upper), patience));
  };
  if (walking)
    model.value = [&](const siting::SitingCase& facts, const std::vector<Site>& sites) {
      return siting::value_of(walking_below(region, ground, facts, limits.unserved, chosen.upper), sites);
    };
  TRY(const auto table, siting::compare_demand(ground.facts, worlds, model, {}));
  std::vector<Assumption> out;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    out.push_back(told(table, i, model.more_is_better));
    out.back().id = worlds[i].name;
  }
  return out;
}

}  // namespace veer::support_points
