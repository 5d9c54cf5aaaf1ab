#pragma once

#include <cstddef>

#include "base/result.hpp"
#include "importers/osm/osm_map.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// How far and how many.
struct WalkSettings {
  double longest_min = 45;          ///< longer walks are left out
  std::size_t nearest = 20;         ///< of each square at most so many local and so many coordinating points
  double street_within_m = 500;     ///< how far a street may be from a square or point
  std::uint32_t least_island = 50;  ///< streets of smaller islands are passed over (walking::Snapper)
  std::size_t threads = 1;
};

/// What came of it.
struct WalkReport {
  std::size_t junctions = 0;
  std::size_t links = 0;
  std::size_t islands = 0;  ///< besides the main network, of at least `least_island` junctions
  std::size_t cells = 0;
  std::size_t points = 0;
  std::size_t cells_without_street = 0;
  std::size_t points_without_street = 0;
  std::size_t cells_on_islands = 0;
  std::size_t points_on_islands = 0;
  std::size_t cells_without_walk = 0;  ///< no support point within the longest walk
  std::size_t walks = 0;               ///< kept
  std::size_t walks_found = 0;         ///< before the nearest were taken
  double nearest_mean_min = 0;         ///< residents' mean to their nearest local point, of squares that have one
};

/// The crop of an OpenStreetMap file that a region needs: its outlines and a rim for walks that leave and return.
[[nodiscard]] osm::Crop crop_for(const region::Tables& tables);

/// Fills the table `walks`: minutes on foot from the middle of every demand square to the support points near it.
///
/// What the table held before is replaced, so that doing it twice changes nothing. The source `osm-walks`, the licence
/// of the table and the attribution of OpenStreetMap are added where they lack. Squares and points without a street,
/// or on an island, are noted with their place.
/// @pre the tables were accepted by build_region
/// @errors invalid_input: there are no squares or no support points
/// @source docs/method/walking.md
[[nodiscard]] Result<WalkReport> add_walks(region::Tables& tables, const osm::OsmMap& map, const WalkSettings& settings,
                                           Diagnostics& notes);

}  // namespace veer::importers
