#include <algorithm>
#include <numeric>

#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"

namespace veer::siting {

namespace {

/// What is lost of full marks by a set of sites: value to minimise.
double lost(const SitingCase& facts, double reach_minutes, double first_share, const std::vector<Site>& sites) {
  std::vector<char> open(facts.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  double sum = 0;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    const auto near = std::count_if(facts.minutes[i].begin(), facts.minutes[i].end(),
                                    [&](const Arc& arc) { return arc.cost <= reach_minutes && open[arc.site] != 0; });
    sum += facts.weight[i] * (near == 0 ? 1 : near == 1 ? 1 - first_share : 0);
  }
  return sum;
}

/// Columns: sites, then per customer how much it misses of a first and of a second site.
mip::Model backup_model(const SitingCase& facts, const Rules& rules, double reach_minutes, double first_share,
                        std::vector<mip::Column>& sites) {
  mip::Model model;
  sites = add_sites(model, facts.site_count, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    const mip::Column first = model.add_share(first_share * facts.weight[i]);
    const mip::Column second = model.add_share((1 - first_share) * facts.weight[i]);
    // The first share is worth at least the second, so a missing site is booked as the second one by itself.
    mip::Row near{{{first, 1}, {second, 1}}, mip::Sense::at_least, 2};
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) near.terms.push_back({sites[arc.site], 1});
    model.add(std::move(near));
  }
  return model;
}

}  // namespace

Result<Answer> cover_twice(const SitingCase& facts, const Rules& rules, double reach_minutes, double first_share,
                           mip::Solver* solver, const Patience& patience) {
  if (!(first_share >= 0.5 && first_share <= 1))
    return fail({ErrorKind::invalid_input, {"siting.case.bad", {"first_share", "-"}}, {}, {}});
  // Single coverage gives an answer, and a bound: who lacks a first site misses everything, who has one misses at
  // least nothing.
  TRY(Answer own, cover_most(facts, rules, reach_minutes, patience));
  const double total = std::accumulate(facts.weight.begin(), facts.weight.end(), 0.0);
  own.value = lost(facts, reach_minutes, first_share, own.sites);
  own.bound = std::min(own.value, total - own.bound);
  settle(own);
  std::vector<mip::Column> columns;
  const mip::Model model = backup_model(facts, rules, reach_minutes, first_share, columns);
  TRY(const auto solution, ask(solver, model, own, patience));
  if (solution) {
    const auto sites = chosen_sites(*solution, columns);
    const bool usable = !solution->values.empty() && allowed(core_of(facts, rules), sites);
    take_in(own, *solution, usable ? lost(facts, reach_minutes, first_share, sites) : unreachable, sites);
  }
  MedianProblem nearest = core_of(facts, rules);
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Arc> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back(arc);
    nearest.add_customer(std::move(row), unreachable);
  }
  own.server = servers_of(nearest, own.sites);
  own.value = total - own.value;
  own.bound = total - own.bound;
  if (gap(own) <= proof_share) own.status = Status::optimal;
  return own;
}

}  // namespace veer::siting
