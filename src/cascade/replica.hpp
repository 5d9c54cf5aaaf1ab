#pragma once

#include <optional>
#include <vector>

#include "cascade/program.hpp"

namespace veer::cascade {

/// The numbers drawn for one back-up in one replica, in ticks.
struct BackupDraw {
  Tick capacity = 0;
  Tick run = never;    ///< F
  Tick from = never;   ///< D
  bool starts = true;  ///< generator
};

/// R of a component, at least one tick.
[[nodiscard]] Tick draw_restart(const Program& program, ReplicaWords words, Component component);
/// The numbers of back-up `index` of the program.
[[nodiscard]] BackupDraw draw_backup(const Program& program, ReplicaWords words, std::size_t index);
/// Hit `index` of the program, clipped to [0, horizon); nothing when it does not happen or is empty.
[[nodiscard]] std::optional<Interval> draw_hit(const Program& program, ReplicaWords words, std::size_t index);
/// Appends the hits of breakdown `index` of the program, clipped and not empty.
void draw_breakdowns(const Program& program, ReplicaWords words, std::size_t index, std::vector<Interval>& out);

/// All random numbers of one replica. A function of the program's seed and the two replica numbers alone.
///
/// `group_replica` is `replica` but for the study of shared uncertainty, which pairs other own draws with the same
/// shared ones.
struct ReplicaDraws {
  std::vector<std::uint32_t> shared;  ///< by group
  std::vector<Tick> restart;          ///< by component
  std::vector<BackupDraw> backup;     ///< by back-up of the program
  struct HitInterval {
    Component component = 0;
    Interval interval;
    std::uint32_t rule = 0;  ///< index in Program::hits, or hits.size() + index in breakdowns; after both: held down by
                             ///< a director
  };
  std::vector<HitInterval> hits;  ///< not empty, clipped to [0, horizon); may overlap

  /// Draws everything anew, keeping the memory.
  void draw_all(const Program& program, std::uint32_t replica, std::uint32_t group_replica);

 private:
  std::vector<Interval> breakdowns_;
};

}  // namespace veer::cascade
