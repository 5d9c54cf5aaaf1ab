#include "walking/network.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include <set>

#include "walking/hilbert.hpp"

using namespace veer;
using namespace veer::walking;

TEST_CASE("hilbert: the first sixteen squares follow the curve, neighbours on it are neighbours in the plane") {
  // On 65,536 squares a side (an even power of two) the curve begins east, then north.
  CHECK(hilbert_index(0, 0) == 0);
  CHECK(hilbert_index(65'535, 0) == 0xffffffffU);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> at(16);
  for (std::uint32_t x = 0; x < 4; ++x)
    for (std::uint32_t y = 0; y < 4; ++y) {
      REQUIRE(hilbert_index(x, y) < 16);
      at[hilbert_index(x, y)] = {x, y};
    }
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const auto dx = static_cast<int>(at[i].first) - static_cast<int>(at[i + 1].first);
    const auto dy = static_cast<int>(at[i].second) - static_cast<int>(at[i + 1].second);
    CHECK(std::abs(dx) + std::abs(dy) == 1);
  }
}

TEST_CASE("network: places without a choice are bends of one link, with its length along the bends") {
  // 0 --- 1
  //       |      3, 4 metres and back: a bend at 1, a junction at 2 where three streets meet
  //   4 - 2 - 3
  const Streets streets{.places = {{0, 40}, {30, 40}, {30, 0}, {50, 0}, {10, 0}},
                        .pieces = {{0, 1, plain}, {2, 1, plain}, {2, 3, plain}, {4, 2, plain}}};
  const Network network(streets);
  CHECK(network.junction_count() == 4);
  REQUIRE(network.links().size() == 3);
  std::multiset<Decimetres> lengths;
  for (const Link& link : network.links()) lengths.insert(link.length);
  CHECK(lengths == std::multiset<Decimetres>{200, 200, 700});
  CHECK(network.longest_link() == 700);
  for (std::uint32_t i = 0; i < 3; ++i) {
    const Link& link = network.links()[i];
    if (link.length != 700) continue;
    const geo::RdMetres bend = network.along(i, network.place(link.from).x == 0 ? 300 : 400);
    CHECK(bend.x == doctest::Approx(30));
    CHECK(bend.y == doctest::Approx(40));
  }
}

TEST_CASE("network: a bridge is a link of its own, so that it can fall alone") {
  const Streets streets{.places = {{0, 0}, {10, 0}, {20, 0}, {30, 0}},
                        .pieces = {{0, 1, plain}, {1, 2, bridge}, {2, 3, plain}}};
  const Network network(streets);
  CHECK(network.junction_count() == 4);
  CHECK(network.links().size() == 3);
}

TEST_CASE("network: a ring without a junction keeps one, and islands are counted, the largest first") {
  const Streets streets{.places = {{500, 500}, {510, 500}, {0, 0}, {10, 0}, {10, 10}, {0, 10}, {20, 0}, {99, 99}},
                        .pieces = {{0, 1, plain}, {2, 3, plain}, {3, 4, plain}, {4, 5, plain}, {5, 2, plain}}};
  const Network network(streets);
  CHECK(network.junction_count() == 3);  // two of the street, one of the ring; places without street are none
  CHECK(network.component_sizes() == std::vector<std::uint32_t>{2, 1});
  bool ring = false;
  for (const Link& link : network.links())
    if (link.from == link.to) ring = link.length == 400;
  CHECK(ring);
}

TEST_CASE("network: without streets there is nothing, and a street of no length counts one decimetre") {
  CHECK(Network({}).junction_count() == 0);
  CHECK(Network({}).links().empty());
  const Network point({.places = {{5, 5}, {5, 5}}, .pieces = {{0, 1, plain}}});
  REQUIRE(point.links().size() == 1);
  CHECK(point.links()[0].length == 1);
}
