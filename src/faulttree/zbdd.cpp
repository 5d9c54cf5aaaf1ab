#include "faulttree/zbdd.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace veer::faulttree {

Family Zbdd::make(std::uint32_t level, Family high, Family low) {
  if (high == broken || low == broken) return broken;
  if (high == none) return low;
  const std::size_t before = table_.capacity();
  const std::uint32_t node = table_.find_or_add(level, low, high);
  if (node == NodeTable::none) return broken;
  if (table_.capacity() != before && (before & (before - 1)) == 0) cache_.fit(before);
  return node;
}

bool Zbdd::holds_empty_set(Family f) const {
  while (!terminal(f)) f = low(f);
  return f == unit;
}

Family Zbdd::joined(Family a, Family b) {
  if (a == broken || b == broken) return broken;
  if (a == none || a == b) return b;
  if (b == none) return a;
  if (a > b) std::swap(a, b);
  if (const Family known = cache_.find(a, b, operation_join); known != broken) return known;
  const std::uint32_t top = std::min(level(a), level(b));
  const Family high = level(a) != top   ? this->high(b)
                      : level(b) != top ? this->high(a)
                                        : joined(this->high(a), this->high(b));
  const Family low = joined(level(a) == top ? this->low(a) : a, level(b) == top ? this->low(b) : b);
  const Family result = make(top, high, low);
  if (result != broken) cache_.put(a, b, operation_join, result);
  return result;
}

Family Zbdd::difference(Family a, Family b) {
  if (a == broken || b == broken) return broken;
  if (a == none || a == b) return none;
  if (b == none) return a;
  if (a == unit) return holds_empty_set(b) ? none : unit;
  if (level(a) > level(b)) return difference(a, low(b));
  if (const Family known = cache_.find(a, b, operation_difference); known != broken) return known;
  const bool same = level(a) == level(b);
  const Family high = same ? difference(this->high(a), this->high(b)) : this->high(a);
  const Family low = difference(this->low(a), same ? this->low(b) : b);
  const Family result = make(level(a), high, low);
  if (result != broken) cache_.put(a, b, operation_difference, result);
  return result;
}

Family Zbdd::without(Family a, Family b) {
  if (a == broken || b == broken) return broken;
  if (a == none || b == unit || a == b) return none;
  if (b == none) return a;
  if (a == unit) return holds_empty_set(b) ? none : unit;
  if (level(a) > level(b)) return without(a, low(b));
  if (const Family known = cache_.find(a, b, operation_without); known != broken) return known;
  const bool same = level(a) == level(b);
  // A set that holds the variable is beaten by sets of b with it and by those without it.
  const Family high = same ? without(without(this->high(a), this->high(b)), this->low(b)) : without(this->high(a), b);
  const Family low = without(this->low(a), same ? this->low(b) : b);
  const Family result = make(level(a), high, low);
  if (result != broken) cache_.put(a, b, operation_without, result);
  return result;
}

Family Zbdd::unsolved(Family a, const Bdd& bdd, Edge f) {
  if (a == broken || a == none || f == Bdd::zero) return a;
  if (f == Bdd::one) return none;
  while (level(a) > bdd.level(f)) f = bdd.low(f);  // a variable that no set of `a` holds
  if (f == Bdd::zero) return a;
  if (f == Bdd::one) return none;
  if (const Family known = cache_.find(a, f, operation_unsolved); known != broken) return known;
  const bool same = level(a) == bdd.level(f);
  const Family high = unsolved(this->high(a), bdd, same ? bdd.high(f) : f);
  if (high == broken) return broken;
  const Family low = unsolved(this->low(a), bdd, same ? bdd.low(f) : f);
  const Family result = make(level(a), high, low);
  if (result != broken) cache_.put(a, f, operation_unsolved, result);
  return result;
}

std::vector<Family> Zbdd::nodes_below(std::span<const Family> roots) const {
  std::vector<bool> seen(table_.capacity(), false);
  seen[none] = seen[unit] = true;
  std::vector<Family> found;
  std::vector<Family> open;
  const auto visit = [&](Family f) {
    if (seen[f]) return;
    seen[f] = true;
    open.push_back(f);
  };
  for (const Family root : roots) visit(root);
  while (!open.empty()) {
    const Family node = open.back();
    open.pop_back();
    found.push_back(node);
    visit(high(node));
    visit(low(node));
  }
  std::sort(found.begin(), found.end(),
            [this](Family a, Family b) { return std::pair{level(a), a} < std::pair{level(b), b}; });
  return found;
}

void Zbdd::collect(std::span<const Family> roots) {
  std::vector<bool> marks(table_.capacity(), false);
  marks[none] = marks[unit] = true;
  for (const Family node : nodes_below(roots)) marks[node] = true;
  table_.collect(marks);
  cache_.forget();
}

namespace {

/// minimal_solutions: one function after the other, each with its complement bit, those below first.
class MinimalSolutions {
 public:
  MinimalSolutions(const Bdd& bdd, Zbdd& zbdd, bool monotone) : bdd_(bdd), zbdd_(zbdd), monotone_(monotone) {}

  Family run(Edge root) {
    count_uses(root);
    for (std::size_t i = order_.size(); i-- > 0;) {
      const Edge f = order_[i];
      const Edge high = bdd_.high(f);
      const Edge low = bdd_.low(f);
      const Family unbeaten = monotone_ ? zbdd_.unsolved(of(high), bdd_, low) : zbdd_.without(of(high), of(low));
      const Family found = zbdd_.make(bdd_.level(f), unbeaten, of(low));
      if (found == Zbdd::broken) return Zbdd::broken;
      known_[f].family = found;
      release(high);
      release(low);
      if (zbdd_.table().size() > next_collection_) collect();
    }
    return of(root);
  }

 private:
  struct Known {
    Family family = Zbdd::none;
    std::uint32_t uses = 0;
  };

  void count_uses(Edge root) {
    std::vector<Edge> open;
    const auto use = [&](Edge f) {
      if (bdd_.constant(f)) return;
      if (known_[f].uses++ == 0) open.push_back(f);
    };
    known_.resize(2 * bdd_.table().capacity());
    use(root);
    while (!open.empty()) {
      const Edge f = open.back();
      open.pop_back();
      order_.push_back(f);
      use(bdd_.high(f));
      use(bdd_.low(f));
    }
    std::sort(order_.begin(), order_.end(),
              [this](Edge a, Edge b) { return std::pair{bdd_.level(a), a} < std::pair{bdd_.level(b), b}; });
  }

  [[nodiscard]] Family of(Edge f) const {
    return f == Bdd::one ? Zbdd::unit : f == Bdd::zero ? Zbdd::none : known_[f].family;
  }

  void release(Edge f) {
    if (bdd_.constant(f)) return;
    if (--known_[f].uses == 0) known_[f].family = Zbdd::none;
  }

  void collect() {
    std::vector<Family> needed;
    for (const Edge f : order_)
      if (!Zbdd::terminal(known_[f].family)) needed.push_back(known_[f].family);
    zbdd_.collect(needed);
    next_collection_ = std::max(least_collection, 2 * zbdd_.table().size());
  }

  static constexpr std::size_t least_collection = std::size_t{1} << 18U;
  const Bdd& bdd_;
  Zbdd& zbdd_;
  bool monotone_;
  std::vector<Edge> order_;
  std::vector<Known> known_;  ///< by edge
  std::size_t next_collection_ = least_collection;
};

/// prime_implicants, by recursion on the function: those of f₀·f₁, and with a literal what is left of those of f₁, f₀.
class PrimeImplicants {
 public:
  PrimeImplicants(Bdd& bdd, Zbdd& zbdd) : bdd_(bdd), zbdd_(zbdd) {}

  Family run(Edge f) {
    if (f == Bdd::broken) return Zbdd::broken;
    if (f == Bdd::one) return Zbdd::unit;
    if (f == Bdd::zero) return Zbdd::none;
    if (const auto found = known_.find(f); found != known_.end()) return found->second;
    const std::uint32_t level = bdd_.level(f);
    const Edge high = bdd_.high(f);
    const Edge low = bdd_.low(f);
    const Family both = run(bdd_.conjunction(high, low));
    if (both == Zbdd::broken) return Zbdd::broken;
    const Family with = zbdd_.difference(run(high), both);
    if (with == Zbdd::broken) return Zbdd::broken;
    const Family complement = zbdd_.difference(run(low), both);
    const Family result = zbdd_.make(2 * level, with, zbdd_.make(2 * level + 1, complement, both));
    if (result != Zbdd::broken) known_.emplace(f, result);
    return result;
  }

 private:
  Bdd& bdd_;
  Zbdd& zbdd_;
  std::unordered_map<Edge, Family> known_;  // looked up only, never gone through
};

}  // namespace

Family minimal_solutions(const Bdd& bdd, Edge f, Zbdd& zbdd, bool monotone) {
  return MinimalSolutions(bdd, zbdd, monotone).run(f);
}

Family prime_implicants(Bdd& bdd, Edge f, Zbdd& zbdd) { return PrimeImplicants(bdd, zbdd).run(f); }

}  // namespace veer::faulttree
