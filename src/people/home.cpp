#include "people/home.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace veer::people {

namespace {

/// Thermal time constants of all homes, hours, each with its weight; shortest first.
using Constants = std::vector<std::pair<double, double>>;

double quantile(const Constants& constants, double total, double p) {
  double passed = 0;
  for (const auto& [tau, weight] : constants) {
    passed += weight;
    if (passed >= p * total) return tau;
  }
  return constants.back().first;
}

}  // namespace

Result<HomeCooling> home_cooling(const region::Region& region, const Warmth& warmth, std::size_t hours) {
  std::map<std::size_t, double> residents;  // by building class
  double total = 0;
  for (const region::Zone& zone : region.zones) {
    if (!zone.building.valid()) continue;
    residents[zone.building.index()] += zone.residents;
    total += zone.residents;
  }
  HomeCooling out;
  if (total <= 0) return out;
  Constants constants;
  for (const auto& [building, weight] : residents) {
    TRY(const auto values, region::quantiles(region.parameters[building]));
    for (const double tau : values) constants.emplace_back(tau, weight / static_cast<double>(values.size()));
  }
  std::sort(constants.begin(), constants.end());
  const std::array<double, 3> tau{quantile(constants, total, 0.05), quantile(constants, total, 0.5),
                                  quantile(constants, total, 0.95)};
  for (std::size_t hour = 0; hour < hours; ++hour) {
    std::array<double, 3> degrees{};
    for (std::size_t i = 0; i < tau.size(); ++i)
      degrees[i] = warmth.outdoor_c + (warmth.indoor_c - warmth.outdoor_c) *
                                          (hour == 0 ? 1.0 : std::exp(-static_cast<double>(hour) / tau[i]));
    out.degrees_c.push_back(degrees);
  }
  const double ratio = (warmth.indoor_c - warmth.outdoor_c) / (warmth.limit_c - warmth.outdoor_c);
  for (std::size_t i = 0; i < tau.size(); ++i)
    out.hours_to_limit[i] = warmth.limit_c <= warmth.outdoor_c ? std::numeric_limits<double>::infinity()
                                                               : tau[i] * std::log(std::max(1.0, ratio));
  return out;
}

}  // namespace veer::people
