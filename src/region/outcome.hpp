#pragma once

#include <cstdint>

#include "base/units.hpp"

namespace veer::region {

/// What one replica did to one process (its minimum level): the record that the ensemble keeps and continuity judges.
struct ProcessRun {
  Minutes first_failure = -1;  ///< -1: it never failed
  Minutes recovered =
      0;  ///< minute from which it is up for good; the horizon when it is still down there; 0 when it never failed
  Minutes longest = 0;  ///< longest single interruption, clipped to the horizon
  Minutes down = 0;     ///< minutes down in all
  std::uint16_t interruptions = 0;
};

}  // namespace veer::region
