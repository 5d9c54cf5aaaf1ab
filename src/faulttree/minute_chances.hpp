#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "cascade/program.hpp"

namespace veer::faulttree {

/// The chances of an amount of minutes: (value, chance), ascending and distinct.
using MinuteChances = std::vector<std::pair<cascade::Tick, double>>;

/// The sum of two independent amounts, cut off at `most`.
[[nodiscard]] MinuteChances sum_of(const MinuteChances& a, const MinuteChances& b, cascade::Tick most);

/// P(amount ≥ x) for x = 0 … most; amounts are clipped to 0 … most.
[[nodiscard]] std::vector<double> at_least(const MinuteChances& chances, cascade::Tick most);

/// P(amount ≤ x) for x = 0 … most; amounts are clipped to 0 … most.
[[nodiscard]] std::vector<double> at_most(const MinuteChances& chances, cascade::Tick most);

/// The entry of a minute, of the first or the last one beyond the ends.
[[nodiscard]] inline double at_minute(const std::vector<double>& by_minute, cascade::Tick minute) {
  return by_minute[static_cast<std::size_t>(
      std::clamp<cascade::Tick>(minute, 0, static_cast<cascade::Tick>(by_minute.size()) - 1))];
}

}  // namespace veer::faulttree
