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

TopChance::TopChance(const Diagrams& diagrams) : flipped_(diagrams.top().flipped) {
  for (const ModuleDiagram& module : diagrams.modules) {
    const Bdd& bdd = *module.bdd;
    Part part;
    part.variables = module.variables;
    const Edge roots[] = {module.root};
    const auto order = bdd.nodes_below(roots);
    std::vector<std::uint32_t> position(bdd.table().capacity(), 0);
    std::uint32_t next = 1;  // 0 is the terminal
    for (auto it = order.rbegin(); it != order.rend(); ++it) position[*it] = next++;
    const auto placed = [&](Edge f) { return position[Bdd::index(f)] << 1U | (Bdd::complemented(f) ? 1U : 0U); };
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      const DiagramNode& node = bdd.table()[*it];
      part.nodes.push_back({node.level, placed(node.high), placed(node.low)});
    }
    part.root = placed(module.root);
    if (chance_.size() < part.nodes.size() + 1) chance_.resize(part.nodes.size() + 1);
    parts_.push_back(std::move(part));
  }
  chance_[0] = {1, 0};
}

Chance TopChance::operator()(std::span<const double> probability) {
  module_.clear();
  for (const Part& part : parts_) {
    variable_.clear();
    for (const ModuleVariable variable : part.variables)
      variable_.push_back(variable.is_module ? module_[variable.index]
                                             : Chance{probability[variable.index], 1 - probability[variable.index]});
    std::size_t next = 1;
    for (const Node& node : part.nodes) {
      const Chance variable = variable_[node.level];
      const Chance high = at(node.high);
      const Chance low = at(node.low);
      chance_[next++] = {variable.holds * high.holds + variable.fails * low.holds,
                         variable.holds * high.fails + variable.fails * low.fails};
    }
    module_.push_back(at(part.root));
  }
  return flipped_ ? module_.back().flipped() : module_.back();
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
