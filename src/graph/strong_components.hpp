#pragma once

#include <cstdint>
#include <vector>

namespace veer::graph {

/// A directed graph in compressed rows: the successors of node v are targets[begin[v]] … targets[begin[v + 1]].
struct Digraph {
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> targets;
  [[nodiscard]] std::size_t node_count() const { return begin.size() - 1; }
};

/// The strong components, each in ascending order of node; a component comes after those it leads to (reverse
/// topological order).
///
/// Tarjan's algorithm (1972) without recursion. Cost: linear in nodes and arcs.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> strong_components(const Digraph& graph);

}  // namespace veer::graph
