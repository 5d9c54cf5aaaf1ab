#include "region/cell_checks.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace veer::region {

namespace {

std::vector<std::string> column_names(const TableSchema& schema) {
  std::vector<std::string> names;
  for (const ColumnSchema& column : schema.columns) names.emplace_back(column.name);
  return names;
}

/// "a, b, c" for people.
std::string enumerated(std::string_view values) {
  std::string out;
  for (const std::string& value : split_words(values, '|')) out += (out.empty() ? "" : ", ") + value;
  return out;
}

void check_tables(const Cells& cells) {
  std::vector<std::string> names;
  for (const TableSchema& one : schemas()) names.emplace_back(one.name);
  for (const auto& [name, table] : cells.tables().tables) {
    if (schema(name) != nullptr) continue;
    cells.notes().error(with_suggestion("region.table.unknown", {name}, cells.nearest(name, names)),
                        {table.file, name, 0, {}});
  }
  for (const View& view : cells.views()) {
    if (view.table() == nullptr && view.schema().required) {
      const std::string name(view.schema().name);
      cells.notes().error({"region.table.missing", {name, name + ".csv"}}, {{}, name, 0, {}});
    }
  }
}

/// Columns that lack, that are strange, and that stand twice.
void check_columns(const Cells& cells, const View& view) {
  const std::vector<std::string> known = column_names(view.schema());
  const Place header{view.table()->file, std::string(view.schema().name), 1, {}};
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!view.has_column(i) && view.schema().columns[i].required)
      cells.notes().error({"region.table.column_missing", {known[i]}}, header);
  const auto& found = view.table()->columns;
  for (auto column = found.begin(); column != found.end(); ++column) {
    if (!is_utf8(*column)) {
      cells.notes().error({"region.table.column_utf8", {std::to_string(column - found.begin() + 1)}}, header);
      continue;
    }
    Place place = header;
    place.column = *column;
    if (std::find(known.begin(), known.end(), *column) == known.end()) {
      cells.notes().error(with_suggestion("region.table.column_unknown", {*column}, cells.nearest(*column, known)),
                          std::move(place));
    } else if (std::find(found.begin(), column, *column) != column) {
      cells.notes().error({"region.table.column_twice", {*column}}, std::move(place));
    }
  }
}

void check_id(const Cells& cells, const View& view, std::size_t row, const std::string& id) {
  if (id.empty()) {
    cells.error(view, row, "id", "region.cell.id_empty");
    return;
  }
  // These separate words in lists, selectors and empirical points; an id that holds one could not be referred to.
  if (id.find_first_of(" \t\r\n|;") != std::string::npos)
    cells.error(view, row, "id", "region.cell.id_characters", {id});
  const std::size_t first = *view.find(id);
  if (first != row)
    cells.error(view, row, "id", "region.cell.id_duplicate", {id, std::to_string(view.table()->line(first))});
}

void check_number(const Cells& cells, const View& view, std::size_t row, const ColumnSchema& column,
                  const std::string& text) {
  const auto value = parse_number(text);
  if (!value) {
    const bool comma = text.find(',') != std::string::npos;
    const char* key = comma                                         ? "region.cell.decimal_comma"
                      : column.type == formats::ColumnType::integer ? "region.cell.not_integer"
                                                                    : "region.cell.not_number";
    cells.error(view, row, column.name, key, {text});
    return;
  }
  if (column.type == formats::ColumnType::integer && std::floor(*value) != *value) {
    cells.error(view, row, column.name, "region.cell.not_integer", {text});
  } else if (*value < 0 && column.least >= 0) {
    cells.error(view, row, column.name, "region.cell.negative", {text, canonical_number(column.least)});
  } else if (*value < column.least) {
    cells.error(view, row, column.name, "region.cell.below_least", {text, canonical_number(column.least)});
  } else if (*value > column.most) {
    cells.error(view, row, column.name, "region.cell.above_most", {text, canonical_number(column.most)});
  }
}

void check_choice(const Cells& cells, const View& view, std::size_t row, const ColumnSchema& column,
                  const std::string& text) {
  const auto values = split_words(column.values, '|');
  if (std::find(values.begin(), values.end(), text) != values.end()) return;
  cells.error(
      view, row, column.name,
      with_suggestion("region.cell.not_in_list", {text, enumerated(column.values)}, cells.nearest(text, values)));
}

/// A cell "table/id" of which several tables are allowed.
void check_target(const Cells& cells, const View& view, std::size_t row, const ColumnSchema& column,
                  const std::string& text) {
  if (cells.target(view, row, column.name)) return;
  const std::size_t slash = text.find('/');
  const auto tables = split_words(column.references, '|');
  const std::string table = text.substr(0, std::min(slash, text.size()));
  if (slash == std::string::npos || std::find(tables.begin(), tables.end(), table) == tables.end()) {
    // Without the table: perhaps the id is known after all.
    std::string suggestion;
    for (const std::string& candidate : tables)
      if (suggestion.empty() && cells.view(candidate).find(text)) suggestion = candidate + "/" + text;
    if (suggestion.empty() && slash != std::string::npos) suggestion = cells.nearest(table, tables);
    if (!suggestion.empty() && suggestion.find('/') == std::string::npos) suggestion += text.substr(slash);
    cells.error(view, row, column.name,
                with_suggestion("region.cell.no_table", {text, enumerated(column.references)}, suggestion));
    return;
  }
  const std::string id = text.substr(slash + 1);
  const std::string nearest = cells.nearest(id, cells.view(table).ids());
  cells.error(view, row, column.name,
              with_suggestion("region.cell.unknown_id", {id, table}, nearest.empty() ? "" : table + "/" + nearest));
}

void check_reference(const Cells& cells, const View& view, std::size_t row, const ColumnSchema& column,
                     const std::string& text) {
  if (column.references.find('|') != std::string_view::npos) {
    check_target(cells, view, row, column, text);
    return;
  }
  const View& to = cells.view(column.references);
  for (const std::string& id : column.list ? split_words(text) : std::vector<std::string>{text}) {
    if (to.find(id)) continue;
    cells.error(
        view, row, column.name,
        with_suggestion("region.cell.unknown_id", {id, std::string(column.references)}, cells.nearest(id, to.ids())));
  }
}

void check_cell(const Cells& cells, const View& view, std::size_t row, const ColumnSchema& column,
                const std::string& text) {
  std::size_t position = 0;
  if (!is_utf8(text, &position)) {
    cells.error(view, row, column.name, "region.cell.utf8", {std::to_string(position + 1)});
    return;
  }
  if (column.name == "id") {
    check_id(cells, view, row, text);
  } else if (text.empty()) {
    if (column.required) cells.error(view, row, column.name, "region.cell.empty", {std::string(column.name)});
  } else if (column.type == formats::ColumnType::number || column.type == formats::ColumnType::integer) {
    check_number(cells, view, row, column, text);
  } else if (column.type == formats::ColumnType::boolean) {
    if (text != "true" && text != "false") cells.error(view, row, column.name, "region.cell.not_boolean", {text});
  } else if (!column.values.empty()) {
    check_choice(cells, view, row, column, text);
  } else if (!column.references.empty()) {
    check_reference(cells, view, row, column, text);
  }
}

void check_collisions(const Cells& cells) {
  std::vector<std::pair<StableId, std::string>> names;
  for (const View& view : cells.views()) {
    for (const std::string& id : view.ids()) {
      std::string name = std::string(view.schema().name) + "/" + id;
      names.emplace_back(stable_id(name), std::move(name));
    }
  }
  for (const Collision& collision : collisions(std::move(names)))
    cells.notes().error({"region.cell.id_collision", {collision.first, collision.second}}, {});
}

}  // namespace

std::vector<Collision> collisions(std::vector<std::pair<StableId, std::string>> names) {
  std::sort(names.begin(), names.end());
  std::vector<Collision> out;
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i].first == names[i - 1].first && names[i].second != names[i - 1].second)
      out.push_back({names[i - 1].second, names[i].second});
  return out;
}

void check_cells(const Cells& cells) {
  check_tables(cells);
  for (const View& view : cells.views()) {
    if (view.table() == nullptr) continue;
    check_columns(cells, view);
    for (std::size_t row = 0; row < view.size(); ++row)
      for (std::size_t column = 0; column < view.schema().columns.size(); ++column)
        if (view.has_column(column))
          check_cell(cells, view, row, view.schema().columns[column], view.text_at(row, column));
  }
  check_collisions(cells);
}

}  // namespace veer::region
