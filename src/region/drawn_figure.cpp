#include "region/drawn_figure.hpp"

#include <cmath>
#include <numeric>

namespace veer::region {

Result<DrawnFigure> DrawnFigure::of(const Parameter& parameter, std::uint64_t seed) {
  DrawnFigure out;
  TRY(out.values_, region::quantiles(parameter));
  out.group_ = stable_id("groups/" + (parameter.group.empty() ? parameter.id : parameter.group));
  out.follow_below_ = static_cast<std::uint64_t>(std::llround(std::ldexp(parameter.share, 32)));
  out.seed_ = seed;
  return out;
}

double DrawnFigure::value(std::uint32_t replica, StableId entity, Purpose purpose, std::uint32_t number) const {
  const std::uint32_t follow =
      draw(seed_, replica, entity, Purpose::follow, static_cast<std::uint32_t>(purpose) * 16 + number);
  const std::uint32_t word = follow < follow_below_ ? draw(seed_, replica, group_, Purpose::group, 0)
                                                    : draw(seed_, replica, entity, purpose, number);
  return values_[word >> 22U];
}

double DrawnFigure::mean() const {
  return std::accumulate(values_.begin(), values_.end(), 0.0) / static_cast<double>(quantile_count);
}

}  // namespace veer::region
