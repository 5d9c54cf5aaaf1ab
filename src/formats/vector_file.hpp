#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/layer.hpp"
#include "geo/polygon.hpp"

namespace veer::formats {

/// What a layer says of itself before its rows are read.
struct LayerHeader {
  std::string name;
  std::vector<Column> columns;
  GeometryKind geometry = GeometryKind::none;
  bool other_geometry = false;  ///< lines or something else that we do not read; its rows come without geometry
  std::size_t row_count = 0;
};

/// What is taken of a layer.
struct LayerWish {
  std::optional<geo::Bounds> within;  ///< only rows whose geometry may touch this rectangle of degrees
  std::size_t most_rows = 5'000'000;
};

/// A file of layers: GeoPackage or shapefile, read layer by layer, so that a file of gigabytes costs what is taken.
///
/// Coordinates come out in WGS 84. RD New is turned by geo::to_lonlat, other systems by GDAL. Where a layer names no
/// system, the range of its coordinates decides (geo::reference_of). One thread at a time; may be moved.
class VectorFile {
 public:
  enum class Forms { geopackage, geopackage_or_shapefile };

  /// @errors not_found; unavailable: it may not be read; invalid_input: neither form, or damaged
  [[nodiscard]] static Result<VectorFile> open(const std::filesystem::path& path,
                                               Forms forms = Forms::geopackage_or_shapefile);
  /// The same from the bytes of a GeoPackage, which are copied.
  [[nodiscard]] static Result<VectorFile> open_bytes(std::string_view bytes, std::string shown_file);
  VectorFile(VectorFile&& other) noexcept;
  VectorFile& operator=(VectorFile&&) = delete;
  VectorFile(const VectorFile&) = delete;
  VectorFile& operator=(const VectorFile&) = delete;
  ~VectorFile();

  [[nodiscard]] const std::vector<LayerHeader>& layers() const { return headers_; }

  /// @pre layer < layers().size()
  /// @errors invalid_input: damaged; a coordinate system that its coordinates contradict, that cannot be told, or whose
  ///   columns are changed over; text that is not UTF-8; more rows than wished
  [[nodiscard]] Result<Layer> read(std::size_t layer, const LayerWish& wish = {}) const;

 private:
  struct Handle;
  VectorFile(std::unique_ptr<Handle> handle, std::string file);
  [[nodiscard]] static Result<VectorFile> opened(std::unique_ptr<Handle> handle, std::string file, const char* key);

  std::unique_ptr<Handle> handle_;
  std::string file_;
  std::vector<LayerHeader> headers_;
};

}  // namespace veer::formats
