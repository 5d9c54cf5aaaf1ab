#pragma once

#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"
#include "support_points/plan.hpp"

namespace veer::support_points {

/// How many shifts one post has over 72 hours: started shifts count.
[[nodiscard]] double shifts_in_72h(const region::Region& region);

/// Who is there to staff the local points of each municipality, and how many come.
///
/// A municipality has the people of its `support_staff` resource (or support.staff.pool per 1,000 residents) and its
/// registered volunteers. Each person works one shift a day, so that of everybody who comes one in (24 h / shift) is on
/// duty at once. Attendance is uncertain: the distributions of staff and volunteers are taken as independent, on a grid
/// of 64 by 64 quantiles. Volunteers are counted with a call and without one: calls are lost with the mobile net.
/// @param points  of the plan; only local ones count
/// @errors invalid_input: an attendance that has no quantiles
[[nodiscard]] Result<std::vector<Roster>> rosters(const region::Region& region, const std::vector<Point>& points);

/// What coordinating points take from the fire service: the resource `firefighters`, or else the greatest of kind
/// duty_staff.
[[nodiscard]] std::vector<Displaced> displaced(const region::Region& region, const std::vector<Point>& points);

}  // namespace veer::support_points
