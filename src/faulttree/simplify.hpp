#pragma once

#include <vector>

#include "faulttree/tree.hpp"

namespace veer::faulttree {

/// The same function of the same events with less to do: constants and double inputs gone, gates of one kind under one
/// another joined, equal gates shared, inputs that always come together put under a gate of their own (so that they
/// become a module), and only what the top reaches.
[[nodiscard]] Circuit simplified(const Circuit& circuit);

/// By gate: whether nothing below it is used outside it. Only gates that the top reaches count.
///
/// Cost: linear.
/// @source Dutuit and Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Transactions on Reliability
/// 45 (1996)
[[nodiscard]] std::vector<bool> module_gates(const Circuit& circuit);

/// Whether a circuit has no negation and no parity, so that more failures never help.
[[nodiscard]] bool is_plainly_coherent(const Circuit& circuit);

}  // namespace veer::faulttree
