#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace veer::support_points {

/// What is made as good as it can be.
enum class Objective : std::uint8_t {
  walk,      ///< least person-minutes of walking on the busiest day, and of couriers between the levels
  cover,     ///< most visitors within reach
  gradual,   ///< the same, fading from reach to twice reach
  backup,    ///< most visitors within reach of a first and of a second point
  everyone,  ///< fewest points such that all who can have one have it within reach
  furthest,  ///< least walk of who walks furthest
  capacity   ///< least person-minutes with room for everybody at the busiest hour; each square to one point
};
inline constexpr std::size_t objective_count = 7;
/// Their names on the command line and in results, in the order above.
inline constexpr const char* objective_names[objective_count] = {"walk",     "cover",    "gradual", "backup",
                                                                 "everyone", "furthest", "capacity"};

/// Whether candidates may be closed by the hazard themselves.
enum class Robust : std::uint8_t { none, expected, worst };

/// What a planner asks: how many points, where they may be, and what is best.
struct Question {
  Objective objective = Objective::walk;
  std::string season = "winter";            ///< parameter outdoor.<season>
  std::optional<std::size_t> points;        ///< local points; nothing: residents / support.norm.local
  std::optional<double> budget_eur;         ///< for local points, once; then `points` is a ceiling
  std::optional<std::size_t> coordinating;  ///< nothing: residents / support.norm.coordinating, 0: none
  std::vector<std::string> must;            ///< ids of support_points
  std::vector<std::string> must_not;        ///< ids of support_points
  bool keep = false;                        ///< what its owner confirmed stays
  std::optional<double> capacity_per_h;     ///< instead of what the rows say
  std::size_t per_municipality = 0;         ///< local points in each municipality at least
  std::optional<double> reach_min;          ///< instead of support.reach
  Robust robust = Robust::none;             ///< with Objective::walk
  bool water = false;                       ///< with Objective::walk: a network of water points beside it
  bool compare = true;                      ///< work out which assumption about demand changes the choice
};

}  // namespace veer::support_points
