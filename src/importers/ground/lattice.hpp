#pragma once

#include <map>
#include <string>

#include "geo/outline.hpp"

namespace veer::importers::ground {

/// Lays outlines on squares of RD New, so that neighbours have every point of their common border in common.
///
/// Published outlines were simplified one by one: their borders overlap and part by some metres. Here each square
/// belongs to the area that holds its middle (the first by id where two claim it). Strips that nobody claims between
/// two areas, up to two squares wide, go to the western or southern one; gaps that areas enclose, and parts of less
/// than `least_area_m2`, go to the neighbour with the longest common side, but never the largest part of an area. No
/// two squares of an area meet in a corner only. Rings hold every corner of a square that they pass; outer rings run
/// counter-clockwise. An area smaller than a square may get no outline. Cost: linear in the squares of the rectangle
/// around all outlines.
/// @param square_m  > 0
[[nodiscard]] std::map<std::string, geo::MultiPolygon> on_lattice(
    const std::map<std::string, geo::MultiPolygon>& outlines, double square_m, double least_area_m2);

}  // namespace veer::importers::ground
