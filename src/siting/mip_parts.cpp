#include "siting/mip_parts.hpp"

#include <algorithm>

#include "siting/mixed_models.hpp"

namespace veer::siting {

std::vector<mip::Column> add_sites(mip::Model& model, std::size_t site_count, const Rules& rules) {
  std::vector<mip::Column> columns;
  mip::Row count;
  mip::Row spent{{}, mip::Sense::at_most, rules.budget.value_or(0)};
  std::vector<mip::Row> groups(rules.group.empty() ? 0 : rules.group_least.size());
  for (Site site = 0; site < site_count; ++site) {
    const Choice choice = rules.choice.empty() ? Choice::free : rules.choice[site];
    const mip::Column column = model.add({.cost = 0,
                                          .low = choice == Choice::open ? 1.0 : 0.0,
                                          .high = choice == Choice::closed ? 0.0 : 1.0,
                                          .whole = true});
    columns.push_back(column);
    count.terms.push_back({column, 1});
    if (rules.budget) spent.terms.push_back({column, rules.price[site]});
    if (!rules.group.empty()) groups[rules.group[site]].terms.push_back({column, 1});
  }
  count.sense = mip::Sense::at_most;
  count.right = static_cast<double>(std::min(rules.most, site_count));
  model.add(count);
  count.sense = mip::Sense::at_least;
  count.right = static_cast<double>(rules.least);
  model.add(count);
  if (rules.budget) model.add(std::move(spent));
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (rules.group_least[g] == 0) continue;
    // A group without sites gets a row that nothing meets, of which some column must be part.
    if (groups[g].terms.empty()) groups[g].terms.push_back({columns.empty() ? 0 : columns.front(), 0});
    groups[g].sense = mip::Sense::at_least;
    groups[g].right = static_cast<double>(rules.group_least[g]);
    model.add(std::move(groups[g]));
  }
  return columns;
}

std::vector<mip::Term> add_service(mip::Model& model, const MedianProblem& core, const std::vector<mip::Column>& sites,
                                   bool in_objective) {
  std::vector<mip::Term> costs;
  const auto add = [&](double cost) {
    const mip::Column column = model.add_share(in_objective ? cost : 0);
    costs.push_back({column, cost});
    return column;
  };
  for (std::size_t i = 0; i < core.customer_count(); ++i) {
    mip::Row once{{{add(core.outside[i]), 1}}, mip::Sense::equal, 1};
    for (const Arc& arc : core.row(i)) {
      const mip::Column share = add(arc.cost);
      once.terms.push_back({share, 1});
      model.add(mip::Row{{{share, 1}, {sites[arc.site], -1}}, mip::Sense::at_most, 0});
    }
    model.add(std::move(once));
  }
  return costs;
}

std::vector<Site> chosen_sites(const mip::Solution& solution, const std::vector<mip::Column>& columns) {
  std::vector<Site> sites;
  for (Site site = 0; site < columns.size(); ++site)
    if (!solution.values.empty() && solution.values[columns[site]] > 0.5) sites.push_back(site);
  return sites;
}

void settle(Answer& answer) { answer.status = gap(answer) <= proof_share ? Status::optimal : Status::feasible; }

void take_in(Answer& own, const mip::Solution& solution, double value, const std::vector<Site>& sites) {
  if (value < own.value) {
    own.value = value;
    own.sites = sites;
  }
  own.bound = std::min(own.value, std::max(own.bound, solution.bound));
  settle(own);
}

Result<std::optional<mip::Solution>> ask(mip::Solver* solver, const mip::Model& model, const Answer& own,
                                         const Patience& patience) {
  if (solver == nullptr || own.status == Status::optimal || patience.ended() ||
      model.columns.size() > most_solver_columns)
    return std::optional<mip::Solution>{};
  TRY(mip::Solution solution, solver->solve(model, patience.seconds_left()));
  return std::optional<mip::Solution>(std::move(solution));
}

}  // namespace veer::siting
