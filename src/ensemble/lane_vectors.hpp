#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "cascade/lane_kernel.hpp"

/// What is reported of many replicas at once, by the widest vectors of this machine; without any, one by one.
namespace veer::ensemble {

/// One term of a sum by lane: a whole number in every lane, and the whole weight they all get.
struct WeightedLanes {
  const double* values = nullptr;  ///< by lane, none negative
  double weight = 0;
};
/// No sum of terms may reach it: up to here every whole number is a double of its own, and turns into an integer by one
/// addition.
inline constexpr double weighted_bound = 4503599627370496.0;  // 2⁵²

/// Adds Σ weight × value over the terms to the sum of each lane, exactly.
/// @param sums   one a lane
/// @param terms  each with at least as many values
/// @pre the sum of the terms is less than weighted_bound in every lane
void add_weighted(std::span<std::int64_t> sums, std::span<const WeightedLanes> terms);

/// The output hours [first, last) whose minute on the hour lies in the interval of each lane.
struct LaneHours {
  using Hours = std::array<std::uint16_t, cascade::lanes::chunk_lanes>;
  Hours first{};  ///< no interval: the last hour, as `last`
  Hours last{};
  bool same_first = false;  ///< one value in all lanes
  bool same_last = false;
};
/// @param horizon  minutes, at most 65,475
/// @param hours    output hours: horizon / 60, rounded up
[[nodiscard]] LaneHours hours_of(const cascade::lanes::Chunk& chunk, std::uint16_t horizon, std::uint16_t hours);

/// The bin of each value: ⌈value × bins ÷ whole⌉ − 1, so −1 for zero, and the last bin at most. Exact.
/// @param values  each below 2³¹
/// @param whole   at least 1, below 2⁴⁰
/// @param out     as many as values
void bins_of(std::span<const std::uint32_t> values, std::int64_t whole, std::int32_t bins, std::span<std::int32_t> out);

}  // namespace veer::ensemble
