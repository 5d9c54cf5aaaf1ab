#include "server/change_input.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "formats/geojson.hpp"

namespace veer::server {

namespace {

using nlohmann::json;

constexpr std::size_t deepest = 8;
constexpr std::size_t most_rows = 100'000;

/// The text of a cell; absent: a value that no cell holds.
std::optional<std::string> cell_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_null()) return "";
  if (value.is_number_unsigned()) return std::to_string(value.get<std::uint64_t>());
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_number()) return canonical_number(value.get<double>());
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Speech& say, std::vector<FieldProblem>& problems) : say_(say), problems_(problems) {}

  const json* list(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return nullptr;
    if (!found->is_array()) {
      wrong(name, "server.input.list");
      return nullptr;
    }
    if (found->size() > most_rows) {
      problems_.push_back({name, say_("server.input.many", {std::to_string(most_rows)})});
      return nullptr;
    }
    return &*found;
  }

  std::string word(const json& object, const char* name, const std::string& path) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (found != object.end() && found->is_string() && !found->get_ref<const std::string&>().empty())
      return found->get<std::string>();
    wrong(path + "/" + name, "server.input.word");
    return {};
  }

  void only(const json& object, std::initializer_list<std::string> known, const std::string& path) {
    for (const auto& [name, value] : object.items())
      if (std::find(known.begin(), known.end(), name) == known.end()) wrong(path + "/" + name, "server.input.unknown");
  }

  void wrong(const std::string& path, const char* key) { problems_.push_back({path, say_(key)}); }

 private:
  const Speech& say_;
  std::vector<FieldProblem>& problems_;
};

std::optional<RowInput> row_input(const json& entry, const std::string& path, Reader& reader) {
  if (!entry.is_object()) {
    reader.wrong(path, "server.input.object");
    return std::nullopt;
  }
  reader.only(entry, {"tabel", "rij"}, path);
  RowInput row{reader.word(entry, "tabel", path), {}, path};
  const auto cells = entry.find("rij");
  if (cells == entry.end() || !cells->is_object()) {
    reader.wrong(path + "/rij", "server.input.object");
    return std::nullopt;
  }
  for (const auto& [column, value] : cells->items()) {
    if (auto text = cell_text(value))
      row.cells[column] = *std::move(text);
    else
      reader.wrong(path + "/rij/" + column, "server.input.cell");
  }
  return row.table.empty() ? std::nullopt : std::optional(std::move(row));
}

/// Resolves rows one after the other against a state.
class Resolver {
 public:
  Resolver(const store::State& state, const Speech& say, std::vector<FieldProblem>& problems)
      : state_(state), say_(say), problems_(problems) {}

  void put(const RowInput& input) {
    const region::TableSchema* const schema = schema_of(input.table, input.path + "/tabel");
    if (schema == nullptr) return;
    const auto id = input.cells.find("id");
    if (id == input.cells.end() || id->second.empty())
      return wrong(input.path + "/rij/id", say_("server.input.no_id"), input.table, "", "id");
    bool known = true;
    for (const auto& [column, value] : input.cells)
      if (schema->column(column) == nullptr) {
        known = false;
        wrong(input.path + "/rij/" + column, unknown_column(*schema, column), input.table, id->second, column);
      }
    if (!known || !once(input.table, id->second, input.path)) return;
    const store::TableState* const table = state_.table(input.table);
    const store::HeldRow* const held = state_.row(input.table, id->second);
    store::Row row;
    for (std::size_t c = 0; c < schema->columns.size(); ++c) {
      const auto given = input.cells.find(std::string(schema->columns[c].name));
      if (given != input.cells.end())
        row.push_back(given->second);
      else
        row.push_back(held != nullptr ? old_cell(*table, *held, schema->columns[c].name) : "");
    }
    if (held != nullptr && *held->cells == row) return;  // nothing changes
    std::int64_t& next = next_[input.table];
    if (next == 0) next = table != nullptr ? table->next_position : 1;
    operations_.push_back({input.table, id->second, held != nullptr ? held->position : next++, std::move(row)});
  }

  void remove(const RowReference& reference) {
    if (schema_of(reference.table, reference.path + "/tabel") == nullptr) return;
    const store::HeldRow* const held = state_.row(reference.table, reference.id);
    if (held == nullptr)
      return wrong(reference.path + "/id", say_("server.input.no_row", {reference.table, reference.id}),
                   reference.table, reference.id, "");
    if (once(reference.table, reference.id, reference.path))
      operations_.push_back({reference.table, reference.id, held->position, std::nullopt});
  }

  std::vector<store::Operation> take() { return std::move(operations_); }

 private:
  const region::TableSchema* schema_of(const std::string& table, const std::string& path) {
    const region::TableSchema* const found = region::schema(table);
    if (found != nullptr) return found;
    std::vector<std::string> names;
    for (const region::TableSchema& schema : region::schemas()) names.emplace_back(schema.name);
    const std::string near = nearest_word(table, names);
    wrong(path,
          near.empty() ? say_("server.input.no_table", {table}) : say_("server.input.no_table_near", {table, near}),
          table, "", "");
    return nullptr;
  }

  std::string unknown_column(const region::TableSchema& schema, const std::string& column) const {
    std::vector<std::string> names;
    for (const region::ColumnSchema& known : schema.columns) names.emplace_back(known.name);
    const std::string near = nearest_word(column, names);
    return near.empty() ? say_("server.input.no_column", {std::string(schema.name)})
                        : say_("server.input.no_column_near", {std::string(schema.name), near});
  }

  static std::string old_cell(const store::TableState& table, const store::HeldRow& held, std::string_view column) {
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (table.columns[c] == column) return (*held.cells)[c];
    return {};
  }

  bool once(const std::string& table, const std::string& id, const std::string& path) {
    if (seen_.emplace(table, id).second) return true;
    wrong(path, say_("server.input.twice", {table, id}), table, id, "");
    return false;
  }

  void wrong(std::string name, std::string reason, std::string table, std::string row, std::string column) {
    problems_.push_back({std::move(name), std::move(reason), std::move(table), std::move(row), std::move(column)});
  }

  const store::State& state_;
  const Speech& say_;
  std::vector<FieldProblem>& problems_;
  std::vector<store::Operation> operations_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::map<std::string, std::int64_t> next_;
};

}  // namespace

ChangeInput parse_change_input(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  ChangeInput out;
  Reader reader(say, problems);
  const json body =
      formats::json_nesting_within(text, deepest) ? json::parse(text, nullptr, false) : json(json::value_t::discarded);
  if (!body.is_object()) {
    reader.wrong("", "server.input.json");
    return out;
  }
  if (const json* const rows = reader.list(body, "put"); rows != nullptr)
    for (std::size_t i = 0; i < rows->size(); ++i)
      if (auto row = row_input((*rows)[i], "put/" + std::to_string(i), reader)) out.put.push_back(*std::move(row));
  if (const json* const rows = reader.list(body, "remove"); rows != nullptr)
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const std::string path = "remove/" + std::to_string(i);
      const json& entry = (*rows)[i];
      if (!entry.is_object()) {
        reader.wrong(path, "server.input.object");
        continue;
      }
      reader.only(entry, {"tabel", "id"}, path);
      RowReference reference{reader.word(entry, "tabel", path), reader.word(entry, "id", path), path};
      if (!reference.table.empty() && !reference.id.empty()) out.remove.push_back(std::move(reference));
    }
  return out;
}

std::vector<store::Operation> resolve(const ChangeInput& input, const store::State& state, const Speech& say,
                                      std::vector<FieldProblem>& problems) {
  Resolver resolver(state, say, problems);
  for (const RowReference& reference : input.remove) resolver.remove(reference);
  for (const RowInput& row : input.put) resolver.put(row);
  return resolver.take();
}

Result<Checked> check(const store::State& state, const std::vector<store::Operation>& operations,
                      const ChangeInput& input, const Speech& say) {
  store::State after = state;
  store::Change change;
  change.operations = operations;
  change.columns = store::columns_of(operations);
  after.apply(change);
  Checked out;
  TRY(out.built, build(after));
  std::map<std::pair<std::string, std::string>, std::string> paths;
  for (const RowInput& row : input.put)
    if (const auto id = row.cells.find("id"); id != row.cells.end()) paths[{row.table, id->second}] = row.path + "/rij";
  for (const RowProblem& problem : out.built.problems) {
    const auto path = paths.find({problem.table, problem.row});
    std::string name = path != paths.end() ? path->second : problem.table + "/" + problem.row;
    if (!problem.column.empty()) name += "/" + problem.column;
    (problem.severity == Severity::error ? out.errors : out.warnings)
        .push_back({std::move(name), say(problem.message), problem.table, problem.row, problem.column});
  }
  return out;
}

}  // namespace veer::server
