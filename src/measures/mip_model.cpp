#include "measures/mip_model.hpp"

#include <algorithm>
#include <cmath>

#include "measures/rows.hpp"

namespace veer::measures {

mip::Model to_mip(const Problem& problem) {
  const Rows rows = to_rows(problem);
  const bool several = problem.goals.size() > 1;
  mip::Model out;
  for (std::size_t i = 0; i < problem.candidates.size(); ++i)
    for (std::size_t t = 0; t < problem.years; ++t) {
      const mip::Column column = out.add_choice(several ? 0 : -rows.options[i][1 + t].worth[0]);
      if ((rows.allowed[i] >> (1 + t) & 1U) == 0) out.columns[column].high = 0;
    }
  const auto column_of = [&](std::size_t i, std::size_t t) { return static_cast<mip::Column>(i * problem.years + t); };
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
    mip::Row once;
    for (std::size_t t = 0; t < problem.years; ++t) once.terms.push_back({column_of(i, t), 1});
    once.right = 1;
    once.sense = (rows.allowed[i] & 1U) != 0 ? mip::Sense::at_most : mip::Sense::equal;
    out.add(std::move(once));
  }
  std::vector<mip::Row> others(rows.right.size());
  for (std::size_t r = 0; r < rows.right.size(); ++r) others[r].right = rows.right[r];
  for (std::size_t i = 0; i < problem.candidates.size(); ++i)
    for (std::size_t t = 0; t < problem.years; ++t)
      for (const auto& entry : rows.options[i][1 + t].entries)
        others[entry.row].terms.push_back({column_of(i, t), entry.factor});
  for (auto& row : others) out.add(std::move(row));
  if (!several) return out;
  double low = 0;
  for (const Goal& goal : problem.goals) {
    double sum = goal.offset;
    for (const auto& options : rows.options)
      for (const auto& option : options)
        for (const double worth : option.worth) sum -= std::abs(worth);
    low = std::min(low, sum);
  }
  const mip::Column least = out.add({.cost = -1, .low = low});
  for (std::size_t k = 0; k < problem.goals.size(); ++k) {
    mip::Row row;
    row.terms.push_back({least, 1});
    for (std::size_t i = 0; i < problem.candidates.size(); ++i)
      for (std::size_t t = 0; t < problem.years; ++t)
        row.terms.push_back({column_of(i, t), -rows.options[i][1 + t].worth[k]});
    row.right = problem.goals[k].offset;
    out.add(std::move(row));
  }
  return out;
}

}  // namespace veer::measures
