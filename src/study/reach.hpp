#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "study/study.hpp"

namespace veer::study {

/// What is asked about reach besides the scenario.
struct ReachQuestion {
  std::size_t messages = 3;
  double deadline_h = 12;
  std::uint32_t replicas = 256;  ///< of the ensemble, the first ones
};

/// Whom a message reaches hour by hour, and which messages reach most people in time.
/// @pre the region has channels
/// @errors as reach::ReadyChannels::prepare
[[nodiscard]] Result<report::ReachFinding> tell_reach(const region::Region& region, const Scenario& scenario,
                                                      const Options& options, const ReachQuestion& question,
                                                      const Texts& texts);

/// Until when each decision takes effect, for the hazard of the options and for those that only differ from it in
/// their number of hours (power-8h, power-24h, power-72h), shortest first.
/// @pre the region has decisions
/// @errors as prepare for each of these hazards, and as reach::decision_clock
[[nodiscard]] Result<report::DecisionClock> tell_decision_clock(const region::Region& region, const Options& options,
                                                                const ReachQuestion& question, const Texts& texts);

/// Ids of hazards that are called the same but for their number of hours, shortest first; at least the one asked for.
[[nodiscard]] std::vector<std::string> as_long_or_short(const region::Region& region, const std::string& hazard);

}  // namespace veer::study
