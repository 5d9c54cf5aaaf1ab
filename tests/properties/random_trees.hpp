#pragma once

#include <cstdint>
#include <vector>

#include "faulttree/model.hpp"

namespace veer::test {

/// A random small fault tree: shared gates, formulas inside formulas, house events, constants, inputs that come twice,
/// events of probability 0 and 1. Its top is the gate "top". Same number, same tree.
/// @param coherent  only AND, OR and k of n
[[nodiscard]] faulttree::Model random_tree(std::uint64_t number, std::size_t most_events, bool coherent);

/// The value of a gate in every state of the basic events, straight from the meaning of each connective: bit e of a
/// state says whether basic event e occurs.
[[nodiscard]] std::vector<bool> truth_table(const faulttree::Model& model, std::uint32_t gate);

}  // namespace veer::test
