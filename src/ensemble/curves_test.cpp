#include "ensemble/curves.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "ensemble/lane_vectors.hpp"

namespace {

using doctest::Approx;
using veer::ensemble::Curves;

Curves with(std::int64_t whole, const std::vector<std::int64_t>& values, double scale = 1) {
  Curves curves({whole}, 1, scale);
  for (const auto value : values) curves.add(0, std::vector<std::int64_t>{value});
  return curves;
}

}  // namespace

TEST_CASE("curves: mean and standard error are exact, in the unit of the row") {
  // 1000, 3000 and 5000 thousandths: mean 3, variance 4, standard error √(4/3).
  const auto point = with(9000, {1000, 3000, 5000}, 1000).points(0, 3)[0];
  CHECK(point.mean == Approx(3));
  CHECK(point.standard_error == Approx(std::sqrt(4.0 / 3)));
}

TEST_CASE("curves: with 63 as the whole each value has a bin of its own") {
  std::vector<std::int64_t> values;
  for (std::int64_t v = 0; v <= 63; ++v) values.push_back(v);
  const auto point = with(63, values).points(0, 64)[0];
  // Ranks 4, 32 and 61 of 64 are the values 3, 31 and 60: lower edge, middle and upper edge of their bins (v − 1, v].
  CHECK(point.p5 == Approx(2));
  CHECK(point.p50 == Approx(30.5));
  CHECK(point.p95 == Approx(60));
}

TEST_CASE("curves: vectors find the same bin as whole-number division, at every edge") {
  std::vector<std::uint32_t> values;
  for (const std::int64_t whole : {1LL, 2LL, 63LL, 64LL, 1000LL, 999'983LL, (1LL << 31) - 1}) {
    CAPTURE(whole);
    values.clear();
    for (std::int64_t bin = 0; bin <= 63; ++bin)
      for (const std::int64_t near : {-1, 0, 1}) {
        const std::int64_t value = bin * whole / 63 + near;
        if (value >= 0 && value <= whole) values.push_back(static_cast<std::uint32_t>(value));
      }
    std::vector<std::int32_t> bins(values.size());
    veer::ensemble::bins_of(values, whole, 63, bins);
    for (std::size_t i = 0; i < values.size(); ++i) {
      CAPTURE(values[i]);
      CHECK(bins[i] == (values[i] == 0 ? -1 : std::min<std::int64_t>(62, (std::int64_t{values[i]} * 63 - 1) / whole)));
    }
  }
}

TEST_CASE("curves: the band holds the true quantiles and errs by one bin at most") {
  const std::int64_t whole = 10'000;
  for (const std::int64_t step : {1, 7, 137, 4999}) {
    CAPTURE(step);
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < 400; ++i) values.push_back(i * step % (whole + 1));
    const auto point = with(whole, values).points(0, values.size())[0];
    std::sort(values.begin(), values.end());
    const double error = veer::ensemble::quantile_error * static_cast<double>(whole) + 1e-9;
    const auto p5 = static_cast<double>(values[19]);
    const auto p50 = static_cast<double>(values[199]);
    const auto p95 = static_cast<double>(values[379]);
    CHECK(point.p5 <= p5);
    CHECK(p5 - point.p5 <= error);
    CHECK(std::abs(point.p50 - p50) <= error / 2 + 1e-9);
    CHECK(point.p95 >= p95);
    CHECK(point.p95 - p95 <= error);
  }
}

TEST_CASE("curves: what is the same in all replicas is that value and no bin, what differs by one is a bin") {
  const auto same = with(10'000, {1234, 1234, 1234}).points(0, 3)[0];
  CHECK(same.mean == 1234);
  CHECK(same.p5 == 1234);
  CHECK(same.p50 == 1234);
  CHECK(same.p95 == 1234);
  CHECK(same.standard_error == 0);
  // 1234 lies in the eighth of 63 bins: 7 · 10000/63 = 1111 to 8 · 10000/63 = 1270.
  const auto curves = with(10'000, {1234, 1234, 1235});
  const auto differs = curves.points(0, 3)[0];
  CHECK(differs.p5 == Approx(70'000.0 / 63));
  CHECK(differs.p95 == Approx(80'000.0 / 63));
  CHECK(differs.p95 - differs.p5 == Approx(curves.bin_width(0)));
}

TEST_CASE("curves: zeros are exact, and need not be added") {
  const auto all_zero = with(100, {0, 0, 0}).points(0, 3)[0];
  CHECK(all_zero.mean == 0);
  CHECK(all_zero.p95 == 0);
  // 19 of 20 at zero: P95 is still zero; 18 of 20: it is not.
  CHECK(with(100, {50}).points(0, 20)[0].p95 == 0);
  CHECK(with(100, {50, 50}).points(0, 20)[0].p95 == Approx(100.0 * 32 / 63));
  CHECK(with(100, {50}).points(0, 20)[0].mean == 2.5);
}

TEST_CASE("curves: exactly the whole lies in the last bin, whose upper edge is the whole") {
  const auto point = with(1000, {1000, 999}).points(0, 2)[0];
  CHECK(point.mean == 999.5);
  CHECK(point.standard_error == Approx(0.5));
  CHECK(point.p95 == Approx(1000));
  CHECK(point.p5 == Approx(1000.0 * 62 / 63));
}

TEST_CASE("curves: a value just above a bin's edge lies in the next bin") {
  // A whole of 630 makes bins of 10.
  CHECK(with(630, {10, 9}).points(0, 2)[0].p95 == Approx(10));
  CHECK(with(630, {11, 12}).points(0, 2)[0].p95 == Approx(20));
  CHECK(with(630, {1, 2}).points(0, 2)[0].p5 == 0);
}

TEST_CASE("curves: small whole numbers, down to a whole of one") {
  const auto up_or_down = with(1, {1, 1, 1}).points(0, 4)[0];
  CHECK(up_or_down.mean == 0.75);
  CHECK(up_or_down.p5 == 0);
  CHECK(up_or_down.p95 == Approx(1));
  // One or two of two: P95 is 2, not 1.
  CHECK(with(2, {1, 1, 2}).points(0, 3)[0].p95 == Approx(2));
  CHECK(with(2, {1, 1, 2}).points(0, 3)[0].p5 == Approx(31.0 / 63 * 2));
  CHECK(with(2, {1, 1, 1}).points(0, 3)[0].p95 == 1);
}

TEST_CASE("curves: a row that has nothing to lose, and no replicas, give zeros") {
  CHECK(with(0, {}).points(0, 10)[0].p95 == 0);
  const auto none = with(100, {}).points(0, 0)[0];
  CHECK(none.mean == 0);
  CHECK(none.p50 == 0);
}

TEST_CASE("curves: rows and hours are apart") {
  Curves curves({10, 20}, 3, 1);
  curves.add(1, std::vector<std::int64_t>{0, 0, 20});
  CHECK(curves.row_count() == 2);
  CHECK(curves.hour_count() == 3);
  CHECK(curves.whole(1) == 20);
  CHECK(curves.points(1, 1)[2].mean == 20);
  CHECK(curves.points(1, 1)[1].mean == 0);
  CHECK(curves.points(0, 1)[2].mean == 0);
}

TEST_CASE("curves: a value that stays in its bin and leaves it again is counted in every hour between") {
  Curves curves({100}, 5, 1);
  curves.add(0, std::vector<std::int64_t>{0, 50, 50, 100, 0});
  curves.add(0, std::vector<std::int64_t>{100, 100, 0, 0, 0});
  const auto points = curves.points(0, 2);
  const std::vector<double> p95{100, 100, 32.0 / 63 * 100, 100, 0};  // 50 lies in bin 32 of 63
  for (std::size_t hour = 0; hour < 5; ++hour) CHECK(points[hour].p95 == Approx(p95[hour]));
  CHECK(points[2].mean == 25);
}

TEST_CASE("curves: sums of squares are exact where 64 bits would not hold them") {
  constexpr std::int64_t million_million = 1'000'000'000'000;
  const auto point = with(million_million, {million_million, million_million - 2}).points(0, 2)[0];
  CHECK(point.standard_error == Approx(1));
  CHECK(with(million_million, {million_million, million_million}).points(0, 2)[0].standard_error == 0);
}
