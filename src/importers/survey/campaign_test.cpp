#include "importers/survey/campaign.hpp"

#include <doctest/doctest.h>

#include "region/builder.hpp"
#include "support/drawn_region.hpp"

using namespace veer;

namespace {

region::Tables village() {
  test::RegionSketch out;
  out.asset("grid");
  out.area("a").zone("za", 100);
  out.daily("za", "water", {"grid"}).daily("za", "medicines", {"grid"});
  out.set("areas", "a", "preparedness", "old");
  out.parameter("reserve.old.water", test::Figure(10));
  out.parameter("reserve.old.food", test::Figure::uniform(0, 144));
  out.parameter("reserve.old.medicines", test::Figure(10));
  out.outage("grid", 10);
  return out.tables();
}

region::QuantileValues hours_of(const region::Region& region, const std::string& id) {
  const auto found = region.find_parameter(id);
  REQUIRE(found.valid());
  const auto values = region::quantiles(region.parameters[found.index()]);
  REQUIRE(values);
  return *values;
}

region::Region built(const region::Tables& tables) {
  Diagnostics notes;
  auto region = region::build_region(tables, notes);
  REQUIRE(region);
  return *std::move(region);
}

}  // namespace

TEST_CASE("campaign: a share of those who last less than 72 hours now last 72; what is not in the kit stays") {
  auto tables = village();
  const auto report = importers::apply_campaign(tables, importers::Uptake::high);
  REQUIRE(report);
  CHECK(report->uptake == 0.3);
  CHECK(report->rows == 2);
  const auto region = built(tables);
  CHECK(region.areas[0].preparedness == "old-campaign");
  // Everybody had 10 hours of water: 30 % now have 72.
  const auto water = hours_of(region, "reserve.old-campaign.water");
  CHECK(water[700] == doctest::Approx(10));
  CHECK(water[725] == doctest::Approx(72));
  CHECK(hours_of(region, "reserve.old-campaign.medicines")[1023] == 10);
  // Food was even over 0 to 144 hours: half lasted less than 72, now 35 %; the best half is as it was.
  const auto food = hours_of(region, "reserve.old-campaign.food");
  CHECK(food[350] < 72);
  CHECK(food[365] == doctest::Approx(72));
  CHECK(food[500] == doctest::Approx(72));
  CHECK(food[768] == doctest::Approx(108).epsilon(0.02));
}

TEST_CASE("campaign: the uptake is a row of the region, and a second campaign on top is refused") {
  auto tables = village();
  REQUIRE(importers::apply_campaign(tables, importers::Uptake::low));
  CHECK(built(tables).find_parameter("campaign.uptake").valid());
  const auto again = importers::apply_campaign(tables, importers::Uptake::low);
  REQUIRE(!again);
  CHECK(again.error().kind == ErrorKind::conflict);
}
