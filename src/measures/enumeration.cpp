#include "measures/enumeration.hpp"

namespace veer::measures {

Solution enumerate(const Problem& problem) {
  Solution out;
  out.phasing.resize(problem.candidates.size());
  Phasing now(problem.candidates.size());
  bool found = false;
  for (;;) {
    ++out.nodes;
    if (broken(problem, now).empty()) {
      const double value = value_of(problem, now);
      if (!found || value > out.value) {
        found = true;
        out.value = value;
        out.phasing = now;
      }
    }
    std::size_t i = 0;
    for (; i < now.size(); ++i) {
      now[i] = now[i] ? *now[i] + 1 : 0;
      if (*now[i] < problem.years) break;
      now[i].reset();
    }
    if (i == now.size()) break;
  }
  out.status = found ? Status::optimal : Status::infeasible;
  out.bound = out.value;
  return out;
}

}  // namespace veer::measures
