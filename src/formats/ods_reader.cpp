#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "formats/workbook.hpp"
#include "formats/xml.hpp"
#include "formats/zip_archive.hpp"

namespace veer::formats {

namespace {

constexpr std::size_t most_columns = 16'384;

Error wrong(std::string key, std::vector<std::string> arguments, const std::string& file, const std::string& sheet = {},
            std::size_t row = 0, std::string column = {}) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {file, sheet, row, std::move(column)}, {}};
}

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string{} : found->second;
}

std::size_t repeat(const XmlAttributes& attributes, std::string_view name) {
  const std::string text = attribute(attributes, name);
  std::size_t value = 1;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && end == text.data() + text.size() ? std::max<std::size_t>(value, 1) : 1;
}

/// Hears content.xml (ODF 1.2, part 1, section 9) and builds its tables.
///
/// An empty cell or row may stand for thousands: what is repeated is counted, and only written where text follows.
class OdsReader {
 public:
  OdsReader(std::string file, const CsvLimits& limits) : file_(std::move(file)), limits_(limits) {}

  XmlEvents events() {
    XmlEvents events;
    events.start = [this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); };
    events.end = [this](std::string_view name) { end(name); };
    events.text = [this](std::string_view text) {
      if (paragraph_ > 0 && note_ == 0 && !problem_ && text_.size() < limits_.row_bytes) text_ += text;
    };
    return events;
  }

  Result<std::vector<Table>> finish() {
    if (problem_) return fail(std::move(*problem_));
    std::erase_if(tables_, [](const Table& table) { return table.columns.empty(); });
    return std::move(tables_);
  }

 private:
  void start(std::string_view name, const XmlAttributes& attributes) {
    if (problem_) return;
    if (name == "annotation") ++note_;
    if (name == "table") {
      tables_.emplace_back();
      tables_.back().name = attribute(attributes, "name");
      tables_.back().file = file_;
      row_ = 0;
    } else if (name == "table-row") {
      row_repeat_ = repeat(attributes, "number-rows-repeated");
      cells_.clear();
      column_ = 0;
    } else if (name == "table-cell" || name == "covered-table-cell") {
      cell_repeat_ = repeat(attributes, "number-columns-repeated");
      const std::string type = attribute(attributes, "value-type");
      value_.reset();
      if (type == "float" || type == "percentage" || type == "currency") value_ = attribute(attributes, "value");
      if (type == "date") value_ = attribute(attributes, "date-value");
      if (type == "boolean") value_ = attribute(attributes, "boolean-value");
      text_.clear();
    } else if (name == "p" && note_ == 0) {
      if (!text_.empty()) text_ += '\n';
      ++paragraph_;
    } else if (name == "s" && paragraph_ > 0) {
      text_.append(std::min<std::size_t>(repeat(attributes, "c"), 1000), ' ');
    }
  }

  void end(std::string_view name) {
    if (problem_) return;
    if (name == "annotation" && note_ > 0) --note_;
    if (name == "p" && note_ == 0 && paragraph_ > 0) --paragraph_;
    if (name == "table-cell" || name == "covered-table-cell") take_cell();
    if (name == "table-row" && !tables_.empty()) take_row();
  }

  void take_cell() {
    std::string text = value_ ? *value_ : text_;
    if (value_) {
      double number = 0;
      const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (status == std::errc{} && end == text.data() + text.size()) text = canonical_number(number);
    }
    if (!text.empty()) {
      for (std::size_t i = 0; i < cell_repeat_ && column_ + i < most_columns; ++i) {
        if (cells_.size() <= column_ + i) cells_.resize(column_ + i + 1);
        cells_[column_ + i] = text;
      }
    }
    column_ = std::min(most_columns, column_ + std::min(cell_repeat_, most_columns));
    text_.clear();
    value_.reset();
  }

  void take_row() {
    Table& table = tables_.back();
    const std::size_t first = row_ + 1;
    row_ += std::min<std::size_t>(row_repeat_, 10'000'000);
    if (cells_.empty()) return;
    if (table.columns.empty()) {
      take_header(table, first);
      return;
    }
    if (cells_.size() > table.columns.size()) {
      problem_ = wrong("formats.beyond_header", {std::to_string(cells_.size())}, file_, table.name, first);
      return;
    }
    cells_.resize(table.columns.size());
    for (std::size_t i = 0; i < row_repeat_; ++i) {
      if (table.rows.size() >= limits_.rows || (table.rows.size() + 1) * table.columns.size() > limits_.cells) {
        problem_ = wrong("formats.too_many_rows", {std::to_string(table.rows.size())}, file_, table.name, first);
        return;
      }
      table.rows.push_back(cells_);
      table.lines.push_back(first + i);
    }
  }

  void take_header(Table& table, std::size_t row) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < cells_.size() && !problem_; ++i) {
      if (cells_[i].empty())
        problem_ = wrong("formats.column_unnamed", {std::to_string(i + 1)}, file_, table.name, row);
      else if (!seen.insert(cells_[i]).second)
        problem_ = wrong("formats.column_twice", {cells_[i]}, file_, table.name, row, cells_[i]);
    }
    table.columns = cells_;
  }

  std::string file_;
  CsvLimits limits_;
  std::vector<Table> tables_;
  std::optional<Error> problem_;
  std::vector<std::string> cells_;
  std::optional<std::string> value_;
  std::string text_;
  std::size_t row_ = 0;
  std::size_t row_repeat_ = 1;
  std::size_t column_ = 0;
  std::size_t cell_repeat_ = 1;
  std::size_t paragraph_ = 0;
  std::size_t note_ = 0;
};

}  // namespace

Result<std::vector<Table>> read_ods(const std::filesystem::path& path, const CsvLimits& limits) {
  TRY(ZipArchive archive, ZipArchive::open(path, limits.file_bytes));
  if (!archive.has("content.xml")) return fail(wrong("formats.no_ods", {}, archive.shown()));
  OdsReader reader(archive.shown(), limits);
  XmlReader xml(reader.events(), archive.shown() + ", content.xml");
  TRY_DONE(archive.read("content.xml", [&xml](std::string_view piece) { return xml.feed(piece); }));
  TRY_DONE(xml.finish());
  return reader.finish();
}

Result<std::vector<Table>> read_spreadsheet(const std::filesystem::path& path, const CsvLimits& limits) {
  bool ods = false;
  {
    TRY(const ZipArchive archive, ZipArchive::open(path, limits.file_bytes));
    ods = !archive.has("xl/workbook.xml") && archive.has("content.xml");
  }
  return ods ? read_ods(path, limits) : read_workbook(path, limits);
}

}  // namespace veer::formats
