#include "cascade/down_record.hpp"

#include <doctest/doctest.h>

#include "support/ready_region.hpp"

using namespace veer;
using cascade::DownRecord;
using cascade::EngineKind;

TEST_CASE("down record: it holds the intervals of the event engine, on any number of threads and with any engine") {
  const region::Region region = test::busy_region().build();
  const auto compiled = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 5});
  REQUIRE(compiled.has_value());
  const cascade::Program& program = compiled->program;
  std::vector<cascade::Component> all;
  for (cascade::Component c = 0; c < program.component_count(); ++c) all.push_back(c);
  const auto one = DownRecord::play(program, all, 150, 1, EngineKind::events);
  const auto four = DownRecord::play(program, all, 150, 4, EngineKind::intervals);
  cascade::Engine engine(program);
  for (std::uint32_t replica = 0; replica < 150; ++replica) {
    engine.run(replica);
    for (const cascade::Component c : all) {
      const auto expected = engine.intervals(c);
      const auto kept = one.down(c, replica);
      CHECK(std::vector<cascade::Interval>(kept.begin(), kept.end()) == expected);
      const auto same = four.down(c, replica);
      CHECK(std::vector<cascade::Interval>(same.begin(), same.end()) == expected);
      CHECK(one.first_down(c, replica) == (expected.empty() ? cascade::never : expected.front().start));
      for (const cascade::Interval down : expected) {
        CHECK(one.down_for(c, replica, down.start) == 0);
        CHECK(one.down_for(c, replica, down.end - 1) == down.end - 1 - down.start);
        CHECK_FALSE(one.is_down(c, replica, down.end));
        if (down.start > 0) CHECK_FALSE(one.is_down(c, replica, down.start - 1));
      }
    }
  }
}
