#include <algorithm>
#include <cmath>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"
#include "siting/scenario_rows.hpp"
#include "siting/swap_search.hpp"
#include "siting/work_patience.hpp"

namespace veer::siting {

namespace {

/// Share of the patience for the first answer, and for bounds while weights are still sought.
constexpr double share_of_start = 0.15;
constexpr int weighing_rounds = 40;
constexpr int refining_rounds = 60;
constexpr int most_levelling_steps = 400;
constexpr std::size_t most_moves_at_once = 16;

double greatest(const std::vector<double>& values) { return *std::max_element(values.begin(), values.end()); }

double mean(std::span<const double> weight, const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t s = 0; s < values.size(); ++s) sum += weight[s] * values[s];
  return sum;
}

/// Weights that fall by e with each `width` below the worst value, with sum 1.
std::vector<double> softly_worst(const std::vector<double>& values, double width) {
  const double worst = greatest(values);
  std::vector<double> weight;
  double sum = 0;
  for (const double value : values) sum += weight.emplace_back(std::exp((value - worst) / width));
  for (double& share : weight) share /= sum;
  return weight;
}

/// The worst value, smoothed: at least it, and above it by at most width · ln(scenarios).
double soft_worst(const std::vector<double>& values, double width) {
  const double worst = greatest(values);
  double sum = 0;
  for (const double value : values) sum += std::exp((value - worst) / width);
  return worst + width * std::log(sum);
}

/// Least person-minutes in the worst scenario. Any weights of the scenarios with sum 1 give a bound: the worst is no
/// better than the mean under them. Sought are the weights whose least mean is greatest, and the set whose worst is
/// least; the two meet where no chance mixture of sets is better than every single set.
class WorstSearch {
 public:
  WorstSearch(const ScenarioRows& rows, const Patience& patience) : rows_(rows), patience_(patience) {}

  [[nodiscard]] Result<Answer> run() {
    const std::size_t count = rows_.scenario_count();
    std::vector<double> weight(count, 1.0 / static_cast<double>(count));
    TRY(Answer first, answer_of(solve_median(rows_.weighted(weight), first_part(patience_, share_of_start))));
    best_.bound = first.bound;
    best_.value = unreachable;
    consider(first.sites);
    weigh(std::move(weight), first.sites);
    refine();
    level();
    for (int round = 0; round < 2 && !proven() && !patience_.ended(); ++round) {
      const auto outcome = solve_median(rows_.weighted(weight_), first_part(patience_, round == 0 ? 0.7 : 1));
      best_.bound = std::min(best_.value, std::max(best_.bound, outcome.bound));
      if (!outcome.answer || !consider(outcome.answer->sites)) break;
      level();
    }
    settle(best_);
    return best_;
  }

 private:
  [[nodiscard]] bool proven() const { return best_.value - best_.bound <= proof_share * best_.value; }

  /// @returns whether the set is the best so far
  bool consider(const std::vector<Site>& sites) {
    const double value = greatest(rows_.values(sites));
    if (value >= best_.value || !allowed(rows_.rows(), sites)) return false;
    best_.value = value;
    best_.sites = sites;
    best_.bound = std::min(best_.bound, value);
    return true;
  }

  /// The least mean under these weights that a swap search finds, starting from the sets of the last one.
  double least_mean(const std::vector<double>& weight, std::vector<Site>& sites) {
    const MedianProblem problem = rows_.weighted(weight);
    std::vector<Site> trial = sites;
    if (SwapSearch(problem).improve(trial)) sites = std::move(trial);
    consider(sites);
    return mean(weight, rows_.values(sites));
  }

  /// Takes over weights that promise a better bound.
  bool keep(const std::vector<double>& weight, std::vector<Site> sites) {
    const double promise = least_mean(weight, sites);
    if (promise <= promise_ * (1 + 1e-7)) return false;
    promise_ = promise;
    weight_ = weight;
    sites_ = std::move(sites);
    return true;
  }

  /// Weights move towards the scenarios that are bad for the answer to the last weights, ever slower.
  void weigh(std::vector<double> weight, std::vector<Site> sites) {
    for (int round = 0; round < weighing_rounds && !patience_.ended(); ++round) {
      keep(weight, sites);
      least_mean(weight, sites);
      const auto values = rows_.values(sites);
      const double worst = greatest(values);
      const double pace = 40.0 / (1 + round);
      double sum = 0;
      for (std::size_t s = 0; s < values.size(); ++s)
        sum += weight[s] = std::max(1e-9, weight[s] * std::exp(pace * (values[s] - worst) / std::max(worst, 1e-12)));
      for (double& share : weight) share /= sum;
    }
  }

  /// Moves weight between pairs of scenarios while that promises a better bound, in ever smaller parts.
  void refine() {
    int tries = 0;
    for (double part = 0.2; part > 0.004; part /= 2.5) {
      bool better = true;
      while (better) {
        better = false;
        const auto values = rows_.values(sites_);
        for (std::size_t to = 0; to < weight_.size(); ++to) {
          for (std::size_t from = 0; from < weight_.size(); ++from) {
            // The mean at the sets of these weights is above the least mean at others: without a promise no try.
            const double moved = std::min(part, weight_[from]);
            if (from == to || moved < 1e-6 || mean(weight_, values) + moved * (values[to] - values[from]) <= promise_)
              continue;
            if (++tries > refining_rounds || patience_.ended()) return;
            auto weight = weight_;
            weight[from] -= moved;
            weight[to] += moved;
            if (keep(weight, sites_)) {
              better = true;
              break;
            }
          }
          if (better) break;
        }
      }
    }
  }

  /// Brings the worst of the best set down: moves that help the mean under weights near the worst, as long as the
  /// smoothed worst falls; then with a sharper eye.
  void level() {
    std::vector<Site> sites = best_.sites;
    auto values = rows_.values(sites);
    int steps = 0;
    for (double width = 0.02; width > 2e-5; width /= 3) {
      const double scale = std::max(width * best_.value, 1e-9);
      std::size_t moves = most_moves_at_once;
      while (moves > 0) {
        if (++steps > most_levelling_steps || patience_.ended()) return;
        const MedianProblem problem = rows_.weighted(softly_worst(values, scale));
        std::vector<Site> trial = sites;
        const bool good = SwapSearch(problem).improve(trial, moves);
        auto there = good && trial != sites ? rows_.values(trial) : values;
        if (soft_worst(there, scale) < soft_worst(values, scale) * (1 - 1e-9)) {
          sites = std::move(trial);
          values = std::move(there);
          consider(sites);
        } else {
          moves /= 4;
        }
      }
    }
  }

  const ScenarioRows& rows_;
  const Patience& patience_;
  Answer best_;
  double promise_ = -unreachable;  ///< least mean found under weight_
  std::vector<double> weight_;
  std::vector<Site> sites_;
};

/// The same as a program for a solver: a variable above the person-minutes of each scenario.
mip::Model model_of(const ScenarioRows& rows, const Rules& rules, std::vector<mip::Column>& columns) {
  mip::Model model;
  columns = add_sites(model, rows.rows().site_count, rules);
  const mip::Column worst = model.add({.cost = 1, .low = 0, .high = mip::infinite, .whole = false});
  const auto costs = add_service(model, rows.rows(), columns, false);
  for (std::size_t s = 0; s < rows.scenario_count(); ++s) {
    std::vector<double> only(rows.scenario_count(), 0);
    only[s] = 1;
    const auto counts = rows.row_weights(only);
    mip::Row below{{}, mip::Sense::at_most, 0};
    // A row has a term for staying outside and one for each of its sites.
    for (std::size_t row = 0; row < counts.size(); ++row)
      if (counts[row] > 0)
        for (std::size_t at = rows.rows().row_begin[row] + row; at < rows.rows().row_begin[row + 1] + row + 1; ++at)
          below.terms.push_back(costs[at]);
    below.terms.push_back({worst, -1});
    model.add(std::move(below));
  }
  return model;
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
  const ScenarioRows rows(facts, rules, scenarios, unserved_minutes);
  TRY(Answer own, WorstSearch(rows, patience).run());
  if (solver != nullptr && own.status != Status::optimal) {
    std::vector<mip::Column> columns;
    const mip::Model model = model_of(rows, rules, columns);
    TRY(const auto solution, ask(solver, model, own, patience));
    if (solution) {
      const auto sites = chosen_sites(*solution, columns);
      const bool usable = !solution->values.empty() && allowed(rows.rows(), sites);
      take_in(own, *solution, usable ? greatest(rows.values(sites)) : unreachable, sites);
    }
  }
  const Scenario all{.chance = 1, .available = std::vector<char>(facts.site_count, 1)};
  own.server = servers_of(ScenarioRows(facts, rules, {all}, unserved_minutes).rows(), own.sites);
  return own;
}

}  // namespace veer::siting
