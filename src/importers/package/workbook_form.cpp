#include "importers/package/forms.hpp"

#include <algorithm>
#include <charconv>

#include "formats/geojson.hpp"
#include "formats/workbook.hpp"

namespace veer::importers {

namespace {

/// Text per cell; Excel holds 32,767 characters.
constexpr std::size_t piece_characters = 30'000;

formats::Sheet text_sheet(const formats::Table& table) {
  formats::Sheet sheet;
  sheet.name = table.name;
  for (const std::string& column : table.columns) sheet.columns.push_back({column, formats::ColumnType::text});
  sheet.rows = table.rows;
  return sheet;
}

formats::Sheet typed_sheet(const formats::Table& table, const region::TableSchema& schema) {
  formats::Sheet sheet = text_sheet(table);
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) sheet.columns[c].type = schema.columns[c].type;
  return sheet;
}

/// An outline per area, its GeoJSON cut into pieces that fit a cell.
formats::Sheet outlines_sheet(const region::Tables& tables) {
  formats::Sheet sheet;
  sheet.name = std::string(outlines_table);
  sheet.columns = {{"id", formats::ColumnType::text},
                   {"part", formats::ColumnType::integer},
                   {"geometry", formats::ColumnType::text}};
  for (const auto& [id, outline] : tables.outlines) {
    const std::string text = formats::outline_json(outline);
    for (std::size_t at = 0, part = 1; at < text.size(); at += piece_characters, ++part) {
      sheet.rows.push_back({id, std::to_string(part), text.substr(at, piece_characters)});
    }
  }
  return sheet;
}

void take_outlines(const formats::Table& table, RawPackage& raw, Diagnostics& notes) {
  const auto id = table.column("id");
  const auto part = table.column("part");
  const auto geometry = table.column("geometry");
  if (!id || !part || !geometry) {
    const char* const absent = !id ? "id" : !part ? "part" : "geometry";
    notes.error({"importers.column_missing", {absent}}, {table.file, table.name, 1, absent});
    return;
  }
  // People sort sheets: the pieces are put in order by their number.
  std::map<std::string, std::map<long long, std::string>> pieces;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto number = formats::exact_integer(table.rows[r][*part]);
    if (!number || !pieces[table.rows[r][*id]].emplace(*number, table.rows[r][*geometry]).second) {
      notes.error({"importers.metadata_type", {"part", "1, 2, 3, …"}}, {table.file, table.name, table.line(r), "part"});
    }
  }
  for (const auto& [area, parts] : pieces) {
    std::string text;
    for (const auto& [number, piece] : parts) text += piece;
    auto outline = formats::parse_outline(text, table.file);
    if (outline) {
      raw.meta.outlines.emplace(area, *std::move(outline));
    } else {
      Error error = std::move(outline).error();
      error.place.table = table.name;
      error.place.column = area;
      add_problem(error, notes);
    }
  }
}

}  // namespace

Result<RawPackage> read_workbook_form(const std::filesystem::path& path, Diagnostics& notes) {
  TRY(auto sheets, formats::read_workbook(path));
  RawPackage raw;
  raw.missing_key = "importers.table_missing_sheet";
  raw.file = path.filename().string();
  bool described = false;
  for (formats::Table& sheet : sheets) {
    if (sheet.name == metadata_table) {
      take_metadata_rows(sheet, raw.meta, notes);
      described = true;
    } else if (sheet.name == outlines_table) {
      take_outlines(sheet, raw, notes);
    } else if (region::schema(sheet.name) != nullptr) {
      raw.tables.push_back(std::move(sheet));
    } else {
      warn_unknown_table(sheet.name, raw.file, notes);
    }
  }
  if (!described) notes.error({"importers.table_missing_sheet", {std::string(metadata_table)}}, {raw.file, {}, 0, {}});
  return raw;
}

Done write_workbook_form(const region::Tables& tables, const std::filesystem::path& path) {
  std::vector<formats::Sheet> sheets{text_sheet(metadata_rows(tables))};
  for (const region::TableSchema& schema : region::schemas())
    sheets.push_back(typed_sheet(tables.tables.at(std::string(schema.name)), schema));
  sheets.push_back(outlines_sheet(tables));
  return formats::write_workbook(path, sheets);
}

}  // namespace veer::importers
