#include "formats/csv.hpp"

#include <array>
#include <set>
#include <vector>

namespace veer::formats {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Takes the bytes of a CSV text in pieces and builds the table; stops at the first thing that is wrong.
///
/// A row is gathered raw until its line break, then split: so a row that never ends is cut off at a known size.
class CsvParser {
 public:
  CsvParser(std::string name, std::string shown_file, const CsvLimits& limits) : limits_(limits) {
    table_.name = std::move(name);
    table_.file = std::move(shown_file);
  }

  Done feed(std::string_view piece) {
    bytes_ += piece.size();
    if (bytes_ > limits_.file_bytes) {
      return wrong("formats.file_too_large", {std::to_string(limits_.file_bytes >> 20U)}, 0);
    }
    for (const char c : piece) {
      if (is_control(c)) return wrong("formats.not_text", {std::to_string(static_cast<unsigned char>(c))}, line_);
      if (c == '\n' && !quoted_) {
        TRY_DONE(take_row());
        continue;
      }
      if (c == '"') quoted_ = !quoted_;
      if (c == '\n') ++breaks_;
      raw_ += c;
      if (raw_.size() > limits_.row_bytes) return too_long();
    }
    return {};
  }

  Result<Table> finish() {
    if (quoted_) return fail(place("formats.quote_open", {}, line_, {}));
    TRY_DONE(take_row());
    if (table_.columns.empty()) return fail(place("formats.empty_table", {}, 0, {}));
    return std::move(table_);
  }

 private:
  /// Bytes that no text of ours has: binary data announces itself by them.
  static bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
  }

  Error place(std::string key, std::vector<std::string> arguments, std::size_t row, std::string column) const {
    return {ErrorKind::invalid_input,
            {std::move(key), std::move(arguments)},
            {table_.file, table_.name, row, std::move(column)},
            {}};
  }
  Done wrong(std::string key, std::vector<std::string> arguments, std::size_t row, std::string column = {}) const {
    return fail(place(std::move(key), std::move(arguments), row, std::move(column)));
  }
  Done too_long() const {
    // Garbage rarely is UTF-8: say what is wrong first.
    std::size_t position = 0;
    if (!is_utf8(raw_, &position) && position + 4 < raw_.size()) return broken_utf8(raw_, position, {});
    if (quoted_) return wrong("formats.quote_open", {}, line_);
    return wrong("formats.row_too_long", {std::to_string(limits_.row_bytes >> 10U)}, line_);
  }
  Done broken_utf8(std::string_view text, std::size_t position, std::string column) const {
    return wrong("formats.broken_utf8", {hexadecimal(text[position]), std::to_string(position + 1)}, line_,
                 std::move(column));
  }
  static std::string hexadecimal(char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {digits[byte >> 4U], digits[byte & 15U]};
  }

  Done take_row() {
    std::string row = std::move(raw_);
    raw_.clear();
    const std::size_t after = line_ + breaks_ + 1;
    breaks_ = 0;
    if (row.ends_with('\r')) row.pop_back();
    if (first_) {
      if (row.starts_with(byte_order_mark)) row.erase(0, byte_order_mark.size());
      first_ = false;
    }
    if (!row.empty()) {
      std::size_t position = 0;
      if (!is_utf8(row, &position)) return broken_utf8(row, position, {});
      if (table_.columns.empty()) {
        TRY_DONE(take_header(row));
      } else {
        TRY_DONE(take_cells(row));
      }
    }
    line_ = after;
    return {};
  }

  Done take_header(const std::string& row) {
    separator_ = separator_of(row);
    TRY_DONE(split(row, table_.columns));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string& column = table_.columns[i];
      if (column.empty()) return wrong("formats.column_unnamed", {std::to_string(i + 1)}, line_);
      if (!seen.insert(column).second) return wrong("formats.column_twice", {column}, line_, column);
    }
    return {};
  }

  Done take_cells(const std::string& row) {
    std::vector<std::string> cells;
    cells.reserve(table_.columns.size());
    TRY_DONE(split(row, cells));
    if (cells.size() != table_.columns.size()) {
      return wrong("formats.cell_count", {std::to_string(table_.columns.size()), std::to_string(cells.size())}, line_);
    }
    if (table_.rows.size() >= limits_.rows || (table_.rows.size() + 1) * cells.size() > limits_.cells) {
      return wrong("formats.too_many_rows", {std::to_string(table_.rows.size())}, line_);
    }
    table_.rows.push_back(std::move(cells));
    table_.lines.push_back(line_);
    return {};
  }

  /// `;` when the header has more of these than of commas outside quotes.
  static char separator_of(std::string_view header) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool quoted = false;
    for (const char c : header) {
      if (c == '"') quoted = !quoted;
      if (!quoted && c == ',') ++commas;
      if (!quoted && c == ';') ++semicolons;
    }
    return semicolons > commas ? ';' : ',';
  }

  Done split(std::string_view row, std::vector<std::string>& cells) const {
    std::size_t at = 0;
    for (;;) {
      std::string cell;
      if (at < row.size() && row[at] == '"') {
        TRY_DONE(quoted_cell(row, at, cell, cells.size()));
      } else {
        for (; at < row.size() && row[at] != separator_; ++at) {
          if (row[at] == '"' || row[at] == '\r') {
            return wrong(row[at] == '"' ? "formats.quote_inside" : "formats.lone_return",
                         {std::to_string(cells.size() + 1)}, line_);
          }
          cell += row[at];
        }
      }
      cells.push_back(std::move(cell));
      if (at >= row.size()) return {};
      ++at;  // the separator
    }
  }

  /// `at` stands on the opening quote and ends on the separator or behind the row.
  Done quoted_cell(std::string_view row, std::size_t& at, std::string& cell, std::size_t index) const {
    for (++at; at < row.size(); ++at) {
      if (row[at] != '"') {
        cell += row[at];
      } else if (at + 1 < row.size() && row[at + 1] == '"') {
        cell += '"';
        ++at;
      } else {
        ++at;
        if (at == row.size() || row[at] == separator_) return {};
        return wrong("formats.quote_inside", {std::to_string(index + 1)}, line_);
      }
    }
    return wrong("formats.quote_open", {}, line_);
  }

  CsvLimits limits_;
  Table table_;
  std::string raw_;         ///< the row so far
  std::size_t line_ = 1;    ///< line on which the row began
  std::size_t breaks_ = 0;  ///< line breaks inside it
  std::size_t bytes_ = 0;
  bool quoted_ = false;
  bool first_ = true;
  char separator_ = ',';
};

void append_cell(std::string& out, std::string_view cell, std::string_view special) {
  if (cell.find_first_of(special) == std::string_view::npos && !cell.starts_with(byte_order_mark)) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_row(std::string& out, const std::vector<std::string>& cells, std::string_view special) {
  // A single empty cell would be an empty line, which readers skip.
  if (cells.size() == 1 && cells.front().empty()) out += "\"\"";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i], special);
  }
  out += '\n';
}

}  // namespace

Result<Table> parse_csv(std::string_view text, std::string table_name, std::string shown_file,
                        const CsvLimits& limits) {
  CsvParser parser(std::move(table_name), std::move(shown_file), limits);
  TRY_DONE(parser.feed(text));
  return parser.finish();
}

Result<Table> read_csv(const std::filesystem::path& path, std::string table_name, const CsvLimits& limits) {
  TRY(auto file, InputFile::open(path));
  CsvParser parser(std::move(table_name), path.filename().string(), limits);
  std::array<char, std::size_t{64} << 10U> buffer{};
  for (;;) {
    TRY(const std::size_t got, file.read(buffer));
    if (got == 0) return parser.finish();
    TRY_DONE(parser.feed({buffer.data(), got}));
  }
}

std::string to_csv(const Table& table) {
  ENSURE(!table.columns.empty(), "a table without columns cannot be written as CSV");
  std::string out;
  // In the header `;` is quoted too, so that it is never taken for the separator.
  append_row(out, table.columns, ",;\"\r\n");
  for (const auto& row : table.rows) append_row(out, row, ",\"\r\n");
  return out;
}

}  // namespace veer::formats
