#include "measures/choose.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace veer::measures {

namespace {

constexpr int months_per_year = 12;

/// How often a surrogate is asked for more where its plan stays below the minimum of a municipality.
constexpr int most_tightenings = 3;

double mean(const std::vector<double>& values) {
  return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Worth scaled_sum(const std::vector<std::pair<double, Worth>>& parts) {
  std::vector<Worth> worths;
  std::vector<double> weights;
  for (const auto& [weight, worth] : parts) {
    worths.push_back(worth);
    weights.push_back(weight);
  }
  Worth out = weighted(worths, weights);
  // The sets of one plan are played on the same replicas: their errors go together and add up.
  out.unmet.standard_error = out.tail.standard_error = out.gaps.standard_error = 0;
  std::fill(out.municipality_error.begin(), out.municipality_error.end(), 0.0);
  for (const auto& [weight, worth] : parts) {
    out.unmet.standard_error += weight * worth.unmet.standard_error;
    out.tail.standard_error += weight * worth.tail.standard_error;
    out.gaps.standard_error += weight * worth.gaps.standard_error;
    for (std::size_t m = 0; m < worth.municipality_error.size(); ++m)
      out.municipality_error[m] += weight * worth.municipality_error[m];
  }
  return out;
}

/// The standard error of a mean over replicas.
double error_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const double middle = mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - middle) * (value - middle);
  const auto count = static_cast<double>(values.size());
  return std::sqrt(squares / (count - 1) / count);
}

/// What `more` adds to `less`, told against what is borne with nothing; errors are those of the differences, replica by
/// replica.
Worth added(const Effects& nothing, const Effects& less, const Effects& more) {
  const Worth all = worth_of(nothing, more);
  const Worth before = worth_of(nothing, less);
  Worth out = worth_of(less, more);
  out.tail.value = all.tail.value - before.tail.value;
  for (std::size_t m = 0; m < out.municipality.size(); ++m) {
    const double borne = mean(nothing.municipality[m]);
    const double share = all.municipality_share[m] - before.municipality_share[m];
    std::vector<double> beside;
    for (std::size_t r = 0; r < nothing.municipality[m].size(); ++r)
      beside.push_back(less.municipality[m][r] - more.municipality[m][r] - share * nothing.municipality[m][r]);
    out.municipality_share[m] = share;
    out.municipality_error[m] = borne > 0 ? error_of(beside) / borne : 0;
  }
  return out;
}

/// Halfway: worth at a package that is reached in steps lies between the first and the last.
std::vector<std::vector<Worth>> between(const std::vector<std::vector<Worth>>& a,
                                        const std::vector<std::vector<Worth>>& b) {
  std::vector<std::vector<Worth>> out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t h = 0; h < a[i].size(); ++h) out[i].push_back(weighted({a[i][h], b[i][h]}, {0.5, 0.5}));
  return out;
}

}  // namespace

std::vector<std::size_t> working_after(const Problem& problem, const Phasing& phasing, int months) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < phasing.size(); ++i)
    if (phasing[i] && months_per_year * static_cast<int>(*phasing[i]) + problem.candidates[i].lead_months <= months)
      out.push_back(i);
  return out;
}

std::vector<std::size_t> with_needs(const Problem& problem, std::vector<std::size_t> package) {
  std::set<std::size_t> all(package.begin(), package.end());
  while (!package.empty()) {
    const std::size_t next = package.back();
    package.pop_back();
    for (const std::size_t other : problem.candidates[next].needs)
      if (all.insert(other).second) package.push_back(other);
  }
  return {all.begin(), all.end()};
}

std::vector<std::size_t> without(const Problem& problem, const std::vector<std::size_t>& package,
                                 std::size_t candidate) {
  std::set<std::size_t> gone{candidate};
  for (bool again = true; again;) {
    again = false;
    for (const std::size_t member : package)
      for (const std::size_t other : problem.candidates[member].needs)
        if (gone.contains(other) && gone.insert(member).second) again = true;
  }
  std::vector<std::size_t> out;
  for (const std::size_t member : package)
    if (!gone.contains(member)) out.push_back(member);
  return out;
}

Result<const std::vector<Effects>*> Workshop::effects(const std::vector<std::size_t>& package) {
  if (const auto found = known_.find(package); found != known_.end()) return &found->second;
  if (question_.cancelled && question_.cancelled())
    return fail({ErrorKind::cancelled, {"measures.cancelled", {}}, {}, {}});
  TRY(auto fresh, evaluate_(package));
  return &known_.emplace(package, std::move(fresh)).first->second;
}

Done Workshop::play_nothing() {
  if (!base_.empty()) return {};
  TRY(const auto* const nothing, effects({}));
  base_ = *nothing;
  return {};
}

Result<std::vector<Worth>> Workshop::worth(const std::vector<std::size_t>& package) {
  TRY_DONE(play_nothing());
  TRY(const auto* const with, effects(package));
  std::vector<Worth> out;
  for (std::size_t h = 0; h < base_.size(); ++h) out.push_back(worth_of(base_[h], (*with)[h]));
  return out;
}

Result<std::vector<std::vector<Worth>>> Workshop::marginals(const std::vector<std::size_t>& package) {
  TRY_DONE(play_nothing());
  std::vector<std::vector<Worth>> out;
  const Problem& frame = question_.frame;
  for (std::size_t i = 0; i < frame.candidates.size(); ++i) {
    std::vector<std::size_t> smaller = package;
    std::vector<std::size_t> larger = package;
    if (std::binary_search(package.begin(), package.end(), i)) {
      smaller = without(frame, package, i);
      larger = with_needs(frame, [&] {
        auto some = smaller;
        some.push_back(i);
        return some;
      }());
    } else {
      // What it rules out goes, what it needs comes first.
      for (const std::size_t member : package) {
        const auto& one = frame.candidates[i].excludes;
        const auto& two = frame.candidates[member].excludes;
        if (std::find(one.begin(), one.end(), member) != one.end() || std::find(two.begin(), two.end(), i) != two.end())
          smaller = without(frame, smaller, member);
      }
      auto needs = frame.candidates[i].needs;
      needs.insert(needs.end(), smaller.begin(), smaller.end());
      smaller = with_needs(frame, needs);
      larger = smaller;
      larger.push_back(i);
      std::sort(larger.begin(), larger.end());
    }
    TRY(const auto* const less, effects(smaller));
    TRY(const auto* const more, effects(larger));
    std::vector<Worth> own;
    for (std::size_t h = 0; h < base_.size(); ++h) own.push_back(added(base_[h], (*less)[h], (*more)[h]));
    out.push_back(std::move(own));
  }
  return out;
}

Problem Workshop::problem(Rule rule, const std::vector<std::vector<Worth>>& marginals) const {
  Problem out = question_.frame;
  const auto& weights = question_.hazard_weight;
  const std::size_t count = out.candidates.size();
  std::vector<Worth> over;
  over.reserve(count);
  for (const auto& by_hazard : marginals) over.push_back(weighted(by_hazard, weights));
  const auto goal = [&](const std::string& name, double offset, const std::function<double(std::size_t)>& worth) {
    Goal own{.name = name, .worth = {}, .offset = offset};
    for (std::size_t i = 0; i < count; ++i) own.worth.push_back(worth(i));
    out.goals.push_back(std::move(own));
  };
  switch (rule) {
    case Rule::person_hours:
      goal("unmet", 0, [&](std::size_t i) { return over[i].unmet.value; });
      break;
    case Rule::tail:
      goal("tail", 0, [&](std::size_t i) { return over[i].tail.value; });
      break;
    case Rule::continuity:
      goal("gaps", 0, [&](std::size_t i) { return over[i].gaps.value; });
      break;
    case Rule::worst_municipality:
      for (std::size_t m = 0; m < question_.municipality.size(); ++m)
        goal(question_.municipality[m], 0, [&](std::size_t i) { return over[i].municipality_share[m]; });
      break;
    case Rule::regret:
      for (std::size_t h = 0; h < base_.size(); ++h) {
        const double borne = std::max(1.0, mean(base_[h].unmet));
        goal("hazard " + std::to_string(h),
             h < best_alone_.size() ? -std::max(0.0, best_alone_[h].by_hazard[h].unmet.value) / borne : 0,
             [&](std::size_t i) { return marginals[i][h].unmet.value / borne; });
      }
      break;
  }
  if (question_.minimum_share > 0)
    for (std::size_t m = 0; m < question_.municipality.size(); ++m) {
      Minimum own{.name = question_.municipality[m], .worth = {}, .least = question_.minimum_share};
      for (std::size_t i = 0; i < count; ++i) own.worth.push_back(over[i].municipality_share[m]);
      out.minimums.push_back(std::move(own));
    }
  return out;
}

Result<Played> Workshop::play(const Phasing& phasing) {
  for (const Played& known : plays_)
    if (known.phasing == phasing) return known;
  const Problem& frame = question_.frame;
  Played out;
  out.phasing = phasing;
  const int last = months_per_year * static_cast<int>(frame.years);
  // The months at which something begins to work.
  std::set<int> steps{0};
  for (std::size_t y = 0; y < frame.years; ++y) steps.insert(months_per_year * static_cast<int>(y));
  for (std::size_t i = 0; i < phasing.size(); ++i)
    if (phasing[i])
      if (const int month = months_per_year * static_cast<int>(*phasing[i]) + frame.candidates[i].lead_months;
          month < last)
        steps.insert(month);
  steps.insert(last);
  out.unmet_by_year.assign(frame.years, 0);
  out.municipality_by_year.assign(frame.years, std::vector<double>(question_.municipality.size(), 0));
  out.saved.resize(question_.hazard_weight.size());
  std::vector<std::vector<std::pair<double, Worth>>> parts(question_.hazard_weight.size());
  for (auto at = steps.begin(); *at < last; ++at) {
    const auto year = static_cast<std::size_t>(*at / months_per_year);
    const double share = static_cast<double>(*std::next(at) - *at) / months_per_year;
    const auto working = working_after(frame, phasing, *at);
    TRY(const auto worths, worth(working));
    TRY(const auto* const with, effects(working));
    for (std::size_t h = 0; h < worths.size(); ++h) {
      const double weight = question_.hazard_weight[h];
      parts[h].emplace_back(frame.year_weight[year] * share, worths[h]);
      out.unmet_by_year[year] += weight * share * worths[h].unmet.value;
      for (std::size_t m = 0; m < worths[h].municipality.size(); ++m)
        out.municipality_by_year[year][m] += weight * share * worths[h].municipality[m];
    }
    const auto saved = saved_by(*with);
    for (std::size_t h = 0; h < saved.size(); ++h) {
      out.saved[h].resize(saved[h].size(), 0);
      for (std::size_t r = 0; r < saved[h].size(); ++r)
        out.saved[h][r] += frame.year_weight[year] * share * saved[h][r];
    }
  }
  for (const auto& of_hazard : parts) out.by_hazard.push_back(scaled_sum(of_hazard));
  out.worth = weighted(out.by_hazard, question_.hazard_weight);
  // Person-hours are known by replica: over the years, and over hazards that are played on the same random numbers, the
  // error is then exact.
  std::vector<double> over(out.saved.empty() ? 0 : out.saved[0].size(), 0);
  for (std::size_t h = 0; h < out.saved.size(); ++h) {
    out.by_hazard[h].unmet.standard_error = error_of(out.saved[h]);
    for (std::size_t r = 0; r < over.size(); ++r) over[r] += question_.hazard_weight[h] * out.saved[h][r];
  }
  out.worth.unmet.standard_error = error_of(over);
  for (const auto& payer : spending(frame, phasing)) out.cost_eur += std::accumulate(payer.begin(), payer.end(), 0.0);
  plays_.push_back(out);
  return out;
}

std::vector<std::vector<double>> Workshop::saved_by(const std::vector<Effects>& with) const {
  std::vector<std::vector<double>> out;
  for (std::size_t h = 0; h < base_.size(); ++h) {
    std::vector<double> own;
    for (std::size_t r = 0; r < base_[h].unmet.size(); ++r) own.push_back(base_[h].unmet[r] - with[h].unmet[r]);
    out.push_back(std::move(own));
  }
  return out;
}

Number Workshop::missed(const Played& own, const Played& other, std::size_t hazard) const {
  const std::vector<double>& unmet = base_[hazard].unmet;
  const double borne = std::max(1.0, mean(unmet));
  const double share = (mean(other.saved[hazard]) - mean(own.saved[hazard])) / borne;
  std::vector<double> beside(unmet.size());
  for (std::size_t r = 0; r < unmet.size(); ++r)
    beside[r] = other.saved[hazard][r] - own.saved[hazard][r] - share * unmet[r];
  return {share, error_of(beside) / borne};
}

Number Workshop::value(Rule rule, const Played& played) const {
  switch (rule) {
    case Rule::person_hours:
      return played.worth.unmet;
    case Rule::tail:
      return played.worth.tail;
    case Rule::continuity:
      return played.worth.gaps;
    case Rule::worst_municipality:
      return least_served(played.worth);
    case Rule::regret: {
      Number least{std::numeric_limits<double>::infinity(), 0};
      for (std::size_t h = 0; h < played.by_hazard.size(); ++h) {
        const Number gone = h < best_alone_.size() ? missed(played, best_alone_[h], h) : Number{};
        if (-gone.value < least.value) least = {-gone.value, gone.standard_error};
      }
      return least;
    }
  }
  return {};
}

std::vector<std::size_t> members(const Phasing& phasing) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < phasing.size(); ++i)
    if (phasing[i]) out.push_back(i);
  return out;
}

Done Workshop::hold_against() {
  if (!best_alone_.empty()) return {};
  if (alone_.empty()) {
    TRY(alone_, marginals({}));
  }
  std::vector<Played> best;
  for (std::size_t h = 0; h < base_.size(); ++h) {
    Problem one = problem(Rule::regret, alone_);
    one.goals = {one.goals[h]};
    const Solution solution = solve(one, question_.effort);
    // What cannot be done for one hazard cannot be done at all: nothing is then the measure.
    TRY(Played own, play(solution.phasing));
    best.push_back(std::move(own));
  }
  best_alone_ = std::move(best);
  return {};
}

Result<Played> Workshop::at_once(const std::vector<std::size_t>& package) {
  Played out;
  TRY(out.by_hazard, worth(package));
  TRY(const auto* const with, effects(package));
  out.saved = saved_by(*with);
  out.worth = weighted(out.by_hazard, question_.hazard_weight);
  return out;
}

Result<Bought> Workshop::greedy(Rule rule) {
  const Problem& frame = question_.frame;
  const std::size_t count = frame.candidates.size();
  Phasing phasing(count);
  for (std::size_t i = 0; i < count; ++i) phasing[i] = frame.candidates[i].begun;
  Bought out;
  TRY(const Played at_first, at_once(members(phasing)));
  double value_now = value(rule, at_first).value;

  struct Offer {
    double rate = 0;            ///< added per euro when it was last looked at
    std::size_t looked_at = 0;  ///< with how many bought; more than any: never
  };
  std::vector<std::optional<Offer>> offers(count);
  for (std::size_t i = 0; i < count; ++i)
    if (!phasing[i] && !frame.candidates[i].barred)
      offers[i] = {std::numeric_limits<double>::infinity(), std::numeric_limits<std::size_t>::max()};

  const auto at_odds = [&](const std::vector<std::size_t>& package) {
    return std::any_of(package.begin(), package.end(), [&](std::size_t one) {
      const auto& excludes = frame.candidates[one].excludes;
      return std::any_of(excludes.begin(), excludes.end(),
                         [&](std::size_t other) { return std::binary_search(package.begin(), package.end(), other); });
    });
  };
  // What is bought with a measure, and the year in which the money allows it.
  const auto placed = [&](const std::vector<std::size_t>& package) -> std::optional<Phasing> {
    for (std::size_t year = 0; year < frame.years; ++year) {
      Phasing then = phasing;
      for (const std::size_t i : package)
        if (!then[i]) then[i] = std::max(year, frame.candidates[i].earliest);
      if (broken(frame, then).empty()) return then;
    }
    return std::nullopt;
  };
  for (;;) {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < count; ++i)
      if (offers[i] && (!first || offers[i]->rate > offers[*first]->rate)) first = i;
    if (!first) break;
    Offer& offer = *offers[*first];
    auto wanted = members(phasing);
    const std::size_t before = wanted.size();
    wanted.push_back(*first);
    const auto package = with_needs(frame, wanted);
    const auto then = at_odds(package) ? std::nullopt : placed(package);
    if (!then) {
      offers[*first].reset();
      continue;
    }
    if (offer.looked_at != before) {
      TRY(const Played with, at_once(package));
      ++out.asked;
      double cost = 0;
      for (const std::size_t i : package)
        if (!phasing[i])
          for (std::size_t y = 0; y < frame.years; ++y) cost += cost_in(frame.candidates[i], 0, y);
      offer = {(value(rule, with).value - value_now) / std::max(1.0, cost), before};
      continue;
    }
    if (offer.rate <= 0) break;
    for (const std::size_t i : package)
      if (!phasing[i]) out.order.push_back(i);
    phasing = *then;
    offers[*first].reset();
    for (const std::size_t i : package) offers[i].reset();
    // What needs one of these asks less money now: it is looked at again.
    for (std::size_t i = 0; i < count; ++i)
      if (!phasing[i] && !frame.candidates[i].barred && !offers[i] &&
          std::any_of(frame.candidates[i].needs.begin(), frame.candidates[i].needs.end(),
                      [&](std::size_t need) { return std::binary_search(package.begin(), package.end(), need); }))
        offers[i] = {std::numeric_limits<double>::infinity(), std::numeric_limits<std::size_t>::max()};
    TRY(const Played now, at_once(package));
    value_now = value(rule, now).value;
  }
  TRY(out.played, play(phasing));
  return out;
}

std::vector<double> Workshop::below_minimum(const Played& played) const {
  std::vector<double> out(question_.municipality.size(), 0);
  if (question_.minimum_share <= 0) return out;
  for (std::size_t m = 0; m < out.size(); ++m) {
    double borne = 0;
    for (std::size_t h = 0; h < base_.size(); ++h) borne += question_.hazard_weight[h] * mean(base_[h].municipality[m]);
    const double saved = played.municipality_by_year.back()[m];
    if (saved < question_.minimum_share * borne * (1 - 1e-9)) out[m] = question_.minimum_share - saved / borne;
  }
  return out;
}

bool Workshop::better(Rule rule, const Played& one, const Played& other) const {
  const auto furthest = [this](const Played& played) {
    const auto below = below_minimum(played);
    return below.empty() ? 0 : *std::max_element(below.begin(), below.end());
  };
  const double own = furthest(one);
  const double others = furthest(other);
  return own != others ? own < others : value(rule, one).value > value(rule, other).value;
}

Result<std::vector<double>> Workshop::beyond_sum(const std::vector<std::size_t>& package,
                                                 const std::vector<std::vector<Worth>>& marginals) {
  TRY(const auto worths, worth(package));
  std::vector<double> out = weighted(worths, question_.hazard_weight).municipality_share;
  for (const std::size_t member : package) {
    const Worth own = weighted(marginals[member], question_.hazard_weight);
    for (std::size_t m = 0; m < out.size(); ++m) out[m] -= own.municipality_share[m];
  }
  return out;
}

Result<Workshop::Attempt> Workshop::attempt(Rule rule, const Sums& sums) {
  Problem own = problem(rule, sums.worths);
  for (std::size_t m = 0; m < own.minimums.size(); ++m) own.minimums[m].least -= sums.beyond[m];
  Attempt out{solve(own, question_.effort), {}};
  if (!out.solution.found()) return out;
  TRY(out.played, play(out.solution.phasing));
  for (int more = 0; more < most_tightenings; ++more) {
    const auto below = below_minimum(out.played);
    if (std::all_of(below.begin(), below.end(), [](double share) { return share == 0; })) break;
    for (std::size_t m = 0; m < below.size(); ++m) own.minimums[m].least += below[m];
    const Solution tighter = solve(own, question_.effort);
    if (!tighter.found()) break;
    TRY(const Played played, play(tighter.phasing));
    if (better(rule, played, out.played)) out.played = played;
  }
  return out;
}

Result<Choice> Workshop::choose(Rule rule) {
  if (alone_.empty()) {
    TRY(alone_, marginals({}));
  }
  if (rule == Rule::regret) TRY_DONE(hold_against());
  Choice out;
  out.rule = rule;
  const std::vector<double> nothing(question_.municipality.size(), 0);
  std::vector<Sums> surrogates{{alone_, nothing}};
  for (int round = 0; round <= question_.rounds; ++round) {
    bool found = false;
    for (const Sums& sums : surrogates) {
      TRY(Attempt own, attempt(rule, sums));
      if (!own.solution.found()) {
        if (round == 0) out.surrogate = own.solution;
        continue;
      }
      if (!out.played.phasing.empty() && !better(rule, own.played, out.played)) continue;
      found = true;
      out.surrogate = own.solution;
      out.worths = sums.worths;
      out.played = std::move(own.played);
      out.rounds = round;
    }
    if (round == 0 && question_.greedy && !out.played.phasing.empty()) {
      TRY(out.bought, greedy(rule));
      if (better(rule, out.bought->played, out.played)) out.played = out.bought->played;
    }
    if (!found || round == question_.rounds) break;
    const auto package = members(out.played.phasing);
    TRY(const auto beside, marginals(package));
    TRY(const auto beyond, beyond_sum(package, beside));
    auto halfway = beyond;
    for (double& share : halfway) share /= 2;
    surrogates = {{beside, beyond}, {between(alone_, beside), halfway}};
  }
  if (out.surrogate.found()) out.value = value(rule, out.played);
  return out;
}

}  // namespace veer::measures
