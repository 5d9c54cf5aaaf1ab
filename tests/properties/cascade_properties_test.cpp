#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <utility>

#include "cascade/engine.hpp"
#include "properties/any_sketch.hpp"
#include "support/minute_stepper.hpp"
#include "support/property.hpp"

// Random small programs against the plain stepper, and the monotonicity that makes the core exact (docs/model.md,
// section 4). A failing case is made as small as it goes and printed.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Interval;
using test::ProgramSketch;
using Outcome = std::vector<std::vector<Interval>>;

constexpr int cases = 3000;

template <class Property>
bool holds(const char* name, Property&& property) {
  return test::holds(name, cases, std::forward<Property>(property));
}

Outcome engine_outcome(const cascade::Program& program, std::uint32_t replica, std::uint32_t group_replica) {
  cascade::Engine engine(program);
  engine.run(replica, group_replica);
  Outcome out;
  for (Component c = 0; c < program.component_count(); ++c) out.push_back(engine.intervals(c));
  return out;
}

std::vector<char> down_at(const std::vector<Interval>& intervals, cascade::Tick horizon) {
  std::vector<char> down(static_cast<std::size_t>(horizon), 0);
  for (const Interval& interval : intervals) std::fill(down.begin() + interval.start, down.begin() + interval.end, 1);
  return down;
}

/// Whatever is down in `less` is down in `more` too, at every tick.
bool nowhere_worse(const Outcome& less, const Outcome& more, cascade::Tick horizon) {
  for (std::size_t c = 0; c < less.size(); ++c) {
    const auto a = down_at(less[c], horizon);
    const auto b = down_at(more[c], horizon);
    for (std::size_t t = 0; t < a.size(); ++t)
      if (a[t] > b[t]) return false;
  }
  return true;
}

Outcome outcome_of(const ProgramSketch& sketch) { return engine_outcome(sketch.build(), 7, 7); }

}  // namespace

TEST_CASE("cascade: the event engine gives the stepper's intervals for every component of random programs") {
  std::size_t down = 0;
  CHECK(holds("engine equals stepper", [&down] {
    const auto program = test::any_sketch().build();
    const auto replica = *rc::gen::inRange<std::uint32_t>(0, 1000);
    const auto expected = test::step_by_minute(program, replica);
    for (const auto& intervals : expected) down += intervals.size();
    RC_ASSERT(engine_outcome(program, replica, replica) == expected);
  }));
  CHECK(down > cases);  // the programs are worth comparing: things do go down
}

TEST_CASE(
    "cascade: with start delays of generators, beyond the core, the event engine gives the stepper's intervals too") {
  std::size_t delayed = 0;
  CHECK(holds("start delays", [&delayed] {
    auto sketch = test::any_sketch();
    const auto delay = *rc::gen::inRange<cascade::Tick>(1, 20);
    for (auto& need : sketch.needs)
      for (auto& backup : need.backups)
        if (backup.kind == cascade::BackupKind::generator) backup.start_delay = delay;
    const auto program = sketch.build();
    auto at_once = program;
    for (auto& backup : at_once.backups) backup.start_delay = 0;
    const auto expected = test::step_by_minute(program, 5);
    RC_ASSERT(engine_outcome(program, 5, 5) == expected);
    if (expected != test::step_by_minute(at_once, 5)) ++delayed;
  }));
  CHECK(delayed > cases / 20);  // the delays matter
}

TEST_CASE("cascade: other own draws with the same shared draws agree with the stepper too") {
  CHECK(holds("paired replicas", [] {
    const auto program = test::any_sketch().build();
    RC_ASSERT(engine_outcome(program, 11, 4) == test::step_by_minute(program, 11, 4));
  }));
}

TEST_CASE("cascade: an engine used again gives what a new one gives") {
  CHECK(holds("engine reuse", [] {
    const auto program = test::any_sketch().build();
    cascade::Engine engine(program);
    engine.run(3);
    engine.run(1);
    Outcome again;
    for (Component c = 0; c < program.component_count(); ++c) again.push_back(engine.intervals(c));
    RC_ASSERT(again == engine_outcome(program, 1, 1));
  }));
}

TEST_CASE("cascade: intervals are in order, apart, not empty and within the horizon") {
  CHECK(holds("interval form", [] {
    const auto sketch = test::any_sketch();
    for (const auto& intervals : outcome_of(sketch)) {
      cascade::Tick last = -1;
      for (const Interval& interval : intervals) {
        RC_ASSERT(interval.start > last);
        RC_ASSERT(interval.end > interval.start);
        RC_ASSERT(interval.end <= sketch.horizon);
        last = interval.end;
      }
    }
  }));
}

TEST_CASE("cascade: a longer hit never shortens anyone's downtime") {
  CHECK(holds("longer hit", [] {
    auto sketch = test::any_sketch();
    const auto target = static_cast<Component>(*rc::gen::inRange<std::size_t>(0, sketch.restart.size()));
    sketch.hit(target, *rc::gen::inRange(0, sketch.horizon), *rc::gen::inRange(0, 40));
    const auto before = outcome_of(sketch);
    sketch.hits.back().length += *rc::gen::inRange(1, 40);
    RC_ASSERT(nowhere_worse(before, outcome_of(sketch), sketch.horizon));
  }));
}

TEST_CASE("cascade: one hit more never helps anyone") {
  CHECK(holds("hit more", [] {
    auto sketch = test::any_sketch();
    const auto before = outcome_of(sketch);
    const auto target = static_cast<Component>(*rc::gen::inRange<std::size_t>(0, sketch.restart.size()));
    sketch.hit(target, *rc::gen::inRange(0, sketch.horizon), *rc::gen::inRange(1, 40));
    RC_ASSERT(nowhere_worse(before, outcome_of(sketch), sketch.horizon));
  }));
}

TEST_CASE("cascade: a back-up added at the end of a chain never hurts anyone") {
  CHECK(holds("back-up added", [] {
    auto sketch = test::any_sketch();
    RC_PRE(!sketch.needs.empty());
    const auto before = outcome_of(sketch);
    auto& need = sketch.needs[*rc::gen::inRange<std::size_t>(0, sketch.needs.size())];
    auto added = *rc::gen::element(test::reservoir(12), test::generator(20), test::manual(15, 10));
    added.id = stable_id("backups/added");
    need.backups.push_back(added);
    RC_ASSERT(nowhere_worse(outcome_of(sketch), before, sketch.horizon));
  }));
}

TEST_CASE("cascade: a larger reservoir never hurts anyone") {
  CHECK(holds("larger reservoir", [] {
    auto sketch = test::any_sketch();
    RC_PRE(!sketch.needs.empty());
    auto& need = sketch.needs[*rc::gen::inRange<std::size_t>(0, sketch.needs.size())];
    auto battery = test::reservoir(*rc::gen::inRange(0, 30), *rc::gen::inRange(1, 6));
    battery.id = stable_id("backups/battery");
    const auto place = *rc::gen::inRange<std::size_t>(0, need.backups.size() + 1);
    need.backups.insert(need.backups.begin() + static_cast<std::ptrdiff_t>(place), battery);
    const auto before = outcome_of(sketch);
    need.backups[place].capacity.constant += *rc::gen::inRange(1, 30);
    RC_ASSERT(nowhere_worse(outcome_of(sketch), before, sketch.horizon));
  }));
}

TEST_CASE("cascade: a longer restart never helps anyone") {
  CHECK(holds("longer restart", [] {
    auto sketch = test::any_sketch();
    auto& restart = sketch.restart[*rc::gen::inRange<std::size_t>(0, sketch.restart.size())];
    restart = cascade::Draw::fixed(*rc::gen::inRange(1, 10));
    const auto before = outcome_of(sketch);
    restart.constant += *rc::gen::inRange(1, 20);
    RC_ASSERT(nowhere_worse(before, outcome_of(sketch), sketch.horizon));
  }));
}

TEST_CASE("cascade: an unrelated component changes nobody else's draws") {
  CHECK(holds("unrelated component", [] {
    auto sketch = test::any_sketch();
    const auto before = outcome_of(sketch);
    const auto added = sketch.component(3);
    sketch.hit(added, 5, 10);
    auto after = outcome_of(sketch);
    const std::vector<Interval> own{Interval{5, 18}};  // hit on [5, 15), restart 3
    RC_ASSERT(after.back() == own);
    after.pop_back();
    RC_ASSERT(after == before);
  }));
}

TEST_CASE("cascade: what is reported as a restart deadlock is not back for good however long one waits") {
  std::size_t deadlocks = 0;
  CHECK(holds("deadlock lasts", [&deadlocks] {
    auto sketch = test::any_sketch();
    const auto program = sketch.build();
    cascade::Engine engine(program);
    engine.run(7);
    const auto stuck = engine.deadlocked();
    deadlocks += stuck.size();
    sketch.horizon += 2000;
    const auto later = outcome_of(sketch);
    for (const Component c : stuck) {  // a battery may still bring one up for a while
      RC_ASSERT(!later[c].empty());
      RC_ASSERT(later[c].back().end == sketch.horizon);
    }
  }));
  CHECK(deadlocks > 100);
}
