#pragma once

#include <mutex>

#include "faulttree/held_probability.hpp"

namespace veer::faulttree {

/// The chances of single chains that are not taken apart into parts, as when nothing else follows their groups. A chain
/// may follow a group more than once: its generators wait for one supplier. Each is worked out once; threads may share
/// it.
class AloneChances {
 public:
  /// P(the chain gives out); the middle of the bracket where it takes too much work.
  [[nodiscard]] double operator()(const HeldCause& chain) {
    HeldCone cone;
    cone.verdict = HeldCone::Verdict::open;
    cone.causes = {chain};
    cone.circuit.event_count = 1;
    cone.circuit.top = {Circuit::node_of_event(0), false};
    Limits limits;
    const std::lock_guard lock(mutex_);
    const auto found = chances_(cone, limits);
    ENSURE(found, "one chain is a small question");
    return found->value();
  }

 private:
  static constexpr double most_work = 1e8;
  std::mutex mutex_;
  HeldChances chances_{most_work};
};

}  // namespace veer::faulttree
