#include "siting/swap_search.hpp"

#include <algorithm>

namespace veer::siting {

SwapSearch::SwapSearch(const MedianProblem& problem) : problem_(problem) {
  column_begin_.assign(problem.site_count + 1, 0);
  for (const Arc& arc : problem.arcs) ++column_begin_[arc.site + 1];
  for (std::size_t j = 0; j < problem.site_count; ++j) column_begin_[j + 1] += column_begin_[j];
  column_customer_.resize(problem.arcs.size());
  column_cost_.resize(problem.arcs.size());
  auto next = column_begin_;
  double scale = 0;
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    for (const Arc& arc : problem.row(i)) {
      const std::size_t at = next[arc.site]++;
      column_customer_[at] = static_cast<std::uint32_t>(i);
      column_cost_[at] = arc.cost;
    }
    scale += problem.row(i).empty() ? 0 : problem.row(i).back().cost;
  }
  // Gains are sums that are kept up to date by adding and taking away, so they carry rounding of this size.
  tolerance_ = 1e-9 * std::max(1.0, scale);
}

void SwapSearch::reset(std::span<const Site> start) {
  const std::size_t sites = problem_.site_count;
  slot_.assign(sites, no_site);
  open_.clear();
  in_group_.assign(problem_.group_least.size(), 0);
  spent_ = 0;
  const auto seat = [&](Site site) {
    if (slot_[site] != no_site || problem_.choice_of(site) == Choice::closed) return;
    slot_[site] = static_cast<std::uint32_t>(open_.size());
    open_.push_back(site);
    spent_ += problem_.price_of(site);
    if (!problem_.group.empty()) ++in_group_[problem_.group[site]];
  };
  for (Site site = 0; site < sites; ++site)
    if (problem_.choice_of(site) == Choice::open) seat(site);
  for (const Site site : start) seat(site);
  width_ = std::max(std::min(problem_.most, sites), open_.size()) + 1;
  gain_.assign(sites, 0);
  loss_.assign(open_.size(), 0);
  back_.assign(sites * width_, 0);
  nearest_.resize(problem_.customer_count());
  for (std::size_t i = 0; i < nearest_.size(); ++i) {
    nearest_[i] = nearest_of(i);
    account(i, 1);
  }
}

SwapSearch::Nearest SwapSearch::nearest_of(std::size_t customer) const {
  const double out = problem_.outside[customer];
  Nearest found{no_site, out, out, no_site};
  for (const Arc& arc : problem_.row(customer)) {
    if (slot_[arc.site] == no_site) continue;
    if (found.first == no_site) {
      found.first = arc.site;
      found.d1 = arc.cost;
    } else {
      found.second = arc.site;
      found.d2 = arc.cost;
      break;
    }
  }
  return found;
}

/// Adds (sign 1) or takes away (sign −1) what a customer means for gain, loss and back.
void SwapSearch::account(std::size_t customer, double sign) {
  const Nearest& now = nearest_[customer];
  const std::uint32_t slot = now.first == no_site ? no_site : slot_[now.first];
  if (slot != no_site) loss_[slot] += sign * (now.d2 - now.d1);
  for (const Arc& arc : problem_.row(customer)) {
    if (arc.cost >= now.d2) break;
    if (arc.cost < now.d1) gain_[arc.site] += sign * (now.d1 - arc.cost);
    if (slot != no_site) back_[arc.site * width_ + slot] += sign * (now.d2 - std::max(arc.cost, now.d1));
  }
}

/// Brings the customers up to date whose nearest or second site changes when `in` opened or `out` is to close.
void SwapSearch::touch_customers(Site in, Site out) {
  const Site column = in != no_site ? in : out;
  for (std::size_t at = column_begin_[column]; at < column_begin_[column + 1]; ++at) {
    const std::uint32_t customer = column_customer_[at];
    const Nearest& now = nearest_[customer];
    const bool touched = in != no_site ? column_cost_[at] < now.d2 : now.first == out || now.second == out;
    if (!touched) continue;
    const std::uint32_t slot = out != no_site ? slot_[out] : no_site;
    account(customer, -1);
    if (out != no_site) slot_[out] = no_site;
    nearest_[customer] = nearest_of(customer);
    if (out != no_site) {
      // The slot counts as closed for the search and as open for the books until the site is gone.
      slot_[out] = slot;
    }
    account(customer, 1);
  }
}

void SwapSearch::open(Site site) {
  slot_[site] = static_cast<std::uint32_t>(open_.size());
  open_.push_back(site);
  loss_.push_back(0);
  for (std::size_t j = 0; j < problem_.site_count; ++j) back_[j * width_ + slot_[site]] = 0;
  spent_ += problem_.price_of(site);
  if (!problem_.group.empty()) ++in_group_[problem_.group[site]];
  touch_customers(site, no_site);
}

void SwapSearch::close(Site site) {
  touch_customers(no_site, site);
  const std::uint32_t slot = slot_[site];
  const auto last = static_cast<std::uint32_t>(open_.size() - 1);
  if (slot != last) {
    for (std::size_t j = 0; j < problem_.site_count; ++j) back_[j * width_ + slot] = back_[j * width_ + last];
    loss_[slot] = loss_[last];
    open_[slot] = open_[last];
    slot_[open_[slot]] = slot;
  }
  slot_[site] = no_site;
  open_.pop_back();
  loss_.pop_back();
  spent_ -= problem_.price_of(site);
  if (!problem_.group.empty()) --in_group_[problem_.group[site]];
}

/// Whether the rules hold after the move when they hold before.
bool SwapSearch::fits(Site in, Site out) const {
  if (in != no_site && problem_.choice_of(in) == Choice::closed) return false;
  if (out != no_site && problem_.choice_of(out) == Choice::open) return false;
  const std::size_t count = open_.size() + (in != no_site ? 1U : 0U) - (out != no_site ? 1U : 0U);
  if (count < problem_.least || count > problem_.most) return false;
  if (out != no_site && !problem_.group.empty()) {
    const std::uint32_t group = problem_.group[out];
    const bool same = in != no_site && problem_.group[in] == group;
    if (!same && in_group_[group] <= problem_.group_least[group]) return false;
  }
  if (in == no_site || problem_.price.empty()) return true;
  const double spent = spent_ + problem_.price_of(in) - (out == no_site ? 0 : problem_.price_of(out));
  return spent <= problem_.budget;
}

void SwapSearch::offer(Move& best, Move move) const {
  if (move.profit > best.profit + tolerance_ && fits(move.in, move.out)) best = move;
}

SwapSearch::Move SwapSearch::best_move() const {
  Move best;
  const bool may_grow = open_.size() < problem_.most;
  if (open_.size() > problem_.least)
    for (std::size_t s = 0; s < open_.size(); ++s)
      offer(best, {problem_.fixed_of(open_[s]) - loss_[s], no_site, open_[s]});
  for (Site in = 0; in < problem_.site_count; ++in) {
    if (slot_[in] != no_site || problem_.choice_of(in) == Choice::closed) continue;
    const double gained = gain_[in] - problem_.fixed_of(in);
    if (may_grow) offer(best, {gained, in, no_site});
    const double* const back = back_.data() + in * width_;
    for (std::size_t s = 0; s < open_.size(); ++s) {
      const double profit = gained - loss_[s] + back[s] + problem_.fixed_of(open_[s]);
      if (profit > best.profit + tolerance_) offer(best, {profit, in, open_[s]});
    }
  }
  return best;
}

void SwapSearch::apply(const Move& move) {
  if (move.out != no_site) close(move.out);
  if (move.in != no_site) open(move.in);
}

/// Brings the open sites within the rules: too dear or too many close, missing groups and numbers open.
bool SwapSearch::fill() {
  const auto over = [&] {
    return open_.size() > problem_.most || (!problem_.price.empty() && spent_ > problem_.budget);
  };
  while (over()) {
    Site worst = no_site;
    double least = unreachable;
    for (std::size_t s = 0; s < open_.size(); ++s) {
      const Site site = open_[s];
      if (problem_.choice_of(site) == Choice::open) continue;
      if (!problem_.group.empty() && in_group_[problem_.group[site]] <= problem_.group_least[problem_.group[site]])
        continue;
      const double price = problem_.price.empty() ? 1 : problem_.price_of(site);
      const double harm = price <= 0 ? unreachable : (loss_[s] - problem_.fixed_of(site)) / price;
      if (harm < least) {
        least = harm;
        worst = site;
      }
    }
    if (worst == no_site) return false;
    close(worst);
  }
  for (;;) {
    std::size_t missing = 0;
    for (std::size_t g = 0; g < in_group_.size(); ++g)
      missing += problem_.group_least[g] - std::min(in_group_[g], problem_.group_least[g]);
    const bool few = open_.size() < problem_.least;
    if (missing > 0 && open_.size() + missing > problem_.most) return false;
    const bool only_missing = missing > 0 && open_.size() + missing >= std::max(problem_.least, std::size_t{1});
    Site best = no_site;
    double most = few || missing > 0 ? -unreachable : tolerance_;
    for (Site site = 0; site < problem_.site_count && open_.size() < problem_.most; ++site) {
      if (slot_[site] != no_site || problem_.choice_of(site) == Choice::closed) continue;
      if (!problem_.price.empty() && spent_ + problem_.price_of(site) > problem_.budget) continue;
      const bool helps_group =
          missing > 0 && in_group_[problem_.group[site]] < problem_.group_least[problem_.group[site]];
      if (only_missing && !helps_group) continue;
      const double price = problem_.price.empty() ? 1 : std::max(problem_.price_of(site), 1e-9);
      const double gained = gain_[site] - problem_.fixed_of(site);
      const double worth = gained > 0 ? gained / price : gained * price;
      if (worth > most) {
        most = worth;
        best = site;
      }
    }
    if (best == no_site) return !few && missing == 0;
    open(best);
  }
}

bool SwapSearch::improve(std::vector<Site>& sites, std::size_t most_moves) {
  reset(sites);
  if (!fill()) return false;
  Move move = best_move();
  for (; move.profit > 0 && most_moves > 0; move = best_move(), --most_moves) apply(move);
  sites = open_;
  std::sort(sites.begin(), sites.end());
  return allowed(problem_, sites);
}

bool SwapSearch::greedy(std::vector<Site>& sites) {
  sites.clear();
  return improve(sites);
}

}  // namespace veer::siting
