#pragma once

#include <span>
#include <string_view>

#include "region/standard_figure.hpp"

namespace veer::region {

/// The figures of planning support points. There is no national norm for functions, sizes and staff, so each is a row
/// of `parameters` that a region may change (docs/method/siting.md). All of them, in the order of the tables.
[[nodiscard]] std::span<const StandardFigure> support_figures();

/// The region's own row with that id, or else the standard one, which counts as an assumption.
/// @pre the id is one of support_figures()
[[nodiscard]] Parameter support_parameter(const Region& region, std::string_view id);

/// The typical value of support_parameter().
[[nodiscard]] double support_value(const Region& region, std::string_view id);

}  // namespace veer::region
