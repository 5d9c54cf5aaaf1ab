#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <functional>
#include <map>

#include "cascade/engine.hpp"
#include "faulttree/cut_sets.hpp"
#include "faulttree/held_probability.hpp"
#include "faulttree/probability.hpp"
#include "support/held_states.hpp"
#include "support/property.hpp"
#include "support/small_programs.hpp"

// The held view (docs/method/held_view.md) against enumeration of every draw, and against the engine.

namespace {

using namespace veer;
using namespace veer::faulttree;
using cascade::BackupKind;
using cascade::Component;
using cascade::Draw;
using cascade::Program;
using cascade::Tick;

std::uint64_t any_number() { return *rc::gen::arbitrary<std::uint64_t>(); }
Tick upto(Tick most) { return *rc::gen::inRange<Tick>(0, most + 1); }
bool one_in(Tick n) { return upto(n - 1) == 0; }

/// A draw of two values, 3/8 the lower one, perhaps of a group; or a constant.
Draw coin(test::ProgramSketch& sketch, Tick most, int& left) {
  const Tick a = upto(most);
  if (left == 0 || one_in(3)) return Draw::fixed(a);
  --left;
  const Tick b = a + upto(most);
  Draw out;
  out.table = sketch.table([&](double p) { return p < 0.375 ? a : b; });
  if (!one_in(3)) {
    out.group = upto(static_cast<Tick>(sketch.groups.size()) - 1);
    out.follow_below = one_in(3) ? 1ULL << 32U : static_cast<std::uint64_t>(1 + upto(2)) << 30U;
  }
  return out;
}

/// A few components with few draws: all states can be counted. Circles, chains of any kind, hits and breakdowns.
test::ProgramSketch tiny_sketch(Tick h) {
  test::ProgramSketch sketch;
  sketch.horizon = h + upto(10);
  sketch.groups = {stable_id("groups/a"), stable_id("groups/b")};
  int left = 6;
  const Tick count = 2 + upto(4);
  for (Tick c = 0; c < count; ++c) sketch.component(1);
  for (Component c = 1; c < static_cast<Component>(count); ++c)
    for (Tick n = 0; n <= upto(1); ++n) {
      std::vector<Component> suppliers;
      for (Tick s = 0; s <= upto(2); ++s) suppliers.push_back(static_cast<Component>(upto(count - 1)));
      std::vector<cascade::Backup> chain;
      for (Tick i = 0; i < upto(3); ++i) {
        cascade::Backup backup;
        backup.kind = static_cast<BackupKind>(upto(2));
        backup.capacity = coin(sketch, h, left);
        if (backup.kind == BackupKind::generator) {
          backup.start_fail_below = left > 0 && one_in(3) ? 1ULL << 30U : 0;
          if (backup.start_fail_below > 0) --left;
          if (one_in(2)) backup.run = coin(sketch, h, left);
          if (one_in(4)) backup.start_delay = upto(h);
        }
        if (backup.kind != BackupKind::reservoir)
          backup.from =
              one_in(2) ? Draw::fixed(backup.kind == BackupKind::manual ? 0 : cascade::never) : coin(sketch, h, left);
        chain.push_back(backup);
      }
      sketch.need(c, static_cast<std::uint32_t>(1 + upto(static_cast<Tick>(suppliers.size()))), suppliers, chain);
    }
  sketch.hit(0, 0, sketch.horizon);
  if (one_in(2)) {
    sketch.hit(static_cast<Component>(upto(count - 1)), upto(h + 3), upto(1));
    if (left > 0) sketch.hits.back().start_delay = coin(sketch, h, left);
    if (left > 0) sketch.hits.back().length_delay = coin(sketch, 1, left);
    if (left > 0 && one_in(2)) {
      --left;
      sketch.hits.back().taken_below = 1ULL << 31U;
    }
  }
  if (left > 0 && one_in(3))
    sketch.breakdowns.push_back({static_cast<Component>(upto(count - 1)), stable_id("assets/0"),
                                 coin(sketch, 2 * h, left), Draw::fixed(1 + upto(2))});
  return sketch;
}

/// P(held) by the words of the model: every value of every word, minute by minute, nothing of the held view's own code.
class Enumeration {
 public:
  Enumeration(const Program& program, Tick h) : program_(program), h_(h) {}

  double chance(Component top) {
    group_low_.assign(program_.groups.size(), false);
    sum_ = 0;
    top_ = top;
    groups(0, 1);
    return sum_;
  }

 private:
  void groups(std::size_t group, double weight) {
    if (group == group_low_.size()) return entities(weight);
    for (const bool low : {true, false}) {
      group_low_[group] = low;
      groups(group + 1, weight * (low ? 0.375 : 0.625));
    }
  }

  /// All draws that vary, one after the other; each picks a value and goes on.
  void entities(double weight) {
    backup_.assign(program_.backups.size(), {});
    hit_.assign(program_.component_count(), false);
    std::vector<std::function<void(double, const std::function<void(double)>&)>> choices;
    for (std::size_t i = 0; i < program_.backups.size(); ++i) {
      const auto& spec = program_.backups[i];
      const double no_start = static_cast<double>(spec.start_fail_below) / 4294967296.0;
      choices.push_back([this, i, no_start](double w, const auto& go) {
        for (const bool starts : {true, false}) {
          if ((starts ? 1 - no_start : no_start) <= 0) continue;
          backup_[i].starts = starts;
          go(w * (starts ? 1 - no_start : no_start));
        }
      });
      choices.push_back(each(spec.capacity, backup_[i].capacity));
      choices.push_back(each(spec.run, backup_[i].run));
      choices.push_back(each(spec.from, backup_[i].from));
    }
    std::vector<std::array<Tick, 3>> hits(program_.hits.size());
    for (std::size_t i = 0; i < program_.hits.size(); ++i) {
      const double taken = std::min(1.0, static_cast<double>(program_.hits[i].taken_below) / 4294967296.0);
      choices.push_back([&hits, i, taken](double w, const auto& go) {
        for (const Tick yes : {1, 0}) {
          if ((yes == 1 ? taken : 1 - taken) <= 0) continue;
          hits[i][0] = yes;
          go(w * (yes == 1 ? taken : 1 - taken));
        }
      });
      choices.push_back(each(program_.hits[i].start_delay, hits[i][1]));
      choices.push_back(each(program_.hits[i].length_delay, hits[i][2]));
    }
    std::vector<Tick> failure(program_.breakdowns.size());
    for (std::size_t i = 0; i < failure.size(); ++i)
      choices.push_back(each(program_.breakdowns[i].failure, failure[i]));
    const std::function<void(std::size_t, double)> go = [&](std::size_t at, double w) {
      if (at < choices.size()) return choices[at](w, [&](double next) { go(at + 1, next); });
      std::fill(hit_.begin(), hit_.end(), false);
      for (std::size_t i = 0; i < hits.size(); ++i) {
        const auto& spec = program_.hits[i];
        if (hits[i][0] == 1 && spec.start + hits[i][1] < h_ && spec.length + hits[i][2] > 0)
          hit_[spec.component] = true;
      }
      for (std::size_t i = 0; i < failure.size(); ++i)
        if (failure[i] < h_) hit_[program_.breakdowns[i].component] = true;
      if (down()) sum_ += w;
    };
    go(0, weight);
  }

  std::function<void(double, const std::function<void(double)>&)> each(const Draw& draw, Tick& place) {
    return [this, &draw, &place](double w, const auto& go) {
      if (draw.table < 0) {
        place = draw.constant;
        return go(w);
      }
      const auto& table = program_.tables[static_cast<std::size_t>(draw.table)];
      const double follow = draw.group < 0 ? 0 : static_cast<double>(draw.follow_below) / 4294967296.0;
      if (follow > 0) {
        place = group_low_[static_cast<std::size_t>(draw.group)] ? table.front() : table.back();
        go(w * follow);
      }
      if (follow >= 1) return;
      place = table.front();
      go(w * (1 - follow) * 0.375);
      place = table.back();
      go(w * (1 - follow) * 0.625);
    };
  }

  /// Minute by minute with the supply gone from the start: does a need go unmet before h?
  bool gives_out(std::size_t need) {
    const std::size_t begin = program_.backup_begin[need];
    std::vector<Tick> used(program_.backup_begin[need + 1] - begin, 0);
    for (Tick t = 0; t < h_; ++t) {
      bool carried = false;
      for (std::size_t i = 0; i < used.size() && !carried; ++i) {
        const auto& drawn = backup_[begin + i];
        switch (program_.backups[begin + i].kind) {
          case BackupKind::reservoir:
            carried = used[i] < drawn.capacity;
            break;
          case BackupKind::manual:
            carried = used[i] < drawn.capacity && t >= drawn.from;
            break;
          case BackupKind::generator:
            carried = drawn.starts && used[i] < drawn.run && (used[i] < drawn.capacity || t >= drawn.from) &&
                      t >= program_.backups[begin + i].start_delay;
            break;
        }
        if (carried) ++used[i];
      }
      if (!carried) return true;
    }
    return false;
  }

  bool down() {
    std::vector<bool> fails(program_.need_count());
    for (std::size_t need = 0; need < fails.size(); ++need) fails[need] = gives_out(need);
    std::vector<bool> down = hit_;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t need = 0; need < fails.size(); ++need) {
        std::uint32_t up = 0;
        for (const Component supplier : program_.suppliers_of(need)) up += down[supplier] ? 0U : 1U;
        if (!fails[need] || up >= program_.need_k[need] || down[program_.need_component[need]]) continue;
        down[program_.need_component[need]] = changed = true;
      }
    }
    return down[top_];
  }

  const Program& program_;
  Tick h_;
  Component top_ = 0;
  double sum_ = 0;
  std::vector<bool> group_low_, hit_;
  std::vector<cascade::BackupDraw> backup_;
};

double tree_chance(const HeldTree& held) {
  Limits limits;
  const auto diagrams = build_diagrams(held.tree.circuit, limits, held.shared_events()).value();
  std::vector<double> chances;
  for (const TreeEvent& event : held.tree.events) chances.push_back(event.probability);
  return top_chance(diagrams, module_chances(diagrams, chances)).holds;
}

bool shares_nothing(const HeldCone& cone) {
  std::map<std::int32_t, int> uses;
  for (const HeldCause& cause : cone.causes)
    for (const HeldSlot& slot : cause.slots)
      if (slot.group >= 0 && ++uses[slot.group] > 1) return false;
  return true;
}

bool goes_down(const cascade::Engine& engine, Component component, Tick h) {
  bool out = false;
  engine.each_interval(component, [&](cascade::Interval interval) { out = out || interval.start < h; });
  return out;
}

}  // namespace

TEST_CASE("held view: the chance is that of counting every value of every word") {
  int open = 0;
  int alone = 0;
  CHECK(test::holds("held by enumeration", 1500, [&] {
    const Tick h = 3 + upto(9);
    const Program program = tiny_sketch(h).build();
    const HeldView view(program, h);
    const auto top = static_cast<Component>(program.component_count() - 1);
    const auto cone = view.cone(top).value();
    const double expected = Enumeration(program, h).chance(top);
    Limits limits;
    const auto found = held_probability(cone, limits).value();
    RC_ASSERT(found.exact);
    RC_ASSERT(std::abs(found.value() - expected) < 1e-12);
    if (cone.verdict != HeldCone::Verdict::open) return;
    ++open;
    // Where no two draws share a word the tree of parts is exact too.
    if (!shares_nothing(cone)) return;
    ++alone;
    RC_ASSERT(std::abs(tree_chance(view.tree(cone, top)) - expected) < 1e-12);
  }));
  CHECK(open > 60);
  CHECK(alone > 15);
}

TEST_CASE("held view: taking shared values together brackets the chance") {
  std::size_t compared = 0;
  CHECK(test::holds("held bracket", 1500, [&] {
    const std::uint64_t number = any_number();
    auto sketch = test::random_sketch(number);
    const Program program = sketch.build();
    const Tick h = std::max<Tick>(1, program.horizon / 3);
    const HeldView view(program, h);
    for (Component c = 0; c < program.component_count(); ++c) {
      const auto cone = view.cone(c).value();
      Limits limits;
      const auto exact = held_probability(cone, limits, 2e7);
      const auto coarse = held_probability(cone, limits, 10);
      if (!exact || !coarse || !exact->exact) continue;
      compared += coarse->exact ? 0U : 1U;
      RC_ASSERT(coarse->low <= exact->value() + 1e-12);
      RC_ASSERT(coarse->high >= exact->value() - 1e-12);
    }
  }));
  CHECK(compared > 100);
}

TEST_CASE("held view: what the engine sees fail within the horizon fails in the held view, draw by draw") {
  int failed = 0;
  CHECK(test::holds("held is never milder", 1000, [&failed] {
    const Program program = test::random_sketch(any_number()).build();
    const Tick h = 1 + upto(program.horizon - 1);
    const HeldView view(program, h);
    cascade::Engine engine(program);
    for (std::uint32_t replica = 0; replica < 6; ++replica) {
      engine.run(replica);
      for (Component c = 0; c < program.component_count(); ++c) {
        if (!goes_down(engine, c, h)) continue;
        ++failed;
        const auto cone = view.cone(c);
        if (cone) RC_ASSERT(test::held_down(program, engine.draws(), *cone));
      }
    }
  }));
  CHECK(failed > 1000);
}

namespace {

/// Where every need with a back-up hangs on what is hit at minute 0 or on what never fails, and nothing that gave out
/// comes back within the horizon (no late contract), the held view is the truth.
test::ProgramSketch sketch_without_series(Tick h) {
  test::ProgramSketch sketch;
  sketch.horizon = h + 20;
  sketch.groups = {stable_id("groups/a"), stable_id("groups/b")};
  const auto spread = [&](Tick most) {
    Draw out;
    out.table = sketch.table([&](double p) { return p * most + 0.5; });
    out.group = upto(1);
    out.follow_below = static_cast<std::uint64_t>(upto(4)) << 30U;
    return out;
  };
  const Component source = sketch.component();
  const Component safe = sketch.component();
  sketch.hit(source, 0, sketch.horizon);
  for (Tick i = 0; i < 3; ++i) {
    auto generator = test::generator(0);
    generator.capacity = spread(2 * h);
    generator.run = spread(4 * h);
    generator.start_fail_below = 1ULL << 29U;
    auto battery = test::reservoir(0);
    battery.capacity = spread(h / 2);
    const Component carried = sketch.component();
    sketch.need(carried, 1, one_in(4) ? std::vector<Component>{safe, source} : std::vector<Component>{source},
                {battery, generator});
  }
  for (Tick i = 0; i < 3; ++i) {
    const Component plain = sketch.component();
    sketch.need(plain, static_cast<std::uint32_t>(1 + upto(1)),
                {static_cast<Component>(2 + upto(2)), static_cast<Component>(2 + upto(2)),
                 static_cast<Component>(5 + upto(2))});
  }
  while (sketch.restart.size() < 8) sketch.component();
  return sketch;
}

}  // namespace

TEST_CASE("held view: without buffers in series it says what the engine says, and its chance is the engine's share") {
  int tried = 0;
  CHECK(test::holds("held is the truth", 60, [&tried] {
    const Tick h = 20 + upto(30);
    const Program program = sketch_without_series(h).build();
    const HeldView view(program, h);
    cascade::Engine engine(program);
    constexpr std::uint32_t replicas = 400;
    std::vector<int> down(program.component_count(), 0);
    std::vector<HeldCone> cones;
    for (Component c = 0; c < program.component_count(); ++c) cones.push_back(view.cone(c).value());
    for (std::uint32_t replica = 0; replica < replicas; ++replica) {
      engine.run(replica);
      for (Component c = 0; c < program.component_count(); ++c) {
        const bool fails = goes_down(engine, c, h);
        down[c] += fails ? 1 : 0;
        RC_ASSERT(test::held_down(program, engine.draws(), cones[c]) == fails);
      }
    }
    for (Component c = 0; c < program.component_count(); ++c) {
      Limits limits;
      const auto p = held_probability(cones[c], limits).value();
      const double share = static_cast<double>(down[c]) / replicas;
      const double error = std::sqrt(std::max(1.0 / replicas, p.value() * (1 - p.value())) / replicas);
      // Five standard errors: the test looks at some hundreds of components.
      RC_ASSERT(share >= p.low - 5 * error);
      RC_ASSERT(share <= p.high + 5 * error);
      ++tried;
    }
  }));
  CHECK(tried >= 60 * 8);
}
