#pragma once

#include <vector>

#include "measures/relaxation.hpp"

namespace veer::measures {

/// Cuts of a budget that a relaxed choice breaks.
///
/// A cover is a set of options, at most one of a candidate, that together cost more than a row allows: not all of them
/// can be taken, Σ x ≤ |cover| − 1. Then every other option in the row gets the largest factor with which that stays
/// true, one after another, exactly: what is left of the cover beside it is found by dynamic programming over the
/// candidates (of each, one option), least cost for each number reached.
///
/// Sequence: options that the relaxed choice takes first, dearest first.
/// @returns cuts that are broken by more than a hair, at most one for each row
/// @source L. A. Wolsey, "Valid inequalities for 0-1 knapsacks and MIPs with generalised upper bound constraints",
/// Discrete Applied Mathematics 29 (1990)
[[nodiscard]] std::vector<Layout::Row> covers(const Layout& layout, const Masks& masks, const Relaxation& relaxation);

}  // namespace veer::measures
