#include "faulttree/uncertainty.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/answered_tree.hpp"

namespace {

using namespace veer;
using namespace veer::faulttree;

const std::string both =
    "<define-gate name=\"top\"><and><basic-event name=\"a\"/><basic-event name=\"b\"/></and></define-gate>";
const std::string uniform = "<uniform-deviate><float value=\"0.1\"/><float value=\"0.3\"/></uniform-deviate>";
const std::string shared = "<define-parameter name=\"pump\">" + uniform +
                           "</define-parameter><define-basic-event name=\"a\"><parameter name=\"pump\"/>"
                           "</define-basic-event><define-basic-event name=\"b\"><parameter name=\"pump\"/>"
                           "</define-basic-event>";

Result<Uncertainty> spread(const std::string& inside, std::uint32_t draws, std::uint64_t seed = 1) {
  test::AnsweredTree tree(inside);
  UncertaintySettings settings;
  settings.draws = draws;
  settings.seed = seed;
  return propagate(tree.model, {}, tree.tree, tree.diagrams, settings, tree.limits);
}

}  // namespace

TEST_CASE("uncertainty: events with one parameter vary together, with two apart") {
  const auto together = spread(both + shared, 40000).value();
  CHECK(together.deviates == 1);
  // E[p²] = 0.2² + 0.2²/12; median 0.2², 5 % at 0.11².
  CHECK(std::fabs(together.mean - (0.04 + 0.04 / 12)) < 5 * together.standard_error);
  CHECK(together.quantiles[2] == doctest::Approx(0.04).epsilon(0.01));
  CHECK(together.quantiles[0] == doctest::Approx(0.0121).epsilon(0.01));
  const auto apart =
      spread(both + "<define-basic-event name=\"a\">" + uniform +
                 "</define-basic-event><define-basic-event name=\"b\">" + uniform + "</define-basic-event>",
             40000)
          .value();
  CHECK(apart.deviates == 2);
  CHECK(std::fabs(apart.mean - 0.04) < 5 * apart.standard_error);
  // Var[pq] = (σ² + μ²)² − μ⁴ with σ² = 0.2²/12.
  const double variance = 0.04 / 12;
  CHECK(apart.standard_deviation ==
        doctest::Approx(std::sqrt((variance + 0.04) * (variance + 0.04) - 0.0016)).epsilon(0.02));
  CHECK(apart.standard_error == doctest::Approx(apart.standard_deviation / 200));
}

TEST_CASE("uncertainty: same seed, same numbers; another parameter changes no draw") {
  const auto one = spread(both + shared, 100, 5).value();
  const auto again = spread(both + shared, 100, 5).value();
  CHECK(one.mean == again.mean);
  CHECK(one.quantiles == again.quantiles);
  CHECK(spread(both + shared, 100, 6).value().mean != one.mean);
  const auto more =
      spread("<define-parameter name=\"another\">" + uniform + "</define-parameter>" + both + shared, 100, 5);
  CHECK(more.value().mean == one.mean);
}

TEST_CASE("uncertainty: without deviates all draws are the exact probability") {
  const auto none = spread(both + test::events({"a", "b"}), 10).value();
  CHECK(none.deviates == 0);
  CHECK(none.mean == doctest::Approx(0.01).epsilon(1e-14));
  CHECK(none.standard_deviation == doctest::Approx(0));
}

TEST_CASE("uncertainty: drawn probabilities above 1 count as 1, and are counted") {
  const auto wide = spread(both +
                               "<define-basic-event name=\"a\"><uniform-deviate><float value=\"0.5\"/><float "
                               "value=\"1.5\"/></uniform-deviate></define-basic-event>" +
                               test::events({"b"}, "1"),
                           10000)
                        .value();
  CHECK(wide.clipped == doctest::Approx(5000).epsilon(0.05));
  // E[min(u, 1)] for u uniform on [0.5, 1.5]: 0.5·0.75 + 0.5·1.
  CHECK(std::fabs(wide.mean - 0.875) < 5 * wide.standard_error);
}

TEST_CASE("uncertainty: the factor of a group can be drawn, to 0 as well") {
  const auto drawn_beta = spread(both + R"(
    <define-CCF-group name="pumps" model="beta-factor">
      <members><basic-event name="a"/><basic-event name="b"/></members>
      <distribution><float value="0.1"/></distribution>
      <factor><histogram><float value="0"/><bin><float value="0"/><float value="1"/></bin>
        <bin><float value="0.4"/><float value="1"/></bin></histogram></factor>
    </define-CCF-group>)",
                                 20000)
                              .value();
  // Half of the draws have β = 0: 0.01. The others β uniform on [0, 0.4]; 1 − (1 − 0.1β)(1 − 0.01(1 − β)²), integrated.
  CHECK(drawn_beta.quantiles[1] == doctest::Approx(0.01).epsilon(1e-12));
  double mean = 0;
  constexpr int steps = 1000;
  for (int i = 0; i < steps; ++i) {
    const double beta = 0.4 * (i + 0.5) / steps;
    mean += 1 - (1 - 0.1 * beta) * (1 - 0.01 * (1 - beta) * (1 - beta));
  }
  CHECK(std::fabs(drawn_beta.mean - (0.005 + mean / steps / 2)) < 5 * drawn_beta.standard_error);
}

TEST_CASE("uncertainty: a drawn argument out of its domain ends it with the line of the expression") {
  const auto wrong = spread(both +
                                "<define-basic-event name=\"a\"><exponential><normal-deviate><float value=\"0.001\"/>"
                                "<float value=\"1\"/></normal-deviate><float value=\"10\"/></exponential>"
                                "</define-basic-event>" +
                                test::events({"b"}),
                            100);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message.key == "faulttree.expression.domain");
  CHECK(wrong.error().place.file == "tree.xml");
}
