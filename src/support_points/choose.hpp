#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/result.hpp"
#include "mip/model.hpp"
#include "support_points/demand.hpp"
#include "support_points/ground.hpp"
#include "support_points/plan.hpp"

namespace veer::support_points {

/// How long to think.
struct Effort {
  /// Seconds that the work takes on a machine of two slow cores. Counted in steps, not read off a clock: the same
  /// region and question give the same answer everywhere.
  double seconds = 10;
  /// Instead of that: a clock. Then the answer is the best found so far when time is up.
  std::optional<siting::Patience> clock = {};
  /// Asked at every step; true ends the search soon, with the best found so far as the answer.
  std::function<bool()> stopped = {};
  /// Asked likewise; true ends the work soon, and make_plan with an error of kind cancelled.
  std::function<bool()> cancelled = {};
  /// Told now and then what share of the effort is spent, 0 to 1. It may jump ahead: a proof ends the search early.
  std::function<void(double share)> progress = {};
  mip::Solver* solver = nullptr;  ///< asked where own bounds leave a distance; only together with a clock
};

/// The sites of every level with their proofs.
struct Chosen {
  std::vector<siting::Site> local;
  std::vector<siting::Site> upper;
  std::vector<siting::Site> water;         ///< local sites that hand out water; empty: no such network
  std::vector<siting::Site> server;        ///< per cell its local site, or no_site
  std::vector<siting::Site> water_server;  ///< per cell the site where it fetches water
  std::vector<siting::Site> coordinator;   ///< per entry of `local` its upper site; empty: no upper level
  std::vector<Proof> proofs;
};

/// Solves the question. @param weight  visitors on the busiest day by cell
/// @errors as the models of siting
[[nodiscard]] Result<Chosen> choose(const region::Region& region, const Question& question, const Ground& ground,
                                    const Demand& demand, const std::vector<double>& weight, const Effort& effort);

/// Which assumption about demand the choice turns on: the plan of each world held in every other. The upper level
/// stays as chosen. Empty for objectives that no weight moves.
[[nodiscard]] Result<std::vector<Assumption>> compare(const region::Region& region, const Question& question,
                                                      const Ground& ground, const Demand& demand, const Chosen& chosen,
                                                      const Effort& effort);

}  // namespace veer::support_points
