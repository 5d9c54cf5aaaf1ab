#include "geo/rd.hpp"

#include <proj.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/late_call.hpp"
#include "base/parallel.hpp"

namespace veer::geo {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
constinit LateLibrary proj(VEER_PROJ_LIBRARY);
VEER_LATE(proj, proj_context_create);
VEER_LATE(proj, proj_context_destroy);
VEER_LATE(proj, proj_coord);
VEER_LATE(proj, proj_create);
VEER_LATE(proj, proj_destroy);
VEER_LATE(proj, proj_log_level);
VEER_LATE(proj, proj_trans);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

// Written out, not looked up by EPSG code: PROJ would otherwise pick whichever variant the grids of this machine allow,
// and the same region would get other coordinates elsewhere. Datum shift EPSG:9281 (0.25 m; rotations of microradians
// turned into arc seconds), projection EPSG:19914.
constexpr const char* pipeline =
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cart +ellps=GRS80 "
    "+step +inv +proj=helmert +convention=coordinate_frame +x=565.7381 +y=50.4018 +z=465.2904 "
    "+rx=0.395025981 +ry=-0.330772431 +rz=1.876073294 +s=4.07244 "
    "+step +inv +proj=cart +ellps=bessel "
    "+step +proj=sterea +lat_0=52.1561605555555556 +lon_0=5.38763888888888889 +k=0.9999079 +x_0=155000 +y_0=463000 "
    "+ellps=bessel";

/// A PROJ context and transformation belong to one thread.
class Transformation {
 public:
  Transformation() : context_(proj_context_create()), projection_(proj_create(context_.get(), pipeline)) {
    ENSURE(projection_ != nullptr, "PROJ refuses the RD pipeline; is libproj 9 installed?");
    proj_log_level(context_.get(), PJ_LOG_NONE);
  }
  [[nodiscard]] PJ_COORD apply(PJ_DIRECTION direction, double first, double second) const {
    return proj_trans(projection_.get(), direction, proj_coord(first, second, 0, 0));
  }
  static const Transformation& of_this_thread() {
    thread_local const Transformation transformation;
    return transformation;
  }

 private:
  struct Delete {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* projection) const { proj_destroy(projection); }
  };
  std::unique_ptr<PJ_CONTEXT, Delete> context_;
  std::unique_ptr<PJ, Delete> projection_;
};

/// PROJ answers HUGE_VAL where there is no answer.
double or_nan(double value) { return std::isfinite(value) ? value : std::nan(""); }

}  // namespace

RdMetres to_rd(LonLat place) {
  const PJ_COORD answer = Transformation::of_this_thread().apply(PJ_FWD, place.lon, place.lat);
  return {or_nan(answer.xy.x), or_nan(answer.xy.y)};
}

std::vector<RdMetres> to_rd(std::span<const LonLat> places, std::size_t threads) {
  constexpr std::size_t at_once = 8192;
  std::vector<RdMetres> metres(places.size());
  parallel_for(threads, (places.size() + at_once - 1) / at_once, [&](std::size_t, std::size_t batch) {
    const std::size_t end = std::min(places.size(), (batch + 1) * at_once);
    for (std::size_t i = batch * at_once; i < end; ++i) metres[i] = to_rd(places[i]);
  });
  return metres;
}

LonLat to_lonlat(RdMetres place) {
  const PJ_COORD answer = Transformation::of_this_thread().apply(PJ_INV, place.x, place.y);
  return {or_nan(answer.xy.x), or_nan(answer.xy.y)};
}

LonLat rounded(LonLat place, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return {std::round(place.lon * scale) / scale, std::round(place.lat * scale) / scale};
}

RdMetres square_corner(RdMetres place, int size_m) {
  ENSURE(size_m > 0, "a square has a size above 0");
  return {std::floor(place.x / size_m) * size_m, std::floor(place.y / size_m) * size_m};
}

double distance_m(RdMetres a, RdMetres b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace veer::geo
