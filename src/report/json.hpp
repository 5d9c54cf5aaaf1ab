#pragma once

#include <string>
#include <vector>

#include "report/findings.hpp"

namespace veer::report {

/// Everything the study found, for machines; `schema/results.schema.json` says what each member means and in which
/// unit.
///
/// One line per area, service, process and asset, so that differences between two runs can be read. Keys stand in a
/// fixed order. Numbers have at most six significant digits (places eight), people are whole, standard errors have
/// three digits. A quantile beyond the horizon is null and is named in "beyond_horizon" beside it. Curves of the region
/// and its municipalities carry quantiles for every hour; those of areas at the moments only, which keeps 142 areas ×
/// 12 needs × 169 hours below 25 MB.
///
/// @returns  UTF-8 text ending in a line feed; bytes that are no UTF-8 become U+FFFD
[[nodiscard]] std::string results_json(const Findings& findings);

/// The member support_points alone, with the seconds it took: what `veer site --json` prints. Ends with a newline.
[[nodiscard]] std::string support_points_json(const SupportPlanFinding& plan, double seconds);

/// The member measures alone, with the seconds it took: what `veer choose --json` prints. Ends with a newline.
[[nodiscard]] std::string measures_json(const MeasurePlan& plan, double seconds);

/// A row of the member held_view alone.
/// @param process  id of the process
[[nodiscard]] std::string held_view_json(const HeldFinding& held, const std::string& process);

/// What `veer reach --json` prints: the member reach of the results with decision_clock in it.
[[nodiscard]] std::string reach_json(const ReachFinding& reach, const DecisionClock* clock);

/// The member hazards alone: what a comparison of all hazards found. Ends with a newline.
[[nodiscard]] std::string hazards_json(const std::vector<HazardFinding>& hazards);

/// The member consequences with the run and the criteria it belongs to: what `veer review --json` prints. Ends with a
/// newline.
[[nodiscard]] std::string consequences_json(const Findings& findings);

}  // namespace veer::report
