#include "sensitivity/sensitivity.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"

using namespace veer;

namespace {

/// n values evenly spread over [0, 1), the same every time.
std::vector<double> uniform(const char* name, std::size_t n) {
  std::vector<double> out;
  for (std::uint32_t i = 0; i < n; ++i)
    out.push_back(static_cast<double>(draw(1, i, stable_id(name), Purpose::group, 0)) / 4294967296.0);
  return out;
}

}  // namespace

TEST_CASE("first order: of y = 3a + b figure a explains nine tenths, b one tenth, and c nothing") {
  const auto a = uniform("a", 4000);
  const auto b = uniform("b", 4000);
  const auto c = uniform("c", 4000);
  std::vector<double> y;
  for (std::size_t i = 0; i < a.size(); ++i) y.push_back(1e6 + 3 * a[i] + b[i]);  // Var 9/12 and 1/12
  const auto of_a = sensitivity::first_order(a, y);
  REQUIRE(of_a);
  CHECK(of_a->share == doctest::Approx(0.9).epsilon(0.02));
  CHECK(of_a->low < 0.9);
  CHECK(of_a->high > 0.89);
  CHECK(sensitivity::first_order(b, y)->share == doctest::Approx(0.1).epsilon(0.25));
  CHECK(sensitivity::first_order(c, y)->share < 0.01);
  CHECK(sensitivity::first_order(c, y)->low == 0);
}

TEST_CASE("first order: only the order of x counts, and its interval holds what it estimates in most samples") {
  int inside = 0;
  for (int sample = 0; sample < 40; ++sample) {
    const auto x = uniform(("x" + std::to_string(sample)).c_str(), 1000);
    const auto e = uniform(("e" + std::to_string(sample)).c_str(), 1000);
    std::vector<double> y;
    std::vector<double> stretched;
    for (std::size_t i = 0; i < x.size(); ++i) {
      y.push_back(x[i] + e[i]);  // half each
      stretched.push_back(x[i] * x[i] * x[i]);
    }
    const auto found = sensitivity::first_order(x, y);
    CHECK(sensitivity::first_order(stretched, y)->share == found->share);
    inside += found->low <= 0.5 && 0.5 <= found->high ? 1 : 0;
  }
  CHECK(inside >= 34);
}

TEST_CASE("first order: too few replicas and an outcome that does not vary give nothing") {
  CHECK(!sensitivity::first_order(uniform("a", 199), uniform("b", 199)));
  CHECK(sensitivity::first_order(uniform("a", 200), uniform("b", 200)));
  CHECK(!sensitivity::first_order(uniform("a", 300), std::vector<double>(300, 7)));
}

TEST_CASE("pawn: two classes that do not overlap lie half of the whole apart; no influence stays in the noise") {
  // y = x: in a class of a tenth the distribution differs most at its ends; the median over ten classes lies between
  // 0.5 and 0.9 of the whole.
  const auto x = uniform("x", 500);
  const auto found = sensitivity::pawn(x, x);
  REQUIRE(found);
  CHECK(*found > 0.5);
  CHECK(*found < 0.9);
  CHECK(*sensitivity::pawn(uniform("other", 500), x) < 1.3 * sensitivity::pawn_noise(500));
  CHECK(sensitivity::pawn_noise(500) == sensitivity::pawn_noise(500));
  CHECK(sensitivity::pawn_noise(500) < 0.25);
}

TEST_CASE("pawn: sees a figure that moves the spread and not the mean, which the first order does not") {
  const auto x = uniform("x", 2000);
  const auto e = uniform("e", 2000);
  std::vector<double> y;
  for (std::size_t i = 0; i < x.size(); ++i) y.push_back((e[i] - 0.5) * (x[i] < 0.5 ? 1 : 20));
  CHECK(sensitivity::first_order(x, y)->share < 0.02);
  CHECK(*sensitivity::pawn(x, y) > 2 * sensitivity::pawn_noise(2000));
}

TEST_CASE("flip: another comes first where the figure is high, and both thirds are sure of it") {
  const auto x = uniform("x", 600);
  const auto e = uniform("e", 600);
  std::vector<std::vector<double>> values(2);
  for (std::size_t i = 0; i < x.size(); ++i) {
    values[0].push_back(1 + 0.1 * e[i]);
    values[1].push_back(0.5 + x[i]);  // 1.5 at most: above the other from x = 0.55 on
  }
  const auto found = sensitivity::flip(x, values, 3);
  REQUIRE(found);
  CHECK(found->low_first == 0);
  CHECK(found->high_first == 1);
  CHECK(found->margin > 3);
  CHECK(!sensitivity::flip(e, values, 3));
  CHECK(!sensitivity::flip(x, {values[0]}, 3));
}
