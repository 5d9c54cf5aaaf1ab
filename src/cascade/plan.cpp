#include "cascade/plan.hpp"

#include <algorithm>

#include "graph/strong_components.hpp"

namespace veer::cascade {

namespace {

/// Arcs from each component to its suppliers: what a component leads to comes before it in the order of the circles.
graph::Digraph supplier_graph(const Program& program) {
  graph::Digraph out;
  out.begin.assign(1, 0);
  for (std::size_t c = 0; c < program.component_count(); ++c) {
    const std::uint32_t first = program.supplier_begin[program.need_begin[c]];
    const std::uint32_t last = program.supplier_begin[program.need_begin[c + 1]];
    out.targets.insert(out.targets.end(), program.suppliers.begin() + first, program.suppliers.begin() + last);
    out.begin.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  return out;
}

bool supplies_itself(const Program& program, Component component) {
  const std::uint32_t first = program.supplier_begin[program.need_begin[component]];
  const std::uint32_t last = program.supplier_begin[program.need_begin[component + 1]];
  return std::find(program.suppliers.begin() + first, program.suppliers.begin() + last, component) !=
         program.suppliers.begin() + last;
}

/// Groups items by component: begin and items of compressed rows.
template <class Items>
void group(const Items& items, std::size_t components, std::vector<std::uint32_t>& begin,
           std::vector<std::uint32_t>& out) {
  begin.assign(components + 1, 0);
  for (const auto& item : items) ++begin[item.component + 1];
  for (std::size_t c = 0; c < components; ++c) begin[c + 1] += begin[c];
  out.resize(items.size());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t i = 0; i < items.size(); ++i) out[next[items[i].component]++] = i;
}

}  // namespace

Plan::Plan(const Program& program)
    : block_of_(program.component_count(), 0), slot_(program.component_count(), no_slot) {
  const auto circles = graph::strong_components(supplier_graph(program));
  const auto is_leaf = [&](Component c) { return program.user_begin[c] == program.user_begin[c + 1]; };
  const auto add = [&](std::span<const Component> members, bool circle) {
    const auto begin = static_cast<std::uint32_t>(order_.size());
    order_.insert(order_.end(), members.begin(), members.end());
    for (const Component c : members) block_of_[c] = static_cast<std::uint32_t>(blocks_.size());
    blocks_.push_back({begin, static_cast<std::uint32_t>(order_.size()), circle});
  };
  for (const auto& members : circles) {
    if (members.size() == 1 && is_leaf(members.front())) continue;
    add(members, members.size() > 1 || supplies_itself(program, members.front()));
  }
  for (const Component c : order_) slot_[c] = slot_count_++;
  for (Component c = 0; c < program.component_count(); ++c)
    if (is_leaf(c)) add(std::span(&c, 1), false);
  group(program.hits, program.component_count(), hits_.begin, hits_.items);
  group(program.breakdowns, program.component_count(), breakdowns_.begin, breakdowns_.items);
}

bool Plan::holds_for(const Program& program) const {
  if (program.component_count() != block_of_.size()) return false;
  for (std::size_t need = 0; need < program.need_count(); ++need) {
    const Component user = program.need_component[need];
    for (const Component supplier : program.suppliers_of(need)) {
      const bool before = block_of_[supplier] < block_of_[user];
      const bool beside = block_of_[supplier] == block_of_[user] && blocks_[block_of_[user]].circle;
      if (slot_[supplier] == no_slot || !(before || beside)) return false;
    }
  }
  return true;
}

}  // namespace veer::cascade
