#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "faulttree/cut_sets.hpp"
#include "faulttree/diagrams.hpp"

namespace veer::faulttree {

/// By event: the chance that the top holds and some minimal cut set with the event has occurred, that is, all events of
/// that set occur.
///
/// On a tree that is not coherent a set can have occurred while the top does not hold, because another event undoes it;
/// and within a module likewise. Hence both are followed side by side, through each module and from module to module.
/// @param sets  minimal cut sets of the same diagrams
/// @returns  nothing when this would take far more than the diagrams themselves
/// @errors unsupported: more memory than allowed; cancelled
[[nodiscard]] Result<std::optional<std::vector<double>>> set_occurrence(Diagrams& diagrams, const CutSets& sets,
                                                                        std::span<const double> probability,
                                                                        Limits& limits);

}  // namespace veer::faulttree
