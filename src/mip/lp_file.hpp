#pragma once

#include <string>
#include <string_view>

#include "mip/model.hpp"

namespace veer::mip {

/// The model in CPLEX's LP format; column j is called xj.
[[nodiscard]] std::string to_lp(const Model& model);

/// The model in free MPS format, for any solver; column j is called xj and row i ri.
[[nodiscard]] std::string to_mps(const Model& model);

/// What CBC writes with `-solution`: a first line that says how it ended, then a line "number name value cost" per
/// column that is not zero (a line may begin with ** when the value breaks a row by a hair).
/// @errors unavailable: anything else
[[nodiscard]] Result<Solution> parse_cbc_solution(std::string_view text, std::size_t columns);

/// The best bound from what CBC prints at its end ("Lower bound: 12.5"); −infinity when it prints none.
[[nodiscard]] double parse_cbc_bound(std::string_view log);

}  // namespace veer::mip
