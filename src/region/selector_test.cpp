#include "region/selector.hpp"

#include <doctest/doctest.h>

#include "region/builder.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using namespace veer::region;

namespace {

/// grid and grid2 of the provider in the town, pump outside any municipality.
Region three_assets() {
  test::RegionSketch sketch;
  sketch.asset("grid").asset("grid2").service("water").asset("pump");
  sketch.set("assets", "grid2", "kind", "grid")
      .set("assets", "pump", "municipality", "")
      .set("assets", "pump", "organisation", "town");
  sketch.set("assets", "grid", "lon", "4.3").set("assets", "grid", "lat", "52.1");
  return sketch.build();
}

std::size_t taken(const std::string& text) { return select(*parse_selector(text), three_assets()).size(); }

Message refusal(const std::string& text) { return parse_selector(text).error().message; }

}  // namespace

TEST_CASE("selector: every condition must hold, of its values one") {
  CHECK(taken("") == 3);
  CHECK(taken("kind=grid") == 2);
  CHECK(taken("id=grid|pump") == 2);
  CHECK(taken("kind=grid; id=grid|pump") == 1);
  CHECK(taken("service=power") == 2);
  CHECK(taken("organisation=town") == 1);
  CHECK(taken("municipality=town") == 2);
  CHECK(taken("municipality=town; organisation=town") == 0);
}

TEST_CASE("selector: assets named by id come once each, in the order of the region") {
  const Region region = three_assets();
  const auto wanted = std::vector<AssetId>{AssetId(0), AssetId(2)};
  CHECK(select(*parse_selector("id=pump|grid|pump"), region) == wanted);
  CHECK(select(*parse_selector("id=pump|nowhere|grid"), region) == wanted);
  Region without_index = region;
  without_index.index = {};
  CHECK(select(*parse_selector("id=pump|grid|pump"), without_index) == wanted);
}

TEST_CASE("selector: blanks and a last semicolon do not count") {
  CHECK(taken("  kind = grid ;  id = grid | grid2 ; ") == 2);
  CHECK(taken(" ; ") == 3);
}

TEST_CASE("selector: a polygon takes what stands in it") {
  const Region region = three_assets();
  Selector selector;
  selector.polygon = {{{{4, 52}, {5, 52}, {5, 53}, {4, 53}, {4, 52}}}};
  CHECK(select(selector, region) == std::vector<AssetId>{AssetId(0)});
}

TEST_CASE("selector: what is no condition is refused") {
  CHECK(refusal("grid") == Message{"region.selector.form", {"grid"}});
  CHECK(refusal("id=") == Message{"region.selector.form", {"id="}});
  CHECK(refusal("id=a||b") == Message{"region.selector.form", {"id=a||b"}});
  CHECK(refusal("id=a|") == Message{"region.selector.form", {"id=a|"}});
  CHECK(refusal("servce=power") == Message{"region.selector.unknown_key_suggestion", {"servce", "service"}});
  CHECK(refusal("colour=red") == Message{"region.selector.unknown_key", {"colour"}});
  CHECK(refusal("id=a; id=b") == Message{"region.selector.key_twice", {"id"}});
}

TEST_CASE("selector: an area takes what stands inside its outline, and nothing when it has none") {
  test::RegionSketch sketch;
  sketch.asset("inside").asset("outside").area("2511").hazard("storm").shock("area=2511", 0, 5);
  sketch.set("assets", "inside", "lon", "4.3").set("assets", "inside", "lat", "52.1");
  sketch.set("assets", "outside", "lon", "4.5").set("assets", "outside", "lat", "52.1");
  region::Tables tables = sketch.tables();
  tables.outlines["2511"] = {{{{4.2, 52.0}, {4.4, 52.0}, {4.4, 52.2}, {4.2, 52.2}, {4.2, 52.0}}}};
  Diagnostics notes;
  const auto region = build_region(tables, notes);
  REQUIRE(region);
  const auto taken = select(region->shocks.front().target, *region);
  REQUIRE(taken.size() == 1);
  CHECK(region->assets[taken.front().index()].id == "inside");

  tables.outlines.clear();
  const auto bare = build_region(tables, notes);
  REQUIRE(bare);
  CHECK(select(bare->shocks.front().target, *bare).empty());
}
