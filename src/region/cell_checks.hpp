#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "region/cells.hpp"

namespace veer::region {

/// Holds every table, column and cell against the schema: presence, UTF-8, type, range, enumeration, ids and
/// references.
void check_cells(const Cells& cells);

/// Two texts that would draw the same random numbers.
struct Collision {
  std::string first;
  std::string second;
};
/// The pairs with the same stable id but another text, in order of id. Consumes its argument.
[[nodiscard]] std::vector<Collision> collisions(std::vector<std::pair<StableId, std::string>> names);

}  // namespace veer::region
