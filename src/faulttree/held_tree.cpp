#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "faulttree/held_alone.hpp"
#include "faulttree/held_chance.hpp"
#include "faulttree/held_view.hpp"

namespace veer::faulttree {

namespace {

using cascade::Component;
using cascade::Program;

/// A part of a cause that may fail, with its chance given those before it.
struct Part {
  HeldEventKind kind = HeldEventKind::chain;
  std::uint32_t backup = HeldEvent::none;
  double chance = 0;
  std::int32_t group = -1;
  double follow = 0;
};

struct ChainTree {
  bool certain_start = false;  ///< the runner fails whatever its parts do
  std::optional<Part> stock, no_start, breaks, dry, late;
};

std::optional<Part> part(HeldEventKind kind, std::uint32_t backup, double chance, const HeldSlot* slot) {
  if (chance <= 0) return std::nullopt;
  Part out{kind, backup, std::min(1.0, chance), -1, 0};
  if (slot != nullptr && slot->group >= 0) {
    out.group = slot->group;
    out.follow = slot->follow;
  }
  return out;
}

ChainTree parts_by_backup(const HeldCause& cause) {
  ChainTree out;
  const ChainParts chances = parts_of(cause);
  if (cause.stock_count > 0) {
    // Of several stocks the one that may last longest speaks for them all.
    std::size_t longest = 0;
    for (std::size_t i = 1; i < cause.stock_count; ++i)
      if (cause.slots[i].best() > cause.slots[longest].best()) longest = i;
    out.stock = part(HeldEventKind::short_stock, cause.backups[longest], chances.short_of_stock, &cause.slots[longest]);
  }
  if (!cause.has_runner) return out;
  const std::uint32_t runner = cause.backups.back();
  out.no_start = part(HeldEventKind::no_start, runner, chances.no_start, nullptr);
  out.breaks = part(HeldEventKind::breaks, runner, chances.breaks, &cause.runner(HeldCause::run));
  out.dry = part(HeldEventKind::dry, runner, chances.dry, &cause.runner(HeldCause::tank));
  out.late = part(HeldEventKind::late, runner, chances.late, &cause.runner(HeldCause::from));
  return out;
}

/// Turns the parts of all causes into events: those whose group is shared become steps of the group's number.
class TreeBuilder {
 public:
  TreeBuilder(const Program& program, const HeldCone& cone, AloneChances& alone)
      : program_(program), cone_(cone), alone_(alone) {}

  HeldTree run() {
    std::vector<ChainTree> chains;
    for (const HeldCause& cause : cone_.causes) chains.push_back(cause.simple ? parts_by_backup(cause) : whole(cause));
    for (const ChainTree& chain : chains)
      for (const auto* one : {&chain.stock, &chain.no_start, &chain.breaks, &chain.dry, &chain.late})
        if (*one && (*one)->group >= 0 && (*one)->chance < 1) ++users_[(*one)->group];
    for (std::size_t i = 0; i < chains.size(); ++i) announce(cone_.causes[i], chains[i]);
    lay_out_steps();
    const auto write = [&](Circuit& circuit, bool all_follow) {
      circuit.event_count = static_cast<std::uint32_t>(out_.events.size());
      circuit_ = &circuit;
      all_follow_ = all_follow;
      std::vector<Ref> causes;
      for (std::size_t i = 0; i < chains.size(); ++i) causes.push_back(function_of(i, chains[i]));
      copy(causes);
    };
    write(out_.tree.circuit, false);
    write(out_.sets, true);
    return std::move(out_);
  }

 private:
  using Key = std::pair<std::size_t, HeldEventKind>;  ///< cause and part

  /// A cause that is not taken apart: its chance when nothing else follows its groups.
  ChainTree whole(const HeldCause& cause) {
    const HeldEventKind kind = cause.kind == HeldCauseKind::hit         ? HeldEventKind::hit
                               : cause.kind == HeldCauseKind::breakdown ? HeldEventKind::own_failure
                                                                        : HeldEventKind::chain;
    ChainTree out;
    out.stock = part(kind, HeldEvent::none, chance_alone(cause), nullptr);
    return out;
  }

  double chance_alone(const HeldCause& cause) {
    if (cause.kind == HeldCauseKind::chain) return alone_(cause);
    CauseChance chance(cause, std::vector<bool>(cause.slots.size(), false));
    return chance(std::vector<cascade::Tick>(cause.slots.size(), 0));
  }

  [[nodiscard]] Component component_of(const HeldCause& cause) const {
    if (cause.kind == HeldCauseKind::hit) return program_.hits[cause.index].component;
    if (cause.kind == HeldCauseKind::breakdown) return program_.breakdowns[cause.index].component;
    return program_.need_component[cause.index];
  }

  std::uint32_t add(const HeldEvent& event, double chance, std::uint32_t weight) {
    out_.events.push_back(event);
    out_.tree.events.push_back({"event" + std::to_string(out_.events.size()), chance, weight});
    return static_cast<std::uint32_t>(out_.events.size() - 1);
  }

  [[nodiscard]] bool shared(const Part& one) const {
    return one.group >= 0 && one.chance < 1 && users_.at(one.group) > 1;
  }

  void announce(const HeldCause& cause, const ChainTree& chain) {
    for (const auto* one : {&chain.stock, &chain.no_start, &chain.breaks, &chain.dry, &chain.late}) {
      if (!*one || (*one)->chance >= 1) continue;
      const Key key{static_cast<std::size_t>(&cause - cone_.causes.data()), (*one)->kind};
      const std::uint32_t need = cause.kind == HeldCauseKind::chain ? cause.index : HeldEvent::none;
      HeldEvent event{(*one)->kind, component_of(cause), need, (*one)->backup, -1, 0};
      if (shared(**one)) {
        chances_[(*one)->group].insert((*one)->chance);
        subject_.try_emplace((*one)->group, event);
        follow_share_.try_emplace((*one)->group, (*one)->follow);
        if ((*one)->follow < 1) {
          event.kind = HeldEventKind::follows;
          follow_[key] = add(event, (*one)->follow, 0);
          event.kind = (*one)->kind;
        }
      }
      if (!shared(**one) || (*one)->follow < 1) own_[key] = add(event, (*one)->chance, 1);
    }
  }

  /// The shared number is bad enough for the most demanding part, given that for the next one, …
  void lay_out_steps() {
    for (const auto& [group, chances] : chances_) {
      double above = 1;
      for (auto it = chances.rbegin(); it != chances.rend(); ++it) {
        HeldEvent event = subject_.at(group);
        event.group = group;
        event.follow = follow_share_.at(group);
        event.step = static_cast<std::uint32_t>(steps_[group].size());
        steps_[group].emplace_back(*it, add(event, *it / above, event.step == 0 ? 1 : 0));
        above = *it;
      }
    }
  }

  Ref gate(GateKind kind, std::vector<Ref> inputs) {
    return inputs.size() == 1 ? inputs.front() : circuit_->add(kind, std::move(inputs));
  }
  static Ref event(std::uint32_t index) { return {Circuit::node_of_event(index), false}; }

  Ref function_of(std::size_t cause, const Part& one) {
    if (one.chance >= 1) return always;
    const Key key{cause, one.kind};
    if (!shared(one)) return event(own_.at(key));
    std::vector<Ref> steps;
    for (const auto& [chance, index] : steps_.at(one.group))
      if (chance >= one.chance) steps.push_back(event(index));
    const Ref common = gate(GateKind::all, steps);
    if (one.follow >= 1) return common;
    if (all_follow_) return gate(GateKind::any, {common, event(own_.at(key))});
    const Ref follows = event(follow_.at(key));
    const Ref by_group = gate(GateKind::all, {follows, common});
    const Ref by_itself = gate(GateKind::all, {!follows, event(own_.at(key))});
    return gate(GateKind::any, {by_group, by_itself});
  }

  Ref function_of(std::size_t cause, const ChainTree& chain) {
    std::vector<Ref> all;
    if (chain.stock) all.push_back(function_of(cause, *chain.stock));
    if (cone_.causes[cause].has_runner) {
      std::vector<Ref> ways;
      for (const auto* one : {&chain.no_start, &chain.breaks})
        if (*one) ways.push_back(function_of(cause, **one));
      if (chain.dry && chain.late)
        ways.push_back(gate(GateKind::all, {function_of(cause, *chain.dry), function_of(cause, *chain.late)}));
      all.push_back(ways.empty() ? never_true : gate(GateKind::any, ways));
    }
    return all.empty() ? never_true : gate(GateKind::all, all);
  }

  /// The function of the cone over the functions of its causes.
  void copy(const std::vector<Ref>& causes) {
    std::vector<Ref> made{always};
    made.insert(made.end(), causes.begin(), causes.end());
    for (const CircuitGate& old : cone_.circuit.gates) {
      std::vector<Ref> inputs;
      for (const Ref input : old.inputs) inputs.push_back(made[input.node()] ^ input.negative());
      made.push_back(circuit_->add(old.kind, inputs, old.least));
    }
    const Ref top = cone_.circuit.top;
    circuit_->top = made[top.node()] ^ top.negative();
  }

  const Program& program_;
  const HeldCone& cone_;
  AloneChances& alone_;
  HeldTree out_;
  Circuit* circuit_ = nullptr;  ///< that is being written
  bool all_follow_ = false;
  std::map<std::int32_t, std::size_t> users_;  ///< parts by group
  std::map<std::int32_t, std::set<double>> chances_;
  std::map<std::int32_t, HeldEvent> subject_;
  std::map<std::int32_t, double> follow_share_;
  std::map<std::int32_t, std::vector<std::pair<double, std::uint32_t>>> steps_;
  std::map<Key, std::uint32_t> own_, follow_;
};

}  // namespace

std::vector<double> HeldTree::set_chances() const {
  std::vector<double> out;
  for (std::size_t event = 0; event < events.size(); ++event)
    out.push_back(tree.events[event].probability *
                  (events[event].group >= 0 && events[event].step == 0 ? events[event].follow : 1.0));
  return out;
}

std::vector<std::uint32_t> HeldTree::shared_events() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t event = 0; event < events.size(); ++event)
    if (events[event].group >= 0) out.push_back(event);
  return out;
}

HeldTree HeldView::tree(const HeldCone& cone, Component component) const {
  HeldTree out = TreeBuilder(*program_, cone, *alone_).run();
  out.tree.name = "held";
  out.tree.top_name = "component" + std::to_string(component);
  return out;
}

}  // namespace veer::faulttree
