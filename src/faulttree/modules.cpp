#include "faulttree/modules.hpp"

#include <algorithm>
#include <utility>

#include "faulttree/simplify.hpp"

namespace veer::faulttree {

namespace {

class Taking {
 public:
  explicit Taking(const Circuit& circuit)
      : circuit_(circuit), is_module_(module_gates(circuit)), module_of_(circuit.gates.size(), 0) {}

  std::vector<Module> run() {
    std::vector<bool> reached(circuit_.node_count(), false);
    reached[circuit_.top.node()] = true;
    for (std::size_t g = circuit_.gates.size(); g-- > 0;)
      if (reached[circuit_.node_of_gate(g)])
        for (const Ref input : circuit_.gates[g].inputs) reached[input.node()] = true;
    local_.assign(circuit_.node_count(), always);
    seen_.assign(circuit_.node_count(), false);
    for (std::size_t g = 0; g < circuit_.gates.size(); ++g) {
      const std::uint32_t node = circuit_.node_of_gate(g);
      if (!reached[node] || !is_module_[g] || node == circuit_.top.node()) continue;
      module_of_[g] = static_cast<std::uint32_t>(out_.size());
      out_.push_back(take({node, false}));
    }
    out_.push_back(take(circuit_.top));
    return std::move(out_);
  }

 private:
  /// The gates of one module, and its variables as a walk from the top meets them first.
  Module take(Ref root) {
    Module module;
    std::vector<std::uint32_t> gates;
    std::vector<std::uint32_t> variables;
    std::vector<std::uint32_t> open{root.node()};
    std::vector<std::uint32_t> met;
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      if (node == 0 || seen_[node]) continue;
      seen_[node] = true;
      met.push_back(node);
      const bool inside = circuit_.is_gate(node) && (node == root.node() || !is_module_[circuit_.gate_of(node)]);
      if (!inside) {
        variables.push_back(node);
        continue;
      }
      gates.push_back(node);
      const auto& inputs = circuit_.gate_at(node).inputs;
      for (auto it = inputs.rbegin(); it != inputs.rend(); ++it) open.push_back(it->node());
    }
    std::sort(gates.begin(), gates.end());
    module.circuit.event_count = static_cast<std::uint32_t>(variables.size());
    for (std::size_t v = 0; v < variables.size(); ++v) {
      local_[variables[v]] = {Circuit::node_of_event(v), false};
      const bool gate = circuit_.is_gate(variables[v]);
      module.variables.push_back({gate, gate ? module_of_[circuit_.gate_of(variables[v])]
                                             : static_cast<std::uint32_t>(circuit_.event_of(variables[v]))});
    }
    for (const std::uint32_t node : gates) {
      const CircuitGate& gate = circuit_.gate_at(node);
      std::vector<Ref> inputs;
      for (const Ref input : gate.inputs) inputs.push_back(local_[input.node()] ^ input.negative());
      local_[node] = module.circuit.add(gate.kind, std::move(inputs), gate.least);
    }
    module.circuit.top = local_[root.node()] ^ root.negative();
    for (const std::uint32_t node : met) seen_[node] = false;
    return module;
  }

  const Circuit& circuit_;
  std::vector<bool> is_module_;
  std::vector<std::uint32_t> module_of_;
  std::vector<Ref> local_;
  std::vector<bool> seen_;
  std::vector<Module> out_;
};

}  // namespace

std::vector<Module> modules_of(const Circuit& circuit) { return Taking(circuit).run(); }

}  // namespace veer::faulttree
