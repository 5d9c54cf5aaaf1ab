#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace veer::server {

/// Names of the parts into which the results of a run are cut, so that a browser gets what it shows and no more.
namespace part {
inline constexpr const char* whole = "results.json";
inline constexpr const char* overview = "overzicht";          ///< without the heavy members
inline constexpr const char* assets = "objecten";             ///< a list, without series
inline constexpr const char* asset_series = "objectreeksen";  ///< of all services; "objectreeksen/<service>" of one
inline constexpr const char* parameters = "parameters";
inline constexpr const char* support_points = "noodsteunpunten";  ///< only where the study has them
inline constexpr const char* figures = "kerncijfers";
inline constexpr const char* placement = "plaatsing";      ///< all of a choice of support points
inline constexpr const char* package = "maatregelpakket";  ///< all of a choice of measures
inline constexpr const char* account = "verantwoording";   ///< beside it, where the region keeps one
inline constexpr const char* reach = "bereik";             ///< of each area by hour; only where the study has it
inline constexpr const char* comparison = "dreigingsvergelijking";                  ///< all of a comparison of hazards
[[nodiscard]] std::string areas(const std::string& need, const std::string& kind);  ///< kind: unmet or without
[[nodiscard]] std::string area(const std::string& id);
[[nodiscard]] std::string asset(const std::string& id);
[[nodiscard]] std::string process(const std::string& id);
[[nodiscard]] std::string file(const std::string& name);
}  // namespace part

/// Cuts results.json (schema/results.schema.json) into its parts, as JSON texts, packed where that helps.
/// @errors invalid_input: it is not in that form
[[nodiscard]] Result<std::vector<store::ResultFile>> cut_results(const std::string& results_json);

/// A file of results, packed where that helps.
[[nodiscard]] store::ResultFile packed(std::string name, std::string media, std::string bytes);

}  // namespace veer::server
