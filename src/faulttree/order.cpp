#include "faulttree/order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace veer::faulttree {

namespace {

using Sequence = std::vector<std::uint32_t>;  ///< events, first one on top

/// Events as a walk meets them; `key` of a node says which inputs of a gate go first.
template <class Key>
Sequence walk(const Circuit& circuit, Key&& key) {
  Sequence out;
  std::vector<bool> seen(circuit.node_count(), false);
  std::vector<std::uint32_t> open{circuit.top.node()};
  std::vector<std::uint32_t> inputs;
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    if (seen[node]) continue;
    seen[node] = true;
    if (circuit.is_event(node)) out.push_back(node - 1);
    if (!circuit.is_gate(node)) continue;
    inputs.clear();
    for (const Ref input : circuit.gate_at(node).inputs) inputs.push_back(input.node());
    std::stable_sort(inputs.begin(), inputs.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    open.insert(open.end(), inputs.rbegin(), inputs.rend());
  }
  return out;
}

/// Occurrences of events below each node (with repetition), by node.
std::vector<double> sizes(const Circuit& circuit) {
  std::vector<double> size(circuit.node_count(), 1);
  for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
    double sum = 0;
    for (const Ref input : circuit.gates[g].inputs) sum += size[input.node()];
    size[circuit.node_of_gate(g)] = sum;
  }
  return size;
}

std::vector<double> uses(const Circuit& circuit) {
  std::vector<double> count(circuit.node_count(), 0);
  for (const CircuitGate& gate : circuit.gates)
    for (const Ref input : gate.inputs) ++count[input.node()];
  return count;
}

Sequence sorted_by(const Circuit& circuit, const std::vector<double>& key) {
  Sequence out = walk(circuit, [](std::uint32_t) { return 0; });
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
  return out;
}

/// Weight of each event when the top has 1 and a gate shares its weight evenly among the inputs that are left.
std::vector<double> spread(const Circuit& circuit, const std::vector<bool>& taken) {
  std::vector<std::uint32_t> left(circuit.node_count(), 0);  // gates: inputs that still hold an event
  for (std::size_t g = 0; g < circuit.gates.size(); ++g)
    for (const Ref input : circuit.gates[g].inputs) {
      const std::uint32_t node = input.node();
      const bool counts = circuit.is_event(node) ? !taken[node - 1] : left[node] > 0;
      left[circuit.node_of_gate(g)] += counts ? 1 : 0;
    }
  std::vector<double> weight(circuit.node_count(), 0);
  weight[circuit.top.node()] = 1;
  for (std::size_t g = circuit.gates.size(); g-- > 0;) {
    const std::uint32_t node = circuit.node_of_gate(g);
    if (weight[node] == 0 || left[node] == 0) continue;
    for (const Ref input : circuit.gates[g].inputs) {
      const std::uint32_t below = input.node();
      const bool counts = circuit.is_event(below) ? !taken[below - 1] : left[below] > 0;
      if (counts) weight[below] += weight[node] / left[node];
    }
  }
  return weight;
}

Sequence by_weights(const Circuit& circuit) {
  constexpr std::size_t most_work = 20'000'000;
  std::size_t links = 0;
  for (const CircuitGate& gate : circuit.gates) links += gate.inputs.size();
  const Sequence walked = walk(circuit, [](std::uint32_t) { return 0; });
  std::vector<bool> taken(circuit.event_count, false);
  if (links * walked.size() > most_work) {
    std::vector<double> weight = spread(circuit, taken);
    weight.erase(weight.begin());
    for (double& one : weight) one = -one;
    weight.resize(circuit.event_count);
    return sorted_by(circuit, weight);
  }
  Sequence out;
  while (out.size() < walked.size()) {
    const std::vector<double> weight = spread(circuit, taken);
    std::uint32_t best = circuit.event_count;
    for (const std::uint32_t event : walked)
      if (!taken[event] && (best == circuit.event_count || weight[event + 1] > weight[best + 1] * (1 + 1e-12)))
        best = event;
    taken[best] = true;
    out.push_back(best);
  }
  return out;
}

Sequence by_levels(const Circuit& circuit) {
  constexpr double far = 1e9;
  std::vector<double> depth(circuit.node_count(), far);
  depth[circuit.top.node()] = 0;
  for (std::size_t g = circuit.gates.size(); g-- > 0;) {
    const double below = depth[circuit.node_of_gate(g)] + 1;
    for (const Ref input : circuit.gates[g].inputs) depth[input.node()] = std::min(depth[input.node()], below);
  }
  depth.erase(depth.begin());
  return sorted_by(circuit, depth);
}

/// FORCE: each gate lies at the middle of its inputs and its users, each event at the middle of its gates; repeat.
Sequence by_gravity(const Circuit& circuit) {
  Sequence best = walk(circuit, [](std::uint32_t) { return 0; });
  std::vector<double> place(circuit.node_count(), 0);
  const auto spans = [&](const Sequence& sequence) {
    std::vector<double> low(circuit.node_count(), 0);
    std::vector<double> high(circuit.node_count(), 0);
    for (std::size_t i = 0; i < sequence.size(); ++i)
      low[sequence[i] + 1] = high[sequence[i] + 1] = static_cast<double>(i);
    double total = 0;
    for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
      const std::uint32_t node = circuit.node_of_gate(g);
      low[node] = 1e18;
      high[node] = -1;
      for (const Ref input : circuit.gates[g].inputs) {
        low[node] = std::min(low[node], low[input.node()]);
        high[node] = std::max(high[node], high[input.node()]);
      }
      total += high[node] - low[node];
    }
    return total;
  };
  double best_span = spans(best);
  Sequence now = best;
  for (int round = 0; round < 40; ++round) {
    for (std::size_t i = 0; i < now.size(); ++i) place[now[i] + 1] = static_cast<double>(i);
    std::vector<double> sum(circuit.node_count(), 0);
    std::vector<double> count(circuit.node_count(), 0);
    for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
      const std::uint32_t node = circuit.node_of_gate(g);
      double centre = 0;
      for (const Ref input : circuit.gates[g].inputs) centre += place[input.node()];
      centre /= static_cast<double>(std::max<std::size_t>(1, circuit.gates[g].inputs.size()));
      place[node] = centre;
      for (const Ref input : circuit.gates[g].inputs) {
        sum[input.node()] += centre;
        ++count[input.node()];
      }
    }
    std::vector<double> key(circuit.event_count, 0);
    for (const std::uint32_t event : now) key[event] = count[event + 1] > 0 ? sum[event + 1] / count[event + 1] : 0;
    Sequence next = now;
    std::stable_sort(next.begin(), next.end(), [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
    if (next == now) break;
    now = std::move(next);
    const double span = spans(now);
    if (span < best_span) {
      best_span = span;
      best = now;
    }
  }
  return best;
}

Sequence sequence_of(const Circuit& circuit, OrderRule rule) {
  switch (rule) {
    case OrderRule::as_written:
      return walk(circuit, [](std::uint32_t) { return 0; });
    case OrderRule::small_first: {
      const auto size = sizes(circuit);
      return walk(circuit, [&](std::uint32_t node) { return size[node]; });
    }
    case OrderRule::large_first: {
      const auto size = sizes(circuit);
      return walk(circuit, [&](std::uint32_t node) { return -size[node]; });
    }
    case OrderRule::shared_first: {
      const auto count = uses(circuit);
      const auto size = sizes(circuit);
      return walk(circuit, [&](std::uint32_t node) { return std::pair{-count[node], size[node]}; });
    }
    case OrderRule::weights:
      return by_weights(circuit);
    case OrderRule::levels:
      return by_levels(circuit);
    case OrderRule::gravity:
      return by_gravity(circuit);
  }
  return {};
}

}  // namespace

std::vector<std::uint32_t> event_order(const Circuit& circuit, OrderRule rule) {
  const Sequence sequence = sequence_of(circuit, rule);
  std::vector<std::uint32_t> level(circuit.event_count, 0);
  std::vector<bool> placed(circuit.event_count, false);
  std::uint32_t next = 0;
  for (const std::uint32_t event : sequence) {
    level[event] = next++;
    placed[event] = true;
  }
  for (std::uint32_t event = 0; event < circuit.event_count; ++event)
    if (!placed[event]) level[event] = next++;
  return level;
}

std::string_view name_of(OrderRule rule) {
  switch (rule) {
    case OrderRule::as_written:
      return "as written";
    case OrderRule::small_first:
      return "small first";
    case OrderRule::large_first:
      return "large first";
    case OrderRule::shared_first:
      return "shared first";
    case OrderRule::weights:
      return "weights";
    case OrderRule::levels:
      return "levels";
    case OrderRule::gravity:
      return "gravity";
  }
  return "";
}

}  // namespace veer::faulttree
