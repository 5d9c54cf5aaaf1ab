#include "people/reserves.hpp"

#include <doctest/doctest.h>

#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using people::Reserve;
using people::ReserveBook;
using people::Warmth;
using test::Figure;
using test::RegionSketch;

/// A quarter has nothing, half lasts 100 minutes, a quarter is clipped: they never run out.
region::QuantileTable quarters() {
  region::QuantileTable lasts{};
  for (std::size_t i = 0; i < lasts.size(); ++i)
    lasts[i] = static_cast<std::uint16_t>(i < 256 ? 0 : i < 768 ? 100 : longest_minutes);
  return lasts;
}

region::QuantileValues all(double tau) {
  region::QuantileValues out{};
  out.fill(tau);
  return out;
}

}  // namespace

TEST_CASE("reserve: the share that has run out steps up at the minute it is used up") {
  const Reserve reserve(quarters(), 1000);
  CHECK(reserve.unmet(0) == 250'000);
  CHECK(reserve.unmet(99) == 250'000);
  CHECK(reserve.unmet(100) == 750'000);  // 100 minutes carry minutes 0 to 99
  CHECK(reserve.unmet(1000) == 750'000);
}

TEST_CASE("reserve: the prefix sums are those of a pencil") {
  const Reserve reserve(quarters(), 1000);
  CHECK(reserve.unmet_before(0) == 0);
  CHECK(reserve.unmet_before(1) == 250'000);
  CHECK(reserve.unmet_before(100) == 100 * 250'000);
  CHECK(reserve.unmet_before(101) == 100 * 250'000 + 750'000);
  CHECK(reserve.unmet_before(1001) == 100 * 250'000 + 901 * 750'000LL);
}

TEST_CASE("reserve: households that last as long as the clip of a table never run out, those a minute less do") {
  region::QuantileTable lasts{};
  lasts.fill(longest_minutes);
  CHECK(Reserve(lasts, longest_minutes).unmet_before(longest_minutes) == 0);
  CHECK(Reserve(lasts, longest_minutes).unmet(longest_minutes) == 0);
  lasts.fill(longest_minutes - 1);
  CHECK(Reserve(lasts, longest_minutes).unmet(longest_minutes - 1) == people::ppm);
}

TEST_CASE("reserve: parts per million are whole, rounded down, and never above one") {
  region::QuantileTable lasts{};
  lasts.fill(50);
  lasts[0] = 10;  // one household in 1,024: 976.5625 parts per million
  const Reserve reserve(lasts, 100);
  CHECK(reserve.unmet(9) == 0);
  CHECK(reserve.unmet(10) == 976);
  CHECK(reserve.unmet(50) == people::ppm);
}

TEST_CASE("warmth: from 20 to 14 degrees at 0 outside a home of 40 hours takes 14.27 hours") {
  // 40·ln(20/14) = 14.2669977… h = 856.02 minutes.
  const auto lasts = people::warmth_lasts(all(40), {.outdoor_c = 0});
  CHECK(lasts.front() == 856);
  CHECK(lasts.back() == 856);
  const Reserve reserve(lasts, 1000);
  CHECK(reserve.unmet(855) == 0);
  CHECK(reserve.unmet(856) == people::ppm);
}

TEST_CASE("warmth: half a minute rounds up") {
  // τ such that u* lies just below and just above 100.5 minutes: τ = u*/60/ln 2 with 20 inside, 10 as limit, 0 outside.
  const Warmth warmth{.outdoor_c = 0, .indoor_c = 20, .limit_c = 10};
  CHECK(people::warmth_lasts(all(100.499 / 60 / 0.6931471805599453), warmth).front() == 100);
  CHECK(people::warmth_lasts(all(100.501 / 60 / 0.6931471805599453), warmth).front() == 101);
}

TEST_CASE("warmth: where it is not colder outside than the limit a home never gets too cold") {
  CHECK(people::warmth_lasts(all(40), {.outdoor_c = 14}).front() == longest_minutes);
  CHECK(people::warmth_lasts(all(40), {.outdoor_c = 22}).front() == longest_minutes);
  CHECK(people::warmth_lasts(all(40), {.outdoor_c = 13.9}).front() < longest_minutes);
  // The clip is no minute: 1e6 hours of cooling stay "never".
  CHECK(people::warmth_lasts(all(1e6), {.outdoor_c = 0}).front() == longest_minutes);
}

TEST_CASE("warmth: a home that starts at the limit or below has none") {
  CHECK(people::warmth_lasts(all(40), {.outdoor_c = 0, .indoor_c = 14}).front() == 0);
  CHECK(people::warmth_lasts(all(40), {.outdoor_c = 0, .indoor_c = 10}).front() == 0);
}

TEST_CASE("reserves: a group has its own row, else everyone's; without any row there is none; each is built once") {
  RegionSketch sketch;
  sketch.asset("grid")
      .outage("grid", 1)
      .parameter("reserve.brave.water", 10)
      .parameter("reserve.brave.water.over_65", 20);
  const auto region = sketch.build();
  ReserveBook book(region, {}, 10'000);
  const auto find = [&](const char* need, const char* group) {
    const auto found = book.find("brave", need, group, {});
    REQUIRE(found.has_value());
    return *found;
  };
  const auto everyone = find("water", "");
  CHECK(book.reserves()[everyone].unmet(599) == 0);
  CHECK(book.reserves()[everyone].unmet(600) == people::ppm);
  CHECK(book.reserves()[find("water", "over_65")].unmet(1199) == 0);
  CHECK(find("water", "low_income") == everyone);
  CHECK(find("water", "") == everyone);
  const auto none = find("food", "");
  CHECK(book.reserves()[none].unmet(0) == people::ppm);
  CHECK(find("alarm", "over_65") == none);
  CHECK(book.reserves().size() == 3);
}

TEST_CASE("reserves: warmth is decided by the building alone") {
  RegionSketch sketch;
  sketch.asset("grid").outage("grid", 1).parameter("stone", 80).parameter("reserve.brave.warmth", 500);
  const auto region = sketch.build();
  ReserveBook book(region, {.outdoor_c = 0}, 10'000);
  const auto wood = book.find("brave", "warmth", "", region.find_parameter("building.default"));
  const auto stone = book.find("brave", "warmth", "over_65", region.find_parameter("stone"));
  REQUIRE(wood.has_value());
  REQUIRE(stone.has_value());
  CHECK(book.reserves()[*wood].unmet(855) == 0);
  CHECK(book.reserves()[*wood].unmet(856) == people::ppm);
  CHECK(book.reserves()[*stone].unmet(1711) == 0);  // 2·856.02 = 1712.04
  CHECK(book.reserves()[*stone].unmet(1712) == people::ppm);
}

TEST_CASE("reserves: a reserve that is no time is refused") {
  RegionSketch sketch;
  sketch.asset("grid").outage("grid", 1).parameter("reserve.brave.water", Figure::share(0.5));
  const auto region = sketch.build();
  ReserveBook book(region, {}, 100);
  const auto found = book.find("brave", "water", "", {});
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().kind == ErrorKind::invalid_input);
}
