#pragma once

#include "measures/solver.hpp"

namespace veer::measures {

/// Every phasing, one by one: for tests on small problems.
[[nodiscard]] Solution enumerate(const Problem& problem);

}  // namespace veer::measures
