#pragma once

#include <array>
#include <cstddef>

#include "walking/network.hpp"

namespace veer::walking {

/// How fast people walk in a flat country.
///
/// `everyone` is the speed in which minutes are stated: 75 metres a minute, 4.5 km/h. OpenTripPlanner's walks in
/// Haaglanden, crossings included, come to 4.53 km/h in the middle (5–95 %: 4.43–4.61). Adults on an empty walkway are
/// faster, 1.2 to 1.4 m/s, and the very old slower: R. W. Bohannon and A. Williams Andrews, Normal walking speed: a
/// descriptive meta-analysis, Physiotherapy 97, 2011. From there come the ratios between ages; for children there is no
/// such figure and 0.9 is an assumption. Slopes are none, steps count as flat.
/// @source docs/method/walking.md, section "Speed"
enum class Age : std::uint8_t { everyone, up_to_14, from_15, from_65, from_75, from_85 };
inline constexpr std::size_t age_count = 6;

/// Metres a minute.
[[nodiscard]] constexpr double pace_m_per_min(Age age) {
  constexpr std::array<double, age_count> share{1.0, 0.9, 1.0, 0.9, 0.8, 0.7};
  return 75.0 * share[static_cast<std::size_t>(age)];
}

/// Minutes of a walk. @pre the distance is not `unreachable`
[[nodiscard]] constexpr double walking_minutes(Decimetres distance, Age age = Age::everyone) {
  return distance / 10.0 / pace_m_per_min(age);
}
/// The longest walk that takes no more than that many minutes; 0 for a negative number.
[[nodiscard]] constexpr Decimetres walking_limit(double minutes, Age age = Age::everyone) {
  const double distance = minutes * pace_m_per_min(age) * 10;
  return distance <= 0 ? 0 : distance >= 4e9 ? unreachable - 1 : static_cast<Decimetres>(distance);
}

}  // namespace veer::walking
