#pragma once

#include <cstdint>
#include <vector>

#include "faulttree/model.hpp"

namespace veer::faulttree {

/// One way in which members of a group fail together (or one of them alone), with its probability.
struct CommonFailure {
  std::vector<std::uint32_t> members;  ///< positions in the group, ascending
  double probability = 0;
};

/// The failures into which a group falls apart: every set of k members with the share Q_k of the total probability Q.
///
/// beta:  Q₁ = (1 − β)Q, Q_n = βQ · MGL: Q_k = (1 − ρ_{k+1})·ρ₂⋯ρ_k·Q / C(n−1, k−1) · alpha (non-staggered testing):
/// Q_k = k·α_k·Q / (C(n−1, k−1)·Σ iα_i) · phi: Q_k = φ_k·Q
/// @param total    Q, probability of each member
/// @param factors  by level, as in CommonCauseGroup
/// @errors invalid_input: a factor outside [0, 1], a level missing or beyond the group, phi not summing to 1;
/// unsupported: more than 4,096 failures
/// @source NUREG/CR-5485 (1998), appendix A; Open-PSA Model Exchange Format 2.0d
[[nodiscard]] Result<std::vector<CommonFailure>> common_failures(const CommonCauseGroup& group, double total,
                                                                 const std::map<std::uint32_t, double>& factors);

}  // namespace veer::faulttree
