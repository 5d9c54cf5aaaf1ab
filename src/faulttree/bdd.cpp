#include "faulttree/bdd.hpp"

#include <algorithm>
#include <utility>

namespace veer::faulttree {

Edge Bdd::make(std::uint32_t level, Edge high, Edge low) {
  if (high == broken || low == broken) return broken;
  if (high == low) return high;
  const Edge flip = high & 1U;
  const std::uint32_t before = static_cast<std::uint32_t>(table_.capacity());
  const std::uint32_t node = table_.find_or_add(level, low ^ flip, high ^ flip);
  if (node == NodeTable::none) return broken;
  if (table_.capacity() != before && (before & (before - 1)) == 0) cache_.fit(before);
  return (node << 1U) | flip;
}

Edge Bdd::conjunction(Edge f, Edge g) {
  if (f == broken || g == broken) return broken;
  if (f == zero || g == zero || f == negated(g)) return zero;
  if (f == one || f == g) return g;
  if (g == one) return f;
  if (f > g) std::swap(f, g);
  if (const Edge known = cache_.find(f, g, operation_and); known != broken) return known;
  const std::uint32_t top = std::min(level(f), level(g));
  const Edge high = conjunction(high_at(f, top), high_at(g, top));
  if (high == broken) return broken;
  const Edge low = conjunction(low_at(f, top), low_at(g, top));
  const Edge result = make(top, high, low);
  if (result != broken) cache_.put(f, g, operation_and, result);
  return result;
}

Edge Bdd::exclusive(Edge f, Edge g) {
  if (f == broken || g == broken) return broken;
  const Edge flip = (f ^ g) & 1U;
  f &= ~Edge{1};
  g &= ~Edge{1};
  if (f == g) return zero ^ flip;
  if (f == one) return negated(g) ^ flip;
  if (g == one) return negated(f) ^ flip;
  if (f > g) std::swap(f, g);
  if (const Edge known = cache_.find(f, g, operation_xor); known != broken) return known ^ flip;
  const std::uint32_t top = std::min(level(f), level(g));
  const Edge high = exclusive(high_at(f, top), high_at(g, top));
  if (high == broken) return broken;
  const Edge low = exclusive(low_at(f, top), low_at(g, top));
  const Edge result = make(top, high, low);
  if (result == broken) return broken;
  cache_.put(f, g, operation_xor, result);
  return result ^ flip;
}

Edge Bdd::choice(Edge f, Edge g, Edge h) {
  if (f == broken || g == broken || h == broken) return broken;
  if (f == one) return g;
  if (f == zero) return h;
  if (complemented(f)) {
    f = negated(f);
    std::swap(g, h);
  }
  if (g == h) return g;
  if (g == one || f == g) return disjunction(f, h);
  if (g == zero || f == negated(g)) return conjunction(negated(f), h);
  if (h == zero || f == h) return conjunction(f, g);
  if (h == one || f == negated(h)) return disjunction(negated(f), g);
  if (g == negated(h)) return exclusive(f, h);
  const Edge flip = g & 1U;
  g ^= flip;
  h ^= flip;
  if (const Edge known = cache_.find(f, g, h); known != broken) return known ^ flip;
  const std::uint32_t top = std::min({level(f), level(g), level(h)});
  const Edge high = choice(high_at(f, top), high_at(g, top), high_at(h, top));
  if (high == broken) return broken;
  const Edge low = choice(low_at(f, top), low_at(g, top), low_at(h, top));
  const Edge result = make(top, high, low);
  if (result == broken) return broken;
  cache_.put(f, g, h, result);
  return result ^ flip;
}

bool Bdd::at_nothing(Edge f) const {
  while (!constant(f)) f = low(f);
  return f == one;
}

namespace {

/// Marks what these functions reach; `found` gets each node as it is met.
template <class Found>
std::vector<bool> reached(const NodeTable& table, std::span<const Edge> roots, Found&& found) {
  std::vector<bool> seen(table.capacity(), false);
  seen[0] = true;
  std::vector<std::uint32_t> open;
  const auto visit = [&](Edge f) {
    const std::uint32_t node = Bdd::index(f);
    if (seen[node]) return;
    seen[node] = true;
    open.push_back(node);
  };
  for (const Edge root : roots) visit(root);
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    found(node);
    visit(table[node].high);
    visit(table[node].low);
  }
  return seen;
}

}  // namespace

std::vector<std::uint32_t> Bdd::nodes_below(std::span<const Edge> roots) const {
  // Sorted by level in one pass: how many there are of each, then each to its place, by index within a level.
  std::vector<std::uint32_t> begin;
  std::size_t count = 0;
  const auto marks = reached(table_, roots, [&](std::uint32_t node) {
    const std::size_t level = table_.level(node);
    if (begin.size() < level + 2) begin.resize(level + 2, 0);
    ++begin[level + 1];
    ++count;
  });
  for (std::size_t level = 1; level < begin.size(); ++level) begin[level] += begin[level - 1];
  std::vector<std::uint32_t> out(count);
  for (std::uint32_t node = 1; node < marks.size(); ++node)
    if (marks[node]) out[begin[table_.level(node)]++] = node;
  return out;
}

void Bdd::collect(std::span<const Edge> roots) {
  table_.collect(reached(table_, roots, [](std::uint32_t) {}));
  cache_.forget();
}

}  // namespace veer::faulttree
