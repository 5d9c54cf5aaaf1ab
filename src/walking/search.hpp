#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "walking/bucket_queue.hpp"
#include "walking/closures.hpp"
#include "walking/network.hpp"
#include "walking/snap.hpp"

namespace veer::walking {

/// A junction from which or to which one walks, and how far it is from the place itself.
struct Approach {
  std::uint32_t junction = nothing;
  Decimetres distance = unreachable;
};

/// The two ends of the link a place lies on, with offset and part of the link; an end that a closure cuts off, or both
/// ends of a place that met no street, are `nothing`.
[[nodiscard]] std::array<Approach, 2> approaches(const Network& network, const Snap& snap, const Closures* closures);

/// The walk between two places of one link that does not leave it; `unreachable` when there is none.
[[nodiscard]] Decimetres along_one_link(const Snap& from, const Snap& to, const Closures* closures);

/// Distances from one place to everything within a limit.
///
/// One per thread; refers to the network and may be used again and again: a search costs only what it visits.
class Search {
 public:
  explicit Search(const Network& network);

  /// Visits every junction within the limit. Exact: the same distances as Dijkstra's algorithm.
  /// @param limit  longest walk, offsets included; `unreachable`: no limit
  /// @param closures  what is closed, of the same network; nullptr: nothing. Must stay until the next run.
  void run(const Snap& from, Decimetres limit, const Closures* closures = nullptr);

  /// The walk to a junction, the offset at the start included; `unreachable` beyond the limit.
  [[nodiscard]] Decimetres to(std::uint32_t junction) const { return distance_[junction]; }
  /// The walk to a place, both offsets included; `unreachable` beyond the limit.
  [[nodiscard]] Decimetres to(const Snap& place) const;
  /// Junctions within the limit, in no particular order that counts but always the same.
  [[nodiscard]] std::span<const std::uint32_t> reached() const { return reached_; }

  /// The course of the walk to a place, from the point on the first street to that on the last, with all bends; empty
  /// when it is unreachable. Of equally short ways always the same one.
  [[nodiscard]] std::vector<geo::RdMetres> path_to(const Snap& place) const;

 private:
  template <bool patched>
  void spread();
  [[nodiscard]] std::uint32_t arc_towards_start(std::uint32_t junction) const;

  const Network* network_;
  const Closures* closures_ = nullptr;
  Snap from_;
  Decimetres limit_ = 0;
  LargeVector<Decimetres> distance_;  ///< by junction
  std::vector<std::uint32_t> reached_;
  BucketQueue queue_;
};

}  // namespace veer::walking
