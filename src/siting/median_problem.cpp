#include "siting/median_problem.hpp"

#include <algorithm>
#include <cmath>

namespace veer::siting {

namespace {

/// Marks of the sites of a set.
std::vector<char> marks_of(const MedianProblem& problem, std::span<const Site> sites) {
  std::vector<char> open(problem.site_count, 0);
  for (const Site site : sites) open[site] = 1;
  return open;
}

/// The first open arc of a row, or nullptr. Rows ascend, so it is the cheapest.
const Arc* first_open(std::span<const Arc> row, const std::vector<char>& open) {
  for (const Arc& arc : row)
    if (open[arc.site] != 0) return &arc;
  return nullptr;
}

bool whole(double value) { return std::floor(value) == value && std::abs(value) < 9e15; }

}  // namespace

void MedianProblem::add_customer(std::vector<Arc> row, double out) {
  std::erase_if(row, [out](const Arc& arc) { return arc.cost >= out; });
  std::sort(row.begin(), row.end(),
            [](const Arc& a, const Arc& b) { return a.cost != b.cost ? a.cost < b.cost : a.site < b.site; });
  arcs.insert(arcs.end(), row.begin(), row.end());
  row_begin.push_back(arcs.size());
  outside.push_back(out);
}

double value_of(const MedianProblem& problem, std::span<const Site> sites) {
  const auto open = marks_of(problem, sites);
  double sum = 0;
  for (const Site site : sites) sum += problem.fixed_of(site);
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    const Arc* const arc = first_open(problem.row(i), open);
    sum += arc == nullptr ? problem.outside[i] : arc->cost;
  }
  return sum;
}

std::vector<Site> servers_of(const MedianProblem& problem, std::span<const Site> sites) {
  const auto open = marks_of(problem, sites);
  std::vector<Site> servers;
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    const Arc* const arc = first_open(problem.row(i), open);
    servers.push_back(arc == nullptr ? no_site : arc->site);
  }
  return servers;
}

bool allowed(const MedianProblem& problem, std::span<const Site> sites) {
  if (sites.size() < problem.least || sites.size() > problem.most) return false;
  const auto open = marks_of(problem, sites);
  std::vector<std::size_t> in_group(problem.group_least.size(), 0);
  double price = 0;
  for (Site site = 0; site < problem.site_count; ++site) {
    const Choice choice = problem.choice_of(site);
    if (choice != Choice::free && (choice == Choice::open) != (open[site] != 0)) return false;
    if (open[site] == 0) continue;
    price += problem.price_of(site);
    if (!problem.group.empty()) ++in_group[problem.group[site]];
  }
  for (std::size_t g = 0; g < in_group.size(); ++g)
    if (in_group[g] < problem.group_least[g]) return false;
  return problem.price.empty() || price <= problem.budget * (1 + 1e-12);
}

double value_step(const MedianProblem& problem) {
  const bool all_whole =
      std::all_of(problem.arcs.begin(), problem.arcs.end(), [](const Arc& arc) { return whole(arc.cost); }) &&
      std::all_of(problem.outside.begin(), problem.outside.end(), whole) &&
      std::all_of(problem.fixed.begin(), problem.fixed.end(), whole);
  return all_whole ? 1 : 0;
}

}  // namespace veer::siting
