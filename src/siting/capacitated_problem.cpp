#include "siting/capacitated_problem.hpp"

namespace veer::siting {

double value_of(const CapacitatedProblem& problem, std::span<const Site> server) {
  std::vector<std::int64_t> left = problem.capacity;
  std::vector<char> open(problem.site_count(), 0);
  double sum = 0;
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    const Site site = server[i];
    if (site == no_site) return unreachable;
    left[site] -= problem.demand[i];
    if (left[site] < 0) return unreachable;
    open[site] = 1;
    sum += problem.cost_of(i, site);
  }
  std::size_t count = 0;
  for (Site site = 0; site < problem.site_count(); ++site) {
    const Choice choice = problem.choice_of(site);
    if (choice == Choice::closed && open[site] != 0) return unreachable;
    if (choice == Choice::open) open[site] = 1;
    if (open[site] == 0) continue;
    ++count;
    sum += problem.fixed[site];
  }
  return count <= problem.most ? sum : unreachable;
}

}  // namespace veer::siting
