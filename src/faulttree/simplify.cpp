#include "faulttree/simplify.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace veer::faulttree {

namespace {

std::vector<bool> reachable_nodes(const Circuit& circuit) {
  std::vector<bool> reached(circuit.node_count(), false);
  reached[circuit.top.node()] = true;
  for (std::size_t g = circuit.gates.size(); g-- > 0;)
    if (reached[circuit.node_of_gate(g)])
      for (const Ref input : circuit.gates[g].inputs) reached[input.node()] = true;
  return reached;
}

/// Builds a circuit anew, gate by gate from below.
class Rebuild {
 public:
  /// @param join  whether a gate of the same kind that nothing else uses is taken up into the gate above it
  Rebuild(const Circuit& from, bool join) : from_(from), join_(join), uses_(from.node_count(), 0) {
    out_.event_count = from.event_count;
  }

  Circuit run() {
    const std::vector<bool> reached = reachable_nodes(from_);
    for (std::size_t g = 0; g < from_.gates.size(); ++g)
      if (reached[from_.node_of_gate(g)])
        for (const Ref input : from_.gates[g].inputs) ++uses_[input.node()];
    for (std::uint32_t node = 0; node <= from_.event_count; ++node) map_.emplace_back(node, false);
    for (std::size_t g = 0; g < from_.gates.size(); ++g)
      map_.push_back(reached[from_.node_of_gate(g)] ? gate(from_.gates[g]) : always);
    out_.top = mapped(from_.top);
    return std::move(out_);
  }

 private:
  [[nodiscard]] Ref mapped(Ref old) const { return map_[old.node()] ^ old.negative(); }

  Ref gate(const CircuitGate& gate) {
    switch (gate.kind) {
      case GateKind::all:
        return conjunction(gate, false);
      case GateKind::any:
        return !conjunction(gate, true);
      case GateKind::atleast:
        return atleast(gate);
      case GateKind::odd:
        return odd(gate);
    }
    return always;
  }

  /// AND of the inputs; with `dual` of their negations, so that OR is its negation.
  Ref conjunction(const CircuitGate& gate, bool dual) {
    std::vector<Ref> inputs;
    for (const Ref old : gate.inputs) {
      const Ref input = mapped(old) ^ dual;
      // An AND below an AND, or (negated) an OR: its inputs may as well stand here.
      const CircuitGate* const below = out_.is_gate(input.node()) ? &out_.gate_at(input.node()) : nullptr;
      const bool joins = join_ && below != nullptr && uses_[old.node()] == 1 &&
                         below->kind == (input.negative() ? GateKind::any : GateKind::all);
      if (joins) {
        for (const Ref one : below->inputs) inputs.push_back(one ^ input.negative());
      } else {
        inputs.push_back(input);
      }
    }
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    std::erase(inputs, always);
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i] == never_true || (i > 0 && inputs[i] == !inputs[i - 1])) return never_true;
    if (inputs.empty()) return always;
    if (inputs.size() == 1) return inputs.front();
    if (!dual) return shared(GateKind::all, std::move(inputs), 0);
    for (Ref& input : inputs) input = !input;
    return !shared(GateKind::any, std::move(inputs), 0);
  }

  Ref atleast(const CircuitGate& gate) {
    std::vector<Ref> inputs;
    std::uint32_t least = gate.least;
    for (const Ref old : gate.inputs) {
      const Ref input = mapped(old);
      if (input == always) {
        if (least == 0) return always;
        --least;
      } else if (input != never_true) {
        inputs.push_back(input);
      }
    }
    if (least == 0) return always;
    if (least > inputs.size()) return never_true;
    if (least == 1) return direct(GateKind::any, std::move(inputs));
    if (least == inputs.size()) return direct(GateKind::all, std::move(inputs));
    std::sort(inputs.begin(), inputs.end());
    return shared(GateKind::atleast, std::move(inputs), least);
  }

  Ref odd(const CircuitGate& gate) {
    bool flip = false;
    std::vector<Ref> inputs;
    for (const Ref old : gate.inputs) {
      const Ref input = mapped(old);
      flip = flip != input.negative();
      inputs.push_back(input ^ input.negative());
    }
    std::sort(inputs.begin(), inputs.end());
    std::vector<Ref> left;
    for (const Ref input : inputs) {
      if (input == always) {
        flip = !flip;
      } else if (!left.empty() && left.back() == input) {
        left.pop_back();
      } else {
        left.push_back(input);
      }
    }
    if (left.empty()) return never_true ^ flip;
    if (left.size() == 1) return left.front() ^ flip;
    return shared(GateKind::odd, std::move(left), 0) ^ flip;
  }

  /// AND or OR of inputs that are already new.
  Ref direct(GateKind kind, std::vector<Ref> inputs) {
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    for (std::size_t i = 1; i < inputs.size(); ++i)
      if (inputs[i] == !inputs[i - 1]) return always ^ (kind == GateKind::all);
    if (inputs.size() == 1) return inputs.front();
    return shared(kind, std::move(inputs), 0);
  }

  Ref shared(GateKind kind, std::vector<Ref> inputs, std::uint32_t least) {
    auto key = std::tuple{kind, least, inputs};
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    const Ref made = out_.add(kind, std::move(inputs), least);
    known_.emplace(std::move(key), made);
    return made;
  }

  const Circuit& from_;
  bool join_;
  Circuit out_;
  std::vector<std::uint32_t> uses_;  ///< by old node
  std::vector<Ref> map_;             ///< by old node
  std::map<std::tuple<GateKind, std::uint32_t, std::vector<Ref>>, Ref> known_;
};

/// Puts inputs that always come together under a gate of their own.
class Grouping {
 public:
  explicit Grouping(const Circuit& circuit) : circuit_(circuit) {}

  /// The circuit with such gates, or nothing when no inputs come together.
  bool run(Circuit& out) {
    find_groups();
    if (groups_.empty()) return false;
    insert_groups(out);
    return true;
  }

 private:
  static constexpr std::size_t widest = 8;   ///< a wider group becomes a tree: each diagram stays small
  using Links = std::vector<std::uint32_t>;  ///< of a node: 2 · gate + (1: negated there)

  void find_groups() {
    std::vector<Links> links(circuit_.node_count());
    std::vector<bool> fits(circuit_.node_count(), true);
    const std::vector<bool> reached = reachable_nodes(circuit_);
    for (std::uint32_t g = 0; g < circuit_.gates.size(); ++g) {
      if (!reached[circuit_.node_of_gate(g)]) continue;
      const bool joins = circuit_.gates[g].kind == GateKind::all || circuit_.gates[g].kind == GateKind::any;
      for (const Ref input : circuit_.gates[g].inputs) {
        links[input.node()].push_back(2 * g + (input.negative() ? 1 : 0));
        if (!joins) fits[input.node()] = false;
      }
    }
    const std::vector<bool> modules = module_gates(circuit_);
    std::map<Links, std::vector<std::uint32_t>> together;
    for (std::uint32_t node = 1; node < circuit_.node_count(); ++node) {
      if (links[node].empty() || !fits[node] || node == circuit_.top.node() || !one_kind(links[node])) continue;
      const bool alone = links[node].size() == 1;
      if (alone && circuit_.is_gate(node) && !modules[circuit_.gate_of(node)]) continue;
      together[links[node]].push_back(node);
    }
    for (auto& [link, nodes] : together) {
      const std::size_t width = circuit_.gates[link.front() / 2].inputs.size();
      const bool whole_gate = link.size() == 1 && nodes.size() == width;
      if (nodes.size() < 2 || (whole_gate && width <= widest)) continue;
      groups_.emplace_back(link, std::move(nodes));
    }
  }

  /// The kind of gate that joins the nodes with these links, seen from the plain node.
  [[nodiscard]] GateKind kind_of(std::uint32_t link) const {
    const bool all = (circuit_.gates[link / 2].kind == GateKind::all) != (link % 2 == 1);
    return all ? GateKind::all : GateKind::any;
  }
  [[nodiscard]] bool one_kind(const Links& links) const {
    return std::all_of(links.begin(), links.end(), [&](std::uint32_t l) { return kind_of(l) == kind_of(links[0]); });
  }

  void insert_groups(Circuit& out) {
    // A group's gate comes right before the first gate that uses it; all its members stand before that.
    std::vector<std::vector<std::size_t>> before(circuit_.gates.size());
    std::vector<std::uint32_t> group_of(circuit_.node_count(), none);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      before[groups_[i].first.front() / 2].push_back(i);
      for (const std::uint32_t node : groups_[i].second) group_of[node] = static_cast<std::uint32_t>(i);
    }
    out = {};
    out.event_count = circuit_.event_count;
    std::vector<Ref> map;
    std::vector<Ref> gate_of_group(groups_.size());
    for (std::uint32_t node = 0; node <= circuit_.event_count; ++node) map.emplace_back(node, false);
    for (std::uint32_t g = 0; g < circuit_.gates.size(); ++g) {
      for (const std::size_t i : before[g]) {
        std::vector<Ref> members;
        for (const std::uint32_t node : groups_[i].second) members.push_back(map[node]);
        gate_of_group[i] = tree_of(out, kind_of(groups_[i].first.front()), std::move(members));
      }
      CircuitGate gate = circuit_.gates[g];
      std::vector<Ref> inputs;
      for (const Ref input : gate.inputs) {
        const std::uint32_t group = group_of[input.node()];
        const Ref now = (group == none ? map[input.node()] : gate_of_group[group]) ^ input.negative();
        if (group == none || std::find(inputs.begin(), inputs.end(), now) == inputs.end()) inputs.push_back(now);
      }
      map.push_back(out.add(gate.kind, std::move(inputs), gate.least));
    }
    out.top = map[circuit_.top.node()] ^ circuit_.top.negative();
  }

  static Ref tree_of(Circuit& out, GateKind kind, std::vector<Ref> members) {
    while (members.size() > widest) {
      std::vector<Ref> above;
      for (std::size_t from = 0; from < members.size(); from += widest) {
        const auto begin = members.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = members.begin() + static_cast<std::ptrdiff_t>(std::min(from + widest, members.size()));
        above.push_back(end - begin == 1 ? *begin : out.add(kind, std::vector<Ref>(begin, end)));
      }
      members = std::move(above);
    }
    return members.size() == 1 ? members.front() : out.add(kind, std::move(members));
  }

  static constexpr std::uint32_t none = 0xffffffffU;
  const Circuit& circuit_;
  std::vector<std::pair<Links, std::vector<std::uint32_t>>> groups_;
};

}  // namespace

Circuit simplified(const Circuit& circuit) {
  Circuit now = Rebuild(circuit, true).run();
  for (int round = 0; round < 10; ++round) {
    Circuit next = Rebuild(now, true).run();
    const bool settled = next.gates == now.gates;
    now = std::move(next);
    if (settled) break;
  }
  for (int round = 0; round < 20; ++round) {
    Circuit grouped;
    if (!Grouping(now).run(grouped)) break;
    now = Rebuild(grouped, false).run();
  }
  return now;
}

std::vector<bool> module_gates(const Circuit& circuit) {
  struct Dates {
    std::uint32_t first = 0, last = 0, finish = 0, below_first = 0xffffffffU, below_last = 0;
  };
  std::vector<Dates> dates(circuit.node_count());
  std::vector<std::pair<std::uint32_t, std::size_t>> path;  // gate node, next input
  std::uint32_t clock = 0;
  const auto visit = [&](std::uint32_t node) {
    Dates& date = dates[node];
    date.last = ++clock;
    if (date.first != 0) return;
    date.first = clock;
    if (circuit.is_gate(node)) path.emplace_back(node, 0);
  };
  visit(circuit.top.node());
  while (!path.empty()) {
    const std::uint32_t node = path.back().first;
    const auto& inputs = circuit.gate_at(node).inputs;
    if (path.back().second < inputs.size()) {
      visit(inputs[path.back().second++].node());
    } else {
      dates[node].finish = ++clock;
      path.pop_back();
    }
  }
  std::vector<bool> modules(circuit.gates.size(), false);
  for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
    Dates& date = dates[circuit.node_of_gate(g)];
    if (date.first == 0) continue;
    for (const Ref input : circuit.gates[g].inputs) {
      const Dates& below = dates[input.node()];
      date.below_first = std::min({date.below_first, below.first, below.below_first});
      date.below_last = std::max({date.below_last, below.last, below.below_last});
    }
    modules[g] = date.below_first > date.first && date.below_last < date.finish;
  }
  return modules;
}

bool is_plainly_coherent(const Circuit& circuit) {
  if (circuit.top.negative()) return false;
  const std::vector<bool> reached = reachable_nodes(circuit);
  for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
    if (!reached[circuit.node_of_gate(g)]) continue;
    if (circuit.gates[g].kind == GateKind::odd) return false;
    for (const Ref input : circuit.gates[g].inputs)
      if (input.negative()) return false;
  }
  return true;
}

}  // namespace veer::faulttree
