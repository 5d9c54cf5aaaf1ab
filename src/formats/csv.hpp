#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "formats/files.hpp"
#include "formats/table.hpp"

namespace veer::formats {

/// How much a reader takes before it says that this cannot be a table of ours.
struct CsvLimits {
  std::size_t file_bytes = largest_file_bytes;    ///< unpacked
  std::size_t row_bytes = std::size_t{1} << 20U;  ///< of one row, quotes and separators included
  std::size_t rows = 2'000'000;
  std::size_t cells = 20'000'000;
};

/// Reads CSV (RFC 4180) in UTF-8 with a header row.
///
/// A byte-order mark and CRLF are fine; quoted cells may hold line breaks. Where the header is separated by `;` (Excel
/// in Dutch) the rows are as well. Wholly empty lines are skipped. Cells keep their text to the byte, blanks included.
/// @errors invalid_input, with row and, where known, column: empty text, two columns of one name, a column without a
///   name, a row with another number of cells, a quote that is not closed or stands inside an unquoted cell, broken
///   UTF-8, control bytes that no text has, a limit passed
[[nodiscard]] Result<Table> parse_csv(std::string_view text, std::string table_name, std::string shown_file,
                                      const CsvLimits& limits = {});

/// The same from a file (*.gz is unpacked), read in pieces: a file of garbage costs no more than its first row.
/// @errors as parse_csv and InputFile::open
[[nodiscard]] Result<Table> read_csv(const std::filesystem::path& path, std::string table_name,
                                     const CsvLimits& limits = {});

/// The table as CSV: UTF-8, commas, LF, quotes only where the reader needs them. parse_csv gives the same cells back.
/// @pre at least one column; no cell holds a NUL byte
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace veer::formats
