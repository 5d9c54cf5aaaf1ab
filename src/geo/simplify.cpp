#include "geo/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/result.hpp"
#include "geo/polygon.hpp"
#include "geo/rd.hpp"

namespace veer::geo {

namespace {

double cross(LonLat origin, LonLat a, LonLat b) {
  return (a.lon - origin.lon) * (b.lat - origin.lat) - (a.lat - origin.lat) * (b.lon - origin.lon);
}

bool within_box(LonLat a, LonLat b, LonLat place) {
  return place.lon >= std::min(a.lon, b.lon) && place.lon <= std::max(a.lon, b.lon) &&
         place.lat >= std::min(a.lat, b.lat) && place.lat <= std::max(a.lat, b.lat);
}

int sign(double value) { return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0); }

bool segments_meet(LonLat a, LonLat b, LonLat c, LonLat d) {
  const int abc = sign(cross(a, b, c));
  const int abd = sign(cross(a, b, d));
  const int cda = sign(cross(c, d, a));
  const int cdb = sign(cross(c, d, b));
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc == 0 && within_box(a, b, c)) || (abd == 0 && within_box(a, b, d)) || (cda == 0 && within_box(c, d, a)) ||
         (cdb == 0 && within_box(c, d, b));
}

double distance_to_segment(RdMetres place, RdMetres a, RdMetres b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double along =
      length2 > 0 ? std::clamp(((place.x - a.x) * dx + (place.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return distance_m(place, {a.x + along * dx, a.y + along * dy});
}

/// Marks what to keep between two kept points; a stack instead of recursion, as rings can have a hundred thousand
/// points.
void keep_between(const std::vector<RdMetres>& points, std::size_t first, std::size_t last, double tolerance,
                  std::vector<bool>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double worst = tolerance;
    std::size_t furthest = to;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double distance = distance_to_segment(points[i], points[from], points[to]);
      if (distance > worst) {
        worst = distance;
        furthest = i;
      }
    }
    if (furthest == to) continue;
    keep[furthest] = true;
    open.emplace_back(from, furthest);
    open.emplace_back(furthest, to);
  }
}

Ring thinned(const Ring& ring, const std::vector<RdMetres>& points, double tolerance) {
  std::vector<bool> keep(ring.size(), false);
  std::size_t anchor = 0;
  for (std::size_t i = 1; i + 1 < points.size(); ++i)
    if (distance_m(points[i], points[0]) > distance_m(points[anchor], points[0])) anchor = i;
  keep.front() = keep.back() = keep[anchor] = true;
  keep_between(points, 0, anchor, tolerance, keep);
  keep_between(points, anchor, ring.size() - 1, tolerance, keep);
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (keep[i]) out.push_back(ring[i]);
  return out;
}

}  // namespace

bool is_valid(const Ring& ring) {
  if (ring.size() < 4 || ring.front() != ring.back()) return false;
  const std::size_t edges = ring.size() - 1;
  double area = 0;
  for (std::size_t i = 0; i < edges; ++i) {
    if (ring[i] == ring[i + 1]) return false;
    area += cross(ring[0], ring[i], ring[i + 1]);
  }
  if (area == 0) return false;
  // Edges sorted by their west end: only those that overlap in longitude are compared.
  std::vector<std::size_t> order(edges);
  for (std::size_t i = 0; i < edges; ++i) order[i] = i;
  const auto west = [&ring](std::size_t i) { return std::min(ring[i].lon, ring[i + 1].lon); };
  const auto east = [&ring](std::size_t i) { return std::max(ring[i].lon, ring[i + 1].lon); };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::pair(west(a), a) < std::pair(west(b), b); });
  for (std::size_t first = 0; first < edges; ++first) {
    const std::size_t i = order[first];
    for (std::size_t second = first + 1; second < edges && west(order[second]) <= east(i); ++second) {
      const std::size_t j = order[second];
      const bool follows = (i + 1) % edges == j;
      const bool precedes = (j + 1) % edges == i;
      if (follows || precedes) {
        // Neighbours share a point; they must not fold back over one another.
        const LonLat shared = follows ? ring[j] : ring[i];
        const LonLat before = follows ? ring[i] : ring[j];
        const LonLat after = follows ? ring[j + 1] : ring[i + 1];
        if (cross(shared, before, after) == 0 &&
            (within_box(shared, before, after) || within_box(shared, after, before)))
          return false;
        continue;
      }
      if (segments_meet(ring[i], ring[i + 1], ring[j], ring[j + 1])) return false;
    }
  }
  return true;
}

Ring simplified(const Ring& ring, double tolerance_m) {
  ENSURE(tolerance_m > 0, "simplifying asks a tolerance above 0 metres");
  if (ring.size() <= 4) return ring;
  std::vector<RdMetres> points;
  points.reserve(ring.size());
  for (const LonLat& place : ring) points.push_back(to_rd(place));
  constexpr double finest_m = 0.01;
  for (double tolerance = tolerance_m; tolerance > finest_m; tolerance /= 2) {
    Ring out = thinned(ring, points, tolerance);
    if (is_valid(out)) return out;
  }
  return ring;
}

MultiPolygon simplified(const MultiPolygon& outline, double tolerance_m, double least_area_m2) {
  std::size_t largest = 0;
  for (std::size_t i = 1; i < outline.size(); ++i)
    if (area_m2(outline[i]) > area_m2(outline[largest])) largest = i;
  MultiPolygon out;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (outline[i].empty() || (i != largest && area_m2(outline[i]) < least_area_m2)) continue;
    Polygon polygon;
    for (std::size_t ring = 0; ring < outline[i].size(); ++ring) {
      if (ring > 0 && area_m2(Polygon{outline[i][ring]}) < least_area_m2) continue;
      polygon.push_back(simplified(outline[i][ring], tolerance_m));
    }
    out.push_back(std::move(polygon));
  }
  return out;
}

}  // namespace veer::geo
