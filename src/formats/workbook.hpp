#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/csv.hpp"
#include "formats/layer.hpp"

namespace veer::formats {

/// A workbook (XLSX) with these sheets: bold frozen header, filter, readable widths.
///
/// A cell of a number or integer column becomes a number when that shows the same text (exact_number); every other cell
/// is text in a column formatted as text, so that Excel changes nothing. Same sheets, same bytes.
/// @errors invalid_input: a sheet name of over 31 characters, with one of []:*?/\, or twice; a cell of over 32,767
///   characters; over 1,048,575 rows or 16,384 columns. unavailable: no memory or no room for temporary files
[[nodiscard]] Result<std::string> to_xlsx(std::span<const Sheet> sheets);

/// to_xlsx, written by write_file_atomically.
[[nodiscard]] Done write_workbook(const std::filesystem::path& path, std::span<const Sheet> sheets);

/// The bytes of a workbook that `write` makes with libxlsxwriter at the path it is given, in a folder of its own that
/// goes away.
///
/// The library reports success even when its temporary files hit a full disk; so every part is read back as XML, and a
/// workbook that was packed cut off is refused.
/// @param sheet_count  sheets that must be whole
/// @errors as `write`; unavailable: no room for temporary files
[[nodiscard]] Result<std::string> packed_workbook(std::size_t sheet_count,
                                                  const std::function<Done(const std::filesystem::path&)>& write);

/// The sheets of a workbook in their order, as tables: row 1 is the header, rows without any text are left out.
///
/// Numbers that Excel stored become `canonical_number`, dates ISO 8601, truth values true and false; formulas give
/// their stored result. Sheets without any cell are left out. `Table::lines` are sheet rows.
/// @errors not_found; invalid_input: no XLSX, damaged, too large when unpacked; a column without or of twice the same
/// name; text
///   right of the header
[[nodiscard]] Result<std::vector<Table>> read_workbook(const std::filesystem::path& path, const CsvLimits& limits = {});

/// The sheets of an OpenDocument spreadsheet (ODS), by the same rules as read_workbook.
/// @errors as read_workbook
[[nodiscard]] Result<std::vector<Table>> read_ods(const std::filesystem::path& path, const CsvLimits& limits = {});

/// The sheets of an XLSX or ODS file, whichever it is by content.
/// @errors as read_workbook
[[nodiscard]] Result<std::vector<Table>> read_spreadsheet(const std::filesystem::path& path,
                                                          const CsvLimits& limits = {});

}  // namespace veer::formats
