#pragma once

#include <vector>

namespace veer::geo {

/// A place in degrees, WGS 84 (EPSG:4326).
struct LonLat {
  double lon = 0;
  double lat = 0;
  bool operator==(const LonLat&) const = default;
};

/// A place in metres, Amersfoort / RD New (EPSG:28992).
struct RdMetres {
  double x = 0;
  double y = 0;
};

/// A closed ring (first point = last point).
using Ring = std::vector<LonLat>;
/// Outer ring first, then its holes.
using Polygon = std::vector<Ring>;
using MultiPolygon = std::vector<Polygon>;

}  // namespace veer::geo
