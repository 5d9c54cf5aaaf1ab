#include <algorithm>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"
#include "siting/pair_dual.hpp"
#include "siting/swap_search.hpp"
#include "siting/work_patience.hpp"

namespace veer::siting {

namespace {

/// Share of the patience for each network alone; the rest is for both together.
constexpr double share_of_apart = 0.25;
constexpr int joint_rounds = 12;
constexpr int joint_steps = 300;
constexpr int search_every = 50;  ///< steps between two searches from what the bound chooses

MedianProblem problem_of(const Network& network) {
  MedianProblem core = core_of(network.facts, network.rules);
  for (std::size_t i = 0; i < network.facts.customer_count(); ++i) {
    const double weight = network.facts.weight[i];
    std::vector<Arc> row;
    for (const Arc& arc : network.facts.minutes[i])
      if (arc.cost < network.unserved_minutes) row.push_back({arc.cost * weight, arc.site});
    core.add_customer(std::move(row), network.unserved_minutes * weight);
  }
  core.fixed.assign(core.site_count, 0);
  return core;
}

/// Both networks while they are being searched. `free` problems have no place costs: those stand apart.
struct Pair {
  MedianProblem first;
  MedianProblem second;
  const std::vector<double>& place_cost;

  [[nodiscard]] double value(const std::vector<Site>& a, const std::vector<Site>& b) const {
    std::vector<Site> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    double sum = value_of(first, a) + value_of(second, b);
    for (const Site site : both) sum += place_cost[site];
    return sum;
  }
};

/// The problem with place costs, but for the places that the other network pays already.
MedianProblem beside(MedianProblem problem, const std::vector<double>& place_cost, const std::vector<Site>& other) {
  problem.fixed = place_cost;
  for (const Site site : other) problem.fixed[site] = 0;
  return problem;
}

/// Turns of one network each, the other held, until neither gains.
void alternate(const Pair& pair, std::vector<Site>& a, std::vector<Site>& b) {
  double value = pair.value(a, b);
  for (bool better = true; better;) {
    better = false;
    auto trial = a;
    if (SwapSearch(beside(pair.first, pair.place_cost, b)).improve(trial) && pair.value(trial, b) < value) a = trial;
    trial = b;
    if (SwapSearch(beside(pair.second, pair.place_cost, a)).improve(trial) && pair.value(a, trial) < value) b = trial;
    const double now = pair.value(a, b);
    better = now < value - 1e-9 * std::max(1.0, value);
    value = now;
  }
}

/// Each network alone with half of every place cost: a place that either uses costs at least the mean of what both
/// would pay, so their bounds together are one, and their sets together a first answer.
Result<NetworksAnswer> apart(const Pair& pair, const Patience& patience) {
  std::vector<double> half(pair.place_cost);
  for (double& cost : half) cost /= 2;
  TRY(const Answer a, answer_of(solve_median(beside(pair.first, half, {}), first_part(patience, 0.5))));
  TRY(const Answer b, answer_of(solve_median(beside(pair.second, half, {}), patience)));
  NetworksAnswer out{a, b, 0, a.bound + b.bound, Status::feasible};
  alternate(pair, out.first.sites, out.second.sites);
  out.value = pair.value(out.first.sites, out.second.sites);
  out.bound = std::min(out.bound, out.value);
  return out;
}

/// Halfway between the nearest and the second site of an answer, as MedianTree starts.
Multipliers halfway(const MedianProblem& problem, const std::vector<Site>& sites) {
  std::vector<char> open(problem.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  Multipliers m;
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    double near[2] = {problem.outside[i], problem.outside[i]};
    int found = 0;
    for (const Arc& arc : problem.row(i))
      if (open[arc.site] != 0 && found < 2) near[found++] = arc.cost;
    m.customer.push_back((near[0] + near[1]) / 2);
  }
  return m;
}

/// Raises the bound with prices of both networks and of the places at once, and improves the answer with the sets that
/// the bound chooses on its way.
void together(Pair& pair, NetworksAnswer& out, const Patience& patience) {
  MedianProblem first = pair.first;
  MedianProblem second = pair.second;
  PairDual dual(first, second, pair.place_cost);
  AscentOver<PairPrices> ascent;
  ascent.at = {halfway(first, out.first.sites), halfway(second, out.second.sites), {}};
  // Where only one of the two stands, it pays; elsewhere the larger network, which the places are mostly for.
  std::vector<char> by_first(first.site_count, out.first.sites.size() > out.second.sites.size() ? 1 : 0);
  for (const Site site : out.first.sites) by_first[site] = 1;
  for (const Site site : out.second.sites) by_first[site] = 0;
  for (Site site = 0; site < first.site_count; ++site)
    ascent.at.place.push_back(by_first[site] != 0 ? pair.place_cost[site] : 0);
  for (int round = 0; round < joint_rounds && !patience.ended(); ++round) {
    const double before = ascent.best;
    ascend(dual, ascent, joint_steps, out.value, [&](int k, double) {
      if (k % search_every == search_every - 1) {
        auto a = dual.chosen_first();
        auto b = dual.chosen_second();
        alternate(pair, a, b);
        if (allowed(pair.first, a) && allowed(pair.second, b)) {
          if (const double value = pair.value(a, b); value < out.value) {
            out.value = value;
            out.first.sites = a;
            out.second.sites = b;
          }
        }
      }
      return out.value - ascent.best > proof_share * out.value && !patience.ended();
    });
    if (ascent.infeasible || ascent.best - before < 0.02 * (out.value - ascent.best)) break;
  }
  // Sums of many terms carry rounding; the bound gives way for it.
  const double safe = ascent.best - 1e-9 * std::max(1.0, std::abs(ascent.best));
  out.bound = std::min(out.value, std::max(out.bound, safe));
}

}  // namespace

Result<NetworksAnswer> two_networks(const Network& first, const Network& second, const std::vector<double>& place_cost,
                                    mip::Solver* solver, const Patience& patience) {
  TRY_DONE(check(first.facts, first.rules));
  TRY_DONE(check(second.facts, second.rules));
  const bool good =
      std::all_of(place_cost.begin(), place_cost.end(), [](double cost) { return std::isfinite(cost) && cost >= 0; });
  if (!good || place_cost.size() != first.facts.site_count || second.facts.site_count != first.facts.site_count)
    return fail(
        {ErrorKind::invalid_input, {"siting.case.bad", {"place_cost", std::to_string(place_cost.size())}}, {}, {}});
  Pair pair{problem_of(first), problem_of(second), place_cost};
  TRY(NetworksAnswer out, apart(pair, first_part(patience, share_of_apart)));
  together(pair, out, patience);
  Answer both;
  both.value = out.value;
  both.bound = out.bound;
  settle(both);

  mip::Model model;
  const auto in_first = add_sites(model, pair.first.site_count, first.rules);
  const auto in_second = add_sites(model, pair.second.site_count, second.rules);
  add_service(model, pair.first, in_first, true);
  add_service(model, pair.second, in_second, true);
  for (Site site = 0; site < place_cost.size(); ++site) {
    const mip::Column used = model.add_share(place_cost[site]);
    model.add(mip::Row{{{in_first[site], 1}, {used, -1}}, mip::Sense::at_most, 0});
    model.add(mip::Row{{{in_second[site], 1}, {used, -1}}, mip::Sense::at_most, 0});
  }
  TRY(const auto solution, ask(solver, model, both, patience));
  if (solution) {
    const auto s = chosen_sites(*solution, in_first);
    const auto t = chosen_sites(*solution, in_second);
    const bool usable = !solution->values.empty() && allowed(pair.first, s) && allowed(pair.second, t);
    const double value = usable ? pair.value(s, t) : unreachable;
    if (value < both.value) {
      out.first.sites = s;
      out.second.sites = t;
    }
    take_in(both, *solution, value, {});
  }
  out.value = both.value;
  out.bound = both.bound;
  out.status = both.status;
  for (auto [answer, problem] : {std::pair{&out.first, &pair.first}, std::pair{&out.second, &pair.second}}) {
    answer->server = servers_of(*problem, answer->sites);
    answer->value = value_of(*problem, answer->sites);
    answer->bound = 0;
    answer->status = out.status;
  }
  return out;
}

}  // namespace veer::siting
