#pragma once

#include <optional>

#include "base/result.hpp"
#include "base/text.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "study/study.hpp"
#include "support_points/make_plan.hpp"

namespace veer::study {

/// The points that a study chooses: as many as the norms ask, least walking. Nothing when they are not asked for
/// (Options::support_points) or the region has no candidates or no walks.
/// @errors as support_points::make_plan
[[nodiscard]] Result<std::optional<support_points::Plan>> plan_support_points(const region::Region& region,
                                                                              const Options& options);

/// The region with the chosen points as assets that the hazard of the study strikes (support_points::as_change).
/// @errors as prepare for the hazard, and as support_points::as_change
[[nodiscard]] Result<region::Region> with_support_points(region::Region region, const support_points::Plan& plan,
                                                         const Options& options);

/// A plan in words and numbers, as it stands before anything is played: without hours open.
[[nodiscard]] report::SupportPlanFinding shown(const region::Region& region, const support_points::Plan& plan,
                                               const Texts& texts);

}  // namespace veer::study
