#include "report/svg_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace veer::report {

using svg::Point;

namespace {

struct Box {
  double west = std::numeric_limits<double>::infinity();
  double south = west;
  double east = -west;
  double north = -west;
  void take(const geo::LonLat& place) {
    if (!std::isfinite(place.lon) || !std::isfinite(place.lat)) return;
    west = std::min(west, place.lon);
    east = std::max(east, place.lon);
    south = std::min(south, place.lat);
    north = std::max(north, place.lat);
  }
};

Box box_of(const Findings& findings) {
  Box box;
  for (const AreaFinding& area : findings.areas) {
    for (const geo::Polygon& polygon : area.outline) {
      for (const geo::Ring& ring : polygon) {
        for (const geo::LonLat& place : ring) box.take(place);
      }
    }
    if (area.outline.empty() && (area.centre.lon != 0 || area.centre.lat != 0)) box.take(area.centre);
  }
  return box;
}

std::vector<Point> circle(const Point& centre) {
  constexpr int corners = 24;
  std::vector<Point> out;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    out.push_back({centre.x + 12 * std::cos(angle), centre.y + 12 * std::sin(angle)});
  }
  out.push_back(out.front());
  return out;
}

bool holds(const std::vector<std::vector<Point>>& outline, const Point& p) {
  bool inside = false;
  for (const auto& ring : outline) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const bool crosses = (ring[i].y > p.y) != (ring[j].y > p.y);
      if (crosses && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
        inside = !inside;
    }
  }
  return inside;
}

double size_of(const std::vector<Point>& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
  return std::fabs(twice) / 2;
}

/// Leaves out rings too small to see, which would only show as dots of border; the largest always stays.
void drop_specks(std::vector<std::vector<Point>>& rings) {
  constexpr double least = 8;  // square units, about 3 by 3 pixels
  if (rings.size() < 2) return;
  const auto largest = std::max_element(rings.begin(), rings.end(),
                                        [](const auto& a, const auto& b) { return size_of(a) < size_of(b); });
  if (size_of(*largest) < least) {
    rings = {*largest};
    return;
  }
  std::erase_if(rings, [](const auto& ring) { return size_of(ring) < least; });
}

/// The diagonal of the box round a line: a hole has a long outline, but reaches nowhere.
double reach_of(const std::vector<Point>& run) {
  Point least{1e300, 1e300};
  Point most{-1e300, -1e300};
  for (const Point& p : run) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  return run.empty() ? 0 : std::hypot(most.x - least.x, most.y - least.y);
}

}  // namespace

std::string MapDrawing::view_box() const { return "0 0 " + svg::coordinate(width()) + " " + svg::coordinate(height_); }

MapDrawing::MapDrawing(const Findings& findings) {
  const Box box = box_of(findings);
  if (!(box.east >= box.west)) return;
  const double shrink = std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
  const double wide = std::max((box.east - box.west) * shrink, 1e-9);
  const double tall = std::max(box.north - box.south, 1e-9);
  // A tall region is drawn narrower rather than higher than the page.
  const double scale = std::min((width() - 2 * margin) / wide, (720 - 2 * margin) / tall);
  height_ = std::max(tall * scale, 1.0) + 2 * margin;
  west_ = box.west;
  north_ = box.north;
  shift_ = (width() - wide * scale) / 2;
  across_ = shrink * scale;
  scale_ = scale;
  const auto project = [&](const geo::LonLat& place) { return at(place); };

  std::vector<Outline> outlines(findings.areas.size());
  for (std::size_t i = 0; i < findings.areas.size(); ++i) {
    const AreaFinding& area = findings.areas[i];
    for (const geo::Polygon& polygon : area.outline) {
      for (const geo::Ring& ring : polygon) {
        std::vector<Point> drawn;
        for (const geo::LonLat& place : ring) drawn.push_back(project(place));
        if (drawn.size() >= 4) outlines[i].push_back(drawn);
      }
    }
    drop_specks(outlines[i]);
    if (area.outline.empty() && (area.centre.lon != 0 || area.centre.lat != 0))
      outlines[i].push_back(circle(project(area.centre)));
    if (outlines[i].empty()) continue;
    Shape shape{i, {}};
    for (const auto& ring : outlines[i]) shape.d += svg::path(svg::thinned(ring, 0.25), true);
    shapes_.push_back(std::move(shape));
  }
  trace_borders(findings, outlines);
}

void MapDrawing::trace_borders(const Findings& findings, const std::vector<Outline>& outlines) {
  std::vector<Extent> extents;
  for (const Outline& outline : outlines) {
    Extent e{{1e300, 1e300}, {-1e300, -1e300}};
    for (const auto& ring : outline) {
      for (const Point& p : ring) {
        e.least = {std::min(e.least.x, p.x), std::min(e.least.y, p.y)};
        e.most = {std::max(e.most.x, p.x), std::max(e.most.y, p.y)};
      }
    }
    extents.push_back(e);
  }
  const auto same_side = [&](std::size_t own, const Point& p) {
    for (std::size_t i = 0; i < outlines.size(); ++i) {
      if (i == own || findings.areas[i].municipality != findings.areas[own].municipality) continue;
      const Extent& e = extents[i];
      if (p.x < e.least.x || p.x > e.most.x || p.y < e.least.y || p.y > e.most.y) continue;
      if (holds(outlines[i], p)) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    for (const auto& ring : outlines[i]) {
      std::vector<Point> run;
      const auto flush = [&] {
        // Smaller stretches are slivers and holes between outlines that do not quite touch, not borders.
        if (reach_of(run) >= 14) borders_ += svg::path(svg::thinned(run, 0.4), false);
        run.clear();
      };
      for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
        const Point& a = ring[k];
        const Point& b = ring[k + 1];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length == 0) continue;
        const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        bool border = true;
        // Look across the edge on both sides, close by and past a gap that generalising may have left.
        for (const double reach : {1.0, 3.0, -1.0, -3.0}) {
          border = border &&
                   !same_side(i, {middle.x + reach * (b.y - a.y) / length, middle.y - reach * (b.x - a.x) / length});
        }
        if (border && run.empty()) run.push_back(a);
        if (border) run.push_back(b);
        if (!border) flush();
      }
      flush();
    }
  }
}

}  // namespace veer::report
