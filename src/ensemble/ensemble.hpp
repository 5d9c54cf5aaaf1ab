#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cascade/batch_engine.hpp"
#include "cascade/cause.hpp"
#include "cascade/compile.hpp"
#include "ensemble/company.hpp"
#include "ensemble/curves.hpp"
#include "people/population.hpp"
#include "region/outcome.hpp"
#include "region/region.hpp"

namespace veer::ensemble {

/// What is kept of an ensemble.
///
/// all: everything in Outcome · region: what is the same question of many hazards side by side: totals, processes,
/// curves and phases of the region, of services and of the economy, downtime of assets. Curves of areas and
/// municipalities and of groups, causes, pairs and shared draws are then empty, and `explained` is 0; what is kept is
/// the same to the last bit.
enum class Keep : std::uint8_t { all, region };

/// How far an ensemble goes and what it tells on the way.
struct Settings {
  std::uint32_t replicas = 2000;  ///< most replicas
  std::optional<double> relative_error =
      {};  ///< stop when the standard error of total unmet person-hours is below this share of its mean
  std::size_t threads = 1;
  cascade::EngineKind engine = cascade::EngineKind::automatic;
  /// Called from the calling thread as the work goes on, and once with done = most when all is done: replicas done and
  /// replicas at most. Of several processes each tells its own share times their number.
  std::function<void(std::uint32_t done, std::uint32_t most)> progress = {};
  /// Asked before each batch, by one thread at a time; true ends the run with what is done so far.
  std::function<bool()> cancelled = {};
  /// Which run this is, for people and for telling checkpoints apart: region, hazard, seed, version of the program.
  std::string label = {};
  Keep keep = Keep::all;  ///< @pre all where a store or other processes take part
};

/// The most replicas of one run.
inline constexpr std::uint32_t most_replicas = 1000000;
/// With a relative error replicas are run in rounds, at whose end the run may stop. While curves are kept they are
/// small, later large.
inline constexpr std::uint32_t round_size = 128;
inline constexpr std::uint32_t large_round_size = 16384;
/// What is kept by hour (curves, phases, downtime of each asset) is kept for the first replicas only: from there on the
/// error of sampling is smaller than that of the bins.
inline constexpr std::uint32_t curve_replicas = 2048;
static_assert(curve_replicas <= most_curve_replicas && curve_replicas % round_size == 0);
/// The first replicas are also played by the event engine, which can say why something failed.
inline constexpr std::uint32_t explained_replicas = 512;
inline constexpr std::uint32_t paired_replicas = 512;

/// The resilience curve of one replica in numbers, from its loss (share down, 0…1) on the hour.
struct PhaseRun {
  float depth = 0;        ///< greatest loss
  float area = 0;         ///< share-hours lost
  float hours_to_90 = 0;  ///< first hour from which the loss stays at 10 % or less; +infinity when it does not
  float slope = 0;        ///< share won back an hour between the last deepest hour and hours_to_90
  float half_h = 0;       ///< first hour with a loss of half or more; +infinity: none
};

/// @param loss  share down by hour
[[nodiscard]] PhaseRun phases(const std::vector<double>& loss);

/// Everything kept of an ensemble. Indices: areas, municipalities and needs as in the Population; hours 0 … hours − 1
/// (state in the minute on the hour).
struct Outcome {
  std::uint32_t replicas = 0;
  std::uint32_t curved = 0;     ///< the first of them, for which hourly values are kept
  std::uint32_t explained = 0;  ///< the first of them, for which causes are known
  bool cancelled = false;
  /// Number of each replica, where they are not 0, 1, 2, …: a run that was cancelled may have done later ones first.
  std::vector<std::uint32_t> numbers;
  cascade::EngineKind engine = cascade::EngineKind::lanes;  ///< that did the work
  std::size_t hours = 0;
  std::size_t needs = 0;

  // Of the curved replicas. Residents, in persons: rows are places × needs, row-major; region has one place.
  Curves area_unmet, area_without;
  Curves municipality_unmet, municipality_without;
  Curves region_unmet, region_without;
  /// Members of each group with an unmet need: (areas × needs × groups) × hours, row-major, in people × people::ppm,
  /// summed over the curved replicas. Who belongs to two groups counts in both.
  std::vector<std::int64_t> group_unmet;
  Curves services;  ///< rows: services of the region; assets down
  Curves economy;   ///< row 0 jobs, row 1 businesses without power

  std::vector<std::uint32_t>
      down_count;  ///< (assets, then minimum levels of processes) × hours: replicas in which it was down
  std::vector<std::vector<region::ProcessRun>> processes;  ///< by process, by replica
  std::vector<std::int64_t>
      full_down_minutes;  ///< by process: of its full level, summed over replicas; −1: not modelled
  std::vector<std::map<cascade::Cause, std::uint32_t>>
      limiting;                       ///< by process: causes of the first interruption in the explained replicas
  std::vector<std::int64_t> unmet;    ///< replica × municipality × need × people::row_count: unmet person-minutes
  std::vector<double> total_unmet_h;  ///< by replica: person-hours, everyone, all needs
  std::vector<double>
      paired_total_h;  ///< the same with other own draws and the same shared draws, for the first replicas
  std::vector<std::vector<std::uint16_t>> asset_down;  ///< by asset, by curved replica: minutes down
  std::map<cascade::Component, std::uint32_t>
      deadlocked;  ///< explained replicas at whose end the component waited in a circle
  std::vector<std::vector<PhaseRun>> service_phases;  ///< by service, by curved replica
  std::vector<std::vector<PhaseRun>>
      need_phases;                         ///< by daily need, by curved replica: residents of the region without
  std::vector<std::uint32_t> group_draws;  ///< group × curved replicas: the word the group shared

  [[nodiscard]] std::uint32_t number(std::size_t replica) const {
    return numbers.empty() ? static_cast<std::uint32_t>(replica) : numbers[replica];
  }
  /// Mean number of members of a group in an area with an unmet need in the minute on the hour.
  [[nodiscard]] double group_mean(std::size_t area, std::size_t need, std::size_t group, std::size_t hour) const {
    const std::size_t row = (area * needs + need) * region::group_count + group;
    return curved == 0 ? 0 : static_cast<double>(group_unmet[row * hours + hour]) / people::ppm / curved;
  }
  [[nodiscard]] std::int64_t& unmet_of(std::size_t replica, std::size_t municipality, std::size_t need, std::size_t row,
                                       std::size_t municipalities) {
    return unmet[((replica * municipalities + municipality) * needs + need) * people::row_count + row];
  }
};

/// What an ensemble runs on; all of it outlives the call.
struct World {
  const region::Region& region;
  const cascade::CompiledRegion& compiled;
  const people::Population& population;
  cascade::DirectorMaker directors = {};  ///< the full model: who acts on each replica; the engine must be events
};

/// Runs the ensemble. Pure: the same world and settings give the same outcome to the last bit on any number of threads
/// and with any engine.
///
/// Cost: about a tenth of a millisecond a replica for 11,000 components, and one for the first few thousand, of which
/// hourly values are kept; memory 200 MB for 142 areas × 12 needs × 168 hours and 10 kB a replica.
/// @pre settings.engine is one that cascade::choose_engine allows
[[nodiscard]] Outcome run(const World& world, const Settings& settings);

/// The same with a store that keeps what is done, and with other processes that each do a share. A run that goes on
/// from its store, and a run on any number of processes, gives the outcome of an undisturbed run alone.
///
/// Every process calls it with the same world and settings (threads apart). Process 0 reads the store and gets the
/// outcome; of the others it is an empty one. With a relative error no round stops the run before what was found is
/// used.
/// @errors as Keeper::find; invalid_input: a process with another world; cancelled: process 0 did not begin;
/// unavailable: the store cannot be written
/// @pre as run, and settings.replicas is at most most_replicas
[[nodiscard]] Result<Outcome> run(const World& world, const Settings& settings, const Company& company);

}  // namespace veer::ensemble
