#pragma once

#include <string>

#include "server/part_cache.hpp"
#include "server/runs.hpp"

namespace veer::server {

/// A run as the interface shows it (Doorrekening in schema/openapi.json). @param figures  the part of its results, as
/// JSON text; empty: none yet
[[nodiscard]] std::string run_json(const Run& run, const std::string& figures);
/// The data of an event of progress (Voortgang).
[[nodiscard]] std::string progress_json(const Run& run);

/// A choice of support points (Plaatsing). @param outcome  its result as JSON text; empty: none yet
[[nodiscard]] std::string placement_json(const Run& run, const std::string& outcome);

/// A choice of measures (Maatregelpakket). @param outcome  its plan as JSON text; empty: none yet
/// @param account  the account as JSON text; empty: the region keeps none
[[nodiscard]] std::string package_json(const Run& run, const std::string& outcome, const std::string& account);

/// A comparison of all hazards (Dreigingsvergelijking). @param outcome  its result as JSON text; empty: none yet
[[nodiscard]] std::string comparison_json(const Run& run, const std::string& outcome);

/// A part of the results of a run that is done, as it is without gzip. Empty: not done, or gone.
[[nodiscard]] std::string plain_result(PartCache& parts, const Run& run, const std::string& name);

/// The figures of a run that is done. Empty: not done, or gone.
[[nodiscard]] std::string figures_of(PartCache& parts, const Run& run);

}  // namespace veer::server
