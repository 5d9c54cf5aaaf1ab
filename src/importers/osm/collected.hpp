#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "importers/osm/crop.hpp"
#include "importers/osm/osm_map.hpp"

namespace veer::importers::osm {

/// Nodes and ways of a file by the ids they have there, before they are put together.
struct Collected {
  struct Node {
    std::int64_t id = 0;
    geo::LonLat place;
  };
  struct Way {
    std::int64_t id = 0;
    std::size_t first = 0;  ///< its nodes are refs[first] … refs[first + count - 1]
    std::size_t count = 0;
  };
  struct Street : Way {
    std::uint8_t traits = 0;
  };
  /// An address, a place or a piece of the grid that is drawn as a way.
  template <class Thing>
  struct Drawn : Way {
    Thing thing;
  };

  std::vector<Node> nodes;
  std::vector<std::int64_t> closed_gates;
  std::vector<std::int64_t> refs;
  std::vector<Street> streets;
  std::vector<Drawn<Address>> addresses;
  std::vector<Drawn<PlaceOfInterest>> places;
  std::vector<Drawn<PowerItem>> power;
  OsmMap map;  ///< what is already complete: things that are single nodes, and the counts of what was read
};

/// Puts the streets and things together: resolves ids, cuts streets where a node is missing or a gate is closed, and
/// turns the places of streets into RD New on that many threads.
///
/// The order of nodes and ways in the file does not matter; of two nodes with one id the first counts.
[[nodiscard]] OsmMap assemble(Collected collected, const CropTest& crop, std::size_t threads);

}  // namespace veer::importers::osm
