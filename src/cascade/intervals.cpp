#include "cascade/intervals.hpp"

#include <algorithm>

namespace veer::cascade {

IntervalEngine::IntervalEngine(const Program& program, const Plan& plan)
    : program_(&program),
      plan_(&plan),
      rule_(program, plan),
      down_(program.component_count()),
      dirty_(program.component_count(), 0) {
  ENSURE(plan.holds_for(program), "the plan was made for a program with other suppliers");
  ENSURE(!program.full_model_backup(), "this engine does the core only; ask choose_engine first");
}

void IntervalEngine::run(std::uint32_t replica, std::uint32_t group_replica) {
  shared_ = group_words(*program_, group_replica);
  const ReplicaWords words{replica, shared_.data()};
  for (const Plan::Block& block : plan_->blocks()) {
    const auto members = plan_->members(block);
    if (!block.circle) {
      work_out(members.front(), words);
    } else if (!settle_circle(members, words)) {
      ++handed_over_;
      if (!events_) events_ = std::make_unique<Engine>(*program_);
      events_->run(replica, group_replica);
      for (Component c = 0; c < down_.size(); ++c) down_[c] = events_->intervals(c);
      return;
    }
  }
}

/// Whether the component's intervals changed.
bool IntervalEngine::work_out(Component component, ReplicaWords words) {
  const auto down = rule_.down(component, words, [this](Component supplier, std::vector<Interval>& out) {
    out.insert(out.end(), down_[supplier].begin(), down_[supplier].end());
  });
  auto& kept = down_[component];
  if (std::equal(down.begin(), down.end(), kept.begin(), kept.end())) return false;
  kept.assign(down.begin(), down.end());
  return true;
}

/// From "all up" until nothing changes; false when that takes too many rounds.
bool IntervalEngine::settle_circle(std::span<const Component> members, ReplicaWords words) {
  for (const Component c : members) {
    down_[c].clear();
    dirty_[c] = 1;
  }
  const std::uint32_t block = plan_->block_of(members.front());
  for (std::uint32_t round = 0; round < most_rounds; ++round) {
    bool settled = true;
    for (const Component c : members) {
      if (dirty_[c] == 0) continue;
      dirty_[c] = 0;
      if (!work_out(c, words)) continue;
      for (std::uint32_t i = program_->user_begin[c]; i < program_->user_begin[c + 1]; ++i) {
        const Component user = program_->need_component[program_->users[i]];
        if (plan_->block_of(user) != block) continue;
        dirty_[user] = 1;
        settled = false;
      }
    }
    if (settled) return true;
  }
  for (const Component c : members) dirty_[c] = 0;
  return false;
}

}  // namespace veer::cascade
