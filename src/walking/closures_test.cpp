#include "walking/closures.hpp"

#include <doctest/doctest.h>

#include "geo/rd.hpp"
#include "walking/search.hpp"

using namespace veer;
using namespace veer::walking;

namespace {

geo::LonLat at(double x, double y) { return geo::to_lonlat({80'000 + x, 450'000 + y}); }
geo::RdMetres metres(double x, double y) { return {80'000 + x, 450'000 + y}; }

geo::MultiPolygon rectangle(double west, double south, double east, double north) {
  return {{{at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)}}};
}

/// Two banks joined by a bridge of 20 m at x = 0 and a road far around at x = 500:
///
///   (0,100) ─────────── (500,100)
///      ╫ bridge            │
///   (0,0) ───────────── (500,0)
Streets two_banks() {
  return {.places = {metres(0, 0), metres(0, 40), metres(0, 60), metres(0, 100), metres(500, 100), metres(500, 0)},
          .pieces = {{0, 1, plain}, {1, 2, bridge}, {2, 3, plain}, {3, 4, plain}, {4, 5, plain}, {5, 0, plain}}};
}

Decimetres walk(const Network& network, const Closures* closures, geo::RdMetres a, geo::RdMetres b) {
  const Snapper snapper(network);
  Search search(network);
  search.run(snapper.nearest(a, 50), unreachable, closures);
  return search.to(snapper.nearest(b, 50));
}

}  // namespace

TEST_CASE("closures: when the bridge is down the walk goes around") {
  const Network network(two_banks());
  Closures closures(network);
  const auto south = metres(0, 10);
  const auto north = metres(0, 90);
  CHECK(walk(network, nullptr, south, north) == 800);
  closures.close_traits(bridge);
  CHECK(closures.closed_count() == 1);
  CHECK(walk(network, &closures, south, north) == 100 + 5000 + 1000 + 5000 + 100);
}

TEST_CASE("closures: a bridge elsewhere stays open") {
  const Network network(two_banks());
  const Snapper snapper(network);
  Closures closures(network);
  closures.close_traits(bridge, rectangle(300, -50, 600, 150), snapper);
  CHECK(closures.closed_count() == 0);
  closures.close_traits(bridge, rectangle(-20, 45, 20, 55), snapper);
  CHECK(closures.closed_count() == 1);
}

TEST_CASE("closures: a flooded stretch cuts a street, and its dry ends still lead out") {
  const Network network(two_banks());
  const Snapper snapper(network);
  Closures closures(network);
  closures.close_area(rectangle(200, -20, 300, 20), snapper);  // a part of the southern road
  CHECK(closures.closed_count() == 1);
  // West of the water one goes over the bridge, east of it around the other end; nobody crosses.
  CHECK(walk(network, &closures, metres(100, 0), metres(0, 100)) == 2000);
  CHECK(walk(network, &closures, metres(400, 0), metres(500, 100)) == 2000);
  CHECK(walk(network, &closures, metres(100, 0), metres(400, 0)) == 1000 + 1000 + 5000 + 1000 + 1000);
  CHECK(walk(network, &closures, metres(100, 0), metres(150, 0)) == 500);
  CHECK(walk(network, &closures, metres(250, 0), metres(0, 100)) == unreachable);
  CHECK(walk(network, &closures, metres(100, 0), metres(250, 0)) == unreachable);
}

TEST_CASE("closures: a fence lets nobody through and cuts nothing else") {
  const Network network(two_banks());
  const Snapper snapper(network);
  Closures closures(network);
  const std::vector<geo::LonLat> fence{at(-10, 50), at(510, 50)};  // over the bridge and the road at x = 500
  closures.close_line(fence, snapper);
  CHECK(closures.closed_count() == 2);
  CHECK(walk(network, &closures, metres(0, 10), metres(0, 90)) == unreachable);
  CHECK(walk(network, &closures, metres(500, 40), metres(0, 10)) == 400 + 5000 + 100);
  CHECK(walk(network, &closures, metres(500, 60), metres(0, 90)) == 400 + 5000 + 100);
}

TEST_CASE("closures: an outline that is empty or nowhere closes nothing") {
  const Network network(two_banks());
  const Snapper snapper(network);
  Closures closures(network);
  closures.close_area({}, snapper);
  closures.close_area(rectangle(10'000, 10'000, 10'100, 10'100), snapper);
  closures.close_line({}, snapper);
  CHECK(closures.closed_count() == 0);
}

TEST_CASE("closures: closed in two places, what lies between counts as closed") {
  const Network network(two_banks());
  const Snapper snapper(network);
  Closures closures(network);
  closures.close_area(rectangle(100, -20, 150, 20), snapper);
  closures.close_area(rectangle(300, -20, 350, 20), snapper);
  CHECK(walk(network, &closures, metres(50, 0), metres(0, 0)) == 500);
  CHECK(walk(network, &closures, metres(200, 0), metres(250, 0)) == unreachable);
  CHECK(walk(network, &closures, metres(400, 0), metres(500, 0)) == 1000);
}
