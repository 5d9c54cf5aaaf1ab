#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/outline.hpp"
#include "importers/foreign/report.hpp"
#include "importers/foreign/source_file.hpp"

namespace veer::importers::foreign {

/// An address or home.
struct AddressRow {
  geo::LonLat place;
  std::string postcode;  ///< four digits or six characters, or empty
};

/// Something that stands at a place.
struct Thing {
  std::string key;   ///< names it in its file for ever: its id there, else its kind and place
  std::string kind;  ///< "amenity=school", "hospital", "380000;150000", or the word of the file
  std::string name = {};
  std::optional<geo::LonLat> place = {};  ///< nothing: the file does not say where
  std::string municipality = {};          ///< GM0518, where the file says so
  std::string level = {};                 ///< own sites: local, coordinating or what stands there
  std::string functions = {};
  std::optional<double> capacity = {};
};

/// Connections of a range of postcodes.
struct ConnectionRow {
  std::string postcode;  ///< four digits
  std::int64_t electricity = 0;
};

/// Where the rows of a part lie, in degrees: from the geometry, or from a pair of columns whose range tells whether
/// they are degrees or RD New. A row without a place has none.
/// @errors invalid_input, with the columns and an example: the two columns are changed over, or measure neither
[[nodiscard]] Result<std::vector<std::optional<geo::LonLat>>> places_of(const Rows& rows, const PartReport& report);

/// Points with a house number; rows without a place are dropped and counted.
[[nodiscard]] Result<std::vector<AddressRow>> read_addresses(const Rows& rows, PartReport& report);

/// BAG: residential units in use that are lived in ("woonfunctie"), mobile homes and houseboats; others are dropped.
[[nodiscard]] Result<std::vector<AddressRow>> read_homes(const Rows& rows, PartReport& report);

/// Points of interest, named places, facilities, hospitals, sewage plants, power nodes or own sites, by the content of
/// the report. Rows without a name where they need one, or without a place (but sewage plants have none), are dropped.
[[nodiscard]] Result<std::vector<Thing>> read_things(const Rows& rows, PartReport& report);

/// Small connections for electricity, added up by four-digit postcode; gas and rows without a postcode are dropped.
[[nodiscard]] Result<std::vector<ConnectionRow>> read_connections(const Rows& rows, PartReport& report);

}  // namespace veer::importers::foreign
