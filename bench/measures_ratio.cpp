// How fast measures are chosen on random problems, which other solvers then get too. Prints a line of JSON for each.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "measures/mip_model.hpp"
#include "measures/solver.hpp"
#include "mip/lp_file.hpp"
#include "support/random_problem.hpp"
#include "used_time.hpp"

using namespace veer;

/// measures_ratio PROBLEMS MEASURES PAYERS BUDGET_SHARE GOALS FIRST_SEED FOLDER
///
/// Random problems of four years, whose budgets are that share of what everything would cost. FOLDER gets each of them
/// for other solvers, as SEED.mps.
int main(int argc, char** argv) {
  if (argc != 8) {
    std::fprintf(stderr, "measures_ratio PROBLEMS MEASURES PAYERS BUDGET_SHARE GOALS FIRST_SEED FOLDER\n");
    return 2;
  }
  const std::uint64_t problems = std::strtoull(argv[1], nullptr, 10);
  test::RandomShape shape;
  shape.candidates = std::strtoull(argv[2], nullptr, 10);
  shape.payers = std::strtoull(argv[3], nullptr, 10);
  shape.years = 4;
  shape.budget_share = std::strtod(argv[4], nullptr);
  shape.goals = std::strtoull(argv[5], nullptr, 10);
  const std::uint64_t first = std::strtoull(argv[6], nullptr, 10);
  for (std::uint64_t seed = first; seed < first + problems; ++seed) {
    const auto problem = test::random_problem(seed, shape);
    const double before = used_s();
    const auto found = measures::solve(problem);
    const double seconds = used_s() - before;
    if (found.status != measures::Status::infeasible)
      if (const std::string fault = measures::broken(problem, found.phasing); !fault.empty()) {
        std::fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(seed), fault.c_str());
        return 1;
      }
    const std::string file = std::string(argv[7]) + "/" + std::to_string(seed) + ".mps";
    std::ofstream(file) << mip::to_mps(measures::to_mip(problem));
    const auto limits = std::count_if(problem.budget.begin(), problem.budget.end(),
                                      [](const auto& years) { return std::isfinite(years.front()); });
    std::printf(R"({"seed": %llu, "limits": %d, "value": %.6f, "bound": %.6f, "gap": %.6f, "proven": %s, )"
                R"("seconds": %.4f, "nodes": %llu, "mps": "%s"})"
                "\n",
                static_cast<unsigned long long>(seed), static_cast<int>(limits), found.value, found.bound, found.gap(),
                found.status == measures::Status::optimal ? "true" : "false", seconds,
                static_cast<unsigned long long>(found.nodes), file.c_str());
    std::fflush(stdout);
  }
}
