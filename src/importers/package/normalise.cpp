#include "importers/package/forms.hpp"

#include <algorithm>

#include "formats/layer.hpp"

namespace veer::importers {

namespace {

using formats::Table;

constexpr std::string_view table_licence_prefix = "licence:";

/// Says which columns should not be there and which should; false when there is one of either.
bool check_columns(const Table& table, const region::TableSchema& schema, Diagnostics& notes) {
  bool good = true;
  std::vector<std::string> absent;
  for (const region::ColumnSchema& column : schema.columns)
    if (!table.column(std::string(column.name))) absent.emplace_back(column.name);
  std::vector<std::string> known;
  for (const region::ColumnSchema& column : schema.columns) known.emplace_back(column.name);
  for (const std::string& column : table.columns) {
    if (schema.column(column) != nullptr) continue;
    good = false;
    // A mistyped name is most likely meant for a column that is not there.
    std::string near = nearest_word(column, absent);
    if (near.empty()) near = nearest_word(column, known);
    Message message{near.empty() ? "importers.column_unknown" : "importers.column_unknown_near", {column, table.name}};
    if (!near.empty()) message.arguments.push_back(near);
    notes.error(std::move(message), {table.file, table.name, 1, column});
  }
  for (const std::string& column : absent) {
    if (!schema.column(column)->required) continue;
    good = false;
    notes.error({"importers.column_missing", {column}}, {table.file, table.name, 1, column});
  }
  return good;
}

/// The columns in the order of the schema; those that are absent hold empty cells.
Table ordered(Table table, const region::TableSchema& schema, Diagnostics& notes) {
  Table out;
  out.name = std::string(schema.name);
  out.file = table.file;
  std::vector<std::optional<std::size_t>> from;
  for (const region::ColumnSchema& column : schema.columns) {
    out.columns.emplace_back(column.name);
    from.push_back(table.column(out.columns.back()));
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::vector<std::string>& cells = table.rows[r];
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) {
      notes.warn({"importers.row_empty", {}}, {table.file, table.name, table.line(r), {}});
      continue;
    }
    std::vector<std::string>& row = out.rows.emplace_back(from.size());
    for (std::size_t c = 0; c < from.size(); ++c)
      if (from[c]) row[c] = std::move(cells[*from[c]]);
    out.lines.push_back(table.line(r));
  }
  return out;
}

Table empty_table(const region::TableSchema& schema) {
  Table table;
  table.name = std::string(schema.name);
  for (const region::ColumnSchema& column : schema.columns) table.columns.emplace_back(column.name);
  return table;
}

}  // namespace

void add_problem(const Error& error, Diagnostics& notes) { notes.error(error.message, error.place); }

void warn_unknown_table(const std::string& name, const std::string& file, Diagnostics& notes) {
  std::vector<std::string> known;
  for (const region::TableSchema& schema : region::schemas()) known.emplace_back(schema.name);
  const std::string near = nearest_word(name, known);
  if (near.empty())
    notes.warn({"importers.table_unknown", {name}}, {file, {}, 0, {}});
  else
    notes.warn({"importers.table_unknown_near", {name, near}}, {file, {}, 0, {}});
}

region::Tables normalised(RawPackage raw, Diagnostics& notes) {
  region::Tables tables = std::move(raw.meta);
  tables.tables.clear();
  for (Table& table : raw.tables) {
    const region::TableSchema* const schema = region::schema(table.name);
    ENSURE(schema != nullptr, "a raw package holds only tables of the schema");
    if (tables.tables.contains(table.name)) {
      notes.error({"importers.table_twice", {table.name}}, {table.file, table.name, 0, {}});
      continue;
    }
    const std::string name = table.name;
    const bool good = check_columns(table, *schema, notes);
    tables.tables[name] = good ? ordered(std::move(table), *schema, notes) : empty_table(*schema);
  }
  for (const region::TableSchema& schema : region::schemas()) {
    const std::string name(schema.name);
    if (tables.tables.contains(name)) continue;
    if (schema.required) notes.error({raw.missing_key, {name, name + ".csv"}}, {raw.file, {}, 0, {}});
    tables.tables[name] = empty_table(schema);
  }
  // An empty outline is none; coordinates are the same in every form.
  std::erase_if(tables.outlines, [](const auto& entry) { return entry.second.empty(); });
  for (auto& [id, outline] : tables.outlines) outline = formats::rounded_outline(std::move(outline));
  return tables;
}

formats::Table metadata_rows(const region::Tables& tables) {
  Table rows;
  rows.name = std::string(metadata_table);
  rows.columns = {"item", "value"};
  rows.rows = {{"id", tables.id},
               {"title", tables.title},
               {"reference_date", tables.reference_date},
               {"licence", tables.licence}};
  for (const std::string& attribution : tables.attributions) rows.rows.push_back({"attribution", attribution});
  for (const auto& [table, licence] : tables.table_licences)
    rows.rows.push_back({std::string(table_licence_prefix) + table, licence});
  return rows;
}

void take_metadata_rows(const formats::Table& rows, region::Tables& into, Diagnostics& notes) {
  const auto item_column = rows.column("item");
  const auto value_column = rows.column("value");
  if (!item_column || !value_column) {
    notes.error({"importers.column_missing", {item_column ? "value" : "item"}}, {rows.file, rows.name, 1, {}});
    return;
  }
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const std::string& item = rows.rows[r][*item_column];
    const std::string& value = rows.rows[r][*value_column];
    const std::string table = item.starts_with(table_licence_prefix) ? item.substr(table_licence_prefix.size()) : "";
    if (item == "id")
      into.id = value;
    else if (item == "title")
      into.title = value;
    else if (item == "reference_date")
      into.reference_date = value;
    else if (item == "licence")
      into.licence = value;
    else if (item == "attribution")
      into.attributions.push_back(value);
    else if (region::schema(table) != nullptr)
      into.table_licences[table] = value;
    else
      notes.warn({"importers.metadata_unknown", {item}}, {rows.file, rows.name, rows.line(r), {}});
  }
  if (into.id.empty()) notes.error({"importers.metadata_missing", {"id"}}, {rows.file, rows.name, 0, {}});
  if (into.title.empty()) notes.error({"importers.metadata_missing", {"title"}}, {rows.file, rows.name, 0, {}});
}

}  // namespace veer::importers
