#include <doctest/doctest.h>

#include "mip/cbc.hpp"
#include "mip/lp_file.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::mip;

namespace {

/// Two of three, at least 5 together: 3x + 2y + 4z with prices 4, 3 and 5.
Model small_model() {
  Model model;
  const Column x = model.add_choice(4);
  const Column y = model.add_choice(3);
  const Column z = model.add_choice(5);
  model.add(Row{{{x, 3}, {y, 2}, {z, 4}}, Sense::at_least, 5});
  model.add(Row{{{x, 1}, {y, 1}, {z, 1}}, Sense::equal, 2});
  return model;
}

}  // namespace

TEST_CASE("lp file: objective, rows, limits and whole columns stand in their sections") {
  Model model;
  model.add({.cost = 1.5, .low = 0, .high = infinite, .whole = false});
  model.add({.cost = -2, .low = 1, .high = 4, .whole = true});
  model.add(Row{{{0, 1}, {1, -3}}, Sense::at_most, 7});
  CHECK(to_lp(model) ==
        "Minimize\n obj: + 1.5 x0 - 2 x1\nSubject To\n r0: + 1 x0 - 3 x1 <= 7\nBounds\n 0 <= x0\n 1 <= x1 <= "
        "4\nGenerals\n x1\nEnd\n");
}

TEST_CASE("cbc: the answer file is read, with zeros for what it leaves out") {
  const auto solution = parse_cbc_solution("Optimal - objective value 7.00000000\n 0 x0 1 4\n** 2 x2 0.5 5\n", 3);
  REQUIRE(solution.has_value());
  CHECK(solution->status == SolutionStatus::optimal);
  CHECK(solution->values == std::vector<double>{1, 0, 0.5});
}

TEST_CASE("cbc: how it ended is told apart, and what is not understood is an error") {
  CHECK(parse_cbc_solution("Infeasible - objective value 0\n", 1)->status == SolutionStatus::infeasible);
  CHECK(parse_cbc_solution("Integer infeasible - objective value 0\n", 1)->status == SolutionStatus::infeasible);
  CHECK(
      parse_cbc_solution("Stopped on time (no integer solution - continuous used) - objective value 3\n 0 x0 1 1\n", 1)
          ->status == SolutionStatus::none);
  CHECK(parse_cbc_solution("Stopped on time - objective value 3\n 0 x0 1 1\n", 1)->status == SolutionStatus::feasible);
  CHECK_FALSE(parse_cbc_solution("", 1).has_value());
  CHECK_FALSE(parse_cbc_solution("Optimal - objective value 1\n 0 x7 1 1\n", 1).has_value());
  CHECK_FALSE(parse_cbc_solution("Optimal - objective value 1\n 0 x0 veel 1\n", 1).has_value());
  CHECK(parse_cbc_bound("Objective value: 9\nLower bound:                    7.25\nGap: 0.2\n") == 7.25);
  CHECK(parse_cbc_bound("nothing") == -infinite);
}

TEST_CASE("cbc: a program that is not there is told by name") {
  Cbc cbc("no-such-solver");
  CHECK_FALSE(cbc.present());
  const auto solution = cbc.solve(small_model(), 5);
  REQUIRE_FALSE(solution.has_value());
  CHECK(solution.error().kind == ErrorKind::unavailable);
  CHECK(solution.error().message.arguments == std::vector<std::string>{"no-such-solver"});
}

TEST_CASE("cbc: a small model is solved, an impossible one is told") {
  Cbc cbc;
  if (!cbc.present()) {
    MESSAGE("skipped: cbc is not installed");
    return;
  }
  Model model = small_model();
  const auto solution = cbc.solve(model, infinite);
  REQUIRE(solution.has_value());
  CHECK(solution->status == SolutionStatus::optimal);
  CHECK(solution->bound == doctest::Approx(7));  // x and y: 5 together for 7
  CHECK(solution->values == std::vector<double>{1, 1, 0});
  model.rows[0].right = 8;
  CHECK(cbc.solve(model, 10)->status == SolutionStatus::infeasible);
  CHECK(cbc.solve(model, 0)->status == SolutionStatus::none);
}

TEST_CASE("cbc: out of time or asked to stop, it ends the program and has no solution") {
  const test::TemporaryFolder folder;
  const auto program = folder / "slow";
  test::put(program, "#!/bin/sh\nexec sleep 60\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  int looked = 0;
  Cbc stopped(program, [&looked] { return ++looked == 3; });
  const auto solution = stopped.solve(small_model(), infinite);
  REQUIRE(solution.has_value());
  CHECK(solution->status == SolutionStatus::none);
  CHECK(looked == 3);
  CHECK(Cbc(program).solve(small_model(), 0.05)->status == SolutionStatus::none);
}

TEST_CASE("mps: whole columns stand between markers, and every limit is written") {
  Model model;
  const Column x = model.add_choice(2);
  const Column y = model.add({.cost = 0.5, .low = 1, .high = infinite, .whole = false});
  model.add({{{x, 3}, {y, 1}}, Sense::at_least, 4});
  CHECK(to_mps(model) ==
        "NAME veer FREE\nROWS\n N obj\n G r0\nCOLUMNS\n MARKER 'MARKER' 'INTORG'\n x0 obj 2\n x0 r0 3\n"
        " MARKER 'MARKER' 'INTEND'\n x1 obj 0.5\n x1 r0 1\nRHS\n RHS r0 4\nBOUNDS\n LO BND x0 0\n UP BND x0 1\n"
        " LO BND x1 1\n PL BND x1\nENDATA\n");
}
