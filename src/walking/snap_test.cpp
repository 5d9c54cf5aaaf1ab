#include "walking/snap.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace veer;
using namespace veer::walking;

namespace {

/// One street of 200 m from west to east, with its only bend in the middle.
Network street() {
  return Network({.places = {{1000, 1000}, {1100, 1000}, {1200, 1000}}, .pieces = {{0, 1, plain}, {1, 2, plain}}});
}

}  // namespace

TEST_CASE("snap: a house meets the street at the foot of the perpendicular, not at the nearest corner") {
  const Network network = street();
  const Snapper snapper(network);
  const Snap snap = snapper.nearest({1150, 1030}, 100);
  REQUIRE(snap.found());
  CHECK(snap.offset == 300);
  CHECK(network.along(snap.link, snap.along).x == doctest::Approx(1150));
  CHECK(snap.component == 0);
}

TEST_CASE("snap: beyond the end of a street its end is the nearest point") {
  const Network network = street();
  const Snap snap = Snapper(network).nearest({1203, 1004}, 100);
  CHECK(snap.offset == 50);
  CHECK(network.along(snap.link, snap.along).x == doctest::Approx(1200));
}

TEST_CASE("snap: a street exactly at the reach is found, one just beyond it is not") {
  const Network network = street();
  const Snapper snapper(network);
  CHECK(snapper.nearest({1100, 1050}, 50.001).found());
  CHECK(!snapper.nearest({1100, 1050.1}, 50).found());
  CHECK(!snapper.nearest({9e9, 1000}, 50).found());
  CHECK(!snapper.nearest({std::nan(""), 1000}, 50).found());
  CHECK(!Snapper(Network({})).nearest({0, 0}, 1e6).found());
}

TEST_CASE("snap: a street many squares away is found when the reach allows") {
  const Network network = street();
  const Snap snap = Snapper(network).nearest({1100, 6000}, 6000);
  REQUIRE(snap.found());
  CHECK(snap.offset == 50'000);
}

TEST_CASE("snap: many places at once give the same, on one thread or two") {
  const Network network = street();
  const Snapper snapper(network);
  std::vector<geo::RdMetres> places;
  for (int i = 0; i < 10'000; ++i) places.push_back({1000.0 + i % 250, 980.0 + i % 61});
  const auto one = snapper.nearest(places, 100, 1);
  const auto two = snapper.nearest(places, 100, 2);
  for (std::size_t i = 0; i < places.size(); ++i) {
    REQUIRE(one[i].along == two[i].along);
    REQUIRE(one[i].offset == two[i].offset);
  }
}

TEST_CASE("snap: a scrap of path nearby is passed over when islands of its size do not count") {
  const Network network({.places = {{0, 0}, {100, 0}, {200, 0}, {100, 100}, {0, 10}, {100, 10}},
                         .pieces = {{0, 1, plain}, {1, 2, plain}, {1, 3, plain}, {4, 5, plain}}});
  CHECK(network.component_sizes() == std::vector<std::uint32_t>{4, 2});
  const Snap scrap = Snapper(network).nearest({50, 12}, 50);
  CHECK(scrap.component == 1);
  CHECK(scrap.offset == 20);
  CHECK(Snapper(network, 2).nearest({50, 12}, 50).component == 1);
  const Snap street = Snapper(network, 3).nearest({50, 12}, 50);
  CHECK(street.component == 0);
  CHECK(street.offset == 120);
  CHECK(Snapper(network, 1000).nearest({50, 12}, 50).component == 0);  // the largest always counts
}
