#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "cascade/director.hpp"
#include "cascade/lanes.hpp"

namespace veer::cascade {

/// Which of the three engines works a program out. All give the same bits; they differ in speed and in what else they
/// can tell.
enum class EngineKind : std::uint8_t { automatic, events, intervals, lanes };

[[nodiscard]] std::string_view name_of(EngineKind kind);
[[nodiscard]] std::optional<EngineKind> engine_kind(std::string_view name);

/// The engine that does the work when `asked` is asked for: lanes for `automatic`, but events for a program that is not
/// all core or is played by a director, and intervals on a machine whose vectors the lanes engine cannot use.
/// @errors unsupported: lanes are asked for on such a machine, or another engine than events for such a program
[[nodiscard]] Result<EngineKind> choose_engine(const Program& program, EngineKind asked, bool directed = false);

/// Works out replicas in batches and hands over the result component by component. One object per thread.
class BatchEngine {
 public:
  BatchEngine() = default;
  BatchEngine(const BatchEngine&) = delete;
  BatchEngine& operator=(const BatchEngine&) = delete;
  BatchEngine(BatchEngine&&) = delete;
  BatchEngine& operator=(BatchEngine&&) = delete;
  virtual ~BatchEngine() = default;

  /// Replicas first … first + count − 1, each component's row to the sink, in the order of the plan.
  /// @param group_first  the replica whose shared words the first one uses (see ReplicaDraws); normally `first`
  /// @param count        at most the batch the engine was made for
  virtual void run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink) = 0;
};

/// @param kind    not automatic: what choose_engine says
/// @param batch   most replicas in one run
/// @param kernel  lanes only: name of the vector code; empty: the best of this machine
/// @param directors  events only: who acts on each replica from outside
[[nodiscard]] std::unique_ptr<BatchEngine> make_engine(const Program& program, const Plan& plan, EngineKind kind,
                                                       std::uint32_t batch, const std::string& kernel = "",
                                                       const DirectorMaker& directors = {});

}  // namespace veer::cascade
