#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "region/region.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// The three forms in which one region package travels; they convert into each other without loss.
enum class PackageForm {
  folder,      ///< datapackage.json, a CSV per table, outlines.geojson
  workbook,    ///< one .xlsx, a sheet per table
  geopackage,  ///< one .gpkg, a layer per table; those with lon and lat as points, areas as polygons
};

/// By what the path is or ends in: a folder or datapackage.json, .xlsx, .gpkg.
[[nodiscard]] Result<PackageForm> package_form(const std::filesystem::path& path);

/// Reads a package in any form. Odd things that do not keep it from being read go to `notes`.
/// @errors not_found: no such file; invalid_input: not readable as a package
[[nodiscard]] Result<region::Tables> read_package(const std::filesystem::path& path, Diagnostics& notes);

/// Writes a package in the form the path asks for. All or nothing: a failing write leaves what was there untouched.
/// @errors unavailable: the place cannot be written (rights, space)
[[nodiscard]] Done write_package(const region::Tables& tables, const std::filesystem::path& path);

/// Reads, checks and builds.
[[nodiscard]] Result<region::Region> load_region(const std::filesystem::path& path, Diagnostics& notes);

}  // namespace veer::importers
