#pragma once

#include <span>
#include <string_view>

#include "region/region.hpp"

namespace veer::region {

/// A figure that planning support points needs, with the value that holds where a region states none.
///
/// There is no national norm for functions, sizes and staff, so each of these is a row of `parameters` that a region
/// may change: same id, own value. `evidence` names the published row it repeats (docs/method/siting.md); empty: our
/// own planning value.
struct SupportFigure {
  const char* id;
  const char* subject;
  const char* name;
  double low;
  double typical;
  double high;
  const char* unit;
  const char* distribution;
  const char* evidence;
  const char* note;
};

/// All of them, in the order of the tables.
[[nodiscard]] std::span<const SupportFigure> support_figures();

/// A standard figure as a parameter without a source: an assumption.
[[nodiscard]] Parameter as_parameter(const SupportFigure& figure);

/// The region's own row with that id, or else the one of `figures`, which counts as an assumption.
/// @pre the id is one of them
[[nodiscard]] Parameter own_or_standard(const Region& region, std::span<const SupportFigure> figures,
                                        std::string_view id);

/// The region's own row with that id, or else the standard one, which counts as an assumption.
/// @pre the id is one of support_figures()
[[nodiscard]] Parameter support_parameter(const Region& region, std::string_view id);

/// The typical value of support_parameter().
[[nodiscard]] double support_value(const Region& region, std::string_view id);

}  // namespace veer::region
