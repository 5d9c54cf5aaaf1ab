#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "siting/capacitated_problem.hpp"
#include "siting/median_problem.hpp"
#include "siting/mixed_models.hpp"

// Small random problems of siting, for tests that try every set of sites.

namespace veer::test {

/// Whole numbers that depend on the seed alone.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : seed_(seed) {}
  /// A number in [low, high].
  std::uint32_t roll(std::uint32_t low, std::uint32_t high) {
    return low + draw(seed_, 0, StableId{0}, Purpose::people, next_++) % (high - low + 1);
  }
  bool chance(std::uint32_t percent) { return roll(1, 100) <= percent; }

 private:
  std::uint64_t seed_;
  std::uint32_t next_ = 0;
};

/// The sites whose bits are set.
inline std::vector<siting::Site> sites_of(unsigned set) {
  std::vector<siting::Site> sites;
  for (siting::Site site = 0; set >> site != 0; ++site)
    if (((set >> site) & 1U) != 0) sites.push_back(site);
  return sites;
}

struct MedianSketch {
  bool whole = true;
  bool fixed = false;
  bool any_count = false;
  bool budget = false;
  bool groups = false;
  bool decided = false;
  std::uint32_t customers = 0;  ///< 0: by chance, 4 … 14
  std::uint32_t sites = 0;      ///< 0: by chance, 3 … 9
  std::uint32_t count = 0;      ///< 0: by chance
};

inline siting::MedianProblem random_median(std::uint32_t seed, const MedianSketch& sketch) {
  Dice dice(seed * 7919U + 17U);
  siting::MedianProblem problem;
  const std::uint32_t sites = sketch.sites > 0 ? sketch.sites : dice.roll(3, 9);
  const std::uint32_t customers = sketch.customers > 0 ? sketch.customers : dice.roll(4, 14);
  const double unit = sketch.whole ? 1 : 0.37;
  const std::uint32_t reach = dice.roll(30, 100);
  problem.site_count = sites;
  for (std::uint32_t i = 0; i < customers; ++i) {
    std::vector<siting::Arc> row;
    for (siting::Site j = 0; j < sites; ++j)
      if (dice.chance(reach)) row.push_back({dice.roll(0, 30) * unit, j});
    problem.add_customer(row, dice.roll(10, 60) * unit);
  }
  problem.most = sketch.count > 0 ? sketch.count : dice.roll(1, std::min(sites, 4U));
  problem.least = sketch.any_count ? dice.roll(0, static_cast<std::uint32_t>(problem.most)) : problem.most;
  for (std::uint32_t j = 0; j < sites; ++j) {
    if (sketch.fixed) problem.fixed.push_back(dice.roll(0, 25) * unit);
    if (sketch.budget) problem.price.push_back(dice.roll(0, 20));
    if (sketch.groups) problem.group.push_back(dice.roll(0, 2));
    if (sketch.decided)
      problem.choice.push_back(dice.chance(70)   ? siting::Choice::free
                               : dice.chance(40) ? siting::Choice::open
                                                 : siting::Choice::closed);
  }
  if (sketch.budget) problem.budget = dice.roll(5, 50);
  if (sketch.groups) problem.group_least = {dice.roll(0, 1), dice.roll(0, 1), dice.roll(0, 2)};
  return problem;
}

/// Few sites, so that every assignment can be tried; about one in five has none.
inline siting::CapacitatedProblem random_capacitated(std::uint32_t seed) {
  Dice dice(seed * 104'729U + 3U);
  siting::CapacitatedProblem problem;
  const std::uint32_t sites = dice.roll(2, 5);
  const std::uint32_t customers = dice.roll(2, sites < 4 ? 8 : 6);
  const double unit = dice.chance(50) ? 1 : 0.43;
  const std::uint32_t reach = dice.roll(60, 100);
  for (std::uint32_t i = 0; i < customers; ++i) {
    problem.demand.push_back(dice.roll(0, 12));
    for (siting::Site j = 0; j < sites; ++j)
      problem.cost.push_back(dice.chance(reach) ? dice.roll(0, 40) * unit : siting::unreachable);
  }
  for (siting::Site j = 0; j < sites; ++j) {
    problem.capacity.push_back(dice.roll(6, 32));
    problem.fixed.push_back(dice.chance(50) ? 0 : dice.roll(0, 60) * unit);
    problem.choice.push_back(dice.chance(85)   ? siting::Choice::free
                             : dice.chance(50) ? siting::Choice::open
                                               : siting::Choice::closed);
  }
  problem.most = dice.chance(40) ? sites : dice.roll(1, sites);
  return problem;
}

/// A small study with rules of every kind, each by chance.
struct SmallCase {
  siting::SitingCase facts;
  siting::Rules rules;
};

inline siting::Rules random_rules(Dice& dice, std::uint32_t sites) {
  siting::Rules rules;
  rules.most = dice.roll(1, std::min(sites, 4U));
  rules.least = dice.chance(60) ? rules.most : dice.roll(0, static_cast<std::uint32_t>(rules.most));
  const bool decided = dice.chance(40);
  const bool budget = dice.chance(30);
  const bool groups = dice.chance(40);
  for (std::uint32_t j = 0; j < sites; ++j) {
    if (decided)
      rules.choice.push_back(dice.chance(75)   ? siting::Choice::free
                             : dice.chance(50) ? siting::Choice::open
                                               : siting::Choice::closed);
    if (budget) rules.price.push_back(dice.roll(0, 20));
    if (groups) rules.group.push_back(dice.roll(0, 1));
  }
  if (budget) rules.budget = dice.roll(10, 60);
  if (groups) rules.group_least = {dice.roll(0, 1), dice.roll(0, 2)};
  return rules;
}

inline SmallCase random_case(std::uint32_t seed) {
  Dice dice(seed * 31'337U + 11U);
  SmallCase small;
  const std::uint32_t sites = dice.roll(3, 7);
  const std::uint32_t customers = dice.roll(3, 10);
  const std::uint32_t reach = dice.roll(40, 100);
  small.facts.site_count = sites;
  for (std::uint32_t i = 0; i < customers; ++i) {
    small.facts.weight.push_back(dice.chance(10) ? 0 : dice.roll(1, 50));
    std::vector<siting::Arc> row;
    for (siting::Site j = 0; j < sites; ++j)
      if (dice.chance(reach)) row.push_back({dice.roll(0, 25) * 0.5, j});
    small.facts.minutes.push_back(std::move(row));
  }
  small.rules = random_rules(dice, sites);
  return small;
}

/// Two or three worlds after a hazard, in each of which about a third of the sites is out.
inline std::vector<siting::Scenario> random_scenarios(std::uint32_t seed, std::size_t sites) {
  Dice dice(seed * 977U + 5U);
  std::vector<siting::Scenario> scenarios(dice.roll(2, 3));
  for (siting::Scenario& scenario : scenarios) {
    scenario.chance = dice.roll(0, 10) / 10.0;
    for (std::size_t j = 0; j < sites; ++j) scenario.available.push_back(dice.chance(65) ? 1 : 0);
  }
  return scenarios;
}

/// Two to four upper sites; most local sites can be coordinated from most of them.
inline siting::UpperLevel random_upper_level(std::uint32_t seed, std::size_t local_sites) {
  Dice dice(seed * 613U + 29U);
  siting::UpperLevel upper;
  upper.site_count = dice.roll(2, 4);
  upper.weight = dice.roll(1, 12);
  upper.rules.most = dice.roll(1, 2);
  upper.rules.least = dice.roll(0, 1);
  for (std::size_t j = 0; j < local_sites; ++j) {
    std::vector<siting::Arc> row;
    for (siting::Site k = 0; k < upper.site_count; ++k)
      if (dice.chance(85)) row.push_back({dice.roll(0, 20) * 0.5, k});
    upper.minutes.push_back(std::move(row));
  }
  return upper;
}

}  // namespace veer::test
