#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "cascade/compile.hpp"
#include "ensemble/ensemble.hpp"
#include "people/population.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"

namespace veer::study {

/// What a planner asks of a study.
struct Options {
  std::string hazard = "power-72h";
  std::uint32_t replicas = 2000;
  std::optional<double> relative_error;  ///< stop at this standard error of total unmet person-hours
  std::uint64_t seed = 72;
  std::size_t threads = 1;
  cascade::EngineKind engine = cascade::EngineKind::automatic;  ///< what cascade::choose_engine allows
  std::optional<std::string> start;   ///< local time of minute 0, instead of the hazard's
  std::optional<std::string> season;  ///< instead of the hazard's
  report::Audience audience = report::Audience::internal;
  std::string version;
  std::function<void(std::uint32_t done, std::uint32_t most)> progress;
  std::function<bool()> cancelled;
};

/// A region made ready to run under one hazard.
struct Scenario {
  region::HazardId hazard;
  std::string start;
  std::string season;
  people::Warmth warmth;
  cascade::CompiledRegion compiled;
  people::Population population;
};

/// @errors not_found: no such hazard (with the nearest); invalid_input: unknown season, or its temperature is missing;
/// as cascade::compile
[[nodiscard]] Result<Scenario> prepare(const region::Region& region, const Options& options);

/// The ensemble alone.
[[nodiscard]] ensemble::Outcome simulate(const region::Region& region, const Scenario& scenario,
                                         const Options& options);

/// The whole study: prepare, simulate, judge, and put it in words and numbers.
[[nodiscard]] Result<report::Findings> run(const region::Region& region, const Options& options, const Texts& texts);

}  // namespace veer::study
