#pragma once

#include <functional>
#include <string>
#include <vector>

#include "siting/models.hpp"

namespace veer::siting {

/// One assumption about demand: how many residents of each customer come, or need to.
struct DemandScenario {
  std::string name;
  std::vector<double> weight;  ///< per customer, >= 0; takes the place of the weights of the case
};

/// A model of siting, as far as comparing plans needs it.
struct SitingQuestion {
  std::function<Result<Answer>(const SitingCase&, const Patience&)> solve;
  std::function<double(const SitingCase&, const std::vector<Site>&)> value;  ///< of any set of sites
  bool more_is_better = false;
};

/// Least walking, as walk_least() answers it.
[[nodiscard]] SitingQuestion least_walking(Rules rules, double unserved_minutes);
/// Most people within reach, as cover_most() answers it.
[[nodiscard]] SitingQuestion most_covered(Rules rules, double reach_minutes);

/// The plan of every scenario in the world of every other.
struct RegretTable {
  std::vector<Answer> plans;  ///< per scenario its own best, with its bound; the value is in its own world
  /// Plans × scenarios, row-major: what a plan is worth in a world.
  std::vector<double> value;
  /// Plans × scenarios, row-major, >= 0: by how much the best plan known for that world is better. The true regret is
  /// at most that plus the distance between value and bound of the plan of that world.
  std::vector<double> regret;
  std::vector<Site> always;        ///< sites of every plan, ascending
  std::size_t safest_plan = 0;     ///< whose greatest regret is least; the first of equals
  std::vector<std::size_t> flips;  ///< scenarios in which the first plan is not the best known, ascending

  [[nodiscard]] double value_of(std::size_t plan, std::size_t scenario) const {
    return value[plan * plans.size() + scenario];
  }
  [[nodiscard]] double regret_of(std::size_t plan, std::size_t scenario) const {
    return regret[plan * plans.size() + scenario];
  }
};

/// Which assumption about demand changes the choice, and what the plan of one loses when another comes true
/// (Savage 1951: regret).
///
/// The first scenario is the one that one would plan for. It flips in another when the plan made for it is worse there,
/// by more than the share that counts as proven, than another plan of the table.
/// @param facts  weights are not looked at
/// @errors invalid_input: no scenario, a scenario with another number of customers, and as the question
[[nodiscard]] Result<RegretTable> compare_demand(const SitingCase& facts, const std::vector<DemandScenario>& scenarios,
                                                 const SitingQuestion& question, const Patience& patience);

/// Sites of one plan that another lacks, ascending.
[[nodiscard]] std::vector<Site> only_in(const std::vector<Site>& plan, const std::vector<Site>& other);

}  // namespace veer::siting
