#include "graph/strong_components.hpp"

#include <doctest/doctest.h>

using namespace veer::graph;
using Components = std::vector<std::vector<std::uint32_t>>;

TEST_CASE("strong components: a circle of three that leads to a loop and a lone node") {
  // 0 → 1 → 2 → 0, 2 → 3, 3 → 3, 4
  const Digraph graph{{0, 1, 2, 4, 5, 5}, {1, 2, 0, 3, 3}};
  CHECK(strong_components(graph) == Components{{3}, {0, 1, 2}, {4}});
}

TEST_CASE("strong components: no nodes, no components") { CHECK(strong_components(Digraph{}).empty()); }

TEST_CASE("strong components: a long chain needs no deep stack") {
  Digraph graph;
  constexpr std::uint32_t n = 300000;
  for (std::uint32_t v = 0; v + 1 < n; ++v) {
    graph.targets.push_back(v + 1);
    graph.begin.push_back(v + 1);
  }
  graph.begin.push_back(n - 1);
  CHECK(strong_components(graph).size() == n);
}
