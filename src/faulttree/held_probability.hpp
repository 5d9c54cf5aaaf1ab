#pragma once

#include <map>
#include <optional>
#include <string>

#include "faulttree/held_elimination.hpp"
#include "faulttree/held_view.hpp"

namespace veer::faulttree {

/// How likely a component is down within the horizon in the held view.
struct HeldProbability {
  double low = 0;
  double high = 0;  ///< equal to low where `exact`
  bool exact = true;
  [[nodiscard]] double value() const { return (low + high) / 2; }
};

/// The chances of the functions of cones over all draws, with the quantile tables that the engines use. Keeps what it
/// has worked out, so that cones that are alike, or have parts in common, cost little; what it finds does not depend on
/// what came before. For the cones of one program, and for one thread.
///
/// Given the words that groups share, all causes are independent, and those of a kind have one chance. So the chance
/// is a sum over how many causes of each kind happen: the ways in which the function then holds (`ways_by_counts`)
/// times the chance of these numbers, one group after the other summed out (`Elimination`). Where there are too many
/// kinds for that, the decision diagram is worked out for every combination of words.
///
/// What would take more than `most_work` is made smaller: neighbouring words are taken together, once at their worst
/// and once at their best value, and so are values of chains of more than two generators, which are played for every
/// combination. The chance then lies between `low` and `high`. Work is what is looked at: values of causes, entries of
/// arrays, and forty times the combinations that are played; a thousand million take some seconds.
/// @source docs/method/held_view.md
class HeldChances {
 public:
  static constexpr double usual_work = 3e9;
  explicit HeldChances(double most_work = usual_work) : most_work_(most_work) {}

  /// @param limits  memory and time of the analysis
  /// @errors unsupported: more memory than allowed, or more than 31 groups; cancelled; as build_diagrams
  [[nodiscard]] Result<HeldProbability> operator()(const HeldCone& cone, Limits& limits);

 private:
  double most_work_;
  std::map<std::string, std::optional<HeldProbability>> known_;  ///< by held_signature
  EliminationMemory memory_;
};

/// The chance of one cone.
[[nodiscard]] Result<HeldProbability> held_probability(const HeldCone& cone, Limits& limits,
                                                       double most_work = HeldChances::usual_work);

/// Text that is equal for cones with the same chance.
[[nodiscard]] std::string held_signature(const HeldCone& cone);

}  // namespace veer::faulttree
