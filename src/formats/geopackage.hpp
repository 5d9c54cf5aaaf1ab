#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/layer.hpp"

namespace veer::formats {

/// A GeoPackage with these layers, in EPSG:4326; opens in QGIS and ogrinfo.
///
/// Number, integer and boolean columns get that type when every cell of the column reads back to the same text; a
/// column with one other cell is stored as text as a whole. Empty cells are NULL. Same layers, same bytes.
/// @errors invalid_input: a layer name or column name twice (SQLite ignores case) or empty; unavailable: GDAL failed
[[nodiscard]] Result<std::string> to_gpkg(std::span<const Layer> layers);

/// to_gpkg, written by write_file_atomically.
[[nodiscard]] Done write_geopackage(const std::filesystem::path& path, std::span<const Layer> layers);

/// All layers and attribute tables in their order. Polygons become multipolygons; coordinates are turned to WGS 84.
/// @errors not_found; invalid_input: no GeoPackage, damaged, or geometry that is neither point nor polygon
[[nodiscard]] Result<std::vector<Layer>> read_geopackage(const std::filesystem::path& path);

}  // namespace veer::formats
