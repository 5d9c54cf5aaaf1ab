#include "faulttree/cut_sets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace veer::faulttree {

namespace {

/// Parts made so far, by module and sign, so that each is made once and only when it is used.
class PrimeParts {
 public:
  PrimeParts(Diagrams& diagrams, Limits& limits) : diagrams_(diagrams), limits_(limits) {
    known_.assign(diagrams.modules.size(), {none, none});
  }

  /// @param negated  of the function as the module's diagram says it (see ModuleDiagram::flipped)
  Result<std::uint32_t> part(std::uint32_t index, bool negated) {
    if (known_[index][negated ? 1 : 0] != none) return known_[index][negated ? 1 : 0];
    ModuleDiagram& module = diagrams_.modules[index];
    CutSets::Part made;
    made.sets = std::make_unique<Zbdd>(limits_);
    made.root = faulttree::prime_implicants(*module.bdd, negated ? Bdd::negated(module.root) : module.root, *made.sets);
    if (made.root == Zbdd::broken) {
      const Stop bdd_stop = module.bdd->table().stop();
      return fail(limits_.error(bdd_stop != Stop::none ? bdd_stop : made.sets->table().stop()));
    }
    const Family roots[] = {made.root};
    made.sets->collect(roots);
    made.sets->release_cache();
    module.bdd->release_cache();
    std::vector<bool> used(2 * module.variables.size(), false);
    for (const Family node : made.sets->nodes_below(roots)) used[made.sets->level(node)] = true;
    for (std::size_t level = 0; level < used.size(); ++level) {
      const ModuleVariable variable = module.variables[level / 2];
      const bool negative = level % 2 == 1;
      if (!variable.is_module || !used[level]) {
        made.variables.push_back({false, variable.index, negative});
        continue;
      }
      TRY(const std::uint32_t below, part(variable.index, negative));
      made.variables.push_back({true, below, false});
    }
    parts.push_back(std::move(made));
    return known_[index][negated ? 1 : 0] = static_cast<std::uint32_t>(parts.size() - 1);
  }

  std::vector<CutSets::Part> parts;

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  Diagrams& diagrams_;
  Limits& limits_;
  std::vector<std::array<std::uint32_t, 2>> known_;
};

}  // namespace

Result<CutSets> CutSets::minimal(const Diagrams& diagrams, const std::vector<std::uint32_t>& order_weight,
                                 Limits& limits) {
  CutSets out;
  out.order_weight_ = order_weight;
  for (const ModuleDiagram& module : diagrams.modules) {
    Part part;
    part.sets = std::make_unique<Zbdd>(limits);
    // Where the top holds when nothing occurs, the empty set alone is minimal.
    const bool certain = &module == &diagrams.top() && module.flipped;
    part.root = certain ? Zbdd::unit : minimal_solutions(*module.bdd, module.root, *part.sets, diagrams.coherent);
    if (part.root == Zbdd::broken) return fail(limits.error(part.sets->table().stop()));
    const Family roots[] = {part.root};
    part.sets->collect(roots);
    part.sets->release_cache();
    for (const ModuleVariable variable : module.variables)
      part.variables.push_back({variable.is_module, variable.index, false});
    out.parts_.push_back(std::move(part));
  }
  return out;
}

Result<CutSets> CutSets::prime_implicants(Diagrams& diagrams, const std::vector<std::uint32_t>& order_weight,
                                          Limits& limits) {
  CutSets out;
  out.order_weight_ = order_weight;
  PrimeParts making(diagrams, limits);
  TRY(const std::uint32_t top,
      making.part(static_cast<std::uint32_t>(diagrams.modules.size() - 1), diagrams.top().flipped));
  ENSURE(top + 1 == making.parts.size(), "the whole is made last");
  out.parts_ = std::move(making.parts);
  return out;
}

std::size_t CutSets::node_count() const {
  std::size_t out = 0;
  for (const Part& part : parts_) out += part.sets->table().size() - 2;
  return out;
}

}  // namespace veer::faulttree
