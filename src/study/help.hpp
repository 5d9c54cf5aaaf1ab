#pragma once

#include "base/result.hpp"
#include "base/text.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "study/study.hpp"
#include "support_points/plan.hpp"

namespace veer::study {

/// What people do for one another on top of the first replicas of the study, and for whom it is not enough.
///
/// @param plan  the support points that were put into the region, if any; without them nobody visits one
/// @errors as help::play
[[nodiscard]] Result<report::HelpFinding> tell_help(const region::Region& region, const Scenario& scenario,
                                                    const Options& options, const Texts& texts,
                                                    const support_points::Plan* plan);

}  // namespace veer::study
