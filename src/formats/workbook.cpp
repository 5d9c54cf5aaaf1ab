#include "formats/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>

#include "formats/files.hpp"
#include "formats/xml.hpp"
#include "formats/zip_archive.hpp"

namespace veer::formats {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_rows = 1'048'575;  // of data, below the header
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t longest_cell = 32'767;  // characters, a limit of Excel
constexpr std::size_t longest_name = 31;

Error wrong(std::string key, std::vector<std::string> arguments, const std::string& sheet, std::size_t row = 0,
            std::string column = {}) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {{}, sheet, row, std::move(column)}, {}};
}

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// Characters that XML cannot hold are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and so is a text that looks like
/// it.
std::string escaped(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const auto byte = static_cast<unsigned char>(cell[i]);
    if (byte < 0x20 && byte != '\n' && byte != '\t') {
      constexpr std::string_view digits = "0123456789ABCDEF";
      out += {'_', 'x', '0', '0', digits[byte >> 4U], digits[byte & 15U], '_'};
    } else if (cell.substr(i).starts_with("\xEF\xBF\xBE") || cell.substr(i).starts_with("\xEF\xBF\xBF")) {
      out += cell[i + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else {
      const bool looks_escaped = cell[i] == '_' && i + 6 < cell.size() && cell[i + 1] == 'x' && cell[i + 6] == '_' &&
                                 std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                                             cell.begin() + static_cast<std::ptrdiff_t>(i) + 6, is_hexadecimal);
      out += looks_escaped ? "_x005F_" : std::string(1, cell[i]);
    }
  }
  return out;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The number to store, if the workbook (16 digits) shows the same text again.
std::optional<double> storable_number(const std::string& cell, ColumnType type) {
  if (type != ColumnType::number && type != ColumnType::integer) return std::nullopt;
  const auto value = exact_number(cell);
  if (!value) return std::nullopt;
  std::array<char, 64> written{};
  std::snprintf(written.data(), written.size(), "%.16G", *value);
  if (std::strtod(written.data(), nullptr) != *value) return std::nullopt;
  return value;
}

Done check(std::span<const Sheet> sheets) {
  std::set<std::string> names;
  for (const Sheet& sheet : sheets) {
    const bool good = !sheet.name.empty() && characters(sheet.name) <= longest_name &&
                      sheet.name.find_first_of("[]:*?/\\") == std::string::npos && !sheet.name.starts_with('\'') &&
                      !sheet.name.ends_with('\'');
    if (!good) return fail(wrong("formats.sheet_name", {sheet.name}, sheet.name));
    std::string folded = sheet.name;
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!names.insert(folded).second) return fail(wrong("formats.sheet_twice", {sheet.name}, sheet.name));
    if (sheet.columns.empty() || sheet.columns.size() > most_columns || sheet.rows.size() > most_rows) {
      return fail(wrong("formats.sheet_too_large",
                        {std::to_string(sheet.rows.size()), std::to_string(sheet.columns.size())}, sheet.name));
    }
  }
  return {};
}

struct Styles {
  lxw_format* header = nullptr;
  lxw_format* text = nullptr;
};

/// Wide enough for most cells of the column, never wider than is pleasant to read.
double width_of(const Sheet& sheet, std::size_t column) {
  constexpr std::size_t looked_at = 200;
  std::size_t widest = characters(sheet.columns[column].name) + 3;  // room for the filter button
  for (std::size_t r = 0; r < std::min(sheet.rows.size(), looked_at); ++r)
    widest = std::max(widest, characters(sheet.rows[r][column]) + 1);
  return static_cast<double>(std::clamp<std::size_t>(widest, 8, 48));
}

Done write_cell(lxw_worksheet* to, const Sheet& sheet, std::size_t r, std::size_t c, lxw_format* text) {
  const std::string& cell = sheet.rows[r][c];
  const auto row = static_cast<lxw_row_t>(r + 1);
  const auto column = static_cast<lxw_col_t>(c);
  if (const auto number = storable_number(cell, sheet.columns[c].type)) {
    worksheet_write_number(to, row, column, *number, nullptr);
    return {};
  }
  if (cell.empty()) return {};
  const std::string safe = escaped(cell);
  if (characters(safe) > longest_cell) {
    return fail(
        wrong("formats.cell_too_long", {std::to_string(characters(safe))}, sheet.name, r + 2, sheet.columns[c].name));
  }
  if (worksheet_write_string(to, row, column, safe.c_str(), text) != LXW_NO_ERROR) {
    return fail(wrong("formats.workbook_failed", {"worksheet_write_string"}, sheet.name, r + 2, sheet.columns[c].name));
  }
  return {};
}

Done write_sheet(lxw_workbook* workbook, const Sheet& sheet, const Styles& styles) {
  lxw_worksheet* const to = workbook_add_worksheet(workbook, sheet.name.c_str());
  if (to == nullptr) return fail(wrong("formats.sheet_name", {sheet.name}, sheet.name));
  const auto last_row = static_cast<lxw_row_t>(sheet.rows.size());
  const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    const bool numeric = sheet.columns[c].type == ColumnType::number || sheet.columns[c].type == ColumnType::integer;
    worksheet_set_column(to, column, column, width_of(sheet, c), numeric ? nullptr : styles.text);
    const std::string name = escaped(sheet.columns[c].name);
    if (characters(name) > longest_cell ||
        worksheet_write_string(to, 0, column, name.c_str(), styles.header) != LXW_NO_ERROR) {
      return fail(wrong("formats.cell_too_long", {std::to_string(characters(name))}, sheet.name, 1));
    }
  }
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    ENSURE(sheet.rows[r].size() == sheet.columns.size(), "a row of a sheet has as many cells as the sheet has columns");
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) TRY_DONE(write_cell(to, sheet, r, c, styles.text));
  }
  worksheet_freeze_panes(to, 1, sheet.columns.size() > 1 ? 1 : 0);
  worksheet_autofilter(to, 0, 0, last_row, last_column);
  return {};
}

Done build(std::span<const Sheet> sheets, const fs::path& file) {
  std::string folder = file.parent_path().string();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> workbook(workbook_new_opt(file.c_str(), &options),
                                                                       &lxw_workbook_free);
  if (!workbook) return fail(wrong("formats.workbook_failed", {"workbook_new"}, {}));
  lxw_doc_properties properties{};
  properties.created = 946684800;  // 2000-01-01: the date of writing would make every file differ
  workbook_set_properties(workbook.get(), &properties);
  Styles styles;
  styles.header = workbook_add_format(workbook.get());
  format_set_bold(styles.header);
  format_set_num_format_index(styles.header, 49);
  styles.text = workbook_add_format(workbook.get());
  format_set_num_format_index(styles.text, 49);  // 49 is "@": text stays as typed
  for (const Sheet& sheet : sheets) TRY_DONE(write_sheet(workbook.get(), sheet, styles));
  const lxw_error problem = workbook_close(workbook.release());  // also frees it
  if (problem != LXW_NO_ERROR) {
    return fail(Error{
        ErrorKind::unavailable, {"formats.workbook_failed", {lxw_strerror(problem)}}, {file.string(), {}, 0, {}}, {}});
  }
  return {};
}

/// Whether every part of the file is whole XML.
Done check_whole(const fs::path& file, std::size_t sheet_count) {
  constexpr std::size_t largest_unpacked = std::size_t{4} << 30U;
  TRY(auto archive, ZipArchive::open(file, largest_unpacked));
  std::vector<std::string> parts{"[Content_Types].xml",        "_rels/.rels",     "docProps/app.xml",
                                 "docProps/core.xml",          "xl/workbook.xml", "xl/theme/theme1.xml",
                                 "xl/_rels/workbook.xml.rels", "xl/styles.xml"};
  if (archive.has("xl/sharedStrings.xml")) parts.emplace_back("xl/sharedStrings.xml");
  for (std::size_t i = 0; i < sheet_count; ++i) parts.push_back("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml");
  for (const std::string& part : parts) {
    XmlReader reader({[](std::string_view, const XmlAttributes&) {}, [](std::string_view) {}, [](std::string_view) {}},
                     part);
    TRY_DONE(archive.read(part, [&reader](std::string_view piece) { return reader.feed(piece); }));
    TRY_DONE(reader.finish());
  }
  return {};
}

Error no_room(const std::string& folder) {
  return {ErrorKind::unavailable, {"formats.no_temporary_room", {}}, {folder, {}, 0, {}}, {}};
}

Result<std::string> write_and_check(const fs::path& file, std::size_t sheet_count,
                                    const std::function<Done(const fs::path&)>& write) {
  TRY_DONE(write(file));
  if (!check_whole(file, sheet_count)) return fail(no_room(file.parent_path().string()));
  return read_file(file);
}

}  // namespace

Result<std::string> packed_workbook(std::size_t sheet_count, const std::function<Done(const fs::path&)>& write) {
  // The library only writes to files; a folder of our own keeps its temporary files together and goes away as a whole.
  std::error_code problem;
  std::string folder = (fs::temp_directory_path(problem) / "veer-XXXXXX").string();
  if (problem || ::mkdtemp(folder.data()) == nullptr) return fail(no_room(folder));
  Result<std::string> bytes = write_and_check(fs::path(folder) / "workbook.xlsx", sheet_count, write);
  fs::remove_all(folder, problem);
  return bytes;
}

Result<std::string> to_xlsx(std::span<const Sheet> sheets) {
  ENSURE(!sheets.empty(), "a workbook has at least one sheet");
  TRY_DONE(check(sheets));
  return packed_workbook(sheets.size(), [sheets](const fs::path& file) { return build(sheets, file); });
}

Done write_workbook(const fs::path& path, std::span<const Sheet> sheets) {
  TRY(const std::string bytes, to_xlsx(sheets));
  return write_file_atomically(path, bytes);
}

}  // namespace veer::formats
