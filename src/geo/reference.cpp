#include "geo/reference.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace veer::geo {

namespace {

bool between(double value, double least, double most) { return value >= least && value <= most; }

bool in_rd(double x, double y) { return between(x, -20'000, 300'000) && between(y, 300'000, 640'000); }

}  // namespace

Reference reference_of(Pair pair) {
  if (!std::isfinite(pair.x) || !std::isfinite(pair.y)) return Reference::unknown;
  if (between(pair.x, 50, 54) && between(pair.y, 2.5, 7.6)) return Reference::wgs84_swapped;
  if (between(pair.x, -180, 180) && between(pair.y, -90, 90)) return Reference::wgs84;
  if (in_rd(pair.x, pair.y)) return Reference::rd;
  if (in_rd(pair.y, pair.x)) return Reference::rd_swapped;
  return Reference::unknown;
}

Reference reference_of(std::span<const Pair> pairs) {
  std::array<std::size_t, 5> count{};
  for (const Pair pair : pairs) ++count[static_cast<std::size_t>(reference_of(pair))];
  for (const Reference reading : {Reference::wgs84, Reference::rd, Reference::wgs84_swapped, Reference::rd_swapped})
    if (!pairs.empty() && count[static_cast<std::size_t>(reading)] * 10 >= pairs.size() * 9) return reading;
  return Reference::unknown;
}

}  // namespace veer::geo
