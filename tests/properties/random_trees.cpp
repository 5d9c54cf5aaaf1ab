#include "properties/random_trees.hpp"

#include <random>
#include <string>

namespace veer::test {

using faulttree::Connective;
using faulttree::Gate;
using faulttree::Input;
using faulttree::InputKind;
using faulttree::Model;

namespace {

class Drawing {
 public:
  Drawing(std::uint64_t number, bool coherent) : random_(number), coherent_(coherent) {}

  Model run(std::size_t most_events) {
    const std::size_t events = 1 + below(most_events);
    for (std::size_t e = 0; e < events; ++e)
      model_.basic_events.push_back({"e" + std::to_string(e), model_.expressions.add_number(probability()), 1, 0});
    for (int h = 0; h < 2; ++h) model_.house_events.push_back({"h" + std::to_string(h), below(2) == 0});
    const std::size_t gates = 1 + below(events + 3);
    for (std::size_t g = 0; g < gates; ++g) add_gate(g + 1 == gates);
    return std::move(model_);
  }

 private:
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  double probability() {
    switch (below(12)) {
      case 0:
        return 0;
      case 1:
        return 1;
      case 2:
        return 1e-9;
      default:
        return static_cast<double>(1 + below(999)) / 1000;
    }
  }

  Input input(bool newest) {
    const std::size_t gates = model_.gates.size();
    if (newest && gates > 0) return {InputKind::gate, static_cast<std::uint32_t>(gates - 1)};
    const std::size_t what = below(40);
    if (what == 0) return {InputKind::constant, static_cast<std::uint32_t>(below(2))};
    if (what == 1) return {InputKind::house_event, static_cast<std::uint32_t>(below(2))};
    if (what < 18 && gates > 0) return {InputKind::gate, static_cast<std::uint32_t>(below(gates))};
    return {InputKind::basic_event, static_cast<std::uint32_t>(below(model_.basic_events.size()))};
  }

  void add_gate(bool top) {
    static constexpr Connective monotone[] = {Connective::and_, Connective::or_,     Connective::and_,
                                              Connective::or_,  Connective::atleast, Connective::pass};
    static constexpr Connective others[] = {Connective::not_,       Connective::xor_, Connective::nand,
                                            Connective::nor,        Connective::iff,  Connective::imply,
                                            Connective::cardinality};
    Gate gate;
    gate.name = top ? "top" : below(4) == 0 ? "" : "g" + std::to_string(model_.gates.size());
    gate.connective = coherent_ || below(2) == 0 ? monotone[below(6)] : others[below(7)];
    std::size_t count = 1 + below(5);
    if (gate.connective == Connective::pass || gate.connective == Connective::not_) count = 1;
    if (gate.connective == Connective::iff || gate.connective == Connective::imply) count = 2;
    if (gate.connective == Connective::xor_) count = 2 + below(2);
    for (std::size_t i = 0; i < count; ++i) gate.inputs.push_back(input(i == 0 && (top || below(2) == 0)));
    if (gate.connective == Connective::atleast) gate.least = static_cast<std::uint32_t>(1 + below(count));
    if (gate.connective == Connective::cardinality) {
      gate.least = static_cast<std::uint32_t>(below(count + 1));
      gate.most = static_cast<std::uint32_t>(gate.least + below(count + 1 - gate.least));
    }
    model_.gates.push_back(std::move(gate));
  }

  std::mt19937_64 random_;
  bool coherent_;
  Model model_;
};

bool join(const Gate& gate, std::size_t held, bool first, bool second) {
  const std::size_t all = gate.inputs.size();
  switch (gate.connective) {
    case Connective::pass:
      return held == 1;
    case Connective::not_:
      return held == 0;
    case Connective::and_:
      return held == all;
    case Connective::or_:
      return held > 0;
    case Connective::atleast:
      return held >= gate.least;
    case Connective::cardinality:
      return held >= gate.least && held <= gate.most;
    case Connective::xor_:
      return held % 2 == 1;
    case Connective::nand:
      return held < all;
    case Connective::nor:
      return held == 0;
    case Connective::iff:
      return held != 1;
    case Connective::imply:
      return !first || second;
  }
  return false;
}

}  // namespace

Model random_tree(std::uint64_t number, std::size_t most_events, bool coherent) {
  return Drawing(number, coherent).run(most_events);
}

std::vector<bool> truth_table(const Model& model, std::uint32_t gate) {
  const std::size_t states = std::size_t{1} << model.basic_events.size();
  std::vector<bool> out(states);
  std::vector<char> value(model.gates.size());
  for (std::size_t state = 0; state < states; ++state) {
    // The gates of a random tree use only gates before them.
    for (std::size_t g = 0; g < model.gates.size(); ++g) {
      std::size_t held = 0;
      bool first = false;
      bool second = false;
      for (std::size_t i = 0; i < model.gates[g].inputs.size(); ++i) {
        const Input input = model.gates[g].inputs[i];
        const bool holds = input.kind == InputKind::gate          ? value[input.index] != 0
                           : input.kind == InputKind::basic_event ? (state >> input.index & 1U) != 0
                           : input.kind == InputKind::house_event ? model.house_events[input.index].state
                                                                  : input.index == 1;
        held += holds ? 1U : 0U;
        if (i == 0) first = holds;
        if (i == 1) second = holds;
      }
      value[g] = join(model.gates[g], held, first, second) ? 1 : 0;
    }
    out[state] = value[gate] != 0;
  }
  return out;
}

}  // namespace veer::test
