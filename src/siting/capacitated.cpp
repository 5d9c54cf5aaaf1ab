#include "siting/capacitated.hpp"

#include <algorithm>
#include <numeric>

#include "siting/assignment_search.hpp"
#include "siting/capacitated_dual.hpp"
#include "siting/proof_book.hpp"

namespace veer::siting {

namespace {

constexpr int root_rounds = 8;
constexpr int root_steps = 250;
constexpr int node_steps = 60;
constexpr int search_every_root = 8;  ///< steps between two local searches
constexpr int search_every_node = 30;

bool whole(double value) { return value == unreachable || (std::floor(value) == value && std::abs(value) < 9e15); }

double value_step(const CapacitatedProblem& problem) {
  return std::all_of(problem.cost.begin(), problem.cost.end(), whole) &&
                 std::all_of(problem.fixed.begin(), problem.fixed.end(), whole)
             ? 1
             : 0;
}

/// One run of branch and bound, depth first.
class CapacitatedTree {
 public:
  CapacitatedTree(const CapacitatedProblem& problem, const Patience& patience)
      : problem_(problem),
        patience_(patience),
        proof_(value_step(problem)),
        dual_(problem),
        search_(problem),
        customers_(problem.customer_count()),
        sites_(problem.site_count()) {}

  CapacitatedOutcome run(std::span<const Site> start) {
    CapacitatedPart part = everything();
    if (!start.empty()) search_from(start);
    Ascent ascent;
    ascent.at = first_multipliers(part);
    if (!follow(part))
      proof_.close(unreachable);
    else if (root(part, ascent))
      return rounds(part, ascent);
    proof_.end_round();
    return outcome();
  }

 private:
  /// Looks below a limit that rises from just above the bound: a small tree as long as the limit is low, and it finds
  /// the best answer or lifts the bound. The last round has no limit but what was found.
  CapacitatedOutcome rounds(const CapacitatedPart& part, const Ascent& ascent) {
    proof_.begin_rounds();
    const double room = proof_.has_answer() ? proof_.upper() - ascent.best : 0.1 * std::abs(ascent.best) + 1;
    for (const double share : {0.1, 0.2, 0.4, 0.7, 1.0}) {
      const bool last = share == 1.0;
      const double exact = ascent.best + share * room;
      const double limit = proof_.step() > 0 ? std::ceil(exact) : exact;
      if (!last && proof_.aim() <= limit) continue;
      proof_.begin_round(last ? unreachable : limit);
      CapacitatedPart start = part;
      if (!settled(start, ascent, true)) explore(std::move(start), ascent);
      proof_.end_round();
      if (patience_.ended() || proof_.upper() <= limit) break;
    }
    return outcome();
  }

  [[nodiscard]] CapacitatedPart everything() const {
    CapacitatedPart part;
    part.may.assign(customers_ * sites_, 1);
    for (Site site = 0; site < sites_; ++site) {
      part.site.push_back(problem_.choice_of(site));
      for (std::size_t i = 0; i < customers_; ++i)
        if (part.site.back() == Choice::closed || problem_.cost_of(i, site) == unreachable ||
            problem_.demand[i] > problem_.capacity[site])
          part.may[i * sites_ + site] = 0;
    }
    return part;
  }

  /// The second cheapest site of each customer: dear enough to be worth serving.
  [[nodiscard]] Multipliers first_multipliers(const CapacitatedPart& part) const {
    Multipliers m;
    for (std::size_t i = 0; i < customers_; ++i) {
      double best = unreachable;
      double second = unreachable;
      for (Site site = 0; site < sites_; ++site) {
        if (part.may[i * sites_ + site] == 0) continue;
        const double cost = problem_.cost_of(i, site);
        if (cost < best) {
          second = best;
          best = cost;
        } else if (cost < second) {
          second = cost;
        }
      }
      m.customer.push_back(std::isfinite(second) ? second : std::isfinite(best) ? best : 0);
    }
    return m;
  }

  /// Draws what follows from the decisions: who has one way left goes there, who no longer fits stays away.
  /// @returns whether everybody still has a way
  bool follow(CapacitatedPart& part) const {
    for (bool changed = true; changed;) {
      changed = false;
      std::vector<std::int64_t> left = problem_.capacity;
      std::vector<Site> only(customers_, no_site);
      for (std::size_t i = 0; i < customers_; ++i) {
        char* const may = part.may.data() + i * sites_;
        std::size_t ways = 0;
        for (Site site = 0; site < sites_; ++site) {
          if (part.site[site] == Choice::closed) may[site] = 0;
          if (may[site] == 0) continue;
          ++ways;
          only[i] = site;
        }
        if (ways == 0) return false;
        if (ways > 1) {
          only[i] = no_site;
          continue;
        }
        left[only[i]] -= problem_.demand[i];
        if (left[only[i]] < 0) return false;
        part.site[only[i]] = Choice::open;
      }
      for (std::size_t i = 0; i < customers_; ++i) {
        if (only[i] != no_site) continue;
        char* const may = part.may.data() + i * sites_;
        for (Site site = 0; site < sites_; ++site) {
          if (may[site] == 0 || problem_.demand[i] <= left[site]) continue;
          may[site] = 0;
          changed = true;
        }
      }
    }
    return true;
  }

  void search_from(std::span<const Site> start) {
    std::vector<Site> hint(customers_, no_site);
    for (std::size_t i = 0; i < customers_; ++i)
      for (const Site site : start)
        if (problem_.cost_of(i, site) < (hint[i] == no_site ? unreachable : problem_.cost_of(i, hint[i])))
          hint[i] = site;
    std::vector<Site> order;
    for (Site site = 0; site < sites_; ++site)
      if (problem_.choice_of(site) != Choice::closed) order.push_back(site);
    if (search_.improve(start, order, hint, patience_)) consider(search_.server());
  }

  void consider(const std::vector<Site>& server) {
    const double value = value_of(problem_, server);
    if (!(value < proof_.upper())) return;
    proof_.found(value);
    best_ = server;
  }

  /// @returns whether anything is left to branch on
  bool root(CapacitatedPart& part, Ascent& ascent) {
    double before = -unreachable;
    for (int round = 0; round < root_rounds; ++round) {
      climb(part, ascent, root_steps, search_every_root);
      if (ascent.infeasible) {
        proof_.close(unreachable);
        return false;
      }
      if (patience_.ended()) {
        proof_.close(ascent.best);
        return false;
      }
      if (settled(part, ascent)) return false;
      if (ascent.best - before < 0.02 * (proof_.upper() - ascent.best)) break;
      before = ascent.best;
    }
    return true;
  }

  void climb(const CapacitatedPart& part, Ascent& ascent, int steps, int search_every) {
    dual_.decide(part);
    double aim = std::isfinite(proof_.aim()) ? proof_.aim() : first_aim(ascent);
    ascend(dual_, ascent, steps, aim, [&](int k, double) {
      if (k % search_every == search_every - 1 || !proof_.has_answer()) {
        if (search_.improve(dual_.chosen(), dual_.order(), dual_.hints(), patience_)) consider(search_.server());
      }
      if (std::isfinite(proof_.aim())) aim = proof_.aim();
      return ascent.best <= proof_.cutoff() && !patience_.ended();
    });
  }

  /// Before there is an answer the steps aim at what everybody would pay now.
  [[nodiscard]] static double first_aim(const Ascent& ascent) {
    return 1.05 * std::accumulate(ascent.at.customer.begin(), ascent.at.customer.end(), 1.0) +
           std::abs(std::isfinite(ascent.best) ? ascent.best : 0);
  }

  /// @returns whether the part is done and closed
  bool settled(CapacitatedPart& part, const Ascent& ascent, bool anew = false) {
    if (anew) dual_.decide(part);
    if (ascent.best > proof_.cutoff()) {
      proof_.close_ruled_out(ascent.best);
      return true;
    }
    if (std::isfinite(proof_.aim()) && dual_.fix(part, ascent.at, proof_.cutoff())) proof_.close(proof_.ruled_out());
    if (!follow(part)) return true;
    if (!decided(part)) return false;
    std::vector<Site> server(customers_, no_site);
    for (std::size_t i = 0; i < customers_; ++i)
      for (Site site = 0; site < sites_; ++site)
        if (part.may[i * sites_ + site] != 0) server[i] = site;
    consider(server);
    proof_.close(value_of(problem_, server));
    return true;
  }

  /// Whether everybody has one way left.
  [[nodiscard]] bool decided(const CapacitatedPart& part) const {
    for (std::size_t i = 0; i < customers_; ++i)
      if (std::count(part.may.begin() + static_cast<std::ptrdiff_t>(i * sites_),
                     part.may.begin() + static_cast<std::ptrdiff_t>((i + 1) * sites_), 1) > 1)
        return false;
    return true;
  }

  void explore(CapacitatedPart part, Ascent ascent) {
    ascent.best = -unreachable;
    climb(part, ascent, node_steps, search_every_node);
    if (ascent.infeasible) return proof_.close(unreachable);
    if (patience_.ended()) return proof_.close(ascent.best);
    if (settled(part, ascent)) return;
    const Branch branch = choose_branch(part);
    for (const bool first : {true, false}) {
      if (patience_.ended()) return proof_.close(ascent.best);
      if (ascent.best > proof_.cutoff()) return proof_.close_ruled_out(ascent.best);
      CapacitatedPart child = part;
      take(child, branch, first == branch.inside_first);
      if (!follow(child)) {
        proof_.close(unreachable);
        continue;
      }
      explore(std::move(child), ascent);
    }
  }

  /// A site to open or close, or (with a customer) a way to take or leave.
  struct Branch {
    Site site = no_site;
    std::optional<std::size_t> customer;
    bool inside_first = true;
  };

  void take(CapacitatedPart& part, const Branch& branch, bool inside) const {
    if (!branch.customer) {
      part.site[branch.site] = inside ? Choice::open : Choice::closed;
      return;
    }
    char* const may = part.may.data() + *branch.customer * sites_;
    if (inside) std::fill_n(may, sites_, char{0});
    may[branch.site] = inside ? 1 : 0;
  }

  /// What the dual is least sure of: sites first, then the customer who wavers most.
  [[nodiscard]] Branch choose_branch(const CapacitatedPart& part) const {
    Branch site_branch;
    double nearest = unreachable;
    for (Site site = 0; site < sites_; ++site) {
      if (part.site[site] != Choice::free) continue;
      const double distance = std::abs(dual_.use(site) - 0.5);
      if (distance >= nearest) continue;
      nearest = distance;
      site_branch = {site, std::nullopt, dual_.use(site) >= 0.5};
    }
    if (nearest < 0.45) return site_branch;
    Branch way_branch;
    double least = unreachable;
    for (std::size_t i = 0; i < customers_; ++i) {
      Site best = no_site;
      std::size_t ways = 0;
      for (Site site = 0; site < sites_; ++site) {
        if (part.may[i * sites_ + site] == 0) continue;
        ++ways;
        if (best == no_site || dual_.use_of(i, site) > dual_.use_of(i, best)) best = site;
      }
      if (ways < 2) continue;
      const double sure = std::abs(dual_.use_of(i, best) - 0.5);
      if (sure >= least) continue;
      least = sure;
      way_branch = {best, i, true};
    }
    return site_branch.site != no_site && nearest <= least ? site_branch : way_branch;
  }

  CapacitatedOutcome outcome() {
    CapacitatedOutcome out;
    out.bound = proof_.bound();
    if (!proof_.has_answer()) {
      out.proven_empty = proof_.proven_empty();
      return out;
    }
    Answer answer = proof_.answer();
    answer.server = best_;
    for (Site site = 0; site < sites_; ++site)
      if (problem_.choice_of(site) == Choice::open || std::find(best_.begin(), best_.end(), site) != best_.end())
        answer.sites.push_back(site);
    out.answer = std::move(answer);
    return out;
  }

  const CapacitatedProblem& problem_;
  const Patience& patience_;
  ProofBook proof_;
  CapacitatedDual dual_;
  AssignmentSearch search_;
  std::size_t customers_;
  std::size_t sites_;
  std::vector<Site> best_;
};

}  // namespace

CapacitatedOutcome solve_capacitated(const CapacitatedProblem& problem, const Patience& patience,
                                     std::span<const Site> start) {
  return CapacitatedTree(problem, patience).run(start);
}

}  // namespace veer::siting
