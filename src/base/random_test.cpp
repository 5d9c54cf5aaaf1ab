#include "base/random.hpp"

#include <doctest/doctest.h>

using namespace veer;

TEST_CASE("philox: the known answers of Random123 for 4x32 with ten rounds") {
  CHECK(philox({0, 0, 0, 0}, 0) == PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, 0xffffffffffffffffULL) ==
        PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0a4093822ULL) ==
        PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("stable id: the published FNV-1a 64 values") {
  CHECK(stable_id("") == StableId{0xcbf29ce484222325ULL});
  CHECK(stable_id("a") == StableId{0xaf63dc4c8601ec8cULL});
  CHECK(stable_id("foobar") == StableId{0x85944171f73967e8ULL});
}

TEST_CASE("draw: number n is word n mod 4 of block n div 4") {
  const StableId id = stable_id("assets/pump");
  CHECK(draw(7, 3, id, Purpose::breakdown, 6) == draw_block(7, 3, id, Purpose::breakdown, 1)[2]);
  CHECK(draw(7, 3, id, Purpose::breakdown, 6) != draw(7, 4, id, Purpose::breakdown, 6));
}
