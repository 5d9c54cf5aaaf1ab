#pragma once

#include "region/standard_figure.hpp"

namespace veer::region {

/// The figures of the full model: trucks, mobile sets, people on duty (docs/method/operations.md). As those of support
/// points: a row of `parameters` with the same id replaces the standard value.
///
/// Beside them a region may state, for kinds and services of its own: `fuel_use.<kind of asset>`, litres an hour of its
/// generator at the usual load; `priority.<service>`, who goes first (1 before 2); `roster.required.<asset>`, people
/// needed on duty at once; `derate.turn.<kind>`, how long a turn lasts when there is too little of that kind;
/// `demand.drains.<parameter of a capacity>`, by which part of an extra demand that stock is used up faster;
/// `demand.room.<kind>`, how many times what is usual things of that kind can serve.
[[nodiscard]] std::span<const StandardFigure> operations_figures();

/// The region's own row with that id, or else the standard one, which counts as an assumption.
/// @pre the id is one of operations_figures()
[[nodiscard]] Parameter operations_parameter(const Region& region, std::string_view id);

/// The typical value of operations_parameter().
[[nodiscard]] double operations_value(const Region& region, std::string_view id);

}  // namespace veer::region
