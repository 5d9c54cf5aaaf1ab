#include "geo/rd.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <thread>
#include <vector>

using namespace veer::geo;

TEST_CASE("rd: the tower of Our Lady in Amersfoort is the origin of the grid") {
  // Kadaster, RDNAPTRANS: x 155000, y 463000 is ETRS89 52.15517440 N, 5.38720621 E.
  const RdMetres tower = to_rd({5.38720621, 52.15517440});
  CHECK(std::fabs(tower.x - 155000) < 0.5);
  CHECK(std::fabs(tower.y - 463000) < 0.5);
  const LonLat back = to_lonlat({155000, 463000});
  CHECK(std::fabs(back.lon - 5.38720621) < 0.5 / 68000);
  CHECK(std::fabs(back.lat - 52.15517440) < 0.5 / 111000);
}

TEST_CASE("rd: the town hall of Den Haag") {
  // gdaltransform (GDAL 3.6, EPSG:4326 to EPSG:28992, an older datum shift of 1 m accuracy): 81671.03, 454953.96.
  const RdMetres hall = to_rd({4.3175, 52.0780});
  CHECK(std::fabs(hall.x - 81671.03) < 1);
  CHECK(std::fabs(hall.y - 454953.96) < 1);
}

TEST_CASE("rd: there and back again gives the same place to a millimetre") {
  for (double lon = 3.5; lon < 7; lon += 0.5) {
    for (double lat = 50.8; lat < 53.5; lat += 0.3) {
      const LonLat back = to_lonlat(to_rd({lon, lat}));
      CHECK(std::fabs(back.lon - lon) < 2e-8);
      CHECK(std::fabs(back.lat - lat) < 1e-8);
    }
  }
}

TEST_CASE("rd: no answer is NaN, never infinity") {
  CHECK(std::isnan(to_rd({std::nan(""), 52}).x));
  CHECK_FALSE(std::isinf(to_rd({4, 1e9}).x));
}

TEST_CASE("rd: threads get the same answer") {
  const RdMetres here = to_rd({4.3, 52.1});
  std::vector<RdMetres> answers(4);
  std::vector<std::thread> threads;
  for (auto& answer : answers)
    threads.emplace_back([&answer] {
      for (int i = 0; i < 100; ++i) answer = to_rd({4.3, 52.1});
    });
  for (auto& thread : threads) thread.join();
  for (const auto& answer : answers) {
    CHECK(answer.x == here.x);
    CHECK(answer.y == here.y);
  }
}

TEST_CASE("rounded: to decimals of a degree; square_corner: to the south-west corner") {
  CHECK(rounded({4.31751, 52.07805}, 4) == LonLat{4.3175, 52.0781});
  CHECK(rounded({-0.12345, 0}, 2) == LonLat{-0.12, 0});
  CHECK(square_corner({81671.0, 454953.9}, 250).x == 81500);
  CHECK(square_corner({81671.0, 454953.9}, 250).y == 454750);
  CHECK(square_corner({81500, 454750}, 250).x == 81500);
  CHECK(square_corner({-1, 0}, 250).x == -250);
}

TEST_CASE("distance_m: three, four, five") { CHECK(distance_m({0, 0}, {3, 4}) == 5); }

TEST_CASE("rd: many places at once are where each of them is, on one thread or two") {
  std::vector<LonLat> places;
  for (int i = 0; i < 20'000; ++i) places.push_back({4.0 + i * 1e-5, 52.0 + i * 1e-5});
  for (const std::size_t threads : {1U, 2U}) {
    const auto metres = to_rd(places, threads);
    REQUIRE(metres.size() == places.size());
    for (std::size_t i = 0; i < places.size(); i += 97) CHECK(distance_m(metres[i], to_rd(places[i])) == 0);
  }
}
