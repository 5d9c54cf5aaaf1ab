#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "geo/outline.hpp"

namespace veer::report {

/// One column of a GeoPackage table, with the words people see above it.
struct GpkgColumn {
  std::string name;
  std::string type;   ///< INTEGER, REAL, TEXT, BOOLEAN or DATETIME
  std::string title;  ///< with its unit; QGIS shows it as the alias
};

/// A geometry in GeoPackage binary form (header with envelope, then WKB), little-endian, EPSG:4326.
struct GpkgGeometry {
  std::string bytes;
};
[[nodiscard]] GpkgGeometry gpkg_geometry(const geo::MultiPolygon& outline);
[[nodiscard]] GpkgGeometry gpkg_geometry(const geo::LonLat& place);

/// West, south, east, north in degrees.
struct GpkgBounds {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;
};
void widen(std::optional<GpkgBounds>& bounds, const geo::LonLat& place);

using GpkgValue = std::variant<std::monostate, std::int64_t, double, std::string, GpkgGeometry>;

/// A GeoPackage 1.3 being built in memory; `bytes` gives the file.
///
/// Same calls, same bytes: the date of last change is an argument, not the clock. Every table gets an integer key `fid`
/// that counts from 1 in order of insertion. For one thread.
class GpkgFile {
 public:
  /// @param last_change  a date, "2021-01-01"
  explicit GpkgFile(const std::string& last_change);
  ~GpkgFile();
  GpkgFile(const GpkgFile&) = delete;
  GpkgFile& operator=(const GpkgFile&) = delete;

  /// A table whose rows have a place: `geom`, then the columns. @param geometry_type  MULTIPOLYGON or POINT
  void add_features(const std::string& table, const std::string& title, const std::string& description,
                    const std::string& geometry_type, const std::vector<GpkgColumn>& columns,
                    const std::optional<GpkgBounds>& bounds);
  /// A table without places.
  void add_attributes(const std::string& table, const std::string& title, const std::string& description,
                      const std::vector<GpkgColumn>& columns);
  /// A layer that shows other tables. The first column of `select` is the key, named OGC_FID as GDAL and QGIS expect;
  /// one is `geom`.
  void add_view(const std::string& view, const std::string& title, const std::string& description,
                const std::string& geometry_type, const std::string& select, const std::vector<GpkgColumn>& columns,
                const std::optional<GpkgBounds>& bounds);
  /// One row; as many values as the table has columns, `geom` first where it has one.
  void insert(const std::string& table, std::span<const GpkgValue> values);
  /// The style with which QGIS opens a layer.
  void set_style(const std::string& table, const std::string& name, const std::string& qml);

  /// Ends the building. @returns  the bytes of the file
  [[nodiscard]] std::string bytes() &&;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
  std::string last_change_;
};

}  // namespace veer::report
