#include "geo/reference.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace veer::geo;

TEST_CASE("reference: the town hall of The Hague is known in degrees, in RD and with its columns changed over") {
  CHECK(reference_of(Pair{4.3175, 52.0780}) == Reference::wgs84);
  CHECK(reference_of(Pair{52.0780, 4.3175}) == Reference::wgs84_swapped);
  CHECK(reference_of(Pair{82'000, 455'000}) == Reference::rd);
  CHECK(reference_of(Pair{455'000, 82'000}) == Reference::rd_swapped);
}

TEST_CASE("reference: a place abroad is in degrees, and what is neither is unknown") {
  CHECK(reference_of(Pair{9.52, 47.14}) == Reference::wgs84);
  CHECK(reference_of(Pair{500, 52}) == Reference::unknown);
  CHECK(reference_of(Pair{1'000'000, 6'800'000}) == Reference::unknown);  // web mercator
}

TEST_CASE("reference: one slip in ten pairs does not change the reading, two do") {
  std::vector<Pair> pairs(9, Pair{82'000, 455'000});
  pairs.push_back({0, 0});
  CHECK(reference_of(pairs) == Reference::rd);
  pairs[0] = {0, 0};
  CHECK(reference_of(pairs) == Reference::unknown);
  CHECK(reference_of(std::vector<Pair>{}) == Reference::unknown);
}
