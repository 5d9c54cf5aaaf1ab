#include "server/group_parts.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/result_parts.hpp"

namespace veer::server {

namespace part {

std::string groups(const std::string& need, const std::string& group) { return "groepen/" + group + "/" + need; }

}  // namespace part

namespace {

using Json = nlohmann::ordered_json;

/// Tenths of a person say enough.
double rounded(double people) {
  constexpr double tenths = 10;
  return std::round(people * tenths) / tenths;
}

/// One group and need; nothing when the need concerns nobody of the group.
std::optional<Json> group_part(const region::Region& region, const people::Population& population,
                               const ensemble::Outcome& outcome, std::size_t need, std::size_t group) {
  std::int64_t everybody = 0;
  std::vector<double> sums(outcome.hours, 0);
  Json areas = Json::array();
  for (std::size_t a = 0; a < region.areas.size(); ++a) {
    const region::Area& area = region.areas[a];
    Json means = Json::array();
    for (std::size_t hour = 0; hour < outcome.hours; ++hour) {
      const double people = outcome.group_mean(a, need, group, hour);
      sums[hour] += people;
      means.push_back(rounded(people));
    }
    const std::int64_t members = population.members(a, need, group);
    everybody += members;
    areas.push_back({{"id", area.id},
                     {"naam", area.name},
                     {"gemeente", region.organisations[area.municipality.index()].id},
                     {"inwoners", members},
                     {"gemiddelde", std::move(means)}});
  }
  if (everybody == 0) return std::nullopt;
  Json whole = Json::array();
  for (const double people : sums) whole.push_back(rounded(people));
  return Json{{"behoefte", region.services[population.needs()[need].index()].id},
              {"soort", "unmet"},
              {"groep", region::group_names[group]},
              {"uren", outcome.hours},
              {"gebieden", std::move(areas)},
              {"regio", std::move(whole)}};
}

}  // namespace

std::vector<store::ResultFile> group_parts(const region::Region& region, const people::Population& population,
                                           const ensemble::Outcome& outcome) {
  std::vector<store::ResultFile> out;
  for (std::size_t need = 0; need < population.needs().size(); ++need)
    for (std::size_t group = 0; group < region::group_count; ++group)
      if (const auto json = group_part(region, population, outcome, need, group))
        out.push_back(
            packed(part::groups(region.services[population.needs()[need].index()].id, region::group_names[group]),
                   "application/json", json->dump()));
  return out;
}

}  // namespace veer::server
