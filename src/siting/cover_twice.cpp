#include <algorithm>
#include <numeric>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"
#include "siting/site_choice.hpp"
#include "siting/subgradient.hpp"

namespace veer::siting {

namespace {

constexpr int dual_steps = 800;
constexpr int search_every = 40;

/// What is lost of full marks by a set of sites: value to minimise.
double lost(const SitingCase& facts, double reach_minutes, double first_share, const std::vector<Site>& sites) {
  std::vector<char> open(facts.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    const auto near = std::count_if(facts.minutes[i].begin(), facts.minutes[i].end(),
                                    [&](const Arc& arc) { return arc.cost <= reach_minutes && open[arc.site] != 0; });
    sum += facts.weight[i] * (near == 0 ? 1 : near == 1 ? 1 - first_share : 0);
  }
  return sum;
}

/// The linear bound of what is lost, relaxing "what is missing plus what is near makes two":
///
///     sum_i 2·l_i + min(0, a·w_i − l_i) + min(0, (1 − a)·w_i − l_i) + min over allowed sets of sum_j sum_i −l_i
///
/// with l_i in [0, a·w_i] the pay of customer i for a site nearby. The budget is left out: still a bound.
class BackupDual {
 public:
  BackupDual(const MedianProblem& near, const SitingCase& facts, double first_share)
      : near_(near), chooser_(near), first_(facts.weight), second_(facts.weight) {
    for (double& value : first_) value *= first_share;
    for (double& value : second_) value *= 1 - first_share;
    for (Site site = 0; site < near.site_count; ++site) choice_.push_back(near.choice_of(site));
  }

  [[nodiscard]] double evaluate(const Multipliers& m) {
    reduced_.assign(near_.site_count, 0);
    double sum = 0;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      const double pay = m.customer[i];
      sum += 2 * pay + std::min(0.0, first_[i] - pay) + std::min(0.0, second_[i] - pay);
      for (const Arc& arc : near_.row(i)) reduced_[arc.site] -= pay;
    }
    if (!chooser_.choose(reduced_, choice_)) return -unreachable;
    return sum + chooser_.sum();
  }
  [[nodiscard]] double turn(const Multipliers& m) {
    constexpr double memory = 0.3;
    double squares = 0;
    double slack = 0;
    for (std::size_t i = 0; i < first_.size(); ++i) {
      double slope = 2;
      slope -= m.customer[i] > first_[i] ? 1 : 0;
      slope -= m.customer[i] > second_[i] ? 1 : 0;
      for (const Arc& arc : near_.row(i)) slope -= chooser_.is_chosen(arc.site) ? 1 : 0;
      if ((slope > 0 && m.customer[i] >= first_[i]) || (slope < 0 && m.customer[i] <= 0)) slope = 0;
      slack += slope * slope;
      direction_[i] = slope + memory * direction_[i];
      squares += direction_[i] * direction_[i];
    }
    return slack == 0 ? 0 : squares;
  }
  void step(Multipliers& m, double length) const {
    for (std::size_t i = 0; i < first_.size(); ++i)
      m.customer[i] = std::clamp(m.customer[i] + length * direction_[i], 0.0, first_[i]);
  }
  void forget() { direction_.assign(first_.size(), 0); }
  [[nodiscard]] const std::vector<Site>& chosen() const { return chooser_.chosen(); }
  [[nodiscard]] Multipliers start() const { return {second_, 0}; }

 private:
  const MedianProblem& near_;
  SiteChooser chooser_;
  std::vector<double> first_;
  std::vector<double> second_;
  std::vector<Choice> choice_;
  std::vector<double> reduced_;
  std::vector<double> direction_;
};

/// Swaps one site at a time, the one that adds most for the one that then misses least, while that helps and is
/// allowed.
class BackupSearch {
 public:
  BackupSearch(const MedianProblem& near, const SitingCase& facts, double first_share)
      : near_(near), facts_(facts), first_share_(first_share), columns_(near.site_count) {
    for (std::size_t i = 0; i < facts.customer_count(); ++i)
      for (const Arc& arc : near.row(i)) columns_[arc.site].push_back(static_cast<std::uint32_t>(i));
  }

  void improve(std::vector<Site>& sites) {
    times_.assign(facts_.customer_count(), 0);
    open_.assign(near_.site_count, 0);
    for (const Site site : sites) toggle(site);
    for (;;) {
      const Site in = extreme(0);
      if (in == no_site) return;
      toggle(in);
      auto trial = sites;
      const Site out = extreme(1);
      if (out != no_site) std::replace(trial.begin(), trial.end(), out, in);
      std::sort(trial.begin(), trial.end());
      const bool good = out != no_site && out != in && allowed(near_, trial) && worth_of(in, 1) > worth_of(out, 1);
      if (!good) return;
      toggle(out);
      sites = std::move(trial);
    }
  }

 private:
  void toggle(Site site) {
    open_[site] = open_[site] != 0 ? 0 : 1;
    for (const std::uint32_t i : columns_[site]) times_[i] += open_[site] != 0 ? 1 : -1;
  }
  /// What a site adds when it is closed (0) or what closing it would miss when it is open (1).
  [[nodiscard]] double worth_of(Site site, int now) const {
    double sum = 0;
    for (const std::uint32_t i : columns_[site]) {
      const int others = times_[i] - now;
      sum += facts_.weight[i] * (others == 0 ? first_share_ : others == 1 ? 1 - first_share_ : 0);
    }
    return sum;
  }
  /// The closed site that adds most (0), or the open one that would be missed least (1).
  [[nodiscard]] Site extreme(int now) const {
    Site best = no_site;
    double most = -unreachable;
    for (Site site = 0; site < near_.site_count; ++site) {
      const Choice held = now == 0 ? Choice::closed : Choice::open;
      if (open_[site] != now || near_.choice_of(site) == held) continue;
      const double worth = now == 0 ? worth_of(site, 0) : -worth_of(site, 1);
      if (worth > most) {
        most = worth;
        best = site;
      }
    }
    return best;
  }

  const MedianProblem& near_;
  const SitingCase& facts_;
  double first_share_;
  std::vector<std::vector<std::uint32_t>> columns_;  ///< per site who can reach it
  std::vector<int> times_;
  std::vector<char> open_;
};

/// Who can reach which sites within the minutes, with the rules.
MedianProblem within_reach(const SitingCase& facts, const Rules& rules, double reach_minutes) {
  MedianProblem near = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back(arc);
    near.add_customer(std::move(row), unreachable);
  }
  return near;
}

/// Lifts the bound and betters the sites of an answer whose value is what is lost.
void search_backup(const MedianProblem& near, const SitingCase& facts, double reach_minutes, double first_share,
                   Answer& own, const Patience& patience) {
  BackupSearch search(near, facts, first_share);
  const auto consider = [&](std::vector<Site> sites) {
    std::sort(sites.begin(), sites.end());
    if (!allowed(near, sites)) return;
    search.improve(sites);
    const double value = lost(facts, reach_minutes, first_share, sites);
    if (value >= own.value) return;
    own.value = value;
    own.sites = std::move(sites);
  };
  own.value = lost(facts, reach_minutes, first_share, own.sites);
  consider(own.sites);
  BackupDual dual(near, facts, first_share);
  Ascent ascent;
  ascent.at = dual.start();
  double aim = own.value;
  ascend(dual, ascent, dual_steps, aim, [&](int k, double) {
    if (k % search_every == search_every - 1) consider(dual.chosen());
    aim = own.value;
    return ascent.best < own.value * (1 - 0.5 * proof_share) && !patience.ended();
  });
  own.bound = std::min(own.value, std::max(own.bound, ascent.best - 1e-9 * std::abs(ascent.best)));
  settle(own);
}

/// Columns: sites, then per customer how much it misses of a first and of a second site.
mip::Model backup_model(const SitingCase& facts, const Rules& rules, double reach_minutes, double first_share,
                        std::vector<mip::Column>& sites) {
  mip::Model model;
  sites = add_sites(model, facts.site_count, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    const mip::Column first = model.add_share(first_share * facts.weight[i]);
    const mip::Column second = model.add_share((1 - first_share) * facts.weight[i]);
    // The first share is worth at least the second, so a missing site is booked as the second one by itself.
    mip::Row near{{{first, 1}, {second, 1}}, mip::Sense::at_least, 2};
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) near.terms.push_back({sites[arc.site], 1});
    model.add(std::move(near));
  }
  return model;
}

}  // namespace

Result<Answer> cover_twice(const SitingCase& facts, const Rules& rules, double reach_minutes, double first_share,
                           mip::Solver* solver, const Patience& patience) {
  if (!(first_share >= 0.5 && first_share <= 1))
    return fail({ErrorKind::invalid_input, {"siting.case.bad", {"first_share", "-"}}, {}, {}});
  // Single coverage gives a first answer, and a bound: who lacks a first site misses everything, who has one misses
  // at least nothing. It gets half of the time.
  const double half = patience.seconds_left() / 2;
  const Patience single{.seconds_left = [&] { return patience.seconds_left() - half; }};
  TRY(Answer own, cover_most(facts, rules, reach_minutes, std::isfinite(half) ? single : patience));
  const double total = std::accumulate(facts.weight.begin(), facts.weight.end(), 0.0);
  const MedianProblem near = within_reach(facts, rules, reach_minutes);
  own.bound = total - own.bound;
  search_backup(near, facts, reach_minutes, first_share, own, patience);
  std::vector<mip::Column> columns;
  const mip::Model model = backup_model(facts, rules, reach_minutes, first_share, columns);
  TRY(const auto solution, ask(solver, model, own, patience));
  if (solution) {
    const auto sites = chosen_sites(*solution, columns);
    const bool usable = !solution->values.empty() && allowed(core_of(facts, rules), sites);
    take_in(own, *solution, usable ? lost(facts, reach_minutes, first_share, sites) : unreachable, sites);
  }
  own.server = servers_of(near, own.sites);
  own.value = total - own.value;
  own.bound = total - own.bound;
  if (gap(own) <= proof_share) own.status = Status::optimal;
  return own;
}

}  // namespace veer::siting
