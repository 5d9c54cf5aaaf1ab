#include "server/geo_query.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geo/rd.hpp"

namespace veer::server {

namespace {

constexpr std::string_view crs84_uri = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
constexpr std::string_view rd_uri = "http://www.opengis.net/def/crs/EPSG/0/28992";

std::optional<double> parse_number(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

bool inside(const Box& box, Pair p) {
  return box.west <= p[0] && p[0] <= box.east && box.south <= p[1] && p[1] <= box.north;
}

Pair exact(geo::LonLat place, Crs crs) {
  if (crs == Crs::crs84) return {place.lon, place.lat};
  const geo::RdMetres rd = geo::to_rd(place);
  return {rd.x, rd.y};
}

/// Whether the segment crosses the box (Liang and Barsky): the part of it inside every half-plane is not empty.
bool crosses(const Box& box, Pair a, Pair b) {
  double from = 0;
  double to = 1;
  const std::array<double, 2> low{box.west, box.south};
  const std::array<double, 2> high{box.east, box.north};
  for (std::size_t axis = 0; axis < 2; ++axis) {
    const double step = b[axis] - a[axis];
    if (step == 0) {
      if (a[axis] < low[axis] || a[axis] > high[axis]) return false;
      continue;
    }
    const double one = (low[axis] - a[axis]) / step;
    const double other = (high[axis] - a[axis]) / step;
    from = std::max(from, std::min(one, other));
    to = std::min(to, std::max(one, other));
  }
  return from <= to;
}

/// Even-odd rule over all rings, so holes count as outside.
bool surrounds(const std::vector<std::vector<Pair>>& rings, Pair p) {
  bool odd = false;
  for (const auto& ring : rings)
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Pair a = ring[i];
      const Pair b = ring[i + 1];
      if ((a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]) odd = !odd;
    }
  return odd;
}

}  // namespace

std::string_view uri_of(Crs crs) { return crs == Crs::crs84 ? crs84_uri : rd_uri; }

std::optional<Crs> parse_crs(std::string_view uri) {
  if (uri == crs84_uri) return Crs::crs84;
  if (uri == rd_uri) return Crs::rd;
  return std::nullopt;
}

Pair in_crs(geo::LonLat place, Crs crs) {
  const double scale = crs == Crs::crs84 ? 1e6 : 1e2;
  Pair out = exact(place, crs);
  for (double& value : out) value = std::round(value * scale) / scale;
  return out;
}

std::optional<Box> parse_box(std::string_view text, Crs crs) {
  std::vector<double> numbers;
  while (numbers.size() <= 6) {
    const auto comma = text.find(',');
    const auto number = parse_number(text.substr(0, comma));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    if (comma == std::string_view::npos) break;
    text = text.substr(comma + 1);
  }
  if (numbers.size() != 4 && numbers.size() != 6) return std::nullopt;
  const std::size_t half = numbers.size() / 2;
  const Box box{numbers[0], numbers[1], numbers[half], numbers[half + 1], crs};
  return box.west <= box.east && box.south <= box.north ? std::optional(box) : std::nullopt;
}

bool holds(const Box& box, geo::LonLat place) { return inside(box, exact(place, box.crs)); }

bool meets(const Box& box, const geo::MultiPolygon& outline) {
  for (const geo::Polygon& polygon : outline) {
    std::vector<std::vector<Pair>> rings;
    for (const geo::Ring& ring : polygon) {
      auto& pairs = rings.emplace_back();
      for (const geo::LonLat place : ring) pairs.push_back(exact(place, box.crs));
      for (std::size_t i = 0; i + 1 < pairs.size(); ++i)
        if (crosses(box, pairs[i], pairs[i + 1])) return true;
    }
    if (surrounds(rings, {box.west, box.south})) return true;  // the box lies wholly inside
  }
  return false;
}

}  // namespace veer::server
