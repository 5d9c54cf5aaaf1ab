#include "report/svg_point.hpp"

#include <cmath>
#include <utility>

namespace veer::report::svg {

std::string coordinate(double value) {
  if (!std::isfinite(value)) return "0";
  const long long tenths = std::llround(value * 10);
  const long long magnitude = tenths < 0 ? -tenths : tenths;
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(magnitude / 10);
  if (magnitude % 10 != 0) out += "." + std::to_string(magnitude % 10);
  return out;
}

namespace {

double distance_to_line(const Point& p, const Point& a, const Point& b) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  return std::fabs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length;
}

}  // namespace

std::vector<Point> thinned(const std::vector<Point>& points, double tolerance) {
  if (points.size() < 3) return points;
  std::vector<bool> keep(points.size(), false);
  keep.front() = keep.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    std::size_t farthest = first;
    double most = tolerance;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double distance = distance_to_line(points[i], points[first], points[last]);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest == first) continue;
    keep[farthest] = true;
    open.emplace_back(first, farthest);
    open.emplace_back(farthest, last);
  }
  std::vector<Point> out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (keep[i]) out.push_back(points[i]);
  }
  return out;
}

std::string path(const std::vector<Point>& points, bool closed) {
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i)
    out += (i == 0 ? "M" : i == 1 ? "L" : " ") + coordinate(points[i].x) + "," + coordinate(points[i].y);
  return points.empty() ? out : out + (closed ? "Z" : "");
}

}  // namespace veer::report::svg
