#include "faulttree/sifting.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace veer::faulttree {

Sifting::Sifting(const Bdd& bdd, std::span<const Edge> roots, std::uint32_t level_count, std::uint32_t fixed)
    : tables_(level_count), level_of_(level_count), variable_at_(level_count), fixed_(fixed) {
  std::iota(level_of_.begin(), level_of_.end(), 0U);
  std::iota(variable_at_.begin(), variable_at_.end(), 0U);
  const std::vector<std::uint32_t> order = bdd.nodes_below(roots);  // by level from the top down
  nodes_.reserve(order.size() * 2);
  nodes_.emplace_back();
  std::vector<std::uint32_t> place(bdd.table().capacity(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::uint32_t>(i + 1);
  const auto copied = [&](Edge f) { return place[Bdd::index(f)] << 1U | (f & 1U); };
  for (const std::uint32_t from : order) {
    const DiagramNode& shape = bdd.table()[from];
    nodes_.push_back({shape.level, copied(shape.high), copied(shape.low), 0, none});
  }
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    hold(nodes_[node].high);
    hold(nodes_[node].low);
    insert(nodes_[node].variable, node);
  }
  for (const Edge root : roots) {
    roots_.push_back(copied(root));
    hold(roots_.back());
  }
  size_ = order.size();
}

void Sifting::insert(std::uint32_t variable, std::uint32_t node) {
  Table& table = tables_[variable];
  if (table.count >= table.buckets.size()) {
    const std::vector<std::uint32_t> before = std::exchange(
        table.buckets, std::vector<std::uint32_t>(std::max<std::size_t>(8, 2 * table.buckets.size()), none));
    for (std::uint32_t first : before)
      while (first != none) {
        Node& one = nodes_[first];
        const std::uint32_t next = one.next;
        std::uint32_t& bucket = table.buckets[hash(one.low, one.high) & (table.buckets.size() - 1)];
        one.next = std::exchange(bucket, first);
        first = next;
      }
  }
  std::uint32_t& bucket = table.buckets[hash(nodes_[node].low, nodes_[node].high) & (table.buckets.size() - 1)];
  nodes_[node].next = std::exchange(bucket, node);
  ++table.count;
}

void Sifting::remove(std::uint32_t variable, std::uint32_t node) {
  Table& table = tables_[variable];
  std::uint32_t* at = &table.buckets[hash(nodes_[node].low, nodes_[node].high) & (table.buckets.size() - 1)];
  while (*at != node) at = &nodes_[*at].next;
  *at = nodes_[node].next;
  --table.count;
}

Edge Sifting::find_or_add(std::uint32_t variable, Edge low, Edge high) {
  if (low == high) return high;
  const Edge flip = high & 1U;
  low ^= flip;
  high ^= flip;
  const Table& table = tables_[variable];
  if (!table.buckets.empty())
    for (std::uint32_t i = table.buckets[hash(low, high) & (table.buckets.size() - 1)]; i != none; i = nodes_[i].next)
      if (nodes_[i].low == low && nodes_[i].high == high) return (i << 1U) | flip;
  std::uint32_t node = free_;
  if (node != none) {
    free_ = nodes_[node].next;
  } else {
    node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
  }
  nodes_[node] = {variable, high, low, 0, none};
  hold(high);
  hold(low);
  insert(variable, node);
  ++size_;
  return (node << 1U) | flip;
}

void Sifting::let_go(Edge f) {
  open_.push_back(f >> 1U);
  while (!open_.empty()) {
    const std::uint32_t node = open_.back();
    open_.pop_back();
    if (--nodes_[node].references > 0 || node == 0) continue;
    remove(nodes_[node].variable, node);
    open_.push_back(nodes_[node].high >> 1U);
    open_.push_back(nodes_[node].low >> 1U);
    nodes_[node].variable = none;
    nodes_[node].next = std::exchange(free_, node);
    --size_;
  }
}

void Sifting::swap(std::uint32_t level) {
  const std::uint32_t upper = variable_at_[level];
  const std::uint32_t lower = variable_at_[level + 1];
  Table& table = tables_[upper];
  moving_.clear();
  work_ += table.count + 1;
  for (std::uint32_t& bucket : table.buckets) {
    std::uint32_t* at = &bucket;
    while (*at != none) {
      Node& node = nodes_[*at];
      if (!is_of(node.high, lower) && !is_of(node.low, lower)) {
        at = &node.next;
        continue;
      }
      moving_.push_back(*at);
      *at = node.next;
      --table.count;
    }
  }
  work_ += 3 * moving_.size();
  for (const std::uint32_t node : moving_) {
    const Edge high = nodes_[node].high;
    const Edge low = nodes_[node].low;
    const auto half = [&](Edge f, bool holds) {
      if (!is_of(f, lower)) return f;
      const Node& below = nodes_[f >> 1U];
      return (holds ? below.high : below.low) ^ (f & 1U);
    };
    const Edge new_high = find_or_add(upper, half(low, true), half(high, true));
    hold(new_high);
    const Edge new_low = find_or_add(upper, half(low, false), half(high, false));
    hold(new_low);
    nodes_[node].variable = lower;
    nodes_[node].high = new_high;
    nodes_[node].low = new_low;
    insert(lower, node);
    let_go(high);
    let_go(low);
  }
  std::swap(variable_at_[level], variable_at_[level + 1]);
  std::swap(level_of_[upper], level_of_[lower]);
}

void Sifting::sift(std::uint32_t variable, std::size_t most_work) {
  const auto last = static_cast<std::uint32_t>(variable_at_.size() - 1);
  const std::uint32_t start = level_of_[variable];
  std::size_t best = size_;
  std::uint32_t best_level = start;
  const auto carry = [&](bool down) {
    const std::size_t most_size = best + best / 20 + 16;
    while (down ? level_of_[variable] < last : level_of_[variable] > fixed_) {
      swap(down ? level_of_[variable] : level_of_[variable] - 1);
      if (size_ < best) {
        best = size_;
        best_level = level_of_[variable];
      }
      if (size_ > most_size || work_ > most_work) return;
    }
  };
  const bool down_first = last - start < start - fixed_;
  carry(down_first);
  carry(!down_first);
  while (level_of_[variable] < best_level) swap(level_of_[variable]);
  while (level_of_[variable] > best_level) swap(level_of_[variable] - 1);
}

bool Sifting::run(std::size_t most_work, Limits& limits) {
  std::vector<std::uint32_t> turns;
  for (std::uint32_t variable = fixed_; variable < tables_.size(); ++variable)
    if (tables_[variable].count > 1) turns.push_back(variable);
  std::stable_sort(turns.begin(), turns.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return tables_[a].count > tables_[b].count; });
  for (const std::uint32_t variable : turns) {
    if (limits.stop_asked_now()) return false;
    if (work_ > most_work) break;
    sift(variable, most_work);
  }
  return true;
}

std::vector<Edge> Sifting::write_to(Bdd& fresh) const {
  std::vector<Edge> made(nodes_.size(), Bdd::one);
  const auto edge = [&](Edge f) { return made[f >> 1U] == Bdd::broken ? Bdd::broken : made[f >> 1U] ^ (f & 1U); };
  for (auto level = static_cast<std::uint32_t>(variable_at_.size()); level-- > 0;)
    for (std::uint32_t first : tables_[variable_at_[level]].buckets)
      for (std::uint32_t node = first; node != none; node = nodes_[node].next)
        made[node] = fresh.make(level, edge(nodes_[node].high), edge(nodes_[node].low));
  std::vector<Edge> out;
  for (const Edge root : roots_) out.push_back(edge(root));
  return out;
}

}  // namespace veer::faulttree
