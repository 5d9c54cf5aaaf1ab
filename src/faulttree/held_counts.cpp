#include "faulttree/held_counts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "faulttree/held_shared.hpp"

namespace veer::faulttree {

std::size_t Counts::entries(std::span<const std::uint32_t> most) {
  std::size_t out = 1;
  for (const std::uint32_t one : most) {
    if (out > (std::size_t{1} << 40U)) return out;
    out *= one + 1;
  }
  return out;
}

namespace {

/// Ways in which a function holds and in which it fails, over the same events.
struct Ways {
  std::vector<std::uint32_t> most;
  std::vector<double> holds, fails;
};

Ways swapped(Ways ways) {
  std::swap(ways.holds, ways.fails);
  return ways;
}

/// Calls visit(place in the one, place in the other) for every entry of a smaller array set in a larger one, shifted.
template <class Visit>
void each_entry(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to, std::size_t shift,
                Visit&& visit) {
  std::vector<std::size_t> stride(to.size(), 1);
  for (std::size_t axis = to.size(); axis-- > 1;) stride[axis - 1] = stride[axis] * (to[axis] + 1);
  std::vector<std::uint32_t> at(from.size(), 0);
  std::size_t target = shift;
  const std::size_t count = Counts::entries(from);
  for (std::size_t i = 0; i < count; ++i) {
    visit(i, target);
    for (std::size_t axis = from.size(); axis-- > 0;) {
      target += stride[axis];
      if (++at[axis] <= from[axis]) break;
      target -= stride[axis] * (from[axis] + 1);
      at[axis] = 0;
    }
  }
}

/// into += a ∗ b: the ways of two functions of different events at once.
void add_product(std::span<const std::uint32_t> most_a, std::span<const double> a,
                 std::span<const std::uint32_t> most_b, std::span<const double> b, std::span<const std::uint32_t> most,
                 std::vector<double>& into) {
  each_entry(most_a, most, 0, [&](std::size_t i, std::size_t shift) {
    if (a[i] == 0) return;
    each_entry(most_b, most, shift, [&](std::size_t j, std::size_t target) { into[target] += a[i] * b[j]; });
  });
}

/// Works the ways out from the leaves of the diagrams up, one module after the other.
class Counting {
 public:
  Counting(const Diagrams& diagrams, std::span<const std::int32_t> axis_of, std::span<const double> probability,
           std::size_t axes, std::size_t most_entries, Limits& limits)
      : diagrams_(diagrams),
        axis_of_(axis_of),
        probability_(probability),
        axes_(axes),
        most_entries_(most_entries),
        limits_(limits) {}

  Result<std::optional<Counts>> run() {
    for (const ModuleDiagram& module : diagrams_.modules) {
      TRY(auto ways, of_module(module));
      if (!ways) return std::optional<Counts>();
      modules_.push_back(*std::move(ways));
    }
    Ways top = diagrams_.top().flipped ? swapped(modules_.back()) : modules_.back();
    return std::optional(Counts{std::move(top.most), std::move(top.holds)});
  }

 private:
  /// The ways of a single variable.
  Ways of_variable(ModuleVariable variable) const {
    if (variable.is_module) return modules_[variable.index];
    Ways out{std::vector<std::uint32_t>(axes_, 0), {}, {}};
    const std::int32_t axis = axis_of_[variable.index];
    if (axis < 0) {
      out.holds = {probability_[variable.index]};
      out.fails = {1 - probability_[variable.index]};
      return out;
    }
    out.most[static_cast<std::size_t>(axis)] = 1;
    out.holds = {0, 1};
    out.fails = {1, 0};
    return out;
  }

  /// The same function over the events of one more level.
  static Ways lifted(const Ways& ways, const Ways& variable) {
    Ways all = variable;
    for (std::size_t i = 0; i < all.holds.size(); ++i) all.holds[i] += all.fails[i];
    Ways out;
    out.most = ways.most;
    for (std::size_t axis = 0; axis < out.most.size(); ++axis) out.most[axis] += variable.most[axis];
    out.holds.assign(Counts::entries(out.most), 0);
    out.fails = out.holds;
    add_product(all.most, all.holds, ways.most, ways.holds, out.most, out.holds);
    add_product(all.most, all.holds, ways.most, ways.fails, out.most, out.fails);
    return out;
  }

  Result<std::optional<Ways>> of_module(const ModuleDiagram& module) {
    std::vector<Ways> variables;
    for (const ModuleVariable variable : module.variables) variables.push_back(of_variable(variable));
    std::vector<std::uint32_t> whole(axes_, 0);
    for (const Ways& variable : variables)
      for (std::size_t axis = 0; axis < axes_; ++axis) whole[axis] += variable.most[axis];
    if (Counts::entries(whole) > most_entries_) return std::optional<Ways>();
    const Edge roots[] = {module.root};
    const auto nodes = module.bdd->nodes_below(roots);
    std::map<std::uint32_t, std::uint32_t> uses;  // by node: how often it is still wanted
    ++uses[Bdd::index(module.root)];
    for (const std::uint32_t node : nodes) {
      ++uses[Bdd::index(module.bdd->table()[node].high)];
      ++uses[Bdd::index(module.bdd->table()[node].low)];
    }
    BookedBytes booked(limits_);
    std::map<std::uint32_t, Ways> known;
    const auto take = [&](Edge f, std::size_t level) {
      const std::uint32_t node = Bdd::index(f);
      Ways ways = node == 0 ? Ways{std::vector<std::uint32_t>(axes_, 0), {1}, {0}} : known.at(node);
      std::size_t from = node == 0 ? module.variables.size() : module.bdd->table().level(node);
      while (from > level) ways = lifted(ways, variables[--from]);
      if (node != 0 && --uses[node] == 0) known.erase(node);
      return Bdd::complemented(f) ? swapped(std::move(ways)) : ways;
    };
    for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
      if (limits_.stop_asked_now()) return fail(limits_.error(Stop::asked));
      const DiagramNode& shape = module.bdd->table()[*it];
      const Ways& variable = variables[shape.level];
      const Ways high = take(shape.high, shape.level + 1);
      const Ways low = take(shape.low, shape.level + 1);
      Ways out;
      out.most = high.most;
      for (std::size_t axis = 0; axis < axes_; ++axis) out.most[axis] += variable.most[axis];
      TRY_DONE(booked.add(2 * sizeof(double) * Counts::entries(out.most)));
      out.holds.assign(Counts::entries(out.most), 0);
      out.fails = out.holds;
      add_product(variable.most, variable.holds, high.most, high.holds, out.most, out.holds);
      add_product(variable.most, variable.fails, low.most, low.holds, out.most, out.holds);
      add_product(variable.most, variable.holds, high.most, high.fails, out.most, out.fails);
      add_product(variable.most, variable.fails, low.most, low.fails, out.most, out.fails);
      known.emplace(*it, std::move(out));
    }
    return std::optional(take(module.root, 0));
  }

  const Diagrams& diagrams_;
  std::span<const std::int32_t> axis_of_;
  std::span<const double> probability_;
  std::size_t axes_;
  std::size_t most_entries_;
  Limits& limits_;
  std::vector<Ways> modules_;
};

}  // namespace

Result<std::optional<Counts>> ways_by_counts(const Diagrams& diagrams, std::span<const std::int32_t> axis_of,
                                             std::span<const double> probability, std::size_t axes,
                                             std::size_t most_entries, Limits& limits) {
  return Counting(diagrams, axis_of, probability, axes, most_entries, limits).run();
}

}  // namespace veer::faulttree
