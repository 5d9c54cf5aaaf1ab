#include "region/cells.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/result.hpp"
#include "base/text.hpp"

namespace veer::region {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string> split_words(std::string_view text, char separator) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool has_word(std::string_view list, std::string_view word) {
  const auto words = split_words(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

Message with_suggestion(std::string key, std::vector<std::string> arguments, const std::string& suggestion) {
  if (!suggestion.empty()) {
    key += "_suggestion";
    arguments.push_back(suggestion);
  }
  return {std::move(key), std::move(arguments)};
}

View::View(const TableSchema& schema, const formats::Table* table) : schema_(&schema), table_(table) {
  for (const ColumnSchema& column : schema.columns)
    positions_.push_back(table == nullptr ? std::nullopt : table->column(std::string(column.name)));
  for (std::size_t row = 0; row < size(); ++row) {
    const std::string& key = id(row);
    if (!key.empty() && rows_by_id_.emplace(key, row).second) id_list_.push_back(key);
  }
}

Place View::place(std::size_t row, std::string_view column) const {
  if (table_ == nullptr) return {{}, std::string(schema_->name), 0, std::string(column)};
  return {table_->file, std::string(schema_->name), table_->line(row), std::string(column)};
}

const std::string& View::text(std::size_t row, std::string_view column) const {
  for (std::size_t i = 0; i < schema_->columns.size(); ++i)
    if (schema_->columns[i].name == column) return text_at(row, i);
  ENSURE(false, "the builder asks a column that the schema does not have");
  return table_->rows[row][0];
}

const std::string& View::text_at(std::size_t row, std::size_t schema_column) const {
  static const std::string nothing;
  const auto position = positions_[schema_column];
  return position && *position < table_->rows[row].size() ? table_->rows[row][*position] : nothing;
}

std::int32_t View::integer(std::size_t row, std::string_view column) const {
  const double value = number(row, column);
  return std::fabs(value) <= 2e9 ? static_cast<std::int32_t>(value) : 0;
}

std::optional<std::size_t> View::choice(std::size_t row, std::string_view column) const {
  const auto values = split_words(schema_->column(column)->values, '|');
  const auto found = std::find(values.begin(), values.end(), text(row, column));
  if (found == values.end()) return std::nullopt;
  return static_cast<std::size_t>(found - values.begin());
}

Provenance View::provenance(std::size_t row) const {
  return {text(row, "source"), value<Confidence>(row, "confidence")};
}

std::optional<std::size_t> View::find(const std::string& id) const {
  const auto found = rows_by_id_.find(id);
  return found == rows_by_id_.end() ? std::nullopt : std::optional(found->second);
}

Cells::Cells(const Tables& tables, Diagnostics& notes) : tables_(&tables), notes_(&notes) {
  for (const TableSchema& one : schemas()) {
    const auto found = tables.tables.find(std::string(one.name));
    views_.emplace_back(one, found == tables.tables.end() ? nullptr : &found->second);
  }
}

const View& Cells::view(std::string_view table) const {
  const auto found =
      std::find_if(views_.begin(), views_.end(), [table](const View& view) { return view.schema().name == table; });
  ENSURE(found != views_.end(), "the builder asks a table that the schema does not have");
  return *found;
}

std::optional<Target> Cells::target(const View& from, std::size_t row, std::string_view column) const {
  const std::string& text = from.text(row, column);
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  for (const std::string& table : split_words(from.schema().column(column)->references, '|')) {
    if (text.compare(0, slash, table) != 0) continue;
    const View& to = view(table);
    if (const auto found = to.find(text.substr(slash + 1))) return Target{to.schema().name, *found};
  }
  return std::nullopt;
}

void Cells::error(const View& at, std::size_t row, std::string_view column, std::string key,
                  std::vector<std::string> arguments) const {
  notes_->error({std::move(key), std::move(arguments)}, at.place(row, column));
}

void Cells::warn(const View& at, std::size_t row, std::string_view column, std::string key,
                 std::vector<std::string> arguments) const {
  notes_->warn({std::move(key), std::move(arguments)}, at.place(row, column));
}

void Cells::error(const View& at, std::size_t row, std::string_view column, Message message) const {
  notes_->error(std::move(message), at.place(row, column));
}

std::string Cells::nearest(std::string_view word, const std::vector<std::string>& candidates) const {
  if (suggestions_left_ <= 0) return {};
  --suggestions_left_;
  return nearest_word(word, candidates);
}

}  // namespace veer::region
