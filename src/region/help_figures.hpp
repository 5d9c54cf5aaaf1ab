#pragma once

#include <span>
#include <string_view>

#include "region/standard_figure.hpp"

namespace veer::region {

/// Figures about mutual help, volunteers, vulnerable people, emergency calls, harm and unrest, with the value that
/// holds where a region states none. `evidence` names the published row that stands for it; empty: our own planning
/// value.
[[nodiscard]] std::span<const StandardFigure> help_figures();

/// The region's own row with that id, else its row of the evidence, else the standard one, which counts as an
/// assumption.
/// @pre the id is one of help_figures()
[[nodiscard]] Parameter help_parameter(const Region& region, std::string_view id);

}  // namespace veer::region
