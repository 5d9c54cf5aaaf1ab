#pragma once

#include <span>
#include <string_view>

#include "region/region.hpp"

namespace veer::region {

/// A figure that an analysis needs, with the value that holds where a region states none.
///
/// Each is a row of `parameters` that a region may change: same id, own value. The lists are support_figures.hpp,
/// help_figures.hpp and operations_figures.hpp.
struct StandardFigure {
  const char* id;
  const char* subject;  ///< Dutch, as in the table
  const char* name;     ///< Dutch, as in the table
  double low;
  double typical;
  double high;
  const char* unit;
  const char* distribution;
  const char* evidence;  ///< the published row that it repeats ("NSP12"); empty: our own planning value
  const char* note;
};

/// A standard figure as a parameter without a source: an assumption.
[[nodiscard]] Parameter as_parameter(const StandardFigure& figure);

/// The region's own row with that id, or else the one of `figures`, which counts as an assumption.
/// @pre the id is one of them
[[nodiscard]] Parameter own_or_standard(const Region& region, std::span<const StandardFigure> figures,
                                        std::string_view id);

/// The region's own row with that id, or else its row of the evidence that the figure names, or else the one of
/// `figures`, which counts as an assumption.
/// @pre the id is one of them
[[nodiscard]] Parameter own_published_or_standard(const Region& region, std::span<const StandardFigure> figures,
                                                  std::string_view id);

}  // namespace veer::region
