#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "region/region.hpp"
#include "study/study.hpp"

namespace veer::study {

/// One sentence of a story, indented by how deep it looks into the causes.
struct Sentence {
  std::size_t depth = 0;
  std::string text;
};

/// Replays one replica and tells why a thing went down and came back: the need that failed, what its back-ups did,
/// which suppliers were gone and, for the one that tipped it, why in turn.
/// @param id  an asset id, or "processes/<id>", "zones/<id>/<daily need>"
/// @errors not_found: no such thing (with the nearest); as prepare
[[nodiscard]] Result<std::vector<Sentence>> explain(const region::Region& region, const Scenario& scenario,
                                                    std::uint32_t replica, const std::string& id, const Texts& texts,
                                                    Language language);

}  // namespace veer::study
