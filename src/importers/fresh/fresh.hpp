#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "importers/foreign/census.hpp"
#include "importers/foreign/report.hpp"
#include "importers/walks/walks.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// What a fresh region is made from, besides the files.
struct FreshSettings {
  std::vector<std::string> municipalities = {};  ///< CBS codes; empty: all of the municipality layer
  std::optional<foreign::Level> areas = {};      ///< how fine; nothing: the level whose ages are known best
  std::string id = {};                           ///< of the region: "midden-holland"
  std::string title = {};                        ///< empty: the names of the municipalities
  WalkSettings walks = {};                       ///< walking times, where a map covers the region
};

/// One line of the table that says how complete a region is.
struct Completeness {
  enum class State { present, assumed, missing };
  std::string subject = {};  ///< last word of the key importers.fresh.complete.<subject>
  State state = State::missing;
  std::size_t count = 0;
};

/// A municipality of the region as it came out.
struct FreshMunicipality {
  std::string id;
  std::string name;
  std::int64_t residents = 0;
  std::size_t areas = 0;
};

/// What was read, what was left out, and what came of it.
struct FreshReport {
  std::vector<foreign::PartReport> parts;  ///< in the order of the files
  std::vector<FreshMunicipality> municipalities;
  foreign::Level level = foreign::Level::municipality;
  std::int64_t residents = 0;
  std::size_t areas_without_ages = 0;       ///< some age class was filled in with the national share
  std::size_t areas_without_addresses = 0;  ///< residents spread evenly over the outline
  std::size_t addresses = 0;
  std::size_t cells = 0;
  std::optional<WalkReport> walks;
  std::vector<Completeness> completeness;
};

/// Builds a region from the files below a folder, each recognised by its content.
///
/// The region is the union of the municipalities in the municipality layer (of several layers the one with the fewest),
/// or of those that the settings name. Its areas are neighbourhoods, districts or postcodes where a file covers the
/// region with them, else the municipalities themselves. Residents live on the addresses of their area, or spread
/// evenly over it where there are none. Facilities, stations and sites become assets and candidates for support points,
/// each powered by a feeding area of a plausible layout (an assumption, as in docs/method/haaglanden.md). Ids come from
/// codes and ids of the sources, so that building twice gives the same tables.
///
/// Files wholly outside the region, files that say the same as another, and files that are not known are reported and
/// passed over.
/// @errors not_found: no such folder; invalid_input: a damaged or contradictory file, no municipality layer, a code
/// that
///   no layer has, a municipality without residents in any file
/// @source docs/gids-eigen-regio.md
[[nodiscard]] Result<region::Tables> build_fresh(const std::filesystem::path& folder, const FreshSettings& settings,
                                                 FreshReport& report, Diagnostics& notes);

/// How complete a region is: people, networks by service, needs of people, processes, means of the response.
[[nodiscard]] std::vector<Completeness> completeness_of(const region::Tables& tables);

/// Whether a region is still being built: it has no processes, or people get fewer than half of what they need daily.
[[nodiscard]] bool is_unfinished(const std::vector<Completeness>& lines);

}  // namespace veer::importers
