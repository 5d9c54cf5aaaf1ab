#include "region/parameter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "region/messages.hpp"

using namespace veer;
using namespace veer::region;

namespace {

Parameter hours(Distribution distribution, double low, double typical, double high) {
  Parameter parameter;
  parameter.id = "P1";
  parameter.low = low;
  parameter.typical = typical;
  parameter.high = high;
  parameter.unit_text = "h";
  parameter.unit = Unit::hours;
  parameter.distribution = distribution;
  return parameter;
}

constexpr std::array<std::size_t, 7> probes{0, 255, 511, 512, 767, 921, 1023};

/// Compares the probes with values from elsewhere, to a relative 1e-6 (the published digits).
void check_probes(const Parameter& parameter, const std::array<double, 7>& expected) {
  const auto values = quantiles(parameter);
  REQUIRE(values.has_value());
  for (std::size_t i = 0; i < probes.size(); ++i) {
    INFO("quantile ", probes[i]);
    CHECK((*values)[probes[i]] == doctest::Approx(expected[i]).epsilon(1e-6));
  }
  CHECK(std::is_sorted(values->begin(), values->end()));
}

std::string error_key(const Parameter& parameter) {
  const auto values = quantiles(parameter);
  return values ? "" : values.error().message.key;
}

}  // namespace

TEST_CASE("quantiles: fixed and coinciding figures give the typical value everywhere, whatever the shape") {
  for (const auto shape : {Distribution::fixed, Distribution::uniform, Distribution::triangular,
                           Distribution::exponential, Distribution::weibull, Distribution::lognormal,
                           Distribution::beta, Distribution::normal, Distribution::empirical}) {
    for (const double value : {0.0, 7.5}) {
      const auto values = quantiles(hours(shape, value, value, value));
      REQUIRE(values.has_value());
      CHECK(std::all_of(values->begin(), values->end(), [value](double v) { return v == value; }));
    }
  }
  CHECK((*quantiles(hours(Distribution::fixed, 1, 2, 9)))[1023] == 2);
}

TEST_CASE("quantiles: uniform, entry i is low + (i + 1/2)/1024 of the width") {
  const auto values = *quantiles(hours(Distribution::uniform, 1, 2, 3));
  CHECK(values[0] == doctest::Approx(1 + 2 * 0.5 / 1024));
  CHECK(values[512] == doctest::Approx(1 + 2 * 512.5 / 1024));
  CHECK(values[1023] == doctest::Approx(1 + 2 * 1023.5 / 1024));
}

TEST_CASE("quantiles: triangular as scipy.stats.triang") {
  check_probes(hours(Distribution::triangular, 0.25, 2, 4),
               {0.30660694, 1.52961739, 2.06256301, 2.06445411, 2.62935705, 3.13355184, 3.93948464});
}

TEST_CASE("quantiles: a triangle may have its mode at either end") {
  // F(x) = (x/4)² with the mode at the high end, and its mirror image.
  const auto rising = *quantiles(hours(Distribution::triangular, 0, 4, 4));
  const auto falling = *quantiles(hours(Distribution::triangular, 0, 0, 4));
  for (const std::size_t i : probes) {
    CHECK(rising[i] == doctest::Approx(4 * std::sqrt((static_cast<double>(i) + 0.5) / 1024)));
    CHECK(falling[i] == doctest::Approx(4 - rising[1023 - i]));
  }
}

TEST_CASE("quantiles: exponential with mean 24 as scipy.stats.expon") {
  check_probes(hours(Distribution::exponential, 0, 24, 100),
               {0.0117216120, 6.88874982, 16.6121063, 16.6589813, 33.2242354, 55.2386162, 182.990856});
}

TEST_CASE("quantiles: Weibull of median 6 and P90 20 as scipy.stats.weibull_min(0.99715323, scale=8.66523244)") {
  check_probes(hours(Distribution::weibull, 0, 6, 20),
               {0.00414097966, 2.47834538, 5.99152673, 6.00848158, 12.0067981, 19.9914976, 66.4533698});
}

TEST_CASE("quantiles: lognormal of median 2 and P90 12 as scipy.stats.lognorm(1.39811734, scale=2)") {
  check_probes(hours(Distribution::lognormal, 0.25, 2, 12),
               {0.0199063596, 0.777230720, 1.99658050, 2.00342535, 5.12441220, 11.9906711, 200.940808});
}

TEST_CASE("quantiles: normal of mean 120, P5 to P95 45 wide as scipy.stats.norm(120, 13.67902872)") {
  check_probes(hours(Distribution::normal, 105, 120, 150),
               {74.89759754, 110.75260585, 119.98325769, 120.01674231, 129.20535696, 137.52277167, 165.10240246});
}

TEST_CASE("quantiles: what would be negative is 0") {
  const auto values = *quantiles(hours(Distribution::normal, 0, 1, 8));
  // sigma = 8/(2·1.64485) = 2.4318, so P(X < 0) = Phi(-0.4112) = 0.3405: 348 or 349 of 1,024 entries.
  CHECK(std::count(values.begin(), values.end(), 0.0) == doctest::Approx(348.6).epsilon(0.003));
  CHECK((*quantiles(hours(Distribution::uniform, -2, -1, 2)))[0] == 0);
  CHECK((*quantiles(hours(Distribution::uniform, -2, -1, 2)))[1023] == doctest::Approx(-2 + 4 * 1023.5 / 1024));
}

TEST_CASE("quantiles: a beta asked for again among hundreds of others is the same to the last bit") {
  const auto first = *quantiles(hours(Distribution::beta, 0.15, 0.2, 0.25));
  CHECK(*quantiles(hours(Distribution::beta, 0.15, 0.2, 0.25)) == first);
  for (int i = 1; i <= 300; ++i) CHECK(quantiles(hours(Distribution::beta, 0.2, 0.3 + i * 1e-4, 0.4)).has_value());
  CHECK(*quantiles(hours(Distribution::beta, 0.15, 0.2, 0.25)) == first);
  CHECK(*quantiles(hours(Distribution::beta, 0.2, 0.3 + 1e-4, 0.4)) != first);
}

TEST_CASE("quantiles: beta keeps the mean and comes nearest to P5 and P95 (scipy.optimize over scipy.stats.beta)") {
  SUBCASE("0.3, 0.5, 0.7: concentration 16.0022948") {
    check_probes(hours(Distribution::beta, 0.3, 0.5, 0.7),
                 {0.14530883, 0.41480477, 0.49984461, 0.50015539, 0.58481362, 0.65840286, 0.85469117});
  }
  SUBCASE("0.85, 0.93, 0.97: concentration 40.3194713") {
    check_probes(hours(Distribution::beta, 0.85, 0.93, 0.97),
                 {0.73665507, 0.90791719, 0.93699112, 0.93708445, 0.95945718, 0.97442634, 0.99685586});
  }
  SUBCASE("of two equally good ones the more concentrated: 0, 0.01, 0.03 has 97.66, not 2.01") {
    check_probes(hours(Distribution::beta, 0, 0.01, 0.03),
                 {4.16709456e-06, 2.82568326e-03, 6.90218599e-03, 6.92189160e-03, 1.38886341e-02, 2.31158381e-02,
                  7.52278620e-02});
  }
  SUBCASE("the mean over the table is the typical value") {
    const auto values = *quantiles(hours(Distribution::beta, 0.15, 0.2, 0.25));
    double sum = 0;
    for (const double value : values) sum += value;
    CHECK(sum / quantile_count == doctest::Approx(0.2).epsilon(1e-4));
  }
}

TEST_CASE("quantiles: empirical points are joined by straight lines, a repeated probability is a step") {
  Parameter parameter = hours(Distribution::empirical, 0, 1, 10);
  parameter.points = {{0, 0}, {0.5, 1}, {0.5, 8}, {1, 10}};
  const auto values = *quantiles(parameter);
  CHECK(values[0] == doctest::Approx(0.5 / 1024 * 2));
  CHECK(values[511] == doctest::Approx(511.5 / 1024 * 2));
  CHECK(values[512] == doctest::Approx(8 + (512.5 / 1024 - 0.5) * 4));
  CHECK(values[1023] == doctest::Approx(8 + (1023.5 / 1024 - 0.5) * 4));
  SUBCASE("a repeated value is a lump of probability") {
    parameter.points = {{0, 3}, {0.75, 3}, {1, 10}};
    const auto lump = *quantiles(parameter);
    CHECK(lump[767] == 3);
    CHECK(lump[768] > 3);
  }
}

TEST_CASE("quantiles: figures out of order or without such a shape are refused by name") {
  CHECK(error_key(hours(Distribution::triangular, 3, 2, 4)) == "region.parameter.low_above_typical");
  CHECK(error_key(hours(Distribution::triangular, 1, 5, 4)) == "region.parameter.typical_above_high");
  CHECK(error_key(hours(Distribution::fixed, 1, 5, 4)) == "region.parameter.typical_above_high");
  CHECK(error_key(hours(Distribution::uniform, 1, 2, INFINITY)) == "region.parameter.not_finite");
  CHECK(error_key(hours(Distribution::exponential, 0, 0, 4)) == "region.parameter.mean_not_positive");
  CHECK(error_key(hours(Distribution::weibull, 1, 4, 4)) == "region.parameter.p90_not_above_median");
  CHECK(error_key(hours(Distribution::lognormal, 0, 0, 4)) == "region.parameter.p90_not_above_median");
  CHECK(error_key(hours(Distribution::beta, 0.5, 0.6, 1.5)) == "region.parameter.beta_outside_unit");
  CHECK(error_key(hours(Distribution::beta, 0.9, 1, 1)) == "region.parameter.beta_outside_unit");
  CHECK(error_key(hours(Distribution::empirical, 0, 1, 2)) == "region.parameter.points_ends");
  Parameter empirical = hours(Distribution::empirical, 0, 1, 2);
  empirical.points = {{0, 0}, {0.9, 2}};
  CHECK(error_key(empirical) == "region.parameter.points_ends");
  empirical.points = {{0, 0}, {0.5, 2}, {1, 1}};
  CHECK(error_key(empirical) == "region.parameter.points_order");
  empirical.points = {{0, 0}, {0.5, 1}, {0.4, 1}, {1, 2}};
  CHECK(error_key(empirical) == "region.parameter.points_order");
}

TEST_CASE("quantile_table: whole minutes, half up, at least as given, at most 45 days") {
  CHECK((*quantile_table(hours(Distribution::fixed, 4, 4, 4)))[0] == 240);
  CHECK((*quantile_table(hours(Distribution::fixed, 0.025, 0.025, 0.025)))[7] == 2);  // 1.5 minutes
  CHECK((*quantile_table(hours(Distribution::fixed, 0, 0, 0)))[7] == 0);
  CHECK((*quantile_table(hours(Distribution::fixed, 0, 0, 0), 1))[7] == 1);
  CHECK((*quantile_table(hours(Distribution::fixed, 5000, 5000, 5000)))[7] == 65535);
  Parameter minutes = hours(Distribution::uniform, 0, 5, 1024);
  minutes.unit = Unit::minutes;
  const auto table = *quantile_table(minutes);  // entry i is i + 1/2 minutes, rounded up
  CHECK(table[0] == 1);
  CHECK(table[1023] == 1024);
}

TEST_CASE("quantile_table: a figure that is no time is refused") {
  Parameter share = hours(Distribution::fixed, 1, 1, 1);
  share.unit = Unit::fraction;
  share.unit_text = "fraction";
  const auto table = quantile_table(share);
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().message == Message{"region.parameter.no_time", {"P1", "fraction"}});
  CHECK_FALSE(quantile_table(hours(Distribution::fixed, 2, 1, 3)).has_value());
}
