#include "siting/models.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "siting/median.hpp"

namespace veer::siting {

namespace {

Error wrong(std::string what) {
  return {ErrorKind::invalid_input, {"siting.case.bad", {std::move(what), "-"}}, {}, {}};
}

/// Adds each customer with its minutes times its weight.
void add_walks(MedianProblem& core, const SitingCase& facts, double unserved_minutes) {
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost < unserved_minutes) row.push_back({arc.cost * facts.weight[i], arc.site});
    core.add_customer(std::move(row), unserved_minutes * facts.weight[i]);
  }
}

/// Minimising what is lost of a total is maximising the rest.
Answer of_total(Answer answer, double total) {
  answer.value = total - answer.value;
  answer.bound = total - answer.bound;
  // Near a total of nothing lost, a small distance is a large share of what is lost but not of what is won.
  if (gap(answer) <= proof_share) answer.status = Status::optimal;
  return answer;
}

double weight_of(const SitingCase& facts) { return std::accumulate(facts.weight.begin(), facts.weight.end(), 0.0); }

}  // namespace

Result<Answer> walk_least(const SitingCase& facts, const Rules& rules, double unserved_minutes,
                          const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(unserved_minutes > 0) || !std::isfinite(unserved_minutes)) return fail(wrong("unserved_minutes"));
  MedianProblem core = core_of(facts, rules);
  add_walks(core, facts, unserved_minutes);
  return answer_of(solve_median(core, patience));
}

Result<Answer> cover_most(const SitingCase& facts, const Rules& rules, double reach_minutes, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back({0, arc.site});
    core.add_customer(std::move(row), facts.weight[i]);
  }
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  return of_total(std::move(answer), weight_of(facts));
}

Result<Answer> cover_gradually(const SitingCase& facts, const Rules& rules, double full_minutes, double none_minutes,
                               const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(full_minutes < none_minutes)) return fail(wrong("full_minutes, none_minutes"));
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i]) {
      const double lost = std::clamp((arc.cost - full_minutes) / (none_minutes - full_minutes), 0.0, 1.0);
      row.push_back({facts.weight[i] * lost, arc.site});
    }
    core.add_customer(std::move(row), facts.weight[i]);
  }
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  return of_total(std::move(answer), weight_of(facts));
}

Result<Answer> cover_all(const SitingCase& facts, const Rules& rules, double reach_minutes, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  MedianProblem core = core_of(facts, rules);
  core.fixed.assign(facts.site_count, 1);
  // Leaving somebody out costs more than any choice; where sites may be added freely, more than one site is enough.
  const bool may_add = core.most >= facts.site_count && core.price.empty() && core.choice.empty();
  const double out = may_add ? 2 : static_cast<double>(facts.site_count) + 1;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back({0, arc.site});
    core.add_customer(row, row.empty() ? 0 : out);
  }
  const MedianOutcome outcome = solve_median(core, patience);
  const bool somebody_out = outcome.answer && outcome.answer->value > static_cast<double>(outcome.answer->sites.size());
  if (!somebody_out) return answer_of(outcome);
  return fail(outcome.bound > static_cast<double>(facts.site_count) ? nothing_allowed() : nothing_found());
}

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

/// How many are left without a site within the radius; looks no further than whether that can be nobody.
MedianOutcome left_out(const SitingCase& facts, const Rules& rules, double radius, const Patience& patience) {
  MedianProblem core = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    if (facts.weight[i] <= 0 || facts.minutes[i].empty()) continue;
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= radius) row.push_back({0, arc.site});
    core.add_customer(std::move(row), 1);
  }
  return solve_median(core, patience, 1);
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
    // Whether the longest radius can be done says whether there is an answer at all.
    const auto first = ask(radii_.size() - 1, std::numeric_limits<long>::max());
    if (!best_) return fail(first == Verdict::no ? nothing_allowed() : nothing_found());
    for (long effort = first_effort; low_ < high_ && !patience_.ended(); effort *= 4) narrow(effort);
    best_->bound = low_ < high_ ? std::min(radii_[low_], best_->value) : best_->value;
    best_->status = gap(*best_) <= proof_share ? Status::optimal : Status::feasible;
    return *std::move(best_);
  }

 private:
  enum class Verdict { yes, no, unknown };
  static constexpr long first_effort = 60;

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

Result<Answer> walk_least_expected(const SitingCase& facts, const Rules& rules, const std::vector<Scenario>& scenarios,
                                   double unserved_minutes, const Patience& patience) {
  TRY_DONE(check(facts, rules));
  if (!(unserved_minutes > 0) || !std::isfinite(unserved_minutes)) return fail(wrong("unserved_minutes"));
  MedianProblem core = core_of(facts, rules);
  for (const Scenario& scenario : scenarios) {
    if (scenario.available.size() != facts.site_count || !(scenario.chance >= 0) || !std::isfinite(scenario.chance))
      return fail(wrong("scenarios"));
    for (std::size_t i = 0; i < facts.customer_count(); ++i) {
      const double weight = facts.weight[i] * scenario.chance;
      std::vector<Arc> row;
      for (const Arc& arc : facts.minutes[i])
        if (scenario.available[arc.site] != 0 && arc.cost < unserved_minutes)
          row.push_back({arc.cost * weight, arc.site});
      core.add_customer(std::move(row), unserved_minutes * weight);
    }
  }
  TRY(Answer answer, answer_of(solve_median(core, patience)));
  MedianProblem whole = core_of(facts, rules);
  add_walks(whole, facts, unserved_minutes);
  answer.server = servers_of(whole, answer.sites);
  return answer;
}

}  // namespace veer::siting
