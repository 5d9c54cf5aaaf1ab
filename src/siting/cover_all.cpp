#include <algorithm>
#include <numeric>

#include "siting/cover_reduction.hpp"
#include "siting/median.hpp"
#include "siting/mip_parts.hpp"
#include "siting/mixed_models.hpp"

namespace veer::siting {

namespace {

/// Per customer the sites within reach.
std::vector<std::vector<Site>> rows_within(const SitingCase& facts, double reach_minutes) {
  std::vector<std::vector<Site>> rows;
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    std::vector<Site> row;
    for (const Arc& arc : facts.minutes[i])
      if (arc.cost <= reach_minutes) row.push_back(arc.site);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// A row as a customer, who costs `out` when nobody serves it.
void add_row(MedianProblem& core, const std::vector<Site>& row, double out) {
  std::vector<Arc> arcs;
  for (const Site site : row) arcs.push_back({0, site});
  core.add_customer(std::move(arcs), out);
}

/// Rows that share sites, directly or through others; rows of two parts have nothing to do with each other.
std::vector<std::vector<std::vector<Site>>> parts_of(const std::vector<std::vector<Site>>& rows,
                                                     std::size_t site_count) {
  std::vector<Site> leader(site_count);
  std::iota(leader.begin(), leader.end(), 0);
  const auto find = [&](Site site) {
    while (leader[site] != site) site = leader[site] = leader[leader[site]];
    return site;
  };
  for (const auto& row : rows)
    for (const Site site : row) leader[find(site)] = find(row.front());
  std::vector<std::vector<std::vector<Site>>> by_leader(site_count);
  for (const auto& row : rows) by_leader[find(row.front())].push_back(row);
  std::erase_if(by_leader, [](const auto& part) { return part.empty(); });
  std::stable_sort(by_leader.begin(), by_leader.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return by_leader;
}

/// The sites of a part, ascending; by their place here they are numbered inside it.
std::vector<Site> sites_of(const std::vector<std::vector<Site>>& rows) {
  std::vector<Site> sites;
  for (const auto& row : rows) sites.insert(sites.end(), row.begin(), row.end());
  std::sort(sites.begin(), sites.end());
  sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
  return sites;
}

/// The part as a problem of its own, as small as the part.
MedianProblem problem_of(const std::vector<std::vector<Site>>& rows, const std::vector<Site>& sites) {
  MedianProblem core;
  core.site_count = core.most = sites.size();
  core.fixed.assign(sites.size(), 1);
  for (const auto& row : rows) {
    std::vector<Site> own;
    for (const Site site : row)
      own.push_back(static_cast<Site>(std::lower_bound(sites.begin(), sites.end(), site) - sites.begin()));
    add_row(core, own, 2);  // more than the one site that would do
  }
  return core;
}

/// What the solver is asked: one site at least from every row.
mip::Model model_of(const MedianProblem& core) {
  mip::Model model;
  for (Site site = 0; site < core.site_count; ++site) model.add_choice(1);
  for (std::size_t k = 0; k < core.customer_count(); ++k) {
    mip::Row row{{}, mip::Sense::at_least, 1};
    for (const Arc& arc : core.row(k)) row.terms.push_back({arc.site, 1});
    model.add(std::move(row));
  }
  return model;
}

/// Fewest sites for one part: own search first, with a counted effort when a solver can go on from there. Sets whose
/// covering is an odd circle make the linear bound weak; a solver cuts those off.
Result<Answer> cover_part(const MedianProblem& core, mip::Solver* solver, const Patience& patience) {
  constexpr long own_effort = 4000;
  const Patience limited{
      .seconds_left = [&patience, left = own_effort]() mutable { return left-- > 0 ? patience.seconds_left() : 0.0; }};
  MedianOutcome outcome = solve_median(core, solver == nullptr ? patience : limited);
  const double bound = outcome.bound;
  TRY(Answer own, answer_of(std::move(outcome)));
  // A row that is left out gets its first site: that costs no more than leaving it out.
  for (std::size_t k = 0; k < core.customer_count(); ++k)
    if (own.server[k] == no_site) own.sites.push_back(core.row(k).front().site);
  std::sort(own.sites.begin(), own.sites.end());
  own.sites.erase(std::unique(own.sites.begin(), own.sites.end()), own.sites.end());
  own.value = static_cast<double>(own.sites.size());
  own.bound = std::min(own.value, std::max(1.0, bound));
  settle(own);
  TRY(const auto solution, ask(solver, model_of(core), own, patience));
  if (!solution) return own;
  std::vector<mip::Column> columns(core.site_count);
  std::iota(columns.begin(), columns.end(), 0);
  const auto sites = chosen_sites(*solution, columns);
  const bool usable = !solution->values.empty() && value_of(core, sites) == static_cast<double>(sites.size());
  take_in(own, *solution, usable ? static_cast<double>(sites.size()) : unreachable, sites);
  own.bound = std::min(own.value, std::ceil(own.bound - 1e-6));
  settle(own);
  return own;
}

/// Where nothing but reach tells sites apart: reduced, and part by part, the small ones first. Of a part that is not
/// proven the bound is still whole.
Result<Answer> cover_by_parts(const SitingCase& facts, const Rules& rules, std::vector<std::vector<Site>> rows,
                              mip::Solver* solver, const Patience& patience) {
  const ReducedCover cover = reduce_cover(std::move(rows), facts.site_count, rules, true);
  if (std::any_of(cover.rows.begin(), cover.rows.end(), [](const auto& row) { return row.empty(); }))
    return fail(nothing_allowed());
  Answer answer;
  for (Site site = 0; site < rules.choice.size(); ++site)
    if (rules.choice[site] == Choice::open) answer.sites.push_back(site);
  answer.bound = static_cast<double>(answer.sites.size());
  for (const auto& part : parts_of(cover.rows, facts.site_count)) {
    const std::vector<Site> names = sites_of(part);
    TRY(const Answer own, cover_part(problem_of(part, names), solver, patience));
    answer.bound += own.bound;
    for (const Site site : own.sites) answer.sites.push_back(names[site]);
  }
  std::sort(answer.sites.begin(), answer.sites.end());
  answer.value = static_cast<double>(answer.sites.size());
  settle(answer);
  const auto most = static_cast<double>(std::min(rules.most, facts.site_count));
  if (answer.value > most) return fail(answer.bound > most ? nothing_allowed() : nothing_found());
  return answer;
}

/// With every rule at once.
Result<Answer> cover_with_rules(const SitingCase& facts, const Rules& rules, std::vector<std::vector<Site>> rows,
                                const Patience& patience) {
  MedianProblem core = core_of(facts, rules);
  core.fixed.assign(facts.site_count, 1);
  // Leaving somebody out costs more than any choice.
  const double out = static_cast<double>(facts.site_count) + 1;
  for (const auto& row : reduce_cover(std::move(rows), facts.site_count, rules, false).rows) add_row(core, row, out);
  MedianOutcome outcome = solve_median(core, patience);
  const bool somebody_out = outcome.answer && outcome.answer->value > static_cast<double>(outcome.answer->sites.size());
  if (!somebody_out) return answer_of(std::move(outcome));
  return fail(outcome.bound > static_cast<double>(facts.site_count) ? nothing_allowed() : nothing_found());
}

}  // namespace

Result<Answer> cover_all(const SitingCase& facts, const Rules& rules, double reach_minutes, mip::Solver* solver,
                         const Patience& patience) {
  TRY_DONE(check(facts, rules));
  auto rows = rows_within(facts, reach_minutes);
  MedianProblem nearest = core_of(facts, rules);
  for (const auto& row : rows) add_row(nearest, row, 1);
  std::erase_if(rows, [](const auto& row) { return row.empty(); });
  TRY(Answer answer, sites_alike(rules) && rules.least == 0
                         ? cover_by_parts(facts, rules, std::move(rows), solver, patience)
                         : cover_with_rules(facts, rules, std::move(rows), patience));
  answer.server = servers_of(nearest, answer.sites);
  return answer;
}

}  // namespace veer::siting
