#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "siting/models.hpp"

namespace veer::siting {

/// Customers in scenarios, with those rows merged that are the same: a customer walks alike in all scenarios that close
/// none of its sites, and in all that close the same ones.
///
/// Row r stands for one customer in a group of scenarios; every customer has one row or more, and its groups divide the
/// scenarios. Immutable.
class ScenarioRows {
 public:
  /// @pre every scenario states all sites
  ScenarioRows(const SitingCase& facts, const Rules& rules, const std::vector<Scenario>& scenarios,
               double unserved_minutes);

  [[nodiscard]] std::size_t scenario_count() const { return scenario_count_; }
  /// Rows with person-minutes as costs, each counting once.
  [[nodiscard]] const MedianProblem& rows() const { return rows_; }

  /// Person-minutes in each scenario.
  [[nodiscard]] std::vector<double> values(std::span<const Site> sites) const;
  /// The problem whose value is the sum over scenarios of weight times person-minutes. @param weight  per scenario, >=
  /// 0
  [[nodiscard]] MedianProblem weighted(std::span<const double> weight) const;
  /// Per row the sum of the weights of its scenarios.
  [[nodiscard]] std::vector<double> row_weights(std::span<const double> weight) const;

 private:
  std::size_t scenario_count_;
  MedianProblem rows_;
  std::vector<std::size_t> group_begin_ = {0};  ///< rows + 1, into scenarios_
  std::vector<std::uint32_t> scenarios_;        ///< of the groups, ascending within each
  std::vector<std::size_t> first_row_;          ///< per customer: its row with most scenarios; its others follow
};

}  // namespace veer::siting
