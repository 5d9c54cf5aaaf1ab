#pragma once

#include "study/study.hpp"

namespace veer::study {

/// The consequences of a scenario held against the plans of the region, without the other chapters: findings with the
/// run, people, services, criteria and consequences only.
/// @errors as prepare and simulate; invalid_input: the region has no rows in the table consequences
[[nodiscard]] Result<report::Findings> review(const region::Region& region, const Options& options, const Texts& texts);

}  // namespace veer::study
