#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "cascade/batch_engine.hpp"
#include "cascade/down_table.hpp"
#include "cascade/region_cascade_1.hpp"

namespace veer::cascade {

/// How a model in the exchange format is run.
struct ExchangeSettings {
  EngineKind engine = EngineKind::lanes;  ///< not automatic: what choose_engine says
  std::string kernel;                     ///< lanes only; empty: the best of this machine
  std::uint32_t first = 0;                ///< number of the first replica
  std::uint32_t replicas = 1;
  std::uint32_t batch = batch_replicas;
  std::size_t threads = 1;
  bool floor = false;  ///< instead of an engine: only what none can do without
  /// Asked for the line of each replica, in their order, from the calling thread. Empty: the ensemble's outputs are
  /// kept instead.
  std::function<void(const std::string& line)> line;
};

/// Runs replicas of a model. Without lines it keeps what an ensemble keeps: in how many replicas each component was
/// down at each tick, and the person-ticks lost by service in each replica.
///
/// @returns  a digest of that, the same for all engines, threads and batches; 0 when lines were asked for
[[nodiscard]] std::uint64_t run_exchange(const ExchangeModel& model, const Plan& plan,
                                         const ExchangeSettings& settings);

}  // namespace veer::cascade
