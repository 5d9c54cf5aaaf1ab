#include "faulttree/importance.hpp"

#include <limits>
#include <utility>

#include "faulttree/fussell_vesely.hpp"

namespace veer::faulttree {

namespace {

/// By variable of one module: P(module | variable) − P(module | ¬variable).
std::vector<double> local_birnbaum(const ModuleDiagram& module, const std::vector<Chance>& variables) {
  const Bdd& bdd = *module.bdd;
  const Edge roots[] = {module.root};
  const auto nodes = bdd.nodes_below(roots);
  const auto chance = node_chances(bdd, nodes, variables);
  // Weight of the paths that arrive at a node, those that complement it counted as negative.
  std::vector<double> weight(bdd.table().capacity(), 0);
  const auto arrive = [&](Edge f, double w) { weight[Bdd::index(f)] += Bdd::complemented(f) ? -w : w; };
  arrive(module.root, 1);
  std::vector<double> out(module.variables.size(), 0);
  for (const std::uint32_t index : nodes) {
    const DiagramNode& node = bdd.table()[index];
    const Chance high = chance_of(node.high, chance);
    const Chance low = chance_of(node.low, chance);
    // The smaller of the two chances on each side keeps more of its digits.
    const double gain =
        high.holds + low.holds < high.fails + low.fails ? high.holds - low.holds : low.fails - high.fails;
    out[node.level] += weight[index] * gain;
    arrive(node.high, weight[index] * variables[node.level].holds);
    arrive(node.low, weight[index] * variables[node.level].fails);
  }
  return out;
}

/// The chance of the top when something holds and when it does not.
struct Given {
  Chance holds;
  Chance fails;
};

/// By event: the chance of the top when it occurs and when it cannot; each a sum of positive numbers, so that a chance
/// of exactly 0 is one.
std::vector<Given> conditional_chances(const Diagrams& diagrams, std::span<const double> probability) {
  const auto chances = module_chances(diagrams, probability);
  const Chance top = top_chance(diagrams, chances);
  std::vector<Given> out(probability.size(), {top, top});
  std::vector<Given> of_module(diagrams.modules.size(), {top, top});
  of_module.back() = diagrams.top().flipped ? Given{{0, 1}, {1, 0}} : Given{{1, 0}, {0, 1}};
  for (std::size_t m = diagrams.modules.size(); m-- > 0;) {
    const ModuleDiagram& module = diagrams.modules[m];
    const Given& above = of_module[m];
    const Edge roots[] = {module.root};
    const auto nodes = module.bdd->nodes_below(roots);
    auto variables = variable_chances(module, probability, chances);
    for (std::size_t level = 0; level < variables.size(); ++level) {
      const Chance kept = variables[level];
      const auto given = [&](Chance certain) {
        variables[level] = certain;
        const Chance here = chance_of(module.root, node_chances(*module.bdd, nodes, variables));
        return Chance{here.holds * above.holds.holds + here.fails * above.fails.holds,
                      here.holds * above.holds.fails + here.fails * above.fails.fails};
      };
      const Given found{given({1, 0}), given({0, 1})};
      variables[level] = kept;
      const ModuleVariable variable = module.variables[level];
      (variable.is_module ? of_module[variable.index] : out[variable.index]) = found;
    }
  }
  return out;
}

}  // namespace

std::vector<double> birnbaum(const Diagrams& diagrams, std::span<const double> probability) {
  const auto chances = module_chances(diagrams, probability);
  std::vector<double> out(probability.size(), 0);
  std::vector<double> of_module(diagrams.modules.size(), 0);
  of_module.back() = diagrams.top().flipped ? -1 : 1;
  for (std::size_t m = diagrams.modules.size(); m-- > 0;) {
    const ModuleDiagram& module = diagrams.modules[m];
    const auto local = local_birnbaum(module, variable_chances(module, probability, chances));
    for (std::size_t level = 0; level < local.size(); ++level) {
      const ModuleVariable variable = module.variables[level];
      (variable.is_module ? of_module[variable.index] : out[variable.index]) = of_module[m] * local[level];
    }
  }
  return out;
}

Result<std::vector<Importance>> importance(Diagrams& diagrams, const CutSets* sets, std::span<const double> probability,
                                           Limits& limits) {
  const Chance top = top_chance(diagrams, module_chances(diagrams, probability));
  const auto marginal = birnbaum(diagrams, probability);
  const auto structural = birnbaum(diagrams, std::vector<double>(probability.size(), 0.5));
  const auto given = conditional_chances(diagrams, probability);
  std::optional<std::vector<double>> joint;
  if (sets != nullptr) {
    TRY(joint, set_occurrence(diagrams, *sets, probability, limits));
  }
  std::vector<Importance> out(probability.size());
  for (std::size_t e = 0; e < out.size(); ++e) {
    out[e].birnbaum = marginal[e];
    out[e].structural = structural[e];
    if (top.holds <= 0) continue;
    out[e].criticality = probability[e] * marginal[e] / top.holds;
    out[e].achievement_worth = given[e].holds.holds / top.holds;
    out[e].reduction_worth =
        given[e].fails.holds > 0 ? top.holds / given[e].fails.holds : std::numeric_limits<double>::infinity();
    if (joint) out[e].fussell_vesely = (*joint)[e] / top.holds;
  }
  return out;
}

}  // namespace veer::faulttree
