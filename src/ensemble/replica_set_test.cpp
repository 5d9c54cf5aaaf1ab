#include "ensemble/replica_set.hpp"

#include <doctest/doctest.h>

using veer::ensemble::ReplicaSet;
using veer::ensemble::Stretch;
using Stretches = std::vector<Stretch>;

TEST_CASE("replica set: stretches that touch become one, whichever comes first") {
  ReplicaSet set;
  CHECK(set.add({10, 5}));
  CHECK(set.add({20, 5}));
  CHECK(set.stretches() == Stretches{{10, 5}, {20, 5}});
  CHECK(set.add({15, 5}));
  CHECK(set.stretches() == Stretches{{10, 15}});
  CHECK(set.add({0, 3}));
  CHECK(set.stretches() == Stretches{{0, 3}, {10, 15}});
  CHECK(set.count() == 18);
  CHECK(set.end() == 25);
}

TEST_CASE("replica set: what is in it cannot be added again, on either side of the border") {
  ReplicaSet set;
  CHECK(set.add({10, 5}));
  CHECK_FALSE(set.add({14, 1}));
  CHECK_FALSE(set.add({9, 2}));
  CHECK_FALSE(set.add({5, 20}));
  CHECK(set.add({15, 1}));
  CHECK(set.add({9, 1}));
  CHECK(set.stretches() == Stretches{{9, 7}});
}

TEST_CASE("replica set: what is missing of a range, and what lies below a number") {
  ReplicaSet set;
  CHECK(set.missing(0, 4) == Stretches{{0, 4}});
  CHECK(set.add({2, 2}));
  CHECK(set.add({8, 4}));
  CHECK(set.missing(0, 10) == Stretches{{0, 2}, {4, 4}});
  CHECK(set.missing(3, 20) == Stretches{{4, 4}, {12, 8}});
  CHECK(set.missing(8, 12).empty());
  CHECK(set.holds({8, 4}));
  CHECK_FALSE(set.holds({7, 4}));
  CHECK(set.count_below(9) == 3);
  CHECK(set.count_below(2) == 0);
}

TEST_CASE("replica set: cut at multiples of the grain, counted from zero") {
  CHECK(veer::ensemble::cut({{5, 70}}, 32) == Stretches{{5, 27}, {32, 32}, {64, 11}});
  CHECK(veer::ensemble::cut({{32, 32}}, 32) == Stretches{{32, 32}});
}
