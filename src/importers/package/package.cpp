#include "importers/package/package.hpp"

#include "importers/package/forms.hpp"
#include "region/builder.hpp"

namespace veer::importers {

namespace fs = std::filesystem;

namespace {

Error refused(ErrorKind kind, std::string key, std::vector<std::string> arguments, const fs::path& path) {
  return {kind, {std::move(key), std::move(arguments)}, {path.string(), {}, 0, {}}, {}};
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// The folder of a package that was named by it or by its datapackage.json.
fs::path folder_of(const fs::path& path) {
  if (path.filename() != "datapackage.json") return path;
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Result<RawPackage> read_raw(const fs::path& path, PackageForm form, Diagnostics& notes) {
  switch (form) {
    case PackageForm::workbook:
      return read_workbook_form(path, notes);
    case PackageForm::geopackage:
      return read_geopackage_form(path, notes);
    case PackageForm::folder:
      break;
  }
  return read_folder(folder_of(path), notes);
}

bool is_closed(const geo::MultiPolygon& outline) {
  for (const geo::Polygon& polygon : outline) {
    if (polygon.empty()) return false;
    for (const geo::Ring& ring : polygon)
      if (ring.size() < 4 || !(ring.front() == ring.back())) return false;
  }
  return true;
}

/// What is written must be readable again: the tables go through the same check as those that were read.
Result<region::Tables> writable(const region::Tables& tables, const fs::path& path) {
  RawPackage raw;
  raw.meta = tables;
  raw.missing_key = "importers.table_missing_csv";
  raw.file = path.string();
  for (const auto& [name, table] : tables.tables) {
    if (region::schema(name) == nullptr)
      return fail(refused(ErrorKind::invalid_input, "importers.table_unknown", {name}, path));
    raw.tables.push_back(table);
    raw.tables.back().name = name;
  }
  Diagnostics notes;
  region::Tables checked = normalised(std::move(raw), notes);
  for (const Problem& problem : notes.problems()) {
    if (problem.severity == Severity::error)
      return fail(Error{ErrorKind::invalid_input, problem.message, problem.place, {}});
  }
  for (const auto& [id, outline] : checked.outlines) {
    if (!is_closed(outline)) return fail(refused(ErrorKind::invalid_input, "importers.outline_open", {id}, path));
  }
  return checked;
}

}  // namespace

Result<PackageForm> package_form(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored) || path.filename() == "datapackage.json") return PackageForm::folder;
  const std::string ending = lower(path.extension().string());
  if (ending == ".xlsx") return PackageForm::workbook;
  if (ending == ".gpkg") return PackageForm::geopackage;
  if (ending.empty() && !fs::exists(path, ignored)) return PackageForm::folder;
  return fail(refused(ErrorKind::unsupported, "importers.package_form", {path.filename().string()}, path));
}

Result<region::Tables> read_package(const fs::path& path, Diagnostics& notes) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return fail(refused(ErrorKind::not_found, "importers.package_missing", {}, path));
  TRY(const PackageForm form, package_form(path));
  const std::size_t before = notes.error_count();
  TRY(RawPackage raw, read_raw(path, form, notes));
  region::Tables tables = normalised(std::move(raw), notes);
  const std::size_t errors = notes.error_count() - before;
  if (errors > 0)
    return fail(refused(ErrorKind::invalid_input, "importers.package_refused", {std::to_string(errors)}, path));
  return tables;
}

Done write_package(const region::Tables& tables, const fs::path& path) {
  TRY(const PackageForm form, package_form(path));
  TRY(const region::Tables checked, writable(tables, path));
  switch (form) {
    case PackageForm::workbook:
      return write_workbook_form(checked, path);
    case PackageForm::geopackage:
      return write_geopackage_form(checked, path);
    case PackageForm::folder:
      break;
  }
  return write_folder(checked, folder_of(path));
}

Result<region::Region> load_region(const fs::path& path, Diagnostics& notes) {
  TRY(const region::Tables tables, read_package(path, notes));
  return region::build_region(tables, notes);
}

}  // namespace veer::importers
