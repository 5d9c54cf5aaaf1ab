#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/large_pages.hpp"
#include "geo/outline.hpp"
#include "walking/streets.hpp"

namespace veer::walking {

/// Lengths of streets and walks: whole decimetres, so that sums are exact and the same everywhere.
using Decimetres = std::uint32_t;
/// No walk, or none within the limit.
inline constexpr Decimetres unreachable = std::numeric_limits<Decimetres>::max();
/// No junction, link or site.
inline constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// A place in whole decimetres of RD New.
struct Point {
  std::int32_t x = 0;
  std::int32_t y = 0;
};

/// A street between two junctions without a choice in between; may be walked both ways.
struct Link {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Decimetres length = 1;          ///< along its bends, at least 1
  std::uint32_t shape_begin = 0;  ///< its bends are shape points shape_begin … shape_end - 1, both ends included
  std::uint32_t shape_end = 0;
  std::uint8_t traits = plain;  ///< the same along the whole link
};

/// One way to leave a junction.
struct Arc {
  std::uint32_t to = 0;
  Decimetres length = 1;
};

/// The streets of an area as junctions and links, for walking.
///
/// Junctions stand in the order of Hilbert's curve (on one spot in the order of the places), links by their first
/// junction: what lies close in the field lies close in memory. Places without a choice (two pieces of the same traits
/// meet) are bends of a link and no junctions. Immutable; safe to read from any number of threads. Closed streets are a
/// patch beside it (Closures).
class Network {
 public:
  /// Cost: linear in pieces, plus sorting the junctions. Pieces of no length count 1 decimetre per link.
  /// @pre every piece names places that exist and lie less than 100,000 km from the origin
  explicit Network(const Streets& streets);

  [[nodiscard]] std::size_t junction_count() const { return begin_.size() - 1; }
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  [[nodiscard]] Point place(std::uint32_t junction) const { return places_[junction]; }

  /// Arcs of junction j: arcs()[begin()[j]] … arcs()[begin()[j + 1]], and the link of each.
  [[nodiscard]] std::span<const std::uint32_t> begin() const { return begin_; }
  [[nodiscard]] std::span<const Arc> arcs() const { return arcs_; }
  [[nodiscard]] std::span<const std::uint32_t> arc_links() const { return arc_links_; }

  /// Bends of all links, and how far along its link each lies.
  [[nodiscard]] std::span<const Point> shape() const { return shape_; }
  [[nodiscard]] std::span<const Decimetres> shape_along() const { return shape_along_; }

  /// The island a junction lies on; 0 is the largest (in junctions), then the next.
  [[nodiscard]] std::uint32_t component(std::uint32_t junction) const { return component_[junction]; }
  /// Junctions of each island, largest first.
  [[nodiscard]] const std::vector<std::uint32_t>& component_sizes() const { return component_sizes_; }
  [[nodiscard]] Decimetres longest_link() const { return longest_link_; }

  /// The place that far along a link, metres of RD New.
  [[nodiscard]] geo::RdMetres along(std::uint32_t link, Decimetres from_start) const;

 private:
  void find_components();

  std::vector<Point> places_;
  LargeVector<std::uint32_t> begin_;
  LargeVector<Arc> arcs_;
  std::vector<std::uint32_t> arc_links_;
  std::vector<Link> links_;
  std::vector<Point> shape_;
  std::vector<Decimetres> shape_along_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> component_sizes_;
  Decimetres longest_link_ = 1;
};

}  // namespace veer::walking
