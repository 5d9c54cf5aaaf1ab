#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "cascade/component_rule.hpp"
#include "cascade/engine.hpp"
#include "cascade/plan.hpp"

namespace veer::cascade {

/// The interval engine: one replica at a time, component after component, each once; circles until nothing changes.
///
/// It gives the same down intervals as the event engine: the rules are monotone, so going from "all up" to where
/// nothing changes gives the greatest solution. A circle that needs too many rounds is handed to the event engine.
/// Cost: proportional to needs and their intervals. One object per thread.
/// @source docs/method/engine.md
class IntervalEngine {
 public:
  IntervalEngine(const Program& program, const Plan& plan);

  void run(std::uint32_t replica) { run(replica, replica); }
  void run(std::uint32_t replica, std::uint32_t group_replica);

  /// The down intervals of a component in the last replica, in time order, apart by at least one tick.
  [[nodiscard]] std::span<const Interval> intervals(Component component) const { return down_[component]; }
  /// Circles that were handed to the event engine since this object was made.
  [[nodiscard]] std::uint64_t handed_over() const { return handed_over_; }

 private:
  bool settle_circle(std::span<const Component> members, ReplicaWords words);
  bool work_out(Component component, ReplicaWords words);

  const Program* program_;
  const Plan* plan_;
  ComponentRule rule_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::vector<Interval>> down_;  ///< by component
  std::vector<char> dirty_;                  ///< by component
  std::unique_ptr<Engine> events_;           ///< made when first needed
  std::uint64_t handed_over_ = 0;
};

}  // namespace veer::cascade
