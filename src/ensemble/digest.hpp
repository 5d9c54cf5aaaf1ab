#pragma once

#include <cstdint>
#include <string_view>

#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// Sixty-four bits of everything that decides the outcome of a replica and where it is kept: the program, the residents
/// with their reserves, what is counted of assets and zones, and the label. The same on every machine.
[[nodiscard]] std::uint64_t digest(const World& world, std::string_view label);

}  // namespace veer::ensemble
