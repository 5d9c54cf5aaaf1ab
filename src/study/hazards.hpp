#pragma once

#include <functional>
#include <vector>

#include "study/study.hpp"

namespace veer::study {

/// Runs every hazard of the region with the same seed and settings, few replicas each, and puts the key figures side by
/// side: they share the draws of everything but the hazard, so that differences are sharper than the spread of each.
///
/// A hazard that cannot be run (a shock of the full model that the engine does not know) stands in the list with the
/// reason; it is not left out.
/// @param options   hazard, start and season are ignored: each hazard has its own
/// @param replicas  of each hazard
/// Hazards are played side by side, each by one thread; the result does not depend on how many.
/// @param progress  called as each hazard begins with how many began before and how many there are; by one thread at a
///                  time, as options.cancelled is
[[nodiscard]] Result<std::vector<report::HazardFinding>> compare_hazards(
    const region::Region& region, const Options& options, std::uint32_t replicas, const Texts& texts,
    const std::function<void(std::size_t, std::size_t)>& progress = {});

}  // namespace veer::study
