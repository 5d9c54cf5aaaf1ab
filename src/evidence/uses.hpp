#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "region/region.hpp"

namespace veer::evidence {

/// One place where a figure is used.
struct Use {
  std::string where;     ///< "assets.restart": table and column; or "rule:warmth": a rule of the program; or
                         ///< "from:GEN02": it was worked out from that figure
  std::size_t rows = 0;  ///< how many rows; 1 for a rule
};

/// Where each parameter of the region is used: by id number, uses in the order of the tables, then rules, then figures
/// that were worked out from it. A parameter without uses is kept for reference and moves no result.
///
/// Rules read parameters by name: `outdoor.<season>`, `indoor.start`, `warmth.limit`, `reserve.<profile>.…` of a
/// profile that some area has, `support.…`, FIN05. A figure is worked out from another when its note names the other's
/// id, and hands on its use when it is used itself.
[[nodiscard]] std::vector<std::vector<Use>> uses(const region::Region& region);

/// Whether anything depends on it: a row, a rule, or a figure in use that was worked out from it.
[[nodiscard]] bool is_used(const std::vector<Use>& uses);

/// Rows over all tables and rules, without the figures that were worked out from it.
[[nodiscard]] std::size_t used_by(const std::vector<Use>& uses);

}  // namespace veer::evidence
