#include <algorithm>
#include <cmath>
#include <numeric>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"
#include "siting/site_choice.hpp"
#include "siting/subgradient.hpp"
#include "siting/swap_search.hpp"

namespace veer::siting {

namespace {

constexpr int dual_steps = 1500;
constexpr int node_steps = 80;
constexpr int search_every = 60;

/// The two levels as problems of the core: customers to local sites, and local sites to upper ones.
struct Levels {
  MedianProblem local;
  MedianProblem upper;        ///< customers are the local sites; costs are weighted minutes
  double no_coordinator = 0;  ///< stands for "cannot be coordinated": more than any allowed answer is worth

  /// Cost of the link of each local site to the nearest of these upper sites.
  [[nodiscard]] std::vector<double> links(const std::vector<Site>& sites) const {
    std::vector<char> open(upper.site_count, 0);
    for (const Site site : sites) open[site] = 1;
    std::vector<double> cost(local.site_count, no_coordinator);
    for (std::size_t j = 0; j < local.site_count; ++j)
      for (const Arc& arc : upper.row(j))
        if (open[arc.site] != 0) {
          cost[j] = arc.cost;
          break;
        }
    return cost;
  }
  [[nodiscard]] double value(const std::vector<Site>& sites, const std::vector<Site>& upper_sites) const {
    const auto cost = links(upper_sites);
    double sum = value_of(local, sites);
    for (const Site site : sites) sum += cost[site];
    return sum;
  }
};

/// Relaxed: "everybody is served" and "a chosen local site has a coordinator". Then both levels choose for themselves:
///
///     sum_i l_i + min over local sets of sum_j (p_j + sum_i min(0, c_ij − l_i))
///               + min over upper sets of sum_k sum_j min(0, d_jk − p_j)
///
/// with l_i the pay of customer i and p_j that of local site j for a coordinator. Budgets are left out: still a bound.
class LevelsDual {
 public:
  explicit LevelsDual(const Levels& levels)
      : levels_(levels),
        customers_(levels.local.customer_count()),
        low_(levels.local),
        high_(levels.upper),
        low_choice_(choices(levels.local)),
        high_choice_(choices(levels.upper)),
        use_(levels.upper.site_count, 0.5) {}

  /// What is decided about the upper sites from here on.
  void decide(const std::vector<Choice>& upper) { high_choice_ = upper; }

  [[nodiscard]] double evaluate(const Multipliers& m) {
    low_reduced_.assign(levels_.local.site_count, 0);
    high_reduced_.assign(levels_.upper.site_count, 0);
    for (std::size_t j = 0; j < low_reduced_.size(); ++j) low_reduced_[j] = m.customer[customers_ + j];
    collect(levels_.local, m.customer.data(), low_reduced_);
    collect(levels_.upper, m.customer.data() + customers_, high_reduced_);
    if (!low_.choose(low_reduced_, low_choice_) || !high_.choose(high_reduced_, high_choice_)) return -unreachable;
    constexpr double fresh = 0.05;
    for (Site site = 0; site < use_.size(); ++site)
      use_[site] += fresh * ((high_.is_chosen(site) ? 1 : 0) - use_[site]);
    const auto end = m.customer.begin() + static_cast<std::ptrdiff_t>(customers_);
    return std::accumulate(m.customer.begin(), end, 0.0) + low_.sum() + high_.sum();
  }

  [[nodiscard]] double turn(const Multipliers& m) {
    constexpr double memory = 0.3;
    double squares = 0;
    double slack = 0;
    for (std::size_t v = 0; v < m.customer.size(); ++v) {
      const bool person = v < customers_;
      const MedianProblem& problem = person ? levels_.local : levels_.upper;
      const SiteChooser& chooser = person ? low_ : high_;
      const std::size_t row = person ? v : v - customers_;
      double slope = person ? 1 : low_.is_chosen(static_cast<Site>(row)) ? 1 : 0;
      for (const Arc& arc : problem.row(row)) {
        if (arc.cost >= m.customer[v]) break;
        slope -= chooser.is_chosen(arc.site) ? 1 : 0;
      }
      if ((slope > 0 && m.customer[v] >= problem.outside[row]) || (slope < 0 && m.customer[v] <= 0)) slope = 0;
      slack += slope * slope;
      direction_[v] = slope + memory * direction_[v];
      squares += direction_[v] * direction_[v];
    }
    return slack == 0 ? 0 : squares;
  }

  void step(Multipliers& m, double length) const {
    for (std::size_t v = 0; v < m.customer.size(); ++v) {
      const double top = v < customers_ ? levels_.local.outside[v] : levels_.upper.outside[v - customers_];
      m.customer[v] = std::clamp(m.customer[v] + length * direction_[v], 0.0, top);
    }
  }
  void forget() { direction_.assign(customers_ + levels_.local.site_count, 0); }

  [[nodiscard]] const std::vector<Site>& local() const { return low_.chosen(); }
  [[nodiscard]] const std::vector<Site>& upper() const { return high_.chosen(); }
  /// Per upper site how often it was chosen, as a share in which the latest evaluations weigh most.
  [[nodiscard]] double use(Site site) const { return use_[site]; }
  /// At least how much the last evaluation rises when a free upper site changes sides.
  [[nodiscard]] double price_of_change(Site site) const { return high_.price_of_change(site, high_reduced_[site]); }
  [[nodiscard]] bool is_chosen(Site upper) const { return high_.is_chosen(upper); }

 private:
  static std::vector<Choice> choices(const MedianProblem& problem) {
    std::vector<Choice> out;
    for (Site site = 0; site < problem.site_count; ++site) out.push_back(problem.choice_of(site));
    return out;
  }
  static void collect(const MedianProblem& problem, const double* pays, std::vector<double>& reduced) {
    for (std::size_t i = 0; i < problem.customer_count(); ++i) {
      for (const Arc& arc : problem.row(i)) {
        if (arc.cost >= pays[i]) break;
        reduced[arc.site] += arc.cost - pays[i];
      }
    }
  }

  const Levels& levels_;
  std::size_t customers_;
  SiteChooser low_;
  SiteChooser high_;
  std::vector<Choice> low_choice_;
  std::vector<Choice> high_choice_;
  std::vector<double> low_reduced_;
  std::vector<double> high_reduced_;
  std::vector<double> direction_;
  std::vector<double> use_;
};

/// Keeps the best pair of sets; improves pairs by turns of one level each, the other held.
class LevelsSearch {
 public:
  explicit LevelsSearch(const Levels& levels) : levels_(levels) {}

  void improve(std::vector<Site> local, std::vector<Site> upper) {
    double value = unreachable;
    for (;;) {
      if (!choose_upper(local, upper) || !choose_local(local, upper)) return;
      const double now = levels_.value(local, upper);
      if (now < best_value_) {
        best_value_ = now;
        best_local_ = local;
        best_upper_ = upper;
      }
      if (!(now < value - 1e-9 * std::max(1.0, value))) return;
      value = now;
    }
  }

  /// Takes over a pair that keeps the rules when it is better.
  void offer(const std::vector<Site>& local, const std::vector<Site>& upper) {
    const double value = levels_.value(local, upper);
    if (value >= best_value_) return;
    best_value_ = value;
    best_local_ = local;
    best_upper_ = upper;
  }

  [[nodiscard]] double value() const { return best_value_; }
  [[nodiscard]] const std::vector<Site>& local() const { return best_local_; }
  [[nodiscard]] const std::vector<Site>& upper() const { return best_upper_; }
  [[nodiscard]] bool found() const { return best_value_ < levels_.no_coordinator; }

 private:
  [[nodiscard]] bool choose_local(std::vector<Site>& local, const std::vector<Site>& upper) const {
    MedianProblem problem = levels_.local;
    problem.fixed = levels_.links(upper);
    return SwapSearch(problem).improve(local);
  }
  /// Before there are local sites, every local site counts as a customer of the upper level.
  [[nodiscard]] bool choose_upper(const std::vector<Site>& local, std::vector<Site>& upper) const {
    MedianProblem problem = levels_.upper;
    if (!local.empty()) {
      problem.row_begin = {0};
      problem.arcs.clear();
      problem.outside.clear();
      for (const Site site : local) {
        const auto row = levels_.upper.row(site);
        problem.add_customer({row.begin(), row.end()}, levels_.no_coordinator);
      }
    }
    return SwapSearch(problem).improve(upper);
  }

  const Levels& levels_;
  double best_value_ = unreachable;
  std::vector<Site> best_local_;
  std::vector<Site> best_upper_;
};

Levels levels_of(const SitingCase& facts, const Rules& rules, const UpperLevel& upper, double unserved_minutes) {
  Levels levels;
  levels.local = core_of(facts, rules);
  double most = 1;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost < unserved_minutes) row.push_back({arc.cost * facts.weight[i], arc.site});
    most += unserved_minutes * facts.weight[i];
    levels.local.add_customer(std::move(row), unserved_minutes * facts.weight[i]);
  }
  for (const auto& row : upper.minutes) {
    double longest = 0;
    for (const Arc& arc : row) longest = std::max(longest, arc.cost * upper.weight);
    most += longest;
  }
  levels.no_coordinator = most;
  levels.upper = core_of({.site_count = upper.site_count, .weight = {}, .minutes = {}}, upper.rules);
  for (const auto& row : upper.minutes) {
    std::vector<Arc> costs;
    for (const Arc& arc : row) costs.push_back({arc.cost * upper.weight, arc.site});
    levels.upper.add_customer(std::move(costs), levels.no_coordinator);
  }
  return levels;
}

/// Branch and bound over the upper sites: once these are decided the rest is a problem of the core, whose bound is
/// better than what both levels for themselves can say.
class LevelsTree {
 public:
  LevelsTree(const Levels& levels, LevelsSearch& search, const Patience& patience)
      : levels_(levels), search_(search), patience_(patience), dual_(levels) {}

  /// @returns the bound; unreachable when nothing is allowed
  double run() {
    Ascent ascent;
    for (std::size_t i = 0; i < levels_.local.customer_count(); ++i) {
      const auto row = levels_.local.row(i);
      ascent.at.customer.push_back(row.empty() ? levels_.local.outside[i] : row[row.size() / 2].cost);
    }
    for (std::size_t j = 0; j < levels_.local.site_count; ++j) {
      const auto row = levels_.upper.row(j);
      ascent.at.customer.push_back(row.empty() ? levels_.no_coordinator : row.front().cost);
    }
    std::vector<Choice> choice;
    for (Site site = 0; site < levels_.upper.site_count; ++site) choice.push_back(levels_.upper.choice_of(site));
    explore(std::move(choice), std::move(ascent), dual_steps);
    return floor_;
  }

 private:
  [[nodiscard]] double aim() const { return search_.found() ? search_.value() : levels_.no_coordinator; }
  [[nodiscard]] double cutoff() const { return aim() * (1 - 0.5 * proof_share); }
  void close(double bound) { floor_ = std::min(floor_, bound); }

  void explore(std::vector<Choice> choice, Ascent ascent, int steps) {
    const double above = ascent.best;  // a part cannot be better than the whole that it was parted from
    ascent.best = -unreachable;
    double target = aim();
    dual_.decide(choice);
    ascend(dual_, ascent, steps, target, [&](int k, double) {
      if (steps == dual_steps && k % search_every == search_every - 1) search_.improve(dual_.local(), dual_.upper());
      target = aim();
      return ascent.best < cutoff() && !patience_.ended();
    });
    if (ascent.infeasible) return;
    ascent.best = std::max(ascent.best, above);
    if (ascent.best >= cutoff() || patience_.ended()) return close(ascent.best);
    const Site site = decide_more(choice, ascent);
    if (site == no_site) return finish(choice, ascent.best);
    const bool open_first = dual_.use(site) >= 0.5;
    for (const bool open : {open_first, !open_first}) {
      if (patience_.ended()) return close(ascent.best);
      choice[site] = open ? Choice::open : Choice::closed;
      explore(choice, ascent, node_steps);
    }
  }

  /// Decides upper sites whose other side cannot hold anything better.
  /// @returns the free one of which the bound is least sure, or no_site
  Site decide_more(std::vector<Choice>& choice, const Ascent& ascent) {
    const double value = dual_.evaluate(ascent.at);
    Site best = no_site;
    double nearest = unreachable;
    std::size_t open = 0;
    for (Site site = 0; site < choice.size(); ++site) {
      if (choice[site] == Choice::free && value + dual_.price_of_change(site) > cutoff()) {
        close(cutoff());
        choice[site] = dual_.is_chosen(site) ? Choice::open : Choice::closed;
      }
      open += choice[site] == Choice::open ? 1U : 0U;
      const double distance = std::abs(dual_.use(site) - 0.5);
      if (choice[site] != Choice::free || distance >= nearest) continue;
      best = site;
      nearest = distance;
    }
    if (open < levels_.upper.most) return best;
    for (Choice& decided : choice)
      if (decided == Choice::free) decided = Choice::closed;
    return no_site;
  }

  /// The upper sites are known: the local ones pay for their links.
  void finish(const std::vector<Choice>& choice, double bound) {
    std::vector<Site> upper;
    for (Site site = 0; site < choice.size(); ++site)
      if (choice[site] == Choice::open) upper.push_back(site);
    if (!allowed(levels_.upper, upper)) return;
    MedianProblem problem = levels_.local;
    problem.fixed = levels_.links(upper);
    const MedianOutcome outcome = solve_median(problem, patience_);
    if (outcome.answer && outcome.answer->value < levels_.no_coordinator) search_.offer(outcome.answer->sites, upper);
    close(std::max(bound, outcome.bound));
  }

  const Levels& levels_;
  LevelsSearch& search_;
  const Patience& patience_;
  LevelsDual dual_;
  double floor_ = unreachable;
};

/// The whole as one model; a link may only be used when its upper site is chosen, and a chosen local site needs one.
mip::Model levels_model(const Levels& levels, const SitingCase& facts, const Rules& rules, const UpperLevel& upper,
                        std::vector<mip::Column>& local_columns, std::vector<mip::Column>& upper_columns) {
  mip::Model model;
  local_columns = add_sites(model, facts.site_count, rules);
  upper_columns = add_sites(model, upper.site_count, upper.rules);
  add_service(model, levels.local, local_columns, true);
  for (Site site = 0; site < facts.site_count; ++site) {
    mip::Row linked{{{local_columns[site], -1}}, mip::Sense::at_least, 0};
    for (const Arc& arc : levels.upper.row(site)) {
      const mip::Column link = model.add_share(arc.cost);
      linked.terms.push_back({link, 1});
      model.add(mip::Row{{{link, 1}, {upper_columns[arc.site], -1}}, mip::Sense::at_most, 0});
    }
    model.add(std::move(linked));
  }
  return model;
}

}  // namespace

Result<LevelsAnswer> two_levels(const SitingCase& facts, const Rules& rules, const UpperLevel& upper,
                                double unserved_minutes, mip::Solver* solver, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  // Seen from above, the local sites are the customers.
  TRY_DONE(check(
      {.site_count = upper.site_count, .weight = std::vector<double>(facts.site_count, 1), .minutes = upper.minutes},
      upper.rules));
  if (!(upper.weight >= 0) || !std::isfinite(upper.weight) || !(unserved_minutes > 0))
    return fail({ErrorKind::invalid_input, {"siting.case.bad", {"weight, unserved_minutes", "-"}}, {}, {}});
  for (const MedianProblem& rules_alone :
       {core_of(facts, rules), core_of({.site_count = upper.site_count, .weight = {}, .minutes = {}}, upper.rules)})
    if (solve_median(rules_alone, patience).proven_empty) return fail(nothing_allowed());
  const Levels levels = levels_of(facts, rules, upper, unserved_minutes);
  LevelsSearch search(levels);
  search.improve({}, {});
  Answer own;
  own.bound = LevelsTree(levels, search, patience).run() * (1 - 1e-9);
  own.value = search.found() ? search.value() : unreachable;
  own.sites = search.local();
  std::vector<Site> coordinating = search.upper();
  if (own.bound == unreachable) return fail(nothing_allowed());
  own.bound = std::min(own.bound, own.value);
  if (search.found()) settle(own);

  std::vector<mip::Column> local_columns;
  std::vector<mip::Column> upper_columns;
  const mip::Model model = levels_model(levels, facts, rules, upper, local_columns, upper_columns);
  TRY(const auto solution, ask(solver, model, own, patience));
  if (solution) {
    const auto sites = chosen_sites(*solution, local_columns);
    const auto above = chosen_sites(*solution, upper_columns);
    const bool usable = !solution->values.empty() && allowed(levels.local, sites) && allowed(levels.upper, above);
    const double value = usable ? levels.value(sites, above) : unreachable;
    if (value < own.value) coordinating = above;
    if (solution->status == mip::SolutionStatus::infeasible && !search.found()) return fail(nothing_allowed());
    take_in(own, *solution, value, sites);
  }
  if (own.value >= levels.no_coordinator) return fail(nothing_found());
  LevelsAnswer out{std::move(own), std::move(coordinating), {}};
  out.base.server = servers_of(levels.local, out.base.sites);
  const auto above = servers_of(levels.upper, out.coordinating);
  for (const Site site : out.base.sites) out.coordinator.push_back(above[site]);
  return out;
}

}  // namespace veer::siting
