#pragma once

#include <map>
#include <string>

#include "geo/outline.hpp"

namespace veer::importers::ground {

/// Generalises outlines so that neighbours keep one common border.
///
/// Rings are cut where three or more areas meet; each piece between two such corners is simplified once, in one
/// direction, for both neighbours (Douglas and Peucker 1973, in RD metres). Where a ring would cross itself or lose its
/// shape, its pieces are simplified less, for the neighbours too; one that still does not come right keeps its own
/// points. Parts of less than `least_area_m2` are left out, but never the largest.
/// @param tolerance_m  > 0
[[nodiscard]] std::map<std::string, geo::MultiPolygon> generalised(
    const std::map<std::string, geo::MultiPolygon>& outlines, double tolerance_m, double least_area_m2, int decimals);

}  // namespace veer::importers::ground
