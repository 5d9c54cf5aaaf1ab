#include "store/state.hpp"

#include <algorithm>

#include "store/sha256.hpp"

namespace veer::store {

namespace {

/// The cells by the name of their column, in another order of columns.
Row rearranged(const Row& cells, const std::vector<std::string>& from, const std::vector<std::string>& to) {
  Row out(to.size());
  for (std::size_t c = 0; c < to.size(); ++c) {
    const auto found = std::find(from.begin(), from.end(), to[c]);
    if (found != from.end()) out[c] = cells[static_cast<std::size_t>(found - from.begin())];
  }
  return out;
}

void set_columns(TableState& table, const std::vector<std::string>& columns) {
  if (table.columns == columns) return;
  for (auto& [id, held] : table.rows)
    held.cells = std::make_shared<const Row>(rearranged(*held.cells, table.columns, columns));
  table.columns = columns;
}

const TableState& table_or_empty(const State& state, const std::string& name) {
  static const TableState empty;
  const TableState* const found = state.table(name);
  return found == nullptr ? empty : *found;
}

std::vector<std::string> all_tables(const State& a, const State& b) {
  std::vector<std::string> names;
  for (const auto& [name, table] : a.tables()) names.push_back(name);
  for (const auto& [name, table] : b.tables()) names.push_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<CellDifference> cell_differences(const TableState& before, const Row& old_cells, const TableState& after,
                                             const Row& new_cells) {
  std::vector<CellDifference> out;
  const Row was = before.columns == after.columns ? old_cells : rearranged(old_cells, before.columns, after.columns);
  for (std::size_t c = 0; c < after.columns.size(); ++c)
    if (was[c] != new_cells[c]) out.push_back({after.columns[c], was[c], new_cells[c]});
  return out;
}

TableDifference table_difference(const std::string& name, const TableState& before, const TableState& after) {
  TableDifference out{name, {}, {}, {}};
  for (const auto* entry : before.in_order())
    if (!after.rows.contains(entry->first)) out.removed.push_back(entry->first);
  for (const auto* entry : after.in_order()) {
    const auto old = before.rows.find(entry->first);
    if (old == before.rows.end()) {
      out.added.push_back(entry->first);
    } else if (auto cells = cell_differences(before, *old->second.cells, after, *entry->second.cells); !cells.empty()) {
      out.changed.push_back({entry->first, std::move(cells)});
    }
  }
  return out;
}

}  // namespace

std::vector<const std::pair<const std::string, HeldRow>*> TableState::in_order() const {
  std::vector<const std::pair<const std::string, HeldRow>*> out;
  out.reserve(rows.size());
  for (const auto& entry : rows) out.push_back(&entry);
  std::stable_sort(out.begin(), out.end(),
                   [](const auto* a, const auto* b) { return a->second.position < b->second.position; });
  return out;
}

void State::apply(const Change& change) {
  for (const auto& [name, columns] : change.columns) set_columns(tables_[name], columns);
  for (const Operation& operation : change.operations) {
    TableState& table = tables_[operation.table];
    table.next_position = std::max(table.next_position, operation.position + 1);
    if (operation.row)
      table.rows[operation.id] = {operation.position, std::make_shared<const Row>(*operation.row)};
    else
      table.rows.erase(operation.id);
  }
}

const TableState* State::table(const std::string& name) const {
  const auto found = tables_.find(name);
  return found == tables_.end() ? nullptr : &found->second;
}

const HeldRow* State::row(const std::string& table_name, const std::string& id) const {
  const TableState* const held = table(table_name);
  if (held == nullptr) return nullptr;
  const auto found = held->rows.find(id);
  return found == held->rows.end() ? nullptr : &found->second;
}

std::string State::content_hash() const {
  Digest digest;
  digest.add("veer-content-1");
  for (const auto& [name, table] : tables_) {
    if (table.rows.empty()) continue;  // a table that was emptied is as one that never was
    digest.add(name);
    digest.add(table.columns.size());
    for (const std::string& column : table.columns) digest.add(column);
    digest.add(table.rows.size());
    for (const auto* entry : table.in_order()) {
      digest.add(entry->first);
      for (const std::string& cell : *entry->second.cells) digest.add(cell);
    }
  }
  return digest.hex();
}

std::vector<TableDifference> difference(const State& before, const State& after) {
  std::vector<TableDifference> out;
  for (const std::string& name : all_tables(before, after)) {
    TableDifference table = table_difference(name, table_or_empty(before, name), table_or_empty(after, name));
    if (!table.added.empty() || !table.removed.empty() || !table.changed.empty()) out.push_back(std::move(table));
  }
  return out;
}

std::vector<Operation> operations_between(const State& from, const State& to) {
  std::vector<Operation> out;
  for (const std::string& name : all_tables(from, to)) {
    const TableState& before = table_or_empty(from, name);
    const TableState& after = table_or_empty(to, name);
    for (const auto* entry : before.in_order())
      if (!after.rows.contains(entry->first)) out.push_back({name, entry->first, entry->second.position, std::nullopt});
    for (const auto* entry : after.in_order()) {
      const auto old = before.rows.find(entry->first);
      const bool same =
          old != before.rows.end() && before.columns == after.columns && old->second.same_as(entry->second);
      if (!same) out.push_back({name, entry->first, entry->second.position, *entry->second.cells});
    }
  }
  return out;
}

Result<std::vector<Operation>> undo_operations(const Change& change, const State& before, const State& after,
                                               const State& now) {
  std::vector<Operation> out;
  std::size_t changed_since = 0;
  std::string first;
  for (const Operation& operation : change.operations) {
    const HeldRow* const left = after.row(operation.table, operation.id);
    const HeldRow* const found = now.row(operation.table, operation.id);
    const bool same = left == nullptr || found == nullptr ? left == found : left->same_as(*found);
    if (!same) {
      if (++changed_since == 1) first = operation.table + "/" + operation.id;
      continue;
    }
    const HeldRow* const was = before.row(operation.table, operation.id);
    if (was == nullptr)
      out.push_back({operation.table, operation.id, operation.position, std::nullopt});
    else
      out.push_back({operation.table, operation.id, was->position, *was->cells});
  }
  if (changed_since > 0)
    return fail({ErrorKind::conflict,
                 {changed_since == 1 ? "store.undo.changed" : "store.undo.changed_more",
                  {std::to_string(change.number), first, std::to_string(changed_since - 1)}},
                 {},
                 {}});
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace veer::store
