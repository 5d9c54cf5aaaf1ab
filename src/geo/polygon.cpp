#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "geo/rd.hpp"

namespace veer::geo {

namespace {

/// Counts the edges east of the place by the half-open rule: an edge owns its lower end and not its upper.
bool ring_contains(const Ring& ring, LonLat place) {
  bool inside = false;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    const LonLat& a = ring[i];
    const LonLat& b = ring[before];
    if ((a.lat > place.lat) == (b.lat > place.lat)) continue;
    // From the lower end to the upper whatever way the ring runs: two neighbours then compute the same crossing to the
    // last bit.
    const LonLat& low = a.lat < b.lat ? a : b;
    const LonLat& high = a.lat < b.lat ? b : a;
    const double crossing = low.lon + (place.lat - low.lat) / (high.lat - low.lat) * (high.lon - low.lon);
    if (place.lon < crossing) inside = !inside;
  }
  return inside;
}

struct Moments {
  double area = 0;  ///< signed, twice the area until finished
  double x = 0;
  double y = 0;
};

/// Shoelace sums about the first point, so that metres in the hundred thousands keep their digits.
Moments ring_moments(const Ring& ring, RdMetres origin) {
  Moments sum;
  std::vector<RdMetres> points;
  points.reserve(ring.size());
  for (const LonLat& place : ring) {
    const RdMetres metres = to_rd(place);
    points.push_back({metres.x - origin.x, metres.y - origin.y});
  }
  for (std::size_t i = 0, before = points.size() - 1; i < points.size(); before = i++) {
    const RdMetres& a = points[before];
    const RdMetres& b = points[i];
    const double cross = a.x * b.y - b.x * a.y;
    sum.area += cross;
    sum.x += (a.x + b.x) * cross;
    sum.y += (a.y + b.y) * cross;
  }
  sum.area /= 2;
  sum.x /= 6;
  sum.y /= 6;
  return sum;
}

/// Outer ring less holes, all rings turned the same way.
Moments polygon_moments(const Polygon& polygon, RdMetres origin) {
  Moments sum;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    if (polygon[i].empty()) continue;
    const Moments ring = ring_moments(polygon[i], origin);
    const double sign = (ring.area < 0 ? -1.0 : 1.0) * (i == 0 ? 1.0 : -1.0);
    sum.area += sign * ring.area;
    sum.x += sign * ring.x;
    sum.y += sign * ring.y;
  }
  return sum;
}

const LonLat* first_point(const MultiPolygon& outline) {
  for (const Polygon& polygon : outline)
    for (const Ring& ring : polygon)
      if (!ring.empty()) return &ring.front();
  return nullptr;
}

LonLat mean_of_points(const MultiPolygon& outline) {
  LonLat sum;
  std::size_t count = 0;
  for (const Polygon& polygon : outline) {
    for (const Ring& ring : polygon) {
      for (const LonLat& place : ring) {
        sum.lon += place.lon;
        sum.lat += place.lat;
        ++count;
      }
    }
  }
  return {sum.lon / static_cast<double>(count), sum.lat / static_cast<double>(count)};
}

}  // namespace

bool contains(const Polygon& polygon, LonLat place) {
  bool inside = false;
  for (const Ring& ring : polygon)
    if (!ring.empty() && ring_contains(ring, place)) inside = !inside;
  return inside;
}

bool contains(const MultiPolygon& outline, LonLat place) {
  return std::any_of(outline.begin(), outline.end(),
                     [place](const Polygon& polygon) { return contains(polygon, place); });
}

double area_m2(const Polygon& polygon) {
  if (polygon.empty() || polygon.front().empty()) return 0;
  return polygon_moments(polygon, to_rd(polygon.front().front())).area;
}

double area_m2(const MultiPolygon& outline) {
  double sum = 0;
  for (const Polygon& polygon : outline) sum += area_m2(polygon);
  return sum;
}

LonLat centroid(const MultiPolygon& outline) {
  const LonLat* first = first_point(outline);
  if (first == nullptr) return {};
  const RdMetres origin = to_rd(*first);
  Moments sum;
  for (const Polygon& polygon : outline) {
    const Moments one = polygon_moments(polygon, origin);
    sum.area += one.area;
    sum.x += one.x;
    sum.y += one.y;
  }
  if (!(std::fabs(sum.area) > 1e-6)) return mean_of_points(outline);
  return to_lonlat({origin.x + sum.x / sum.area, origin.y + sum.y / sum.area});
}

Bounds bounds(const MultiPolygon& outline) {
  Bounds box;
  for (const Polygon& polygon : outline) {
    for (const Ring& ring : polygon) {
      for (const LonLat& place : ring) {
        box.west = std::min(box.west, place.lon);
        box.east = std::max(box.east, place.lon);
        box.south = std::min(box.south, place.lat);
        box.north = std::max(box.north, place.lat);
      }
    }
  }
  return box;
}

}  // namespace veer::geo
