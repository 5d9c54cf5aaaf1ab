#pragma once

#include <span>
#include <string>

#include "region/region.hpp"

namespace veer::consequences {

/// The class A (limited) to E (catastrophic) of a value on the scale of that kind for that criterion and that length of
/// disruption, or "" where the scales say nothing of it.
/// @param days  how long the disruption lasts
[[nodiscard]] std::string class_of(std::span<const region::ImpactScale> scales, region::ImpactScaleKind kind,
                                   const std::string& criterion, double value, double days);

}  // namespace veer::consequences
