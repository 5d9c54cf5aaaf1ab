#include "ensemble/statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {

using namespace veer::ensemble;
using doctest::Approx;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> one_to(int n) {
  std::vector<double> out;
  for (int i = 1; i <= n; ++i) out.push_back(i);
  return out;
}

}  // namespace

TEST_CASE("estimate: mean, its standard error and quantiles by hand") {
  // 2 4 4 6: mean 4, squares 4 + 0 + 0 + 4 = 8, variance 8/3, standard error √(8/3/4).
  const Estimate found = estimate(std::vector<double>{6, 4, 2, 4});
  CHECK(found.mean == 4);
  CHECK(found.standard_error == Approx(std::sqrt(8.0 / 12)));
  CHECK(found.p5 == 2);
  CHECK(found.p50 == 4);
  CHECK(found.p95 == 6);
}

TEST_CASE("estimate: a quantile is the smallest value that at least p of the replicas do not exceed") {
  const Estimate twenty = estimate(one_to(20));
  CHECK(twenty.p5 == 1);  // 1 of 20 is exactly 5 %
  CHECK(twenty.p50 == 10);
  CHECK(twenty.p95 == 19);
  const Estimate more = estimate(one_to(21));
  CHECK(more.p5 == 2);  // 1 of 21 is less
  CHECK(more.p50 == 11);
  CHECK(more.p95 == 20);
}

TEST_CASE("estimate: one value is its own quantiles and has no spread; none gives zeros") {
  const Estimate one = estimate(std::vector<double>{7});
  CHECK(one.mean == 7);
  CHECK(one.standard_error == 0);
  CHECK(one.p5 == 7);
  CHECK(one.p95 == 7);
  CHECK(estimate({}).mean == 0);
  CHECK(estimate({}).p95 == 0);
}

TEST_CASE("estimate: beyond the horizon stays infinite in quantiles and counts as the horizon in the mean") {
  const Estimate found = estimate(std::vector<double>{10, infinity, 20, infinity}, 168);
  CHECK(found.mean == Approx((10 + 20 + 2 * 168) / 4.0));
  CHECK(found.p5 == 10);
  CHECK(found.p50 == 20);
  CHECK(found.p95 == infinity);
  CHECK(std::isfinite(found.standard_error));
}

TEST_CASE("share: a probability with the standard error of a share") {
  const Estimate quarter = share(25, 100);
  CHECK(quarter.mean == 0.25);
  CHECK(quarter.standard_error == Approx(std::sqrt(0.25 * 0.75 / 100)));
  CHECK(share(0, 100).standard_error == 0);
  CHECK(share(100, 100).mean == 1);
  CHECK(share(0, 0).mean == 0);
}

TEST_CASE("ranks: ties share their mean rank") {
  // As scipy.stats.rankdata gives them.
  CHECK(ranks(std::vector<double>{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8}) ==
        std::vector<double>{4.5, 1.5, 6, 1.5, 8, 12, 3, 10, 8, 4.5, 8, 11});
}

TEST_CASE("rank correlation: scipy's value, and the interval of Fisher's z") {
  const std::vector<double> x{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
  // scipy 1.10, spearmanr; interval: tanh(atanh(ρ) ± 1.95996·1.03/√9).
  const auto strong = rank_correlation(x, std::vector<double>{9, 3, 6, 2, 10, 20, 4, 13, 8, 7, 12, 15});
  REQUIRE(strong.has_value());
  CHECK(strong->value == Approx(0.9435159128081931).epsilon(1e-12));
  CHECK(strong->low == Approx(0.7991394836094934).epsilon(1e-9));
  CHECK(strong->high == Approx(0.9849823171019131).epsilon(1e-9));
  CHECK_FALSE(strong->holds_zero());
  const auto weak = rank_correlation(x, std::vector<double>{2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5});
  REQUIRE(weak.has_value());
  CHECK(weak->value == Approx(0.1415796863640157).epsilon(1e-12));
  CHECK(weak->low == Approx(-0.4856743839531398).epsilon(1e-9));
  CHECK(weak->holds_zero());
}

TEST_CASE("rank correlation: any rising relation is 1, any falling one -1") {
  const auto x = one_to(30);
  std::vector<double> cubes;
  std::vector<double> falling;
  for (const double v : x) {
    cubes.push_back(v * v * v);
    falling.push_back(-std::sqrt(v));
  }
  CHECK(rank_correlation(x, cubes)->value == Approx(1));
  CHECK(rank_correlation(x, falling)->value == Approx(-1));
  CHECK(rank_correlation(x, falling)->high < 0);
}

TEST_CASE("rank correlation: fewer than ten, or a side that does not vary, say nothing") {
  CHECK_FALSE(rank_correlation(one_to(9), one_to(9)).has_value());
  CHECK(rank_correlation(one_to(10), one_to(10)).has_value());
  CHECK_FALSE(rank_correlation(one_to(20), std::vector<double>(20, 5)).has_value());
  CHECK_FALSE(rank_correlation(std::vector<double>(20, 5), one_to(20)).has_value());
}

TEST_CASE("median split: the mean above minus the mean below, with the interval of Welch") {
  // x 1…20, y = 0 or 2 below, 10 or 14 above, alternating: means 1 and 12, variances 10/9 and 40/9.
  const auto x = one_to(20);
  std::vector<double> y;
  for (int i = 0; i < 20; ++i) y.push_back(i < 10 ? 2.0 * (i % 2) : 10 + 4.0 * (i % 2));
  const auto found = median_split(x, y);
  REQUIRE(found.has_value());
  CHECK(found->value == Approx(11));
  const double width = 1.959963984540054 * std::sqrt(10.0 / 9 / 10 + 40.0 / 9 / 10);
  CHECK(found->low == Approx(11 - width));
  CHECK(found->high == Approx(11 + width));
}

TEST_CASE("median split: values at the median are left out, and each side needs ten") {
  auto x = one_to(20);
  std::vector<double> y(20, 1);
  x.push_back(10.5);
  y.push_back(1000);  // at the median: on neither side
  CHECK(median_split(x, y)->value == 0);
  CHECK(median_split(x, y)->holds_zero());
  CHECK_FALSE(median_split(one_to(19), std::vector<double>(19, 1)).has_value());
  // Most replicas at the median leave too few above it.
  std::vector<double> mostly(30, 5.0);
  for (std::size_t i = 0; i < 9; ++i) mostly[i] = 6;
  CHECK_FALSE(median_split(mostly, one_to(30)).has_value());
}

TEST_CASE("shared part: 1 when pairs agree, 0 when they are unrelated or nothing varies, a half between") {
  const auto x = one_to(100);
  CHECK(shared_part(x, x) == Approx(1));
  std::vector<double> opposite(x.rbegin(), x.rend());
  CHECK(shared_part(x, opposite) == 0);  // less than none counts as none
  CHECK(shared_part(std::vector<double>(50, 3), std::vector<double>(50, 3)) == 0);
  CHECK(shared_part(std::vector<double>{1}, std::vector<double>{1}) == 0);
  // Shared s and own e, e' that are orthogonal with the same spread: var 2, covariance 1.
  std::vector<double> first;
  std::vector<double> second;
  for (const double s : {-1.0, 1.0})
    for (const double e : {-1.0, 1.0})
      for (const double other : {-1.0, 1.0}) {
        first.push_back(s + e);
        second.push_back(s + other);
      }
  CHECK(shared_part(first, second) == Approx(0.5));
}

TEST_CASE("shared part: the rounding of a great constant total is no variation") {
  std::vector<double> first(64, 676825.7);
  std::vector<double> second(64, 676825.7);
  first[3] = std::nextafter(first[3], 1e9);
  CHECK(shared_part(first, second) == 0);
}
