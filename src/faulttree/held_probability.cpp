#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "faulttree/diagrams.hpp"
#include "faulttree/held_view.hpp"

namespace veer::faulttree {

namespace {

using cascade::Tick;

constexpr std::size_t words = region::quantile_count;
constexpr double most_played = 3e8;             ///< combinations of a chain that is played minute by minute
constexpr std::size_t most_tabled = 1U << 19U;  ///< entries of one table
constexpr std::size_t block = 128;              ///< inner values worked out together

/// Words of a group among which no slot of the cone tells a difference (or that are taken together).
struct WordClass {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] double chance() const { return static_cast<double>(end - begin) / static_cast<double>(words); }
};

/// The distinct causes of a cone and the groups that more than one of their draws follow.
struct Problem {
  std::vector<const HeldCause*> kinds;  ///< distinct causes
  std::vector<std::uint32_t> kind_of;   ///< by cause of the cone
  std::vector<std::int32_t> groups;     ///< of the program; the one with most classes last
  std::vector<std::vector<WordClass>> classes;
  bool exact = true;

  [[nodiscard]] std::int32_t place(std::int32_t group) const {
    const auto found = std::find(groups.begin(), groups.end(), group);
    return found == groups.end() || group < 0 ? -1 : static_cast<std::int32_t>(found - groups.begin());
  }
  [[nodiscard]] double cells() const {
    double out = 1;
    for (const auto& of_group : classes) out *= static_cast<double>(of_group.size());
    return out;
  }
};

bool alike(const HeldCause& a, const HeldCause& b) {
  return a.kind == b.kind && a.simple == b.simple && a.stock_count == b.stock_count && a.has_runner == b.has_runner &&
         a.delay == b.delay && a.kinds == b.kinds && a.delays == b.delays && a.slots == b.slots;
}

template <class Visit>
void each_slot(const Problem& problem, std::int32_t group, Visit&& visit) {
  for (const HeldCause* cause : problem.kinds)
    for (const HeldSlot& slot : cause->slots)
      if (slot.group == group) visit(slot);
}

std::vector<WordClass> classes_of(const Problem& problem, std::int32_t group) {
  std::vector<WordClass> out;
  for (std::size_t word = 0; word < words; ++word) {
    bool differs = word == 0;
    each_slot(problem, group,
              [&](const HeldSlot& slot) { differs = differs || slot.at_word(word) != slot.at_word(word - 1); });
    if (differs) out.push_back({word, word});
    out.back().end = word + 1;
  }
  return out;
}

/// The widest class after joining neighbours, in minutes.
Tick width_when_joined(const Problem& problem, std::size_t place) {
  Tick out = 0;
  const auto& classes = problem.classes[place];
  for (std::size_t i = 0; i + 1 < classes.size(); i += 2)
    each_slot(problem, problem.groups[place], [&](const HeldSlot& slot) {
      out = std::max(out, slot.at_word(classes[i + 1].end - 1) - slot.at_word(classes[i].begin));
    });
  return out;
}

/// Joins neighbouring classes, where the minutes that are taken together are fewest, until there are few enough.
void coarsen(Problem& problem, std::size_t most_cells) {
  constexpr std::size_t few = 4;  // where a minute may decide: these stay apart
  while (problem.cells() > static_cast<double>(most_cells)) {
    std::size_t chosen = problem.groups.size();
    Tick least = cascade::never;
    for (std::size_t place = 0; place < problem.groups.size(); ++place) {
      if (problem.classes[place].size() <= few) continue;
      const Tick width = width_when_joined(problem, place);
      if (width < least) {
        least = width;
        chosen = place;
      }
    }
    if (chosen == problem.groups.size()) return;
    std::vector<WordClass> joined;
    for (std::size_t i = 0; i < problem.classes[chosen].size(); i += 2) {
      joined.push_back(problem.classes[chosen][i]);
      if (i + 1 < problem.classes[chosen].size()) joined.back().end = problem.classes[chosen][i + 1].end;
    }
    problem.classes[chosen] = std::move(joined);
    problem.exact = false;
  }
}

Problem problem_of(const HeldCone& cone, std::size_t most_cells) {
  Problem out;
  std::map<std::int32_t, std::size_t> uses;
  for (const HeldCause& cause : cone.causes) {
    for (const HeldSlot& slot : cause.slots)
      if (slot.group >= 0) ++uses[slot.group];
    const auto known =
        std::find_if(out.kinds.begin(), out.kinds.end(), [&](const HeldCause* other) { return alike(cause, *other); });
    out.kind_of.push_back(static_cast<std::uint32_t>(known - out.kinds.begin()));
    if (known == out.kinds.end()) out.kinds.push_back(&cause);
  }
  for (const auto& [group, count] : uses)
    if (count > 1) out.groups.push_back(group);
  for (const std::int32_t group : out.groups) out.classes.push_back(classes_of(out, group));
  coarsen(out, most_cells);
  if (!out.groups.empty()) {
    std::size_t largest = 0;
    for (std::size_t i = 1; i < out.groups.size(); ++i)
      if (out.classes[i].size() > out.classes[largest].size()) largest = i;
    std::swap(out.groups[largest], out.groups.back());
    std::swap(out.classes[largest], out.classes.back());
  }
  return out;
}

/// The chance of one cause as a function of the values of the shared groups: a sum over which of its draws follow.
class SharedCause {
 public:
  SharedCause(const Problem& problem, const HeldCause& cause, bool worst) : problem_(&problem), cause_(&cause) {
    for (std::size_t i = 0; i < cause.slots.size(); ++i) {
      places_.push_back(problem.place(cause.slots[i].group));
      std::vector<Tick> values;
      if (places_[i] >= 0)
        for (const WordClass& words_of : problem.classes[static_cast<std::size_t>(places_[i])])
          values.push_back(
              cause.slots[i].at_word(worst == cause.slots[i].high_is_bad ? words_of.end - 1 : words_of.begin));
      values_.push_back(std::move(values));
    }
    depends_.assign(problem.groups.size(), false);
    for (const std::int32_t place : places_)
      if (place >= 0) depends_[static_cast<std::size_t>(place)] = true;
    add_patterns(0, 1.0, std::vector<bool>(cause.slots.size(), false));
  }

  Done prepare() {
    for (Pattern& pattern : patterns_) {
      if (pattern.chance.cost() * static_cast<double>(pattern.size) > most_played)
        return fail({ErrorKind::unsupported, {"faulttree.held.chain", {std::to_string(cause_->index)}}, {}, {}});
      if (pattern.size <= most_tabled) fill(pattern);
    }
    return {};
  }

  [[nodiscard]] bool depends(std::size_t place) const { return depends_[place]; }

  /// Adds nothing up: writes the chances for all values of the last group. @param at  class of each group but the last
  void row(std::vector<std::uint32_t>& at, std::span<double> out) {
    std::fill(out.begin(), out.end(), 0.0);
    const std::size_t last = problem_->groups.size() - 1;
    for (Pattern& pattern : patterns_) {
      const bool along = std::find(pattern.dims.begin(), pattern.dims.end(), last) != pattern.dims.end();
      for (std::uint32_t lane = 0; lane < out.size(); ++lane) {
        at[last] = lane;
        const double value =
            pattern.weight * (pattern.table.empty() ? play(pattern, at) : pattern.table[index(pattern, at)]);
        if (!along) {
          for (double& one : out) one += value;
          break;
        }
        out[lane] += value;
      }
    }
  }

  [[nodiscard]] double alone() { return patterns_.front().weight * play(patterns_.front(), {}); }

 private:
  struct Pattern {
    double weight = 1;
    std::vector<bool> given;
    std::vector<std::size_t> dims;  ///< groups it depends on
    std::size_t size = 1;           ///< combinations of their classes
    CauseChance chance;
    std::vector<double> table;
  };

  void add_patterns(std::size_t slot, double weight, const std::vector<bool>& given) {
    if (slot == places_.size()) {
      Pattern pattern{weight, given, {}, 1, CauseChance(*cause_, given), {}};
      for (std::size_t i = 0; i < given.size(); ++i) {
        if (!given[i]) continue;
        const auto place = static_cast<std::size_t>(places_[i]);
        if (std::find(pattern.dims.begin(), pattern.dims.end(), place) != pattern.dims.end()) continue;
        pattern.dims.push_back(place);
        pattern.size *= problem_->classes[place].size();
      }
      patterns_.push_back(std::move(pattern));
      return;
    }
    const double follow = places_[slot] < 0 ? 0 : cause_->slots[slot].follow;
    if (follow < 1) add_patterns(slot + 1, weight * (1 - follow), given);
    if (follow > 0) {
      auto with = given;
      with[slot] = true;
      add_patterns(slot + 1, weight * follow, with);
    }
  }

  [[nodiscard]] std::size_t index(const Pattern& pattern, const std::vector<std::uint32_t>& at) const {
    std::size_t out = 0;
    for (const std::size_t place : pattern.dims) out = out * problem_->classes[place].size() + at[place];
    return out;
  }

  double play(Pattern& pattern, const std::vector<std::uint32_t>& at) {
    now_.assign(places_.size(), 0);
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (pattern.given[i]) now_[i] = values_[i][at[static_cast<std::size_t>(places_[i])]];
    return pattern.chance(now_);
  }

  void fill(Pattern& pattern) {
    std::vector<std::uint32_t> at(problem_->groups.size(), 0);
    pattern.table.resize(pattern.size);
    for (std::size_t i = 0; i < pattern.size; ++i) {
      std::size_t rest = i;
      for (auto it = pattern.dims.rbegin(); it != pattern.dims.rend(); ++it) {
        at[*it] = static_cast<std::uint32_t>(rest % problem_->classes[*it].size());
        rest /= problem_->classes[*it].size();
      }
      pattern.table[i] = play(pattern, at);
    }
  }

  const Problem* problem_;
  const HeldCause* cause_;
  std::vector<std::int32_t> places_;       ///< by slot: of its group among the shared ones; −1: its own word
  std::vector<std::vector<Tick>> values_;  ///< by slot, by class of its group
  std::vector<bool> depends_;
  std::vector<Pattern> patterns_;
  std::vector<Tick> now_;
};

/// The diagrams of a function as one list of nodes, worked out for a row of probabilities at a time.
class FlatDiagram {
 public:
  explicit FlatDiagram(const Diagrams& diagrams) {
    std::vector<std::uint32_t> module_node;  // value of each module; its flip is that of its edge
    for (const ModuleDiagram& module : diagrams.modules) {
      std::map<std::uint32_t, std::uint32_t> place{{0, 0}};
      const Edge roots[] = {module.root};
      auto nodes = module.bdd->nodes_below(roots);
      std::reverse(nodes.begin(), nodes.end());
      const auto edge = [&](Edge f) { return place.at(Bdd::index(f)) << 1U | (Bdd::complemented(f) ? 1U : 0U); };
      for (const std::uint32_t node : nodes) {
        const DiagramNode& shape = module.bdd->table()[node];
        const ModuleVariable variable = module.variables[shape.level];
        Node made{variable.is_module, variable.is_module ? module_node[variable.index] : variable.index,
                  edge(shape.high), edge(shape.low)};
        nodes_.push_back(made);
        place[node] = static_cast<std::uint32_t>(nodes_.size());
      }
      module_node.push_back(edge(module.root));
    }
    top_ = module_node.back() ^ (diagrams.top().flipped ? 1U : 0U);
    value_.resize((nodes_.size() + 1) * block);
    std::fill_n(value_.begin(), block, 1.0);
  }

  /// Σ weight[i] · P(top with the probabilities of lane i). @param row  row(variable) is the row of an event
  template <class Row>
  double sum(std::span<const double> weights, Row&& row) {
    double out = 0;
    for (std::size_t from = 0; from < weights.size(); from += block) {
      const std::size_t count = std::min(block, weights.size() - from);
      for (std::size_t n = 0; n < nodes_.size(); ++n) work_out(n, from, count, row);
      for (std::size_t i = 0; i < count; ++i) out += weights[from + i] * at(top_, i);
    }
    return out;
  }

  [[nodiscard]] std::string text() const {
    std::string out = std::to_string(top_);
    for (const Node& node : nodes_)
      out += fmt::format(";{}{},{},{}", node.is_edge ? "e" : "v", node.variable, node.high, node.low);
    return out;
  }

 private:
  struct Node {
    bool is_edge = false;        ///< the variable is the value of a module
    std::uint32_t variable = 0;  ///< event, or edge
    std::uint32_t high = 0;      ///< place · 2 + complemented; place 0 is the constant one
    std::uint32_t low = 0;
  };
  [[nodiscard]] double at(std::uint32_t edge, std::size_t lane) const {
    const double value = value_[(edge >> 1U) * block + lane];
    return (edge & 1U) != 0 ? 1 - value : value;
  }

  template <class Row>
  void work_out(std::size_t n, std::size_t from, std::size_t count, Row&& row) {
    const Node& node = nodes_[n];
    const double* high = &value_[(node.high >> 1U) * block];
    const double* low = &value_[(node.low >> 1U) * block];
    const double* chance = node.is_edge ? &value_[(node.variable >> 1U) * block] : &row(node.variable)[from];
    double* out = &value_[(n + 1) * block];
    // Complements as a + b·x, so that the loop has no branches.
    const auto flip = [](std::uint32_t edge) {
      return (edge & 1U) != 0 ? std::array<double, 2>{1.0, -1.0} : std::array<double, 2>{0.0, 1.0};
    };
    const auto [ha, hb] = flip(node.high);
    const auto [la, lb] = flip(node.low);
    const auto [pa, pb] = node.is_edge ? flip(node.variable) : std::array<double, 2>{0.0, 1.0};
    for (std::size_t i = 0; i < count; ++i) {
      const double p = pa + pb * chance[i];
      out[i] = p * (ha + hb * high[i]) + (1 - p) * (la + lb * low[i]);
    }
  }

  std::vector<Node> nodes_;
  std::uint32_t top_ = 0;
  std::vector<double> value_;
};

/// Sums over all combinations of classes of the shared groups; the last group is the row.
Result<double> total(const Problem& problem, FlatDiagram& diagram, bool worst, Limits& limits) {
  std::vector<SharedCause> causes;
  for (const HeldCause* cause : problem.kinds) causes.emplace_back(problem, *cause, worst);
  for (SharedCause& cause : causes) TRY_DONE(cause.prepare());
  std::vector<std::vector<double>> rows(causes.size());
  const auto row_of = [&](std::uint32_t event) -> const std::vector<double>& { return rows[problem.kind_of[event]]; };
  if (problem.groups.empty()) {
    for (std::size_t c = 0; c < causes.size(); ++c) rows[c] = {causes[c].alone()};
    const double one[] = {1.0};
    return diagram.sum(one, row_of);
  }
  const std::size_t outer = problem.groups.size() - 1;
  for (auto& row : rows) row.resize(problem.classes.back().size());
  std::vector<std::uint32_t> at(problem.groups.size(), 0);
  std::vector<double> weights(problem.classes.back().size());
  std::vector<bool> changed(problem.groups.size(), true);
  double out = 0;
  while (true) {
    if (limits.stop_asked_now()) return fail(limits.error(Stop::asked));
    double weight = 1;
    for (std::size_t g = 0; g < outer; ++g) weight *= problem.classes[g][at[g]].chance();
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = weight * problem.classes.back()[i].chance();
    for (std::size_t c = 0; c < causes.size(); ++c) {
      bool stale = false;
      for (std::size_t g = 0; g <= outer; ++g) stale = stale || (changed[g] && causes[c].depends(g));
      if (stale || changed[outer]) causes[c].row(at, rows[c]);
    }
    out += diagram.sum(weights, row_of);
    std::fill(changed.begin(), changed.end(), false);
    std::size_t g = outer;
    while (g > 0) {
      --g;
      changed[g] = true;
      if (++at[g] < problem.classes[g].size()) break;
      at[g] = 0;
      if (g == 0) return out;
    }
    if (outer == 0) return out;
  }
}

}  // namespace

Result<HeldProbability> held_probability(const HeldCone& cone, Limits& limits, std::size_t most_cells) {
  if (cone.verdict != HeldCone::Verdict::open) {
    const double known = cone.verdict == HeldCone::Verdict::certain ? 1 : 0;
    return HeldProbability{known, known, true};
  }
  TRY(const Diagrams diagrams, build_diagrams(cone.circuit, limits));
  FlatDiagram diagram(diagrams);
  const Problem problem = problem_of(cone, most_cells);
  TRY(const double high, total(problem, diagram, true, limits));
  if (problem.exact) return HeldProbability{high, high, true};
  TRY(const double low, total(problem, diagram, false, limits));
  return HeldProbability{low, high, false};
}

std::string held_signature(const HeldCone& cone) {
  std::string out = cone.verdict == HeldCone::Verdict::open ? "open" : "closed";
  out += fmt::format("|{}", cone.circuit.top.bits());
  for (const CircuitGate& gate : cone.circuit.gates) {
    out += fmt::format("|{}:{}", static_cast<int>(gate.kind), gate.least);
    for (const Ref input : gate.inputs) out += fmt::format(",{}", input.bits());
  }
  for (const HeldCause& cause : cone.causes) {
    out += fmt::format("|{}:{}:{}:{}:{}:{}", cause.horizon, static_cast<int>(cause.kind), cause.simple,
                       cause.stock_count, cause.has_runner, cause.delay);
    for (std::size_t i = 0; i < cause.kinds.size(); ++i)
      out += fmt::format(";{},{}", static_cast<int>(cause.kinds[i]), cause.delays[i]);
    for (const HeldSlot& slot : cause.slots) {
      out += fmt::format(";{},{},{},{},{}", slot.group, slot.follow, slot.high_is_bad, slot.least, slot.own.size());
      // A table ascends, so how its values are spread says all of it.
      for (const auto& [value, chance] : slot.own) {
        const auto bytes = std::bit_cast<std::array<char, sizeof(double)>>(chance);
        out.append(bytes.data(), bytes.size());
        const auto minutes = std::bit_cast<std::array<char, sizeof(Tick)>>(value);
        out.append(minutes.data(), minutes.size());
      }
    }
  }
  return out;
}

}  // namespace veer::faulttree
