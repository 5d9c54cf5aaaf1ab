#include "importers/osm/crop.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace veer::importers::osm {

namespace {

constexpr double metres_per_degree = 111'000;  ///< of latitude, rounded down: a rim may be a little wider

}  // namespace

CropTest::CropTest(const Crop& crop) : rectangle_(geo::bounds(crop.outline)) {
  for (const geo::Polygon& polygon : crop.outline) parts_.emplace_back(geo::bounds({polygon}), polygon);
  if (parts_.empty()) return;
  const double rim_lat = crop.rim_m / metres_per_degree;
  const double far = std::max(std::abs(rectangle_.south), std::abs(rectangle_.north));
  const double narrowing = std::cos(std::min(far, 85.0) * std::numbers::pi / 180);
  const double rim_lon = rim_lat / narrowing;
  rectangle_ = {rectangle_.west - rim_lon, rectangle_.south - rim_lat, rectangle_.east + rim_lon,
                rectangle_.north + rim_lat};
}

bool CropTest::inside(geo::LonLat place) const {
  return parts_.empty() || std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) {
           return part.first.contains(place) && geo::contains(part.second, place);
         });
}

}  // namespace veer::importers::osm
