#include "region/quantile_shapes.hpp"

#include <algorithm>
#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <cstddef>

namespace veer::region {

namespace {

namespace policies = boost::math::policies;
// No exceptions: what has no answer becomes NaN, which the caller refuses. No long double: the same bits on every
// machine.
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;

constexpr double square(double x) { return x * x; }

}  // namespace

double triangular_quantile(double p, double low, double mode, double high) {
  const double width = high - low;
  const double at_mode = (mode - low) / width;
  if (p < at_mode) return low + std::sqrt(p * width * (mode - low));
  return high - std::sqrt((1 - p) * width * (high - mode));
}

double exponential_quantile(double p, double mean) { return -mean * std::log1p(-p); }

double normal_quantile(double p) { return -std::sqrt(2.0) * boost::math::erfc_inv(2 * p, Quiet()); }

Weibull Weibull::from(double median, double p90) {
  const double shape = std::log(std::log(10.0) / std::log(2.0)) / std::log(p90 / median);
  return {shape, median / std::pow(std::log(2.0), 1 / shape)};
}

double Weibull::quantile(double p) const { return scale * std::pow(-std::log1p(-p), 1 / shape); }

double Beta::quantile(double p) const {
  return boost::math::ibeta_inv(mean * concentration, (1 - mean) * concentration, p, Quiet());
}

Beta Beta::nearest(double mean, double low, double high) {
  const auto miss = [&](double log_concentration) {
    const Beta candidate{mean, std::exp(log_concentration)};
    return square(candidate.quantile(0.05) - low) + square(candidate.quantile(0.95) - high);
  };
  // Down a grid until the miss grows, then the golden section between the neighbours of the best.
  const double top = std::log(1e7);
  const double bottom = std::log(0.1);
  constexpr int steps = 200;
  const auto grid = [&](int i) { return top + (bottom - top) * i / steps; };
  int best = 0;
  double best_miss = miss(grid(0));
  for (int i = 1; i <= steps; ++i) {
    const double here = miss(grid(i));
    if (here > best_miss) break;
    best = i;
    best_miss = here;
  }
  double left = grid(std::min(best + 1, steps));
  double right = grid(std::max(best - 1, 0));
  const double ratio = (std::sqrt(5.0) - 1) / 2;
  double inner_left = right - ratio * (right - left);
  double inner_right = left + ratio * (right - left);
  double miss_left = miss(inner_left);
  double miss_right = miss(inner_right);
  for (int i = 0; i < 60; ++i) {
    if (miss_left < miss_right) {
      right = inner_right;
      inner_right = inner_left;
      miss_right = miss_left;
      inner_left = right - ratio * (right - left);
      miss_left = miss(inner_left);
    } else {
      left = inner_left;
      inner_left = inner_right;
      miss_left = miss_right;
      inner_right = left + ratio * (right - left);
      miss_right = miss(inner_right);
    }
  }
  return {mean, std::exp((left + right) / 2)};
}

double empirical_quantile(double p, const std::vector<std::pair<double, double>>& points) {
  const auto after = std::lower_bound(points.begin(), points.end(), p,
                                      [](const auto& point, double wanted) { return point.first < wanted; });
  if (after == points.end()) return points.back().second;
  if (after == points.begin() || after->first == p) return after->second;
  const auto before = std::prev(after);
  const double share = (p - before->first) / (after->first - before->first);
  return before->second + share * (after->second - before->second);
}

}  // namespace veer::region
