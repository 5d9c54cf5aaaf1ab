#include "faulttree/fussell_vesely.hpp"

#include <unordered_map>
#include <utility>

#include "faulttree/probability.hpp"

namespace veer::faulttree {

namespace {

/// A variable of a module as seen from the sets: `occurred` says that some minimal set of it has occurred. Where it
/// holds this is so; where it fails it may be so.
struct Outcome {
  double holds = 0;
  double undone = 0;   ///< occurred, yet fails
  double nothing = 1;  ///< not occurred
};

/// Chances that something goes together with a function and with its negation.
struct Joint {
  double with = 0;
  double against = 0;
};

/// The chance of "H and f" and of "H and not f", where H reads of its variables whether they occurred and f whether
/// they hold: one walk through both diagrams at once.
class JointChance {
 public:
  JointChance(const Bdd& bdd, std::span<const Outcome> variables, std::size_t most_pairs)
      : bdd_(bdd), variables_(variables), most_pairs_(most_pairs) {}

  [[nodiscard]] bool too_many() const { return known_.size() > most_pairs_; }

  Joint of(Edge occurred, Edge f) {
    if (occurred == Bdd::zero || too_many()) return {};
    if (bdd_.constant(f)) {
      const double chance = occurred == Bdd::one ? 1 : of_pair(occurred, Bdd::one).with;
      return f == Bdd::one ? Joint{chance, 0} : Joint{0, chance};
    }
    if (Bdd::complemented(f)) {
      const Joint plain = of_pair(occurred, Bdd::negated(f));
      return {plain.against, plain.with};
    }
    return of_pair(occurred, f);
  }

 private:
  Joint of_pair(Edge occurred, Edge f) {
    const std::uint64_t key = std::uint64_t{occurred} << 32U | f;
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const std::uint32_t level = std::min(bdd_.level(occurred), bdd_.level(f));
    const Outcome& variable = variables_[level];
    const bool in_occurred = bdd_.level(occurred) == level;
    const bool in_f = bdd_.level(f) == level;
    const Edge occurred_high = in_occurred ? bdd_.high(occurred) : occurred;
    const Edge occurred_low = in_occurred ? bdd_.low(occurred) : occurred;
    const Edge f_high = in_f ? bdd_.high(f) : f;
    const Edge f_low = in_f ? bdd_.low(f) : f;
    Joint out;
    const auto add = [&](double chance, Joint part) {
      out.with += chance * part.with;
      out.against += chance * part.against;
    };
    add(variable.holds, of(occurred_high, f_high));
    if (variable.undone > 0) add(variable.undone, of(occurred_high, f_low));
    add(variable.nothing, of(occurred_low, f_low));
    known_.emplace(key, out);
    return out;
  }

  const Bdd& bdd_;
  std::span<const Outcome> variables_;
  std::size_t most_pairs_;
  std::unordered_map<std::uint64_t, Joint> known_;  // looked up only, never gone through
};

/// For a variable v of a module with function f let H be "the rest of some set with v has occurred". With the chances
/// that this goes together with f and with ¬f, given v and given ¬v, the answer for the whole follows from module to
/// module, downward.
class Unions {
 public:
  Unions(Diagrams& diagrams, const CutSets& sets, std::span<const double> probability, Limits& limits)
      : diagrams_(diagrams), sets_(sets), probability_(probability), limits_(limits) {}

  Result<std::optional<std::vector<double>>> run() {
    std::vector<double> out(probability_.size(), 0);
    // Where the top holds when nothing occurs, no event is in any set.
    if (diagrams_.top().flipped) return out;
    for (std::size_t m = 0; m + 1 < diagrams_.modules.size(); ++m) {
      TRY(const Outcome outcome, guarded(m, [&] { return outcome_of(m); }));
      if (too_large_) return std::nullopt;
      outcomes_.push_back(outcome);
    }
    std::vector<Joint> weight(diagrams_.modules.size());
    weight.back() = {1, 0};
    for (std::size_t m = diagrams_.modules.size(); m-- > 0;) {
      ModuleDiagram& module = diagrams_.modules[m];
      const auto variables = variables_of(module);
      for (std::uint32_t level = 0; level < module.variables.size(); ++level) {
        TRY(const Joint found, guarded(m, [&] { return within(m, level, variables, weight[m]); }));
        if (too_large_) return std::nullopt;
        const ModuleVariable variable = module.variables[level];
        if (variable.is_module) {
          weight[variable.index] = found;
        } else {
          out[variable.index] = probability_[variable.index] * found.with;
        }
      }
      module.bdd->release_cache();
    }
    return out;
  }

 private:
  static constexpr std::size_t most_new_nodes = 2'000'000;

  /// Runs one step with a bound on what it may add to the diagram of a module; notes when that was not enough.
  template <class Step>
  auto guarded(std::size_t m, Step&& step) -> Result<decltype(step())> {
    Bdd& bdd = *diagrams_.modules[m].bdd;
    bdd.table().set_node_limit(bdd.table().size() + most_new_nodes);
    const auto found = step();
    bdd.table().set_node_limit(NodeTable::none);
    if (bdd.table().stop() == Stop::node_limit) {
      bdd.table().clear_stop();
      too_large_ = true;
    }
    if (sets_.parts()[m].sets->table().stop() != Stop::none)
      return fail(limits_.error(sets_.parts()[m].sets->table().stop()));
    if (bdd.table().stop() != Stop::none) return fail(limits_.error(bdd.table().stop()));
    if (bdd.table().size() > 2 * diagrams_.modules[m].node_count + 100000) {
      const Edge keep[] = {diagrams_.modules[m].root};
      bdd.collect(keep);
    }
    return found;
  }

  std::vector<Outcome> variables_of(const ModuleDiagram& module) const {
    std::vector<Outcome> out;
    for (const ModuleVariable variable : module.variables)
      out.push_back(variable.is_module ? outcomes_[variable.index]
                                       : Outcome{probability_[variable.index], 0, 1 - probability_[variable.index]});
    return out;
  }

  /// How a module looks to the one that uses it.
  Outcome outcome_of(std::size_t m) {
    const ModuleDiagram& module = diagrams_.modules[m];
    Bdd& bdd = *module.bdd;
    const CutSets::Part& part = sets_.parts()[m];
    known_.clear();
    // Where more never helps, what has occurred holds.
    const Edge occurred = diagrams_.coherent ? module.root : union_of(*part.sets, part.root, bdd);
    if (occurred == Bdd::broken) return {};
    const auto variables = variables_of(module);
    JointChance joint(bdd, variables, most_new_nodes);
    const Joint both = joint.of(occurred, module.root);
    const double nothing = joint.of(Bdd::negated(occurred), Bdd::one).with;
    too_large_ = too_large_ || joint.too_many();
    return {both.with, both.against, nothing};
  }

  Joint within(std::size_t m, std::uint32_t level, const std::vector<Outcome>& variables, Joint above) {
    const ModuleDiagram& module = diagrams_.modules[m];
    Bdd& bdd = *module.bdd;
    Zbdd& sets = *sets_.parts()[m].sets;
    known_.clear();
    rests_.clear();
    const Edge rest = union_of(sets, rests_with(sets, sets_.parts()[m].root, level), bdd);
    const Edge given = cofactor(bdd, module.root, level, true);
    const Edge without = cofactor(bdd, module.root, level, false);
    if (rest == Bdd::broken || given == Bdd::broken || without == Bdd::broken) return {};
    JointChance joint(bdd, variables, most_new_nodes);
    const Joint one = joint.of(rest, given);
    const Joint zero = joint.of(rest, without);
    too_large_ = too_large_ || joint.too_many();
    return {above.with * one.with + above.against * one.against, above.with * zero.with + above.against * zero.against};
  }

  /// The rests of the sets with the variable at this level, still with the variables above it.
  Family rests_with(Zbdd& sets, Family family, std::uint32_t level) {
    if (family == Zbdd::broken) return Zbdd::broken;
    if (Zbdd::terminal(family) || sets.level(family) > level) return Zbdd::none;
    if (sets.level(family) == level) return sets.high(family);
    if (const auto found = rests_.find(family); found != rests_.end()) return found->second;
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
    cofactors_.clear();
    return cofactor_below(bdd, f, level, value);
  }
  Edge cofactor_below(Bdd& bdd, Edge f, std::uint32_t level, bool value) {
    if (f == Bdd::broken || bdd.constant(f) || bdd.level(f) > level) return f;
    if (bdd.level(f) == level) return value ? bdd.high(f) : bdd.low(f);
    if (const auto found = cofactors_.find(f); found != cofactors_.end()) return found->second;
    const Edge high = cofactor_below(bdd, bdd.high(f), level, value);
    const Edge out = bdd.make(bdd.level(f), high, cofactor_below(bdd, bdd.low(f), level, value));
    cofactors_.emplace(f, out);
    return out;
  }

  Diagrams& diagrams_;
  const CutSets& sets_;
  std::span<const double> probability_;
  Limits& limits_;
  std::vector<Outcome> outcomes_;  ///< by module
  bool too_large_ = false;
  // Looked up only, never gone through.
  std::unordered_map<Family, Edge> known_;
  std::unordered_map<Edge, Edge> cofactors_;
  std::unordered_map<Family, Family> rests_;
};

}  // namespace

Result<std::optional<std::vector<double>>> set_occurrence(Diagrams& diagrams, const CutSets& sets,
                                                          std::span<const double> probability, Limits& limits) {
  return Unions(diagrams, sets, probability, limits).run();
}

}  // namespace veer::faulttree
