#pragma once

#include <cmath>
#include <cstdint>

namespace veer {

/// Whole minutes since the start of the scenario, or a length of time in them. The engine knows no other clock.
using Minutes = std::int32_t;

/// The 16-bit clip of every quantile table (45 days): read "never within the horizon".
inline constexpr Minutes longest_minutes = 65535;
inline constexpr Minutes minutes_per_hour = 60;

/// Hours to whole minutes, half up.
[[nodiscard]] inline Minutes to_minutes(double hours) {
  return static_cast<Minutes>(std::floor(hours * minutes_per_hour + 0.5));
}
[[nodiscard]] constexpr double to_hours(Minutes minutes) { return static_cast<double>(minutes) / minutes_per_hour; }

}  // namespace veer
