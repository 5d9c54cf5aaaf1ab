#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/layer.hpp"
#include "formats/vector_file.hpp"
#include "importers/foreign/content.hpp"

namespace veer::importers::foreign {

/// A layer, sheet or table of a file, and what it is about.
struct Part {
  std::string name;  ///< layer or sheet; empty where the file has one table
  Content content = Content::unknown;
  std::vector<std::string> columns;
  formats::GeometryKind geometry = formats::GeometryKind::none;
  std::size_t rows = 0;
};

/// The rows of a part; tables of text have no geometry.
struct Rows : formats::Layer {
  std::vector<std::size_t> lines;  ///< of each row as the user sees it; empty: row number + 2
  [[nodiscard]] std::size_t line(std::size_t row) const { return row < lines.size() ? lines[row] : row + 2; }
  [[nodiscard]] std::vector<std::string> column_names() const;
};

/// A file that someone brings, opened by what is in it: OpenStreetMap, GeoPackage, shapefile, GeoJSON, XLSX, ODS or a
/// table of text, also packed by gzip. One thread.
class SourceFile {
 public:
  enum class Form { osm, vector, geojson, spreadsheet, text, other };

  /// A text that is no table and bytes of an unknown kind are no error: they have no parts, and `why_unknown` tells.
  /// @errors not_found, unavailable; invalid_input: a form that is known but damaged, cut off or too large
  [[nodiscard]] static Result<SourceFile> open(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string shown() const { return path_.filename().string(); }
  [[nodiscard]] Form form() const { return form_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] const std::optional<Error>& why_unknown() const { return why_unknown_; }

  /// The rows of a part; a table in memory is given away, so each part can be taken once.
  /// @pre the form is not osm
  /// @errors invalid_input, as formats::VectorFile::read; the layer has no rows at all
  [[nodiscard]] Result<Rows> take(std::size_t part, const formats::LayerWish& wish = {});

 private:
  explicit SourceFile(std::filesystem::path path) : path_(std::move(path)) {}
  [[nodiscard]] Done open_vector();
  [[nodiscard]] Done open_geojson();
  [[nodiscard]] Done open_spreadsheet();
  [[nodiscard]] Done open_text();
  void add(Rows rows);

  std::filesystem::path path_;
  Form form_ = Form::other;
  std::vector<Part> parts_;
  std::vector<Rows> loaded_;
  std::optional<formats::VectorFile> vector_;
  std::optional<Error> why_unknown_;
};

/// The files below a folder in the order of their paths, without hidden ones and without the companions of shapefiles.
/// @errors not_found: no such folder; unavailable: it may not be read
[[nodiscard]] Result<std::vector<std::filesystem::path>> files_below(const std::filesystem::path& folder);

}  // namespace veer::importers::foreign
