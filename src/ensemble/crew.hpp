#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "cascade/batch_engine.hpp"
#include "ensemble/checkpoint.hpp"
#include "ensemble/sampler.hpp"

namespace veer::ensemble {

/// What a crew asks and tells while it works.
struct Watch {
  std::function<bool()> stop;  ///< asked before each piece, by one thread at a time: true ends the work
  std::function<bool()> rest;  ///< the same, but not before the first piece
  std::function<void(std::uint32_t done)> told;  ///< replicas done in this call, from the calling thread
};

/// The threads of this process: the same plan, tables and locks for all, an engine and a sampler for each, made by the
/// thread that needs it.
class Crew {
 public:
  /// @param batch  most replicas in one piece
  Crew(const World& world, std::size_t threads, cascade::EngineKind engine, std::uint32_t batch, Outcome& outcome);

  /// Works off pieces in their order, until all are done or the watch says so; returns how many, all of them finished.
  ///
  /// What is counted by thread is in the outcome afterwards.
  /// @pre the outcome has room for them; each lies on one side of curve_replicas; at most Hourly::lanes long below it
  [[nodiscard]] std::size_t run(std::span<const Kept> pieces, const Watch& watch);

  /// Pairs for the shared part of the spread: the same shared words, other own words (the upper half of the replica
  /// numbers). As many as paired_total_h is long.
  void run_pairs();

 private:
  struct Worker {
    std::unique_ptr<cascade::BatchEngine> engine;
    Sampler sampler;
  };
  Worker& worker(std::size_t thread);

  const World& world_;
  Outcome& outcome_;
  cascade::EngineKind engine_;
  std::uint32_t batch_;
  cascade::Plan plan_;
  HourTables tables_;
  Hourly::Locks locks_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace veer::ensemble
