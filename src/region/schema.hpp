#pragma once

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/table.hpp"
#include "geo/outline.hpp"

namespace veer::region {

/// One column of a table of the region package. The schema is the contract: files, checks and documentation follow it.
struct ColumnSchema {
  std::string_view name;
  formats::ColumnType type = formats::ColumnType::text;
  bool required = false;             ///< the cell may not be empty
  std::string_view references = {};  ///< id of that table; "assets|processes" when the cell is written "table/id"
  std::string_view values = {};      ///< enumeration: "reservoir|generator|manual"
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool list = false;  ///< several ids or words, separated by a blank
  std::string_view description = {};
};

struct TableSchema {
  std::string_view name;
  bool required = false;  ///< a package without this table is refused; others may be absent (read as empty)
  std::vector<ColumnSchema> columns;
  std::string_view description = {};
  [[nodiscard]] const ColumnSchema* column(std::string_view wanted) const;
};

/// The tables of a region package in their order: the sheets of the workbook, the resources of datapackage.json.
[[nodiscard]] const std::vector<TableSchema>& schemas();
[[nodiscard]] const TableSchema* schema(std::string_view table);

/// A region package as read or about to be written: tables of text, outlines, and what datapackage.json says besides.
struct Tables {
  std::string id;
  std::string title;
  std::string reference_date;  ///< of the resident counts, ISO 8601
  std::string licence;         ///< of the whole
  std::vector<std::string> attributions;
  std::map<std::string, std::string> table_licences;  ///< table → licence and attribution, where it differs
  std::map<std::string, formats::Table> tables;       ///< by name; columns in the order of the schema
  std::map<std::string, geo::MultiPolygon> outlines;  ///< by area id, WGS 84 (`outlines.geojson`)
};

}  // namespace veer::region
