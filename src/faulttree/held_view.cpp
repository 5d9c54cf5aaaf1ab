#include "faulttree/held_view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "faulttree/held_alone.hpp"
#include "graph/strong_components.hpp"

namespace veer::faulttree {

using cascade::Component;
using cascade::Program;
using cascade::Tick;

namespace {

constexpr std::size_t most_gates = 2'000'000;

template <class Visit>
void each_need(const Program& program, Component component, Visit&& visit) {
  for (std::uint32_t need = program.need_begin[component]; need < program.need_begin[component + 1]; ++need)
    visit(need);
}

}  // namespace

HeldView::HeldView(const Program& program, Tick horizon)
    : program_(&program), horizon_(horizon), alone_(std::make_shared<AloneChances>()) {
  ENSURE(horizon > 0 && horizon <= program.horizon, "the held view looks no further than the scenario");
  for (std::uint32_t need = 0; need < program.need_count(); ++need) {
    const HeldCause cause = chain_cause(program, need, horizon);
    chains_.push_back(cause.certain() ? Chain::gives_out : cause.possible() ? Chain::open : Chain::carries);
  }
  own_.resize(program.component_count());
  hit_.assign(program.component_count(), 0);
  const auto strike = [&](Component component, HeldCause cause) {
    if (cause.certain()) hit_[component] = 1;
    if (cause.certain() || !cause.possible()) return;
    own_[component].push_back(static_cast<std::uint32_t>(struck_.size()));
    struck_.push_back(std::move(cause));
  };
  for (std::uint32_t i = 0; i < program.hits.size(); ++i)
    strike(program.hits[i].component, hit_cause(program, i, horizon));
  for (std::uint32_t i = 0; i < program.breakdowns.size(); ++i)
    strike(program.breakdowns[i].component, breakdown_cause(program, i, horizon));
  must_ = fixed_point(true);
  may_ = fixed_point(false);
}

/// Which components are down when everything that is open goes well (or badly): a worklist.
std::vector<char> HeldView::fixed_point(bool optimistic) const {
  const Program& program = *program_;
  std::vector<char> down(program.component_count(), 0);
  std::vector<std::int64_t> up(program.need_count());
  std::vector<Component> queue;
  const auto fall = [&](Component component) {
    if (down[component] != 0) return;
    down[component] = 1;
    queue.push_back(component);
  };
  const auto gives_out = [&](std::size_t need) {
    return optimistic ? chains_[need] == Chain::gives_out : chains_[need] != Chain::carries;
  };
  for (std::size_t need = 0; need < program.need_count(); ++need) {
    up[need] = static_cast<std::int64_t>(program.suppliers_of(need).size());
    if (up[need] < static_cast<std::int64_t>(program.need_k[need]) && gives_out(need))
      fall(program.need_component[need]);
  }
  for (Component c = 0; c < program.component_count(); ++c)
    if (hit_[c] != 0 || (!optimistic && !own_[c].empty())) fall(c);
  while (!queue.empty()) {
    const Component component = queue.back();
    queue.pop_back();
    for (std::uint32_t u = program.user_begin[component]; u < program.user_begin[component + 1]; ++u) {
      const std::uint32_t need = program.users[u];
      if (--up[need] < static_cast<std::int64_t>(program.need_k[need]) && gives_out(need))
        fall(program.need_component[need]);
    }
  }
  return down;
}

/// Collects what a component hangs on, and writes its function down; circles in as many rounds as they have members.
class HeldView::ConeBuilder {
 public:
  ConeBuilder(const HeldView& view, Component top) : view_(view), program_(*view.program_) { collect(top); }

  Result<HeldCone> run(Component top) {
    graph::Digraph arcs;
    for (const Component component : members_) {
      for (const HeldNode::Need& need : nodes_.at(component).needs)
        for (const Component supplier : need.suppliers) arcs.targets.push_back(place_.at(supplier));
      arcs.begin.push_back(static_cast<std::uint32_t>(arcs.targets.size()));
    }
    out_.circuit.event_count = static_cast<std::uint32_t>(out_.causes.size());
    down_.assign(members_.size(), never_true);
    for (const auto& knot : graph::strong_components(arcs)) {
      const bool circle = knot.size() > 1 || refers_to_itself(knot.front());
      for (std::size_t round = 0; round < (circle ? knot.size() : 1); ++round) {
        for (const std::uint32_t member : knot) down_[member] = function_of(nodes_.at(members_[member]));
        if (out_.circuit.gates.size() > most_gates)
          return fail({ErrorKind::unsupported,
                       {"faulttree.held.circle", {std::to_string(knot.size()), std::to_string(most_gates)}},
                       {},
                       {}});
      }
      for (const std::uint32_t member : knot) out_.nodes.push_back(nodes_.at(members_[member]));
    }
    out_.circuit.top = down_[place_.at(top)];
    const auto at = std::find_if(out_.nodes.begin(), out_.nodes.end(),
                                 [top](const HeldNode& node) { return node.component == top; });
    std::rotate(at, at + 1, out_.nodes.end());
    return std::move(out_);
  }

 private:
  void collect(Component top) {
    members_.push_back(top);
    place_[top] = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) nodes_[members_[i]] = node_of(members_[i]);
  }

  HeldNode node_of(Component component) {
    HeldNode out{component, {}, {}};
    for (const std::uint32_t own : view_.own_[component]) {
      out.causes.push_back(static_cast<std::uint32_t>(out_.causes.size()));
      out_.causes.push_back(view_.struck_[own]);
    }
    each_need(program_, component, [&](std::uint32_t need) { add_need(need, out); });
    return out;
  }

  void add_need(std::uint32_t need, HeldNode& node) {
    if (view_.chains_[need] == Chain::carries) return;
    HeldNode::Need out;
    out.need = need;
    out.chain_uncertain = view_.chains_[need] == Chain::open;
    const auto suppliers = program_.suppliers_of(need);
    std::int64_t spare = static_cast<std::int64_t>(suppliers.size()) - static_cast<std::int64_t>(program_.need_k[need]);
    for (const Component supplier : suppliers) {
      if (view_.must_[supplier] != 0) --spare;
      if (view_.must_[supplier] == 0 && view_.may_[supplier] != 0) out.suppliers.push_back(supplier);
    }
    if (spare >= static_cast<std::int64_t>(out.suppliers.size())) return;  // supplied whatever happens
    out.supply_lost = spare < 0;
    if (out.supply_lost) out.suppliers.clear();
    out.tolerated = static_cast<std::uint32_t>(std::max<std::int64_t>(0, spare));
    if (out.chain_uncertain) {
      chain_event_[need] = static_cast<std::uint32_t>(out_.causes.size());
      out_.causes.push_back(chain_cause(program_, need, view_.horizon_));
    }
    for (const Component supplier : out.suppliers)
      if (place_.emplace(supplier, static_cast<std::uint32_t>(members_.size())).second) members_.push_back(supplier);
    node.needs.push_back(std::move(out));
  }

  [[nodiscard]] bool refers_to_itself(std::uint32_t member) const {
    const HeldNode& node = nodes_.at(members_[member]);
    return std::any_of(node.needs.begin(), node.needs.end(), [&](const HeldNode::Need& need) {
      return std::find(need.suppliers.begin(), need.suppliers.end(), node.component) != need.suppliers.end();
    });
  }

  Ref event(std::uint32_t cause) const { return {Circuit::node_of_event(cause), false}; }

  Ref function_of(const HeldNode& node) {
    std::vector<Ref> ways;
    for (const std::uint32_t cause : node.causes) ways.push_back(event(cause));
    for (const HeldNode::Need& need : node.needs) {
      std::vector<Ref> both;
      if (need.chain_uncertain) both.push_back(event(chain_event_.at(need.need)));
      if (!need.supply_lost) {
        std::vector<Ref> lost;
        for (const Component supplier : need.suppliers)
          if (down_[place_.at(supplier)] != never_true) lost.push_back(down_[place_.at(supplier)]);
        if (lost.size() <= need.tolerated) continue;
        both.push_back(gate(GateKind::atleast, std::move(lost), need.tolerated + 1));
      }
      ways.push_back(gate(GateKind::all, std::move(both)));
    }
    if (ways.empty()) return never_true;
    return gate(GateKind::any, std::move(ways));
  }

  /// The gate, or one that is already there.
  Ref gate(GateKind kind, std::vector<Ref> inputs, std::uint32_t least = 0) {
    if (kind == GateKind::all && inputs.empty()) return always;
    if (inputs.size() == 1) return inputs.front();
    if (kind == GateKind::atleast && least == 1) kind = GateKind::any;
    if (kind == GateKind::atleast && least == inputs.size()) kind = GateKind::all;
    if (kind != GateKind::atleast) least = 0;
    const auto key = std::tuple(kind, least, inputs);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    return known_[key] = out_.circuit.add(kind, std::move(inputs), least);
  }

  const HeldView& view_;
  const Program& program_;
  HeldCone out_;
  std::vector<Component> members_;
  std::map<Component, std::uint32_t> place_;
  std::map<Component, HeldNode> nodes_;
  std::map<std::uint32_t, std::uint32_t> chain_event_;  ///< by need
  std::vector<Ref> down_;                               ///< by member
  std::map<std::tuple<GateKind, std::uint32_t, std::vector<Ref>>, Ref> known_;
};

Result<HeldCone> HeldView::cone(Component component) const {
  HeldCone out;
  if (must_[component] != 0 || may_[component] == 0) {
    out.verdict = must_[component] != 0 ? HeldCone::Verdict::certain : HeldCone::Verdict::never;
    out.circuit.top = must_[component] != 0 ? always : never_true;
    return out;
  }
  return ConeBuilder(*this, component).run(component);
}

}  // namespace veer::faulttree
