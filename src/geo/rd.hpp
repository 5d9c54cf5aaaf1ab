#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "geo/outline.hpp"

namespace veer::geo {

/// Between WGS 84 and Amersfoort / RD New (EPSG:28992), through PROJ.
///
/// Accurate to about 0.3 m without correction grids, which no machine needs to have: enough for squares of 250 m and
/// walking distances. Any number of threads may call these: each has its own transformation, made on first use.
///
/// Outside the Netherlands and its surroundings the projection loses its meaning; `invalid` results are NaN.
[[nodiscard]] RdMetres to_rd(LonLat place);
[[nodiscard]] LonLat to_lonlat(RdMetres place);

/// Many places at once, on that many threads; the same answers.
[[nodiscard]] std::vector<RdMetres> to_rd(std::span<const LonLat> places, std::size_t threads);

/// Rounded to that many decimals of a degree, halves away from zero: 5 is about a metre, 4 about ten.
[[nodiscard]] LonLat rounded(LonLat place, int decimals);
/// Rounded down to the south-west corner of the square of that size, a whole number of metres > 0.
[[nodiscard]] RdMetres square_corner(RdMetres place, int size_m);

/// Straight-line distance, metres.
[[nodiscard]] double distance_m(RdMetres a, RdMetres b);

}  // namespace veer::geo
