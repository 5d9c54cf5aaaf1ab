#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "cascade/plan.hpp"
#include "cascade/program.hpp"
#include "cascade/replica.hpp"

namespace veer::cascade {

/// How often a member of a circle may be worked out again in one replica before the event engine takes over.
inline constexpr std::uint32_t most_rounds = 256;

/// Works out when one component is down from when its suppliers are: rules 1 to 3 of the model, on intervals.
///
/// One object per thread; it keeps memory between calls.
/// @source docs/model.md, section 4; docs/method/engine.md
class ComponentRule {
 public:
  ComponentRule(const Program& program, const Plan& plan) : program_(&program), plan_(&plan) {}

  /// The down intervals of a component in one replica, in time order, apart by at least one tick, clipped to the
  /// horizon. They lie in memory of this object until the next call.
  ///
  /// @param supply  supply(component, out) appends the down intervals of a supplier to a vector of Interval
  template <class Supply>
  std::span<const Interval> down(Component component, ReplicaWords words, Supply&& supply) {
    begin(component, words);
    for (std::uint32_t need = program_->need_begin[component]; need < program_->need_begin[component + 1]; ++need) {
      supplied_.clear();
      for (const Component supplier : program_->suppliers_of(need)) supply(supplier, supplied_);
      add_need(need, words);
    }
    return finish(component, words);
  }

 private:
  /// What is left of a back-up.
  struct Stock {
    BackupDraw drawn;
    std::int64_t level = 0;  ///< reservoir: 1/q ticks; manual: ticks
    std::int64_t run = 0;    ///< generator
  };

  void begin(Component component, ReplicaWords words);
  /// Adds the unmet time of a need whose suppliers' down intervals stand in supplied_.
  void add_need(std::uint32_t need, ReplicaWords words);
  std::span<const Interval> finish(Component component, ReplicaWords words);
  void find_unsupplied(std::uint32_t need);
  void load_stocks(std::uint32_t need, ReplicaWords words);
  void carry(std::uint32_t need, Interval unsupplied);
  void recharge(std::uint32_t need, Tick supplied);

  const Program* program_;
  const Plan* plan_;
  std::vector<Interval> supplied_;  ///< down intervals of all suppliers of a need, in any order
  struct Edge {
    Tick tick = 0;
    std::int32_t change = 0;
  };
  std::vector<Edge> edges_;
  std::vector<Interval> unsupplied_;
  std::vector<Stock> stocks_;
  std::vector<Interval> bad_;   ///< hit or unmet, not yet with the restart
  std::vector<Interval> down_;  ///< the answer
};

}  // namespace veer::cascade
