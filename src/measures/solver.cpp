#include "measures/solver.hpp"

#include <algorithm>
#include <cmath>

#include "base/result.hpp"
#include "measures/components.hpp"
#include "measures/tree.hpp"

namespace veer::measures {

namespace {

/// Whether every row has somebody in it: one without is broken or not, whatever is chosen.
bool all_peopled(const Rows& rows) {
  std::vector<bool> peopled(rows.right.size(), false);
  for (const auto& options : rows.options)
    for (const auto& option : options)
      for (const auto& entry : option.entries) peopled[entry.row] = true;
  return std::all_of(peopled.begin(), peopled.end(), [](bool one) { return one; });
}

/// The parts of a problem that nothing binds, and what the goals begin with.
std::vector<Component> parts_of(Rows rows, std::size_t goals) {
  if (goals == 1 && all_peopled(rows)) return components(rows);
  std::vector<Component> out(1);
  for (std::size_t i = 0; i < rows.options.size(); ++i) out[0].candidates.push_back(i);
  out[0].rows = std::move(rows);
  return out;
}

}  // namespace

double Solution::gap() const { return bound > value ? (bound - value) / std::max(std::abs(bound), 1e-300) : 0; }

Solution solve(const Problem& problem, const Effort& effort) {
  ENSURE(!problem.goals.empty() && problem.years >= 1 && problem.years <= 30, "a problem has goals and 1 to 30 years");
  std::vector<double> offset;
  for (const Goal& goal : problem.goals) offset.push_back(goal.offset);
  Solution out;
  out.phasing.resize(problem.candidates.size());
  out.bound = offset.size() == 1 ? offset[0] : 0;
  bool found = true;
  bool complete = true;
  const bool split = offset.size() == 1;
  for (Component& part : parts_of(to_rows(problem), offset.size())) {
    Tree tree(Layout(std::move(part.rows), split ? std::vector<double>{0} : offset));
    tree.grow(effort.nodes - std::min(effort.nodes, out.nodes));
    out.nodes += tree.nodes();
    out.bound += tree.bound() * tree.layout().scale();
    complete = complete && tree.complete();
    if (!tree.best()) {
      // What cannot be done here cannot be mended elsewhere.
      if (tree.complete())
        return {.status = Status::infeasible, .phasing = Phasing(problem.candidates.size()), .nodes = out.nodes};
      found = false;
      continue;
    }
    for (std::size_t i = 0; i < part.candidates.size(); ++i)
      if ((*tree.best())[i] > 0) out.phasing[part.candidates[i]] = (*tree.best())[i] - 1U;
  }
  if (!found) {
    out.phasing.assign(problem.candidates.size(), std::nullopt);
    out.status = Status::unknown;
    return out;
  }
  out.value = value_of(problem, out.phasing);
  out.bound = complete ? out.value : std::max(out.value, out.bound);
  out.status = complete ? Status::optimal : Status::feasible;
  return out;
}

}  // namespace veer::measures
