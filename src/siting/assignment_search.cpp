#include "siting/assignment_search.hpp"

#include <algorithm>
#include <numeric>

namespace veer::siting {

namespace {

/// A gain below this is rounding.
constexpr double least_gain = 1e-9;
/// Pairs of a site to open and one to close that are tried out before a search rests.
constexpr int most_site_swaps = 300;
/// Customers between two looks at the patience.
constexpr std::size_t look_every = 256;

}  // namespace

AssignmentSearch::AssignmentSearch(const CapacitatedProblem& problem)
    : problem_(problem), users_(problem.site_count()) {
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    for (Site site = 0; site < problem.site_count(); ++site) {
      if (problem.cost_of(i, site) == unreachable) continue;
      reach_.push_back(site);
      users_[site].push_back(i);
    }
    reach_begin_.push_back(reach_.size());
  }
  all_reach_all_ = reach_.size() == problem.customer_count() * problem.site_count();
}

/// Customers of the sites that a customer can reach, ascending; at least these.
const std::vector<std::size_t>& AssignmentSearch::served_within_reach(std::size_t customer) {
  if (all_reach_all_) return near_;  // everybody, since start()
  near_.clear();
  for (const Site site : reach(customer)) near_.insert(near_.end(), served_[site].begin(), served_[site].end());
  std::sort(near_.begin(), near_.end());
  return near_;
}

void AssignmentSearch::open(Site site) {
  if (open_[site] != 0) return;
  open_[site] = 1;
  ++open_count_;
}

void AssignmentSearch::place(std::size_t customer, Site site) {
  server_[customer] = site;
  seat_[customer] = served_[site].size();
  served_[site].push_back(customer);
  left_[site] -= problem_.demand[customer];
}

void AssignmentSearch::lift(std::size_t customer) {
  left_[server_[customer]] += problem_.demand[customer];
  auto& list = served_[server_[customer]];
  list[seat_[customer]] = list.back();
  seat_[list.back()] = seat_[customer];
  list.pop_back();
  server_[customer] = no_site;
}

std::vector<std::size_t> AssignmentSearch::customers_of(Site site) const {
  std::vector<std::size_t> customers = served_[site];
  std::sort(customers.begin(), customers.end());
  return customers;
}

Site AssignmentSearch::cheapest_with_room(std::size_t customer) const {
  Site best = no_site;
  double cost = unreachable;
  for (const Site site : reach(customer)) {
    if (!fits(customer, site) || problem_.cost_of(customer, site) >= cost) continue;
    cost = problem_.cost_of(customer, site);
    best = site;
  }
  return best;
}

/// Places who has no site yet: those who would lose most by their second choice first, or the largest first.
bool AssignmentSearch::place_rest(bool by_demand, const Patience& patience) {
  std::vector<std::pair<double, std::size_t>> queue;
  for (std::size_t i = 0; i < server_.size(); ++i) {
    if (server_[i] != no_site) continue;
    double best = unreachable;
    double second = unreachable;
    for (const Site site : reach(i)) {
      if (open_[site] == 0) continue;
      const double cost = problem_.cost_of(i, site);
      if (cost < best) {
        second = best;
        best = cost;
      } else if (cost < second) {
        second = cost;
      }
    }
    if (best == unreachable) return false;
    const double urgency = by_demand ? static_cast<double>(problem_.demand[i]) : second - best;
    queue.emplace_back(-urgency, i);
  }
  std::sort(queue.begin(), queue.end());
  for (const auto& [urgency, customer] : queue) {
    Site site = cheapest_with_room(customer);
    if (site == no_site) {
      // No room: too much for the site with the most room, to be put right below.
      for (const Site other : reach(customer))
        if (open_[other] != 0 && (site == no_site || left_[other] > left_[site])) site = other;
    }
    place(customer, site);
  }
  return unload(patience);
}

/// Takes away overload by moving customers and swapping two, each time what takes away most, the cheapest of equals.
/// @returns whether all loads fit
bool AssignmentSearch::unload(const Patience& patience) {
  struct Change {
    std::int64_t relief = 0;
    double cost = 0;
    std::size_t first = 0;
    std::size_t second = 0;
    Site to = no_site;  ///< a move; no_site: a swap of first and second
  };
  while (!patience.ended()) {
    Change best;
    const auto offer = [&best](const Change& change) {
      if (change.relief > best.relief || (change.relief == best.relief && change.relief > 0 && change.cost < best.cost))
        best = change;
    };
    bool over = false;
    for (std::size_t a = 0; a < server_.size(); ++a) {
      const Site from = server_[a];
      const std::int64_t now = overload(from, 0);
      if (now == 0) continue;
      over = true;
      const std::int64_t weight = problem_.demand[a];
      for (const Site to : reach(a)) {
        if (open_[to] == 0 || to == from) continue;
        offer({now + overload(to, 0) - overload(from, -weight) - overload(to, weight),
               problem_.cost_of(a, to) - problem_.cost_of(a, from), a, a, to});
      }
      for (const std::size_t b : served_within_reach(a)) {
        const Site at = server_[b];
        const std::int64_t more = weight - problem_.demand[b];
        if (at == from || more <= 0) continue;
        const double cost =
            problem_.cost_of(a, at) + problem_.cost_of(b, from) - problem_.cost_of(a, from) - problem_.cost_of(b, at);
        if (cost == unreachable) continue;
        offer({now + overload(at, 0) - overload(from, -more) - overload(at, more), cost, a, b, no_site});
      }
    }
    if (!over) return true;
    if (best.relief == 0) return false;
    const Site from = server_[best.first];
    const Site to = best.to != no_site ? best.to : server_[best.second];
    lift(best.first);
    if (best.to == no_site) {
      lift(best.second);
      place(best.second, from);
    }
    place(best.first, to);
  }
  return false;
}

bool AssignmentSearch::move_customers() {
  bool better = false;
  for (std::size_t i = 0; i < server_.size(); ++i) {
    const Site best = cheapest_with_room(i);
    if (best == no_site || problem_.cost_of(i, best) >= problem_.cost_of(i, server_[i]) - least_gain) continue;
    lift(i);
    place(i, best);
    better = true;
  }
  return better;
}

bool AssignmentSearch::swap_customers(const Patience& patience) {
  bool better = false;
  for (std::size_t a = 0; a < server_.size(); ++a) {
    if (a % look_every == 0 && patience.ended()) break;
    const auto& near = served_within_reach(a);
    for (auto next = std::upper_bound(near.begin(), near.end(), a); next != near.end(); ++next) {
      const std::size_t b = *next;
      const Site at_a = server_[a];
      const Site at_b = server_[b];
      if (at_a == at_b) continue;
      const std::int64_t more = problem_.demand[a] - problem_.demand[b];
      if (left_[at_b] < more || left_[at_a] < -more) continue;
      const double gain =
          problem_.cost_of(a, at_a) + problem_.cost_of(b, at_b) - problem_.cost_of(a, at_b) - problem_.cost_of(b, at_a);
      if (!(gain > least_gain)) continue;
      lift(a);
      lift(b);
      place(a, at_b);
      place(b, at_a);
      better = true;
    }
  }
  return better;
}

/// All customers of a site go to a closed one.
bool AssignmentSearch::move_sites() {
  bool better = false;
  for (Site from = 0; from < problem_.site_count(); ++from) {
    if (open_[from] == 0 || problem_.choice_of(from) == Choice::open) continue;
    const auto customers = customers_of(from);
    const std::int64_t load = problem_.capacity[from] - left_[from];
    Site best = no_site;
    double most = least_gain;
    for (Site to = 0; to < problem_.site_count(); ++to) {
      if (open_[to] != 0 || problem_.choice_of(to) == Choice::closed || problem_.capacity[to] < load) continue;
      double gain = problem_.fixed[from] - problem_.fixed[to];
      for (std::size_t at = 0; at < customers.size() && gain > -unreachable; ++at)
        gain += problem_.cost_of(customers[at], from) - problem_.cost_of(customers[at], to);
      if (!(gain > most)) continue;
      most = gain;
      best = to;
    }
    if (best == no_site) continue;
    open(best);
    for (const std::size_t i : customers) {
      lift(i);
      place(i, best);
    }
    open_[from] = 0;
    --open_count_;
    better = true;
  }
  return better;
}

/// The customers of a site find another, the largest first.
bool AssignmentSearch::close_sites() {
  bool better = false;
  for (Site site = 0; site < problem_.site_count(); ++site) {
    if (open_[site] == 0 || problem_.choice_of(site) == Choice::open) continue;
    auto customers = customers_of(site);
    std::stable_sort(customers.begin(), customers.end(),
                     [&](std::size_t a, std::size_t b) { return problem_.demand[a] > problem_.demand[b]; });
    std::vector<std::size_t> moved;
    open_[site] = 0;
    --open_count_;
    double gain = problem_.fixed[site];
    for (const std::size_t i : customers) {
      const Site to = cheapest_with_room(i);
      gain += to == no_site ? -unreachable : problem_.cost_of(i, site) - problem_.cost_of(i, to);
      if (!(gain > -unreachable)) break;
      lift(i);
      place(i, to);
      moved.push_back(i);
    }
    if (gain > least_gain) {
      better = true;
      continue;
    }
    for (const std::size_t i : moved) {
      lift(i);
      place(i, site);
    }
    open(site);
  }
  return better;
}

/// Whom a new site draws: those who gain most per unit of demand, as long as it has room.
AssignmentSearch::Draw AssignmentSearch::draw_of(Site site) const {
  std::vector<std::pair<double, std::size_t>> wish;
  for (const std::size_t i : users_[site]) {
    const double gain = problem_.cost_of(i, server_[i]) - problem_.cost_of(i, site);
    if (gain > least_gain)
      wish.emplace_back(-gain / static_cast<double>(std::max<std::int64_t>(problem_.demand[i], 1)), i);
  }
  std::sort(wish.begin(), wish.end());
  Draw draw{-problem_.fixed[site], {}};
  std::int64_t room = problem_.capacity[site];
  for (const auto& [worth, i] : wish) {
    if (problem_.demand[i] > room) continue;
    room -= problem_.demand[i];
    draw.gain += problem_.cost_of(i, server_[i]) - problem_.cost_of(i, site);
    draw.customers.push_back(i);
  }
  return draw;
}

void AssignmentSearch::open_with(Site site, const Draw& draw) {
  open(site);
  for (const std::size_t i : draw.customers) {
    lift(i);
    place(i, site);
  }
}

bool AssignmentSearch::open_sites() {
  bool better = false;
  for (Site site = 0; site < problem_.site_count() && open_count_ < problem_.most; ++site) {
    if (open_[site] != 0 || problem_.choice_of(site) == Choice::closed) continue;
    const Draw draw = draw_of(site);
    if (!(draw.gain > least_gain)) continue;
    open_with(site, draw);
    better = true;
  }
  return better;
}

/// What closing a site costs at least when each of its customers takes the cheapest other place that has room for it.
double AssignmentSearch::loss_of(Site site) const {
  double loss = -problem_.fixed[site];
  for (const std::size_t i : served_[site]) {
    double best = unreachable;
    for (const Site other : reach(i))
      if (other != site && fits(i, other)) best = std::min(best, problem_.cost_of(i, other));
    loss += best - problem_.cost_of(i, site);
  }
  return loss;
}

/// All customers of a site find another place, the largest first. @returns whether they do
bool AssignmentSearch::close_with_moves(Site site) {
  auto customers = customers_of(site);
  std::stable_sort(customers.begin(), customers.end(),
                   [&](std::size_t a, std::size_t b) { return problem_.demand[a] > problem_.demand[b]; });
  open_[site] = 0;
  --open_count_;
  for (const std::size_t i : customers) {
    const Site to = cheapest_with_room(i);
    if (to == no_site) return false;
    lift(i);
    place(i, to);
  }
  return true;
}

double AssignmentSearch::total() const {
  double sum = 0;
  for (std::size_t i = 0; i < server_.size(); ++i) sum += problem_.cost_of(i, server_[i]);
  for (Site site = 0; site < problem_.site_count(); ++site) sum += open_[site] != 0 ? problem_.fixed[site] : 0;
  return sum;
}

/// Opens one site and closes another, where no further one may open. Promising pairs are tried out; the first that
/// helps stays.
bool AssignmentSearch::swap_sites(const Patience& patience) {
  if (open_count_ < problem_.most) return false;
  std::vector<std::pair<double, Site>> losses;
  std::vector<std::pair<double, Site>> gains;
  for (Site site = 0; site < problem_.site_count(); ++site) {
    if (open_[site] != 0) {
      if (problem_.choice_of(site) != Choice::open) losses.emplace_back(loss_of(site), site);
    } else if (problem_.choice_of(site) != Choice::closed) {
      gains.emplace_back(-draw_of(site).gain, site);
    }
  }
  std::sort(losses.begin(), losses.end());
  std::sort(gains.begin(), gains.end());
  const double before = total();
  int tries = 0;
  for (const auto& [minus_gain, in] : gains) {
    for (const auto& [loss, out] : losses) {
      if (!(-minus_gain - loss > least_gain)) break;
      if (++tries > most_site_swaps || patience.ended()) return false;
      const auto server = server_;
      open_with(in, draw_of(in));
      const bool done = close_with_moves(out);
      if (done) {
        move_customers();
        if (total() < before - least_gain) return true;
      }
      open_[in] = 0;
      open_[out] = 1;
      for (std::size_t i = 0; i < server.size(); ++i) {
        if (server_[i] == server[i]) continue;
        lift(i);
        place(i, server[i]);
      }
    }
  }
  return false;
}

/// Starts anew from these sites, and those in front of `order` until there is room for everybody.
bool AssignmentSearch::start(std::span<const Site> sites, std::span<const Site> order) {
  const std::int64_t demand = std::accumulate(problem_.demand.begin(), problem_.demand.end(), std::int64_t{0});
  server_.assign(problem_.customer_count(), no_site);
  served_.assign(problem_.site_count(), {});
  seat_.assign(problem_.customer_count(), 0);
  if (all_reach_all_) {
    near_.resize(problem_.customer_count());
    std::iota(near_.begin(), near_.end(), std::size_t{0});
  }
  left_ = problem_.capacity;
  open_.assign(problem_.site_count(), 0);
  open_count_ = 0;
  std::int64_t room = 0;
  for (const Site site : sites) {
    open(site);
    room += problem_.capacity[site];
  }
  for (const Site site : order) {
    if (room >= demand || open_count_ >= problem_.most) break;
    if (open_[site] != 0 || problem_.choice_of(site) == Choice::closed) continue;
    open(site);
    room += problem_.capacity[site];
  }
  return room >= demand && open_count_ <= problem_.most;
}

bool AssignmentSearch::improve(std::span<const Site> sites, std::span<const Site> order, std::span<const Site> hint,
                               const Patience& patience) {
  std::vector<Site> begin(sites.begin(), sites.end());
  for (;;) {
    for (const bool by_demand : {false, true}) {
      if (!start(begin, order)) return false;
      if (!by_demand)
        for (std::size_t i = 0; i < hint.size(); ++i)
          if (hint[i] != no_site && fits(i, hint[i])) place(i, hint[i]);
      if (!place_rest(by_demand, patience)) continue;
      while (!patience.ended() && (move_customers() || swap_customers(patience) || move_sites() || close_sites() ||
                                   open_sites() || swap_sites(patience))) {
      }
      return true;
    }
    // Large enough together is not enough when customers are not split: one site more.
    const auto more = std::find_if(order.begin(), order.end(), [&](Site site) {
      return open_[site] == 0 && problem_.choice_of(site) != Choice::closed;
    });
    if (more == order.end() || open_count_ >= problem_.most || patience.ended()) return false;
    begin.push_back(*more);
  }
}

}  // namespace veer::siting
