#pragma once

#include "base/result.hpp"
#include "region/region.hpp"
#include "region/schema.hpp"

namespace veer::region {

/// Checks every cell, reference and sum of the tables and builds the region.
///
/// All problems go to `notes`, each with file, row and column, what was expected, what was found and, for an
/// unknown id, the nearest known one. Warnings do not stop the build.
/// @errors invalid_input: at least one problem is an error; nothing is built
[[nodiscard]] Result<Region> build_region(const Tables& tables, Diagnostics& notes);

}  // namespace veer::region
