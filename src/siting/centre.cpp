#include <algorithm>
#include <limits>

#include "siting/cover_reduction.hpp"
#include "siting/median.hpp"
#include "siting/models.hpp"

namespace veer::siting {

namespace {

/// Distances at which the set of sites within reach of somebody changes, ascending.
std::vector<double> radii_of(const SitingCase& facts) {
  std::vector<double> radii;
  for (std::size_t i = 0; i < facts.customer_count(); ++i)
    if (facts.weight[i] > 0)
      for (const Arc& arc : facts.minutes[i]) radii.push_back(arc.cost);
  std::sort(radii.begin(), radii.end());
  radii.erase(std::unique(radii.begin(), radii.end()), radii.end());
  return radii;
}

/// Whether any set of the allowed size can be filled up from a smaller one: then fewer sites are never worse.
bool may_fill_up(const SitingCase& facts, const Rules& rules) {
  const auto closed = std::count(rules.choice.begin(), rules.choice.end(), Choice::closed);
  return sites_alike(rules) && rules.least <= rules.most &&
         rules.least + static_cast<std::size_t>(closed) <= facts.site_count;
}

/// Adds the first sites that may be chosen until there are enough.
void fill_up(std::vector<Site>& sites, const SitingCase& facts, const Rules& rules) {
  for (Site site = 0; site < facts.site_count && sites.size() < rules.least; ++site) {
    const bool closed = !rules.choice.empty() && rules.choice[site] == Choice::closed;
    if (!closed && std::find(sites.begin(), sites.end(), site) == sites.end()) sites.push_back(site);
  }
  std::sort(sites.begin(), sites.end());
}

/// How many are left without a site within the radius; looks no further than whether that can be nobody.
MedianOutcome left_out(const SitingCase& facts, const Rules& rules, double radius, const Patience& patience) {
  MedianProblem core = core_of(facts, rules);
  std::vector<std::vector<Site>> rows;
  std::size_t ways = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    if (facts.weight[i] <= 0 || facts.minutes[i].empty()) continue;
    std::vector<Site> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= radius) row.push_back(arc.site);
    ways += row.size();
    rows.push_back(std::move(row));
  }
  // Long rows take long to compare, and are easy anyway.
  constexpr std::size_t longest_mean_row = 100;
  const bool fill = may_fill_up(facts, rules);
  std::vector<char> dropped(facts.site_count, 0);
  if (ways <= longest_mean_row * rows.size()) {
    ReducedCover cover = reduce_cover(std::move(rows), facts.site_count, rules, fill);
    rows = std::move(cover.rows);
    dropped = std::move(cover.dropped);
  }
  if (fill) core.least = 0;
  if (core.choice.empty()) core.choice.assign(facts.site_count, Choice::free);
  for (Site site = 0; site < facts.site_count; ++site)
    if (dropped[site] != 0) core.choice[site] = Choice::closed;
  for (const auto& row : rows) {
    std::vector<Arc> arcs;
    for (const Site site : row) arcs.push_back({0, site});
    core.add_customer(std::move(arcs), 1);
  }
  MedianOutcome outcome = solve_median(core, patience, 1);
  if (fill && outcome.answer) fill_up(outcome.answer->sites, facts, rules);
  return outcome;
}

/// The greatest walk of anybody who counts to the nearest of the sites; fills their servers.
double greatest_walk(const SitingCase& facts, Answer& answer) {
  MedianProblem nearest = core_of(facts, {});
  for (std::size_t i = 0; i < facts.customer_count(); ++i) nearest.add_customer(facts.minutes[i], unreachable);
  answer.server = servers_of(nearest, answer.sites);
  double greatest = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    if (facts.weight[i] <= 0 || facts.minutes[i].empty()) continue;
    const auto arc = std::find_if(facts.minutes[i].begin(), facts.minutes[i].end(),
                                  [&](const Arc& one) { return one.site == answer.server[i]; });
    greatest = std::max(greatest, arc == facts.minutes[i].end() ? unreachable : arc->cost);
  }
  return greatest;
}

}  // namespace

namespace {

/// Patience that also ends after a number of questions, so that hard radii do not keep the easy ones waiting. Counted,
/// not timed: with unlimited time it is the same everywhere.
Patience at_most(const Patience& patience, long questions) {
  return {
      .seconds_left = [&patience, left = questions]() mutable { return left-- > 0 ? patience.seconds_left() : 0.0; }};
}

/// Looks for the least radius within which everybody can have a site.
class RadiusSearch {
 public:
  RadiusSearch(const SitingCase& facts, const Rules& rules, const Patience& patience)
      : facts_(facts), rules_(rules), patience_(patience), radii_(radii_of(facts)), high_(radii_.size()) {}

  Result<Answer> run() {
    if (radii_.empty()) radii_.push_back(0);
    high_ = radii_.size();
    low_ = first_low();
    climb_from_low();
    // Whether the longest radius can be done says whether there is an answer at all.
    if (!best_) {
      const auto last = ask(radii_.size() - 1, std::numeric_limits<long>::max());
      if (!best_) return fail(last == Verdict::no ? nothing_allowed() : nothing_found());
    }
    for (long effort = first_effort; low_ < high_ && !patience_.ended(); effort *= 4) narrow(effort);
    best_->bound = low_ < high_ ? std::min(radii_[low_], best_->value) : best_->value;
    best_->status = gap(*best_) <= proof_share ? Status::optimal : Status::feasible;
    return *std::move(best_);
  }

 private:
  enum class Verdict { yes, no, unknown };
  static constexpr long first_effort = 60;

  /// Nobody can walk less than to the nearest site that may be chosen.
  [[nodiscard]] std::size_t first_low() const {
    double greatest = 0;
    for (std::size_t i = 0; i < facts_.customer_count(); ++i) {
      if (facts_.weight[i] <= 0 || facts_.minutes[i].empty()) continue;
      double least = unreachable;
      for (const Arc& arc : facts_.minutes[i])
        if (rules_.choice.empty() || rules_.choice[arc.site] != Choice::closed) least = std::min(least, arc.cost);
      greatest = std::max(greatest, least);
    }
    const auto at = std::lower_bound(radii_.begin(), radii_.end(), greatest) - radii_.begin();
    return std::min(static_cast<std::size_t>(at), radii_.size() - 1);
  }

  /// From the least radius upward in steps that double, until one can be done: small radii are quick to try.
  void climb_from_low() {
    const std::size_t low = low_;
    for (std::size_t step = 0; !best_ && low + step < radii_.size() && !patience_.ended(); step = 2 * step + 1)
      ask(low + step, first_effort);
  }

  /// Halves what lies between the proven and the found with this effort: first down from the found, taking what stays
  /// unknown for no, then up from the proven, taking it for yes.
  void narrow(long effort) {
    std::size_t floor = low_;
    while (floor < high_ && !patience_.ended()) {
      const std::size_t middle = floor + (high_ - floor) / 2;
      if (ask(middle, effort) != Verdict::yes) floor = middle + 1;
    }
    std::size_t top = high_;
    while (low_ < top && !patience_.ended()) {
      const std::size_t middle = low_ + (top - low_) / 2;
      if (ask(middle, effort) != Verdict::no) top = std::min(middle, high_);
    }
  }

  /// Everything below radii_[low_] is proven impossible; best_ walks at most radii_[high_].
  Verdict ask(std::size_t radius, long effort) {
    const Patience limited = at_most(patience_, effort);
    MedianOutcome outcome = left_out(facts_, rules_, radii_[radius], limited);
    if (outcome.answer && outcome.answer->value < 1) {
      outcome.answer->value = greatest_walk(facts_, *outcome.answer);
      if (!best_ || outcome.answer->value < best_->value) best_ = std::move(outcome.answer);
      high_ = static_cast<std::size_t>(std::lower_bound(radii_.begin(), radii_.end(), best_->value) - radii_.begin());
      return Verdict::yes;
    }
    if (!outcome.proven_empty && outcome.bound < 1) return Verdict::unknown;
    low_ = std::max(low_, radius + 1);
    return Verdict::no;
  }

  const SitingCase& facts_;
  const Rules& rules_;
  const Patience& patience_;
  std::vector<double> radii_;
  std::size_t low_ = 0;
  std::size_t high_ = 0;
  std::optional<Answer> best_;
};

}  // namespace

Result<Answer> walk_least_at_worst(const SitingCase& facts, const Rules& rules, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  return RadiusSearch(facts, rules, patience).run();
}

}  // namespace veer::siting
