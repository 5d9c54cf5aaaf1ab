#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "reach/channels.hpp"

namespace veer::reach {

/// Until when one decision still takes effect. Minutes since the start.
///
/// A *case* is a replica, or for a decision about assets one of them in one replica. It *matters* where the limit is
/// met at all: the asset fails (for a fuel order: after its generator ran its tank empty), the need of half of the
/// residents is unmet. Decided in minute t it takes effect when the order
/// can be passed on in t and t + lead does not lie beyond the limit.
struct DecisionResult {
  std::size_t decision = 0;  ///< in Region::decisions
  double needed = 0;         ///< share of cases in which it matters
  /// How long one can wait: in every minute up to this one it takes effect in 95 (50) % of the cases in which it
  /// matters; nothing: in minute 0 it is too late already. That a net comes back days later helps no one who waits.
  std::optional<Minutes> latest_95, latest_50;
  /// The same when the order needs nothing, since it was agreed beforehand.
  std::optional<Minutes> agreed_95, agreed_50;
  /// What one hour of waiting loses, from latest_95 on (or latest_50, or minute 0, where there is no such minute):
  /// residents who are reached (warning) or helped (need), assets (target), or percentage points of the chance to be in
  /// time (until).
  double lost_per_hour = 0;
};

/// The last minute up to which it works in share · cases or more; nothing: not in minute 0, or there are no cases.
///
/// @param changes  by minute: cases in which it begins to work less those in which it ends to
[[nodiscard]] std::optional<Minutes> latest(const std::vector<std::int64_t>& changes, std::size_t cases, double share);

/// All decisions of a region under the hazard that was played.
///
/// A warning is looked at every quarter of an hour in the first day and every hour after, all else to the minute. The
/// lead time is drawn once a replica.
/// @errors as region::quantiles
/// @source docs/method/reach.md, section "Beslisklok"
[[nodiscard]] Result<std::vector<DecisionResult>> decision_clock(const ReadyChannels& channels, std::size_t threads);

}  // namespace veer::reach
