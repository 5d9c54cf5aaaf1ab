#include "report/measure_plan.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace veer::report {

double room_above(const MeasurePlan& plan) {
  const double room = std::max(0.0, plan.bound - plan.surrogate_of_plan);
  // The two are added up in another order: what is less than that differs is nothing.
  if (room <= 1e-9 * std::abs(plan.bound)) return 0;
  return plan.rule == "regret" ? room : room / std::max(std::abs(plan.bound), 1e-300);
}

double half_width(const Measured& value) { return 1.96 * value.standard_error; }

std::optional<double> tail_half_width(const MeasurePlan& plan, const Measured& value) {
  if (plan.tail_replicas < 2) return std::nullopt;
  const boost::math::students_t spread(static_cast<double>(plan.tail_replicas - 1));
  return boost::math::quantile(spread, 0.975) * value.standard_error;
}

}  // namespace veer::report
