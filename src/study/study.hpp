#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "cascade/compile.hpp"
#include "ensemble/ensemble.hpp"
#include "operations/means.hpp"
#include "people/population.hpp"
#include "region/measure_account.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "support_points/plan.hpp"

namespace veer::study {

/// What a planner asks of a study.
struct Options {
  std::string hazard = "power-72h";
  std::uint32_t replicas = 2000;
  std::optional<double> relative_error;  ///< stop at this standard error of total unmet person-hours
  std::uint64_t seed = 72;
  std::size_t threads = 1;
  cascade::EngineKind engine = cascade::EngineKind::automatic;
  std::optional<std::string> start;   ///< local time of minute 0, instead of the hazard's
  std::optional<std::string> season;  ///< instead of the hazard's
  bool cut_sets = true;               ///< with the chapter of what hangs by a thread
  bool support_points = true;         ///< with the chapter of where support points go, where the region allows it
  bool reach = true;                  ///< with the chapters of reach and the decision clock, where the region allows it
  bool help = true;                   ///< with the chapter of what people do for one another
  bool measures = true;               ///< with the chapter of measures and money, where the region has measures
  std::vector<region::AccountRow> account = {};  ///< what became of measures, told in that chapter; empty: no account
  double support_seconds = 10;                   ///< effort for it, counted in steps (support_points::Effort)
  report::Audience audience = report::Audience::internal;
  std::string version;
  std::function<void(std::uint32_t done, std::uint32_t most)> progress;
  std::function<bool()> cancelled;
  bool operations = true;   ///< with the chapter of fuel, sets and crews, where the region allows it
  bool full_model = false;  ///< play the full model throughout, also where the hazard does not ask for it
  bool core_only = false;   ///< refuse a hazard that needs the full model: what is asked is known of the core alone
  operations::Order order = operations::Order::rank;  ///< who is helped first
  ensemble::Keep keep = ensemble::Keep::all;          ///< of the ensemble; a whole study needs all
};

/// The hazard with that id.
/// @errors not_found: no such hazard (with the nearest)
[[nodiscard]] Result<region::HazardId> find_hazard(const region::Region& region, const std::string& id);

/// A region made ready to run under one hazard.
struct Scenario {
  region::HazardId hazard;
  std::string start;
  std::string season;
  people::Warmth warmth;
  cascade::CompiledRegion compiled;
  people::Population population;
  /// What directs each replica; nothing: the core, or no more than start delays.
  std::shared_ptr<const operations::Means> means;
};

/// @errors not_found: no such hazard (with the nearest); invalid_input: unknown season, or its temperature is missing;
/// as cascade::compile; unsupported: as cascade::choose_engine
[[nodiscard]] Result<Scenario> prepare(const region::Region& region, const Options& options);

/// Why a scenario needs the full model, as a sentence; nothing: all core.
[[nodiscard]] std::optional<Message> beyond_core(const region::Region& region, const Scenario& scenario);

/// The ensemble alone. Of several processes the first one gets the outcome, the others an empty one.
/// @errors as ensemble::run with a company
[[nodiscard]] Result<ensemble::Outcome> simulate(const region::Region& region, const Scenario& scenario,
                                                 const Options& options, const ensemble::Company& company = {});

/// What an ensemble means: judged, and put in words and numbers.
/// @param plan  the support points that were put into the region with with_support_points(), if any
[[nodiscard]] Result<report::Findings> tell(const region::Region& region, const Scenario& scenario,
                                            const ensemble::Outcome& outcome, const Options& options,
                                            const Texts& texts, const support_points::Plan* plan = nullptr);

/// The whole study by one process: choose support points, prepare, simulate, tell.
[[nodiscard]] Result<report::Findings> run(const region::Region& region, const Options& options, const Texts& texts);

}  // namespace veer::study
