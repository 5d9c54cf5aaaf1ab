#include "formats/workbook.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "formats/xml.hpp"
#include "formats/zip_archive.hpp"

namespace veer::formats {

namespace {

Error wrong(std::string key, std::vector<std::string> arguments, const std::string& file, const std::string& sheet = {},
            std::size_t row = 0, std::string column = {}) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {file, sheet, row, std::move(column)}, {}};
}

Done read_xml(ZipArchive& archive, const std::string& part, XmlEvents events) {
  XmlReader reader(std::move(events), archive.shown() + ", " + part);
  TRY_DONE(archive.read(part, [&reader](std::string_view piece) { return reader.feed(piece); }));
  return reader.finish();
}

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string{} : found->second;
}

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

/// _xHHHH_ back to its character. Halves of surrogate pairs and NUL stay as they stand: no text has them.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
      unsigned code = 0;
      const char* const begin = text.data() + i + 2;
      const auto [end, problem] = std::from_chars(begin, begin + 4, code, 16);
      if (problem == std::errc{} && end == begin + 4 && code != 0 && (code < 0xD800 || code > 0xDFFF)) {
        append_utf8(out, code);
        i += 6;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

/// Whether a number format shows a date or time: a y, m, d, h or s outside quotes and brackets.
bool shows_date(std::string_view format) {
  char until = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (until != 0) {
      if (c == until) until = 0;
    } else if (c == '"') {
      until = '"';
    } else if (c == '[') {
      until = ']';
    } else if (c == '\\') {
      ++i;
    } else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// Days since 1899-12-30 as Excel counts them, in ISO 8601 to the second; "08:30" when there is no day.
std::string iso_date(double serial) {
  constexpr long long seconds_a_day = 86'400;
  const auto seconds = static_cast<long long>(std::floor(serial * static_cast<double>(seconds_a_day) + 0.5));
  const long long day = seconds / seconds_a_day;
  const long long rest = seconds % seconds_a_day;
  std::string out;
  std::array<char, 40> buffer{};
  if (day > 0) {
    // Excel believes that 1900 was a leap year, so before March of that year its count is one ahead.
    const std::chrono::sys_days begin = std::chrono::year{1899} / 12 / (day < 60 ? 31 : 30);
    const std::chrono::year_month_day date{begin + std::chrono::days{day}};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    out = buffer.data();
  }
  if (rest == 0 && day > 0) return out;
  std::snprintf(buffer.data(), buffer.size(), "%02lld:%02lld", rest / 3600, rest / 60 % 60);
  out += (out.empty() ? "" : "T") + std::string(buffer.data());
  if (rest % 60 != 0) {
    std::snprintf(buffer.data(), buffer.size(), ":%02lld", rest % 60);
    out += buffer.data();
  }
  return out;
}

struct SheetPart {
  std::string name;
  std::string part;
};

/// What the parts around the sheets say.
struct Contents {
  std::vector<SheetPart> sheets;
  std::vector<std::string> shared;  ///< texts that cells refer to by number
  std::vector<bool> date_styles;    ///< by cell style
  bool dates_from_1904 = false;
};

Result<Contents> read_contents(ZipArchive& archive) {
  Contents contents;
  std::vector<std::pair<std::string, std::string>> names;  // name, relation
  XmlEvents in_workbook;
  in_workbook.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheet") names.emplace_back(attribute(attributes, "name"), attribute(attributes, "id"));
    if (name == "workbookPr")
      contents.dates_from_1904 =
          attribute(attributes, "date1904") == "1" || attribute(attributes, "date1904") == "true";
  };
  if (!archive.has("xl/workbook.xml")) return fail(wrong("formats.no_workbook", {}, archive.shown()));
  TRY_DONE(read_xml(archive, "xl/workbook.xml", in_workbook));

  std::map<std::string, std::string> targets;
  XmlEvents in_relations;
  in_relations.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "Relationship") targets[attribute(attributes, "Id")] = attribute(attributes, "Target");
  };
  TRY_DONE(read_xml(archive, "xl/_rels/workbook.xml.rels", in_relations));
  for (const auto& [name, relation] : names) {
    const std::string target = targets[relation];
    contents.sheets.push_back({name, target.starts_with('/') ? target.substr(1) : "xl/" + target});
  }

  if (archive.has("xl/sharedStrings.xml")) {
    bool in_text = false;
    bool phonetic = false;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes&) {
      if (name == "si") contents.shared.emplace_back();
      if (name == "rPh") phonetic = true;
      in_text = name == "t" && !phonetic;
    };
    events.end = [&](std::string_view name) {
      if (name == "rPh") phonetic = false;
      in_text = false;
    };
    events.text = [&](std::string_view text) {
      if (in_text && !contents.shared.empty()) contents.shared.back() += text;
    };
    TRY_DONE(read_xml(archive, "xl/sharedStrings.xml", events));
    for (std::string& text : contents.shared) text = unescaped(text);
  }

  if (archive.has("xl/styles.xml")) {
    std::map<std::string, bool> own_formats;
    bool in_cell_styles = false;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& attributes) {
      if (name == "numFmt")
        own_formats[attribute(attributes, "numFmtId")] = shows_date(attribute(attributes, "formatCode"));
      if (name == "cellXfs") in_cell_styles = true;
      if (name != "xf" || !in_cell_styles) return;
      const std::string format = attribute(attributes, "numFmtId");
      const int number = parsed<int>(format).value_or(0);
      // Built-in formats 14–22 and 45–47 are dates and times (ECMA-376 part 1, 18.8.30).
      const bool built_in = (number >= 14 && number <= 22) || (number >= 45 && number <= 47);
      contents.date_styles.push_back(own_formats.contains(format) ? own_formats[format] : built_in);
    };
    events.end = [&](std::string_view name) {
      if (name == "cellXfs") in_cell_styles = false;
    };
    TRY_DONE(read_xml(archive, "xl/styles.xml", events));
  }
  return contents;
}

/// Hears the cells of one sheet and builds its table.
class SheetReader {
 public:
  SheetReader(const Contents& contents, std::string name, std::string file, const CsvLimits& limits)
      : contents_(contents), limits_(limits) {
    table_.name = std::move(name);
    table_.file = std::move(file);
  }

  XmlEvents events() {
    XmlEvents events;
    events.start = [this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); };
    events.end = [this](std::string_view name) { end(name); };
    events.text = [this](std::string_view text) {
      if (in_value_ || in_text_) value_ += text;
    };
    return events;
  }

  Result<Table> finish() {
    if (problem_) return fail(std::move(*problem_));
    return std::move(table_);
  }

 private:
  void start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
      row_ = parsed<std::size_t>(attribute(attributes, "r")).value_or(row_ + 1);
      cells_.clear();
      column_ = 0;
    } else if (name == "c") {
      column_ = column_of(attribute(attributes, "r")).value_or(column_);
      type_ = attribute(attributes, "t");
      style_ = parsed<std::size_t>(attribute(attributes, "s")).value_or(0);
      value_.clear();
    } else if (name == "rPh") {
      phonetic_ = true;
    }
    in_value_ = name == "v";
    in_text_ = name == "t" && !phonetic_;
  }

  void end(std::string_view name) {
    in_value_ = false;
    in_text_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "c") {
      constexpr std::size_t most_columns = 16'384;
      if (column_ < most_columns) {
        std::string text = cell_text();
        if (!text.empty()) {
          if (cells_.size() <= column_) cells_.resize(column_ + 1);
          cells_[column_] = std::move(text);
        }
      }
      ++column_;
    }
    if (name == "row" && !problem_) take_row();
  }

  /// "AB12" is column 27, from 0.
  static std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
      if (c < 'A' || c > 'Z') break;
      column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
      if (column > 100'000) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
  }

  std::string cell_text() const {
    if (type_ == "s") {
      const auto index = parsed<std::size_t>(value_);
      return index && *index < contents_.shared.size() ? contents_.shared[*index] : std::string{};
    }
    if (type_ == "inlineStr" || type_ == "str") return unescaped(value_);
    if (type_ == "b") return value_ == "1" ? "true" : "false";
    if (type_ == "e" || type_ == "d") return value_;
    const auto number = parsed<double>(value_);
    if (!number || !std::isfinite(*number)) return value_;
    const bool date = style_ < contents_.date_styles.size() && contents_.date_styles[style_];
    constexpr double last_day = 2'958'466;  // 9999-12-31 is the last that Excel knows
    const double serial = *number + (contents_.dates_from_1904 ? 1462 : 0);
    return date && serial >= 0 && serial < last_day ? iso_date(serial) : canonical_number(*number);
  }

  void take_row() {
    while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
    if (cells_.empty()) return;
    if (table_.columns.empty()) {
      take_header();
      return;
    }
    if (cells_.size() > table_.columns.size()) {
      problem_ = wrong("formats.beyond_header", {std::to_string(cells_.size())}, table_.file, table_.name, row_);
      return;
    }
    if (table_.rows.size() >= limits_.rows || (table_.rows.size() + 1) * table_.columns.size() > limits_.cells) {
      problem_ = wrong("formats.too_many_rows", {std::to_string(table_.rows.size())}, table_.file, table_.name, row_);
      return;
    }
    cells_.resize(table_.columns.size());
    table_.rows.push_back(std::move(cells_));
    table_.lines.push_back(row_);
    cells_ = {};
  }

  void take_header() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < cells_.size() && !problem_; ++i) {
      if (cells_[i].empty())
        problem_ = wrong("formats.column_unnamed", {std::to_string(i + 1)}, table_.file, table_.name, row_);
      else if (!seen.insert(cells_[i]).second)
        problem_ = wrong("formats.column_twice", {cells_[i]}, table_.file, table_.name, row_, cells_[i]);
    }
    table_.columns = std::move(cells_);
    cells_ = {};
  }

  const Contents& contents_;
  CsvLimits limits_;
  Table table_;
  std::optional<Error> problem_;
  std::vector<std::string> cells_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
  bool in_text_ = false;
  bool phonetic_ = false;
};

}  // namespace

Result<std::vector<Table>> read_workbook(const std::filesystem::path& path, const CsvLimits& limits) {
  TRY(ZipArchive archive, ZipArchive::open(path, limits.file_bytes));
  TRY(const Contents contents, read_contents(archive));
  std::vector<Table> tables;
  for (const SheetPart& sheet : contents.sheets) {
    if (!archive.has(sheet.part)) return fail(wrong("formats.damaged_zip", {sheet.part}, archive.shown(), sheet.name));
    SheetReader reader(contents, sheet.name, archive.shown(), limits);
    TRY_DONE(read_xml(archive, sheet.part, reader.events()));
    TRY(Table table, reader.finish());
    if (!table.columns.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace veer::formats
