#pragma once

#include <algorithm>
#include <cstdint>
#include <queue>
#include <random>
#include <utility>
#include <vector>

#include "walking/network.hpp"
#include "walking/streets.hpp"

// Small random street maps and a textbook search, for tests of walking.

namespace veer::test {

/// Whole numbers that depend on the seed alone.
class Coins {
 public:
  explicit Coins(std::uint32_t seed) : engine_(seed) {}
  /// A number in [low, high].
  std::uint32_t roll(std::uint32_t low, std::uint32_t high) {
    return low + static_cast<std::uint32_t>(engine_()) % (high - low + 1);
  }
  bool chance(std::uint32_t percent) { return roll(1, 100) <= percent; }

 private:
  std::mt19937 engine_;
};

/// Streets along the lines of a grid with uneven, whole-metre gaps of which some are missing: bends, dead ends, rings,
/// islands. All lengths are exact in decimetres.
struct GridTown {
  walking::Streets streets;
  std::vector<geo::RdMetres> spots;  ///< places on the pieces
  std::vector<std::uint32_t> spot_pieces;
};

inline GridTown random_town(std::uint32_t seed) {
  Coins coins(seed);
  const std::uint32_t columns = coins.roll(2, 9);
  const std::uint32_t rows = coins.roll(2, 9);
  const std::uint32_t share = coins.roll(45, 100);
  std::vector<double> x{80'000};
  std::vector<double> y{450'000};
  for (std::uint32_t i = 1; i < columns; ++i) x.push_back(x.back() + coins.roll(2, 400));
  for (std::uint32_t i = 1; i < rows; ++i) y.push_back(y.back() + coins.roll(2, 400));
  GridTown town;
  for (std::uint32_t r = 0; r < rows; ++r)
    for (std::uint32_t c = 0; c < columns; ++c) town.streets.places.push_back({x[c], y[r]});
  const auto traits = [&coins] {
    return static_cast<std::uint8_t>(coins.chance(15) ? walking::bridge : walking::plain);
  };
  for (std::uint32_t r = 0; r < rows; ++r)
    for (std::uint32_t c = 0; c < columns; ++c) {
      const std::uint32_t here = r * columns + c;
      if (c + 1 < columns && coins.chance(share)) town.streets.pieces.push_back({here, here + 1, traits()});
      if (r + 1 < rows && coins.chance(share)) town.streets.pieces.push_back({here + columns, here, traits()});
    }
  if (town.streets.pieces.empty()) return town;
  for (std::uint32_t i = 0; i < 12; ++i) {
    const std::uint32_t piece = coins.roll(0, static_cast<std::uint32_t>(town.streets.pieces.size()) - 1);
    const geo::RdMetres a = town.streets.places[town.streets.pieces[piece].from];
    const geo::RdMetres b = town.streets.places[town.streets.pieces[piece].to];
    // Inside the piece, so that it is plain on which street the spot lies.
    const double length = std::abs(a.x - b.x) + std::abs(a.y - b.y);
    const double at = 1 + coins.roll(0, static_cast<std::uint32_t>(length) - 2);
    const double share_at = at / length;
    town.spots.push_back(
        {std::round((a.x + (b.x - a.x) * share_at) * 10) / 10, std::round((a.y + (b.y - a.y) * share_at) * 10) / 10});
    town.spot_pieces.push_back(piece);
  }
  return town;
}

/// A graph as textbooks have it.
struct PlainGraph {
  struct Arc {
    std::uint32_t to = 0;
    std::uint32_t length = 0;
  };
  std::vector<std::vector<Arc>> arcs;
  void join(std::uint32_t a, std::uint32_t b, std::uint32_t length) {
    arcs[a].push_back({b, length});
    arcs[b].push_back({a, length});
  }
};

/// Dijkstra's algorithm (1959) with a heap.
inline std::vector<std::uint32_t> textbook_distances(const PlainGraph& graph, std::uint32_t start) {
  std::vector<std::uint32_t> distance(graph.arcs.size(), walking::unreachable);
  using Entry = std::pair<std::uint32_t, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  distance[start] = 0;
  queue.emplace(0U, start);
  while (!queue.empty()) {
    const auto [d, node] = queue.top();
    queue.pop();
    if (d != distance[node]) continue;
    for (const PlainGraph::Arc& arc : graph.arcs[node])
      if (d + arc.length < distance[arc.to]) {
        distance[arc.to] = d + arc.length;
        queue.emplace(distance[arc.to], arc.to);
      }
  }
  return distance;
}

/// The town as a plain graph: a node for every place, then one for every spot, which cuts its piece in two.
/// @param closed  pieces that are left out, by index; empty: none
inline PlainGraph plain_graph(const GridTown& town, const std::vector<char>& closed = {}) {
  const auto& places = town.streets.places;
  PlainGraph graph;
  graph.arcs.resize(places.size() + town.spots.size());
  const auto decimetres = [](geo::RdMetres a, geo::RdMetres b) {
    return static_cast<std::uint32_t>(std::lround((std::abs(a.x - b.x) + std::abs(a.y - b.y)) * 10));
  };
  for (std::uint32_t i = 0; i < town.streets.pieces.size(); ++i) {
    if (!closed.empty() && closed[i] != 0) continue;
    const walking::Piece& piece = town.streets.pieces[i];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> on;  // distance from the start of the piece, node
    on.emplace_back(0U, piece.from);
    on.emplace_back(decimetres(places[piece.from], places[piece.to]), piece.to);
    for (std::uint32_t s = 0; s < town.spots.size(); ++s)
      if (town.spot_pieces[s] == i)
        on.emplace_back(decimetres(places[piece.from], town.spots[s]), static_cast<std::uint32_t>(places.size()) + s);
    std::sort(on.begin(), on.end());
    for (std::size_t k = 0; k + 1 < on.size(); ++k)
      graph.join(on[k].second, on[k + 1].second, on[k + 1].first - on[k].first);
  }
  return graph;
}

}  // namespace veer::test
