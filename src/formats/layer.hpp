#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/table.hpp"
#include "geo/outline.hpp"

namespace veer::formats {

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
};

/// A table whose columns have a type: what becomes a sheet of a workbook or a layer of a GeoPackage.
///
/// Cells are text, as in Table: numbers as `canonical_number` writes them, booleans as true or false, absent as empty.
/// Invariant: every row has columns.size() cells.
struct Sheet {
  std::string name;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

enum class GeometryKind { none, point, multipolygon };

/// A sheet with at most one geometry per row, WGS 84 (EPSG:4326).
///
/// Invariant: `points` (kind point) or `polygons` (kind multipolygon) has rows.size() entries, the other none.
struct Layer : Sheet {
  GeometryKind geometry = GeometryKind::none;
  std::vector<std::optional<geo::LonLat>> points;
  std::vector<geo::MultiPolygon> polygons;  ///< empty: this row has no outline
};

/// The number that the cell holds, if `canonical_number` of it is the cell to the byte; so "1.50", "1e5" and "007" are
/// none.
[[nodiscard]] std::optional<double> exact_number(std::string_view cell);

/// The same for a whole number of at most 15 digits, which every program holds exactly.
[[nodiscard]] std::optional<long long> exact_integer(std::string_view cell);

/// Rounded to 6 decimals (0.1 m), as all coordinates in our files; the result prints with at most 6 decimals.
[[nodiscard]] double rounded_degrees(double degrees);
[[nodiscard]] geo::MultiPolygon rounded_outline(geo::MultiPolygon outline);

}  // namespace veer::formats
