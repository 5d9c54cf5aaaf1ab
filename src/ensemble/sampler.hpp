#pragma once

#include <cstdint>
#include <vector>

#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// The hourly values of one replica, before they enter the curves. Rows: areas × needs unmet, areas × needs without
/// (both in thousandths of a person), then services (assets down), then jobs and businesses without power.
struct Slot {
  std::vector<std::uint32_t> values;  ///< rows × hours, row-major
  /// (municipalities, then the region) × needs × (unmet, without) × hours: people in thousandths, of all areas of the
  /// place.
  std::vector<std::int64_t> sums;
};

/// The rows of a slot.
struct SlotLayout {
  std::size_t areas = 0;
  std::size_t needs = 0;
  std::size_t services = 0;
  std::size_t hours = 0;

  [[nodiscard]] std::size_t unmet(std::size_t area, std::size_t need) const { return area * needs + need; }
  [[nodiscard]] std::size_t without(std::size_t area, std::size_t need) const { return (areas + area) * needs + need; }
  [[nodiscard]] std::size_t service(std::size_t index) const { return 2 * areas * needs + index; }
  [[nodiscard]] std::size_t jobs() const { return 2 * areas * needs + services; }
  [[nodiscard]] std::size_t businesses() const { return jobs() + 1; }
  [[nodiscard]] std::size_t rows() const { return businesses() + 1; }
  /// Row of Slot::sums; the region is the place after the last municipality.
  [[nodiscard]] std::size_t sum_unmet(std::size_t place, std::size_t need) const { return 2 * (place * needs + need); }
  [[nodiscard]] std::size_t sum_without(std::size_t place, std::size_t need) const {
    return sum_unmet(place, need) + 1;
  }
};

/// Thousandths of a person: the grain of hourly values.
inline constexpr std::int64_t grain = 1000;

/// Reads a finished replica off an engine into the places kept for it. One object per thread.
class Sampler {
 public:
  Sampler(const World& world, const SlotLayout& layout);

  /// Fills the slot and the per-replica records of `outcome` for this replica. Touches nothing that another replica
  /// owns.
  void sample(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome);

  /// Total unmet person-hours of a finished replica: everyone, all needs.
  [[nodiscard]] double total_unmet_h(const cascade::Engine& engine) const;

  [[nodiscard]] const std::vector<std::uint32_t>& down_count() const { return down_count_; }
  [[nodiscard]] const std::vector<std::map<cascade::Cause, std::uint32_t>>& limiting() const { return limiting_; }
  [[nodiscard]] const std::map<cascade::Component, std::uint32_t>& deadlocked() const { return deadlocked_; }
  [[nodiscard]] const std::vector<std::int64_t>& full_down() const { return full_down_; }

 private:
  void sample_people(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome);
  void sum_places(Slot& slot) const;
  void sample_assets(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome);
  void sample_processes(const cascade::Engine& engine, std::uint32_t replica, Outcome& outcome);
  /// The output hours [first, last) whose minute on the hour lies in the interval.
  struct Hours {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] Hours hours_of(cascade::Interval interval) const;

  const World& world_;
  SlotLayout layout_;
  std::vector<std::uint32_t> down_count_;
  std::vector<std::map<cascade::Cause, std::uint32_t>> limiting_;
  std::map<cascade::Component, std::uint32_t> deadlocked_;
  std::vector<std::int64_t> full_down_;
};

}  // namespace veer::ensemble
