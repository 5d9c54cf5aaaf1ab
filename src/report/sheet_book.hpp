#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace veer::report {

/// How a column shows its numbers; all of them sort as numbers.
enum class CellFormat { text, wrapped, whole, one_decimal, six_digits, percent };

struct BookColumn {
  std::string title;  ///< with its unit
  CellFormat format = CellFormat::text;
  double width = 12;  ///< in characters
};

/// Nothing, a number, or a text (also in a column of numbers: "> 168").
using BookCell = std::variant<std::monostate, double, std::string>;

/// A sheet made for reading: number formats, a frozen header with a filter, landscape A4.
///
/// Invariant: every row has columns.size() cells.
struct BookSheet {
  std::string name;  ///< at most 31 characters
  std::vector<BookColumn> columns;
  std::vector<std::vector<BookCell>> rows;
  int frozen_columns = 1;
};

/// What stands above and below every printed page.
struct BookPage {
  std::string above;
  std::string below;
};

/// The workbook as bytes; the same sheets give the same bytes.
///
/// The library writes through temporary files without looking whether they fit, so the result is read back before it is
/// handed out.
/// @errors unavailable: no temporary folder, or no room in it
[[nodiscard]] Result<std::string> sheet_book(const std::vector<BookSheet>& sheets, const BookPage& page);

}  // namespace veer::report
