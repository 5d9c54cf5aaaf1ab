#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "siting/answer.hpp"

namespace veer::siting {

/// Sites with a capacity; every customer goes as a whole to one site (single source).
///
/// Choose at most `most` sites and give each customer one chosen site, such that the demand of the
/// customers of a site stays within its capacity; minimise the fixed costs of the chosen sites plus the costs of the
/// customers at their sites. Costs are for the whole demand of the customer, >= 0, `unreachable` where a site cannot
/// serve it.
/// @source docs/method/siting.md, section "Capacities"
struct CapacitatedProblem {
  std::vector<double> cost;            ///< customers × sites, row-major
  std::vector<std::int64_t> demand;    ///< per customer, >= 0
  std::vector<std::int64_t> capacity;  ///< per site, >= 0
  std::vector<double> fixed;           ///< per site, >= 0
  std::size_t most = 0;
  std::vector<Choice> choice;  ///< per site; empty: all free

  [[nodiscard]] std::size_t customer_count() const { return demand.size(); }
  [[nodiscard]] std::size_t site_count() const { return capacity.size(); }
  [[nodiscard]] double cost_of(std::size_t customer, Site site) const { return cost[customer * site_count() + site]; }
  [[nodiscard]] Choice choice_of(Site site) const { return choice.empty() ? Choice::free : choice[site]; }
};

/// The value of an assignment; a site is open when it serves somebody or is decided open.
/// @returns unreachable when a capacity, a count or a decision is broken, or somebody is not served
[[nodiscard]] double value_of(const CapacitatedProblem& problem, std::span<const Site> server);

}  // namespace veer::siting
