#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace veer::measures {

/// What a region bears under one hazard, by replica and by municipality. Weighted person-hours: hours without a daily
/// need, times the weight of that need.
struct Effects {
  std::vector<double> unmet;                      ///< by replica: weighted person-hours
  std::vector<double> gaps;                       ///< by replica: weights of processes that bear more than their MTPD
  std::vector<std::vector<double>> municipality;  ///< municipality × replica: weighted person-hours
};

/// By hazard: the effects of a package, given as sorted candidates. All packages are played on the same random numbers.
using Evaluate = std::function<Result<std::vector<Effects>>(const std::vector<std::size_t>& package)>;

/// A mean with its standard error.
struct Number {
  double value = 0;
  double standard_error = 0;
};

/// What a package takes away from what is borne without it; standard errors are those of the differences, replica by
/// replica.
struct Worth {
  Number unmet;                            ///< expected weighted person-hours
  Number tail;                             ///< of the worst twentieth of the replicas (CVaR at 95 %)
  Number gaps;                             ///< expected weight of processes beyond their MTPD
  std::vector<double> municipality;        ///< expected weighted person-hours
  std::vector<double> municipality_share;  ///< the same as a share of what is borne there
  std::vector<double> municipality_error;  ///< standard error of that share (of a ratio of means, first order)
};

/// The share of replicas that make up the tail.
inline constexpr double tail_share = 0.05;

/// How many of so many replicas make up the tail: a twentieth, rounded up.
[[nodiscard]] std::size_t tail_size(std::size_t replicas);
/// Mean of the worst twentieth (rounded up) of the values: the conditional value at risk.
[[nodiscard]] double tail_mean(const std::vector<double>& values);

/// What `with` takes away from `without`, under one hazard.
///
/// The tail is the difference of the two tail means; its standard error is that of the paired differences in the
/// replicas that are the tail without the package.
/// @pre both have the same replicas and municipalities
[[nodiscard]] Worth worth_of(const Effects& without, const Effects& with);

/// The share of the municipality that is served least; 0 where there are none.
[[nodiscard]] Number least_served(const Worth& worth);

/// A weighted sum over hazards; weights sum to 1. Standard errors add up as if the hazards were independent.
[[nodiscard]] Worth weighted(const std::vector<Worth>& worths, const std::vector<double>& weights);

}  // namespace veer::measures
