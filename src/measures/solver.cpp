#include "measures/solver.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/result.hpp"
#include "measures/rows.hpp"

namespace veer::measures {

namespace {

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();
constexpr int root_steps = 1500;
constexpr int node_steps = 36;
constexpr int patience = 12;  ///< steps without a better bound before the step is halved
constexpr std::uint64_t heuristic_every = 64;
constexpr double row_slack = 1e-9;  ///< relative to the largest factor of a row, which is 1 after scaling

/// The options of all candidates in one row of memory: option o of candidate i is number i·width + o.
struct Flat {
  std::size_t width = 0;
  std::vector<std::uint32_t> begin;  ///< options + 1
  std::vector<Rows::Entry> entries;
  std::vector<double> worth;  ///< option × goal
};

/// The rows of a problem, scaled and laid out for speed: goals to about 1, each row to a largest factor of 1.
struct Layout {
  explicit Layout(const Problem& problem) : rows(to_rows(problem)) {
    const std::size_t goals = problem.goals.size();
    double most = 0;
    for (std::size_t k = 0; k < goals; ++k) {
      double sum = 0;
      for (const auto& options : rows.options) {
        double own = 0;
        for (const auto& option : options) own = std::max(own, std::abs(option.worth[k]));
        sum += own;
      }
      most = std::max(most, sum);
    }
    scale = most > 0 ? most : 1;
    std::vector<double> largest(rows.right.size(), 0);
    for (const auto& options : rows.options)
      for (const auto& option : options)
        for (const auto& entry : option.entries)
          largest[entry.row] = std::max(largest[entry.row], std::abs(entry.factor));
    for (auto& options : rows.options)
      for (auto& option : options) {
        for (double& worth : option.worth) worth /= scale;
        for (auto& entry : option.entries) entry.factor /= largest[entry.row];
      }
    for (std::size_t r = 0; r < rows.right.size(); ++r)
      if (largest[r] > 0) rows.right[r] /= largest[r];
    for (const Goal& goal : problem.goals) offset.push_back(goal.offset / scale);
    columns.resize(rows.right.size());
    for (std::uint32_t i = 0; i < rows.options.size(); ++i)
      for (std::uint32_t o = 1; o < rows.options[i].size(); ++o)
        for (const auto& entry : rows.options[i][o].entries) {
          auto& column = columns[entry.row];
          if (column.empty() || column.back().candidate != i)
            column.push_back({i, std::vector<double>(rows.options[i].size(), 0)});
          column.back().factor[o] = entry.factor;
        }
    flat.width = 1 + problem.years;
    flat.begin.push_back(0);
    for (const auto& options : rows.options)
      for (const auto& option : options) {
        flat.entries.insert(flat.entries.end(), option.entries.begin(), option.entries.end());
        flat.begin.push_back(static_cast<std::uint32_t>(flat.entries.size()));
        flat.worth.insert(flat.worth.end(), option.worth.begin(), option.worth.end());
      }
  }
  struct InRow {
    std::uint32_t candidate;
    std::vector<double> factor;  ///< by option
  };
  Rows rows;
  Flat flat;
  double scale = 1;
  std::vector<double> offset;               ///< by goal
  std::vector<std::vector<InRow>> columns;  ///< by row: the candidates in it
};

using Masks = std::vector<std::uint32_t>;  ///< by candidate: options that are left
using Choice = std::vector<std::uint8_t>;  ///< by candidate: its option

struct Node {
  Masks masks;
  std::vector<double> price;   ///< by row, >= 0
  std::vector<double> weight;  ///< by goal, sums to 1
  double bound = 0;
};

class Search {
 public:
  explicit Search(const Problem& problem)
      : layout_(problem),
        count_(problem.candidates.size()),
        goals_(problem.goals.size()),
        row_count_(layout_.rows.right.size()) {}

  void run(const Effort& effort);

  [[nodiscard]] bool found() const { return !best_.empty() || (count_ == 0 && found_); }
  [[nodiscard]] const Choice& best() const { return best_; }
  [[nodiscard]] double bound() const { return bound_ * layout_.scale; }
  [[nodiscard]] std::uint64_t nodes() const { return nodes_; }
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  [[nodiscard]] const Rows::Option& option(std::size_t i, std::size_t o) const { return layout_.rows.options[i][o]; }
  bool propagate(Masks& masks) const;
  /// Improves the prices of a node; afterwards bound, reduced worth and how often each option was taken hold for the
  /// best prices. @returns false: the node cannot hold anything better
  bool improve(Node& node, int steps, double first_step);
  /// Strikes out options that cannot be in anything better. @returns whether something went
  bool strike_out(Node& node) const;
  [[nodiscard]] double value(const Choice& choice) const;
  [[nodiscard]] bool fits(const std::vector<double>& activity) const;
  void add(std::vector<double>& activity, std::size_t i, std::size_t o, double sign) const;
  void repair(const Node& node);
  void polish(Choice& choice, const Masks& masks) const;
  void offer(const Choice& choice);
  [[nodiscard]] double tolerance() const { return found_ ? 1e-10 * (1 + std::abs(best_value_)) : 0; }

  Layout layout_;
  std::size_t count_;
  std::size_t goals_;
  std::size_t row_count_;
  Choice best_;
  bool found_ = false;
  double best_value_ = minus_infinity;
  double bound_ = 0;
  std::uint64_t nodes_ = 0;
  bool complete_ = false;
  // Of the node in work.
  std::vector<std::vector<double>> reduced_;  ///< candidate × option: worth less prices
  std::vector<std::vector<int>> taken_;       ///< candidate × option: in how many steps it was the best
  double priced_bound_ = 0;                   ///< bound of the best prices
  std::vector<std::size_t> active_;           ///< candidates with more than one option left
  std::vector<double> price_, weight_, slack_, goal_, base_slack_, base_goal_, trial_;
};

bool Search::propagate(Masks& masks) const {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t r = 0; r < row_count_; ++r) {
      double least_sum = 0;
      for (const auto& in : layout_.columns[r]) {
        double least = std::numeric_limits<double>::infinity();
        for (std::uint32_t left = masks[in.candidate]; left != 0; left &= left - 1)
          least = std::min(least, in.factor[static_cast<std::size_t>(std::countr_zero(left))]);
        least_sum += least;
      }
      const double room = layout_.rows.right[r] + row_slack - least_sum;
      if (room < 0) return false;
      for (const auto& in : layout_.columns[r]) {
        double least = std::numeric_limits<double>::infinity();
        for (std::uint32_t left = masks[in.candidate]; left != 0; left &= left - 1)
          least = std::min(least, in.factor[static_cast<std::size_t>(std::countr_zero(left))]);
        for (std::uint32_t left = masks[in.candidate]; left != 0; left &= left - 1) {
          const auto o = static_cast<std::uint32_t>(std::countr_zero(left));
          if (in.factor[o] - least <= room) continue;
          masks[in.candidate] &= ~(1U << o);
          again = true;
        }
        if (masks[in.candidate] == 0) return false;
      }
    }
  }
  return true;
}

/// The nearest point with parts >= 0 that sum to 1.
void onto_simplex(std::vector<double>& point) {
  std::vector<double> sorted = point;
  std::sort(sorted.rbegin(), sorted.rend());
  double sum = 0;
  double shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double now = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] - now > 0) shift = now;
  }
  for (double& part : point) part = std::max(0.0, part - shift);
}

bool Search::improve(Node& node, int steps, double first_step) {
  // Candidates with one option left only move the right-hand sides.
  active_.clear();
  base_slack_ = layout_.rows.right;
  base_goal_ = layout_.offset;
  for (std::size_t i = 0; i < count_; ++i) {
    std::fill(taken_[i].begin(), taken_[i].end(), 0);
    if (!std::has_single_bit(node.masks[i])) {
      active_.push_back(i);
      continue;
    }
    const auto o = static_cast<std::size_t>(std::countr_zero(node.masks[i]));
    taken_[i][o] = 1;
    reduced_[i][o] = 0;
    for (const auto& entry : option(i, o).entries) base_slack_[entry.row] -= entry.factor;
    for (std::size_t k = 0; k < goals_; ++k) base_goal_[k] += option(i, o).worth[k];
  }
  price_ = node.price;
  weight_ = node.weight;
  double best = std::numeric_limits<double>::infinity();
  double length = first_step;
  int idle = 0;
  const Flat& flat = layout_.flat;
  for (int step = 0; step < steps; ++step) {
    double bound = 0;
    for (std::size_t r = 0; r < row_count_; ++r) bound += price_[r] * base_slack_[r];
    for (std::size_t k = 0; k < goals_; ++k) bound += weight_[k] * base_goal_[k];
    slack_ = base_slack_;
    goal_ = base_goal_;
    for (const std::size_t i : active_) {
      double most = minus_infinity;
      std::size_t chosen = 0;
      double* const reduced = trial_.data() + i * flat.width;
      for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(left));
        const std::size_t at = i * flat.width + o;
        double worth = 0;
        for (std::size_t k = 0; k < goals_; ++k) worth += weight_[k] * flat.worth[at * goals_ + k];
        for (std::uint32_t e = flat.begin[at]; e < flat.begin[at + 1]; ++e)
          worth -= price_[flat.entries[e].row] * flat.entries[e].factor;
        reduced[o] = worth;
        if (worth > most) {
          most = worth;
          chosen = o;
        }
      }
      bound += most;
      ++taken_[i][chosen];
      const std::size_t at = i * flat.width + chosen;
      for (std::uint32_t e = flat.begin[at]; e < flat.begin[at + 1]; ++e)
        slack_[flat.entries[e].row] -= flat.entries[e].factor;
      for (std::size_t k = 0; k < goals_; ++k) goal_[k] += flat.worth[at * goals_ + k];
    }
    if (bound < best - 1e-12) {
      best = bound;
      priced_bound_ = bound;
      node.price = price_;
      node.weight = weight_;
      for (const std::size_t i : active_)
        std::copy_n(trial_.begin() + static_cast<std::ptrdiff_t>(i * flat.width), flat.width, reduced_[i].begin());
      idle = 0;
      if (best <= best_value_ + tolerance()) {
        node.bound = std::min(node.bound, best);
        return false;
      }
    } else if (++idle >= patience) {
      idle = 0;
      length /= 2;
      price_ = node.price;
      weight_ = node.weight;
      if (length < 1e-5) break;
      continue;
    }
    double norm = 0;
    for (std::size_t r = 0; r < row_count_; ++r) {
      if (price_[r] <= 0 && slack_[r] > 0) slack_[r] = 0;
      norm += slack_[r] * slack_[r];
    }
    if (goals_ > 1) {
      const double mean = std::accumulate(goal_.begin(), goal_.end(), 0.0) / static_cast<double>(goals_);
      for (double& part : goal_) part -= mean;
      for (const double part : goal_) norm += part * part;
    }
    if (norm < 1e-18) break;  // every row is kept to and no goal lags: the bound is reached
    const double target = best_value_ > minus_infinity ? best_value_ : best - 0.05 * std::abs(best) - 1e-3;
    const double move = length * std::max(bound - target, 1e-7) / norm;
    for (std::size_t r = 0; r < row_count_; ++r) price_[r] = std::max(0.0, price_[r] - move * slack_[r]);
    if (goals_ > 1) {
      for (std::size_t k = 0; k < goals_; ++k) weight_[k] -= move * goal_[k];
      onto_simplex(weight_);
    }
  }
  node.bound = std::min(node.bound, best);
  return node.bound > best_value_ + tolerance();
}

bool Search::strike_out(Node& node) const {
  // The bound of the best prices with another option of one candidate is lower by what that option lacks. What has the
  // most is never struck out, so that the bound stays.
  std::vector<double> most(count_, minus_infinity);
  for (std::size_t i = 0; i < count_; ++i)
    for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1)
      most[i] = std::max(most[i], reduced_[i][static_cast<std::size_t>(std::countr_zero(left))]);
  bool any = false;
  for (std::size_t i = 0; i < count_; ++i)
    for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::uint32_t>(std::countr_zero(left));
      if (priced_bound_ - (most[i] - reduced_[i][o]) > best_value_ + tolerance()) continue;
      node.masks[i] &= ~(1U << o);
      any = true;
    }
  return any;
}

double Search::value(const Choice& choice) const {
  std::vector<double> goal = layout_.offset;
  for (std::size_t i = 0; i < count_; ++i)
    for (std::size_t k = 0; k < goals_; ++k) goal[k] += option(i, choice[i]).worth[k];
  return *std::min_element(goal.begin(), goal.end());
}

void Search::add(std::vector<double>& activity, std::size_t i, std::size_t o, double sign) const {
  for (const auto& entry : option(i, o).entries) activity[entry.row] += sign * entry.factor;
}

bool Search::fits(const std::vector<double>& activity) const {
  for (std::size_t r = 0; r < row_count_; ++r)
    if (activity[r] > layout_.rows.right[r] + row_slack) return false;
  return true;
}

void Search::offer(const Choice& choice) {
  const double own = value(choice);
  if (found_ && own <= best_value_ + tolerance()) return;
  best_ = choice;
  best_value_ = own;
  found_ = true;
}

/// From what the prices choose to something that keeps to every row: the dearest for their worth go first, then what
/// still fits is added.
void Search::repair(const Node& node) {
  Choice choice(count_, 0);
  std::vector<double> activity(row_count_, 0);
  for (std::size_t i = 0; i < count_; ++i) {
    std::size_t chosen = static_cast<std::size_t>(std::countr_zero(node.masks[i]));
    for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::size_t>(std::countr_zero(left));
      if (taken_[i][o] > taken_[i][chosen]) chosen = o;
    }
    choice[i] = static_cast<std::uint8_t>(chosen);
    add(activity, i, chosen, 1);
  }
  while (!fits(activity)) {
    // The change of one candidate that takes away most of what is too much, for the least loss of worth.
    double best_rate = 0;
    std::size_t who = count_;
    std::uint8_t what = 0;
    double over_before = 0;
    for (std::size_t r = 0; r < row_count_; ++r) over_before += std::max(0.0, activity[r] - layout_.rows.right[r]);
    std::vector<double> other;
    for (std::size_t i = 0; i < count_; ++i)
      for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(left));
        if (o == choice[i]) continue;
        other = activity;
        add(other, i, choice[i], -1);
        add(other, i, o, 1);
        double over = 0;
        for (std::size_t r = 0; r < row_count_; ++r) over += std::max(0.0, other[r] - layout_.rows.right[r]);
        if (over >= over_before - 1e-12) continue;
        const double loss = std::max(1e-9, option(i, choice[i]).worth[0] - option(i, o).worth[0]);
        const double rate = (over_before - over) / loss;
        if (rate > best_rate) {
          best_rate = rate;
          who = i;
          what = static_cast<std::uint8_t>(o);
        }
      }
    if (who == count_) return;
    add(activity, who, choice[who], -1);
    choice[who] = what;
    add(activity, who, what, 1);
  }
  polish(choice, node.masks);
  offer(choice);
}

/// Other years, additions, drops and swaps, as long as they help.
void Search::polish(Choice& choice, const Masks& masks) const {
  std::vector<double> activity(row_count_, 0);
  for (std::size_t i = 0; i < count_; ++i) add(activity, i, choice[i], 1);
  double now = value(choice);
  const auto gain_at_most = [&](std::size_t i, std::size_t o) {
    double most = minus_infinity;
    for (std::size_t k = 0; k < goals_; ++k)
      most = std::max(most, option(i, o).worth[k] - option(i, choice[i]).worth[k]);
    return most;
  };
  const auto try_to = [&](std::size_t i, std::size_t o) {
    const std::uint8_t old = choice[i];
    add(activity, i, old, -1);
    add(activity, i, o, 1);
    choice[i] = static_cast<std::uint8_t>(o);
    if (fits(activity))
      if (const double then = value(choice); then > now + 1e-12) {
        now = then;
        return true;
      }
    add(activity, i, o, -1);
    add(activity, i, old, 1);
    choice[i] = old;
    return false;
  };
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < count_; ++i)
      for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(left));
        if (o != choice[i] && gain_at_most(i, o) > 0 && try_to(i, o)) again = true;
      }
    for (std::size_t i = 0; i < count_ && !again; ++i)
      for (std::uint32_t less = masks[i]; less != 0 && !again; less &= less - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(less));
        if (o == choice[i]) continue;
        const std::uint8_t old = choice[i];
        const double loss = -gain_at_most(i, o);
        add(activity, i, old, -1);
        add(activity, i, o, 1);
        choice[i] = static_cast<std::uint8_t>(o);
        for (std::size_t j = 0; j < count_ && !again; ++j)
          for (std::uint32_t left = masks[j]; left != 0 && !again; left &= left - 1) {
            const auto p = static_cast<std::size_t>(std::countr_zero(left));
            if (j != i && p != choice[j] && gain_at_most(j, p) > loss && try_to(j, p)) again = true;
          }
        if (again) break;
        add(activity, i, o, -1);
        add(activity, i, old, 1);
        choice[i] = old;
      }
  }
}

void Search::run(const Effort& effort) {
  Node root{.masks = layout_.rows.allowed,
            .price = std::vector<double>(row_count_, 0),
            .weight = std::vector<double>(goals_, 1.0 / static_cast<double>(goals_)),
            .bound = std::numeric_limits<double>::infinity()};
  taken_.resize(count_);
  for (std::size_t i = 0; i < count_; ++i) taken_[i].assign(layout_.rows.options[i].size(), 0);
  reduced_ = std::vector<std::vector<double>>(count_);
  for (std::size_t i = 0; i < count_; ++i) reduced_[i].assign(layout_.rows.options[i].size(), 0);
  trial_.assign(count_ * layout_.flat.width, 0);
  if (!propagate(root.masks)) {
    complete_ = true;
    return;
  }
  {
    // The least one can do: what is decided, and nothing else.
    Choice least(count_, 0);
    std::vector<double> activity(row_count_, 0);
    for (std::size_t i = 0; i < count_; ++i) {
      least[i] = static_cast<std::uint8_t>(std::countr_zero(root.masks[i]));
      add(activity, i, least[i], 1);
    }
    if (fits(activity)) {
      polish(least, root.masks);
      offer(least);
    }
  }
  for (int round = 0; round < 3; ++round) {
    if (!improve(root, root_steps / (round + 1), round == 0 ? 1.5 : 0.5)) break;
    repair(root);
    if (found_ && !strike_out(root)) break;
    if (!propagate(root.masks)) {
      complete_ = true;
      bound_ = best_value_;
      return;
    }
  }
  std::vector<Node> open;
  open.push_back(std::move(root));
  bool first = true;
  while (!open.empty()) {
    if (nodes_ >= effort.nodes) break;
    Node node = std::move(open.back());
    open.pop_back();
    ++nodes_;
    if (node.bound <= best_value_ + tolerance()) continue;
    if (!propagate(node.masks)) continue;
    if (!improve(node, first ? 400 : node_steps, first ? 0.3 : 0.6)) continue;
    if (first || nodes_ % heuristic_every == 0 || !found_) repair(node);
    first = false;
    if (found_) {
      while (strike_out(node)) {
        if (std::any_of(node.masks.begin(), node.masks.end(), [](std::uint32_t mask) { return mask == 0; })) break;
        if (!propagate(node.masks)) {
          node.masks[0] = 0;
          break;
        }
      }
      if (std::any_of(node.masks.begin(), node.masks.end(), [](std::uint32_t mask) { return mask == 0; })) continue;
    }
    // Branch where the prices were least of one mind.
    std::size_t who = count_;
    double least_sure = 2;
    for (std::size_t i = 0; i < count_; ++i) {
      if (std::has_single_bit(node.masks[i])) continue;
      int most = 0;
      int sum = 0;
      for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1) {
        const int times = taken_[i][static_cast<std::size_t>(std::countr_zero(left))];
        most = std::max(most, times);
        sum += times;
      }
      const double sure = sum == 0 ? 0 : static_cast<double>(most) / sum;
      if (sure < least_sure) {
        least_sure = sure;
        who = i;
      }
    }
    if (who == count_) {
      Choice choice(count_, 0);
      for (std::size_t i = 0; i < count_; ++i) choice[i] = static_cast<std::uint8_t>(std::countr_zero(node.masks[i]));
      offer(choice);  // propagation keeps to the rows once one option of each is left
      continue;
    }
    std::uint32_t first_option = static_cast<std::uint32_t>(std::countr_zero(node.masks[who]));
    for (std::uint32_t left = node.masks[who]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::uint32_t>(std::countr_zero(left));
      if (taken_[who][o] > taken_[who][first_option]) first_option = o;
    }
    Node without = node;
    without.masks[who] &= ~(1U << first_option);
    node.masks[who] = 1U << first_option;
    open.push_back(std::move(without));
    open.push_back(std::move(node));
  }
  complete_ = open.empty();
  bound_ = best_value_;
  for (const Node& node : open) bound_ = std::max(bound_, node.bound);
}

}  // namespace

double Solution::gap() const { return bound > value ? (bound - value) / std::max(std::abs(bound), 1e-300) : 0; }

Solution solve(const Problem& problem, const Effort& effort) {
  ENSURE(!problem.goals.empty() && problem.years >= 1 && problem.years <= 30, "a problem has goals and 1 to 30 years");
  Search search(problem);
  search.run(effort);
  Solution out;
  out.nodes = search.nodes();
  out.phasing.resize(problem.candidates.size());
  if (!search.found()) {
    out.status = Status::infeasible;
    if (!search.complete()) out.bound = search.bound();
    return out;
  }
  for (std::size_t i = 0; i < problem.candidates.size(); ++i)
    if (search.best()[i] > 0) out.phasing[i] = search.best()[i] - 1U;
  out.value = value_of(problem, out.phasing);
  out.bound = search.complete() ? out.value : std::max(out.value, search.bound());
  out.status = search.complete() ? Status::optimal : Status::feasible;
  return out;
}

mip::Model to_mip(const Problem& problem) {
  const Rows rows = to_rows(problem);
  const bool several = problem.goals.size() > 1;
  mip::Model out;
  for (std::size_t i = 0; i < problem.candidates.size(); ++i)
    for (std::size_t t = 0; t < problem.years; ++t) {
      const mip::Column column = out.add_choice(several ? 0 : -rows.options[i][1 + t].worth[0]);
      if ((rows.allowed[i] >> (1 + t) & 1U) == 0) out.columns[column].high = 0;
    }
  const auto column_of = [&](std::size_t i, std::size_t t) { return static_cast<mip::Column>(i * problem.years + t); };
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
    mip::Row once;
    for (std::size_t t = 0; t < problem.years; ++t) once.terms.push_back({column_of(i, t), 1});
    once.right = 1;
    once.sense = (rows.allowed[i] & 1U) != 0 ? mip::Sense::at_most : mip::Sense::equal;
    out.add(std::move(once));
  }
  std::vector<mip::Row> others(rows.right.size());
  for (std::size_t r = 0; r < rows.right.size(); ++r) others[r].right = rows.right[r];
  for (std::size_t i = 0; i < problem.candidates.size(); ++i)
    for (std::size_t t = 0; t < problem.years; ++t)
      for (const auto& entry : rows.options[i][1 + t].entries)
        others[entry.row].terms.push_back({column_of(i, t), entry.factor});
  for (auto& row : others) out.add(std::move(row));
  if (!several) return out;
  double low = 0;
  for (const Goal& goal : problem.goals) {
    double sum = goal.offset;
    for (const auto& options : rows.options)
      for (const auto& option : options)
        for (const double worth : option.worth) sum -= std::abs(worth);
    low = std::min(low, sum);
  }
  const mip::Column least = out.add({.cost = -1, .low = low});
  for (std::size_t k = 0; k < problem.goals.size(); ++k) {
    mip::Row row;
    row.terms.push_back({least, 1});
    for (std::size_t i = 0; i < problem.candidates.size(); ++i)
      for (std::size_t t = 0; t < problem.years; ++t)
        row.terms.push_back({column_of(i, t), -rows.options[i][1 + t].worth[k]});
    row.right = problem.goals[k].offset;
    out.add(std::move(row));
  }
  return out;
}

Solution enumerate(const Problem& problem) {
  Solution out;
  out.phasing.resize(problem.candidates.size());
  Phasing now(problem.candidates.size());
  bool found = false;
  for (;;) {
    ++out.nodes;
    if (broken(problem, now).empty()) {
      const double value = value_of(problem, now);
      if (!found || value > out.value) {
        found = true;
        out.value = value;
        out.phasing = now;
      }
    }
    std::size_t i = 0;
    for (; i < now.size(); ++i) {
      now[i] = now[i] ? *now[i] + 1 : 0;
      if (*now[i] < problem.years) break;
      now[i].reset();
    }
    if (i == now.size()) break;
  }
  out.status = found ? Status::optimal : Status::infeasible;
  out.bound = out.value;
  return out;
}

}  // namespace veer::measures
