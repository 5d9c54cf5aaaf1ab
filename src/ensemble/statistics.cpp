#include "ensemble/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace veer::ensemble {

namespace {

constexpr double z95 = 1.959963984540054;

struct Moments {
  double mean = 0;
  double variance = 0;  ///< sample variance, n − 1
  std::size_t count = 0;
};

Moments moments(std::span<const double> values) {
  Moments out{.count = values.size()};
  if (values.empty()) return out;
  out.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  for (const double value : values) out.variance += (value - out.mean) * (value - out.mean);
  if (values.size() > 1) out.variance /= static_cast<double>(values.size() - 1);
  return out;
}

/// Whether a variance is more than the rounding of its own sums.
bool varies(double mean, double variance) { return variance > 1e-20 * mean * mean; }

/// The smallest value that at least a share p of all do not exceed. Reorders: what comes before it is not greater.
double quantile(std::vector<double>& values, std::size_t& settled, double p) {
  const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size())));
  const std::size_t at = std::clamp<std::size_t>(rank, 1, values.size()) - 1;
  const auto place = [&values](std::size_t index) { return values.begin() + static_cast<std::ptrdiff_t>(index); };
  if (at >= settled) std::nth_element(place(settled), place(at), values.end());
  settled = std::max(settled, at + 1);
  return values[at];
}

}  // namespace

Estimate estimate(std::span<const double> values, double restricted) {
  if (values.empty()) return {};
  std::vector<double> copy(values.begin(), values.end());
  std::size_t settled = 0;  // values before it lie where sorting would put them, or before all that follow
  Estimate out;
  out.p5 = quantile(copy, settled, 0.05);
  out.p50 = quantile(copy, settled, 0.5);
  out.p95 = quantile(copy, settled, 0.95);
  std::transform(values.begin(), values.end(), copy.begin(),
                 [restricted](double value) { return std::isinf(value) ? restricted : value; });
  const Moments found = moments(copy);
  out.mean = found.mean;
  out.standard_error = std::sqrt(found.variance / static_cast<double>(found.count));
  return out;
}

Estimate share(std::size_t count, std::size_t replicas) {
  if (replicas == 0) return {};
  const double p = static_cast<double>(count) / static_cast<double>(replicas);
  return {
      .mean = p, .standard_error = std::sqrt(p * (1 - p) / static_cast<double>(replicas)), .p5 = p, .p50 = p, .p95 = p};
}

std::vector<double> ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] != values[b] ? values[a] < values[b] : a < b; });
  std::vector<double> out(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double rank = (static_cast<double>(i + 1) + static_cast<double>(end)) / 2;
    for (; i < end; ++i) out[order[i]] = rank;
  }
  return out;
}

std::optional<Effect> rank_correlation(std::span<const double> x, std::span<const double> y) {
  const std::size_t n = std::min(x.size(), y.size());
  if (n < 10) return std::nullopt;
  const auto rx = ranks(x.first(n));
  const auto ry = ranks(y.first(n));
  const Moments mx = moments(rx);
  const Moments my = moments(ry);
  if (mx.variance == 0 || my.variance == 0) return std::nullopt;
  double covariance = 0;
  for (std::size_t i = 0; i < n; ++i) covariance += (rx[i] - mx.mean) * (ry[i] - my.mean);
  covariance /= static_cast<double>(n - 1);
  const double rho = std::clamp(covariance / std::sqrt(mx.variance * my.variance), -1.0, 1.0);
  const double z = std::atanh(std::clamp(rho, -0.9999999, 0.9999999));
  const double width = z95 * 1.03 / std::sqrt(static_cast<double>(n) - 3);
  return Effect{rho, std::tanh(z - width), std::tanh(z + width)};
}

std::optional<Effect> median_split(std::span<const double> x, std::span<const double> y) {
  const std::size_t n = std::min(x.size(), y.size());
  std::vector<double> sorted(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(n));
  if (n < 20) return std::nullopt;
  std::sort(sorted.begin(), sorted.end());
  const double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  std::vector<double> longer;
  std::vector<double> shorter;
  for (std::size_t i = 0; i < n; ++i) {
    if (x[i] > median) longer.push_back(y[i]);
    if (x[i] < median) shorter.push_back(y[i]);
  }
  if (longer.size() < 10 || shorter.size() < 10) return std::nullopt;
  const Moments high = moments(longer);
  const Moments low = moments(shorter);
  const double width =
      z95 * std::sqrt(high.variance / static_cast<double>(high.count) + low.variance / static_cast<double>(low.count));
  const double difference = high.mean - low.mean;
  return Effect{difference, difference - width, difference + width};
}

double shared_part(std::span<const double> first, std::span<const double> second) {
  const std::size_t n = std::min(first.size(), second.size());
  if (n < 2) return 0;
  const Moments a = moments(first.first(n));
  const Moments b = moments(second.first(n));
  const double variance = (a.variance + b.variance) / 2;
  if (!varies(a.mean, variance)) return 0;
  double covariance = 0;
  for (std::size_t i = 0; i < n; ++i) covariance += (first[i] - a.mean) * (second[i] - b.mean);
  return std::clamp(covariance / static_cast<double>(n - 1) / variance, 0.0, 1.0);
}

}  // namespace veer::ensemble
