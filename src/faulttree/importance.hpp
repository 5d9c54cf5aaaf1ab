#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "faulttree/cut_sets.hpp"
#include "faulttree/diagrams.hpp"
#include "faulttree/probability.hpp"

namespace veer::faulttree {

/// What one event does to the top, P the chance of the top and p that of the event; P₁ and P₀ the chance of the top
/// when the event is certain and when it cannot occur. On a tree that is not coherent the first two and `structural`
/// may be negative: the event then helps.
struct Importance {
  double birnbaum = 0;                ///< P₁ − P₀
  std::optional<double> criticality;  ///< p·(P₁ − P₀)/P; nothing: P = 0
  /// Chance, given the top, that some minimal cut set with the event has occurred; nothing: P = 0, or not asked for.
  std::optional<double> fussell_vesely;
  std::optional<double> achievement_worth;  ///< RAW, P₁/P; nothing: P = 0
  std::optional<double> reduction_worth;    ///< RRW, P/P₀: infinite where P₀ = 0 < P; nothing: P = 0
  double structural = 0;                    ///< birnbaum with every probability one half
};

/// Birnbaum's measure of every event: one pass over each diagram down and one up.
/// @param probability  by event; steps of a shared quantity conditional, see TreeEvent
[[nodiscard]] std::vector<double> birnbaum(const Diagrams& diagrams, std::span<const double> probability);

/// All measures of every event. Events that the top does not depend on have 0, RAW 1 and RRW 1.
///
/// The measures of a step of a shared quantity are about the quantity lasting less than the step, given its next higher
/// one.
/// @param sets  minimal cut sets of the same diagrams, for Fussell–Vesely; null: leave that out
/// @errors unsupported: more memory than allowed; cancelled
/// @source Birnbaum 1969; Lambert 1975 (criticality); Fussell 1975; Dutuit and Rauzy, "Efficient algorithms to assess
/// component and gate importance in fault tree analysis", Reliability Engineering & System Safety 72 (2001)
[[nodiscard]] Result<std::vector<Importance>> importance(Diagrams& diagrams, const CutSets* sets,
                                                         std::span<const double> probability, Limits& limits);

}  // namespace veer::faulttree
