#pragma once

#include <string>

#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

/// Every row of evidence/parameters.csv becomes a parameter with the same id, and every different reference a source.
///
/// Subject and parameter are given in Dutch (evidence_names.hpp); a row that the list does not know keeps its English.
/// Its words of confidence become ours: verified-in-source → published, derived → estimate, recalled and assumption →
/// assumption; "scenario" is read as triangular, and a beta whose mean is 0 or 1 (which has no spread) as triangular.
void add_evidence(Context& context);

/// The id of the source of an evidence row ("ev-tel01"): rows with the same reference share the id of the first.
/// @pre the evidence has that row
[[nodiscard]] std::string evidence_source(const Sources& sources, const std::string& id);

}  // namespace veer::importers::haaglanden
