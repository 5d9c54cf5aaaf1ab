#include "faulttree/importance.hpp"

#include <limits>
#include <unordered_map>
#include <utility>

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

/// Fussell–Vesely: how likely some set with the event has occurred while the top holds.
///
/// For a variable v of a module with function f let H be "the rest of some set with v has occurred". With the chances
/// that this goes together with f and with ¬f, given v and given ¬v, the answer for the whole follows from module to
/// module, downward.
class Unions {
 public:
  Unions(Diagrams& diagrams, const CutSets& sets, std::span<const double> probability, Limits& limits)
      : diagrams_(diagrams), sets_(sets), probability_(probability), limits_(limits) {}

  /// By event: P(top and some set with it). Nothing when the unions are far larger than the diagrams themselves.
  Result<std::optional<std::vector<double>>> run() {
    const auto chances = module_chances(diagrams_, probability_);
    std::vector<double> out(probability_.size(), 0);
    std::vector<Pair> weight(diagrams_.modules.size());
    weight.back() = {1, 0};
    // Where the top holds when nothing occurs, no event is in any set.
    if (diagrams_.top().flipped) return out;
    for (std::size_t m = diagrams_.modules.size(); m-- > 0;) {
      ModuleDiagram& module = diagrams_.modules[m];
      const auto variables = variable_chances(module, probability_, chances);
      for (std::uint32_t level = 0; level < module.variables.size(); ++level) {
        module.bdd->table().set_node_limit(module.bdd->table().size() + most_new_nodes);
        auto found_here = within(module, sets_.parts()[m], level, variables, weight[m]);
        module.bdd->table().set_node_limit(NodeTable::none);
        if (!found_here && module.bdd->table().stop() == Stop::node_limit) {
          module.bdd->table().clear_stop();
          module.bdd->release_cache();
          return std::nullopt;
        }
        TRY(const Pair found, std::move(found_here));
        const ModuleVariable variable = module.variables[level];
        if (variable.is_module) {
          weight[variable.index] = found;
        } else {
          out[variable.index] = probability_[variable.index] * found.given;
        }
      }
      module.bdd->release_cache();
    }
    return out;
  }

 private:
  static constexpr std::size_t most_new_nodes = 2'000'000;

  /// Chance of "H and the top", given the variable and given its negation.
  struct Pair {
    double given = 0;
    double without = 0;
  };

  Result<Pair> within(ModuleDiagram& module, const CutSets::Part& part, std::uint32_t level,
                      const std::vector<Chance>& variables, Pair above) {
    Bdd& bdd = *module.bdd;
    known_.clear();
    const Edge rest = union_of(*part.sets, rests_with(*part.sets, part.root, level), bdd);
    const Edge given = cofactor(bdd, module.root, level, true);
    const Edge without = cofactor(bdd, module.root, level, false);
    const Edge roots[] = {bdd.conjunction(rest, given), bdd.conjunction(rest, Bdd::negated(given)),
                          bdd.conjunction(rest, without), bdd.conjunction(rest, Bdd::negated(without))};
    for (const Edge root : roots)
      if (root == Bdd::broken) return fail(limits_.error(bdd.table().stop()));
    const auto chance = node_chances(bdd, bdd.nodes_below(roots), variables);
    const auto of = [&](Edge f) { return chance_of(f, chance).holds; };
    const Pair out{above.given * of(roots[0]) + above.without * of(roots[1]),
                   above.given * of(roots[2]) + above.without * of(roots[3])};
    if (bdd.table().size() > 2 * module.node_count + 100000) {
      const Edge keep[] = {module.root};
      bdd.collect(keep);
    }
    return out;
  }

  /// The rests of the sets with the variable at this level, still with the variables above it.
  Family rests_with(Zbdd& sets, Family family, std::uint32_t level) {
    if (Zbdd::terminal(family) || sets.level(family) > level) return Zbdd::none;
    if (sets.level(family) == level) return sets.high(family);
    if (const auto found = rests_.find(family); found != rests_.end() && rests_level_ == level && rests_of_ == &sets)
      return found->second;
    if (rests_level_ != level || rests_of_ != &sets) {
      rests_.clear();
      rests_level_ = level;
      rests_of_ = &sets;
    }
    const Family high = rests_with(sets, sets.high(family), level);
    const Family low = rests_with(sets, sets.low(family), level);
    const Family out = sets.make(sets.level(family), high, low);
    rests_.emplace(family, out);
    return out;
  }

  /// The function that is true where some set of the family has occurred.
  Edge union_of(const Zbdd& sets, Family family, Bdd& bdd) {
    if (family == Zbdd::broken) return Bdd::broken;
    if (family == Zbdd::none) return Bdd::zero;
    if (family == Zbdd::unit) return Bdd::one;
    if (const auto found = known_.find(family); found != known_.end()) return found->second;
    const Edge low = union_of(sets, sets.low(family), bdd);
    const Edge high = bdd.disjunction(union_of(sets, sets.high(family), bdd), low);
    const Edge out = bdd.make(sets.level(family), high, low);
    known_.emplace(family, out);
    return out;
  }

  Edge cofactor(Bdd& bdd, Edge f, std::uint32_t level, bool value) {
    known_cofactor_.clear();
    return cofactor_below(bdd, f, level, value);
  }
  Edge cofactor_below(Bdd& bdd, Edge f, std::uint32_t level, bool value) {
    if (f == Bdd::broken || bdd.constant(f) || bdd.level(f) > level) return f;
    if (bdd.level(f) == level) return value ? bdd.high(f) : bdd.low(f);
    if (const auto found = known_cofactor_.find(f); found != known_cofactor_.end()) return found->second;
    const Edge high = cofactor_below(bdd, bdd.high(f), level, value);
    const Edge out = bdd.make(bdd.level(f), high, cofactor_below(bdd, bdd.low(f), level, value));
    known_cofactor_.emplace(f, out);
    return out;
  }

  Diagrams& diagrams_;
  const CutSets& sets_;
  std::span<const double> probability_;
  Limits& limits_;
  // Looked up only, never gone through.
  std::unordered_map<Family, Edge> known_;
  std::unordered_map<Edge, Edge> known_cofactor_;
  std::unordered_map<Family, Family> rests_;
  std::uint32_t rests_level_ = 0;
  const Zbdd* rests_of_ = nullptr;
};

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
    TRY(joint, Unions(diagrams, *sets, probability, limits).run());
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
