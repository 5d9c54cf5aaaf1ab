#include "importers/fresh/table_rows.hpp"

#include <charconv>

#include "base/result.hpp"

namespace veer::importers::fresh {

namespace {

formats::Table& table_of(region::Tables& tables, const std::string& name) {
  const region::TableSchema* const schema = region::schema(name);
  ENSURE(schema != nullptr, "an import writes to a table that the schema does not have");
  formats::Table& table = tables.tables[name];
  if (table.columns.empty()) {
    table.name = name;
    table.file = name + ".csv";
    for (const region::ColumnSchema& column : schema->columns) table.columns.emplace_back(column.name);
  }
  return table;
}

}  // namespace

TableRows::TableRows(region::Tables& tables, const std::string& name)
    : table_(table_of(tables, name)), change_{.table = name} {
  const std::size_t id = column("id");
  for (std::size_t row = 0; row < table_.rows.size(); ++row) rows_.emplace(table_.rows[row][id], row);
}

std::size_t TableRows::column(std::string_view name) const {
  const auto found = table_.column(std::string(name));
  ENSURE(found.has_value(), "an import uses a column that the table does not have");
  return *found;
}

const std::string& TableRows::text(std::size_t row, std::string_view name) const {
  return table_.rows[row][column(name)];
}

double TableRows::number(std::size_t row, std::string_view name) const {
  const std::string& cell = text(row, name);
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

std::optional<std::size_t> TableRows::find(const std::string& id) const {
  const auto found = rows_.find(id);
  return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

bool TableRows::set(std::size_t row, std::string_view name, const std::string& value) {
  std::string& cell = table_.rows[row][column(name)];
  if (cell == value) return false;
  cell = value;
  return true;
}

void TableRows::put(const std::vector<std::pair<std::string, std::string>>& cells) {
  const std::string* id = nullptr;
  for (const auto& [name, value] : cells)
    if (name == "id") id = &value;
  ENSURE(id != nullptr, "an import puts a row without an id");
  const auto known = find(*id);
  const std::size_t row = known.value_or(table_.rows.size());
  if (!known) {
    table_.rows.emplace_back(table_.columns.size());
    if (!table_.lines.empty()) table_.lines.push_back(table_.lines.back() + 1);
    rows_.emplace(*id, row);
  }
  bool changed = false;
  for (const auto& [name, value] : cells) changed = set(row, name, value) || changed;
  ++(!known ? change_.added : changed ? change_.changed : change_.same);
}

void TableRows::keep(const std::vector<bool>& kept) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = 0; row < table_.rows.size(); ++row)
    if (kept[row]) rows.push_back(std::move(table_.rows[row]));
  table_.rows = std::move(rows);
  table_.lines.clear();
  rows_.clear();
  const std::size_t id = column("id");
  for (std::size_t row = 0; row < table_.rows.size(); ++row) rows_.emplace(table_.rows[row][id], row);
}

}  // namespace veer::importers::fresh
