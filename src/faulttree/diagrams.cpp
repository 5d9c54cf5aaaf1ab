#include "faulttree/diagrams.hpp"

#include <algorithm>
#include <utility>

#include "faulttree/simplify.hpp"

namespace veer::faulttree {

namespace {

/// Operations on diagrams call themselves once a level; beyond this many the stack of a thread is at risk.
constexpr std::size_t most_variables = 20000;

/// Builds the diagram of a circuit in one order.
class Building {
 public:
  Building(const Circuit& circuit, const std::vector<std::uint32_t>& level, const std::vector<bool>& flipped, Bdd& bdd)
      : circuit_(circuit), bdd_(bdd), edge_(circuit.node_count(), Bdd::one), uses_(circuit.node_count(), 0) {
    for (const CircuitGate& gate : circuit.gates)
      for (const Ref input : gate.inputs) ++uses_[input.node()];
    ++uses_[circuit.top.node()];
    for (std::uint32_t event = 0; event < circuit.event_count; ++event)
      edge_[event + 1] = bdd.variable(level[event]) ^ (flipped[event] ? 1U : 0U);
  }

  Edge run() {
    for (std::size_t g = 0; g < circuit_.gates.size(); ++g) {
      const CircuitGate& gate = circuit_.gates[g];
      const Edge made = build(gate);
      if (made == Bdd::broken) return Bdd::broken;
      edge_[circuit_.node_of_gate(g)] = made;
      gates_done_ = g + 1;
      for (const Ref input : gate.inputs)
        if (--uses_[input.node()] == 0) edge_[input.node()] = Bdd::one;
      if (bdd_.table().size() > next_collection_) collect();
    }
    return of(circuit_.top);
  }
  [[nodiscard]] std::size_t gates_done() const { return gates_done_; }

 private:
  static constexpr std::size_t least_collection = std::size_t{1} << 16U;

  [[nodiscard]] Edge of(Ref ref) const {
    const Edge edge = edge_[ref.node()];
    return ref.negative() ? Bdd::negated(edge) : edge;
  }

  /// The inputs, those that begin deepest in the order first: joined in that order, what is in between stays small.
  std::vector<Edge> inputs_of(const CircuitGate& gate, bool negated) const {
    std::vector<Edge> out;
    for (const Ref input : gate.inputs) out.push_back(negated ? Bdd::negated(of(input)) : of(input));
    std::stable_sort(out.begin(), out.end(), [this](Edge a, Edge b) { return bdd_.level(a) > bdd_.level(b); });
    return out;
  }

  Edge build(const CircuitGate& gate) {
    switch (gate.kind) {
      case GateKind::all:
        return conjunction(inputs_of(gate, false));
      case GateKind::any:
        return Bdd::negated(conjunction(inputs_of(gate, true)));
      case GateKind::odd: {
        Edge out = Bdd::zero;
        for (const Edge input : inputs_of(gate, false)) out = bdd_.exclusive(input, out);
        return out;
      }
      case GateKind::atleast:
        return atleast(gate);
    }
    return Bdd::broken;
  }

  Edge conjunction(const std::vector<Edge>& inputs) {
    Edge out = Bdd::one;
    for (const Edge input : inputs) out = bdd_.conjunction(input, out);
    return out;
  }

  /// row[j]: at least j of the inputs taken in so far.
  Edge atleast(const CircuitGate& gate) {
    std::vector<Edge> row(gate.least + 1, Bdd::zero);
    row[0] = Bdd::one;
    for (const Edge input : inputs_of(gate, false))
      for (std::size_t j = gate.least; j > 0; --j) {
        row[j] = bdd_.choice(input, row[j - 1], row[j]);
        if (row[j] == Bdd::broken) return Bdd::broken;
      }
    return row[gate.least];
  }

  void collect() {
    std::vector<Edge> needed;
    for (std::size_t node = 1; node < edge_.size(); ++node)
      if (uses_[node] > 0) needed.push_back(edge_[node]);
    bdd_.collect(needed);
    next_collection_ = std::max(least_collection, 2 * bdd_.table().size());
  }

  const Circuit& circuit_;
  Bdd& bdd_;
  std::vector<Edge> edge_;           ///< by node; 1 where it is not needed (any more)
  std::vector<std::uint32_t> uses_;  ///< by node: gates that still want it
  std::size_t next_collection_ = least_collection;
  std::size_t gates_done_ = 0;
};

struct Attempt {
  std::unique_ptr<Bdd> bdd;
  Edge root = Bdd::broken;
  Stop stop = Stop::none;
  std::size_t node_count = 0;
  std::size_t nodes_held = 0;  ///< at most, with those in between
  std::size_t gates_done = 0;
};

Attempt attempt(const Circuit& circuit, const std::vector<std::uint32_t>& level, const std::vector<bool>& flipped,
                std::size_t node_limit, Limits& limits) {
  Attempt out;
  out.bdd = std::make_unique<Bdd>(limits);
  out.bdd->table().set_node_limit(node_limit);
  Building building(circuit, level, flipped, *out.bdd);
  out.root = building.run();
  out.gates_done = building.gates_done();
  out.nodes_held = out.bdd->table().capacity();
  out.stop = out.bdd->table().stop();
  if (out.root != Bdd::broken) {
    const Edge roots[] = {out.root};
    out.bdd->collect(roots);
    out.bdd->release_cache();
    out.bdd->table().set_node_limit(NodeTable::none);
    out.node_count = out.bdd->table().size() - 1;
  }
  return out;
}

/// The best attempt over all orders: within few nodes first, then more, until one order gives an answer; then the
/// others may try to beat it with less than it took.
///
/// An order that has come further when the nodes were spent nearly always ends smaller: from some size on only the
/// leaders go on. The others get their turn when none of these fits in memory.
class Search {
 public:
  /// @param on_top  by variable of the module: it stands above those that are not
  Search(const Module& module, const std::vector<bool>& flipped, std::vector<bool> on_top, Limits& limits)
      : module_(module), flipped_(flipped), on_top_(std::move(on_top)), limits_(limits) {}

  Result<ModuleDiagram> run() {
    constexpr std::size_t first_budget = 4000;
    constexpr std::size_t growth = 5;
    constexpr std::size_t selective = 100'000;  // nodes
    constexpr std::size_t leaders = 3;
    choose_orders();
    std::vector<Candidate> waiting;
    for (std::size_t budget = first_budget;; budget *= growth) {
      if (budget >= selective && candidates_.size() > leaders) {
        waiting.assign(candidates_.begin() + leaders, candidates_.end());
        candidates_.resize(leaders);
      }
      const Stop stop = try_all(budget);
      if (best_.root != Bdd::broken) return finish();
      if (stop == Stop::asked || (stop != Stop::node_limit && waiting.empty())) return fail(limits_.error(stop));
      if (stop != Stop::node_limit) candidates_ = std::exchange(waiting, {});
      std::stable_sort(candidates_.begin(), candidates_.end(),
                       [](const Candidate& a, const Candidate& b) { return a.gates_done > b.gates_done; });
    }
  }

 private:
  /// The same order, with the variables that belong on top moved there.
  [[nodiscard]] std::vector<std::uint32_t> with_top(const std::vector<std::uint32_t>& level) const {
    std::vector<std::uint32_t> by_level(level.size());
    for (std::uint32_t variable = 0; variable < level.size(); ++variable) by_level[level[variable]] = variable;
    std::stable_partition(by_level.begin(), by_level.end(),
                          [this](std::uint32_t variable) { return on_top_[variable]; });
    std::vector<std::uint32_t> out(level.size());
    for (std::uint32_t at = 0; at < by_level.size(); ++at) out[by_level[at]] = at;
    return out;
  }

  struct Candidate {
    OrderRule rule;
    std::vector<std::uint32_t> level;
    std::size_t gates_done = 0;  ///< before the last budget was spent
  };

  void choose_orders() {
    constexpr std::size_t small = 6;  // variables: any order will do
    for (const OrderRule rule : order_rules) {
      auto level = with_top(event_order(module_.circuit, rule));
      const bool known = std::any_of(candidates_.begin(), candidates_.end(),
                                     [&](const Candidate& candidate) { return candidate.level == level; });
      if (!known) candidates_.push_back({rule, std::move(level), 0});
      if (module_.circuit.event_count <= small) break;
    }
  }

  /// @returns why the last attempt failed; node_limit when any of them may still succeed with more nodes
  Stop try_all(std::size_t budget) {
    Stop last = Stop::none;
    for (Candidate& candidate : candidates_) {
      Attempt now = attempt(module_.circuit, candidate.level, flipped_, budget, limits_);
      candidate.gates_done = now.gates_done;
      if (now.root == Bdd::broken) {
        if (now.stop == Stop::asked) return now.stop;
        if (last != Stop::node_limit) last = now.stop;
        continue;
      }
      budget = std::min(budget, std::max<std::size_t>(2000, now.nodes_held));
      if (best_.root == Bdd::broken || now.node_count < best_.node_count) {
        best_ = std::move(now);
        best_rule_ = candidate.rule;
        best_level_ = candidate.level;
      }
    }
    return last;
  }

  ModuleDiagram finish() {
    ModuleDiagram out;
    out.bdd = std::move(best_.bdd);
    out.flipped = out.bdd->at_nothing(best_.root);
    out.root = out.flipped ? Bdd::negated(best_.root) : best_.root;
    out.order = best_rule_;
    out.node_count = best_.node_count;
    out.variables.resize(module_.variables.size());
    for (std::size_t v = 0; v < module_.variables.size(); ++v) out.variables[best_level_[v]] = module_.variables[v];
    return out;
  }

  const Module& module_;
  const std::vector<bool>& flipped_;
  std::vector<bool> on_top_;
  Limits& limits_;
  std::vector<Candidate> candidates_;
  Attempt best_;
  OrderRule best_rule_ = OrderRule::as_written;
  std::vector<std::uint32_t> best_level_;
};

}  // namespace

std::size_t Diagrams::node_count() const {
  std::size_t out = 0;
  for (const ModuleDiagram& module : modules) out += module.node_count;
  return out;
}

Result<Diagrams> build_diagrams(const Circuit& circuit, Limits& limits, std::span<const std::uint32_t> first) {
  if (limits.stop_asked_now()) return fail(limits.error(Stop::asked));
  const Circuit simple = simplified(circuit);
  Diagrams out;
  out.coherent = is_plainly_coherent(simple);
  for (const Module& module : modules_of(simple)) {
    if (module.variables.size() > most_variables)
      return fail({ErrorKind::unsupported,
                   {"faulttree.too_wide", {std::to_string(module.variables.size()), std::to_string(most_variables)}},
                   {},
                   {}});
    std::vector<bool> flipped;
    std::vector<bool> on_top;
    for (const ModuleVariable variable : module.variables) {
      flipped.push_back(variable.is_module && out.modules[variable.index].flipped);
      on_top.push_back(!variable.is_module && std::find(first.begin(), first.end(), variable.index) != first.end());
    }
    TRY(ModuleDiagram diagram, Search(module, flipped, std::move(on_top), limits).run());
    out.modules.push_back(std::move(diagram));
  }
  return out;
}

}  // namespace veer::faulttree
