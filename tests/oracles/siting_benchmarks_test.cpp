#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <sstream>
#include <string>

#include "formats/files.hpp"
#include "oracles/shared_folder.hpp"
#include "siting/benchmark.hpp"
#include "siting/capacitated.hpp"
#include "siting/median.hpp"
#include "support/temporary_folder.hpp"

// Published optima of OR-Library and of single-source facility location: the value found must be the one published, and
// the bound may never be above it.

namespace {

using namespace veer;
using namespace veer::siting;

/// Patience that is counted, not timed: a busy machine gives the same answers. About a second at most per instance;
/// `bench/run siting` gives each the time that the solver may need.
Patience counted_patience() {
  return {.seconds_left = [left = 60'000]() mutable { return left-- > 0 ? 1.0 : 0.0; }};
}

struct Instance {
  std::string name;
  std::string text;
  double optimum = 0;
};

/// The instances of a folder with their published optimum: first and last column of known_optima.csv.
std::vector<Instance> instances(const std::string& folder) {
  const auto place = test::shared_folder("data/benchmarks/" + folder);
  if (!place) {
    MESSAGE("skipped: no folder with the instances of " << folder << " (VEER_SHARED_DIR)");
    return {};
  }
  std::vector<Instance> out;
  std::istringstream lines(test::bytes_of(*place / "known_optima.csv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::string name = line.substr(0, line.find(','));
    out.push_back({name, test::bytes_of(*place / (name + ".txt")), std::stod(line.substr(line.rfind(',') + 1))});
  }
  CHECK(out.size() >= 10);
  return out;
}

}  // namespace

TEST_CASE("p-median: every instance of OR-Library gets its published optimum, and nearly all are proven") {
  std::size_t proven = 0;
  const auto all = instances("pmed");
  for (const Instance& instance : all) {
    INFO(instance.name);
    const auto problem = parse_pmed(instance.text, instance.name);
    REQUIRE(problem.has_value());
    const auto outcome = solve_median(*problem, counted_patience());
    REQUIRE(outcome.answer.has_value());
    CHECK(outcome.answer->value == instance.optimum);
    CHECK(outcome.answer->bound <= instance.optimum);
    CHECK(gap(*outcome.answer) <= 0.001);
    proven += outcome.answer->status == Status::optimal ? 1U : 0U;
  }
  CHECK(proven + 1 >= all.size());
}

TEST_CASE("capacitated p-median: every instance of OR-Library is proven to have its published optimum") {
  for (const Instance& instance : instances("pmedcap")) {
    INFO(instance.name);
    const auto problem = parse_pmedcap(instance.text, instance.name);
    REQUIRE(problem.has_value());
    const auto outcome = solve_capacitated(*problem, counted_patience());
    REQUIRE(outcome.answer.has_value());
    CHECK(outcome.answer->value == instance.optimum);
    CHECK(outcome.answer->bound == instance.optimum);
    CHECK(outcome.answer->status == Status::optimal);
    CHECK(value_of(*problem, outcome.answer->server) == instance.optimum);
  }
}

TEST_CASE("single source: with little effort most instances are proven, the rest is near, no bound is too high") {
  std::size_t proven = 0;
  const auto all = instances("sscflp");
  for (const Instance& instance : all) {
    INFO(instance.name);
    const auto problem = parse_sscflp(instance.text, instance.name);
    REQUIRE(problem.has_value());
    const auto outcome = solve_capacitated(*problem, counted_patience());
    REQUIRE(outcome.answer.has_value());
    CHECK(value_of(*problem, outcome.answer->server) == outcome.answer->value);
    CHECK(outcome.answer->value >= instance.optimum);
    CHECK(outcome.answer->value <= 1.02 * instance.optimum);
    CHECK(outcome.answer->bound <= instance.optimum);
    CHECK(gap(*outcome.answer) < 0.03);
    if (outcome.answer->status == Status::optimal) {
      ++proven;
      CHECK(outcome.answer->value == instance.optimum);
    }
  }
  CHECK(proven * 10 >= all.size() * 8);
}

TEST_CASE("single source: remains of another file behind the padding of a published file do not count") {
  for (const Instance& instance : instances("sscflp")) {
    if (instance.name != "holmberg_p47") continue;
    REQUIRE(instance.text.find('\0') != std::string::npos);
    const auto problem = parse_sscflp(instance.text, instance.name);
    REQUIRE(problem.has_value());
    const auto outcome = solve_capacitated(*problem, {});
    CHECK(outcome.answer->status == Status::optimal);
    CHECK(outcome.answer->value == instance.optimum);
    return;
  }
}
