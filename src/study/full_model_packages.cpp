#include "study/full_model_packages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "operations/conductor.hpp"
#include "operations/means_difference.hpp"

namespace veer::study {

namespace {

/// Packages that are kept to compare others with, the region without measures among them.
constexpr std::size_t most_kept = 4;
/// A package is kept when it differs in more measures than that from all that are.
constexpr std::size_t near_enough = 3;

std::size_t distance_of(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  std::vector<std::size_t> differ;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differ));
  return differ.size();
}

}  // namespace

Result<std::unique_ptr<FullModelPackages>> FullModelPackages::build(region::Region region, const Options& options) {
  std::unique_ptr<FullModelPackages> out(new FullModelPackages(options));
  TRY(auto base, out->prepared({}, std::move(region)));
  ENSURE(base->scenario->means != nullptr, "only the full model is played here");
  base->replays = std::make_unique<ensemble::Replays>(*base->world, options.replicas, options.threads);
  out->replicas_played_ = options.replicas;
  out->kept_.push_back(std::move(base));
  return out;
}

Result<std::unique_ptr<FullModelPackages::Package>> FullModelPackages::prepared(std::vector<std::size_t> measures,
                                                                                region::Region region) const {
  auto out = std::make_unique<Package>();
  out->measures = std::move(measures);
  out->region = std::move(region);
  TRY(auto scenario, prepare(out->region, options_));
  out->scenario = std::make_unique<Scenario>(std::move(scenario));
  out->world = std::make_unique<ensemble::World>(ensemble::World{
      out->region, out->scenario->compiled, out->scenario->population, operations::conductors(*out->scenario->means)});
  return out;
}

bool FullModelPackages::play(Package& package) {
  ++questions_;
  std::vector<std::pair<std::size_t, Package*>> order;
  for (const auto& kept : kept_) order.emplace_back(distance_of(kept->measures, package.measures), kept.get());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [distance, kept] : order) {
    auto quiet = kept->replays->touched(*package.world);
    if (!quiet) continue;
    const auto also = operations::difference(kept->scenario->compiled.program, *kept->scenario->means,
                                             package.scenario->compiled.program, *package.scenario->means);
    if (!also) continue;
    quiet->insert(quiet->end(), also->begin(), also->end());
    package.replays = std::make_unique<ensemble::Replays>(kept->replays->of(*package.world, *quiet, options_.threads));
    kept->used = questions_;
    return distance > near_enough;
  }
  package.replays = std::make_unique<ensemble::Replays>(*package.world, options_.replicas, options_.threads);
  return true;
}

Result<ensemble::Tally> FullModelPackages::of(const std::vector<std::size_t>& measures, region::Region changed) {
  TRY(auto package, prepared(measures, std::move(changed)));
  const bool far = play(*package);
  replicas_played_ += package->replays->played();
  ensemble::Tally out = package->replays->tally();
  if (far) keep(std::move(package));
  return out;
}

void FullModelPackages::keep(std::unique_ptr<Package> package) {
  package->used = questions_;
  if (kept_.size() < most_kept) {
    kept_.push_back(std::move(package));
    return;
  }
  *std::min_element(kept_.begin() + 1, kept_.end(), [](const auto& a, const auto& b) { return a->used < b->used; }) =
      std::move(package);
}

}  // namespace veer::study
