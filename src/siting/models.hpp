#pragma once

#include "siting/siting_case.hpp"

namespace veer::siting {

// The models of siting that come down to the core of median_problem.hpp, each with value, bound and status. All return
// invalid_input as check() does, conflict when nothing keeps the rules, unavailable when patience ended too early.

/// p-median (Hakimi 1964; ReVelle and Swain 1970): least person-minutes of walking to the nearest chosen site.
/// @param unserved_minutes  what counts for who cannot reach a chosen site, or only in more than this
[[nodiscard]] Result<Answer> walk_least(const SitingCase& facts, const Rules& rules, double unserved_minutes,
                                        const Patience& patience);

/// Maximal covering (Church and ReVelle 1974): most people with a chosen site within reach. Bound >= value.
[[nodiscard]] Result<Answer> cover_most(const SitingCase& facts, const Rules& rules, double reach_minutes,
                                        const Patience& patience);

/// Gradual covering: a person counts as 1 up to `full_minutes`, as 0 from `none_minutes` on, linear between.
/// @pre full_minutes < none_minutes (invalid_input otherwise)
[[nodiscard]] Result<Answer> cover_gradually(const SitingCase& facts, const Rules& rules, double full_minutes,
                                             double none_minutes, const Patience& patience);

/// p-centre: least greatest walk of anybody to the nearest chosen site. Customers without weight do not count, nor
/// those who can reach no candidate at all.
/// @errors conflict: also when no allowed choice lets everybody reach a site
[[nodiscard]] Result<Answer> walk_least_at_worst(const SitingCase& facts, const Rules& rules, const Patience& patience);

/// A state of the world after the hazard, in which some candidates cannot serve.
struct Scenario {
  double chance = 0;            ///< weight of the scenario, >= 0
  std::vector<char> available;  ///< per site: 1 when it works
};

/// p-median over scenarios, in expectation: sum over scenarios of chance times person-minutes to the nearest chosen
/// site that works. `server` of the answer is for a world in which everything works.
[[nodiscard]] Result<Answer> walk_least_expected(const SitingCase& facts, const Rules& rules,
                                                 const std::vector<Scenario>& scenarios, double unserved_minutes,
                                                 const Patience& patience);

}  // namespace veer::siting
