#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/change.hpp"

namespace veer::store {

/// A row as it stands: where in its table, and its cells. The cells are shared between states.
struct HeldRow {
  std::int64_t position = 0;
  std::shared_ptr<const Row> cells;
  [[nodiscard]] bool same_as(const HeldRow& other) const {
    return position == other.position && (cells == other.cells || *cells == *other.cells);
  }
};

struct TableState {
  std::vector<std::string> columns;
  std::map<std::string, HeldRow> rows;  ///< by id
  std::int64_t next_position = 1;       ///< above every position ever used, so that a row taken back finds its place

  /// The rows in the order in which they stand. Cost: n log n.
  [[nodiscard]] std::vector<const std::pair<const std::string, HeldRow>*> in_order() const;
};

/// What a region holds after a number of changes. A value: copying it is cheap beside reading it, rows are shared.
class State {
 public:
  /// Applies a change to it.
  ///
  /// A table whose columns the change names otherwise than before keeps its cells by column name: new columns are
  /// empty, columns that are gone are dropped.
  /// @pre the invariant of Change
  void apply(const Change& change);

  [[nodiscard]] const std::map<std::string, TableState>& tables() const { return tables_; }
  [[nodiscard]] const TableState* table(const std::string& name) const;
  [[nodiscard]] const HeldRow* row(const std::string& table, const std::string& id) const;

  /// SHA-256 over all that it holds: same content, same text. How it came about does not count.
  [[nodiscard]] std::string content_hash() const;

 private:
  std::map<std::string, TableState> tables_;
};

/// One cell that differs.
struct CellDifference {
  std::string column;
  std::string before;
  std::string after;
  bool operator==(const CellDifference&) const = default;
};

struct RowDifference {
  std::string id;
  std::vector<CellDifference> cells;
};

struct TableDifference {
  std::string table;
  std::vector<std::string> added;    ///< ids, in the order of the table after
  std::vector<std::string> removed;  ///< ids, in the order of the table before
  std::vector<RowDifference> changed;
};

/// What differs between two states, tables in order of name; only tables that differ. Positions do not count.
[[nodiscard]] std::vector<TableDifference> difference(const State& before, const State& after);

/// The operations that turn `from` into `to`, rows and positions. Applied to `from` they give the same content_hash.
[[nodiscard]] std::vector<Operation> operations_between(const State& from, const State& to);

/// The operations that take a change back: every row that it touched becomes what it was before.
/// @param before  state before the change, @param after  directly after it, @param now  to which they are to be applied
/// @errors conflict: a row has changed since, so taking it back would lose that; the message names the first row and
///   counts the others
[[nodiscard]] Result<std::vector<Operation>> undo_operations(const Change& change, const State& before,
                                                             const State& after, const State& now);

}  // namespace veer::store
