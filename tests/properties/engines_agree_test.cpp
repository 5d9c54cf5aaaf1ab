#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "cascade/engine.hpp"
#include "cascade/intervals.hpp"
#include "support/property.hpp"
#include "support/small_programs.hpp"

// Three engines, one result: the same down intervals of every component, on random programs with circles, chains of
// back-ups, many hits, own failures, shared draws and simultaneous changes. A failing case prints the number of its
// program; random_sketch(number) is that program again.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Interval;
using Outcome = std::vector<std::vector<Interval>>;

constexpr int cases = 3000;

std::uint64_t any_number() { return *rc::gen::arbitrary<std::uint64_t>(); }

Outcome by_events(const cascade::Program& program, std::uint32_t replica, std::uint32_t group_replica) {
  cascade::Engine engine(program);
  engine.run(replica, group_replica);
  Outcome out;
  for (Component c = 0; c < program.component_count(); ++c) out.push_back(engine.intervals(c));
  return out;
}

Outcome outcome_of(const cascade::IntervalEngine& engine, const cascade::Program& program) {
  Outcome out;
  for (Component c = 0; c < program.component_count(); ++c) {
    const auto down = engine.intervals(c);
    out.emplace_back(down.begin(), down.end());
  }
  return out;
}

}  // namespace

TEST_CASE("engines: intervals give what events give") {
  std::uint64_t handed_over = 0;
  CHECK(test::holds("intervals and events", cases, [&handed_over] {
    const auto program = test::random_sketch(any_number()).build();
    const cascade::Plan plan(program);
    cascade::IntervalEngine engine(program, plan);
    for (const std::uint32_t replica : {0U, 7U, 4096U}) {
      engine.run(replica, replica / 2);
      RC_ASSERT(outcome_of(engine, program) == by_events(program, replica, replica / 2));
    }
    handed_over += engine.handed_over();
  }));
  CHECK(handed_over < cases);  // most circles settle by themselves
}
