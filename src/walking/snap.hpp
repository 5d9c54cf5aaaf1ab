#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/outline.hpp"
#include "walking/network.hpp"

namespace veer::walking {

/// Where a place meets the network: the nearest point on the nearest link.
struct Snap {
  std::uint32_t link = nothing;       ///< nothing: no street within reach
  Decimetres along = 0;               ///< from the link's first junction to that point
  Decimetres offset = 0;              ///< from the place to that point, in a straight line; part of every walk
  std::uint32_t component = nothing;  ///< the island that the link lies on (Network::component)
  [[nodiscard]] bool found() const { return link != nothing; }
};

/// Finds the nearest link of a network by squares.
///
/// Refers to the network it was made from. Immutable; any number of threads may ask at once.
class Snapper {
 public:
  /// Cost: linear in shape points.
  /// @param least_island  links of islands with fewer junctions are passed over, but never the largest: maps hold many
  ///                      scraps of path that somebody forgot to join, and nobody lives on an island of three corners
  explicit Snapper(const Network& network, std::uint32_t least_island = 1);

  /// The nearest point on any link; of links equally near the first. A place that is not finite meets none.
  /// @param reach_m  how far a street may be, metres > 0
  [[nodiscard]] Snap nearest(geo::RdMetres place, double reach_m) const;

  /// The same for many places, on that many threads.
  [[nodiscard]] std::vector<Snap> nearest(std::span<const geo::RdMetres> places, double reach_m,
                                          std::size_t threads) const;

  /// Links with a bend-to-bend piece in or near the rectangle (decimetres), each once, in order.
  [[nodiscard]] std::vector<std::uint32_t> links_near(Point low, Point high) const;

 private:
  /// A straight part of a link from shape point `index` to the next.
  struct Part {
    Point a;
    Point b;
    std::uint32_t index = 0;
  };
  /// The nearest point met so far.
  struct Best {
    double squared = 0;
    std::uint32_t index = nothing;
    double share = 0;
  };
  void look(std::int64_t column, std::int64_t row, double x, double y, Best& best) const;
  [[nodiscard]] std::int64_t column_of(double x) const;
  [[nodiscard]] std::int64_t row_of(double y) const;
  template <class Visit>
  void each_square(Point a, Point b, Visit&& visit) const;

  const Network* network_;
  Point low_;
  double square_ = 500;  ///< side, decimetres
  std::int64_t columns_ = 0;
  std::int64_t rows_ = 0;
  std::vector<std::uint32_t> begin_;  ///< by square, row by row
  std::vector<Part> parts_;
  std::vector<std::uint32_t> link_of_;  ///< by shape point
};

}  // namespace veer::walking
