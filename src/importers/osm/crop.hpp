#pragma once

#include <utility>
#include <vector>

#include "geo/polygon.hpp"
#include "importers/osm/osm_map.hpp"

namespace veer::importers::osm {

/// A crop made ready for millions of questions. Immutable.
class CropTest {
 public:
  explicit CropTest(const Crop& crop);

  /// Whether a node may carry a street: in the rectangle around the outline and its rim, or anywhere without outline.
  [[nodiscard]] bool near(geo::LonLat place) const { return parts_.empty() || rectangle_.contains(place); }
  /// Whether a thing lies in the outline; anywhere without outline.
  [[nodiscard]] bool inside(geo::LonLat place) const;

 private:
  std::vector<std::pair<geo::Bounds, geo::Polygon>> parts_;
  geo::Bounds rectangle_;
};

}  // namespace veer::importers::osm
