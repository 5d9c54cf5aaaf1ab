#include "report/json_parts.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace veer::report::json_parts {

Json number(double value, int digits) {
  if (!std::isfinite(value)) return nullptr;
  std::array<char, 64> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, digits - 1).ptr;
  double rounded = 0;
  std::from_chars(text.data(), end, rounded);
  if (rounded == std::floor(rounded) && std::fabs(rounded) < 1e15) return static_cast<std::int64_t>(rounded);
  return rounded;
}

Json whole(double value) {
  if (!std::isfinite(value)) return nullptr;
  return static_cast<std::int64_t>(std::floor(value + 0.5));
}

Json name(const Name& value) { return {{"nl", value.nl}, {"en", value.en}}; }

Json estimate(const Estimate& value) {
  Json out;
  Json beyond = Json::array();
  const std::array<std::pair<const char*, double>, 5> parts{{{"mean", value.mean},
                                                             {"standard_error", value.standard_error},
                                                             {"p5", value.p5},
                                                             {"p50", value.p50},
                                                             {"p95", value.p95}}};
  for (const auto& [key, part] : parts) {
    out[key] = number(part);
    if (std::isinf(part)) beyond.push_back(key);
  }
  if (!beyond.empty()) out["beyond_horizon"] = std::move(beyond);
  return out;
}

}  // namespace veer::report::json_parts
