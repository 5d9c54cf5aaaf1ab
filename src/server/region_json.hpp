#pragma once

#include <string>

#include "server/problem.hpp"
#include "server/regions.hpp"
#include "store/change.hpp"
#include "store/state.hpp"

namespace veer::server {

// Things of the store as the interface shows them (schema/openapi.json), as JSON texts.

[[nodiscard]] std::string head_json(const store::ChangeHead& head);
/// @param warnings  of the check of a new change; a stored one has none
[[nodiscard]] std::string change_json(const store::Change& change, const std::vector<FieldProblem>& warnings = {});
[[nodiscard]] std::string region_json(const Snapshot& snapshot);
/// A row as column → cell. @param columns  of its table
[[nodiscard]] std::string row_json(const std::vector<std::string>& columns, const store::Row& row);
[[nodiscard]] std::string difference_json(std::uint64_t from, std::uint64_t to, const store::State& before,
                                          const store::State& after);

}  // namespace veer::server
