#pragma once

#include <utility>
#include <vector>

namespace veer::region {

/// Quantile functions in closed form or through the inverse of a special function. Arguments are the callers' to check.
///
/// Every p lies strictly between 0 and 1; nothing is truncated here.

/// @pre low <= mode <= high, low < high
[[nodiscard]] double triangular_quantile(double p, double low, double mode, double high);
[[nodiscard]] double exponential_quantile(double p, double mean);

/// The standard normal quantile.
[[nodiscard]] double normal_quantile(double p);

/// Shape and scale of the Weibull with this median and P90: shape = ln(ln 10 / ln 2) / ln(P90 / median).
/// @pre 0 < median < p90
struct Weibull {
  double shape = 1;
  double scale = 1;
  static Weibull from(double median, double p90);
  [[nodiscard]] double quantile(double p) const;
};

/// Beta(mean·concentration, (1 − mean)·concentration) on [0, 1].
struct Beta {
  double mean = 0.5;
  double concentration = 2;
  /// The concentration between 0.1 and 10⁷ for which P5 and P95 come nearest to low and high in least squares.
  ///
  /// With a mean near 0 or 1 two concentrations may do equally well, of which the smaller piles its mass on both ends;
  /// the larger is what people mean by "about 1 %, perhaps 3 %", so the search comes down from above and takes the
  /// first minimum.
  /// @pre 0 < mean < 1
  static Beta nearest(double mean, double low, double high);
  [[nodiscard]] double quantile(double p) const;
};

/// Linear between (cumulative probability, value) points; at a probability that stands twice, the lower value.
/// @pre probabilities and values not descending, first probability 0, last 1
[[nodiscard]] double empirical_quantile(double p, const std::vector<std::pair<double, double>>& points);

}  // namespace veer::region
