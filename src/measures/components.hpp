#pragma once

#include <vector>

#include "measures/rows.hpp"

namespace veer::measures {

/// Candidates that no row binds to the others, as a question of their own.
struct Component {
  std::vector<std::size_t> candidates;  ///< of the whole, ascending
  Rows rows;                            ///< of these candidates alone
};

/// The parts of a question that can be answered each by itself, smallest first; a candidate in no row is a part of its
/// own. The worth of the whole is the sum of theirs, so this holds for one goal only: the least of several binds all.
/// @pre every row has a candidate in it
[[nodiscard]] std::vector<Component> components(const Rows& rows);

}  // namespace veer::measures
