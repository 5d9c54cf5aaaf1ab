#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "region/measure_account.hpp"
#include "server/change_input.hpp"
#include "server/problem.hpp"
#include "server/regions.hpp"
#include "support_points/question.hpp"

namespace veer::server {

/// What someone wants computed: a hazard over a region, both perhaps a little different from what is stored.
struct RunRequest {
  std::string region;
  std::string name;
  std::string hazard;
  std::optional<std::string> season;
  std::optional<std::string> start;  ///< local time, 2023-01-17T17:00
  std::optional<double> duration_h;  ///< the longest hit of the hazard lasts this long instead
  std::uint32_t replicas = 500;
  std::string overlay = "{}";  ///< JSON object with put and remove, as it was sent
  std::string placement;       ///< JSON object; not empty: support points are chosen anew instead of a hazard being run
  std::string package;         ///< JSON object; not empty: a package of measures is chosen (package_request.hpp)
  bool all_chapters = false;   ///< with the chapters that a run with an overlay leaves out because they take long
  bool comparison = false;     ///< all hazards of the region are put side by side instead of one being run
  [[nodiscard]] bool has_all_chapters(const RunRequest& request);
};

/// What is computed for a request; each kind has an address of its own.
enum class RunKind : std::uint8_t { study, placement, package, comparison };
[[nodiscard]] RunKind kind_of(const RunRequest& request);

/// Whether a run has the chapters that take long: one without an overlay, or of which they were asked for.
[[nodiscard]] bool has_all_chapters(const RunRequest& request);

/// Reads a request for a comparison of all hazards: regio, naam, herhalingen (schema/openapi.json,
/// DreigingsvergelijkingInvoer). Everything that is wrong goes to `problems`.
[[nodiscard]] RunRequest parse_comparison_request(std::string_view json, const Speech& say,
                                                  std::vector<FieldProblem>& problems);

/// Reads a request for a choice of support points: regio, naam, seizoen, aanpassing, lokaal, coordinerend, doel,
/// verplicht, uitgesloten (schema/openapi.json, PlaatsingInvoer). Everything that is wrong goes to `problems`.
[[nodiscard]] RunRequest parse_placement_request(std::string_view json, const Speech& say,
                                                 std::vector<FieldProblem>& problems);

/// The question that such a request asks. @pre request.placement is what parse_placement_request made
[[nodiscard]] support_points::Question question_of(const RunRequest& request);

/// Reads a request; everything that is wrong with its form goes to `problems`.
[[nodiscard]] RunRequest parse_run_request(std::string_view json, const Speech& say,
                                           std::vector<FieldProblem>& problems);

/// The longest hit of a hazard, hours, without what is drawn on top. Of one that takes nothing away (load shedding,
/// heat) the time from its first shock to the end of its last; 0: it has no shocks of its own.
[[nodiscard]] double longest_hit_h(const region::Tables& tables, const std::string& hazard);

/// Stretches a hazard in time: the starts and lengths of all its shocks by the factor that makes its longest hit last
/// `duration_h`. Names in the table of hazards say so. Draws hang on ids, which stay, so runs with different lengths
/// stay comparable.
/// @pre longest_hit_h is above 0
void stretch(region::Tables& tables, const std::string& hazard, double duration_h);

/// The region that a run is about.
struct RunWorld {
  std::shared_ptr<const region::Region> region;
  std::string key;  ///< of the results: hash of the content, the request apart from its name, and the program
  std::vector<region::AccountRow> account;  ///< what became of the measures; empty: the region keeps none
  std::string effects_key;  ///< of a package: hash of all but the costs of measures (package_request.hpp)
};

/// Applies the request to a snapshot: overlay, length; checks and builds.
///
/// @param program  which program computes: what changes results changes it
/// @param problems  everything that is wrong: rows of the overlay, the hazard, the length
/// @returns  the world; null when there are problems
/// @errors as build
[[nodiscard]] Result<std::optional<RunWorld>> world_of(const Snapshot& snapshot, const RunRequest& request,
                                                       const std::string& program, const Speech& say,
                                                       std::vector<FieldProblem>& problems);

}  // namespace veer::server
