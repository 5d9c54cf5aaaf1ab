#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "geo/outline.hpp"
#include "walking/snap.hpp"

namespace veer::walking {

/// What of a network is closed to walkers: fallen bridges, flooded areas, fences. A patch beside the network, which
/// itself stays as it is.
///
/// Of a link that is closed in part, both open ends can still be walked; what lies between two closed parts of one link
/// counts as closed. Refers to the network. Once made, any number of threads may read it.
class Closures {
 public:
  explicit Closures(const Network& network) : network_(&network), closed_(network.links().size(), 0) {}

  /// The whole link.
  void close_link(std::uint32_t link);
  /// Every link with one of these traits: all bridges, or all steps for who walks on wheels.
  void close_traits(std::uint8_t traits);
  /// Bridges (traits = bridge) and the like of which some part lies in the outline.
  void close_traits(std::uint8_t traits, const geo::MultiPolygon& outline, const Snapper& snapper);
  /// What lies in the outline: flooded, cordoned off.
  void close_area(const geo::MultiPolygon& outline, const Snapper& snapper);
  /// Every crossing of the line: a fence, a train that stands still, a deep canal.
  void close_line(std::span<const geo::LonLat> line, const Snapper& snapper);

  /// Whether the link cannot be walked from end to end.
  [[nodiscard]] bool closed(std::uint32_t link) const { return closed_[link] != 0; }
  [[nodiscard]] std::size_t closed_count() const { return parts_.size(); }
  /// Whether one can walk between two points of a link (decimetres along it) without leaving it.
  [[nodiscard]] bool open_between(std::uint32_t link, Decimetres a, Decimetres b) const;

 private:
  struct Part {
    Decimetres first = 0;
    Decimetres last = 0;
  };
  void close(std::uint32_t link, Decimetres first, Decimetres last);

  const Network* network_;
  std::vector<std::uint8_t> closed_;     ///< by link
  std::map<std::uint32_t, Part> parts_;  ///< closed from first to last, both included
};

}  // namespace veer::walking
