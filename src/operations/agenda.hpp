#pragma once

#include <cstdint>
#include <queue>
#include <tuple>
#include <vector>

#include "cascade/engine.hpp"

namespace veer::operations {

/// What a desk has to do, and when; things of one minute come in the order of their kind, then of their number.
template <class Kind>
class Agenda {
 public:
  struct Job {
    cascade::Tick tick = 0;
    Kind kind{};
    std::uint32_t index = 0;
  };

  void clear() { jobs_ = {}; }
  void put(cascade::Engine& engine, Job job) {
    if (job.tick >= engine.program().horizon) return;
    engine.wake_at(job.tick);
    jobs_.push(job);
  }
  /// Calls act(job) for what is due at that tick.
  template <class Act>
  void take(cascade::Tick tick, Act&& act) {
    while (!jobs_.empty() && jobs_.top().tick <= tick) {
      const Job job = jobs_.top();
      jobs_.pop();
      act(job);
    }
  }

 private:
  struct Later {
    bool operator()(const Job& a, const Job& b) const {
      return std::tuple(a.tick, a.kind, a.index) > std::tuple(b.tick, b.kind, b.index);
    }
  };
  std::priority_queue<Job, std::vector<Job>, Later> jobs_;
};

}  // namespace veer::operations
