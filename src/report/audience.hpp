#pragma once

#include "report/findings.hpp"

namespace veer::report {

/// The findings as that audience may see them.
///
/// `open` leaves out what points at a weak place: assets with their positions, what stops a process (limiting parts),
/// the influence of single assets, the members of restart circles (their number and chance stay) and every rule check
/// that speaks of what lies below a process. Only the rule that compares a process's own two objectives stays: a list
/// of what may stay fails safe, a list of what must go does not. Processes, services, areas with their centres, people
/// and parameters stay: they say nothing of one place that is not public. `internal` leaves everything.
///
/// @param findings  of any audience; what an open one lacks does not come back
[[nodiscard]] Findings for_audience(Findings findings, Audience audience);

}  // namespace veer::report
