#include "faulttree/probability.hpp"

namespace veer::faulttree {

std::vector<Chance> node_chances(const Bdd& bdd, std::span<const std::uint32_t> nodes,
                                 std::span<const Chance> variables) {
  std::vector<Chance> chance(bdd.table().capacity());
  chance[0] = {1, 0};
  for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
    const DiagramNode& node = bdd.table()[*it];
    const Chance variable = variables[node.level];
    const Chance high = chance_of(node.high, chance);
    const Chance low = chance_of(node.low, chance);
    chance[*it] = {variable.holds * high.holds + variable.fails * low.holds,
                   variable.holds * high.fails + variable.fails * low.fails};
  }
  return chance;
}

std::vector<Chance> variable_chances(const ModuleDiagram& module, std::span<const double> probability,
                                     std::span<const Chance> chances) {
  std::vector<Chance> out;
  for (const ModuleVariable variable : module.variables)
    out.push_back(variable.is_module ? chances[variable.index]
                                     : Chance{probability[variable.index], 1 - probability[variable.index]});
  return out;
}

std::vector<Chance> module_chances(const Diagrams& diagrams, std::span<const double> probability) {
  std::vector<Chance> out;
  for (const ModuleDiagram& module : diagrams.modules) {
    const auto variables = variable_chances(module, probability, out);
    const Edge roots[] = {module.root};
    out.push_back(chance_of(module.root, node_chances(*module.bdd, module.bdd->nodes_below(roots), variables)));
  }
  return out;
}

Chance top_chance(const Diagrams& diagrams, std::span<const Chance> chances) {
  return diagrams.top().flipped ? chances.back().flipped() : chances.back();
}

}  // namespace veer::faulttree
