#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/outline.hpp"

namespace veer::server {

/// The coordinate reference systems that are offered.
enum class Crs : unsigned char {
  crs84,  ///< longitude and latitude, WGS 84
  rd      ///< metres east and north, Amersfoort / RD New (EPSG:28992)
};

[[nodiscard]] std::string_view uri_of(Crs crs);
/// By its URI; absent: not offered.
[[nodiscard]] std::optional<Crs> parse_crs(std::string_view uri);

/// A place in the axes of a system: lon, lat or x, y.
using Pair = std::array<double, 2>;
/// Rounded as the system deserves: 6 decimals of a degree, 2 of a metre (both finer than the transformation, 0.3 m).
[[nodiscard]] Pair in_crs(geo::LonLat place, Crs crs);

/// A rectangle in the axes of a system; both ends belong to it.
struct Box {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;
  Crs crs = Crs::crs84;
};

/// Reads a `bbox` of four or six numbers separated by commas (of six the heights are left aside). Absent: another
/// number of numbers, one that is not finite, or the ends of an axis in the wrong order. A CRS84 box whose west lies
/// east of its east spans the antimeridian, which no data here does: it is refused too.
[[nodiscard]] std::optional<Box> parse_box(std::string_view text, Crs crs);

/// Whether the place lies in the box.
[[nodiscard]] bool holds(const Box& box, geo::LonLat place);
/// Whether the outline shares a point with the box, judged in the axes of the box.
[[nodiscard]] bool meets(const Box& box, const geo::MultiPolygon& outline);

}  // namespace veer::server
