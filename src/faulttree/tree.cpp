#include "faulttree/tree.hpp"

#include <utility>

#include "base/result.hpp"

namespace veer::faulttree {

Ref Circuit::add(GateKind kind, std::vector<Ref> inputs, std::uint32_t least) {
  const std::uint32_t node = node_of_gate(gates.size());
  for (const Ref input : inputs) ENSURE(input.node() < node, "a gate takes its inputs from the nodes before it");
  gates.push_back({kind, least, std::move(inputs)});
  return {node, false};
}

bool evaluate(const Circuit& circuit, const std::vector<bool>& state) {
  ENSURE(state.size() == circuit.event_count, "a state has a value for every event");
  std::vector<bool> value{true};
  value.insert(value.end(), state.begin(), state.end());
  for (const CircuitGate& gate : circuit.gates) {
    std::size_t count = 0;
    for (const Ref input : gate.inputs) count += value[input.node()] != input.negative() ? 1U : 0U;
    switch (gate.kind) {
      case GateKind::all:
        value.push_back(count == gate.inputs.size());
        break;
      case GateKind::any:
        value.push_back(count > 0);
        break;
      case GateKind::atleast:
        value.push_back(count >= gate.least);
        break;
      case GateKind::odd:
        value.push_back(count % 2 == 1);
        break;
    }
  }
  return value[circuit.top.node()] != circuit.top.negative();
}

}  // namespace veer::faulttree
