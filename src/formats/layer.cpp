#include "formats/layer.hpp"

#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace veer::formats {

std::optional<double> exact_number(std::string_view cell) {
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
  if (canonical_number(value) != cell) return std::nullopt;
  return value;
}

std::optional<long long> exact_integer(std::string_view cell) {
  constexpr long long limit = 1'000'000'000'000'000;
  long long value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc{} || end != cell.data() + cell.size() || value <= -limit || value >= limit)
    return std::nullopt;
  if (std::to_string(value) != cell) return std::nullopt;
  return value;
}

double rounded_degrees(double degrees) {
  const double rounded = std::round(degrees * 1e6) / 1e6;
  return rounded == 0 ? 0 : rounded;  // no minus zero
}

geo::MultiPolygon rounded_outline(geo::MultiPolygon outline) {
  for (auto& polygon : outline)
    for (auto& ring : polygon)
      for (auto& place : ring) place = {rounded_degrees(place.lon), rounded_degrees(place.lat)};
  return outline;
}

}  // namespace veer::formats
