#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "cascade/lanes.hpp"
#include "ensemble/hourly.hpp"
#include "ensemble/lane_vectors.hpp"

namespace veer::ensemble {

/// Takes what is reported from the rows of a batch, as they come from an engine, into the places kept for it.
///
/// Of every replica: unmet totals, what happened to processes, in how many replicas each asset was down in each hour.
/// Of the first ones also the hourly values. One object per thread.
class Sampler : public cascade::RowSink {
 public:
  Sampler(const World& world, const HourTables& tables, Hourly::Locks& locks, Outcome& outcome, std::uint32_t batch);

  /// A batch begins: replicas first_replica … + count − 1 of the outcome, for which there is room.
  /// @param hourly  keep hourly values too; at most Hourly::lanes replicas then
  void begin(std::uint32_t first_replica, std::uint32_t count, bool hourly);
  void row(cascade::Component component, const cascade::LaneRow& row) override;
  void finish();

  /// Adds what this thread counted (replicas down by asset and process, minutes of full levels) to the outcome, and
  /// counts from 0 again.
  void hand_over_counts();

 private:
  void asset(std::size_t asset, const cascade::LaneRow& row);
  void leaf(std::size_t leaf, const cascade::LaneRow& row);
  void add_waiting();
  void minimum(std::size_t process, const cascade::LaneRow& row);
  void full(std::size_t process, const cascade::LaneRow& row);
  void count_down(std::size_t row_index, const cascade::LaneRow& row);

  const World& world_;
  const HourTables& tables_;
  Outcome& outcome_;
  Hourly hourly_;
  HourlySizes sizes_;
  std::uint32_t batch_;
  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
  bool keeps_hours_ = false;

  struct Level {
    std::size_t process = 0;
    bool full = false;
  };
  std::vector<Level> levels_;            ///< by component, from the first process level on
  std::vector<std::int32_t> down_;       ///< (assets + processes) × (hours + 1): that go down less that return
  std::vector<std::int32_t> changes_;    ///< 2 × (hours + 1): of the row in work
  std::vector<std::int64_t> full_down_;  ///< by process: minutes
  std::vector<std::int64_t> unmet_;      ///< municipality × need × row × batch: people × ppm × minutes
  std::vector<std::uint16_t> minutes_;   ///< by lane: minutes a leaf was down

  /// Leaves of one municipality and need come one after the other: they are added to its sums together.
  static constexpr std::size_t most_waiting = 8;
  static_assert(people::row_count <= most_waiting);
  std::size_t waiting_for_ = 0;                                      ///< municipality × needs + need
  std::size_t waiting_ = 0;                                          ///< rows of per_person_ in use
  std::vector<double> per_person_;                                   ///< most_waiting × batch: ppm × minutes unmet
  std::array<std::vector<WeightedLanes>, people::row_count> terms_;  ///< by row: who waits to be added
  std::vector<WeightedLanes> together_;                              ///< those added in one go
  std::int32_t most_heads_;  ///< in one go: their person-minutes are below weighted_bound
};

/// Adds up the unmet person-hours of everyone and all needs in each replica of a batch, and nothing else.
class TotalSampler : public cascade::RowSink {
 public:
  TotalSampler(const World& world, std::uint32_t batch);
  void row(cascade::Component component, const cascade::LaneRow& row) override;
  /// The totals of the batch so far, by lane; starts again at 0.
  void take(std::span<double> out);

 private:
  const World& world_;
  std::uint32_t batch_;
  std::vector<std::int64_t> unmet_;     ///< municipality × need × batch: people × ppm × minutes
  std::vector<std::uint16_t> minutes_;  ///< by lane: minutes a leaf was down
};

}  // namespace veer::ensemble
