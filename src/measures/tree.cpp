#include "measures/tree.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace veer::measures {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int node_pivots = 2000;
constexpr int trial_pivots = 30;
constexpr int reliable = 4;  ///< answers seen before they are believed
constexpr std::size_t most_trials = 8;
constexpr std::size_t most_open = 100;  ///< above it the newest goes on, so that memory stays small
constexpr int most_cut_rounds = 25;
constexpr std::uint64_t wish_every = 100;
constexpr double whole = 1e-6;
constexpr double least_cost = 1e-7;  ///< of an answer, so that a free one does not hide the other

}  // namespace

Tree::Tree(Layout layout)
    : layout_(std::move(layout)),
      best_value_(-infinite),
      // Worth is scaled to add up to 1 at most.
      floor_(*std::min_element(layout_.offset().begin(), layout_.offset().end()) - 1.5),
      bound_(infinite),
      history_(layout_.count() * layout_.width()) {}

double Tree::least() const { return best_ ? best_value_ + 1e-10 * (1 + std::abs(best_value_)) : floor_; }

void Tree::offer(const Options& options) {
  if (!Draft(layout_, options).fits()) return;
  const double own = value_of(layout_, options);
  if (best_ && own <= best_value_) return;
  best_ = options;
  best_value_ = own;
}

void Tree::wish(const Node& node) {
  Options wished(layout_.count(), 0);
  for (std::size_t i = 0; i < layout_.count(); ++i) {
    auto chosen = static_cast<std::size_t>(std::countr_zero(node.masks[i]));
    for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1)
      if (const auto o = static_cast<std::size_t>(std::countr_zero(left));
          node.relaxation.share(i, o) > node.relaxation.share(i, chosen))
        chosen = o;
    wished[i] = static_cast<std::uint8_t>(chosen);
  }
  if (const auto plan = repaired(layout_, node.masks, std::move(wished))) offer(*plan);
}

Tree::Outlook Tree::solve(Node& node) {
  for (int again = 0; again < 2; ++again) {
    const Relaxation::End end = node.relaxation.solve(least(), node_pivots);
    const Proof proof(layout_, node.masks, node.relaxation.prices());
    node.bound = std::min(node.bound, proof.bound());
    if (node.bound <= least()) return Outlook::closed;
    if (end == Relaxation::End::optimal || end == Relaxation::End::unfinished) return Outlook::open;
    // The tableau says more than its prices prove: rounding has spoilt it. A fresh one starts clean.
    node.relaxation = Relaxation(layout_, node.masks);
  }
  return Outlook::open;
}

Tree::Outlook Tree::settle(Node& node) {
  for (;;) {
    if (!propagate(layout_, node.masks, node.settled)) return Outlook::closed;
    node.relaxation.restrict_to(node.masks);
    if (solve(node) == Outlook::closed) return Outlook::closed;
    if (decided(node.masks)) {
      Options options;
      for (const std::uint32_t mask : node.masks) options.push_back(static_cast<std::uint8_t>(std::countr_zero(mask)));
      offer(options);
      return Outlook::closed;
    }
    if (!best_) return Outlook::open;
    const Proof proof(layout_, node.masks, node.relaxation.prices());
    if (!proof.strike_out(node.masks, least())) return Outlook::open;
  }
}

std::vector<Tree::Split> Tree::splits(const Node& node) const {
  std::vector<Split> out;
  for (std::size_t i = 0; i < layout_.count(); ++i) {
    if (only_one(node.masks[i])) continue;
    double share = 0;
    std::uint32_t options = 0;
    for (std::size_t o = 1; o < layout_.width(); ++o) {
      if ((node.masks[i] >> o & 1U) == 0) continue;
      share += node.relaxation.share(i, o);
      options |= 1U << o;
      if (options == node.masks[i] || share < whole || share > 1 - whole) continue;
      Split split{
          .candidate = i, .options = options, .share = share, .history = i * layout_.width() + o, .penalty = {}};
      split.penalty = node.relaxation.penalty(i, options);
      const History& seen = history_[split.history];
      double without = split.penalty.without;
      double within = split.penalty.within;
      if (seen.without_count > 0) without = std::max(without, share * seen.without / seen.without_count);
      if (seen.within_count > 0) within = std::max(within, (1 - share) * seen.within / seen.within_count);
      split.score = std::max(without, least_cost) * std::max(within, least_cost);
      out.push_back(split);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Split& a, const Split& b) { return a.score > b.score; });
  return out;
}

void Tree::learn(const Split& split, bool within, double loss) {
  History& seen = history_[split.history];
  if (within) {
    seen.within += loss / (1 - split.share);
    ++seen.within_count;
  } else {
    seen.without += loss / split.share;
    ++seen.without_count;
  }
}

std::optional<Tree::Split> Tree::choose(Node& node) {
  auto all = splits(node);
  if (all.empty()) {
    // Every part is whole, and yet the choice is not proven: any question will do.
    for (std::size_t i = 0; i < layout_.count(); ++i)
      if (!only_one(node.masks[i])) {
        std::uint32_t taken = node.masks[i] & (~node.masks[i] + 1U);
        for (std::uint32_t left = node.masks[i]; left != 0; left &= left - 1)
          if (node.relaxation.share(i, static_cast<std::size_t>(std::countr_zero(left))) > 0.5)
            taken = left & (~left + 1U);
        return Split{.candidate = i, .options = taken, .share = 1, .history = i * layout_.width(), .penalty = {}};
      }
  }
  Split* best = &all.front();
  std::size_t trials = 0;
  bool first = true;
  for (Split& split : all) {
    if (trials >= most_trials) break;
    const History& seen = history_[split.history];
    if (std::min(seen.without_count, seen.within_count) >= reliable) {
      if (first) best = &split;
      first = false;
      continue;
    }
    ++trials;
    std::array<double, 2> loss{};
    for (const bool within : {false, true}) {
      Masks masks = node.masks;
      masks[split.candidate] &= within ? split.options : ~split.options;
      Relaxation trial = node.relaxation;
      trial.restrict_to(masks);
      const double before = trial.objective();
      trial.solve(least(), trial_pivots);
      const Proof proof(layout_, masks, trial.prices());
      if (proof.bound() <= least()) {
        node.masks[split.candidate] &= within ? ~split.options : split.options;
        return std::nullopt;
      }
      loss[within ? 1 : 0] = std::max(0.0, before - trial.objective());
      learn(split, within, loss[within ? 1 : 0]);
    }
    split.score = std::max(loss[0], least_cost) * std::max(loss[1], least_cost);
    if (first || split.score > best->score) best = &split;
    first = false;
  }
  return *best;
}

void Tree::root_cuts(Node& node) {
  std::vector<Layout::Row> kept;
  int idle = 0;
  for (int round = 0; round < most_cut_rounds && idle < 3; ++round) {
    auto fresh = covers(layout_, node.masks, node.relaxation);
    if (fresh.empty()) break;
    const double before = node.bound;
    for (const auto& cut : fresh) {
      kept.push_back(cut);
      node.relaxation.append(cut);
    }
    layout_.set_cuts(kept);
    node.settled.clear();
    if (settle(node) == Outlook::closed) {
      node.bound = -infinite;
      return;
    }
    idle = before - node.bound > 1e-4 * std::abs(before) ? 0 : idle + 1;
  }
  // Only cuts that hold the bound down are worth carrying through the tree.
  std::vector<Layout::Row> binding;
  for (std::size_t c = 0; c < kept.size(); ++c)
    if (node.relaxation.binds(layout_.own_row_count() + c)) binding.push_back(kept[c]);
  layout_.set_cuts(std::move(binding));
  node.settled.clear();
  node.relaxation = Relaxation(layout_, node.masks);
}

void Tree::plant() {
  Masks masks = layout_.allowed();
  Masks settled;
  if (!propagate(layout_, masks, settled)) return;
  // The least one can do: what is decided, and nothing else.
  Options idle;
  for (const std::uint32_t mask : masks) idle.push_back(static_cast<std::uint8_t>(std::countr_zero(mask)));
  offer(idle);
  Node root{.masks = masks, .settled = settled, .relaxation = Relaxation(layout_, masks), .bound = infinite};
  if (settle(root) == Outlook::closed) return;
  wish(root);
  root_cuts(root);
  if (root.bound <= least() || settle(root) == Outlook::closed) return;
  wish(root);
  open_.push_back(std::move(root));
}

bool Tree::branch(Node node) {
  std::optional<Split> split;
  for (bool wished = nodes_ % wish_every != 1; !split; wished = true) {
    if (settle(node) == Outlook::closed) return false;
    if (!wished) wish(node);
    split = choose(node);
  }
  node.relaxation.compact();
  Node other = node;
  const double before = node.relaxation.objective();
  node.masks[split->candidate] &= split->options;
  other.masks[split->candidate] &= ~split->options;
  const bool within_open = settle(node) == Outlook::open;
  const bool without_open = settle(other) == Outlook::open;
  if (split->share < 1) {
    learn(*split, true, std::max(0.0, before - node.relaxation.objective()));
    learn(*split, false, std::max(0.0, before - other.relaxation.objective()));
  }
  // The better answer lies on top.
  const bool within_first = within_open && (!without_open || node.bound >= other.bound);
  if (within_open && !within_first) open_.push_back(std::move(node));
  if (without_open) open_.push_back(std::move(other));
  if (within_first) open_.push_back(std::move(node));
  return within_open || without_open;
}

void Tree::grow(std::uint64_t nodes) {
  plant();
  bool diving = false;
  while (!open_.empty() && nodes_ < nodes) {
    if (!diving && open_.size() < most_open) {
      auto highest = open_.end() - 1;
      for (auto node = open_.begin(); node != open_.end(); ++node)
        if (node->bound > highest->bound) highest = node;
      std::iter_swap(highest, open_.end() - 1);
    }
    Node node = std::move(open_.back());
    open_.pop_back();
    ++nodes_;
    diving = branch(std::move(node));
  }
  complete_ = open_.empty();
  bound_ = best_ ? best_value_ : -infinite;
  for (const Node& node : open_) bound_ = std::max(bound_, node.bound);
}

}  // namespace veer::measures
