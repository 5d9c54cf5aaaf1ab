#include "region/drawn_figure.hpp"

#include <doctest/doctest.h>

using namespace veer;
using region::DrawnFigure;
using region::Parameter;

namespace {

Parameter between(double low, double high, double share) {
  Parameter out;
  out.id = "p";
  out.low = low;
  out.typical = (low + high) / 2;
  out.high = high;
  out.distribution = region::Distribution::uniform;
  out.share = share;
  return out;
}

}  // namespace

TEST_CASE("drawn figure: the value is the quantile of the entity's own word, or of its group's") {
  const auto own = DrawnFigure::of(between(0, 1024, 0), 7).value();
  const auto together = DrawnFigure::of(between(0, 1024, 1), 7).value();
  const StableId a = stable_id("figures/a");
  const StableId b = stable_id("figures/b");
  for (std::uint32_t replica = 0; replica < 50; ++replica) {
    CHECK(own.value(replica, a, Purpose::people) == (draw(7, replica, a, Purpose::people, 0) >> 22U) + 0.5);
    CHECK(together.value(replica, a, Purpose::people) == together.value(replica, b, Purpose::people));
    CHECK(together.value(replica, a, Purpose::people) ==
          (draw(7, replica, stable_id("groups/p"), Purpose::group, 0) >> 22U) + 0.5);
  }
}

TEST_CASE(
    "drawn figure: a share of one half follows the group in about half of the replicas; the mean is that of the "
    "table") {
  const auto half = DrawnFigure::of(between(0, 1024, 0.5), 7).value();
  const auto group = DrawnFigure::of(between(0, 1024, 1), 7).value();
  const StableId entity = stable_id("figures/a");
  int followed = 0;
  for (std::uint32_t replica = 0; replica < 1000; ++replica)
    followed += half.value(replica, entity, Purpose::people) == group.value(replica, entity, Purpose::people) ? 1 : 0;
  CHECK(followed > 450);
  CHECK(followed < 550);
  CHECK(half.mean() == doctest::Approx(512));
}
