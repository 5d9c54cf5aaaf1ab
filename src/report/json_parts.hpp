#pragma once

#include <nlohmann/json_fwd.hpp>

#include "report/findings.hpp"

namespace veer::report::json_parts {

using Json = nlohmann::ordered_json;

/// The value rounded to that many significant digits: whole numbers without a fraction, null when it is not finite.
[[nodiscard]] Json number(double value, int digits = 6);
/// Residents as people read them; sums of money and heads have no fraction.
[[nodiscard]] Json whole(double value);
[[nodiscard]] Json name(const Name& value);
[[nodiscard]] Json estimate(const Estimate& value);
/// The members reach and decision_clock of the results, described there too.
[[nodiscard]] Json reach(const ReachFinding& finding);
[[nodiscard]] Json decision_clock(const DecisionClock& clock);
/// The member help of the results.
[[nodiscard]] Json help(const Findings& findings, const HelpFinding& help);
/// The member support_points of the results, described in schema/results.schema.json.
[[nodiscard]] Json support_points(const SupportPlanFinding& plan);
/// The member operations of the results.
[[nodiscard]] Json operations(const OperationsFinding& value);

/// The member measures of the results, described there too.
[[nodiscard]] Json measures(const MeasurePlan& plan);
/// The member measure_account of the results, described there too.
[[nodiscard]] Json account(const MeasureAccount& value);

/// The members of that name, or one entry of them.
[[nodiscard]] Json sensitivity(const SensitivityFinding& value);
[[nodiscard]] Json backtest(const BacktestFinding& value);
[[nodiscard]] Json consequence(const ConsequenceFinding& value);
[[nodiscard]] Json hazard(const HazardFinding& value);

}  // namespace veer::report::json_parts
