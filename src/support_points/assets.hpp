#pragma once

#include "base/result.hpp"
#include "region/change.hpp"
#include "support_points/plan.hpp"

namespace veer::support_points {

/// The chosen points as assets, so that the cascade decides in which minute each is open.
///
/// A point is an asset `support-point/<id>` that opens after support.opening and needs, where the region has a
/// supplier:
///   - electricity of the feeding area it stands in; else battery, then its own set with a fuel contract;
///   - its wiring, an asset of its own that is overloaded with the chance that its functions ask more than the building
///     carries;
///   - warmth, in seasons below the limit: what heats the homes of its zone; else the building stays warm for a while,
///     then stoves;
///   - drinking water of its zone; else its stock;
///   - radio: the nearest C2000 site; else couriers;
///   - its stock: the nearest works depot; else what lies there;
///   - staff: a roster, an asset of its own that is struck in each shift with the chance that a post stays empty.
/// Everything is `example data` until the owner confirms the row of the point.
/// @errors not_found: the region has no service electricity
/// @source docs/method/siting.md, section "When a point is open"
[[nodiscard]] Result<region::Change> as_change(const region::Region& region, const Plan& plan, region::HazardId hazard);

/// The id of the asset that stands for a point.
[[nodiscard]] std::string asset_id(const region::SupportPoint& point);

/// The id of the service that support points deliver.
inline constexpr const char* service_id = "support_points";

}  // namespace veer::support_points
