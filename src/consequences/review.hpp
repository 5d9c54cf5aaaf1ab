#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "region/region.hpp"

namespace veer::consequences {

/// How many residents, assets or processes a consequence concerns, on each whole hour from 0 to the horizon.
struct Course {
  std::vector<double> mean;
  std::vector<double> p95;  ///< as long as mean; what a plan must be able to bear
};

enum class Coverage {
  none,    ///< no plan names it, or all that do hold in other hours only
  partly,  ///< a plan names it, but not for all hours, not for all people, or without saying for which
  covered  ///< plans bear it in every hour, for P95 of the number
};

/// What a scenario makes of a consequence, and what the plans of the region make of that.
struct Review {
  bool occurs = false;          ///< the mean reaches the least at some hour
  std::size_t from_h = 0;       ///< first hour at which it does
  std::size_t until_h = 0;      ///< hour after the last one
  bool beyond_horizon = false;  ///< it still does at the last hour
  std::size_t peak_h = 0;       ///< hour of the greatest mean
  double sum_hours = 0;         ///< number × hours of the mean, from from_h to until_h
  Coverage coverage = Coverage::none;
  std::vector<std::size_t> plans;        ///< indices of the plans that name it, in their order
  bool says_when = false;                ///< one of them says from or until when
  double hours_covered = 0;              ///< share of the hours from from_h to until_h in which such a plan holds
  std::optional<double> number_covered;  ///< share of the P95 of number × hours that the capacities can bear; nothing:
                                         ///< no plan states a capacity in that number
};

/// Whether the unit of a plan's capacity counts what the measure counts: residents ("personen", "inwoners", "persons",
/// "residents", "mensen", "people"), assets ("objecten", "assets"), or processes ("processen", "processes"). "personen
/// per punt" does not.
[[nodiscard]] bool counts_the_same(std::string_view unit, region::ConsequenceMeasure measure);

/// Holds one consequence against the plans that cover it.
///
/// A plan holds in the hours from its from_h (none: from the start) until its until_h (none: to the end), but only if
/// it states at least one of them; a plan that states neither names the consequence and no more. Capacities of plans
/// that hold in the same hour add up.
/// @param plans_of  every plan of the region
[[nodiscard]] Review review(const region::Consequence& consequence, const Course& course,
                            std::span<const region::Plan> plans_of);

}  // namespace veer::consequences
