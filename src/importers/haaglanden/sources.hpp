#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/table.hpp"
#include "geo/outline.hpp"
#include "importers/ground/facts.hpp"

namespace veer::importers::haaglanden {

using namespace ground;  // NOLINT(google-build-using-namespace): this folder adds to it and nothing else

/// One point of interest inside the nine municipalities.
struct PoiFact {
  std::string kind;  ///< "amenity=school"
  std::string name;
  std::string municipality;
  geo::LonLat place;
};

/// One named public facility, from haaglanden_facilities.csv.
struct FacilityFact {
  std::string type;
  std::string name;
  std::string municipality;  ///< may lie outside the region
  geo::LonLat place;
  std::string confidence;  ///< high, medium, low
};

/// Everything that the builder reads, checked and in a fixed order.
struct Sources : Facts {
  std::vector<PoiFact> pois;             ///< by kind, latitude, longitude, name
  std::vector<FacilityFact> facilities;  ///< in file order
  geo::LonLat the_hague_station;         ///< the 150 kV station 's-Gravenhage of the power file
  formats::Table parameters;             ///< evidence/parameters.csv as it is
  std::filesystem::path streets;         ///< the OpenStreetMap file, not read yet
};

/// Reads the folder of source files, each known by what is in it (docs/method/haaglanden.md lists them).
///
/// Addresses whose postcode is none of the region's are left out, counted and noted.
/// @errors not_found, invalid_input: a file or column is missing or holds what it should not, with its place
[[nodiscard]] Result<Sources> read_sources(const std::filesystem::path& folder, Diagnostics& notes);

}  // namespace veer::importers::haaglanden
