#pragma once

#include <vector>

#include "base/text.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"

namespace veer::study {

/// A hazard in plain sentences: what is hit, when, with what chance and for how long, and where that comes from.
struct HazardStory {
  /// One for each set of shocks that differ in their start only; then, of care whose room is known, how many of those
  /// who ask are turned away.
  std::vector<report::Name> sentences;
  std::vector<report::Name> parts;   ///< of a combination: which hazard from which hour
  std::vector<std::string> sources;  ///< titles with their address, each once
  bool core = true;                  ///< nothing in it asks for the full model: the fast engines run it
  report::Name model;
};

[[nodiscard]] HazardStory story_of(const region::Region& region, region::HazardId hazard, const Texts& texts);

}  // namespace veer::study
