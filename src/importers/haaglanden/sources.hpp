#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/table.hpp"
#include "geo/outline.hpp"

namespace veer::importers::haaglanden {

/// One of the nine municipalities, from haaglanden_facts.csv.
struct MunicipalityFact {
  std::string id;  ///< CBS code, GM0518
  std::string name;
  std::int64_t residents = 0;
  double household_size = 1;  ///< residents / households
  geo::LonLat centre;
};

/// One four-digit postcode, from the CBS files.
struct Pc4Fact {
  std::string postcode;
  std::string place;
  std::string municipality;
  std::int64_t residents = 0;
  std::array<std::int64_t, 7> ages{};  ///< 0–14, 15–24, 25–44, 45–64, 65+, 75+, 85+
  geo::LonLat inside;
  geo::MultiPolygon outline;
};

struct AddressFact {
  std::size_t area = 0;  ///< index in Sources::areas
  geo::LonLat place;
};

/// One point of interest inside the nine municipalities.
struct PoiFact {
  std::string kind;  ///< "amenity=school"
  std::string name;
  std::string municipality;
  geo::LonLat place;
};

/// A named town, village or quarter.
struct PlaceFact {
  std::string name;
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
struct Sources {
  std::vector<MunicipalityFact> municipalities;  ///< by code
  std::vector<Pc4Fact> areas;                    ///< by postcode
  std::vector<AddressFact> addresses;            ///< in file order
  std::vector<PoiFact> pois;                     ///< by kind, latitude, longitude, name
  std::vector<PlaceFact> places;                 ///< in file order
  std::vector<FacilityFact> facilities;          ///< in file order
  geo::LonLat the_hague_station;                 ///< the 150 kV station 's-Gravenhage of the power file
  formats::Table parameters;                     ///< evidence/parameters.csv as it is

  [[nodiscard]] bool has_municipality(const std::string& id) const;
};

/// Reads the folder of source files (layout as in docs/method/haaglanden.md).
///
/// Addresses whose postcode is none of the region's are left out, counted and noted.
/// @errors not_found, invalid_input: a file or column is missing or holds what it should not, with its place
[[nodiscard]] Result<Sources> read_sources(const std::filesystem::path& folder, Diagnostics& notes);

}  // namespace veer::importers::haaglanden
