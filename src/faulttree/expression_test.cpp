#include "faulttree/expression.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <vector>

namespace {

using namespace veer;
using namespace veer::faulttree;

/// The value of one form with these arguments; deviates at their mean, or at the quantile `at`.
Result<double> value_of(Form form, const std::vector<double>& arguments, std::optional<double> at = {}) {
  Expressions expressions;
  Expression expression;
  expression.form = form;
  for (const double argument : arguments) expression.arguments.push_back(expressions.add_number(argument));
  const ExpressionId id = expressions.add(expression);
  Uniform uniform;
  if (at) uniform = [&](ExpressionId, std::uint32_t) { return *at; };
  TRY(const auto values, evaluate_all(expressions, 100, uniform));
  return values[id];
}

double good(Form form, const std::vector<double>& arguments, std::optional<double> at = {}) {
  const auto value = value_of(form, arguments, at);
  REQUIRE(value.has_value());
  return *value;
}

bool refused(Form form, const std::vector<double>& arguments) {
  const auto value = value_of(form, arguments);
  return !value && value.error().message.key == "faulttree.expression.domain";
}

}  // namespace

TEST_CASE("expressions: an exponential life of 1,000 h has failed by 100 h with 1 − e^−0.1") {
  CHECK(good(Form::exponential, {0.001, 100}) == doctest::Approx(1 - std::exp(-0.1)).epsilon(1e-14));
  CHECK(good(Form::exponential, {1e-12, 1}) == doctest::Approx(1e-12).epsilon(1e-10));  // no digits lost
  CHECK(good(Form::exponential, {0, 100}) == 0);
}

TEST_CASE("expressions: Weibull with shape 1 is exponential, with shape 2 its time counts squared") {
  CHECK(good(Form::weibull, {1000, 1, 0, 100}) == doctest::Approx(1 - std::exp(-0.1)).epsilon(1e-14));
  CHECK(good(Form::weibull, {1000, 2, 100, 600}) == doctest::Approx(1 - std::exp(-0.25)).epsilon(1e-14));
  CHECK(good(Form::weibull, {1000, 2, 100, 100}) == 0);
  CHECK(good(Form::weibull, {1000, 2, 100, 99}) == 0);
}

TEST_CASE("expressions: a repairable part goes from its failure on demand to λ/(λ + μ)") {
  CHECK(good(Form::glm, {0.02, 0.001, 0.1, 0}) == doctest::Approx(0.02).epsilon(1e-14));
  CHECK(good(Form::glm, {0.02, 0.001, 0.1, 1e6}) == doctest::Approx(0.001 / 0.101).epsilon(1e-12));
  // Without repair and without failure on demand it is exponential.
  CHECK(good(Form::glm, {0, 0.001, 0, 100}) == doctest::Approx(1 - std::exp(-0.1)).epsilon(1e-14));
  CHECK(good(Form::glm, {0.02, 0, 0, 100}) == doctest::Approx(0.02).epsilon(1e-14));
}

TEST_CASE("expressions: a part that is tested counts from its last test") {
  // Tests at 50, 150, 250, …; at 180 the last one was 30 h ago.
  CHECK(good(Form::periodic_test, {0.001, 100, 50, 180}) == doctest::Approx(1 - std::exp(-0.03)).epsilon(1e-13));
  CHECK(good(Form::periodic_test, {0.001, 100, 50, 40}) == doctest::Approx(1 - std::exp(-0.04)).epsilon(1e-13));
  // Repair that never comes: as if it was never tested. Repair that comes at once: as above.
  CHECK(good(Form::periodic_test, {0.001, 0, 100, 50, 180}) == doctest::Approx(1 - std::exp(-0.18)).epsilon(1e-13));
  CHECK(good(Form::periodic_test, {0.001, 1e6, 100, 50, 180}) == doctest::Approx(1 - std::exp(-0.03)).epsilon(1e-5));
  // Failed before the test at 50, under repair for 10 h at μ = 0.05 and not failed again in that time, or failed since.
  const double before = 1 - std::exp(-0.05);
  const double stays = std::exp(-0.5);
  const double again = (0.001 * (1 - std::exp(-0.5)) - 0.05 * (1 - std::exp(-0.01))) / (0.001 - 0.05);
  const double expected = before * (stays + again) + (1 - before) * (1 - std::exp(-0.01));
  CHECK(good(Form::periodic_test, {0.001, 0.05, 100, 50, 60}) == doctest::Approx(expected).epsilon(1e-13));
}

TEST_CASE("expressions: a lognormal with mean 0.001 and error factor 3 has its 95 % point at three medians") {
  const double sigma = std::log(3.0) / 1.6448536269514722;  // z of 95 %
  const double median = 0.001 * std::exp(-sigma * sigma / 2);
  CHECK(good(Form::lognormal_deviate, {0.001, 3, 0.9}) == doctest::Approx(0.001).epsilon(1e-12));
  CHECK(good(Form::lognormal_deviate, {0.001, 3, 0.9}, 0.5) == doctest::Approx(median).epsilon(1e-9));
  CHECK(good(Form::lognormal_deviate, {0.001, 3, 0.9}, 0.95) == doctest::Approx(3 * median).epsilon(1e-9));
}

TEST_CASE("expressions: uniform, normal and histogram at their mean and at a quantile") {
  CHECK(good(Form::uniform_deviate, {0.1, 0.3}) == doctest::Approx(0.2));
  CHECK(good(Form::uniform_deviate, {0.1, 0.3}, 0.25) == doctest::Approx(0.15));
  CHECK(good(Form::normal_deviate, {0.5, 0.1}) == 0.5);
  CHECK(good(Form::normal_deviate, {0.5, 0.1}, 0.975) == doctest::Approx(0.5 + 0.1 * 1.959963984540054));
  // Weight 3 on [0, 1], 1 on [1, 3]: mean (3·0.5 + 1·2)/4, three quarters of it below 1.
  CHECK(good(Form::histogram, {0, 1, 3, 3, 1}) == doctest::Approx(0.875));
  CHECK(good(Form::histogram, {0, 1, 3, 3, 1}, 0.375) == doctest::Approx(0.5));
  CHECK(good(Form::histogram, {0, 1, 3, 3, 1}, 0.875) == doctest::Approx(2));
}

TEST_CASE("expressions: arithmetic") {
  CHECK(good(Form::add, {1, 2, 3}) == 6);
  CHECK(good(Form::sub, {10, 2, 3}) == 5);
  CHECK(good(Form::mul, {2, 3, 4}) == 24);
  CHECK(good(Form::div, {24, 3, 4}) == 2);
  CHECK(good(Form::neg, {2}) == -2);
  CHECK(good(Form::pow, {2, 10}) == 1024);
  CHECK(good(Form::log10, {1000}) == doctest::Approx(3));
  CHECK(good(Form::mean, {1, 2, 6}) == 3);
  CHECK(good(Form::min, {3, 1, 2}) == 1);
  CHECK(good(Form::max, {3, 1, 2}) == 3);
}

TEST_CASE("expressions: arguments out of their domain are refused") {
  CHECK(refused(Form::exponential, {-0.001, 100}));
  CHECK(refused(Form::exponential, {0.001, -1}));
  CHECK(refused(Form::weibull, {0, 1, 0, 100}));
  CHECK(refused(Form::glm, {1.5, 0.001, 0.1, 100}));
  CHECK(refused(Form::periodic_test, {0.001, 0, 50, 100}));
  CHECK(refused(Form::div, {1, 0}));
  CHECK(refused(Form::log, {0}));
  CHECK(refused(Form::sqrt, {-1}));
  CHECK(refused(Form::exp, {1000}));  // not finite
  CHECK(refused(Form::uniform_deviate, {0.3, 0.1}));
  CHECK(refused(Form::lognormal_deviate, {0.001, 0.5, 0.9}));
  CHECK(refused(Form::histogram, {0, 1, 0}));
}
