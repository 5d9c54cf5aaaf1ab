#include "faulttree/diagrams.hpp"

#include <algorithm>
#include <utility>

#include "faulttree/sifting.hpp"
#include "faulttree/simplify.hpp"

namespace veer::faulttree {

namespace {

/// Operations on diagrams call themselves once a level; beyond this many the stack of a thread is at risk.
constexpr std::size_t most_variables = 20000;

/// When the order of the variables is mended while a diagram grows.
struct Mending {
  std::size_t from = NodeTable::none;  ///< nodes at which it begins; none: never
  std::uint32_t fixed = 0;             ///< levels on top that stay
};

/// Builds the diagram of a circuit in one order, which it may mend on the way.
class Building {
 public:
  Building(const Circuit& circuit, std::vector<std::uint32_t> level, const std::vector<bool>& flipped,
           std::size_t node_limit, Mending mending, Limits& limits)
      : circuit_(circuit),
        level_(std::move(level)),
        node_limit_(node_limit),
        mending_(mending),
        limits_(limits),
        bdd_(std::make_unique<Bdd>(limits)),
        edge_(circuit.node_count(), Bdd::one),
        uses_(circuit.node_count(), 0),
        next_mending_(mending.from) {
    for (const CircuitGate& gate : circuit.gates)
      for (const Ref input : gate.inputs) ++uses_[input.node()];
    ++uses_[circuit.top.node()];
    bdd_->table().set_node_limit(node_limit);
    for (std::uint32_t event = 0; event < circuit.event_count; ++event) {
      const Edge variable = bdd_->variable(level_[event]);
      if (variable == Bdd::broken) fits_ = false;
      edge_[event + 1] = variable ^ (flipped[event] ? 1U : 0U);
    }
  }

  Edge run() {
    if (!fits_) return Bdd::broken;
    for (std::size_t g = 0; g < circuit_.gates.size(); ++g) {
      const CircuitGate& gate = circuit_.gates[g];
      const Edge made = build(gate);
      if (made == Bdd::broken) return Bdd::broken;
      edge_[circuit_.node_of_gate(g)] = made;
      gates_done_ = g + 1;
      for (const Ref input : gate.inputs)
        if (--uses_[input.node()] == 0) edge_[input.node()] = Bdd::one;
      if (bdd_->table().size() > std::min(next_collection_, next_mending_) && !tidy()) return Bdd::broken;
    }
    return of(circuit_.top);
  }
  [[nodiscard]] std::size_t gates_done() const { return gates_done_; }
  [[nodiscard]] Stop stop() const { return stop_ != Stop::none ? stop_ : bdd_->table().stop(); }
  [[nodiscard]] std::unique_ptr<Bdd> manager() { return std::move(bdd_); }
  [[nodiscard]] const std::vector<std::uint32_t>& level() const { return level_; }

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
    std::stable_sort(out.begin(), out.end(), [this](Edge a, Edge b) { return bdd_->level(a) > bdd_->level(b); });
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
        for (const Edge input : inputs_of(gate, false)) out = bdd_->exclusive(input, out);
        return out;
      }
      case GateKind::atleast:
        return atleast(gate);
    }
    return Bdd::broken;
  }

  Edge conjunction(const std::vector<Edge>& inputs) {
    Edge out = Bdd::one;
    for (const Edge input : inputs) out = bdd_->conjunction(input, out);
    return out;
  }

  /// row[j]: at least j of the inputs taken in so far.
  Edge atleast(const CircuitGate& gate) {
    std::vector<Edge> row(gate.least + 1, Bdd::zero);
    row[0] = Bdd::one;
    for (const Edge input : inputs_of(gate, false))
      for (std::size_t j = gate.least; j > 0; --j) {
        row[j] = bdd_->choice(input, row[j - 1], row[j]);
        if (row[j] == Bdd::broken) return Bdd::broken;
      }
    return row[gate.least];
  }

  /// Frees what no gate wants any more; when much is left, mends the order. False when it was asked to stop.
  bool tidy() {
    std::vector<std::size_t> wanted;
    std::vector<Edge> needed;
    for (std::size_t node = 1; node < edge_.size(); ++node)
      if (uses_[node] > 0) {
        wanted.push_back(node);
        needed.push_back(edge_[node]);
      }
    bdd_->collect(needed);
    if (bdd_->table().size() > next_mending_ && !mend(wanted, needed)) return false;
    next_collection_ = std::max(least_collection, 2 * bdd_->table().size());
    return true;
  }

  bool mend(const std::vector<std::size_t>& wanted, const std::vector<Edge>& needed) {
    constexpr std::size_t work_per_node = 400;
    constexpr std::size_t most_work = 50'000'000;  // a second or two
    const std::size_t before = bdd_->table().size();
    const auto bytes = static_cast<std::ptrdiff_t>(before * Sifting::bytes_per_node);
    if (!limits_.book(bytes)) {  // no room to mend in: go on as it is
      next_mending_ = NodeTable::none;
      return true;
    }
    const bool done = mend_within(wanted, needed, std::min(most_work, work_per_node * before));
    ENSURE(limits_.book(-bytes), "giving back always succeeds");
    if (!done) return false;
    // Where mending gains little it comes more rarely.
    const std::size_t after = bdd_->table().size();
    next_mending_ = std::max(mending_.from, (after < before - before / 4 ? 2 : 8) * after);
    return true;
  }

  bool mend_within(const std::vector<std::size_t>& wanted, const std::vector<Edge>& needed, std::size_t work) {
    Sifting sifting(*bdd_, needed, circuit_.event_count, mending_.fixed);
    if (!sifting.run(work, limits_)) {
      stop_ = Stop::asked;
      return false;
    }
    auto fresh = std::make_unique<Bdd>(limits_);
    fresh->table().set_node_limit(node_limit_);
    const std::vector<Edge> moved = sifting.write_to(*fresh);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (moved[i] == Bdd::broken) {
        stop_ = fresh->table().stop();
        return false;
      }
      edge_[wanted[i]] = moved[i];
    }
    bdd_ = std::move(fresh);
    for (std::uint32_t& level : level_) level = sifting.level_of()[level];
    return true;
  }

  const Circuit& circuit_;
  std::vector<std::uint32_t> level_;  ///< by event
  std::size_t node_limit_;
  Mending mending_;
  Limits& limits_;
  std::unique_ptr<Bdd> bdd_;
  std::vector<Edge> edge_;           ///< by node; 1 where it is not needed (any more)
  std::vector<std::uint32_t> uses_;  ///< by node: gates that still want it
  std::size_t next_collection_ = least_collection;
  std::size_t next_mending_;
  std::size_t gates_done_ = 0;
  bool fits_ = true;  ///< there was room for a node for every event
  Stop stop_ = Stop::none;
};

struct Attempt {
  std::unique_ptr<Bdd> bdd;
  Edge root = Bdd::broken;
  Stop stop = Stop::none;
  std::vector<std::uint32_t> level;  ///< by event: as given, or mended
  std::size_t node_count = 0;
  std::size_t nodes_held = 0;  ///< at most, with those in between
  std::size_t gates_done = 0;
};

Attempt attempt(const Circuit& circuit, const std::vector<std::uint32_t>& level, const std::vector<bool>& flipped,
                std::size_t node_limit, Mending mending, Limits& limits) {
  Attempt out;
  Building building(circuit, level, flipped, node_limit, mending, limits);
  out.root = building.run();
  out.gates_done = building.gates_done();
  out.stop = building.stop();
  out.level = building.level();
  out.bdd = building.manager();
  out.nodes_held = out.bdd->table().capacity();
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
/// leaders go on. The others get their turn when none of these fits in memory. Where the leaders spend even these
/// nodes, no order as it is will do, and one is mended while the diagram grows: the one that came furthest within few
/// nodes, since that is where mending begins.
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
      if (budget > selective) {
        if (try_mended(budget) == Stop::asked) return fail(limits_.error(Stop::asked));
        if (best_.root != Bdd::broken) return finish();
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
    std::size_t gates_done = 0;      ///< before the last budget was spent
    std::size_t gates_at_first = 0;  ///< before the first one was
  };

  void choose_orders() {
    constexpr std::size_t small = 6;  // variables: any order will do
    for (const OrderRule rule : order_rules) {
      auto level = with_top(event_order(module_.circuit, rule));
      const bool known = std::any_of(candidates_.begin(), candidates_.end(),
                                     [&](const Candidate& candidate) { return candidate.level == level; });
      if (!known) candidates_.push_back({rule, std::move(level), 0, 0});
      if (module_.circuit.event_count <= small) break;
    }
  }

  /// @returns why the last attempt failed; node_limit when any of them may still succeed with more nodes
  Stop try_all(std::size_t budget) {
    Stop last = Stop::none;
    for (Candidate& candidate : candidates_) {
      Attempt now = attempt(module_.circuit, candidate.level, flipped_, budget, Mending{}, limits_);
      candidate.gates_done = now.gates_done;
      if (candidate.gates_at_first == 0) candidate.gates_at_first = now.gates_done;
      if (now.root == Bdd::broken) {
        if (now.stop == Stop::asked) return now.stop;
        if (last != Stop::node_limit) last = now.stop;
        continue;
      }
      budget = std::min(budget, std::max<std::size_t>(2000, now.nodes_held));
      if (best_.root == Bdd::broken || now.node_count < best_.node_count) {
        best_ = std::move(now);
        best_rule_ = candidate.rule;
      }
    }
    return last;
  }

  Stop try_mended(std::size_t budget) {
    constexpr std::size_t from = 4000;  // nodes
    const auto chosen =
        std::max_element(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.gates_at_first < b.gates_at_first; });
    const auto on_top = static_cast<std::uint32_t>(std::count(on_top_.begin(), on_top_.end(), true));
    Attempt now = attempt(module_.circuit, chosen->level, flipped_, budget, {from, on_top}, limits_);
    if (now.root == Bdd::broken) return now.stop;
    best_ = std::move(now);
    best_rule_ = chosen->rule;
    return Stop::none;
  }

  ModuleDiagram finish() {
    ModuleDiagram out;
    out.bdd = std::move(best_.bdd);
    out.flipped = out.bdd->at_nothing(best_.root);
    out.root = out.flipped ? Bdd::negated(best_.root) : best_.root;
    out.order = best_rule_;
    out.node_count = best_.node_count;
    out.variables.resize(module_.variables.size());
    for (std::size_t v = 0; v < module_.variables.size(); ++v) out.variables[best_.level[v]] = module_.variables[v];
    return out;
  }

  const Module& module_;
  const std::vector<bool>& flipped_;
  std::vector<bool> on_top_;
  Limits& limits_;
  std::vector<Candidate> candidates_;
  Attempt best_;
  OrderRule best_rule_ = OrderRule::as_written;
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
