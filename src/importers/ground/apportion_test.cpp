#include "importers/ground/apportion.hpp"

#include <doctest/doctest.h>

#include <numeric>

namespace veer::importers::ground {

TEST_CASE("apportion: ten heads over weights 1, 1 and 1 give the extra head to the first") {
  const std::vector<double> weights{1, 1, 1};
  CHECK(apportion(10, weights) == std::vector<std::int64_t>{4, 3, 3});
}

TEST_CASE("apportion: the largest remainders come first, and the sum is exact") {
  const std::vector<double> weights{0.5, 2.9, 1.6};  // of 5 heads: exactly 0.5, 2.9, 1.6
  CHECK(apportion(5, weights) == std::vector<std::int64_t>{0, 3, 2});
}

TEST_CASE("apportion: without weights the total is spread evenly, and nothing spreads over nothing") {
  const std::vector<double> weights{0, 0};
  CHECK(apportion(3, weights) == std::vector<std::int64_t>{2, 1});
  CHECK(apportion(0, {}).empty());
}

TEST_CASE("bisect: a row of eight equal places in four groups gives neighbouring pairs") {
  std::vector<WeightedPlace> places;
  for (int i = 0; i < 8; ++i) places.push_back({{.x = 100.0 * i, .y = 0}, 1});
  CHECK(bisect(places, 4) == std::vector<std::size_t>{0, 0, 1, 1, 2, 2, 3, 3});
}

TEST_CASE("bisect: one heavy place stands alone, and no group is empty") {
  const std::vector<WeightedPlace> places{{{0, 0}, 90}, {{100, 0}, 5}, {{200, 0}, 5}};
  CHECK(bisect(places, 2) == std::vector<std::size_t>{0, 1, 1});
  CHECK(bisect(places, 3) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("middles: the middle of a group follows its weight") {
  const std::vector<WeightedPlace> places{{{0, 0}, 3}, {{100, 40}, 1}};
  const std::vector<std::size_t> group{0, 0};
  const auto middle = middles(places, group, 1);
  CHECK(middle[0].x == doctest::Approx(25));
  CHECK(middle[0].y == doctest::Approx(10));
}

}  // namespace veer::importers::ground
