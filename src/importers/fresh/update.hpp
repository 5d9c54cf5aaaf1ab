#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "importers/foreign/report.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// What one import brings into a region that exists.
enum class UpdateKind {
  residents,    ///< CBS Wijken en Buurten, postcode files, StatLine: residents, households and ages of its areas
  homes,        ///< BAG, OpenStreetMap or a list of addresses: where in its areas people live
  osm,          ///< OpenStreetMap: facilities, candidates for support points, stations
  hospitals,    ///< assets
  sewage,       ///< assets
  power,        ///< assets
  facilities,   ///< assets and candidates for support points
  sites,        ///< candidates for support points from a list of one's own
  connections,  ///< households of its postcodes
};

/// Rows that an import put into a table of the region.
struct TableChange {
  std::string table;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
};

struct UpdateReport {
  std::vector<foreign::PartReport> parts;
  std::vector<TableChange> tables;
  std::int64_t residents_before = 0;
  std::int64_t residents_after = 0;
};

/// Brings files of one kind into a region, by the ids that the files give: doing it twice changes nothing.
///
/// Rows that an owner confirmed stay as they are. New residents are spread over the squares of their area in proportion
/// to who lived there; new homes spread the residents of their area anew, over the same zones. Groups of zones keep
/// their share. Facilities, stations and sites become rows as in build_fresh; what the region already has of the same
/// kind nearby is left alone.
/// @pre the tables were accepted by build_region
/// @errors invalid_input: no file is of that kind; damaged or contradictory files; not_found: no such file
[[nodiscard]] Result<UpdateReport> update_region(region::Tables& tables, UpdateKind kind,
                                                 const std::vector<std::filesystem::path>& files);

}  // namespace veer::importers
