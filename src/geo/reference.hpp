#pragma once

#include <span>

namespace veer::geo {

/// A pair of numbers of which is not yet known what they measure: x and y, or what columns so named hold.
struct Pair {
  double x = 0;
  double y = 0;
};

/// What a pair of numbers measures, by its range alone.
enum class Reference {
  wgs84,          ///< x is a longitude, y a latitude, in degrees
  rd,             ///< x and y are metres of RD New
  wgs84_swapped,  ///< a place in the Netherlands with latitude and longitude changed over
  rd_swapped,     ///< a place in the Netherlands with x and y changed over
  unknown
};

/// Degrees: -180…180 and -90…90. RD New of the Netherlands: x 0…300 km and y 300…620 km, with 20 km around it; the two
/// ranges do not meet, so that changed-over columns are seen. Degrees count as changed over where x lies in 50…54 and y
/// in 2.5…7.6: the Netherlands and Belgium by latitude and longitude (else a strip of sea off Somalia).
[[nodiscard]] Reference reference_of(Pair pair);

/// What most of the pairs measure; `unknown` without pairs, or where no reading fits 9 in 10 of them.
[[nodiscard]] Reference reference_of(std::span<const Pair> pairs);

}  // namespace veer::geo
