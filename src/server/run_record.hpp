#pragma once

#include "base/result.hpp"
#include "server/runs.hpp"
#include "store/store.hpp"

namespace veer::server {

/// A run as it is stored, and back.
[[nodiscard]] store::RunRecord record_of(const Run& run);
/// @errors invalid_input: not in the form of record_of
[[nodiscard]] Result<Run> run_of(const store::RunRecord& record);

}  // namespace veer::server
