#include "ensemble/checkpoint.hpp"

#include <doctest/doctest.h>

#include "ensemble/room.hpp"
#include "support/ready_region.hpp"

using namespace veer;
using ensemble::Kept;
using ensemble::Outcome;
using ensemble::Part;
using ensemble::RunMark;
using test::ReadyRegion;

namespace {

const RunMark mark{.digest = 7, .label = "village, storm, seed 5"};

/// A run of so many replicas as a part.
std::string part_of(const ReadyRegion& ready, std::uint32_t replicas) {
  const Outcome outcome = ensemble::run(ready.world(), {.replicas = replicas});
  const Kept all{{0, replicas}, 0};
  return ensemble::to_bytes(mark, outcome, {&all, 1});
}

Outcome room_for(const ReadyRegion& ready, std::uint32_t replicas) {
  Outcome out = ensemble::make_room(ready.world(), replicas);
  ensemble::grow_to(out, replicas, ready.population.municipalities().size());
  return out;
}

std::string refusal(std::string bytes) {
  const auto part = Part::read(std::move(bytes), "rank-0.part");
  REQUIRE_FALSE(part.has_value());
  CHECK(part.error().place.file == "rank-0.part");
  return part.error().message.key;
}

}  // namespace

TEST_CASE("checkpoint: what is written is read back, and gives the same bytes again") {
  const ReadyRegion ready(test::busy_region());
  const std::string bytes = part_of(ready, 70);
  const auto part = Part::read(bytes, "x");
  REQUIRE(part.has_value());
  CHECK(part->mark() == mark);
  CHECK(part->replicas().stretches() == std::vector<ensemble::Stretch>{{0, 70}});
  Outcome again = room_for(ready, 70);
  REQUIRE(part->add_to(again).has_value());
  const Kept all{{0, 70}, 0};
  CHECK(ensemble::to_bytes(mark, again, {&all, 1}) == bytes);
}

TEST_CASE("checkpoint: records go to the place of their replica, whatever place they came from") {
  const ReadyRegion ready(test::busy_region());
  const Outcome source = ensemble::run(ready.world(), {.replicas = 10});
  // Places 0 … 4 stand for replicas 20 … 24, places 5 … 9 for replicas 3 … 7.
  const std::vector<Kept> kept{{{20, 5}, 0}, {{3, 5}, 5}};
  const auto part = Part::read(ensemble::to_bytes(mark, source, kept), "x");
  REQUIRE(part.has_value());
  CHECK(part->replicas().stretches() == std::vector<ensemble::Stretch>{{3, 5}, {20, 5}});
  Outcome target = room_for(ready, 25);
  REQUIRE(part->add_to(target).has_value());
  CHECK(target.total_unmet_h[20] == source.total_unmet_h[0]);
  CHECK(target.total_unmet_h[7] == source.total_unmet_h[9]);
  CHECK(target.asset_down[0][24] == source.asset_down[0][4]);
  CHECK(target.processes[1][3].down == source.processes[1][5].down);
  CHECK(target.total_unmet_h[8] == 0);
}

TEST_CASE("checkpoint: a byte that changed is noticed wherever it stands") {
  const ReadyRegion ready(test::busy_region());
  const std::string whole = part_of(ready, 3);
  CHECK(Part::read(whole, "x").has_value());
  // The head byte by byte, the rest in steps that meet every section.
  for (std::size_t at = 0; at < whole.size(); at += at < 200 || at + 200 > whole.size() ? 1U : 61U) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    CAPTURE(at);
    const std::string key = refusal(damaged);
    CHECK(key == (at < 8    ? "ensemble.checkpoint.no_part"
                  : at < 12 ? "ensemble.checkpoint.version"
                            : "ensemble.checkpoint.damaged"));
  }
}

TEST_CASE("checkpoint: a file that is cut off or too long is refused") {
  const ReadyRegion ready(test::busy_region());
  const std::string whole = part_of(ready, 2);
  CHECK(refusal("") == "ensemble.checkpoint.no_part");
  CHECK(refusal("id,name\n") == "ensemble.checkpoint.no_part");
  for (std::size_t size : {std::size_t{8}, std::size_t{13}, std::size_t{40}, whole.size() / 2, whole.size() - 1})
    CHECK(refusal(whole.substr(0, size)) == "ensemble.checkpoint.damaged");
  CHECK(refusal(whole + '\0') == "ensemble.checkpoint.damaged");
}

TEST_CASE("checkpoint: sections of another region do not fit") {
  const ReadyRegion busy(test::busy_region());
  test::RegionSketch sketch;
  sketch.asset("grid").zone("z", 10).daily("z", "light", {"grid"}).outage("grid", 5, 24);
  const ReadyRegion other(sketch);
  const auto part = Part::read(part_of(busy, 2), "x");
  REQUIRE(part.has_value());
  Outcome target = room_for(other, 2);
  const auto added = part->add_to(target);
  REQUIRE_FALSE(added.has_value());
  CHECK(added.error().message.key == "ensemble.checkpoint.damaged");
}
