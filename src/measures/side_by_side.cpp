#include "measures/side_by_side.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace veer::measures {

namespace {

std::vector<std::size_t> first_of(const Phasing& phasing) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < phasing.size(); ++i)
    if (phasing[i] == std::size_t{0}) out.push_back(i);
  return out;
}

/// The problem with these measures in its first year and no others, and what cannot be kept up of them.
struct Kept {
  Problem problem;
  std::vector<std::size_t> dropped;
};

/// As many of the first year as the money can keep up: while it cannot, the measure that is worth least for its upkeep
/// is dropped, with what needs it. What it cost to begin is gone, and it does not come back.
Kept first_year_kept(const Problem& problem, std::vector<std::size_t> first) {
  Kept out{problem, {}};
  Phasing phasing(problem.candidates.size());
  for (std::size_t i = 0; i < phasing.size(); ++i) phasing[i] = problem.candidates[i].begun;
  for (const std::size_t i : first) phasing[i] = 0;
  const auto rate = [&](std::size_t i) {
    double worth = 0;
    for (const Goal& goal : problem.goals) worth += goal.worth[i] / static_cast<double>(problem.goals.size());
    return worth / problem.candidates[i].year_eur;
  };
  for (;;) {
    const auto payer = short_payer(out.problem, phasing);
    if (!payer) break;
    std::optional<std::size_t> least;
    for (const std::size_t i : first) {
      const Candidate& own = problem.candidates[i];
      const bool saves = own.year_eur > 0 && own.payer_share[*payer] > 0;
      if (saves && !own.begun && (!least || rate(i) < rate(*least))) least = i;
    }
    if (!least) break;
    const auto still = without(problem, first, *least);
    for (const std::size_t i : first) {
      if (std::binary_search(still.begin(), still.end(), i)) continue;
      out.dropped.push_back(i);
      phasing[i].reset();
      out.problem.candidates[i].barred = true;
      for (std::size_t p = 0; p < problem.payers; ++p)
        out.problem.budget[p][0] = std::max(0.0, out.problem.budget[p][0] - problem.candidates[i].payer_share[p] *
                                                                                cost_in(problem.candidates[i], 0, 0));
    }
    first = still;
  }
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
    Candidate& candidate = out.problem.candidates[i];
    if (candidate.begun || candidate.barred) continue;
    if (std::binary_search(first.begin(), first.end(), i)) {
      candidate.begun = 0;
    } else {
      candidate.earliest = std::max<std::size_t>(1, candidate.earliest);
    }
  }
  return out;
}

/// A plan of which the first year has begun, when other money comes.
struct Begun {
  Played plan;
  std::vector<std::size_t> dropped;
};

class Table {
 public:
  Table(Workshop& workshop, const Question& question, const Sideways& wanted, Choice& chosen)
      : workshop_(workshop), question_(question), wanted_(wanted), chosen_(chosen) {}

  Result<SideBySide> lay() {
    hazards_ = question_.hazard_weight.size();
    if (hazards_ > 1) TRY_DONE(workshop_.hold_against());
    TRY(alone_, workshop_.marginals({}));
    for (const MoneyCase& money : wanted_.cases) budgets_.push_back(money.budget);
    for (const double share : wanted_.shares) budgets_.push_back(scaled(share));
    TRY_DONE(find_plans());
    SideBySide out;
    TRY_DONE(fill_rules(out));
    fill_cases(out);
    TRY_DONE(keep_first(out));
    fill_front(out);
    next_euro(out);
    return out;
  }

 private:
  [[nodiscard]] std::vector<std::vector<double>> scaled(double share) const {
    auto out = question_.frame.budget;
    for (auto& payer : out)
      for (double& amount : payer)
        if (std::isfinite(amount)) amount *= share;
    return out;
  }
  /// The money of a case for a plan whose first year was paid from the money that was counted on: at least what that
  /// year costs; what it left then never came.
  [[nodiscard]] std::vector<std::vector<double>> with_first_paid(std::size_t money,
                                                                 const std::vector<std::size_t>& first) const {
    auto out = budgets_[money];
    Phasing phasing(question_.frame.candidates.size());
    for (const std::size_t i : first) phasing[i] = 0;
    const auto spent = spending(question_.frame, phasing);
    for (std::size_t p = 0; p < out.size(); ++p) out[p][0] = std::max(out[p][0], spent[p][0]);
    return out;
  }
  /// The surrogate on which the choice was made, for a rule and money.
  [[nodiscard]] Problem problem(Rule rule, const std::vector<std::vector<double>>& budget) const {
    Problem out = workshop_.problem(rule, chosen_.worths.empty() ? alone_ : chosen_.worths);
    out.budget = budget;
    return out;
  }
  Done solve_and_play(const Problem& one, Solution* kept = nullptr) {
    const Solution solution = solve(one, wanted_.effort);
    if (kept != nullptr) *kept = solution;
    if (!solution.found()) return {};
    TRY_DONE(workshop_.play(solution.phasing).map([](const Played&) {}));
    return {};
  }

  /// Plays what every rule, money case, hazard and part of the money points to.
  Done find_plans() {
    for (std::size_t r = 0; r < rule_names.size(); ++r) {
      const auto rule = static_cast<Rule>(r);
      if (rule == Rule::regret && hazards_ < 2) continue;
      TRY_DONE(solve_and_play(problem(rule, budgets_[0])));
      if (!chosen_.worths.empty() && rule != Rule::regret) TRY_DONE(solve_and_play(workshop_.problem(rule, alone_)));
    }
    solutions_.resize(budgets_.size());
    for (std::size_t b = 0; b < budgets_.size(); ++b) {
      // Under least regret a plan is held against what this money could do for each hazard alone.
      Problem own = problem(question_.rule, budgets_[b]);
      if (hazards_ > 1 && b > 0 && b < wanted_.cases.size())
        for (std::size_t h = 0; h < hazards_; ++h) {
          Problem one = problem(Rule::regret, budgets_[b]);
          one.goals = {one.goals[h]};
          one.goals.front().offset = 0;
          Solution best;
          TRY_DONE(solve_and_play(one, &best));
          if (question_.rule == Rule::regret && best.found()) own.goals[h].offset = -std::max(0.0, best.value);
        }
      TRY_DONE(solve_and_play(own, &solutions_[b]));
      if (b < wanted_.cases.size()) problems_.push_back(std::move(own));
    }
    pool_ = workshop_.plays();
    return {};
  }

  /// Whether money can pay a plan, and nothing else of the question but a minimum forbids it.
  [[nodiscard]] bool payable(const Played& plan, const std::vector<std::vector<double>>& budget) const {
    Problem one = question_.frame;
    one.budget = budget;
    return broken(one, plan.phasing).empty();
  }
  /// Of the plans played that this money can pay, the best; `better` compares two.
  template <class Better>
  [[nodiscard]] const Played* most(const std::vector<std::vector<double>>& budget, const Better& better) const {
    const Played* best = nullptr;
    for (const Played& plan : pool_)
      if (payable(plan, budget) && (best == nullptr || better(plan, *best))) best = &plan;
    return best;
  }
  [[nodiscard]] const Played* best_under(Rule rule, const std::vector<std::vector<double>>& budget) const {
    return most(budget, [&](const Played& a, const Played& b) { return workshop_.better(rule, a, b); });
  }

  /// With the first year of a plan begun and other money: the best by its rule of what can still be done.
  Result<std::optional<Begun>> begun(const Played& plan, Rule rule, std::size_t money) {
    const auto first = first_of(plan.phasing);
    const Kept kept = first_year_kept(problem(rule, with_first_paid(money, first)), first);
    Problem allowed = kept.problem;
    allowed.minimums.clear();  // what was played is held against them as it was played
    std::optional<Begun> out;
    const auto better = [&](const Played& one) {
      if (broken(allowed, one.phasing).empty() && (!out || workshop_.better(rule, one, out->plan)))
        out = Begun{one, kept.dropped};
    };
    for (const Played& one : pool_) better(one);
    if (const Solution solution = solve(kept.problem, wanted_.effort); solution.found()) {
      TRY(const Played own, workshop_.play(solution.phasing));
      better(own);
    }
    return out;
  }

  Done fill_rules(SideBySide& out) {
    for (std::size_t h = 0; h < hazards_; ++h)
      for (std::size_t c = 0; c < wanted_.cases.size(); ++c)
        best_.push_back(most(budgets_[c], [h](const Played& a, const Played& b) {
          return a.by_hazard[h].unmet.value > b.by_hazard[h].unmet.value;
        }));
    for (std::size_t r = 0; r < rule_names.size(); ++r) {
      const auto rule = static_cast<Rule>(r);
      if (rule == Rule::regret && hazards_ < 2) continue;
      const Played* const plan = best_under(rule, budgets_[0]);
      if (plan == nullptr) continue;
      RuleRow row{.rule = rule, .plan = *plan, .regret = {}, .regret_money = {}, .largest = {}};
      TRY_DONE(regrets(row));
      out.rules.push_back(std::move(row));
    }
    // Least regret is the least of the column that is shown.
    if (hazards_ > 1 && !out.rules.empty()) {
      const auto least = std::min_element(out.rules.begin(), out.rules.end(), [](const RuleRow& a, const RuleRow& b) {
        return a.largest.value < b.largest.value;
      });
      RuleRow row = *least;
      row.rule = Rule::regret;
      if (out.rules.back().rule == Rule::regret) {
        begun_.back() = begun_[static_cast<std::size_t>(least - out.rules.begin())];
        out.rules.back() = std::move(row);
      }
    }
    for (std::size_t r = 0; r < out.rules.size(); ++r)
      if (const RuleRow& row = out.rules[r]; row.rule == question_.rule) {
        kept_ = begun_[r];
        chosen_.played = row.plan;
        chosen_.value = row.rule == Rule::regret ? Number{-row.largest.value, row.largest.standard_error}
                                                 : workshop_.value(row.rule, row.plan);
      }
    return {};
  }

  /// Misses of a row, by hazard and by money case.
  Done regrets(RuleRow& row) {
    const std::size_t cases = wanted_.cases.size();
    begun_.emplace_back();
    for (std::size_t c = 0; c < cases; ++c) {
      Number largest{-std::numeric_limits<double>::infinity(), 0};
      std::optional<Begun> plan = Begun{row.plan, {}};
      if (c > 0) {
        TRY(plan, begun(row.plan, row.rule, c));
      }
      for (std::size_t h = 0; h < hazards_; ++h) {
        const Played* const best = best_[h * cases + c];
        if (best == nullptr) continue;
        Played nothing;
        nothing.saved.assign(hazards_, std::vector<double>(best->saved[h].size(), 0));
        Number missed = workshop_.missed(plan ? plan->plan : nothing, *best, h);
        if (missed.value < 0) missed.value = 0;  // what was done beside it is the best known
        if (c == 0) row.regret.push_back(missed);
        if (missed.value > largest.value) largest = missed;
      }
      if (!std::isfinite(largest.value)) largest = {};
      row.regret_money.push_back(largest);
      if (c == 0 || largest.value > row.largest.value) row.largest = largest;
      begun_.back().push_back(std::move(plan));
    }
    return {};
  }

  void fill_cases(SideBySide& out) {
    for (std::size_t c = 0; c < wanted_.cases.size(); ++c) {
      const Played* best = best_under(question_.rule, budgets_[c]);
      if (best == nullptr) continue;
      CaseRow row{
          .id = wanted_.cases[c].id, .surrogate = solutions_[c].value, .best = *best, .kept = {}, .dropped = {}};
      if (c == 0) row.best = chosen_.played;
      if (c < kept_.size() && kept_[c]) {
        row.kept = kept_[c]->plan;
        row.dropped = kept_[c]->dropped;
      }
      if (row.kept && c > 0 && payable(*row.kept, budgets_[c]) && workshop_.better(question_.rule, *row.kept, row.best))
        row.best = *row.kept;
      out.cases.push_back(std::move(row));
    }
  }

  /// Candidates for the first year: that of the plan, what is best in some case, and what all of them have in common.
  Done keep_first(SideBySide& out) {
    std::vector<std::vector<std::size_t>> firsts{first_of(chosen_.played.phasing)};
    std::vector<std::size_t> common = firsts.front();
    for (const CaseRow& row : out.cases) {
      const auto first = first_of(row.best.phasing);
      std::erase_if(common, [&](std::size_t c) { return std::find(first.begin(), first.end(), c) == first.end(); });
      if (std::find(firsts.begin(), firsts.end(), first) == firsts.end()) firsts.push_back(first);
    }
    if (std::find(firsts.begin(), firsts.end(), common) == firsts.end()) firsts.push_back(common);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& first : firsts) {
      double regret = 0;
      for (std::size_t c = 0; c < wanted_.cases.size() && regret < least; ++c) {
        if (!solutions_[c].found()) continue;
        Problem own = problems_[c];
        own.budget = with_first_paid(c, first);
        const Solution kept = solve(first_year_kept(own, first).problem, wanted_.effort);
        const double best = solutions_[c].value;
        // Regret is a share already; the other rules miss a share of what was possible.
        regret = std::max(regret, !kept.found()                    ? 1
                                  : question_.rule == Rule::regret ? best - kept.value
                                                                   : (best - kept.value) / std::max(1e-9, best));
      }
      if (regret >= least) continue;
      least = regret;
      out.keep_first.begin = first;
    }
    Played start = chosen_.played;
    for (std::size_t i = 0; i < start.phasing.size(); ++i) start.phasing[i].reset();
    for (const std::size_t i : out.keep_first.begin) start.phasing[i] = 0;
    for (std::size_t c = 0; c < out.cases.size(); ++c) {
      const double best = workshop_.value(question_.rule, out.cases[c].best).value;
      const auto index =
          static_cast<std::size_t>(std::find_if(wanted_.cases.begin(), wanted_.cases.end(),
                                                [&](const MoneyCase& one) { return one.id == out.cases[c].id; }) -
                                   wanted_.cases.begin());
      TRY(const auto kept, begun(start, question_.rule, index));
      const double own = kept ? workshop_.value(question_.rule, kept->plan).value : 0;
      const double missed = !kept                            ? 1
                            : question_.rule == Rule::regret ? best - own
                                                             : (best - own) / std::max(1e-9, best);
      out.keep_first.missed = std::max(out.keep_first.missed, missed);
    }
    return {};
  }

  void fill_front(SideBySide& out) const {
    for (std::size_t s = 0; s < wanted_.shares.size(); ++s) {
      const auto& budget = budgets_[wanted_.cases.size() + s];
      const Played* const best = best_under(question_.rule, budget);
      if (best == nullptr) continue;
      const auto reach = [&](Rule rule) { return workshop_.value(rule, *best_under(rule, budget)).value; };
      out.front.push_back({.share = wanted_.shares[s],
                           .surrogate = solutions_[wanted_.cases.size() + s].value,
                           .best = wanted_.shares[s] == 1 ? chosen_.played : *best,
                           .unmet = reach(Rule::person_hours),
                           .tail = reach(Rule::tail),
                           .gaps = reach(Rule::continuity),
                           .worst = reach(Rule::worst_municipality)});
    }
  }

  void next_euro(SideBySide& out) const {
    if (solutions_.empty() || !solutions_[0].found()) return;
    for (std::size_t y = 0; y < wanted_.more.size(); ++y) {
      auto budget = budgets_[0];
      for (std::size_t p = 0; p < budget.size(); ++p) budget[p][y] += wanted_.more_eur * wanted_.more[y][p];
      const Solution then = solve(problem(question_.rule, budget), wanted_.effort);
      out.next_euro.push_back(std::max(0.0, then.value - solutions_[0].value) / wanted_.more_eur);
    }
  }

  Workshop& workshop_;
  const Question& question_;
  const Sideways& wanted_;
  Choice& chosen_;
  std::size_t hazards_ = 0;
  std::vector<std::vector<Worth>> alone_;
  std::vector<std::vector<std::vector<double>>> budgets_;  ///< of the cases, then of the shares
  std::vector<Solution> solutions_;                        ///< the same
  std::vector<Problem> problems_;                          ///< by case: what its solution answers
  std::vector<Played> pool_;                               ///< what was played before first years are kept
  std::vector<const Played*> best_;                        ///< hazard × case, in pool_
  std::vector<std::vector<std::optional<Begun>>> begun_;   ///< row × case: with the first year of the row's plan begun
  std::vector<std::optional<Begun>> kept_;                 ///< the same of the rule of the question
};

}  // namespace

Result<SideBySide> side_by_side(Workshop& workshop, const Question& question, const Sideways& wanted, Choice& chosen) {
  ENSURE(!wanted.cases.empty(), "the first money case is that of the question");
  return Table(workshop, question, wanted, chosen).lay();
}

}  // namespace veer::measures
