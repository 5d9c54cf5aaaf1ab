#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "cascade/engine.hpp"
#include "cascade/region_cascade_1.hpp"
#include "cascade/region_cascade_1_writer.hpp"
#include "importers/package/package.hpp"
#include "properties/any_sketch.hpp"
#include "support/property.hpp"

// Programs in the format region-cascade-1: what fits in it comes back as it was, draw for draw, and what the writer
// made of the rest fits.

namespace {

using namespace veer;
using cascade::BackupKind;
using cascade::Component;
using cascade::Draw;
using cascade::Interval;

constexpr int cases = 2000;

std::uint64_t any_number() { return *rc::gen::arbitrary<std::uint64_t>(); }

cascade::ExchangeLabels plain_labels(const cascade::Program& program) {
  cascade::ExchangeLabels out;
  out.names.assign(program.component_count(), "component");
  out.kinds.assign(program.component_count(), "thing");
  out.service.assign(program.component_count(), -1);
  out.population.assign(program.component_count(), 0);
  out.need_names.assign(program.need_count(), "need");
  return out;
}

std::vector<std::vector<Interval>> played(const cascade::Program& program, std::uint32_t replica) {
  cascade::Engine engine(program);
  engine.run(replica);
  std::vector<std::vector<Interval>> out;
  for (Component c = 0; c < program.component_count(); ++c) out.push_back(engine.intervals(c));
  return out;
}

/// A chain with a reservoir at most, then a generator or manual fallback at most, of fixed capacities.
void fit_chain(std::vector<cascade::Backup>& chain) {
  std::vector<cascade::Backup> fits;
  for (cascade::Backup& backup : chain) {
    backup.recharge = 3;
    if (backup.capacity.table >= 0) backup.capacity = Draw::fixed(7);
    const bool reservoir = backup.kind == BackupKind::reservoir;
    if (fits.empty() || (fits.size() == 1 && fits[0].kind == BackupKind::reservoir && !reservoir))
      fits.push_back(backup);
  }
  chain = std::move(fits);
}

/// A random program of what the format can say, with the ids and so the draws of the format.
cascade::Program random_fitting_program(std::uint64_t number) {
  auto sketch = test::random_sketch(number);
  const auto own = [](Draw& draw) { draw.group = -1; };
  sketch.breakdowns.clear();
  std::set<Component> seen;
  std::erase_if(sketch.hits, [&seen](const cascade::Hit& hit) { return !seen.insert(hit.component).second; });
  for (cascade::Hit& hit : sketch.hits) {
    hit.start = 0;
    hit.start_delay = {};
    hit.taken_below = 1ULL << 32U;
    own(hit.length_delay);
  }
  for (Draw& restart : sketch.restart) own(restart);
  for (auto& need : sketch.needs) {
    fit_chain(need.backups);
    for (cascade::Backup& backup : need.backups) {
      own(backup.run);
      own(backup.from);
    }
  }
  auto program = sketch.build();
  for (std::size_t c = 0; c < program.component_count(); ++c) program.component_id[c] = StableId{c};
  for (cascade::Hit& hit : program.hits) hit.id = StableId{hit.component};
  for (std::size_t j = 0; j < program.need_count(); ++j)
    for (std::size_t i = program.backup_begin[j]; i < program.backup_begin[j + 1]; ++i)
      program.backups[i].id = StableId{j};
  return program;
}

}  // namespace

TEST_CASE("exchange: what fits in region-cascade-1 comes back the same, draw for draw") {
  CHECK(test::holds("written and read", test::fewer_under_sanitizer(cases), [] {
    const auto program = random_fitting_program(any_number());
    const auto text = cascade::write_region_cascade_1(program, plain_labels(program));
    RC_ASSERT(text.replaced.empty());
    const auto model = cascade::parse_region_cascade_1(text.json, "model.json");
    RC_ASSERT(model.has_value());
    for (const std::uint32_t replica : {0U, 7U, 4096U})
      RC_ASSERT(played(model->program, replica) == played(program, replica));
  }));
}

TEST_CASE("exchange: what the writer makes of any program fits, and is written the same again") {
  CHECK(test::holds("written twice", test::fewer_under_sanitizer(cases), [] {
    const auto program = test::any_sketch().build();
    const auto first = cascade::write_region_cascade_1(program, plain_labels(program));
    const auto model = cascade::parse_region_cascade_1(first.json, "model.json");
    RC_ASSERT(model.has_value());
    const auto second = cascade::write_region_cascade_1(model->program, plain_labels(model->program));
    RC_ASSERT(second.replaced.empty());
    const bool same = second.json == first.json;  // the texts are too long to print
    RC_ASSERT(same);
  }));
}

TEST_CASE("exchange: of dorp only the hand pump of the depot does not fit, and nothing else changes") {
  Diagnostics notes;
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  REQUIRE(source != nullptr);
  const auto region = importers::load_region(std::string(source) + "/regions/dorp", notes);
  REQUIRE(region.has_value());
  const auto compiled = cascade::compile(*region, {.hazard = *region->find_hazard("power-72h"), .seed = 72});
  REQUIRE(compiled.has_value());
  const auto text = cascade::write_region_cascade_1(compiled->program, cascade::exchange_labels(*region, *compiled));
  REQUIRE(text.replaced.size() == 1);
  CHECK(text.replaced[0].what == cascade::Unfit::chain);
  CHECK(text.replaced[0].places == std::vector<std::string>{"needs/depot.electricity"});
  const auto model = cascade::parse_region_cascade_1(text.json, "dorp.json");
  REQUIRE(model.has_value());
  const auto before = played(compiled->program, 0);
  const auto after = played(model->program, 0);
  for (Component c = 0; c < before.size(); ++c) {
    CAPTURE(compiled->names[c]);
    // Without the pump the depot stays out until power is back at 4475, and restarts in 45 (docs/model.md, 7.1).
    if (compiled->names[c] == "assets/depot")
      CHECK(after[c] == std::vector<Interval>{{375, 4520}});
    else
      CHECK(after[c] == before[c]);
  }
}
