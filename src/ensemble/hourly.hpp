#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "cascade/lanes.hpp"
#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// Thousandths of a person: the grain of hourly values.
inline constexpr std::int64_t grain = 1000;

/// Numbers that the hourly records of a world are counted in.
struct HourlySizes {
  std::size_t areas = 0;
  std::size_t needs = 0;
  std::size_t services = 0;
  std::size_t municipalities = 0;
  std::size_t hours = 0;
};
[[nodiscard]] HourlySizes hourly_sizes(const World& world);

/// The first output hour at or after each minute, and the shares of unmet households on the hour: tables that all
/// threads read.
class HourTables {
 public:
  explicit HourTables(const World& world);
  /// The output hours [first, last) whose minute on the hour lies in the interval.
  struct Hours {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] Hours hours_of(cascade::Interval interval) const {
    return {ceiling_[static_cast<std::size_t>(interval.start)], ceiling_[static_cast<std::size_t>(interval.end)]};
  }
  /// Parts per million of the households of a reserve that are out after minute, minute + 60, minute + 120, … unserved.
  [[nodiscard]] const std::uint32_t* unmet_from(std::size_t reserve, Minutes minute) const {
    const auto phase = static_cast<std::size_t>(minute % minutes_per_hour);
    const auto hour = static_cast<std::size_t>(minute / minutes_per_hour);
    return ramps_[reserve].data() + phase * ramp_length_ + hour;
  }

  /// Parts per million × minutes unmet in households of a reserve after 0, 1, 2, … minutes unserved: whole numbers.
  [[nodiscard]] const double* unmet_before_each(std::size_t reserve) const { return unmet_before_[reserve].data(); }

 private:
  std::vector<std::uint16_t> ceiling_;  ///< by minute, the horizon included
  std::size_t ramp_length_ = 0;
  std::vector<std::vector<std::uint32_t>> ramps_;  ///< by reserve: 60 × ramp_length_
  std::vector<std::vector<double>> unmet_before_;  ///< by reserve, by minute
};

/// Sets up the curves and the hourly records per replica of an outcome.
void prepare_hourly(const World& world, Keep keep, Outcome& outcome);

/// Gathers the hourly values of a few replicas, row by row, and adds them to the curves of the outcome.
///
/// One object per thread; all of them may write to the same outcome. Curves of areas, municipalities and groups that
/// the outcome has no room for are left out.
class Hourly {
 public:
  /// Most replicas at once.
  static constexpr std::uint32_t lanes = 32;

  /// @param locks  shared by all threads: a row of a curve is written by one of them at a time
  using Locks = std::vector<std::mutex>;
  Hourly(const World& world, const HourTables& tables, Locks& locks, Outcome& outcome);

  void begin(std::uint32_t first_replica, std::uint32_t count);
  void asset(std::size_t asset, const cascade::LaneRow& row);
  /// Leaves come in ascending order: those of one area and need one after the other.
  void leaf(std::size_t leaf, const cascade::LaneRow& row);
  /// Adds what is left to the curves, and writes the phases.
  void finish();

 private:
  /// What a leaf adds to the groups of its area and need, over all lanes.
  void groups(const std::vector<people::Heads>& heads, const cascade::LaneRow& row);
  void fold_area();
  void fold_places();
  void fold_services();
  void fold_economy();
  template <class Add>
  void locked(std::size_t row, Add&& add);
  [[nodiscard]] std::size_t place(std::size_t municipality, std::size_t need, std::uint32_t lane) const {
    return ((municipality * sizes_.needs + need) * lanes + lane) * sizes_.hours;
  }

  const World& world_;
  const HourTables& tables_;
  Locks& locks_;
  Outcome& outcome_;
  HourlySizes sizes_;
  std::vector<std::size_t> service_size_;
  bool keeps_places_;              ///< curves of areas, municipalities and groups
  std::vector<char> powers_work_;  ///< by leaf: what it feeds besides homes: jobs and businesses
  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t row_ = none;                  ///< area × needs + need in work
  std::vector<std::int64_t> without_;       ///< lanes × (hours + 1): people who come to be without less those who stop
  std::vector<std::uint64_t> unmet_;        ///< lanes × hours: people × ppm
  std::vector<std::uint32_t> values_;       ///< hours
  std::vector<HourTables::Hours> touched_;  ///< by lane: hours outside which the row in work is 0
  std::vector<std::int64_t> group_unmet_;   ///< groups × hours of the row in work, over all lanes: people × ppm
  HourTables::Hours group_touched_;         ///< hours outside which that is 0
  std::vector<std::uint32_t> shares_;       ///< distinct reserves of a leaf × hours: shares over all lanes, in ppm
  // municipalities × needs × lanes × hours, in thousandths of a person.
  std::vector<std::uint32_t> place_unmet_, place_without_;
  std::vector<std::int32_t> services_;  ///< services × lanes × (hours + 1): assets that go down less those that return
  std::vector<std::int64_t> jobs_, businesses_;  ///< lanes × (hours + 1), likewise
};

}  // namespace veer::ensemble
