#include "faulttree/model.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "faulttree/common_cause.hpp"
#include "graph/strong_components.hpp"

namespace veer::faulttree {

namespace {

graph::Digraph uses_of(const std::vector<Gate>& gates) {
  graph::Digraph out;
  for (const Gate& gate : gates) {
    for (const Input input : gate.inputs)
      if (input.kind == InputKind::gate) out.targets.push_back(input.index);
    out.begin.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  return out;
}

/// Turns the part of a model below a top gate into a Tree.
class Resolver {
 public:
  /// @param clipped  null: a probability outside [0, 1] is an error
  Resolver(const Model& model, const std::vector<double>& values, std::size_t* clipped)
      : model_(model),
        values_(values),
        clipped_(clipped),
        event_(model.basic_events.size()),
        group_of_(model.basic_events.size(), none),
        gate_(model.gates.size()),
        needed_(model.gates.size(), 0) {
    for (std::size_t g = 0; g < model.groups.size(); ++g)
      for (const std::uint32_t member : model.groups[g].members) group_of_[member] = static_cast<std::uint32_t>(g);
  }

  Result<Tree> run(std::uint32_t top, const std::vector<std::uint32_t>& order) {
    needed_[top] = 1;
    for (auto it = order.rbegin(); it != order.rend(); ++it)
      if (needed_[*it] != 0)
        for (const Input input : model_.gates[*it].inputs)
          if (input.kind == InputKind::gate) needed_[input.index] = 1;
    // Events before gates: their numbers come first.
    for (const std::uint32_t g : order)
      if (needed_[g] != 0)
        for (const Input input : model_.gates[g].inputs)
          if (input.kind == InputKind::basic_event) TRY_DONE(add_event(input.index));
    tree_.circuit.event_count = static_cast<std::uint32_t>(tree_.events.size());
    for (const auto& [member, causes] : common_) event_[member] = any(causes);
    for (const std::uint32_t g : order)
      if (needed_[g] != 0) gate_[g] = resolve(model_.gates[g]);
    tree_.circuit.top = gate_[top];
    tree_.name = model_.name;
    tree_.top_name = model_.gates[top].name;
    return std::move(tree_);
  }

 private:
  static constexpr std::uint32_t none = 0xffffffffU;

  Result<Ref> new_event(std::string name, double probability, std::uint32_t weight, std::size_t line) {
    const bool fits = probability >= 0 && probability <= 1;
    if (!fits && clipped_ != nullptr) {
      probability = probability > 1 ? 1 : 0;
      ++*clipped_;
    } else if (!fits)
      return fail({ErrorKind::invalid_input,
                   {"faulttree.probability.range", {std::move(name), canonical_number(probability)}},
                   {model_.file, {}, line, {}},
                   {}});
    tree_.events.push_back({std::move(name), probability, weight});
    return Ref{Circuit::node_of_event(tree_.events.size() - 1), false};
  }

  Done add_event(std::uint32_t index) {
    if (event_[index]) return {};
    if (group_of_[index] != none) return add_group(model_.groups[group_of_[index]]);
    const BasicEvent& event = model_.basic_events[index];
    TRY(event_[index], new_event(event.name, values_[event.probability], event.order_weight, event.line));
    return {};
  }

  Done add_group(const CommonCauseGroup& group) {
    std::map<std::uint32_t, double> factors;
    for (const auto& [level, factor] : group.factors) factors.emplace(level, values_[factor]);
    auto failures = common_failures(group, values_[group.total], factors);
    if (!failures) {
      failures.error().place.file = model_.file;
      return fail(failures.error());
    }
    for (const CommonFailure& failure : *failures) {
      std::string name;
      for (const std::uint32_t member : failure.members)
        name += (name.empty() ? "" : " ") + model_.basic_events[group.members[member]].name;
      if (failure.members.size() > 1) name = "[" + name + "]";
      TRY(const Ref event, new_event(std::move(name), failure.probability, 1, group.line));
      for (const std::uint32_t member : failure.members) common_[group.members[member]].push_back(event);
    }
    for (const std::uint32_t member : group.members) event_[member] = never_true;  // until its causes are joined
    return {};
  }

  Ref any(const std::vector<Ref>& inputs) {
    return inputs.size() == 1 ? inputs.front() : tree_.circuit.add(GateKind::any, inputs);
  }

  Ref resolve(const Gate& gate) {
    std::vector<Ref> in;
    for (const Input input : gate.inputs) in.push_back(resolve(input));
    Circuit& circuit = tree_.circuit;
    switch (gate.connective) {
      case Connective::pass:
        return in[0];
      case Connective::not_:
        return !in[0];
      case Connective::and_:
        return circuit.add(GateKind::all, std::move(in));
      case Connective::nand:
        return !circuit.add(GateKind::all, std::move(in));
      case Connective::or_:
        return circuit.add(GateKind::any, std::move(in));
      case Connective::nor:
        return !circuit.add(GateKind::any, std::move(in));
      case Connective::atleast:
        return circuit.add(GateKind::atleast, std::move(in), gate.least);
      case Connective::cardinality: {
        const Ref enough = circuit.add(GateKind::atleast, in, gate.least);
        const Ref too_many = circuit.add(GateKind::atleast, std::move(in), gate.most + 1);
        return circuit.add(GateKind::all, {enough, !too_many});
      }
      case Connective::xor_:
        return circuit.add(GateKind::odd, std::move(in));
      case Connective::iff:
        return !circuit.add(GateKind::odd, std::move(in));
      case Connective::imply:
        return circuit.add(GateKind::any, {!in[0], in[1]});
    }
    return never_true;
  }

  Ref resolve(Input input) const {
    switch (input.kind) {
      case InputKind::gate:
        return gate_[input.index];
      case InputKind::basic_event:
        return *event_[input.index];
      case InputKind::house_event:
        return always ^ !model_.house_events[input.index].state;
      case InputKind::constant:
        return always ^ (input.index == 0);
    }
    return never_true;
  }

  const Model& model_;
  const std::vector<double>& values_;
  std::size_t* clipped_;
  Tree tree_;
  std::vector<std::optional<Ref>> event_;
  std::vector<std::uint32_t> group_of_;
  std::map<std::uint32_t, std::vector<Ref>> common_;  ///< by member of a group: the failures it takes part in
  std::vector<Ref> gate_;
  std::vector<char> needed_;
};

Result<std::uint32_t> find_top(const Model& model, const std::string& wanted) {
  const Place place{model.file, {}, 0, {}};
  if (!wanted.empty()) {
    std::vector<std::string> names;
    for (std::size_t g = 0; g < model.gates.size(); ++g) {
      if (model.gates[g].name == wanted) return static_cast<std::uint32_t>(g);
      if (!model.gates[g].name.empty()) names.push_back(model.gates[g].name);
    }
    const std::string near = nearest_word(wanted, names);
    return fail({ErrorKind::not_found,
                 {near.empty() ? "faulttree.top.unknown" : "faulttree.top.unknown_suggestion", {wanted, near}},
                 place,
                 {}});
  }
  const auto tops = top_events(model);
  if (tops.size() == 1) return find_top(model, tops.front());
  if (tops.empty()) return fail({ErrorKind::invalid_input, {"faulttree.top.none", {}}, place, {}});
  std::string list;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, tops.size()); ++i) list += (i == 0 ? "" : ", ") + tops[i];
  if (tops.size() > 5) list += ", …";
  return fail({ErrorKind::invalid_input, {"faulttree.top.several", {std::to_string(tops.size()), list}}, place, {}});
}

}  // namespace

GateOrder order_of_gates(const std::vector<Gate>& gates) {
  GateOrder out;
  const graph::Digraph uses = uses_of(gates);
  for (const auto& component : graph::strong_components(uses)) {
    const std::uint32_t first = component.front();
    const auto inputs = [&](std::uint32_t g) {
      return std::pair{uses.targets.begin() + uses.begin[g], uses.targets.begin() + uses.begin[g + 1]};
    };
    const auto [begin, end] = inputs(first);
    if (component.size() == 1 && std::find(begin, end, first) == end) {
      out.order.push_back(first);
      continue;
    }
    // Walk within the component until a gate comes back.
    std::vector<std::uint32_t> path{first};
    std::vector<bool> on_path(gates.size(), false);
    on_path[first] = true;
    for (;;) {
      const auto [from, to] = inputs(path.back());
      const std::uint32_t next = *std::find_if(
          from, to, [&](std::uint32_t g) { return std::binary_search(component.begin(), component.end(), g); });
      if (on_path[next]) {
        out.circle.assign(std::find(path.begin(), path.end(), next), path.end());
        out.circle.push_back(next);
        return out;
      }
      on_path[next] = true;
      path.push_back(next);
    }
  }
  return out;
}

std::vector<std::string> top_events(const Model& model) {
  std::vector<char> used(model.gates.size(), 0);
  for (const Gate& gate : model.gates)
    for (const Input input : gate.inputs)
      if (input.kind == InputKind::gate) used[input.index] = 1;
  std::vector<std::string> out;
  for (std::size_t g = 0; g < model.gates.size(); ++g)
    if (used[g] == 0 && !model.gates[g].name.empty()) out.push_back(model.gates[g].name);
  return out;
}

namespace {

Result<Tree> resolved(const Model& model, const Question& question, std::size_t* clipped) {
  TRY(const std::uint32_t top, find_top(model, question.top_event));
  const auto values = evaluate_all(model.expressions, question.mission_time_h, question.uniform);
  if (!values) {
    Error error = values.error();
    error.place.file = model.file;
    return fail(error);
  }
  const GateOrder order = order_of_gates(model.gates);
  ENSURE(order.circle.empty(), "a model has no circle of gates");
  return Resolver(model, *values, clipped).run(top, order.order);
}

}  // namespace

Result<Tree> to_tree(const Model& model, const Question& question) { return resolved(model, question, nullptr); }

Result<Tree> to_tree(const Model& model, const Question& question, std::size_t& clipped) {
  return resolved(model, question, &clipped);
}

}  // namespace veer::faulttree
