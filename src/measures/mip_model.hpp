#pragma once

#include "measures/problem.hpp"
#include "mip/model.hpp"

namespace veer::measures {

/// The same problem for a general solver: columns candidate-major by year (0 or 1), and one column for the least of
/// several goals. Minimises the negative of the value.
[[nodiscard]] mip::Model to_mip(const Problem& problem);

}  // namespace veer::measures
