#include "faulttree/limits.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/answered_tree.hpp"

namespace {

using namespace veer;
using namespace veer::faulttree;

/// Any of many random triples of events: no order of them gives a small diagram.
Circuit tangled() {
  std::mt19937 random(7);
  Circuit circuit;
  circuit.event_count = 80;
  std::vector<Ref> triples;
  for (int i = 0; i < 160; ++i) {
    std::vector<Ref> triple;
    for (int j = 0; j < 3; ++j) triple.push_back({Circuit::node_of_event(random() % circuit.event_count), false});
    triples.push_back(circuit.add(GateKind::all, triple));
  }
  circuit.top = circuit.add(GateKind::any, triples);
  return circuit;
}

}  // namespace

TEST_CASE("limits: a tree that does not fit in the allowed memory ends in one error that says what to do") {
  Limits limits(std::size_t{4} << 20U);
  const auto diagrams = build_diagrams(tangled(), limits);
  REQUIRE_FALSE(diagrams.has_value());
  CHECK(diagrams.error().kind == ErrorKind::unsupported);
  CHECK(diagrams.error().message.key == "faulttree.memory");
  CHECK(diagrams.error().message.arguments == std::vector<std::string>{"0.00391"});
  CHECK(limits.peak_bytes() <= std::size_t{4} << 20U);
}

TEST_CASE("limits: where there is no room even for the events it is the same error") {
  for (const std::size_t bytes : {0U, 100U, 1000U, 3000U}) {
    Limits limits(bytes);
    const auto diagrams = build_diagrams(tangled(), limits);
    REQUIRE_FALSE(diagrams.has_value());
    CHECK(diagrams.error().message.key == "faulttree.memory");
  }
}

TEST_CASE("limits: an analysis that is asked to stop does so soon") {
  std::size_t asked = 0;
  Limits limits(std::size_t{1} << 30U, [&] { return ++asked > 3; });
  const auto diagrams = build_diagrams(tangled(), limits);
  REQUIRE_FALSE(diagrams.has_value());
  CHECK(diagrams.error().kind == ErrorKind::cancelled);
  CHECK(diagrams.error().message.key == "faulttree.stopped");
  CHECK(asked == 4);
}

TEST_CASE("limits: all memory is given back") {
  Limits limits;
  {
    test::AnsweredTree tree(
        "<define-gate name=\"top\"><atleast min=\"2\"><basic-event name=\"a\"/><basic-event "
        "name=\"b\"/><basic-event name=\"c\"/></atleast></define-gate>" +
        test::events({"a", "b", "c"}));
    const auto diagrams = build_diagrams(tree.tree.circuit, limits);
    const auto sets = CutSets::minimal(*diagrams, tree.weight, limits);
    CHECK(sets->count().total == "3");
  }
  // Whatever is left can be booked to the last byte.
  CHECK(limits.book(std::ptrdiff_t{2} << 30U));
}

TEST_CASE("limits: a part of more than 20,000 events that cannot be split is refused by name") {
  Circuit circuit;
  circuit.event_count = 20001;
  std::vector<Ref> pairs;
  for (std::uint32_t e = 0; e < circuit.event_count; ++e)
    pairs.push_back(circuit.add(GateKind::all, {{Circuit::node_of_event(e), false},
                                                {Circuit::node_of_event((e + 1) % circuit.event_count), false}}));
  circuit.top = circuit.add(GateKind::any, pairs);
  Limits limits;
  const auto diagrams = build_diagrams(circuit, limits);
  REQUIRE_FALSE(diagrams.has_value());
  CHECK(diagrams.error().kind == ErrorKind::unsupported);
  CHECK(diagrams.error().message.key == "faulttree.too_wide");
  CHECK(diagrams.error().message.arguments == std::vector<std::string>{"20001", "20000"});
}
