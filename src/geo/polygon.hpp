#pragma once

#include "geo/outline.hpp"

namespace veer::geo {

/// Whether the place lies in the polygon: in its outer ring and in none of its holes.
///
/// Half open: of two polygons that share an edge exactly one holds a place on that edge, so that a partition of the
/// plane counts everyone once. (A ring holds what lies on its west and south sides and not what lies on its east and
/// north sides.) Degrees are taken as plane coordinates: right for outlines of a few kilometres. Rings may be open or
/// closed. Cost: linear.
[[nodiscard]] bool contains(const Polygon& polygon, LonLat place);
[[nodiscard]] bool contains(const MultiPolygon& outline, LonLat place);

/// Square metres in RD New: outer rings less their holes, whatever the direction of the rings.
[[nodiscard]] double area_m2(const Polygon& polygon);
[[nodiscard]] double area_m2(const MultiPolygon& outline);

/// The centre of mass, in RD New and back; of an outline without area the mean of its points; {0, 0} without points.
[[nodiscard]] LonLat centroid(const MultiPolygon& outline);

/// The smallest rectangle of degrees that holds the outline; empty() without points.
struct Bounds {
  double west = 1e9;
  double south = 1e9;
  double east = -1e9;
  double north = -1e9;
  [[nodiscard]] bool empty() const { return east < west; }
  [[nodiscard]] bool contains(LonLat place) const {
    return place.lon >= west && place.lon <= east && place.lat >= south && place.lat <= north;
  }
};
[[nodiscard]] Bounds bounds(const MultiPolygon& outline);

}  // namespace veer::geo
