#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/outline.hpp"

namespace veer::formats {

/// Rows and columns of text, as read from or written to a file. Absent values are empty texts.
///
/// Invariant: every row has columns.size() cells.
struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::string file;                ///< as shown to people: "assets.csv", "haaglanden.xlsx, blad assets"
  std::vector<std::size_t> lines;  ///< line (CSV) or sheet row of each row, 1 = the header; empty: row number + 2

  [[nodiscard]] std::size_t line(std::size_t row) const { return row < lines.size() ? lines[row] : row + 2; }
  [[nodiscard]] std::optional<std::size_t> column(const std::string& wanted) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == wanted) return i;
    return std::nullopt;
  }
};

/// What a column holds; decides the cell type in workbooks and the column type in GeoPackages.
enum class ColumnType { text, number, integer, boolean };

}  // namespace veer::formats
