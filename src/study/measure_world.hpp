#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ensemble/comparison.hpp"
#include "measures/worth.hpp"
#include "region/measure_change.hpp"
#include "region/region.hpp"
#include "study/full_model_packages.hpp"
#include "study/study.hpp"

namespace veer::study {

/// What one person-hour without a daily need, and one process beyond its MTPD, weigh.
///
/// Parameters `choice.weight.<daily need>` and `choice.process.<process>` (its id, or what stands behind the last
/// slash of it); without a row 1.
struct MeasureWeights {
  std::vector<double> need;     ///< by daily need, as in the population
  std::vector<double> process;  ///< by process
};

/// The weights of a region, with those asked about instead.
/// @param needs  daily needs, in the order of MeasureWeights::need
/// @errors as MeasureWorld::build
[[nodiscard]] Result<MeasureWeights> measure_weights(const region::Region& region,
                                                     const std::vector<region::ServiceId>& needs,
                                                     const std::map<std::string, double>& asked);

/// A region under some hazards in which packages of measures are played, all on the same random numbers.
///
/// A hazard of the core is played by the core, one that needs the full model by the full model, as a study plays it.
///
/// Packages are told apart by what of them the model can express; each is played once and kept. Not to be used by two
/// threads at once.
class MeasureWorld {
 public:
  /// @param hazards  ids
  /// @param options  seed, threads and replicas of the runs; full_model: under every hazard
  /// @param weights  other than those of the region: `need=<daily need>` or `process=<id, or its last part>`, >= 0
  /// @errors as prepare; not_found: no such need or process; invalid_input: a weight that is negative or not finite
  [[nodiscard]] static Result<std::unique_ptr<MeasureWorld>> build(const region::Region& region,
                                                                   const std::vector<std::string>& hazards,
                                                                   const Options& options,
                                                                   const std::map<std::string, double>& weights = {});

  /// By hazard, what is borne with these measures. @param measures  indices in Region::measures
  /// @errors as MeasureBook::with and cascade::compile
  [[nodiscard]] Result<std::vector<measures::Effects>> effects(std::vector<std::size_t> measures);
  /// The same, worked out anew from the region with the measures in it, without anything kept or compared: to check the
  /// other by.
  [[nodiscard]] Result<std::vector<measures::Effects>> effects_anew(const std::vector<std::size_t>& measures) const;

  /// The same when few or many take part in the measures for which that is told; nothing where none of them is one.
  [[nodiscard]] Result<std::optional<std::vector<measures::Effects>>> effects_taken_up(
      std::vector<std::size_t> measures, region::Uptake uptake);

  /// Whether the model expresses what the measure changes, under one of these hazards at least.
  [[nodiscard]] bool expressed(std::size_t measure) const {
    return book_.expressed(measure) && (any_full_model_ || !book_.only_full_model(measure));
  }
  /// Whether the full model plays that hazard. @param hazard  position in those of build()
  [[nodiscard]] bool full_model(std::size_t hazard) const { return hazards_[hazard].full_model != nullptr; }
  [[nodiscard]] bool has_uptake(std::size_t measure) const { return book_.has_uptake(measure); }
  [[nodiscard]] const MeasureWeights& weights() const { return weights_; }
  /// Municipalities that have areas, in the order of Effects::municipality.
  [[nodiscard]] const std::vector<region::OrganisationId>& municipalities() const;
  /// Daily needs, in the order of MeasureWeights::need.
  [[nodiscard]] const std::vector<region::ServiceId>& needs() const;
  [[nodiscard]] std::size_t played() const { return known_.size(); }

 private:
  /// What plays the packages of one hazard: the core by comparison, or the full model.
  struct HazardWorld {
    std::string hazard;
    std::unique_ptr<Scenario> scenario;
    std::unique_ptr<ensemble::World> world;
    std::unique_ptr<ensemble::Comparison> comparison;
    std::unique_ptr<FullModelPackages> full_model;  ///< then the others are empty
    [[nodiscard]] const people::Population& population() const {
      return full_model ? full_model->scenario().population : scenario->population;
    }
  };
  MeasureWorld(const region::Region& region, Options options)
      : region_(region), options_(std::move(options)), book_(region) {}
  [[nodiscard]] measures::Effects effects_of(const ensemble::Tally& tally) const;
  /// By hazard, of the region with a package in it.
  [[nodiscard]] Result<std::vector<measures::Effects>> effects_with(const std::vector<std::size_t>& measures,
                                                                    region::Uptake uptake) const;
  /// Under one hazard of the core, of the dormant region with a package in it.
  /// @param people  whether what people have at home changes
  [[nodiscard]] Result<measures::Effects> effects_under(const HazardWorld& hazard, const region::Region& changed,
                                                        bool people) const;

  const region::Region& region_;
  Options options_;
  region::MeasureBook book_;
  region::Region dormant_;
  MeasureWeights weights_;
  std::vector<HazardWorld> hazards_;
  bool any_full_model_ = false;
  std::map<std::vector<std::size_t>, std::vector<measures::Effects>> known_;
};

}  // namespace veer::study
