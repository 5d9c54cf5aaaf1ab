#include "walking/search.hpp"

#include <doctest/doctest.h>

#include "walking/pace.hpp"
#include "walking/tables.hpp"

using namespace veer;
using namespace veer::walking;

namespace {

/// A crossing with four arms of 100, 200, 300 and 400 m, and an island street of 50 m.
Streets crossing() {
  return {.places = {{1000, 1000}, {1100, 1000}, {1000, 1200}, {700, 1000}, {1000, 600}, {3000, 3000}, {3050, 3000}},
          .pieces = {{0, 1, plain}, {0, 2, plain}, {0, 3, plain}, {0, 4, plain}, {5, 6, plain}}};
}

}  // namespace

TEST_CASE("search: the walk counts the way to the street, along it, and from it") {
  const Network network(crossing());
  const Snapper snapper(network);
  Search search(network);
  search.run(snapper.nearest({1060, 1010}, 50), unreachable);  // 10 m beside the eastern arm, 60 m from the crossing
  CHECK(search.to(snapper.nearest({1005, 1150}, 50)) == 100 + 600 + 1500 + 50);
  CHECK(search.to(snapper.nearest({1090, 995}, 50)) == 100 + 300 + 50);  // along the same street
}

TEST_CASE("search: a walk of exactly the limit is found, one decimetre less is not enough") {
  const Network network(crossing());
  const Snapper snapper(network);
  const Snap west = snapper.nearest({700, 1000}, 50);
  const Snap east = snapper.nearest({1100, 1000}, 50);
  Search search(network);
  search.run(west, 4000);
  CHECK(search.to(east) == 4000);
  search.run(west, 3999);
  CHECK(search.to(east) == unreachable);
  search.run(west, 0);
  CHECK(search.to(west) == 0);
}

TEST_CASE("search: an island is told by its number and cannot be reached") {
  const Network network(crossing());
  const Snapper snapper(network);
  const Snap main = snapper.nearest({1000, 900}, 50);
  const Snap island = snapper.nearest({3020, 3000}, 50);
  CHECK(main.component == 0);
  CHECK(island.component == 1);
  Search search(network);
  search.run(main, unreachable);
  CHECK(search.to(island) == unreachable);
  CHECK(search.path_to(island).empty());
  CHECK(search.to(Snap{}) == unreachable);
  search.run(Snap{}, unreachable);
  CHECK(search.reached().empty());
}

TEST_CASE("search: the path turns at the crossing") {
  const Network network(crossing());
  const Snapper snapper(network);
  Search search(network);
  search.run(snapper.nearest({1050, 1000}, 50), unreachable);
  const auto path = search.path_to(snapper.nearest({1000, 1100}, 50));
  REQUIRE(path.size() == 3);
  CHECK(path[0].x == doctest::Approx(1050));
  CHECK(path[1].x == doctest::Approx(1000));
  CHECK(path[1].y == doctest::Approx(1000));
  CHECK(path[2].y == doctest::Approx(1100));
}

TEST_CASE("tables: walks from four houses to two sites, from either side the same") {
  const Network network(crossing());
  const Snapper snapper(network);
  const std::vector<geo::RdMetres> houses{{1100, 1000}, {1000, 1200}, {3000, 3000}, {700, 1000}};
  const std::vector<geo::RdMetres> sites{{1000, 600}, {1000, 1100}};
  const auto from = snapper.nearest(houses, 50, 1);
  const auto to = snapper.nearest(sites, 50, 1);
  const auto there = walks_within(network, from, to, 6000, nullptr, 2);
  REQUIRE(there.size() == 4);
  CHECK(there[0] == std::vector<Walk>{{0, 5000}, {1, 2000}});
  CHECK(there[1] == std::vector<Walk>{{0, 6000}, {1, 1000}});
  CHECK(there[2].empty());
  CHECK(there[3] == std::vector<Walk>{{1, 4000}});
  const auto back = walks_within(network, to, from, 6000, nullptr, 1);
  REQUIRE(back.size() == 2);
  CHECK(back[0] == std::vector<Walk>{{0, 5000}, {1, 6000}});
  CHECK(back[1] == std::vector<Walk>{{0, 2000}, {1, 1000}, {3, 4000}});
}

TEST_CASE("tables: the nearest of two sites; of two equally near the first; none on an island") {
  const Network network(crossing());
  const Snapper snapper(network);
  const auto sites = snapper.nearest(std::vector<geo::RdMetres>{{1000, 1100}, {900, 1000}}, 50, 1);
  const auto places =
      snapper.nearest(std::vector<geo::RdMetres>{{1050, 1000}, {800, 1000}, {1000, 1050}, {3000, 3000}}, 50, 1);
  const auto nearest = nearest_sites(network, sites, places, 10'000, nullptr, 2);
  CHECK(nearest[0] == Nearest{0, 1500});
  CHECK(nearest[1] == Nearest{1, 1000});
  CHECK(nearest[2] == Nearest{0, 500});
  CHECK(nearest[3] == Nearest{});
}

TEST_CASE("pace: a quarter of an hour is 1,125 m for everyone and less for the old") {
  CHECK(walking_limit(15) == 11'250);
  CHECK(walking_minutes(11'250) == doctest::Approx(15));
  CHECK(walking_minutes(11'250, Age::from_85) == doctest::Approx(15 / 0.7));
  CHECK(walking_limit(-1) == 0);
  CHECK(walking_limit(1e12) < unreachable);
}
