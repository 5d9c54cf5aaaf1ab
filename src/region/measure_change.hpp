#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"

namespace veer::region {

/// Puts the changes of measures into a region: new rows, other cells of rows that are there, back-ups taken away.
///
/// What a new row may say, and after the colon which cells of a row that is there:
/// - parameters: every column: low, typical, high, share, group, points, distribution
/// - assets: id, name, kind, service, organisation, municipality, restart, failure, repair: restart, failure, repair
/// - needs of an asset: service, k: k
/// - need_suppliers: need, supplier: none
/// - backups: every column: order, kind, capacity, recharge, start_failure, run, available_from; or removed
/// - processes: none: restart
/// - areas: none: preparedness, mutual_help, volunteers
/// - resources: every column: amount, shift_h, speed_kmh; only the full model reads them
///
/// The place of a back-up in its chain (`order`) counts from 1. Draws hang on ids, so that what a measure does not
/// touch behaves as before. Measures are applied in the order of the table `measures`; where one needs another and both
/// put a cell, the one that needs the other comes last.
///
/// Where nobody knows how many take part, rows `low` and `high` say what a measure puts when few or many do. They stand
/// for cells of `parameters` that the measure puts anyway.
///
/// Immutable; refers to nothing. Safe to use from any number of threads.
class MeasureBook {
 public:
  /// @param region  the region whose measures these are; checked by `build_region`
  explicit MeasureBook(const Region& region);

  /// The region with all new assets of all measures, their own needs and back-ups, and new parameters: nobody is
  /// supplied by them yet, so that every outcome is as without. Packages of measures then differ in needs only, and can
  /// be compared without compiling the region's components anew.
  [[nodiscard]] Result<Region> with_dormant(const Region& region) const;

  /// The same with every supplier that any measure adds: only to learn in which order components can be worked out.
  [[nodiscard]] Result<Region> with_suppliers(const Region& region) const;

  /// The region with these measures.
  /// @param measures  indices in Region::measures, in any order
  /// @param dormant   the region comes from with_dormant()
  /// @param uptake    how many take part in those for which that is told
  /// @errors as `faults_of_measures`
  [[nodiscard]] Result<Region> with(const Region& region, std::span<const std::size_t> measures, bool dormant,
                                    Uptake uptake = Uptake::expected) const;

  /// Whether the measure has a change that the model can express.
  [[nodiscard]] bool expressed(std::size_t measure) const { return !changes_of_[measure].empty(); }
  /// Whether all it changes is read by the full model alone: resources, and the figures of docs/method/operations.md.
  [[nodiscard]] bool only_full_model(std::size_t measure) const { return only_full_model_[measure] != 0; }
  /// Whether it is told what the measure does when few or many take part.
  [[nodiscard]] bool has_uptake(std::size_t measure) const { return !uptake_changes_[measure].empty(); }

  /// Positions of rows in order of id.
  struct Index {
    std::vector<std::uint32_t> parameters, assets, needs, backups;
  };

 private:
  [[nodiscard]] Result<Region> apply(const Region& region, std::span<const std::size_t> changes) const;

  std::vector<std::vector<std::size_t>> changes_of_;      ///< by measure
  std::vector<std::vector<std::size_t>> uptake_changes_;  ///< by measure, low and high
  std::vector<std::size_t> order_;                        ///< measures, prerequisites first
  std::vector<char> dormant_;                             ///< by change
  std::vector<char> supplier_;                            ///< by change: adds suppliers
  std::vector<char> only_full_model_;                     ///< by measure
  Index index_;
};

/// What is wrong with a row of `measure_changes`.
struct MeasureFault {
  std::size_t change = 0;
  std::string_view column;
  Message message;
};
/// Every row that cannot be applied, and every cell that two measures set which may both be chosen and of which neither
/// needs the other.
[[nodiscard]] std::vector<MeasureFault> faults_of_measures(const Region& region);

}  // namespace veer::region
