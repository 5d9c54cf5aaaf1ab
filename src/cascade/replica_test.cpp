#include "cascade/replica.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/played_region.hpp"
#include "support/small_programs.hpp"

// Which word of Philox each number comes from (docs/model.md, section 2). The words are made here from the counter
// itself.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Draw;
using cascade::ReplicaDraws;
using cascade::Tick;
using test::ProgramSketch;

constexpr std::uint64_t seed = 0x123456789abcdefULL;
constexpr std::uint32_t replica = 41;

/// Draw `number` of a purpose, straight from the counter (id low, replica, block·2¹⁶ + purpose, id high).
std::uint32_t word(std::string_view entity, std::uint32_t purpose, std::uint32_t number,
                   std::uint32_t of_replica = replica) {
  const auto id = static_cast<std::uint64_t>(stable_id(entity));
  const auto block = philox({static_cast<std::uint32_t>(id), of_replica, (number / 4) * 65536U + purpose,
                             static_cast<std::uint32_t>(id >> 32U)},
                            seed);
  return block[number % 4];
}

/// What a table with the entries 0, 1, 2 … 1023 gives for a word.
Tick entry(std::uint32_t from_word) { return static_cast<Tick>(from_word >> 22U); }

/// A sketch whose table 0 holds its own positions, so that a value tells which word was used.
ProgramSketch counting() {
  ProgramSketch sketch;
  sketch.seed = seed;
  sketch.horizon = 60000;
  sketch.table([](double p) { return std::floor(p * 1024); });
  return sketch;
}

ReplicaDraws drawn(const cascade::Program& program, std::uint32_t of_replica, std::uint32_t group_replica) {
  ReplicaDraws out;
  out.draw_all(program, of_replica, group_replica);
  return out;
}
ReplicaDraws drawn(const cascade::Program& program, std::uint32_t of_replica = replica) {
  return drawn(program, of_replica, of_replica);
}

Draw from_table() { return {.table = 0}; }

/// Whether a count of n draws lies within four standard errors of its probability.
bool near(std::size_t count, double probability, double n) {
  return std::abs(static_cast<double>(count) / n - probability) <= 4 * std::sqrt(probability * (1 - probability) / n);
}

}  // namespace

TEST_CASE("draws: a restart is word 0 of its component, at least one") {
  ProgramSketch sketch = counting();
  sketch.component();
  sketch.component();
  sketch.restart[1] = from_table();
  const auto draws = drawn(sketch.build());
  CHECK(draws.restart[0] == 1);
  CHECK(draws.restart[1] == std::max<Tick>(1, entry(word("assets/1", 0, 0))));
  CHECK(drawn(sketch.build(), 5).restart[1] == std::max<Tick>(1, entry(word("assets/1", 0, 0, 5))));
  sketch.tables[0].fill(0);
  CHECK(drawn(sketch.build()).restart[1] == 1);
}

TEST_CASE("draws: a back-up takes words 0 start, 1 life, 2 contract and 3 capacity of its own id") {
  ProgramSketch sketch = counting();
  const Component source = sketch.component();
  auto set = test::generator(0);
  set.capacity = set.run = set.from = from_table();
  const auto load = sketch.component();
  sketch.need(load, 1, {source}, {set});
  const std::string id = "backups/0.0";
  const std::uint32_t start = word(id, 1, 0);
  sketch.needs[0].backups[0].start_fail_below = start;  // does not start when the word is below
  auto draws = drawn(sketch.build());
  CHECK(draws.backup[0].starts);
  CHECK(draws.backup[0].run == entry(word(id, 1, 1)));
  CHECK(draws.backup[0].from == entry(word(id, 1, 2)));
  CHECK(draws.backup[0].capacity == entry(word(id, 1, 3)));
  sketch.needs[0].backups[0].start_fail_below = std::uint64_t{start} + 1;
  CHECK_FALSE(drawn(sketch.build()).backup[0].starts);
}

TEST_CASE("draws: a hit takes its delays from the words of the shock on that target") {
  ProgramSketch sketch = counting();
  const Component target = sketch.component();
  sketch.hit(target, 100, 50);
  sketch.hits[0].start_delay = sketch.hits[0].length_delay = from_table();
  const auto draws = drawn(sketch.build());
  REQUIRE(draws.hits.size() == 1);
  const Tick start = 100 + entry(word("shocks/0", 2, 0));
  CHECK(draws.hits[0].interval == cascade::Interval{start, start + 50 + entry(word("shocks/0", 0, 1))});
  CHECK(draws.hits[0].component == target);
}

TEST_CASE("draws: a shock takes a target when its selection word is below the share") {
  ProgramSketch sketch = counting();
  sketch.hit(sketch.component(), 0, 10);
  const std::uint32_t selection = word("shocks/0", 6, 0);
  sketch.hits[0].taken_below = selection;
  CHECK(drawn(sketch.build()).hits.empty());
  sketch.hits[0].taken_below = std::uint64_t{selection} + 1;
  CHECK(drawn(sketch.build()).hits.size() == 1);
  const auto taken = [&sketch](std::uint64_t below) {
    sketch.hits[0].taken_below = below;
    const auto program = sketch.build();
    std::size_t count = 0;
    for (std::uint32_t r = 0; r < 4000; ++r) count += drawn(program, r).hits.size();
    return count;
  };
  CHECK(taken(0) == 0);
  CHECK(taken(1ULL << 32U) == 4000);
  CHECK(near(taken(std::uint64_t{3} << 30U), 0.75, 4000));
}

TEST_CASE("draws: breakdowns follow one another by their own words, at most four") {
  ProgramSketch sketch = counting();
  const Component pump = sketch.component();
  sketch.breakdowns.push_back({pump, stable_id("assets/0"), from_table(), from_table()});
  const auto draws = drawn(sketch.build());
  REQUIRE(draws.hits.size() == 4);
  Tick clock = 0;
  for (std::uint32_t n = 0; n < 4; ++n) {
    CAPTURE(n);
    const Tick fails = clock + entry(word("assets/0", 3, 2 * n));
    clock = fails + entry(word("assets/0", 3, 2 * n + 1));
    CHECK(draws.hits[n].interval == cascade::Interval{fails, clock});
    CHECK(draws.hits[n].rule == 0);  // no shocks: rules count on from there
  }
  sketch.horizon = draws.hits[2].interval.start;
  CHECK(drawn(sketch.build()).hits.size() == 2);
  sketch.horizon = draws.hits[2].interval.start + 1;
  const auto cut = drawn(sketch.build());
  REQUIRE(cut.hits.size() == 3);
  CHECK(cut.hits[2].interval.end == sketch.horizon);
}

TEST_CASE("draws: with share 0 everyone has his own word, with 1 the group's, with a half either") {
  ProgramSketch sketch = counting();
  sketch.groups = {stable_id("groups/batteries")};
  sketch.component();
  sketch.restart[0] = {.table = 0, .group = 0};
  // A table of positions has the same entry for two words once in 1,024: take the words where the two differ.
  const auto follows = [&sketch](std::uint64_t below) {
    sketch.restart[0].follow_below = below;
    const auto program = sketch.build();
    std::size_t own = 0;
    std::size_t shared = 0;
    for (std::uint32_t r = 0; r < 4000; ++r) {
      const Tick mine = std::max<Tick>(1, entry(word("assets/0", 0, 0, r)));
      const Tick ours = std::max<Tick>(1, entry(word("groups/batteries", 5, 0, r)));
      if (mine == ours) continue;
      const Tick found = drawn(program, r).restart[0];
      own += found == mine ? 1U : 0U;
      shared += found == ours ? 1U : 0U;
      // Which of the two is told by the follow word: 16·purpose + draw.
      CHECK((found == ours) == (word("assets/0", 4, 0, r) < below));
    }
    CHECK(own + shared > 3900);
    return static_cast<double>(shared) / static_cast<double>(own + shared);
  };
  CHECK(follows(0) == 0.0);
  CHECK(follows(1ULL << 32U) == 1.0);
  CHECK(std::abs(follows(1ULL << 31U) - 0.5) <= 4 * std::sqrt(0.25 / 3900));
}

TEST_CASE("draws: the follow word of a back-up's capacity is 16·1 + 3") {
  ProgramSketch sketch = counting();
  sketch.groups = {stable_id("groups/batteries")};
  const Component source = sketch.component();
  auto battery = test::reservoir(0);
  const std::uint32_t follow = word("backups/0.0", 4, 19);
  battery.capacity = {.table = 0, .group = 0, .follow_below = follow};
  const Component load = sketch.component();
  sketch.need(load, 1, {source}, {battery});
  const Tick own = entry(word("backups/0.0", 1, 3));
  const Tick shared = entry(word("groups/batteries", 5, 0));
  REQUIRE(own != shared);
  CHECK(drawn(sketch.build()).backup[0].capacity == own);
  sketch.needs[0].backups[0].capacity.follow_below = std::uint64_t{follow} + 1;
  CHECK(drawn(sketch.build()).backup[0].capacity == shared);
}

TEST_CASE("draws: a pair has its own words and another replica's shared ones") {
  ProgramSketch sketch = counting();
  sketch.groups = {stable_id("groups/batteries")};
  sketch.component();
  sketch.component();
  sketch.restart[0] = from_table();
  sketch.restart[1] = {.table = 0, .group = 0, .follow_below = 1ULL << 32U};
  const auto program = sketch.build();
  const auto pair = drawn(program, 9, 4);
  CHECK(pair.restart[0] == drawn(program, 9).restart[0]);
  CHECK(pair.restart[1] == drawn(program, 4).restart[1]);
  CHECK(pair.shared == drawn(program, 4).shared);
  CHECK(pair.restart[1] != drawn(program, 9).restart[1]);
}

TEST_CASE("draws: an asset more, wherever it stands in the table, changes no other draw") {
  const auto village = [](bool more) {
    test::RegionSketch sketch;
    const auto spread = test::Figure::uniform(1, 9);
    if (more) {
      sketch.asset("new", spread).breaks_down(test::Figure::exponential(40), spread);
      sketch.asset("newer", spread).need("newer", {"new"}).reservoir(spread).generator({.tank = spread, .run = spread});
    }
    sketch.asset("grid", spread)
        .asset("pump", test::Figure::uniform(0, 5).grouped("crews", 0.5))
        .breaks_down(test::Figure::exponential(60), spread);
    sketch.need("pump", {"grid"})
        .reservoir(spread.grouped("batteries", 0.5))
        .generator({.tank = spread, .run = spread, .start_failure = test::Figure::share(0.3)});
    sketch.hazard("storm", 168)
        .shock("id=grid", 3, 20, {.share = 0.8, .start_delay = spread, .duration_delay = spread});
    return sketch;
  };
  for (std::uint32_t r = 0; r < 20; ++r) {
    test::PlayedRegion before(village(false), r);
    test::PlayedRegion after(village(true), r);
    for (const char* const name : {"grid", "pump"}) {
      CAPTURE(name);
      CHECK(after.engine().draws().restart[after.component(name)] ==
            before.engine().draws().restart[before.component(name)]);
      CHECK(after.down(name) == before.down(name));
    }
    CHECK(after.engine().draws().backup.back().run == before.engine().draws().backup.back().run);
  }
}
