#include "cli/cutset_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace veer::cli {

using nlohmann::ordered_json;

ordered_json by_order(const faulttree::SetCount& count) {
  ordered_json out = ordered_json::object();
  for (std::size_t order = 0; order < count.by_order.size(); ++order)
    if (order > 0 || count.by_order[order] != "0") out[std::to_string(order)] = count.by_order[order];
  return out;
}

ordered_json number_or_word(std::optional<double> value) {
  if (!value) return nullptr;
  if (std::isinf(*value)) return "infinite";
  return *value;
}

}  // namespace veer::cli
