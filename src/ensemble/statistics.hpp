#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace veer::ensemble {

/// A quantity over replicas: mean with its standard error, and quantiles (type 1: the smallest value that at least p of
/// the replicas do not exceed).
struct Estimate {
  double mean = 0;
  double standard_error = 0;
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};

/// @param values  one a replica; +infinity means "beyond the horizon": it counts as `restricted` in the mean and stays
/// infinite in quantiles
[[nodiscard]] Estimate estimate(std::span<const double> values, double restricted);
[[nodiscard]] inline Estimate estimate(std::span<const double> values) { return estimate(values, 0); }
/// A probability from a count, with the standard error of a share.
[[nodiscard]] Estimate share(std::size_t count, std::size_t replicas);

/// An effect with its 95 % interval.
struct Effect {
  double value = 0;
  double low = 0;
  double high = 0;
  [[nodiscard]] bool holds_zero() const { return low <= 0 && high >= 0; }
};

/// Ranks from 1, ties averaged.
[[nodiscard]] std::vector<double> ranks(std::span<const double> values);

/// Spearman's rank correlation with the interval of Fisher's z (standard error 1.03/√(n − 3), Fieller, Hartley and
/// Pearson 1957). Nothing when n < 10 or one side does not vary.
[[nodiscard]] std::optional<Effect> rank_correlation(std::span<const double> x, std::span<const double> y);

/// Mean of y where x lies above its median, minus the mean of y where it lies below, with the interval of Welch. Values
/// at the median are left out. Nothing when a side has fewer than 10 values.
[[nodiscard]] std::optional<Effect> median_split(std::span<const double> x, std::span<const double> y);

/// Which part of the variance of a total comes from shared draws: the covariance of pairs that share them over the
/// variance, in [0, 1].
/// @source docs/method/statistics.md
[[nodiscard]] double shared_part(std::span<const double> first, std::span<const double> second);

}  // namespace veer::ensemble
