#pragma once

#include "mip/model.hpp"
#include "siting/models.hpp"

namespace veer::siting {

// Models that go beyond the core. Each is first answered by own search with an own bound; when a distance is left, a
// solver is given and the model is not too large for it, the solver finishes within the patience that is left. Without
// a solver (nullptr) the own answer and bound stand. Errors as in models.hpp, and those of the solver.

/// A model with more columns than this is not given to the solver: it would not end in a useful time.
inline constexpr std::size_t most_solver_columns = 60'000;

/// Set covering (Toregas and ReVelle 1972): fewest sites such that all have one within reach. Who has no candidate
/// within reach is left out, and has no_site as server. Rules on number and budget hold beside it.
///
/// Where no budget, minimum or municipality tells sites apart, the problem is reduced first and falls into parts; the
/// solver is asked for the parts that own search leaves open. Under other rules own search stands alone.
[[nodiscard]] Result<Answer> cover_all(const SitingCase& facts, const Rules& rules, double reach_minutes,
                                       mip::Solver* solver, const Patience& patience);

/// Back-up coverage (BACOP2 of Hogan and ReVelle 1986): per person `first_share` for a first site within reach and the
/// rest for a second. Bound >= value.
/// @pre 0.5 <= first_share <= 1: a second site is worth no more than the first (invalid_input otherwise)
[[nodiscard]] Result<Answer> cover_twice(const SitingCase& facts, const Rules& rules, double reach_minutes,
                                         double first_share, mip::Solver* solver, const Patience& patience);

/// p-median over scenarios, at worst: least value of the worst scenario (the chances are not looked at).
[[nodiscard]] Result<Answer> walk_least_in_worst_scenario(const SitingCase& facts, const Rules& rules,
                                                          const std::vector<Scenario>& scenarios,
                                                          double unserved_minutes, mip::Solver* solver,
                                                          const Patience& patience);

/// Coordinating points and the way to them from local ones.
struct UpperLevel {
  std::size_t site_count = 0;  ///< candidates of the upper level
  Rules rules = {};            ///< for the upper level
  std::vector<std::vector<Arc>> minutes =
      {};             ///< per local site: upper sites that it can be coordinated from, with minutes
  double weight = 1;  ///< person-minutes that a minute between a local point and its coordinator counts for
};

/// The answer of two levels. `base.sites` are the local points, `base.server` says who walks where.
struct LevelsAnswer {
  Answer base;
  std::vector<Site> coordinating;  ///< chosen upper sites, ascending
  std::vector<Site> coordinator;   ///< per local point of base.sites its upper site
};

/// Local and coordinating points together: least person-minutes of walking to local points plus the weighted minutes
/// from every local point to its nearest coordinating one.
[[nodiscard]] Result<LevelsAnswer> two_levels(const SitingCase& facts, const Rules& rules, const UpperLevel& upper,
                                              double unserved_minutes, mip::Solver* solver, const Patience& patience);

/// One of two networks on the same candidate sites.
struct Network {
  const SitingCase& facts;
  const Rules& rules;
  double unserved_minutes = 0;
};

/// Both networks together; value, bound and status belong to both.
struct NetworksAnswer {
  Answer first;
  Answer second;
  double value = 0;
  double bound = 0;
  Status status = Status::feasible;
};

/// Two networks that may share sites: least walking in both plus `place_cost` once for every place that either uses.
/// @param place_cost  per site, in person-minutes, >= 0
[[nodiscard]] Result<NetworksAnswer> two_networks(const Network& first, const Network& second,
                                                  const std::vector<double>& place_cost, mip::Solver* solver,
                                                  const Patience& patience);

}  // namespace veer::siting
