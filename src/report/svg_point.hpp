#pragma once

#include <string>
#include <vector>

namespace veer::report::svg {

/// A place on the drawing, in user units: x to the right, y down.
struct Point {
  double x = 0;
  double y = 0;
};

/// A coordinate with at most one decimal, always with a point; "0" for what is no number.
[[nodiscard]] std::string coordinate(double value);

/// The points that matter: what lies within `tolerance` of the line between its kept neighbours goes (Douglas and
/// Peucker 1973).
[[nodiscard]] std::vector<Point> thinned(const std::vector<Point>& points, double tolerance);

/// "M x,y L x,y …" through the points.
[[nodiscard]] std::string path(const std::vector<Point>& points, bool closed);

}  // namespace veer::report::svg
