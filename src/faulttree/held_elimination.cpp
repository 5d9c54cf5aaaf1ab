#include "faulttree/held_elimination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace veer::faulttree {

namespace {

/// Widens an array by one axis: every entry times each of x^n·(1 − x)^(most − n).
void widen(std::vector<double>& row, std::vector<double>& scratch, double x, std::uint32_t most) {
  const std::size_t width = most + 1;
  scratch.resize(row.size() * width);
  if (most == 1) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      scratch[2 * i] = row[i] * (1 - x);
      scratch[2 * i + 1] = row[i] * x;
    }
  } else {
    // The powers once, after all rows: what stands there is overwritten by the last row.
    double* const power = &scratch[(row.size() - 1) * width];
    power[0] = 1;
    for (std::size_t n = 1; n < width; ++n) power[n] = power[n - 1] * x;
    double fails = 1;
    for (std::size_t n = width; n-- > 0;) {
      power[n] *= fails;
      fails *= 1 - x;
    }
    for (std::size_t i = 0; i < row.size(); ++i)
      for (std::size_t n = 0; n < width; ++n) scratch[i * width + n] = row[i] * power[n];
  }
  row.swap(scratch);
}

}  // namespace

std::vector<std::uint32_t> Elimination::parts(std::uint32_t set) const {
  std::vector<std::uint32_t> out;
  while (set != 0) {
    std::uint32_t part = set & (~set + 1);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t kind = 0; kind < causes_.size(); ++kind) {
        const std::uint32_t touched = groups_of(kind) & set;
        if ((touched & part) == 0 || (touched | part) == part) continue;
        part |= touched;
        grown = true;
      }
    }
    out.push_back(part);
    set &= ~part;
  }
  return out;
}

double Elimination::entries_of(std::uint32_t set) const {
  double out = 1;
  for (std::size_t kind = 0; kind < causes_.size(); ++kind)
    if ((groups_of(kind) & set) != 0) out *= problem_.count_of[kind] + 1;
  return out;
}

/// A lowest step: a few rows are tried to see how many different chances there are along one.
double Elimination::lowest_work(std::size_t group) {
  constexpr std::size_t rows = 9;
  std::vector<std::size_t> kinds;
  bool monotone = true;
  double cost = 0;
  for (std::size_t kind = 0; kind < causes_.size(); ++kind)
    if ((groups_of(kind) >> group & 1U) != 0) {
      kinds.push_back(kind);
      monotone = monotone && causes_[kind].monotone(group);
      cost += causes_[kind].cost();
    }
  const std::size_t count = problem_.classes[group].size();
  double different = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<std::uint32_t> at;
    for (std::size_t other = 0; other < problem_.classes.size(); ++other)
      at.push_back(
          static_cast<std::uint32_t>((row * (2 * other + 5) + other) % rows * problem_.classes[other].size() / rows));
    for (const std::size_t kind : kinds) causes_[kind].set_row(at, group);
    const std::size_t step = std::max<std::size_t>(1, count / 64);
    std::size_t seen = 1;
    std::size_t tried = 1;
    std::vector<double> before;
    for (const std::size_t kind : kinds) before.push_back(causes_[kind].along(0));
    for (std::size_t c = step; c < count; c += step, ++tried) {
      bool differs = false;
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        const double now = causes_[kinds[i]].along(static_cast<std::uint32_t>(c));
        differs = differs || now != before[i];
        before[i] = now;
      }
      seen += differs ? 1U : 0U;
    }
    different += static_cast<double>(seen) / static_cast<double>(tried) / rows;
  }
  const bool stretches = monotone && different < 0.4;
  // Where chances repeat, the borders of each stretch are looked for by halving.
  const double values = stretches ? std::min(1.0, 2.5 * different) : 1.0;
  const double runs = monotone ? different : 1.0;
  lowest_[group] = {static_cast<double>(count) * (cost * values + runs * entries_of(1U << group)), stretches};
  return lowest_[group].first;
}

double Elimination::work_of(std::uint32_t set) {
  if (const auto known = choices_.find(set); known != choices_.end()) return known->second.work;
  Choice best;
  for (std::size_t group = 0; group < problem_.groups.size(); ++group) {
    if ((set >> group & 1U) == 0) continue;
    double work = 0;
    if (set == 1U << group) {
      work = lowest_work(group);
    } else {
      for (const std::uint32_t part : parts(set & ~(1U << group))) work += work_of(part);
      work = static_cast<double>(problem_.classes[group].size()) * (work + 2 * entries_of(set) + 20);
    }
    // Of some that are about equal the one with most classes goes on top: cones then have more steps in common.
    const bool about_equal = work < 1.1 * best.work && work > best.work / 1.1;
    const bool better =
        about_equal ? problem_.classes[group].size() > problem_.classes[best.group].size() : work < best.work;
    if (best.work == 0 || better) best = {work, group};
  }
  choices_[set] = best;
  return best.work;
}

Elimination::Step Elimination::step_of(std::uint32_t set, std::uint32_t above) {
  Step out;
  out.group = choices_.at(set).group;
  const std::uint32_t own = 1U << out.group;
  for (std::size_t kind = 0; kind < causes_.size(); ++kind) {
    const std::uint32_t depends = groups_of(kind);
    if ((depends & set) == 0) continue;
    out.above |= depends & above;
    out.entries *= problem_.count_of[kind] + 1;
    if ((depends & set) == own) out.kinds.push_back(kind);
  }
  for (const std::uint32_t part : parts(set & ~own)) out.below.push_back(step_of(part, above | own));
  if (out.below.empty()) out.stretches = lowest_.at(out.group).second;
  return out;
}

double Elimination::plan() {
  const auto all = static_cast<std::uint32_t>((1U << problem_.groups.size()) - 1);
  double out = 0;
  roots_.clear();
  choices_.clear();
  for (const std::uint32_t part : parts(all)) {
    out += work_of(part);
    roots_.push_back(step_of(part, 0));
  }
  return out;
}

void Elimination::describe(const Step& step, std::string& text) const {
  // How it is summed belongs to it: the last digits must not depend on which cone came first.
  text += fmt::format("g{}{}", problem_.groups[step.group], step.stretches ? "s" : "c");
  for (const WordClass& one : problem_.classes[step.group]) text += fmt::format(",{}", one.end);
  for (const std::size_t kind : step.kinds)
    text += fmt::format(";{}x{}", problem_.count_of[kind], causes_[kind].text());
  for (const Step& below : step.below) {
    text += '(';
    describe(below, text);
    text += ')';
  }
}

/// All that the table of a step under one group depends on.
std::string Elimination::signature(const Step& step) const {
  std::string out;
  for (std::size_t group = 0; group < problem_.groups.size(); ++group) {
    if ((step.above >> group & 1U) == 0) continue;
    out += fmt::format("under {}", problem_.groups[group]);
    for (const WordClass& one : problem_.classes[group]) out += fmt::format(",{}", one.end);
  }
  describe(step, out);
  return out;
}

void Elimination::add(const Step& step, double weight, const double* chances, std::vector<double>& out) {
  if (step.kinds.size() == 1) {
    const double x = chances[0];
    const double y = 1 - x;
    const std::uint32_t most = problem_.count_of[step.kinds.front()];
    switch (most) {
      case 1:
        out[0] += weight * y;
        out[1] += weight * x;
        return;
      case 2:
        out[0] += weight * y * y;
        out[1] += weight * x * y;
        out[2] += weight * x * x;
        return;
      case 3:
        out[0] += weight * y * y * y;
        out[1] += weight * x * y * y;
        out[2] += weight * x * x * y;
        out[3] += weight * x * x * x;
        return;
      default:
        break;
    }
  }
  row_.assign(1, weight);
  for (std::size_t i = 0; i < step.kinds.size(); ++i) widen(row_, wider_, chances[i], problem_.count_of[step.kinds[i]]);
  for (std::size_t i = 0; i < row_.size(); ++i) out[i] += row_[i];
}

void Elimination::run_lowest(Step& step, const std::vector<std::uint32_t>& at, std::vector<double>& out) {
  const auto& classes = problem_.classes[step.group];
  const std::size_t kinds = step.kinds.size();
  for (const std::size_t kind : step.kinds) causes_[kind].set_row(at, step.group);
  chances_.resize(classes.size() * kinds);
  const auto look = [&](std::size_t c) {
    for (std::size_t i = 0; i < kinds; ++i)
      chances_[c * kinds + i] = causes_[step.kinds[i]].along(static_cast<std::uint32_t>(c));
  };
  const auto take = [&](std::size_t first, std::size_t last) {
    add(step, WordClass{classes[first].begin, classes[last].end}.chance(), &chances_[first * kinds], out);
  };
  if (!step.stretches) {
    for (std::size_t c = 0; c < classes.size(); ++c) {
      look(c);
      take(c, c);
    }
    return;
  }
  const auto equal = [&](std::size_t a, std::size_t b) {
    return std::equal(&chances_[a * kinds], &chances_[a * kinds] + kinds, &chances_[b * kinds]);
  };
  look(0);
  if (classes.size() > 1) look(classes.size() - 1);
  // Stretches of which both ends are known, the first one on top; each is taken, or halved into two that share no
  // class.
  open_.assign(1, {0, classes.size() - 1});
  while (!open_.empty()) {
    const auto [first, last] = open_.back();
    open_.pop_back();
    if (equal(first, last)) {
      take(first, last);
    } else if (last == first + 1) {
      take(first, first);
      take(last, last);
    } else {
      const std::size_t middle = (first + last) / 2;
      if (middle > first) look(middle);
      if (middle + 1 < last) look(middle + 1);
      open_.emplace_back(middle + 1, last);
      open_.emplace_back(first, middle);
    }
  }
}

Done Elimination::run_below(Step& step, std::vector<std::uint32_t>& at, const std::vector<double>*& out) {
  if (std::popcount(step.above) == 1) {
    const auto group = static_cast<std::size_t>(std::countr_zero(step.above));
    const std::size_t count = problem_.classes[group].size();
    if (step.table.empty()) {
      auto& kept = memory_[signature(step)];
      if (kept.empty()) {
        const std::uint32_t before = at[group];
        std::vector<double> one;
        std::vector<double> table;
        for (std::uint32_t c = 0; c < count; ++c) {
          at[group] = c;
          TRY_DONE(run(step, at, one));
          table.insert(table.end(), one.begin(), one.end());
        }
        at[group] = before;
        TRY_DONE(booked_->add(table.capacity() * sizeof(double)));
        kept = std::move(table);
      }
      step.table = kept;
    }
    const auto begin = step.table.begin() + static_cast<std::ptrdiff_t>(at[group] * step.entries);
    step.last.assign(begin, begin + static_cast<std::ptrdiff_t>(step.entries));
    out = &step.last;
    return {};
  }
  std::vector<std::uint32_t> wanted;
  for (std::size_t group = 0; group < at.size(); ++group)
    if ((step.above >> group & 1U) != 0) wanted.push_back(at[group]);
  if (step.last.empty() || wanted != step.last_at) {
    TRY_DONE(run(step, at, step.last));
    step.last_at = std::move(wanted);
  }
  out = &step.last;
  return {};
}

Done Elimination::run(Step& step, std::vector<std::uint32_t>& at, std::vector<double>& out) {
  if (limits_->stop_asked_now()) return fail(limits_->error(Stop::asked));
  out.assign(step.entries, 0);
  if (step.below.empty()) {
    run_lowest(step, at, out);
    return {};
  }
  const auto& classes = problem_.classes[step.group];
  std::vector<double> row;
  std::vector<double> wider;
  for (std::uint32_t c = 0; c < classes.size(); ++c) {
    at[step.group] = c;
    row.assign(1, classes[c].chance());
    for (const std::size_t kind : step.kinds) widen(row, wider, causes_[kind].chance(at), problem_.count_of[kind]);
    for (Step& below : step.below) {
      const std::vector<double>* part = nullptr;
      TRY_DONE(run_below(below, at, part));
      wider.clear();
      for (const double one : row)
        for (const double other : *part) wider.push_back(one * other);
      row.swap(wider);
    }
    for (std::size_t i = 0; i < row.size(); ++i) out[i] += row[i];
  }
  return {};
}

void Elimination::append_axes(const Step& step, const std::vector<std::int32_t>& axis_of,
                              std::vector<std::size_t>& axes) const {
  for (const std::size_t kind : step.kinds) axes.push_back(static_cast<std::size_t>(axis_of[kind]));
  for (const Step& below : step.below) append_axes(below, axis_of, axes);
}

Result<double> Elimination::sum(const Counts& ways, const std::vector<std::int32_t>& axis_of, Limits& limits) {
  limits_ = &limits;
  booked_.emplace(limits);
  // Per root: its array, and by axis of the ways the stride in it (0: not one of its axes).
  std::vector<std::vector<double>> arrays;
  std::vector<std::vector<std::size_t>> strides;
  std::vector<std::uint32_t> at(problem_.groups.size(), 0);
  for (Step& root : roots_) {
    std::vector<double> array;
    TRY_DONE(run(root, at, array));
    std::vector<std::size_t> axes;
    append_axes(root, axis_of, axes);
    std::vector<std::size_t> stride(ways.most.size(), 0);
    std::size_t next = 1;
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
      stride[*axis] = next;
      next *= ways.most[*axis] + 1;
    }
    arrays.push_back(std::move(array));
    strides.push_back(std::move(stride));
  }
  double out = 0;
  std::vector<std::uint32_t> n(ways.most.size(), 0);
  for (const double weight : ways.value) {
    double chance = weight;
    for (std::size_t r = 0; r < arrays.size(); ++r) {
      std::size_t place = 0;
      for (std::size_t axis = 0; axis < n.size(); ++axis) place += strides[r][axis] * n[axis];
      chance *= arrays[r][place];
    }
    out += chance;
    for (std::size_t axis = n.size(); axis-- > 0;) {
      if (++n[axis] <= ways.most[axis]) break;
      n[axis] = 0;
    }
  }
  return std::min(1.0, out);
}

}  // namespace veer::faulttree
