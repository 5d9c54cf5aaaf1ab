#include "faulttree/held_shared.hpp"

#include <algorithm>
#include <map>

namespace veer::faulttree {

using cascade::Tick;

namespace {

constexpr std::size_t words = region::quantile_count;
constexpr std::size_t most_tabled = std::size_t{1} << 21U;  ///< entries of one table

bool alike(const HeldCause& a, const HeldCause& b) {
  return a.kind == b.kind && a.simple == b.simple && a.stock_count == b.stock_count && a.has_runner == b.has_runner &&
         a.delay == b.delay && a.kinds == b.kinds && a.delays == b.delays && a.slots == b.slots;
}

template <class Visit>
void each_slot(const SharedProblem& problem, std::int32_t group, Visit&& visit) {
  for (const HeldCause& cause : problem.kinds)
    for (const HeldSlot& slot : cause.slots)
      if (slot.group == group) visit(slot);
}

std::vector<WordClass> classes_of(const SharedProblem& problem, std::int32_t group) {
  std::vector<WordClass> out;
  for (std::size_t word = 0; word < words; ++word) {
    bool differs = word == 0;
    each_slot(problem, group,
              [&](const HeldSlot& slot) { differs = differs || slot.at_word(word) != slot.at_word(word - 1); });
    if (differs) out.push_back({word, word});
    out.back().end = word + 1;
  }
  return out;
}

/// The widest class after joining neighbours, in minutes.
Tick width_when_joined(const SharedProblem& problem, std::size_t place) {
  Tick out = 0;
  const auto& classes = problem.classes[place];
  for (std::size_t i = 0; i + 1 < classes.size(); i += 2)
    each_slot(problem, problem.groups[place], [&](const HeldSlot& slot) {
      out = std::max(out, slot.at_word(classes[i + 1].end - 1) - slot.at_word(classes[i].begin));
    });
  return out;
}

std::size_t bridge_bytes(Tick horizon, std::size_t classes) {
  return (static_cast<std::size_t>(horizon) + 1) * classes * sizeof(double);
}

}  // namespace

double WordClass::chance() const { return static_cast<double>(end - begin) / static_cast<double>(words); }

std::int32_t SharedProblem::place(std::int32_t group) const {
  const auto found = std::find(groups.begin(), groups.end(), group);
  return found == groups.end() || group < 0 ? -1 : static_cast<std::int32_t>(found - groups.begin());
}

double SharedProblem::cells() const {
  double out = 1;
  for (const auto& of_group : classes) out *= static_cast<double>(of_group.size());
  return out;
}

SharedProblem shared_problem(const HeldCone& cone) {
  SharedProblem out;
  std::map<std::int32_t, std::size_t> uses;
  for (const HeldCause& cause : cone.causes) {
    for (const HeldSlot& slot : cause.slots)
      if (slot.group >= 0) ++uses[slot.group];
    const auto known =
        std::find_if(out.kinds.begin(), out.kinds.end(), [&](const HeldCause& other) { return alike(cause, other); });
    out.kind_of.push_back(static_cast<std::uint32_t>(known - out.kinds.begin()));
    if (known == out.kinds.end()) {
      out.kinds.push_back(cause);
      out.count_of.push_back(0);
    }
    ++out.count_of[out.kind_of.back()];
  }
  for (const auto& [group, count] : uses)
    if (count > 1) out.groups.push_back(group);
  for (const std::int32_t group : out.groups) out.classes.push_back(classes_of(out, group));
  return out;
}

bool join_classes(SharedProblem& problem) {
  // Where a minute may decide there are few classes: these are joined last.
  std::size_t chosen = problem.groups.size();
  for (const std::size_t few : {std::size_t{4}, std::size_t{1}}) {
    Tick least = cascade::never;
    for (std::size_t place = 0; place < problem.groups.size(); ++place) {
      if (problem.classes[place].size() <= few) continue;
      const Tick width = width_when_joined(problem, place);
      if (chosen == problem.groups.size() || width < least) {
        least = width;
        chosen = place;
      }
    }
    if (chosen < problem.groups.size()) break;
  }
  if (chosen == problem.groups.size()) return false;
  std::vector<WordClass> joined;
  for (std::size_t i = 0; i < problem.classes[chosen].size(); i += 2) {
    joined.push_back(problem.classes[chosen][i]);
    if (i + 1 < problem.classes[chosen].size()) joined.back().end = problem.classes[chosen][i + 1].end;
  }
  problem.classes[chosen] = std::move(joined);
  problem.exact = false;
  return true;
}

bool shorten_values(const SharedProblem& problem, HeldCause& cause, double most_work, bool worst) {
  if (cause.simple) return false;
  bool out = false;
  for (;;) {
    HeldSlot* longest = nullptr;
    for (HeldSlot& slot : cause.slots)
      if (longest == nullptr || slot.own.size() > longest->own.size()) longest = &slot;
    if (longest == nullptr || longest->own.size() < 2) return out;
    if (SharedCause(problem, cause, worst).costs_at_most(most_work)) return out;
    MinuteChances joined;
    for (std::size_t i = 0; i < longest->own.size(); i += 2) {
      joined.push_back(longest->own[i]);
      if (i + 1 == longest->own.size()) continue;
      if (worst == longest->high_is_bad) joined.back().first = longest->own[i + 1].first;
      joined.back().second += longest->own[i + 1].second;
    }
    longest->own = std::move(joined);
    out = true;
  }
}

SharedCause::SharedCause(const SharedProblem& problem, const HeldCause& cause, bool worst)
    : problem_(&problem), cause_(&cause), worst_(worst) {
  for (std::size_t i = 0; i < cause.slots.size(); ++i) {
    places_.push_back(problem.place(cause.slots[i].group));
    std::vector<Tick> values;
    if (places_[i] >= 0)
      for (const WordClass& words_of : problem.classes[static_cast<std::size_t>(places_[i])])
        values.push_back(
            cause.slots[i].at_word(worst == cause.slots[i].high_is_bad ? words_of.end - 1 : words_of.begin));
    values_.push_back(std::move(values));
    if (places_[i] >= 0) depends_ |= 1U << static_cast<std::uint32_t>(places_[i]);
  }
  add_patterns(0, 1.0, std::vector<bool>(cause.slots.size(), false));
}

void SharedCause::add_patterns(std::size_t slot, double weight, const std::vector<bool>& given) {
  if (slot == places_.size()) {
    Pattern pattern{weight, given, {}, 0, 1, CauseChance(*cause_, given), {}, {}};
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!given[i]) continue;
      const auto place = static_cast<std::size_t>(places_[i]);
      if (std::find(pattern.dims.begin(), pattern.dims.end(), place) != pattern.dims.end()) continue;
      pattern.dims.push_back(place);
      pattern.mask |= 1U << place;
      pattern.size *= problem_->classes[place].size();
    }
    patterns_.push_back(std::move(pattern));
    return;
  }
  const double follow = places_[slot] < 0 ? 0 : cause_->slots[slot].follow;
  if (follow < 1) add_patterns(slot + 1, weight * (1 - follow), given);
  if (follow > 0) {
    auto with = given;
    with[slot] = true;
    add_patterns(slot + 1, weight * follow, with);
  }
}

double SharedCause::preparation() const {
  double out = 0;
  for (const Pattern& pattern : patterns_)
    if (pattern.size <= most_tabled) out += static_cast<double>(pattern.size) * pattern.chance.cost();
  return out;
}

bool SharedCause::costs_at_most(double most_work) const {
  constexpr double cells_tabled = 2'000;  // half of the work for the first thousand; for more, classes are joined
  constexpr double cells_looked_at = 40'000;
  constexpr double share_of_played = 10'000;
  constexpr double least = 2'560;  // 64 combinations
  for (const Pattern& pattern : patterns_) {
    double cells = cells_looked_at;
    if (pattern.size <= most_tabled) cells = std::min(cells_tabled, 2 * static_cast<double>(pattern.size));
    const double cost = pattern.chance.cost();
    if (cost > std::max(least, most_work / cells)) return false;
    if (pattern.chance.is_played() && cost > std::max(least, 40 * most_work / share_of_played)) return false;
  }
  return true;
}

double SharedCause::cost() const {
  double out = 1;
  for (const Pattern& pattern : patterns_) out += pattern.size <= most_tabled ? 0.5 : pattern.chance.cost();
  return out;
}

std::size_t SharedCause::bytes() const {
  std::size_t out = 0;
  for (const Pattern& pattern : patterns_) {
    out += pattern.chance.bytes();
    if (pattern.size <= most_tabled) {
      out += pattern.size * sizeof(double);
    } else {
      std::size_t stocks = 1;
      for (std::size_t i = 0; i < cause_->stock_count; ++i)
        if (pattern.given[i]) stocks *= values_[i].size();
      for (const std::size_t place : pattern.dims)
        if (only_stock(pattern, place)) out += bridge_bytes(cause_->horizon, stocks);
      out += std::min(stocks, static_cast<std::size_t>(cause_->horizon)) * pattern.chance.bytes_per_stock();
    }
  }
  return out;
}

Done SharedCause::prepare(Limits& limits) {
  for (Pattern& pattern : patterns_) {
    if (pattern.size > most_tabled) continue;
    std::vector<std::uint32_t> at(problem_->groups.size(), 0);
    pattern.table.resize(pattern.size);
    for (std::size_t i = 0; i < pattern.size; ++i) {
      if (cause_->simple ? limits.stop_asked() : limits.stop_asked_now()) return fail(limits.error(Stop::asked));
      std::size_t rest = i;
      for (auto it = pattern.dims.rbegin(); it != pattern.dims.rend(); ++it) {
        at[*it] = static_cast<std::uint32_t>(rest % problem_->classes[*it].size());
        rest /= problem_->classes[*it].size();
      }
      pattern.table[i] = play(pattern, at);
    }
  }
  return {};
}

bool SharedCause::monotone(std::size_t place) const {
  bool up = false;
  bool down = false;
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (places_[i] == static_cast<std::int32_t>(place)) (cause_->slots[i].high_is_bad ? up : down) = true;
  return !(up && down);
}

std::size_t SharedCause::index(const Pattern& pattern, std::span<const std::uint32_t> at) const {
  std::size_t out = 0;
  for (const std::size_t place : pattern.dims) out = out * problem_->classes[place].size() + at[place];
  return out;
}

double SharedCause::play(Pattern& pattern, std::span<const std::uint32_t> at) {
  now_.assign(places_.size(), 0);
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (pattern.given[i]) now_[i] = values_[i][at[static_cast<std::size_t>(places_[i])]];
  return pattern.chance(now_);
}

double SharedCause::play(Pattern& pattern, std::size_t place, std::uint32_t word_class) {
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (places_[i] == static_cast<std::int32_t>(place)) now_[i] = values_[i][word_class];
  return pattern.chance(now_);
}

double SharedCause::chance(std::span<const std::uint32_t> at) {
  double out = 0;
  for (Pattern& pattern : patterns_)
    out += pattern.weight * (pattern.table.empty() ? play(pattern, at) : pattern.table[index(pattern, at)]);
  return out;
}

/// Whether of what is given only the tank follows the group.
bool SharedCause::only_tank(const Pattern& pattern, std::size_t place) const {
  if (!cause_->simple || !cause_->has_runner) return false;
  const std::size_t tank = cause_->stock_count + HeldCause::tank;
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (pattern.given[i] && (places_[i] == static_cast<std::int32_t>(place)) != (i == tank)) return false;
  return pattern.given[tank];
}

/// Whether tank and contract are given, F is not, and one stock alone follows the group.
bool SharedCause::only_stock(const Pattern& pattern, std::size_t place) const {
  if (!cause_->simple || !cause_->has_runner) return false;
  const std::size_t n = cause_->stock_count;
  std::size_t stocks = 0;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!pattern.given[i]) continue;
    const bool follows = places_[i] == static_cast<std::int32_t>(place);
    if (i < n ? !follows : follows) return false;
    stocks += i < n ? 1U : 0U;
  }
  return stocks == 1 && pattern.given[n + HeldCause::tank] && pattern.given[n + HeldCause::from] &&
         !pattern.given[n + HeldCause::run];
}

/// The row of the bridge for tank and contract as they stand in now_.
const double* SharedCause::bridge_of(Pattern& pattern, std::size_t place) {
  const std::size_t tank = cause_->stock_count + HeldCause::tank;
  const std::size_t from = cause_->stock_count + HeldCause::from;
  const std::size_t classes = problem_->classes[place].size();
  if (pattern.bridge.empty()) {
    std::vector<Tick> values = now_;
    values[tank] = 0;
    pattern.bridge.reserve((static_cast<std::size_t>(cause_->horizon) + 1) * classes);
    for (Tick minutes = 0; minutes <= cause_->horizon; ++minutes)
      for (std::size_t c = 0; c < classes; ++c) {
        values[from] = minutes;
        for (std::size_t i = 0; i < cause_->stock_count; ++i)
          if (pattern.given[i]) values[i] = values_[i][c];
        pattern.bridge.push_back(pattern.chance(values));
      }
  }
  const Tick minutes = std::clamp<Tick>(std::min(now_[from], cause_->horizon) - now_[tank], 0, cause_->horizon);
  return &pattern.bridge[static_cast<std::size_t>(minutes) * classes];
}

void SharedCause::set_row(std::span<const std::uint32_t> at, std::size_t place) {
  row_place_ = place;
  constant_ = 0;
  moving_.clear();
  std::vector<std::uint32_t> first(at.begin(), at.end());
  first[place] = 0;
  for (Pattern& pattern : patterns_) {
    if ((pattern.mask >> place & 1U) == 0) {
      constant_ += pattern.weight * (pattern.table.empty() ? play(pattern, at) : pattern.table[index(pattern, at)]);
      continue;
    }
    Moving moving{&pattern, pattern.weight, nullptr, 0, {}, nullptr};
    if (!pattern.table.empty()) {
      moving.row = &pattern.table[index(pattern, first)];
      std::size_t stride = 1;
      for (auto it = pattern.dims.rbegin(); *it != place; ++it) stride *= problem_->classes[*it].size();
      moving.stride = stride;
    }
    moving_.push_back(moving);
  }
  // Patterns without a table read all given values from here.
  now_.assign(places_.size(), 0);
  for (std::size_t i = 0; i < places_.size(); ++i)
    if (places_[i] >= 0) now_[i] = values_[i][first[static_cast<std::size_t>(places_[i])]];
  for (Moving& moving : moving_) {
    if (moving.row != nullptr) continue;
    if (only_stock(*moving.pattern, place)) {
      moving.row = bridge_of(*moving.pattern, place);
      moving.stride = 1;
      continue;
    }
    if (!only_tank(*moving.pattern, place)) continue;
    if (const auto along = moving.pattern->chance.along_tank(now_)) {
      moving.along = *along;
      moving.tanks = values_[cause_->stock_count + HeldCause::tank].data();
    }
  }
}

}  // namespace veer::faulttree
