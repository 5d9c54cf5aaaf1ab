// How fast measures are chosen: our solver against CBC on the same exported problems, 40 measures and four years.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "measures/mip_model.hpp"
#include "measures/solver.hpp"
#include "mip/cbc.hpp"
#include "support/random_problem.hpp"

namespace {

using namespace veer;

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

/// measures_ratio [PROBLEMS [MEASURES [PAYERS [LIMIT_S]]]]
int main(int argc, char** argv) {
  const int problems = argc > 1 ? std::atoi(argv[1]) : 5;
  test::RandomShape shape;
  shape.candidates = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 40;
  shape.payers = argc > 3 ? static_cast<std::size_t>(std::atoi(argv[3])) : 1;
  const double limit = argc > 4 ? std::atof(argv[4]) : 60;
  shape.years = 4;
  shape.budget_share = 0.25;
  mip::Cbc cbc;
  double ours = 0;
  double theirs = 0;
  for (int i = 0; i < problems; ++i) {
    const auto problem = test::random_problem(1000 + static_cast<std::uint64_t>(i), shape);
    auto begin = std::chrono::steady_clock::now();
    const auto found = measures::solve(problem, {.nodes = 2'000'000});
    const double own = seconds_since(begin);
    std::printf("%2d  value %.2f  gap %.4f %%  %.3f s  %llu nodes", i, found.value, 100 * found.gap(), own,
                static_cast<unsigned long long>(found.nodes));
    if (cbc.present()) {
      begin = std::chrono::steady_clock::now();
      const auto other = cbc.solve(measures::to_mip(problem), limit);
      const double other_s = seconds_since(begin);
      const bool proven = other && other->status == mip::SolutionStatus::optimal;
      std::printf("  |  cbc %.3f s%s  ratio %.1f", other_s, proven ? "" : " (no proof)", other_s / own);
      theirs += other_s;
    }
    ours += own;
    std::printf("\n");
    std::fflush(stdout);
  }
  std::printf("all: %.3f s", ours);
  if (theirs > 0) std::printf(", cbc %.3f s, ratio %.1f", theirs, theirs / ours);
  std::printf("\n");
}
