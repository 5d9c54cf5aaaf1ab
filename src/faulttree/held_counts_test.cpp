#include "faulttree/held_counts.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace veer;
using namespace veer::faulttree;

Ref event(std::uint32_t e) { return {Circuit::node_of_event(e), false}; }

}  // namespace

TEST_CASE("ways by counts: two of three hold in three ways with two and in one with three") {
  Circuit circuit;
  circuit.event_count = 4;
  const Ref two = circuit.add(GateKind::atleast, {event(0), event(1), event(2)}, 2);
  circuit.top = circuit.add(GateKind::any, {two, event(3)});
  Limits limits;
  const auto diagrams = build_diagrams(circuit, limits).value();
  const std::vector<std::int32_t> axis_of{0, 0, 0, -1};
  const std::vector<double> probability{0, 0, 0, 0.25};
  const auto ways = ways_by_counts(diagrams, axis_of, probability, 1, 100, limits).value();
  REQUIRE(ways.has_value());
  CHECK(ways->most == std::vector<std::uint32_t>{3});
  // 1, 3, 3 and 1 ways to choose; where fewer than two happen the fourth event must, a quarter of the time.
  CHECK(ways->value == std::vector<double>{0.25, 0.75, 3, 1});
  CHECK_FALSE(ways_by_counts(diagrams, axis_of, probability, 1, 3, limits).value().has_value());
}

TEST_CASE("ways by counts: every state of random circuits counted, kinds in any order, events of no kind weighed") {
  std::mt19937 random(17);
  const auto below = [&](std::size_t count) { return static_cast<std::uint32_t>(random() % count); };
  for (int round = 0; round < 150; ++round) {
    constexpr std::uint32_t events = 9;
    constexpr std::size_t axes = 3;
    Circuit circuit;
    circuit.event_count = events;
    std::vector<Ref> made;
    for (std::uint32_t e = 0; e < events; ++e) made.push_back(event(e));
    for (int g = 0; g < 8; ++g) {
      const auto any = [&] { return made[below(made.size())] ^ (below(3) == 0); };
      const GateKind kind = static_cast<GateKind>(below(4));
      made.push_back(circuit.add(kind, {any(), any(), any()}, kind == GateKind::atleast ? 2 : 0));
    }
    circuit.top = made.back();
    std::vector<std::int32_t> axis_of;
    std::vector<double> probability;
    for (std::uint32_t e = 0; e < events; ++e) {
      axis_of.push_back(static_cast<std::int32_t>(below(axes + 1)) - 1);
      probability.push_back(below(9) / 8.0);
    }
    Limits limits;
    const auto diagrams = build_diagrams(circuit, limits).value();
    const auto ways = ways_by_counts(diagrams, axis_of, probability, axes, 10'000, limits).value().value();
    std::vector<bool> in_diagrams(events, false);
    for (const ModuleDiagram& module : diagrams.modules)
      for (const ModuleVariable variable : module.variables)
        if (!variable.is_module) in_diagrams[variable.index] = true;
    std::vector<double> expected(ways.value.size(), 0);
    for (std::uint32_t bits = 0; bits < (1U << events); ++bits) {
      std::vector<bool> state(events);
      std::vector<std::uint32_t> count(axes, 0);
      double weight = 1;
      bool counts = true;
      for (std::uint32_t e = 0; e < events; ++e) {
        state[e] = (bits >> e & 1U) != 0;
        if (!in_diagrams[e]) counts = counts && !state[e];  // has no place in the diagrams: one state stands for both
        if (axis_of[e] < 0) weight *= !in_diagrams[e] ? 1 : state[e] ? probability[e] : 1 - probability[e];
        if (axis_of[e] >= 0 && state[e]) ++count[static_cast<std::size_t>(axis_of[e])];
      }
      if (!counts || !evaluate(circuit, state)) continue;
      std::size_t place = 0;
      for (std::size_t axis = 0; axis < axes; ++axis) place = place * (ways.most[axis] + 1) + count[axis];
      expected[place] += weight;
    }
    for (std::size_t i = 0; i < expected.size(); ++i)
      REQUIRE(ways.value[i] == doctest::Approx(expected[i]).epsilon(1e-12));
  }
}
