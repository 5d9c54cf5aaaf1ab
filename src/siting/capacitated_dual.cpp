#include "siting/capacitated_dual.hpp"

#include <algorithm>
#include <numeric>

namespace veer::siting {

namespace {

std::int64_t sum_of(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

}  // namespace

CapacitatedDual::CapacitatedDual(const CapacitatedProblem& problem)
    : problem_(problem),
      chooser_(rules_),
      cover_(problem.capacity, sum_of(problem.demand)),
      candidates_(problem.site_count()),
      sacks_(problem.site_count()),
      reduced_(problem.site_count(), 0),
      times_(problem.customer_count(), 0) {
  rules_.site_count = problem.site_count();
  cover_exactly_ = problem.most >= problem.site_count() && cover_.small();
  demand_ = static_cast<double>(sum_of(problem.demand));
  capacity_scale_ =
      std::max(1.0, static_cast<double>(sum_of(problem.capacity)) / static_cast<double>(problem.site_count()));
}

void CapacitatedDual::decide(const CapacitatedPart& part) {
  part_ = &part;
  const std::size_t sites = problem_.site_count();
  site_uses_.assign(sites, 0);
  way_uses_.assign(sites * problem_.customer_count(), 0);
  evaluations_ = 0;
  std::vector<double> sizes;
  for (Site site = 0; site < sites; ++site) {
    candidates_[site].clear();
    if (part.site[site] == Choice::closed) continue;
    sizes.push_back(static_cast<double>(problem_.capacity[site]));
    for (std::size_t i = 0; i < problem_.customer_count(); ++i)
      if (part.may[i * sites + site] != 0) candidates_[site].push_back(static_cast<std::uint32_t>(i));
  }
  // Fewer sites than this cannot hold everybody, however chosen.
  std::sort(sizes.rbegin(), sizes.rend());
  double room = 0;
  std::size_t least = 0;
  while (room < demand_ && least < sizes.size()) room += sizes[least++];
  rules_.least = room < demand_ ? sites + 1 : least;
  rules_.most = std::min(problem_.most, sites);
}

/// Into items_: who would gain by going to the site.
void CapacitatedDual::collect_items(const Multipliers& m, Site site) {
  items_.clear();
  for (const std::uint32_t i : candidates_[site]) {
    const double profit = m.customer[i] - problem_.cost_of(i, site);
    if (profit > 0) items_.push_back({profit, problem_.demand[i], i});
  }
}

double CapacitatedDual::evaluate(const Multipliers& m) {
  if (rules_.least > rules_.most) return -unreachable;
  for (Site site = 0; site < problem_.site_count(); ++site) {
    if (part_->site[site] == Choice::closed) continue;
    collect_items(m, site);
    sack_.fill(items_, problem_.capacity[site]);
    sacks_[site] = {sack_.taken(), sack_.profit(), sack_.broken_name(), sack_.broken_part()};
    reduced_[site] = problem_.fixed[site] - m.side * static_cast<double>(problem_.capacity[site]) - sack_.profit();
  }
  if (!choose()) return -unreachable;
  count_use();
  return std::accumulate(m.customer.begin(), m.customer.end(), cover_exactly_ ? cover_.sum() : chooser_.sum()) +
         m.side * demand_;
}

bool CapacitatedDual::choose() {
  return cover_exactly_ ? cover_.choose(reduced_, part_->site) : chooser_.choose(reduced_, part_->site);
}

void CapacitatedDual::count_use() {
  ++evaluations_;
  for (const Site site : chosen()) {
    ++site_uses_[site];
    for (const std::uint32_t i : sacks_[site].taken) ++way_uses_[i * problem_.site_count() + site];
  }
}

double CapacitatedDual::turn(const Multipliers& m) {
  constexpr double memory = 0.3;  // share of the last direction that stays
  std::fill(times_.begin(), times_.end(), 0);
  double room = 0;
  for (const Site site : chosen()) {
    room += static_cast<double>(problem_.capacity[site]);
    for (const std::uint32_t i : sacks_[site].taken) times_[i] += 1;
    if (sacks_[site].part > 0) times_[sacks_[site].broken] += sacks_[site].part;
  }
  double squares = 0;
  double slack_squares = 0;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    double slope = 1 - times_[i];
    if (slope < 0 && m.customer[i] <= 0) slope = 0;
    slack_squares += slope * slope;
    direction_[i] = slope + memory * direction_[i];
    squares += direction_[i] * direction_[i];
  }
  if (cover_exactly_) return slack_squares == 0 ? 0 : squares;
  double slope = (demand_ - room) / capacity_scale_;
  if (slope < 0 && m.side <= 0) slope = 0;
  direction_.back() = slope + memory * direction_.back();
  squares += direction_.back() * direction_.back();
  return slack_squares + slope * slope == 0 ? 0 : squares;
}

void CapacitatedDual::step(Multipliers& m, double length) const {
  for (std::size_t i = 0; i < m.customer.size(); ++i)
    m.customer[i] = std::max(0.0, m.customer[i] + length * direction_[i]);
  m.side = std::max(0.0, m.side + length * direction_.back() / capacity_scale_);
}

std::vector<Site> CapacitatedDual::hints() const {
  std::vector<Site> hint(problem_.customer_count(), no_site);
  for (const Site site : chosen())
    for (const std::uint32_t i : sacks_[site].taken)
      if (hint[i] == no_site || problem_.cost_of(i, site) < problem_.cost_of(i, hint[i])) hint[i] = site;
  return hint;
}

std::vector<Site> CapacitatedDual::order() const {
  std::vector<Site> sites;
  for (Site site = 0; site < problem_.site_count(); ++site)
    if (part_->site[site] != Choice::closed) sites.push_back(site);
  std::sort(sites.begin(), sites.end(),
            [&](Site a, Site b) { return reduced_[a] != reduced_[b] ? reduced_[a] < reduced_[b] : a < b; });
  return sites;
}

bool CapacitatedDual::fix(CapacitatedPart& part, const Multipliers& m, double cutoff) {
  const double value = evaluate(m);
  if (value == -unreachable) return false;
  bool ruled_out = false;
  const std::size_t sites = problem_.site_count();
  std::vector<double> changes(sites, 0);
  if (cover_exactly_)
    changes = cover_.prices_of_change(reduced_);
  else
    for (Site site = 0; site < sites; ++site)
      if (part.site[site] == Choice::free) changes[site] = chooser_.price_of_change(site, reduced_[site]);
  for (Site site = 0; site < sites; ++site) {
    if (part.site[site] == Choice::closed) continue;
    const double change = changes[site];
    const bool inside = is_chosen(site);
    if (part.site[site] == Choice::free && value + change > cutoff) {
      part.site[site] = inside ? Choice::open : Choice::closed;
      ruled_out = true;
      if (!inside) continue;
    }
    collect_items(m, site);
    sack_.tabulate(items_, problem_.capacity[site]);
    for (const std::uint32_t i : candidates_[site]) {
      // With this customer in the sack by force, the rest has the room that is left.
      if (problem_.demand[i] > problem_.capacity[site]) continue;
      const double profit =
          m.customer[i] - problem_.cost_of(i, site) + sack_.profit_within(problem_.capacity[site] - problem_.demand[i]);
      const double loss = std::max(0.0, sacks_[site].profit - profit);
      if (value + (inside ? 0 : change) + loss <= cutoff) continue;
      part.may[i * sites + site] = 0;
      ruled_out = true;
    }
  }
  return ruled_out;
}

}  // namespace veer::siting
