#include "people/reserves.hpp"

#include <algorithm>
#include <cmath>

namespace veer::people {

Reserve::Reserve(const region::QuantileTable& lasts, Minutes horizon) {
  after_.reserve(static_cast<std::size_t>(horizon) + 2);
  after_.push_back(0);
  std::size_t run_out = 0;
  for (Minutes u = 0; u <= horizon; ++u) {
    // The clip of a table means "never within the horizon": those households do not run out.
    while (run_out < lasts.size() && lasts[run_out] <= u && lasts[run_out] < longest_minutes) ++run_out;
    after_.push_back(after_.back() +
                     static_cast<std::int64_t>(run_out) * ppm / static_cast<std::int64_t>(lasts.size()));
  }
}

region::QuantileTable warmth_lasts(const region::QuantileValues& tau, const Warmth& warmth) {
  region::QuantileTable out{};
  const double inside = warmth.indoor_c - warmth.outdoor_c;
  const double limit = warmth.limit_c - warmth.outdoor_c;
  for (std::size_t i = 0; i < tau.size(); ++i) {
    if (limit <= 0) {
      out[i] = longest_minutes;
    } else if (inside <= limit) {
      out[i] = 0;
    } else {
      const double hours = std::min(tau[i] * std::log(inside / limit), to_hours(longest_minutes));
      out[i] = static_cast<std::uint16_t>(std::clamp<Minutes>(to_minutes(hours), 0, longest_minutes));
    }
  }
  return out;
}

Result<std::size_t> ReserveBook::find(const std::string& profile, const std::string& need, const std::string& group,
                                      region::ParameterId building) {
  std::string key;
  region::ParameterId parameter;
  if (need == "warmth") {
    parameter = building;
    key = "warmth/" + std::to_string(building.index());
  } else {
    const std::string base = "reserve." + profile + "." + need;
    if (!group.empty()) parameter = region_.find_parameter(base + "." + group);
    if (!parameter.valid()) parameter = region_.find_parameter(base);
    key = parameter.valid() ? region_.parameters[parameter.index()].id : "none";
  }
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  region::QuantileTable lasts{};
  if (need == "warmth" && building.valid()) {
    TRY(const auto tau, region::quantiles(region_.parameters[building.index()]));
    lasts = warmth_lasts(tau, warmth_);
  } else if (parameter.valid()) {
    TRY(lasts, region::quantile_table(region_.parameters[parameter.index()]));
  }
  reserves_.emplace_back(lasts, horizon_);
  known_.emplace(std::move(key), reserves_.size() - 1);
  return reserves_.size() - 1;
}

}  // namespace veer::people
