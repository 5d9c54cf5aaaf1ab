#pragma once

#include <span>
#include <string_view>

namespace veer::importers::ground {

/// What every asset of one kind has in common: its service, the restart after all is well, the recovery its owner would
/// state.
///
/// Each kind yields the parameter `<kind>.restart`. The hours are planning values (assumption) unless `evidence` names
/// the row of the evidence that they repeat.
struct Kind {
  std::string_view id;
  std::string_view subject;  ///< Dutch, for the table of parameters
  std::string_view service;
  double restart_low_h;
  double restart_typical_h;
  double restart_high_h;
  double recovery_h;  ///< stated recovery time for the static verdict; 0: none stated
  std::string_view
      evidence;  ///< "TEL11": distribution, group and confidence follow that row; empty: triangular, assumption
};

/// Every kind of asset in the region, in the order of the vital processes.
[[nodiscard]] std::span<const Kind> kinds();

/// @pre the kind exists
[[nodiscard]] const Kind& kind_of(std::string_view id);

}  // namespace veer::importers::ground
