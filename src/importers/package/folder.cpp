#include "importers/package/forms.hpp"

#include <algorithm>
#include <set>

#include "formats/csv.hpp"
#include "formats/files.hpp"
#include "formats/geojson.hpp"
#include "importers/package/datapackage.hpp"

namespace veer::importers {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view description_file = "datapackage.json";
constexpr std::string_view outlines_file = "outlines.geojson";

void read_tables(const fs::path& folder, const DataPackage& package, RawPackage& raw, std::set<std::string>& used,
                 Diagnostics& notes) {
  for (const region::TableSchema& schema : region::schemas()) {
    const std::string name(schema.name);
    const auto listed = package.files.find(name);
    const std::string file = listed == package.files.end() ? name + ".csv" : listed->second;
    std::error_code ignored;
    const bool is_there = fs::exists(folder / file, ignored);
    if (!is_there && listed == package.files.end()) continue;  // the schema says whether it may be absent
    used.insert(file);
    if (!is_there) {
      notes.error({raw.missing_key, {name, file}}, {file, {}, 0, {}});
      raw.tables.push_back({name, {}, {}, file, {}});
      for (const region::ColumnSchema& column : schema.columns) raw.tables.back().columns.emplace_back(column.name);
      continue;
    }
    if (listed == package.files.end()) notes.warn({"importers.file_unlisted", {}}, {file, {}, 0, {}});
    auto table = formats::read_csv(folder / file, name);
    if (table) {
      raw.tables.push_back(*std::move(table));
    } else {
      Error error = std::move(table).error();
      error.place.file = file;
      add_problem(error, notes);
      // Said once: an empty table in its place keeps it from being called missing as well.
      raw.tables.push_back({name, {}, {}, file, {}});
      for (const region::ColumnSchema& column : schema.columns) raw.tables.back().columns.emplace_back(column.name);
    }
  }
}

void take_outlines(const formats::Layer& layer, const std::string& file, RawPackage& raw, Diagnostics& notes) {
  if (layer.rows.empty()) return;
  if (layer.geometry != formats::GeometryKind::multipolygon) {
    notes.error({"importers.outline_kind", {}}, {file, {}, 0, {}});
    return;
  }
  const bool has_ids = !layer.columns.empty() && layer.columns.front().name == "id";
  for (std::size_t r = 0; r < layer.rows.size(); ++r) {
    if (!has_ids || layer.rows[r].front().empty()) {
      notes.error({"importers.outline_without_id", {std::to_string(r + 1)}}, {file, {}, 0, {}});
      continue;
    }
    const std::string& id = layer.rows[r].front();
    if (!raw.meta.outlines.emplace(id, layer.polygons[r]).second)
      notes.error({"importers.outline_twice", {id}}, {file, {}, 0, {}});
  }
}

void read_outlines(const fs::path& folder, const std::string& listed, RawPackage& raw, std::set<std::string>& used,
                   Diagnostics& notes) {
  const std::string file = listed.empty() ? std::string(outlines_file) : listed;
  std::error_code ignored;
  if (listed.empty() && !fs::exists(folder / file, ignored)) return;
  used.insert(file);
  const auto layer = formats::read_geojson(folder / file, "outlines");
  if (layer) {
    take_outlines(*layer, file, raw, notes);
  } else {
    Error error = layer.error();
    error.place.file = file;
    add_problem(error, notes);
  }
}

/// Data files that nobody read: most likely mistyped names.
void warn_unused(const fs::path& folder, const std::set<std::string>& used, Diagnostics& notes) {
  std::vector<std::string> unused;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    const std::string ending = entry.path().extension().string();
    const bool data =
        ending == ".csv" || ending == ".geojson" || ending == ".json" || ending == ".xlsx" || ending == ".gpkg";
    if (data && !used.contains(name)) unused.push_back(name);
  }
  std::sort(unused.begin(), unused.end());
  for (const std::string& name : unused) notes.warn({"importers.file_unused", {}}, {name, {}, 0, {}});
}

}  // namespace

Result<RawPackage> read_folder(const fs::path& folder, Diagnostics& notes) {
  const std::string described(description_file);
  constexpr std::size_t most_bytes = std::size_t{16} << 20U;
  TRY(const std::string text, formats::read_file(folder / described, most_bytes));
  TRY(DataPackage package, parse_datapackage(text, described, notes));
  RawPackage raw;
  raw.meta = std::move(package.meta);
  raw.missing_key = "importers.table_missing_csv";
  raw.file = folder.string();
  std::set<std::string> used{described};
  read_tables(folder, package, raw, used, notes);
  read_outlines(folder, package.outlines, raw, used, notes);
  warn_unused(folder, used, notes);
  return raw;
}

Done write_folder(const region::Tables& tables, const fs::path& folder) {
  TRY(auto staged, formats::StagedFolder::beside(folder));
  for (const auto& [name, table] : tables.tables) TRY_DONE(staged.write(name + ".csv", formats::to_csv(table)));
  if (tables.outlines.empty()) {
    staged.remove(std::string(outlines_file));
  } else {
    formats::Layer layer;
    layer.columns = {{"id", formats::ColumnType::text}};
    layer.geometry = formats::GeometryKind::multipolygon;
    for (const auto& [id, outline] : tables.outlines) {
      layer.rows.push_back({id});
      layer.polygons.push_back(outline);
    }
    TRY_DONE(staged.write(std::string(outlines_file), formats::to_geojson(layer)));
  }
  TRY_DONE(staged.write(std::string(description_file), to_datapackage(tables)));
  return staged.commit();
}

}  // namespace veer::importers
