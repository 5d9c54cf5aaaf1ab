#include "siting/scenario_rows.hpp"

#include <algorithm>
#include <map>

namespace veer::siting {

ScenarioRows::ScenarioRows(const SitingCase& facts, const Rules& rules, const std::vector<Scenario>& scenarios,
                           double unserved_minutes)
    : scenario_count_(scenarios.size()), rows_(core_of(facts, rules)) {
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    // By which of the customer's sites work; the order of the map makes rows the same everywhere.
    std::map<std::vector<char>, std::vector<std::uint32_t>> groups;
    for (std::uint32_t s = 0; s < scenarios.size(); ++s) {
      std::vector<char> works;
      for (const Arc& arc : facts.minutes[i]) works.push_back(scenarios[s].available[arc.site]);
      groups[std::move(works)].push_back(s);
    }
    std::vector<const std::pair<const std::vector<char>, std::vector<std::uint32_t>>*> order;
    for (const auto& group : groups) order.push_back(&group);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->second.size() > b->second.size(); });
    first_row_.push_back(rows_.customer_count());
    for (const auto* group : order) {
      std::vector<Arc> row;
      for (std::size_t at = 0; at < facts.minutes[i].size(); ++at) {
        const Arc& arc = facts.minutes[i][at];
        if (group->first[at] != 0 && arc.cost < unserved_minutes) row.push_back({arc.cost * facts.weight[i], arc.site});
      }
      rows_.add_customer(std::move(row), unserved_minutes * facts.weight[i]);
      scenarios_.insert(scenarios_.end(), group->second.begin(), group->second.end());
      group_begin_.push_back(scenarios_.size());
    }
  }
}

std::vector<double> ScenarioRows::values(std::span<const Site> sites) const {
  std::vector<char> open(rows_.site_count, 0);
  double fixed = 0;
  for (const Site site : sites) {
    open[site] = 1;
    fixed += rows_.fixed_of(site);
  }
  const auto value_of_row = [&](std::size_t row) {
    for (const Arc& arc : rows_.row(row))
      if (open[arc.site] != 0) return arc.cost;
    return rows_.outside[row];
  };
  std::vector<double> out(scenario_count_, fixed);
  double common = 0;
  for (std::size_t i = 0; i < first_row_.size(); ++i) {
    const std::size_t end = i + 1 < first_row_.size() ? first_row_[i + 1] : rows_.customer_count();
    const double usual = value_of_row(first_row_[i]);
    common += usual;
    for (std::size_t row = first_row_[i] + 1; row < end; ++row) {
      const double more = value_of_row(row) - usual;
      for (std::size_t at = group_begin_[row]; at < group_begin_[row + 1]; ++at) out[scenarios_[at]] += more;
    }
  }
  for (double& value : out) value += common;
  return out;
}

std::vector<double> ScenarioRows::row_weights(std::span<const double> weight) const {
  std::vector<double> out(rows_.customer_count(), 0);
  for (std::size_t row = 0; row < out.size(); ++row)
    for (std::size_t at = group_begin_[row]; at < group_begin_[row + 1]; ++at) out[row] += weight[scenarios_[at]];
  return out;
}

MedianProblem ScenarioRows::weighted(std::span<const double> weight) const {
  const auto share = row_weights(weight);
  MedianProblem out = rows_;
  for (std::size_t row = 0; row < share.size(); ++row) {
    for (std::size_t at = out.row_begin[row]; at < out.row_begin[row + 1]; ++at) out.arcs[at].cost *= share[row];
    out.outside[row] *= share[row];
  }
  return out;
}

}  // namespace veer::siting
