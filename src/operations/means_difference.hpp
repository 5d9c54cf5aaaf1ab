#pragma once

#include <optional>
#include <vector>

#include "operations/means.hpp"

namespace veer::operations {

/// Which components must be quiet in a replica for the means of two models to act alike in it; nothing: they may always
/// differ.
///
/// Quiet is what ensemble::Replays calls it: never down, and no need of it ever without supply. A tank whose need is
/// always supplied never calls and no stock of it empties, so that it does not matter whether they could be filled; and
/// of trucks, depots, tankers and sets it only matters that nobody calls. Who mends and who is on duty always matters.
/// @param base, variant  the programs have the same components
[[nodiscard]] std::optional<std::vector<Component>> difference(const cascade::Program& base_program, const Means& base,
                                                               const cascade::Program& variant_program,
                                                               const Means& variant);

}  // namespace veer::operations
