#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/outline.hpp"

namespace veer::importers::ground {

/// Whole numbers in proportion to the weights whose sum is exactly `total` (largest remainder; ties go to the lower
/// index).
///
/// Where all weights are 0 the total is spread evenly.
/// @pre at least one weight unless total is 0; weights and total >= 0
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t total, std::span<const double> weights);

/// A place that counts for so much.
struct WeightedPlace {
  geo::RdMetres at;
  double weight = 0;
};

/// Splits places into `parts` compact groups of about equal weight: halve by weight across the longer side, again and
/// again.
///
/// @returns the group (0 … parts-1) of each place; same places, same groups; no group is empty
/// @pre 1 <= parts <= number of places
[[nodiscard]] std::vector<std::size_t> bisect(std::span<const WeightedPlace> places, std::size_t parts);

/// The middle of the weight of each group of `bisect`.
[[nodiscard]] std::vector<geo::RdMetres> middles(std::span<const WeightedPlace> places,
                                                 std::span<const std::size_t> group, std::size_t parts);

}  // namespace veer::importers::ground
