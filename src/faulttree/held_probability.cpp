#include "faulttree/held_probability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "faulttree/diagrams.hpp"
#include "faulttree/held_counts.hpp"

namespace veer::faulttree {

namespace {

using cascade::Tick;

constexpr std::size_t block = 128;                           ///< inner values worked out together
constexpr std::size_t most_entries = std::size_t{1} << 17U;  ///< of an array by numbers of causes

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

/// One pass over a cone: with every class of words, and every list of values that was shortened, at its worst or best.
class Pass {
 public:
  Pass(const SharedProblem& problem, const Diagrams& diagrams, double most_work, bool worst, EliminationMemory& memory,
       Limits& limits)
      : problem_(problem), diagrams_(diagrams), memory_(memory), limits_(limits), booked_(limits) {
    kinds_ = problem.kinds;
    for (HeldCause& cause : kinds_) shortened_ |= shorten_values(problem, cause, most_work, worst);
    for (const HeldCause& cause : kinds_) {
      causes_.emplace_back(problem, cause, worst);
      axis_of_kind_.push_back(causes_.back().depends() != 0 ? static_cast<std::int32_t>(most_.size()) : -1);
      if (causes_.back().depends() != 0) most_.push_back(problem.count_of[causes_.size() - 1]);
    }
    by_counts_ = problem.groups.size() <= Elimination::most_groups && Counts::entries(most_) <= most_entries;
  }

  [[nodiscard]] bool shortened() const { return shortened_; }
  [[nodiscard]] double preparation() const {
    double out = 0;
    for (const SharedCause& cause : causes_) out += cause.preparation();
    return out;
  }

  /// Fills the tables and chooses a way. @returns  the work to be expected
  Result<double> prepare() {
    for (SharedCause& cause : causes_) {
      TRY_DONE(booked_.add(cause.bytes()));
      TRY_DONE(cause.prepare(limits_));
    }
    if (by_counts_) {
      elimination_.emplace(problem_, causes_, memory_);
      return elimination_->plan();
    }
    double cost = static_cast<double>(diagrams_.node_count());
    for (const SharedCause& cause : causes_) cost += cause.cost();
    return problem_.cells() * cost;
  }

  Result<double> run() {
    if (!by_counts_) return over_all_words();
    std::vector<std::int32_t> axis_of;
    std::vector<double> probability;
    const std::vector<std::uint32_t> nowhere(problem_.groups.size(), 0);
    std::vector<double> alone(causes_.size(), 0);
    for (std::size_t kind = 0; kind < causes_.size(); ++kind)
      if (axis_of_kind_[kind] < 0) alone[kind] = causes_[kind].chance(nowhere);
    for (const std::uint32_t kind : problem_.kind_of) {
      axis_of.push_back(axis_of_kind_[kind]);
      probability.push_back(alone[kind]);
    }
    TRY(const auto ways, ways_by_counts(diagrams_, axis_of, probability, most_.size(), most_entries, limits_));
    if (!ways) return over_all_words();
    // An event of which the function does not depend has no place in the diagrams: all its ways count.
    TRY(const double out, elimination_->sum(widened(*ways), axis_of_kind_, limits_));
    return out;
  }

 private:
  /// The ways over all causes of every kind: events that the diagrams do not hold may be chosen or not.
  [[nodiscard]] Counts widened(Counts ways) const {
    for (std::size_t axis = 0; axis < most_.size(); ++axis)
      while (ways.most[axis] < most_[axis]) ways = with_one_more(ways, axis);
    return ways;
  }
  static Counts with_one_more(const Counts& ways, std::size_t axis) {
    Counts out{ways.most, {}};
    ++out.most[axis];
    std::size_t inner = 1;
    for (std::size_t other = axis + 1; other < ways.most.size(); ++other) inner *= ways.most[other] + 1;
    const std::size_t length = ways.most[axis] + 1;
    out.value.assign(Counts::entries(out.most), 0);
    for (std::size_t i = 0; i < ways.value.size(); ++i) {
      const std::size_t outer = i / (inner * length);
      const std::size_t rest = i % (inner * length);
      out.value[outer * inner * (length + 1) + rest] += ways.value[i];
      out.value[outer * inner * (length + 1) + rest + inner] += ways.value[i];
    }
    return out;
  }

  /// Every combination of words: the diagram is worked out for each, a row of the widest group at a time.
  Result<double> over_all_words() {
    FlatDiagram diagram(diagrams_);
    std::size_t last = 0;
    for (std::size_t group = 1; group < problem_.groups.size(); ++group)
      if (problem_.classes[group].size() > problem_.classes[last].size()) last = group;
    std::vector<std::size_t> outer;
    for (std::size_t group = 0; group < problem_.groups.size(); ++group)
      if (group != last) outer.push_back(group);
    const std::size_t lanes = problem_.groups.empty() ? 1 : problem_.classes[last].size();
    std::vector<std::vector<double>> rows(causes_.size(), std::vector<double>(lanes));
    const auto row_of = [&](std::uint32_t event) -> const std::vector<double>& {
      return rows[problem_.kind_of[event]];
    };
    std::vector<std::uint32_t> at(problem_.groups.size(), 0);
    std::vector<double> weights(lanes, 1.0);
    std::uint32_t changed = ~0U;
    double out = 0;
    for (;;) {
      if (limits_.stop_asked_now()) return fail(limits_.error(Stop::asked));
      double weight = 1;
      for (const std::size_t group : outer) weight *= problem_.classes[group][at[group]].chance();
      for (std::size_t i = 0; i < lanes; ++i)
        weights[i] = problem_.groups.empty() ? weight : weight * problem_.classes[last][i].chance();
      for (std::size_t kind = 0; kind < causes_.size(); ++kind) {
        if (changed != ~0U && (causes_[kind].depends() & changed) == 0) continue;
        if (problem_.groups.empty() || (causes_[kind].depends() >> last & 1U) == 0) {
          std::fill(rows[kind].begin(), rows[kind].end(), causes_[kind].chance(at));
          continue;
        }
        causes_[kind].set_row(at, last);
        for (std::uint32_t lane = 0; lane < lanes; ++lane) rows[kind][lane] = causes_[kind].along(lane);
      }
      out += diagram.sum(weights, row_of);
      changed = 0;
      bool more = false;
      for (std::size_t i = outer.size(); i-- > 0 && !more;) {
        changed |= 1U << outer[i];
        more = ++at[outer[i]] < problem_.classes[outer[i]].size();
        if (!more) at[outer[i]] = 0;
      }
      if (!more) return std::clamp(out, 0.0, 1.0);
    }
  }

  const SharedProblem& problem_;
  const Diagrams& diagrams_;
  EliminationMemory& memory_;
  Limits& limits_;
  BookedBytes booked_;
  std::vector<HeldCause> kinds_;
  std::vector<SharedCause> causes_;
  std::vector<std::int32_t> axis_of_kind_;
  std::vector<std::uint32_t> most_;  ///< by axis: causes of the kind
  bool shortened_ = false;
  bool by_counts_ = false;
  std::optional<Elimination> elimination_;
};

/// Of the values of its causes, which are there three times: in the cone, by kind, and in a pass.
std::size_t bytes_of(const HeldCone& cone) {
  std::size_t out = 0;
  for (const HeldCause& cause : cone.causes)
    for (const HeldSlot& slot : cause.slots) out += sizeof(slot) + slot.own.size() * sizeof(slot.own[0]);
  return 3 * out;
}

void describe(const HeldCause& cause, std::string& out) {
  out += fmt::format("|{}:{}:{}:{}:{}:{}", cause.horizon, static_cast<int>(cause.kind), cause.simple, cause.stock_count,
                     cause.has_runner, cause.delay);
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

}  // namespace

std::string held_signature(const HeldCone& cone) {
  std::string out = cone.verdict == HeldCone::Verdict::open ? "open" : "closed";
  out += fmt::format("|{}", cone.circuit.top.bits());
  for (const CircuitGate& gate : cone.circuit.gates) {
    out += fmt::format("|{}:{}", static_cast<int>(gate.kind), gate.least);
    for (const Ref input : gate.inputs) out += fmt::format(",{}", input.bits());
  }
  for (const HeldCause& cause : cone.causes) describe(cause, out);
  return out;
}

std::string SharedCause::text() const {
  std::string out = worst_ ? "worst" : "best";
  describe(*cause_, out);
  return out;
}

Result<HeldProbability> HeldChances::operator()(const HeldCone& cone, Limits& limits) {
  if (cone.verdict != HeldCone::Verdict::open) {
    const double sure = cone.verdict == HeldCone::Verdict::certain ? 1 : 0;
    return HeldProbability{sure, sure, true};
  }
  const auto [known, fresh] = known_.try_emplace(held_signature(cone));
  if (!fresh && known->second) return *known->second;
  BookedBytes values(limits);
  TRY_DONE(values.add(bytes_of(cone)));
  TRY(const Diagrams diagrams, build_diagrams(cone.circuit, limits));
  SharedProblem problem = shared_problem(cone);
  constexpr std::size_t most_groups = 31;  // bits
  if (problem.groups.size() > most_groups)
    return fail({ErrorKind::unsupported,
                 {"faulttree.held.groups", {std::to_string(problem.groups.size()), std::to_string(most_groups)}},
                 {},
                 {}});
  for (;;) {
    Pass high(problem, diagrams, most_work_, true, memory_, limits);
    double work = 2 * high.preparation();
    if (work <= most_work_) {
      TRY(work, high.prepare());
    }
    // Every joining halves the work at best.
    bool joined = false;
    for (; work > most_work_; work /= 2) {
      if (!join_classes(problem)) break;
      joined = true;
    }
    if (joined) continue;
    if (2 * high.preparation() > most_work_) TRY_DONE(high.prepare());
    HeldProbability out;
    TRY(out.high, high.run());
    out.exact = problem.exact && !high.shortened();
    out.low = out.high;
    if (!out.exact) {
      Pass low(problem, diagrams, most_work_, false, memory_, limits);
      TRY_DONE(low.prepare());
      TRY(out.low, low.run());
    }
    known->second = out;
    return out;
  }
}

Result<HeldProbability> held_probability(const HeldCone& cone, Limits& limits, double most_work) {
  return HeldChances(most_work)(cone, limits);
}

}  // namespace veer::faulttree
