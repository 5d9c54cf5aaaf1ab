#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem.hpp"
#include "server/regions.hpp"
#include "store/change.hpp"

namespace veer::server {

/// A row as someone sent it: some of its cells, as the text of a table. An absent column of a row that exists stays as
/// it is.
struct RowInput {
  std::string table;
  std::map<std::string, std::string> cells;  ///< by column; `id` among them
  std::string path;                          ///< where it stood: put/0
};

struct RowReference {
  std::string table;
  std::string id;
  std::string path;  ///< remove/0
};

/// Rows to put and to remove, as someone sent them.
struct ChangeInput {
  std::vector<RowInput> put;
  std::vector<RowReference> remove;
};

/// Reads `put` and `remove` of a JSON object; values may be text, numbers, true, false or null.
///
/// All that is wrong with the form goes to `problems`; other members are the caller's. Reading goes on after each, so
/// that one answer names them all.
/// @param json  text of an object, nested at most 8 deep
/// @returns  what could be read
[[nodiscard]] ChangeInput parse_change_input(std::string_view json, const Speech& say,
                                             std::vector<FieldProblem>& problems);

/// The operations that the input means for a state. Unknown tables, columns and rows, a missing id and a row that is
/// named twice go to `problems`.
[[nodiscard]] std::vector<store::Operation> resolve(const ChangeInput& input, const store::State& state,
                                                    const Speech& say, std::vector<FieldProblem>& problems);

/// A state with operations applied, checked and built; the complaints of the checks are named by where the input put
/// the row, or by table and row.
struct Checked {
  Built built;
  std::vector<FieldProblem> errors;
  std::vector<FieldProblem> warnings;
};
/// @errors as build
[[nodiscard]] Result<Checked> check(const store::State& state, const std::vector<store::Operation>& operations,
                                    const ChangeInput& input, const Speech& say);

}  // namespace veer::server
