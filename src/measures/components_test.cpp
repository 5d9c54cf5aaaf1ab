#include "measures/components.hpp"

#include <doctest/doctest.h>

#include "measures/enumeration.hpp"
#include "support/random_problem.hpp"

using namespace veer;
using namespace veer::measures;
using doctest::Approx;

TEST_CASE("components: what shares no row is a question of its own, smallest first") {
  Rows rows;
  rows.right = {1, 2};
  // The first and the last share row 1, the second is in row 0, the third in none.
  for (const std::vector<std::uint32_t>& in : std::vector<std::vector<std::uint32_t>>{{1}, {0}, {}, {1}}) {
    Rows::Option begun{{1}, {}};
    for (const std::uint32_t row : in) begun.entries.push_back({row, 1});
    rows.options.push_back({{{0}, {}}, begun});
    rows.allowed.push_back(3);
  }
  const auto parts = components(rows);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].candidates == std::vector<std::size_t>{1});
  CHECK(parts[1].candidates == std::vector<std::size_t>{2});
  CHECK(parts[2].candidates == std::vector<std::size_t>{0, 3});
  CHECK(parts[2].rows.right == std::vector<double>{2});
  CHECK(parts[2].rows.options[1][1].entries[0].row == 0);
  CHECK(parts[1].rows.right.empty());
}

TEST_CASE("components: many small questions are answered as one") {
  // Seven payers for six measures: most problems fall apart.
  int apart = 0;
  for (std::uint64_t seed = 500; seed < 530; ++seed) {
    const measures::Problem problem = test::random_problem(seed, {.candidates = 6, .years = 2, .payers = 7});
    if (components(to_rows(problem)).size() > 1) ++apart;
    const Solution found = solve(problem);
    const Solution every = enumerate(problem);
    CAPTURE(seed);
    CHECK(found.status == every.status);
    CHECK(found.value == Approx(every.value).epsilon(1e-9));
    CHECK(broken(problem, found.phasing) == "");
  }
  CHECK(apart > 5);
}
