#include "store/region_rows.hpp"

#include "formats/geojson.hpp"

namespace veer::store {

namespace {

std::vector<std::string> columns_of_table(const std::string& table) {
  if (table == metadata_table || table == files_table) return {"id", "value"};
  if (table == outlines_table) return {"id", "geometry"};
  std::vector<std::string> out;
  if (const region::TableSchema* const schema = region::schema(table); schema != nullptr)
    for (const region::ColumnSchema& column : schema->columns) out.emplace_back(column.name);
  return out;
}

/// Gathers rows as the operations of a change that makes them from nothing.
class Gatherer {
 public:
  /// @errors invalid_input: no id, or one that is there already
  Done add(const std::string& table, const std::string& id, Row row, const Place& place) {
    if (id.empty()) return fail({ErrorKind::invalid_input, {"store.row.no_id", {table}}, place, {}});
    if (!seen_[table].emplace(id, true).second)
      return fail({ErrorKind::invalid_input, {"store.row.twice", {table, id}}, place, {}});
    change_.operations.push_back({table, id, static_cast<std::int64_t>(seen_[table].size()), std::move(row)});
    return {};
  }
  void declare(const std::string& table) { change_.columns[table] = columns_of_table(table); }

  [[nodiscard]] State state() const {
    State out;
    out.apply(change_);
    return out;
  }

 private:
  Change change_;
  std::map<std::string, std::map<std::string, bool>> seen_;
};

Done add_metadata(const region::Tables& tables, Gatherer& gatherer) {
  const auto add = [&](const std::string& id, const std::string& value) {
    return gatherer.add(metadata_table, id, {id, value}, {});
  };
  gatherer.declare(metadata_table);
  TRY_DONE(add("id", tables.id));
  TRY_DONE(add("title", tables.title));
  TRY_DONE(add("reference_date", tables.reference_date));
  TRY_DONE(add("licence", tables.licence));
  for (std::size_t i = 0; i < tables.attributions.size(); ++i)
    TRY_DONE(add("attribution/" + std::to_string(i + 1), tables.attributions[i]));
  for (const auto& [table, licence] : tables.table_licences) TRY_DONE(add("licence/" + table, licence));
  return {};
}

void take_metadata(const TableState& table, region::Tables& into) {
  for (const auto* entry : table.in_order()) {
    const std::string& id = entry->first;
    const std::string& value = entry->second.cells->at(1);
    if (id == "id")
      into.id = value;
    else if (id == "title")
      into.title = value;
    else if (id == "reference_date")
      into.reference_date = value;
    else if (id == "licence")
      into.licence = value;
    else if (id.starts_with("attribution/"))
      into.attributions.push_back(value);
    else if (id.starts_with("licence/"))
      into.table_licences[id.substr(8)] = value;
  }
}

/// The rows of a table by the columns of the schema, whatever the columns were when they were stored.
formats::Table table_of(const region::TableSchema& schema, const TableState* held) {
  formats::Table out;
  out.name = std::string(schema.name);
  out.file = out.name + ".csv";
  std::vector<std::optional<std::size_t>> from;
  for (const region::ColumnSchema& column : schema.columns) {
    out.columns.emplace_back(column.name);
    std::optional<std::size_t> found;
    if (held != nullptr)
      for (std::size_t c = 0; c < held->columns.size(); ++c)
        if (held->columns[c] == column.name) found = c;
    from.push_back(found);
  }
  if (held == nullptr) return out;
  out.rows.reserve(held->rows.size());
  for (const auto* entry : held->in_order()) {
    Row& row = out.rows.emplace_back(from.size());
    for (std::size_t c = 0; c < from.size(); ++c)
      if (from[c]) row[c] = (*entry->second.cells)[*from[c]];
  }
  return out;
}

}  // namespace

Result<State> to_state(const StoredPackage& package) {
  Gatherer gatherer;
  TRY_DONE(add_metadata(package.tables, gatherer));
  for (const region::TableSchema& schema : region::schemas()) {
    const std::string name(schema.name);
    gatherer.declare(name);
    const auto found = package.tables.tables.find(name);
    if (found == package.tables.tables.end()) continue;
    const formats::Table& table = found->second;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      TRY_DONE(gatherer.add(name, table.rows[r].front(), table.rows[r], {table.file, name, table.line(r), "id"}));
  }
  gatherer.declare(outlines_table);
  for (const auto& [id, outline] : package.tables.outlines)
    TRY_DONE(gatherer.add(outlines_table, id, {id, formats::outline_json(outline)}, {}));
  gatherer.declare(files_table);
  for (const auto& [name, text] : package.files) TRY_DONE(gatherer.add(files_table, name, {name, text}, {}));
  return gatherer.state();
}

Result<StoredPackage> to_package(const State& state) {
  StoredPackage out;
  if (const TableState* const metadata = state.table(metadata_table); metadata != nullptr)
    take_metadata(*metadata, out.tables);
  for (const region::TableSchema& schema : region::schemas()) {
    const std::string name(schema.name);
    out.tables.tables[name] = table_of(schema, state.table(name));
  }
  if (const TableState* const outlines = state.table(outlines_table); outlines != nullptr)
    for (const auto& [id, held] : outlines->rows) {
      TRY(auto outline, formats::parse_outline(held.cells->at(1), "outlines.geojson"));
      out.tables.outlines[id] = std::move(outline);
    }
  if (const TableState* const files = state.table(files_table); files != nullptr)
    for (const auto& [name, held] : files->rows) out.files[name] = held.cells->at(1);
  return out;
}

Change change_between(const State& from, const State& to) {
  Change change;
  change.operations = operations_between(from, to);
  for (const auto& [name, table] : to.tables()) {
    const TableState* const before = from.table(name);
    if (before == nullptr || before->columns != table.columns) change.columns[name] = table.columns;
  }
  for (const Operation& operation : change.operations) {
    const TableState* const after = to.table(operation.table);
    const TableState* const table = after != nullptr ? after : from.table(operation.table);
    change.columns[operation.table] = table->columns;
  }
  return change;
}

std::map<std::string, std::vector<std::string>> columns_of(const std::vector<Operation>& operations) {
  std::map<std::string, std::vector<std::string>> out;
  for (const Operation& operation : operations)
    if (!out.contains(operation.table)) out[operation.table] = columns_of_table(operation.table);
  return out;
}

}  // namespace veer::store
