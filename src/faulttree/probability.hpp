#pragma once

#include <span>
#include <vector>

#include "faulttree/diagrams.hpp"

namespace veer::faulttree {

/// The chance that something holds and the chance that it does not, each summed by itself: 1 − p would lose the digits
/// of a small p.
struct Chance {
  double holds = 0;
  double fails = 1;
  [[nodiscard]] Chance flipped() const { return {fails, holds}; }
};

/// The chances of the functions of all modules, by module, exact up to rounding: one pass over each diagram, and only
/// sums of products of numbers in [0, 1].
/// @param probability  by event of the tree
[[nodiscard]] std::vector<Chance> module_chances(const Diagrams& diagrams, std::span<const double> probability);

/// The chance of the top event. @param chances  module_chances of the same diagrams
[[nodiscard]] Chance top_chance(const Diagrams& diagrams, std::span<const Chance> chances);

/// The chance of the top for one list of probabilities after the other: the diagrams are laid out once. The diagrams
/// are not needed afterwards. For one thread.
class TopChance {
 public:
  explicit TopChance(const Diagrams& diagrams);
  /// @param probability  by event of the tree
  [[nodiscard]] Chance operator()(std::span<const double> probability);

 private:
  struct Node {
    std::uint32_t level = 0;
    std::uint32_t high = 0;  ///< position in the list of chances, doubled; plus 1: its complement
    std::uint32_t low = 0;
  };
  struct Part {
    std::vector<ModuleVariable> variables;
    std::vector<Node> nodes;  ///< those below first
    std::uint32_t root = 0;
  };
  [[nodiscard]] Chance at(std::uint32_t doubled) const {
    return (doubled & 1U) != 0 ? chance_[doubled >> 1U].flipped() : chance_[doubled >> 1U];
  }

  std::vector<Part> parts_;
  bool flipped_ = false;
  std::vector<Chance> chance_;
  std::vector<Chance> variable_;
  std::vector<Chance> module_;
};

/// The chances of the nodes of one diagram, by index, of the given nodes.
/// @param nodes  from the top down and closed under high and low, as Bdd::nodes_below gives them
/// @param variables  by level
[[nodiscard]] std::vector<Chance> node_chances(const Bdd& bdd, std::span<const std::uint32_t> nodes,
                                               std::span<const Chance> variables);
[[nodiscard]] inline Chance chance_of(Edge f, std::span<const Chance> nodes) {
  const Chance chance = nodes[Bdd::index(f)];
  return Bdd::complemented(f) ? chance.flipped() : chance;
}

/// The chances of the variables of a module by level. @param chances  of the modules it uses
[[nodiscard]] std::vector<Chance> variable_chances(const ModuleDiagram& module, std::span<const double> probability,
                                                   std::span<const Chance> chances);

}  // namespace veer::faulttree
