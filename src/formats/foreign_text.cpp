#include "formats/foreign_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "base/text.hpp"
#include "formats/files.hpp"

namespace veer::formats {

namespace {

constexpr std::string_view separators = ";,\t#|";

void append(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

constexpr char32_t replacement = 0xFFFD;

/// The characters of Windows-1252 for bytes 0x80 to 0x9F; five of them stand for nothing.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, replacement, 0x201A,      0x0192, 0x201E,      0x2026,      0x2020, 0x2021,      0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152,      replacement, 0x017D, replacement, replacement, 0x2018, 0x2019,      0x201C, 0x201D, 0x2022,
    0x2013, 0x2014,      0x02DC,      0x2122, 0x0161,      0x203A,      0x0153, replacement, 0x017E, 0x0178};

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code <= 0xDBFF && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    append(out, code >= 0xD800 && code <= 0xDFFF ? replacement : code);
  }
  return out;
}

struct Reading {
  char separator;
  char quote;
};

/// Splits the whole text under one reading; stops at the first thing that does not fit.
class Splitter {
 public:
  Splitter(std::string_view text, Reading reading, const CsvLimits& limits)
      : text_(text), reading_(reading), limits_(limits) {}

  Result<Table> run(std::string name, std::string file) {
    table_.name = std::move(name);
    table_.file = std::move(file);
    while (at_ < text_.size()) {
      const std::size_t first_line = line_;
      if (!next_row()) return fail(wrong("formats.quote_open", {}, first_line));
      const bool empty = std::all_of(cells_.begin(), cells_.end(), [](const auto& cell) { return cell.empty(); });
      if (empty) continue;
      if (table_.columns.empty()) {
        TRY_DONE(take_header(first_line));
      } else {
        TRY_DONE(take_row(first_line));
      }
    }
    if (table_.columns.empty()) return fail(wrong("formats.empty_table", {}, 0));
    return std::move(table_);
  }

 private:
  [[nodiscard]] Error wrong(std::string key, std::vector<std::string> arguments, std::size_t row,
                            std::string column = {}) const {
    return {ErrorKind::invalid_input,
            {std::move(key), std::move(arguments)},
            {table_.file, {}, row, std::move(column)},
            {}};
  }

  /// Reads one row of cells; false where a quote stays open.
  bool next_row() {
    cells_.clear();
    std::string cell;
    bool quoted = false;
    const auto close = [&] {
      const std::size_t first = cell.find_first_not_of(" \t");
      cells_.push_back(first == std::string::npos ? std::string()
                                                  : cell.substr(first, cell.find_last_not_of(" \t") - first + 1));
      cell.clear();
    };
    bool only_blanks = true;  // so far in this cell: a quote may begin here
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c != reading_.quote) {
          cell += c;
        } else if (at_ < text_.size() && text_[at_] == reading_.quote) {
          cell += c;
          ++at_;
        } else {
          quoted = false;
        }
      } else if (c == reading_.quote && only_blanks) {
        quoted = true;
        only_blanks = false;
      } else if (c == reading_.separator) {
        close();
        only_blanks = true;
      } else if (c == '\n') {
        close();
        return true;
      } else if (c != '\r') {
        if (c != ' ') only_blanks = false;
        cell += c;
      }
      if (cell.size() > limits_.row_bytes) return false;
    }
    close();
    return !quoted;
  }

  Done take_header(std::size_t line) {
    while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
    std::set<std::string> seen;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].empty()) cells_[i] = "#" + std::to_string(i + 1);  // R writes its row names without a name
      if (!seen.insert(cells_[i]).second) return fail(wrong("formats.column_twice", {cells_[i]}, line, cells_[i]));
    }
    table_.columns = std::move(cells_);
    return {};
  }

  Done take_row(std::size_t line) {
    while (cells_.size() > table_.columns.size() && cells_.back().empty()) cells_.pop_back();
    if (cells_.size() != table_.columns.size()) {
      const std::string shown = reading_.separator == '\t' ? "tab" : std::string(1, reading_.separator);
      return fail(wrong("formats.foreign_cells",
                        {std::to_string(table_.columns.size()), std::to_string(cells_.size()), shown}, line));
    }
    if (table_.rows.size() >= limits_.rows || (table_.rows.size() + 1) * table_.columns.size() > limits_.cells)
      return fail(wrong("formats.too_many_rows", {std::to_string(table_.rows.size())}, line));
    table_.rows.push_back(std::move(cells_));
    table_.lines.push_back(line);
    cells_ = {};
    return {};
  }

  std::string_view text_;
  Reading reading_;
  const CsvLimits& limits_;
  Table table_;
  std::vector<std::string> cells_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// Separators by how many columns they give the header, most first; one that gives none is not among them.
std::vector<char> likely_separators(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("\r\n");
  if (begin == std::string_view::npos) return {','};
  const std::string_view header = text.substr(begin, text.find('\n', begin) - begin);
  std::vector<std::pair<std::ptrdiff_t, char>> counts;
  for (const char separator : separators) {
    std::ptrdiff_t count = 0;
    bool quoted = false;
    for (const char c : header) {
      if (c == '"') quoted = !quoted;
      if (c == separator && !quoted) ++count;
    }
    if (count > 0) counts.emplace_back(count, separator);
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<char> likely;
  for (const auto& [count, separator] : counts) likely.push_back(separator);
  if (likely.empty()) likely.push_back(',');
  return likely;
}

}  // namespace

Decoded decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF") && is_utf8(bytes.substr(3))) return {std::string(bytes.substr(3)), "UTF-8"};
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), "UTF-16"};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), "UTF-16"};
  if (is_utf8(bytes)) return {std::string(bytes), "UTF-8"};
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte);
  }
  return {std::move(out), "Windows-1252"};
}

Result<ForeignTable> parse_foreign_text(std::string_view bytes, std::string table_name, std::string shown_file,
                                        const CsvLimits& limits) {
  Decoded plain = decoded(bytes);
  const std::string_view text = plain.text;
  const auto control = std::find_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
  });
  if (control != text.end())
    return fail({ErrorKind::invalid_input,
                 {"formats.not_text", {std::to_string(static_cast<unsigned char>(*control))}},
                 {shown_file, {}, 1 + static_cast<std::size_t>(std::count(text.begin(), control, '\n')), {}},
                 {}});
  std::optional<Error> first_problem;
  for (const char separator : likely_separators(text)) {
    for (const char quote : {'"', '\''}) {
      if (text.find(quote) == std::string_view::npos && first_problem) continue;
      auto table = Splitter(text, {separator, quote}, limits).run(table_name, shown_file);
      if (table) return ForeignTable{*std::move(table), separator, quote, std::move(plain.encoding)};
      if (!first_problem) first_problem = std::move(table).error();
    }
  }
  return fail(std::move(*first_problem));
}

Result<ForeignTable> read_foreign_text(const std::filesystem::path& path, std::string table_name,
                                       const CsvLimits& limits) {
  TRY(const std::string bytes, read_file(path, limits.file_bytes));
  return parse_foreign_text(bytes, std::move(table_name), path.filename().string(), limits);
}

}  // namespace veer::formats
