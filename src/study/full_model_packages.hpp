#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ensemble/replays.hpp"
#include "region/region.hpp"
#include "study/study.hpp"

namespace veer::study {

/// Packages of measures under one hazard that only the full model plays, on the same random numbers.
///
/// Of a package only the replicas are played that it can reach (ensemble::Replays), seen from the nearest of a few
/// packages that are kept for that. The tally is that of playing all anew, to the last bit, whatever was asked before.
/// Not to be used by two threads at once.
class FullModelPackages {
 public:
  /// @param options  hazard, seed, threads and replicas
  /// @errors as prepare
  [[nodiscard]] static Result<std::unique_ptr<FullModelPackages>> build(region::Region region, const Options& options);

  /// The region without measures.
  [[nodiscard]] const Scenario& scenario() const { return *kept_.front()->scenario; }
  [[nodiscard]] ensemble::Tally base() const { return kept_.front()->replays->tally(); }

  /// @param measures  indices in Region::measures, ascending: to find the nearest package by
  /// @param changed   the region with them
  /// @errors as prepare
  [[nodiscard]] Result<ensemble::Tally> of(const std::vector<std::size_t>& measures, region::Region changed);

  /// Replicas played so far; those taken over are not among them.
  [[nodiscard]] std::uint64_t replicas_played() const { return replicas_played_; }

 private:
  struct Package {
    std::vector<std::size_t> measures;
    region::Region region;
    std::unique_ptr<Scenario> scenario;
    std::unique_ptr<ensemble::World> world;
    std::unique_ptr<ensemble::Replays> replays;
    std::uint64_t used = 0;  ///< number of the last question it was the nearest for
  };
  explicit FullModelPackages(Options options) : options_(std::move(options)) {}
  [[nodiscard]] Result<std::unique_ptr<Package>> prepared(std::vector<std::size_t> measures,
                                                          region::Region region) const;
  /// Plays a package, from the nearest of those that are kept if there is one to compare it with.
  /// @returns  whether it is far from all of them
  bool play(Package& package);
  void keep(std::unique_ptr<Package> package);

  Options options_;
  std::vector<std::unique_ptr<Package>> kept_;  ///< the first: no measures
  std::uint64_t questions_ = 0;
  std::uint64_t replicas_played_ = 0;
};

}  // namespace veer::study
