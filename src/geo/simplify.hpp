#pragma once

#include "geo/outline.hpp"

namespace veer::geo {

/// Whether the ring is closed, has at least three different points, encloses an area and does not cross or touch
/// itself.
[[nodiscard]] bool is_valid(const Ring& ring);

/// The ring with fewer points, none further than the tolerance from the original (Douglas and Peucker 1973, in RD
/// metres).
///
/// Closed, and valid when the original is: where the coarse ring would cross itself the tolerance is halved until it
/// does not. The two anchors are the first point and the one furthest from it.
/// @param tolerance_m  > 0
[[nodiscard]] Ring simplified(const Ring& ring, double tolerance_m);

/// Every ring simplified by itself. Polygons and holes of less than `least_area_m2` are left out, but never the largest
/// polygon. Neighbours that share a border may come to overlap or part by up to twice the tolerance.
[[nodiscard]] MultiPolygon simplified(const MultiPolygon& outline, double tolerance_m, double least_area_m2 = 0);

}  // namespace veer::geo
