#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "faulttree/cut_sets.hpp"

namespace veer::cli {

/// How many sets there are of each order, as texts (they may be longer than a number of JSON holds); order 0 only where
/// it has one.
[[nodiscard]] nlohmann::ordered_json by_order(const faulttree::SetCount& count);

/// A number, "infinite", or null where there is none: JSON has no infinity.
[[nodiscard]] nlohmann::ordered_json number_or_word(std::optional<double> value);

}  // namespace veer::cli
