#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "cascade/engine.hpp"
#include "cascade/intervals.hpp"
#include "cascade/lanes.hpp"
#include "cascade/patch.hpp"
#include "properties/any_sketch.hpp"
#include "support/property.hpp"

// Three engines, one result: the same down intervals of every component, on random programs with circles, chains of
// back-ups, many hits, own failures, shared draws and simultaneous changes. A failing case is made as small as it goes
// and printed.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Interval;
using Outcome = std::vector<std::vector<Interval>>;

constexpr int cases = 3000;

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
    const auto program = test::any_sketch().build();
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
    const auto program = test::any_sketch().build();
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

namespace {

/// A change that the plan of the program still holds for.
cascade::Patch random_patch(const cascade::Program& program) {
  cascade::Patch out;
  const auto upto = [](std::size_t most) { return *rc::gen::inRange<std::size_t>(0, most + 1); };
  if (program.need_count() == 0 || upto(4) == 0) {
    out.restarts.push_back({static_cast<Component>(upto(program.component_count() - 1)),
                            cascade::Draw::fixed(static_cast<cascade::Tick>(1 + upto(30)))});
    return out;
  }
  for (std::size_t i = 0; i <= upto(1); ++i) {
    const auto need = static_cast<std::uint32_t>(upto(program.need_count() - 1));
    cascade::NeedPatch patch{.need = need, .k = {}, .suppliers = {}, .backups = {}};
    const auto suppliers = program.suppliers_of(need);
    switch (upto(3)) {
      case 0:
        patch.k = static_cast<std::uint32_t>(upto(suppliers.size() + 1));
        break;
      case 1:  // one supplier fewer
        patch.suppliers = std::vector<Component>(suppliers.begin() + 1, suppliers.end());
        break;
      default: {
        std::vector<cascade::Backup> chain(program.backups.begin() + program.backup_begin[need],
                                           program.backups.begin() + program.backup_begin[need + 1]);
        auto added = *rc::gen::element(test::reservoir(20), test::generator(30, 50, 80), test::manual(15, 10));
        added.id = stable_id("backups/added");
        if (!chain.empty() && upto(2) == 0) chain.erase(chain.begin());
        chain.insert(chain.begin() + static_cast<std::ptrdiff_t>(upto(chain.size())), added);
        patch.backups = chain;
      }
    }
    out.needs.push_back(patch);
  }
  return out;
}

/// Puts what a comparison reports in the place of what was there, and checks what it says was there.
class Changed : public cascade::ChangeSink {
 public:
  explicit Changed(std::vector<std::vector<std::vector<Interval>>> base) : rows(std::move(base)) {}
  void change(Component component, const cascade::LaneRow& before, const cascade::LaneRow& after) override {
    bool differs = false;
    for (std::uint32_t lane = 0; lane < after.count(); ++lane) {
      std::vector<Interval> old_row;
      std::vector<Interval> new_row;
      before.each(lane, [&](Interval interval) { old_row.push_back(interval); });
      after.each(lane, [&](Interval interval) { new_row.push_back(interval); });
      RC_ASSERT(old_row == rows[component][lane]);
      differs = differs || old_row != new_row;
      rows[component][lane] = new_row;
    }
    if (differs) ++changed;
  }
  std::vector<std::vector<std::vector<Interval>>> rows;
  std::size_t changed = 0;
};

}  // namespace

TEST_CASE("engines: comparing a variant gives what running it from the start gives, again and again") {
  constexpr int compared = test::fewer_under_sanitizer(cases);
  std::size_t changed = 0;
  CHECK(test::holds("compare", compared, [&changed] {
    const auto program = test::any_sketch().build();
    const cascade::Plan plan(program);
    cascade::LaneEngine engine(program, plan, 64, "", cascade::LaneEngine::Keep::all);
    Collector base(program);
    engine.run(3, 3, 40, base);
    for (int i = 0; i < 3; ++i) {
      const cascade::Patch patch = random_patch(program);
      cascade::Program variant = program;
      cascade::apply(patch, variant);
      Changed found(base.rows);
      engine.compare(variant, patch.edited(program), found);
      cascade::LaneEngine anew(variant, plan, 64);
      Collector expected(variant);
      anew.run(3, 3, 40, expected);
      RC_ASSERT(found.rows == expected.rows);
      changed += found.changed;
    }
  }));
  CHECK(changed > compared);
}
