#include "region/parameter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "base/text.hpp"
#include "region/quantile_shapes.hpp"

namespace veer::region {

namespace {

using Quantile = std::function<double(double)>;

tl::unexpected<Error> refuse(const char* key, std::vector<std::string> arguments) {
  return fail({ErrorKind::invalid_input, Message{key, std::move(arguments)}, {}, {}});
}

tl::unexpected<Error> no_such_shape(const Parameter& parameter, const char* key) {
  return refuse(key, {parameter.id, canonical_number(parameter.low), canonical_number(parameter.typical),
                      canonical_number(parameter.high)});
}

Done check_points(const Parameter& parameter) {
  const auto& points = parameter.points;
  if (points.size() < 2 || points.front().first != 0 || points.back().first != 1)
    return refuse("region.parameter.points_ends", {parameter.id});
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!std::isfinite(points[i].first) || !std::isfinite(points[i].second))
      return refuse("region.parameter.not_finite", {parameter.id});
    if (i > 0 && (points[i].first < points[i - 1].first || points[i].second < points[i - 1].second))
      return refuse("region.parameter.points_order", {parameter.id, std::to_string(i + 1)});
  }
  return {};
}

Done check_order(const Parameter& parameter) {
  if (!std::isfinite(parameter.low) || !std::isfinite(parameter.typical) || !std::isfinite(parameter.high))
    return refuse("region.parameter.not_finite", {parameter.id});
  if (parameter.low > parameter.typical)
    return refuse("region.parameter.low_above_typical",
                  {parameter.id, canonical_number(parameter.low), canonical_number(parameter.typical)});
  if (parameter.typical > parameter.high)
    return refuse("region.parameter.typical_above_high",
                  {parameter.id, canonical_number(parameter.typical), canonical_number(parameter.high)});
  return {};
}

/// The quantile function of a parameter in order whose low, typical and high are not all the same.
Result<Quantile> spread(const Parameter& parameter) {
  const double low = parameter.low;
  const double typical = parameter.typical;
  const double high = parameter.high;
  switch (parameter.distribution) {
    case Distribution::fixed:
      return [typical](double) { return typical; };
    case Distribution::uniform:
      return [low, high](double p) { return low + p * (high - low); };
    case Distribution::triangular:
      return [low, typical, high](double p) { return triangular_quantile(p, low, typical, high); };
    case Distribution::exponential:
      if (typical <= 0) return no_such_shape(parameter, "region.parameter.mean_not_positive");
      return [typical](double p) { return exponential_quantile(p, typical); };
    case Distribution::weibull: {
      if (typical <= 0 || high <= typical) return no_such_shape(parameter, "region.parameter.p90_not_above_median");
      return [shape = Weibull::from(typical, high)](double p) { return shape.quantile(p); };
    }
    case Distribution::lognormal: {
      if (typical <= 0 || high <= typical) return no_such_shape(parameter, "region.parameter.p90_not_above_median");
      const double sigma = std::log(high / typical) / normal_quantile(0.9);
      return [typical, sigma](double p) { return typical * std::exp(sigma * normal_quantile(p)); };
    }
    case Distribution::beta: {
      if (low < 0 || high > 1 || typical <= 0 || typical >= 1)
        return no_such_shape(parameter, "region.parameter.beta_outside_unit");
      return [shape = Beta::nearest(typical, low, high)](double p) { return shape.quantile(p); };
    }
    case Distribution::normal: {
      const double sigma = (high - low) / (2 * normal_quantile(0.95));
      return [typical, sigma](double p) { return typical + sigma * normal_quantile(p); };
    }
    case Distribution::empirical:
      return [&points = parameter.points](double p) { return empirical_quantile(p, points); };
  }
  return refuse("region.parameter.not_finite", {parameter.id});
}

/// Quantiles by the quantile function: at (i + 1/2) / quantile_count, truncated at 0.
Result<QuantileValues> worked_out(const Parameter& parameter) {
  TRY(const Quantile quantile, spread(parameter));
  QuantileValues values{};
  double before = 0;
  for (std::size_t i = 0; i < quantile_count; ++i) {
    const double value = quantile((static_cast<double>(i) + 0.5) / static_cast<double>(quantile_count));
    if (!std::isfinite(value)) return no_such_shape(parameter, "region.parameter.no_shape");
    // Truncated at 0; and never descending, whatever the last bit of an iterated inverse does.
    before = std::max(before, value);
    values[i] = before;
  }
  return values;
}

/// The same of a beta, whose shape is searched for in a thousand steps. A region is compiled again for every hazard and
/// every package of measures with the same figures, so what was found is kept: of the last few hundred shapes, by
/// thread.
Result<QuantileValues> beta_quantiles(const Parameter& parameter) {
  constexpr std::size_t most = 256;
  thread_local std::map<std::array<double, 3>, QuantileValues> known;
  const std::array key{parameter.low, parameter.typical, parameter.high};
  if (const auto found = known.find(key); found != known.end()) return found->second;
  TRY(const QuantileValues values, worked_out(parameter));
  if (known.size() == most) known.clear();
  known.emplace(key, values);
  return values;
}

}  // namespace

Unit unit_of(std::string_view text) {
  if (text == "h") return Unit::hours;
  if (text == "min") return Unit::minutes;
  if (text == "fraction" || text == "probability") return Unit::fraction;
  return Unit::other;
}

Result<QuantileValues> quantiles(const Parameter& parameter) {
  TRY_DONE(check_order(parameter));
  const bool points = parameter.distribution == Distribution::empirical && !parameter.points.empty();
  if (parameter.low == parameter.high && !points) {
    QuantileValues values{};
    values.fill(std::max(0.0, parameter.typical));
    return values;
  }
  if (parameter.distribution == Distribution::empirical) TRY_DONE(check_points(parameter));
  return parameter.distribution == Distribution::beta ? beta_quantiles(parameter) : worked_out(parameter);
}

Result<QuantileTable> quantile_table(const Parameter& parameter, Minutes least) {
  if (parameter.unit != Unit::hours && parameter.unit != Unit::minutes)
    return refuse("region.parameter.no_time", {parameter.id, parameter.unit_text});
  TRY(const QuantileValues values, quantiles(parameter));
  const double scale = parameter.unit == Unit::hours ? minutes_per_hour : 1;
  const double floor = std::clamp(static_cast<double>(least), 0.0, static_cast<double>(longest_minutes));
  QuantileTable table{};
  for (std::size_t i = 0; i < quantile_count; ++i)
    table[i] = static_cast<std::uint16_t>(
        std::clamp(std::floor(values[i] * scale + 0.5), floor, static_cast<double>(longest_minutes)));
  return table;
}

}  // namespace veer::region
