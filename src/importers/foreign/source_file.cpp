#include "importers/foreign/source_file.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "formats/files.hpp"
#include "formats/foreign_text.hpp"
#include "formats/geojson.hpp"
#include "formats/workbook.hpp"
#include "geo/reference.hpp"
#include "importers/osm/read_osm.hpp"

namespace veer::importers::foreign {

namespace {

namespace fs = std::filesystem;

/// Spreadsheets of sites are small; what unpacks to more is made to do harm.
constexpr formats::CsvLimits spreadsheet_limits{.file_bytes = std::size_t{128} << 20U};

Error wrong(std::string key, std::vector<std::string> arguments, const std::string& file,
            const std::string& table = {}) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {file, table, 0, {}}, {}};
}

bool begins_as_street_graph(std::string_view begin) {
  while (begin.starts_with("c ") || begin.starts_with("c\n")) {
    const std::size_t end = begin.find('\n');
    if (end == std::string_view::npos) return false;
    begin.remove_prefix(end + 1);
  }
  return begin.starts_with("p sp ") || begin.starts_with("p aux ");
}

bool begins_with_brace(std::string_view begin) {
  if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
  const std::size_t first = begin.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && begin[first] == '{';
}

Rows rows_of(formats::Table table) {
  Rows rows;
  rows.name = std::move(table.name);
  for (std::string& column : table.columns) rows.columns.push_back({std::move(column), formats::ColumnType::text});
  rows.rows = std::move(table.rows);
  rows.lines = std::move(table.lines);
  return rows;
}

/// Longitude and latitude changed over leave the Netherlands for the sea off Somalia.
bool changed_over(const Rows& rows) {
  std::vector<geo::Pair> pairs;
  for (const auto& point : rows.points)
    if (point) pairs.push_back({point->lon, point->lat});
  for (const auto& outline : rows.polygons)
    if (!outline.empty() && !outline.front().empty() && !outline.front().front().empty())
      pairs.push_back({outline.front().front().front().lon, outline.front().front().front().lat});
  return geo::reference_of(pairs) == geo::Reference::wgs84_swapped;
}

}  // namespace

std::vector<std::string> Rows::column_names() const {
  std::vector<std::string> names;
  for (const formats::Column& column : columns) names.push_back(column.name);
  return names;
}

Result<SourceFile> SourceFile::open(const fs::path& path) {
  SourceFile file(path);
  TRY(formats::InputFile input, formats::InputFile::open(path));
  std::string bytes(std::size_t{4} << 10U, '\0');
  TRY(const std::size_t size, input.read(bytes));
  const std::string_view begin = std::string_view(bytes).substr(0, size);
  if (osm::is_osm(begin)) {
    file.form_ = Form::osm;
    file.parts_.push_back({.name = {}, .content = Content::osm_map, .columns = {}});
  } else if (begin.starts_with("SQLite format 3") || begin.starts_with(std::string_view("\0\0\x27\x0a", 4))) {
    TRY_DONE(file.open_vector());
  } else if (begin.starts_with("PK\x03\x04")) {
    TRY_DONE(file.open_spreadsheet());
  } else if (begins_as_street_graph(begin)) {
    file.form_ = Form::text;
    file.parts_.push_back({.name = {}, .content = Content::street_graph, .columns = {}});
  } else if (begins_with_brace(begin)) {
    TRY_DONE(file.open_geojson());
  } else {
    TRY_DONE(file.open_text());
  }
  return file;
}

Done SourceFile::open_vector() {
  form_ = Form::vector;
  TRY(formats::VectorFile opened, formats::VectorFile::open(path_));
  vector_.emplace(std::move(opened));
  for (const formats::LayerHeader& layer : vector_->layers()) {
    Part part{.name = layer.name, .columns = {}, .geometry = layer.geometry, .rows = layer.row_count};
    for (const formats::Column& column : layer.columns) part.columns.push_back(column.name);
    part.content = layer.other_geometry ? Content::unknown : recognised(part.columns, part.geometry);
    parts_.push_back(std::move(part));
  }
  return {};
}

void SourceFile::add(Rows rows) {
  Part part{.name = rows.name, .columns = rows.column_names(), .geometry = rows.geometry, .rows = rows.rows.size()};
  part.content = recognised(part.columns, part.geometry);
  parts_.push_back(std::move(part));
  loaded_.push_back(std::move(rows));
}

Done SourceFile::open_geojson() {
  form_ = Form::geojson;
  TRY(const std::string text, formats::read_file(path_));
  // Any other JSON (a datapackage.json, say) is no business of ours.
  if (text.find("FeatureCollection") == std::string::npos) {
    form_ = Form::other;
    return {};
  }
  TRY(formats::Layer layer, formats::parse_geojson(text, "", shown()));
  Rows rows;
  static_cast<formats::Layer&>(rows) = std::move(layer);
  if (changed_over(rows)) return fail(wrong("importers.foreign.swapped_geojson", {}, shown()));
  add(std::move(rows));
  return {};
}

Done SourceFile::open_spreadsheet() {
  form_ = Form::spreadsheet;
  TRY(std::vector<formats::Table> tables, formats::read_spreadsheet(path_, spreadsheet_limits));
  for (formats::Table& table : tables) add(rows_of(std::move(table)));
  return {};
}

Done SourceFile::open_text() {
  form_ = Form::text;
  // A gzip that breaks off is damage; a text that is no table is only unknown to us.
  TRY(const std::string bytes, formats::read_file(path_));
  auto table = formats::parse_foreign_text(bytes, "", shown());
  if (table) {
    add(rows_of(std::move(table->table)));
    return {};
  }
  form_ = Form::other;
  why_unknown_ = std::move(table).error();
  return {};
}

Result<Rows> SourceFile::take(std::size_t part, const formats::LayerWish& wish) {
  ENSURE(part < parts_.size() && form_ != Form::osm, "a part is asked that the file does not have");
  Rows rows;
  if (vector_) {
    TRY(formats::Layer layer, vector_->read(part, wish));
    static_cast<formats::Layer&>(rows) = std::move(layer);
  } else {
    rows = std::move(loaded_[part]);
  }
  if (parts_[part].rows == 0) return fail(wrong("formats.layer_empty", {}, shown(), parts_[part].name));
  return rows;
}

Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem))
    return fail({ErrorKind::not_found, {"importers.foreign.no_folder", {}}, {folder.string(), {}, 0, {}}, {}});
  std::vector<fs::path> files;
  const auto options = fs::directory_options::skip_permission_denied;
  for (auto entry = fs::recursive_directory_iterator(folder, options, problem);
       !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (hidden && entry->is_directory()) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file()) files.push_back(entry->path());
  }
  if (problem)
    return fail({ErrorKind::unavailable,
                 {"importers.foreign.folder_unread", {problem.message()}},
                 {folder.string(), {}, 0, {}},
                 {}});
  std::sort(files.begin(), files.end());
  constexpr std::array companions{".dbf", ".shx", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix"};
  std::vector<fs::path> kept;
  for (const fs::path& path : files) {
    const bool companion =
        std::find(companions.begin(), companions.end(), path.extension().string()) != companions.end() &&
        fs::exists(fs::path(path).replace_extension(".shp"), problem);
    const bool metadata = path.string().ends_with(".shp.xml");
    if (!companion && !metadata) kept.push_back(path);
  }
  return kept;
}

}  // namespace veer::importers::foreign
