#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>

#include "geo/rd.hpp"
#include "support/property.hpp"
#include "support/street_maps.hpp"
#include "walking/search.hpp"
#include "walking/tables.hpp"

using namespace veer;
using walking::Decimetres;
using walking::unreachable;

namespace {

std::uint32_t any_seed() { return *rc::gen::arbitrary<std::uint32_t>(); }

/// A network of streets between any two places, with loops, double streets and islands; not a flat map.
walking::Streets random_tangle(std::uint32_t seed) {
  test::Coins coins(seed);
  walking::Streets streets;
  const std::uint32_t places = coins.roll(1, 60);
  for (std::uint32_t i = 0; i < places; ++i)
    streets.places.push_back({80'000.0 + coins.roll(0, 30'000) / 10.0, 450'000.0 + coins.roll(0, 30'000) / 10.0});
  const std::uint32_t pieces = coins.roll(1, 110);
  for (std::uint32_t i = 0; i < pieces; ++i)
    streets.pieces.push_back({coins.roll(0, places - 1), coins.roll(0, places - 1),
                              static_cast<std::uint8_t>(coins.chance(20) ? walking::steps : walking::plain)});
  return streets;
}

test::PlainGraph plain_graph(const walking::Network& network, const walking::Closures* closures = nullptr) {
  test::PlainGraph graph;
  graph.arcs.resize(network.junction_count());
  for (std::uint32_t i = 0; i < network.links().size(); ++i) {
    const walking::Link& link = network.links()[i];
    if (closures == nullptr || !closures->closed(i)) graph.join(link.from, link.to, link.length);
  }
  return graph;
}

/// From a junction itself: a snap at the very begin of one of its links.
walking::Snap at_junction(const walking::Network& network, std::uint32_t junction) {
  const std::uint32_t number = network.arc_links()[network.begin()[junction]];
  const walking::Link& link = network.links()[number];
  return {number, link.from == junction ? 0 : link.length, 0, network.component(junction)};
}

bool rather_equal(Decimetres a, Decimetres b) {
  return a == b || (a != unreachable && b != unreachable && (a > b ? a - b : b - a) <= 1);
}

}  // namespace

TEST_CASE("walking: on any tangle of streets the search finds Dijkstra's distances, within any limit") {
  CHECK(test::holds("search is exact", 300, [] {
    const std::uint32_t seed = any_seed();
    const walking::Network network(random_tangle(seed));
    const test::PlainGraph graph = plain_graph(network);
    test::Coins coins(seed + 1);
    walking::Search search(network);
    for (int round = 0; round < 4; ++round) {
      const std::uint32_t start = coins.roll(0, static_cast<std::uint32_t>(network.junction_count()) - 1);
      const Decimetres limit = coins.chance(30) ? unreachable : coins.roll(0, 60'000);
      const auto expected = test::textbook_distances(graph, start);
      search.run(at_junction(network, start), limit);
      std::set<std::uint32_t> reached(search.reached().begin(), search.reached().end());
      RC_ASSERT(reached.size() == search.reached().size());
      for (std::uint32_t j = 0; j < network.junction_count(); ++j) {
        const Decimetres wanted = expected[j] <= limit ? expected[j] : unreachable;
        RC_ASSERT(search.to(j) == wanted);
        RC_ASSERT((wanted != unreachable) == reached.contains(j));
        RC_ASSERT((network.component(j) == network.component(start)) == (expected[j] != unreachable));
      }
    }
  }));
}

TEST_CASE("walking: with links closed the search finds Dijkstra's distances on what is left") {
  CHECK(test::holds("patched search is exact", 300, [] {
    const std::uint32_t seed = any_seed();
    const walking::Network network(random_tangle(seed));
    test::Coins coins(seed + 2);
    walking::Closures closures(network);
    for (std::uint32_t i = 0; i < network.links().size(); ++i)
      if (coins.chance(25)) closures.close_link(i);
    const test::PlainGraph graph = plain_graph(network, &closures);
    walking::Search search(network);
    const std::uint32_t start = coins.roll(0, static_cast<std::uint32_t>(network.junction_count()) - 1);
    const walking::Snap from = at_junction(network, start);
    search.run(from, unreachable, &closures);
    // A place on a closed link can go nowhere, even if it stands at the corner.
    const auto expected = closures.closed(from.link) ? std::vector<std::uint32_t>(network.junction_count(), unreachable)
                                                     : test::textbook_distances(graph, start);
    for (std::uint32_t j = 0; j < network.junction_count(); ++j) RC_ASSERT(search.to(j) == expected[j]);
  }));
}

TEST_CASE("walking: between places on the streets of a town every walk, table and nearest site is Dijkstra's") {
  CHECK(test::holds("tables are exact", 300, [] {
    const std::uint32_t seed = any_seed();
    const test::GridTown town = test::random_town(seed);
    const walking::Network network(town.streets);
    if (town.streets.pieces.empty()) return;
    const walking::Snapper snapper(network);
    const auto snaps = snapper.nearest(town.spots, 50, 1);
    const test::PlainGraph graph = test::plain_graph(town);
    const auto first = static_cast<std::uint32_t>(town.streets.places.size());
    test::Coins coins(seed + 3);
    const Decimetres limit = coins.chance(30) ? unreachable - 1 : coins.roll(0, 20'000);
    const std::size_t cut = coins.roll(1, 11);
    const std::span<const walking::Snap> origins(snaps.data(), cut);
    const std::span<const walking::Snap> destinations(snaps.data() + cut, snaps.size() - cut);
    const auto walks = walking::walks_within(network, origins, destinations, limit, nullptr, coins.roll(1, 2));
    const auto nearest = walking::nearest_sites(network, destinations, origins, limit, nullptr, 1);
    RC_ASSERT(walks.size() == cut);
    walking::Search search(network);
    for (std::uint32_t i = 0; i < cut; ++i) {
      const auto expected = test::textbook_distances(graph, first + i);
      std::vector<walking::Walk> row;
      walking::Nearest best;
      search.run(snaps[i], limit);
      for (std::uint32_t j = 0; j < destinations.size(); ++j) {
        const Decimetres distance = expected[first + cut + j];
        RC_ASSERT(search.to(destinations[j]) == (distance <= limit ? distance : unreachable));
        if (distance > limit) continue;
        row.push_back({j, distance});
        if (distance < best.distance) best = {j, distance};
        // The course of the walk is as long as the walk.
        const auto path = search.path_to(destinations[j]);
        double length_m = 0;
        for (std::size_t k = 0; k + 1 < path.size(); ++k) length_m += geo::distance_m(path[k], path[k + 1]);
        RC_ASSERT(std::abs(length_m * 10 - distance) < 0.5);
      }
      RC_ASSERT(walks[i] == row);
      RC_ASSERT(nearest[i] == best);
    }
  }));
}

TEST_CASE("walking: the nearest point is the one that trying every piece of street finds") {
  CHECK(test::holds("snapping is exact", 100, [] {
    const std::uint32_t seed = any_seed();
    const walking::Streets streets = random_tangle(seed);
    const walking::Network network(streets);
    const walking::Snapper snapper(network);
    test::Coins coins(seed + 4);
    for (int round = 0; round < 20; ++round) {
      const geo::RdMetres place{79'000.0 + coins.roll(0, 50'000) / 10.0, 449'000.0 + coins.roll(0, 50'000) / 10.0};
      double nearest_m = 1e9;
      for (const walking::Piece& piece : streets.pieces) {
        const geo::RdMetres a = streets.places[piece.from];
        const geo::RdMetres b = streets.places[piece.to];
        const double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
        const double dot = (place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y);
        const double share = squared > 0 ? std::clamp(dot / squared, 0.0, 1.0) : 0;
        nearest_m = std::min(nearest_m, geo::distance_m(place, {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}));
      }
      const double reach_m = coins.roll(1, 2000);
      const walking::Snap snap = snapper.nearest(place, reach_m);
      if (std::abs(nearest_m - reach_m) < 0.1) continue;
      RC_ASSERT(snap.found() == (nearest_m < reach_m));
      if (!snap.found()) continue;
      RC_ASSERT(rather_equal(snap.offset, static_cast<Decimetres>(std::lround(nearest_m * 10))));
      RC_ASSERT(std::abs(geo::distance_m(place, network.along(snap.link, snap.along)) - nearest_m) < 0.25);
    }
  }));
}
