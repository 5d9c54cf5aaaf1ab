#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"

namespace veer::region {

/// How the value between low, typical and high is spread. Every one is truncated at 0.
///
/// fixed: typical · uniform: low–high · triangular: low, mode typical, high · exponential: mean typical ·
/// weibull: median typical, P90 high · lognormal: median typical, P90 high · beta: on [0, 1] (fractions), mean typical,
/// with P5 and P95 nearest to low and high · normal: mean typical, P5 low, P95 high · empirical: the points.
enum class Distribution : std::uint8_t {
  fixed,
  uniform,
  triangular,
  exponential,
  weibull,
  lognormal,
  beta,
  normal,
  empirical
};

enum class Unit : std::uint8_t { hours, minutes, fraction, other };

/// "h", "min", "fraction" and "probability"; any other word is `other`.
[[nodiscard]] Unit unit_of(std::string_view text);

/// Number of entries of a quantile table: entry i is the quantile at (i + ½)/1024.
inline constexpr std::size_t quantile_count = 1024;
using QuantileValues = std::array<double, quantile_count>;
/// Whole minutes, half up, clipped to 0 … 65,535.
using QuantileTable = std::array<std::uint16_t, quantile_count>;

/// One figure with its spread, as a row of the table `parameters`.
struct Parameter {
  std::string id;
  std::string subject;
  std::string name;
  double low = 0;
  double typical = 0;
  double high = 0;
  std::string unit_text;
  Unit unit = Unit::other;
  Distribution distribution = Distribution::fixed;
  /// Empirical only: (cumulative probability, value), both not descending, first 0 and last 1 in probability; linear in
  /// between.
  std::vector<std::pair<double, double>> points;
  std::string group;   ///< entities of one group may share a word; default: the parameter's id
  double share = 0.5;  ///< ρ: probability that an entity takes the group's word
  std::string note;
  std::string source;
  std::uint8_t confidence = 4;  ///< region::Confidence
};

/// The quantiles of a parameter in its own unit at (i + ½)/1024, not descending.
/// @errors invalid_input: low > typical, typical > high, negative scale, points out of order, or a shape that no such
/// distribution has
/// @source docs/model.md, section 2
[[nodiscard]] Result<QuantileValues> quantiles(const Parameter& parameter);

/// The same in whole minutes (unit hours or minutes), each at least `least`.
/// @errors as quantiles; and invalid_input when the unit is no time
[[nodiscard]] Result<QuantileTable> quantile_table(const Parameter& parameter, Minutes least = 0);

}  // namespace veer::region
