#include "siting/median.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "siting/median_dual.hpp"
#include "siting/proof_book.hpp"
#include "siting/swap_search.hpp"

namespace veer::siting {

namespace {

constexpr int root_rounds = 12;
constexpr int root_steps = 300;
constexpr int node_steps = 60;
constexpr int swap_every = 50;  ///< steps between two swap searches at the root
constexpr int look_every = 10;  ///< steps between two looks at the chosen set as an answer

/// One run of branch and bound. Depth first, so that memory stays small and answers improve early.
class MedianTree {
 public:
  MedianTree(const MedianProblem& problem, const Patience& patience, double below)
      : whole_(problem),
        problem_(problem),
        patience_(patience),
        proof_(value_step(problem)),
        lifts_(2 * problem.site_count) {
    proof_.begin_round(below);
  }

  MedianOutcome run() {
    std::vector<Choice> choice(problem_.site_count);
    for (Site site = 0; site < problem_.site_count; ++site) choice[site] = problem_.choice_of(site);
    first_answer();
    Ascent ascent;
    ascent.at = first_multipliers();
    if (root(choice, ascent)) explore(std::move(choice), std::move(ascent));
    proof_.end_round();
    return outcome();
  }

 private:
  void consider(const std::vector<Site>& sites) {
    const double value = value_of(whole_, sites);
    if (value >= proof_.upper() || !allowed(whole_, sites)) return;
    proof_.found(value);
    best_ = sites;
  }

  void swap_from(std::vector<Site> sites) {
    std::sort(sites.begin(), sites.end());
    if (std::find(tried_.begin(), tried_.end(), sites) != tried_.end()) return;
    tried_.push_back(sites);
    if (swap_->improve(sites)) consider(sites);
  }

  void first_answer() {
    swap_.emplace(problem_);
    std::vector<Site> sites;
    if (swap_->greedy(sites)) consider(sites);
  }

  /// Halfway between the nearest and the second site of the first answer: there the best multipliers lie when the
  /// linear relaxation is whole. Where sites have a cost of their own, a customer pays its share in its cheapest site
  /// instead, so that no site is worth more than it costs.
  Multipliers first_multipliers() {
    Multipliers m;
    std::vector<char> open(problem_.site_count, 0);
    for (const Site site : best_) open[site] = 1;
    std::vector<double> users(problem_.site_count, 0);
    for (const Arc& arc : problem_.arcs) users[arc.site] += 1;
    for (std::size_t i = 0; i < problem_.customer_count(); ++i) {
      double near[2] = {problem_.outside[i], problem_.outside[i]};
      double share = unreachable;
      int found = 0;
      for (const Arc& arc : problem_.row(i)) {
        if (open[arc.site] != 0 && found < 2) near[found++] = arc.cost;
        share = std::min(share, problem_.fixed_of(arc.site) / users[arc.site]);
      }
      if (best_.empty() && !problem_.row(i).empty()) near[0] = near[1] = problem_.row(i).front().cost;
      const double pay = problem_.fixed.empty() ? (near[0] + near[1]) / 2 : near[0] + share;
      m.customer.push_back(std::min(pay, problem_.outside[i]));
    }
    return m;
  }

  /// Improves the bound at the root in rounds, fixing sites and dropping their arcs after each.
  /// @returns whether anything is left to branch on
  bool root(std::vector<Choice>& choice, Ascent& ascent) {
    double before = -unreachable;
    for (int round = 0; round < root_rounds; ++round) {
      MedianDual dual(problem_, choice);
      climb(dual, choice, ascent, root_steps, true);
      if (ascent.infeasible) {
        proof_.close(unreachable);
        return false;
      }
      const bool done = settled(dual, choice, ascent);
      if (done) return false;
      if (patience_.ended()) {
        proof_.close(ascent.best);
        return false;
      }
      drop_arcs(choice);
      const double rise = ascent.best - before;
      before = ascent.best;
      if (rise < 0.02 * (proof_.aim() - ascent.best)) break;
    }
    return true;
  }

  /// Ascent at one node; at the root also swap searches from what the dual chooses.
  void climb(MedianDual& dual, const std::vector<Choice>& choice, Ascent& ascent, int steps, bool swaps) {
    double aim = std::isfinite(proof_.aim()) ? proof_.aim() : 2 * std::abs(ascent.best) + 1;
    dual.decide(choice);
    ascend(dual, ascent, steps, aim, [&](int k, double) {
      if (swaps && k % swap_every == swap_every - 1) {
        swap_from(dual.chooser().chosen());
      } else if (k % look_every == 0) {
        consider_chosen(dual);
      }
      if (std::isfinite(proof_.aim())) aim = proof_.aim();
      return ascent.best <= proof_.cutoff() && !patience_.ended();
    });
  }

  void consider_chosen(const MedianDual& dual) {
    std::vector<Site> sites = dual.chooser().chosen();
    std::sort(sites.begin(), sites.end());
    consider(sites);
  }

  /// Fixes sites whose change of sides would push the bound over the cutoff.
  /// @returns whether the node is done and closed: nothing better can be in it, or nothing is left to decide
  bool settled(MedianDual& dual, std::vector<Choice>& choice, const Ascent& ascent) {
    if (ascent.best > proof_.cutoff()) {
      proof_.close_ruled_out(ascent.best);
      return true;
    }
    const double value = dual.evaluate(ascent.at);
    std::size_t free = 0;
    bool fixed = false;
    for (Site site = 0; site < problem_.site_count; ++site) {
      if (choice[site] != Choice::free) continue;
      if (value + dual.chooser().price_of_change(site, dual.reduced(site)) > proof_.cutoff()) {
        choice[site] = dual.chooser().is_chosen(site) ? Choice::open : Choice::closed;
        fixed = true;
      } else {
        ++free;
      }
    }
    if (fixed) proof_.close(proof_.ruled_out());
    if (free > 0) return false;
    // One set is left: it is the answer of this node, or nothing is.
    std::vector<Site> sites;
    for (Site site = 0; site < problem_.site_count; ++site)
      if (choice[site] == Choice::open) sites.push_back(site);
    consider(sites);
    if (allowed(whole_, sites)) proof_.close(value_of(whole_, sites));
    return true;
  }

  /// Arcs of closed sites are never looked at again: everything below runs on a smaller problem.
  void drop_arcs(const std::vector<Choice>& choice) {
    if (problem_.choice.empty()) problem_.choice.assign(problem_.site_count, Choice::free);
    std::size_t to = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < problem_.customer_count(); ++i) {
      const std::size_t end = problem_.row_begin[i + 1];
      for (; from < end; ++from)
        if (choice[problem_.arcs[from].site] != Choice::closed) problem_.arcs[to++] = problem_.arcs[from];
      problem_.row_begin[i + 1] = to;
    }
    problem_.arcs.resize(to);
    for (Site site = 0; site < problem_.site_count; ++site)
      if (choice[site] == Choice::closed) problem_.choice[site] = Choice::closed;
    swap_.emplace(problem_);
  }

  void explore(std::vector<Choice> choice, Ascent ascent) {
    MedianDual dual(problem_, choice);
    ascent.best = -unreachable;
    climb(dual, choice, ascent, node_steps, false);
    if (ascent.infeasible) return proof_.close(unreachable);
    Site site = no_site;
    do {
      if (settled(dual, choice, ascent)) return;
      if (patience_.ended()) return proof_.close(ascent.best);
      site = branch_site(dual, choice, ascent);
    } while (site == no_site);
    const bool open_first = dual.use()[site] >= 0.3;
    for (const bool open : {open_first, !open_first}) {
      if (patience_.ended()) return proof_.close(ascent.best);
      if (ascent.best > proof_.cutoff()) return proof_.close_ruled_out(ascent.best);
      choice[site] = open ? Choice::open : Choice::closed;
      explore(choice, ascent);
    }
  }

  /// What deciding a site has lifted the bound by so far, on average.
  struct Lift {
    double sum = 0;
    int times = 0;
    void add(double lift) {
      sum += std::max(lift, 0.0);
      ++times;
    }
    [[nodiscard]] double mean() const { return times == 0 ? 0 : sum / times; }
  };

  /// The free site whose decision promises to lift the bound most on both sides, among those that the dual is least
  /// sure of (reliability branching: Achterberg, Koch and Martin 2005). A few steps of the bound try a site out, until
  /// its mean is known from some nodes.
  /// @returns no_site when trying out has decided a site
  Site branch_site(MedianDual& dual, std::vector<Choice>& choice, const Ascent& ascent) {
    constexpr std::size_t most_tried = 8;
    constexpr int reliable = 3;
    std::vector<std::pair<double, Site>> unsure;
    for (Site site = 0; site < choice.size(); ++site)
      if (choice[site] == Choice::free) unsure.emplace_back(std::abs(dual.use()[site] - 0.5), site);
    const std::size_t tried = std::min(most_tried, unsure.size());
    std::partial_sort(unsure.begin(), unsure.begin() + static_cast<std::ptrdiff_t>(tried), unsure.end());
    Site best = no_site;
    double most = -1;
    for (std::size_t k = 0; k < tried; ++k) {
      const Site site = unsure[k].second;
      double lift[2] = {0, 0};
      for (const bool open : {false, true}) {
        Lift& known = lifts_[2 * site + (open ? 1U : 0U)];
        if (known.times < reliable) {
          choice[site] = open ? Choice::open : Choice::closed;
          const double there = tried_bound(dual, choice, ascent);
          choice[site] = Choice::free;
          if (there > proof_.cutoff()) {
            proof_.close_ruled_out(there);
            choice[site] = open ? Choice::closed : Choice::open;
            dual.decide(choice);
            return no_site;
          }
          known.add(there - ascent.best);
        }
        lift[open ? 1 : 0] = known.mean();
      }
      const double score = std::max(lift[0], 1e-6) * std::max(lift[1], 1e-6);
      if (score > most) {
        most = score;
        best = site;
      }
      if (patience_.ended()) break;
    }
    dual.decide(choice);
    return best;
  }

  /// A bound with one more site decided, after a few steps.
  double tried_bound(MedianDual& dual, const std::vector<Choice>& choice, const Ascent& from) {
    constexpr int steps = 12;
    Ascent ascent;
    ascent.at = from.at;
    dual.decide(choice);
    const double aim = std::isfinite(proof_.aim()) ? proof_.aim() : 2 * std::abs(from.best) + 1;
    ascend(dual, ascent, steps, aim, [&](int, double) { return ascent.best <= proof_.cutoff(); });
    return ascent.infeasible ? unreachable : ascent.best;
  }

  MedianOutcome outcome() {
    MedianOutcome out;
    out.bound = proof_.bound();
    if (!proof_.has_answer()) {
      out.proven_empty = proof_.proven_empty();
      return out;
    }
    Answer answer = proof_.answer();
    answer.sites = best_;
    answer.server = servers_of(whole_, best_);
    out.answer = std::move(answer);
    return out;
  }

  const MedianProblem& whole_;
  MedianProblem problem_;  ///< without the arcs of sites that are ruled out
  const Patience& patience_;
  ProofBook proof_;
  std::vector<Site> best_;
  std::optional<SwapSearch> swap_;
  std::vector<std::vector<Site>> tried_;
  std::vector<Lift> lifts_;  ///< two per site: closed, open
};

}  // namespace

MedianOutcome solve_median(const MedianProblem& problem, const Patience& patience, double below) {
  return MedianTree(problem, patience, below).run();
}

}  // namespace veer::siting
