#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "cascade/engine.hpp"
#include "cascade/intervals.hpp"
#include "cascade/lanes.hpp"
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

/// Collects every row: by component, by lane.
class Collector : public cascade::RowSink {
 public:
  explicit Collector(const cascade::Program& program) : rows(program.component_count()) {}
  void row(Component component, const cascade::LaneRow& row) override {
    rows[component].clear();
    for (std::uint32_t lane = 0; lane < row.count(); ++lane) {
      rows[component].emplace_back();
      row.each(lane, [&](Interval interval) { rows[component].back().push_back(interval); });
      RC_ASSERT(row.ever_down(lane) == !rows[component].back().empty());
    }
  }
  [[nodiscard]] Outcome outcome(std::uint32_t lane) const {
    Outcome out;
    for (const auto& lanes : rows) out.push_back(lanes[lane]);
    return out;
  }
  std::vector<std::vector<std::vector<Interval>>> rows;
};

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

TEST_CASE("engines: lanes give what events give, with the code for every kind of processor and batches of any size") {
  std::uint64_t one_by_one = 0;
  std::uint64_t vectors = 0;
  CHECK(test::holds("lanes and events", cases, [&] {
    const auto program = test::random_sketch(any_number()).build();
    const cascade::Plan plan(program);
    const auto first = *rc::gen::element(0U, 5U, 64U, 0xfffffff0U);
    const auto group_first = *rc::gen::element(first, 1000U);
    const auto count = *rc::gen::element(1U, 31U, 32U, 33U, 70U);
    std::vector<Outcome> expected;
    for (std::uint32_t i = 0; i < count; ++i) expected.push_back(by_events(program, first + i, group_first + i));
    for (const auto& kernel : cascade::lanes::kernel_names()) {
      cascade::LaneEngine engine(program, plan, 96, kernel);
      Collector found(program);
      engine.run(first, group_first, count, found);
      for (std::uint32_t i = 0; i < count; ++i) RC_ASSERT(found.outcome(i) == expected[i]);
      one_by_one += engine.counts().one_by_one;
      vectors += engine.counts().vectors;
    }
  }));
  CHECK(one_by_one > 0);
  CHECK(one_by_one < vectors * 8);  // of 32 lanes: most are done by the vector code, so that it is what was tested
}
