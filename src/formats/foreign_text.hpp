#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "formats/csv.hpp"
#include "formats/table.hpp"

namespace veer::formats {

/// A table of text that someone else wrote, and how it was written.
struct ForeignTable {
  Table table;
  char separator = ',';
  char quote = '"';
  std::string encoding = "UTF-8";
};

/// Reads a table of text as it comes out of Excel, StatLine, R or a database, without being told how it was written.
///
/// Encoding: UTF-8 or UTF-16 by byte-order mark, UTF-8 where the bytes are well-formed, Windows-1252 otherwise.
/// Separator: `,` `;` tab `#` or `|`, the one that gives the header most columns and every row the same number.
/// Quotes: `"`, else `'`, by the same test; they count where a cell begins with them. Blanks around cells are taken
/// off, also inside quotes; empty lines and unnamed empty columns at the end of the header are left out.
/// @errors invalid_input, with row and, where known, column: empty, no text, rows of another length than the header
///   under every reading (of the most likely one), a quote that is not closed, two columns of one name, a limit passed
[[nodiscard]] Result<ForeignTable> parse_foreign_text(std::string_view bytes, std::string table_name,
                                                      std::string shown_file, const CsvLimits& limits = {});

/// The same from a file; *.gz is unpacked.
/// @errors as parse_foreign_text and read_file
[[nodiscard]] Result<ForeignTable> read_foreign_text(const std::filesystem::path& path, std::string table_name,
                                                     const CsvLimits& limits = {});

/// The text as UTF-8, and what it was written in ("UTF-8", "UTF-16", "Windows-1252").
struct Decoded {
  std::string text;
  std::string encoding;
};
[[nodiscard]] Decoded decoded(std::string_view bytes);

}  // namespace veer::formats
