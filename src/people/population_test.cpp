#include "people/population.hpp"

#include <doctest/doctest.h>

#include <map>
#include <tuple>

#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using people::Heads;
using people::Leaf;
using people::Population;
using region::Group;
using test::RegionSketch;

constexpr std::size_t row_of(Group group) { return 1 + static_cast<std::size_t>(group); }

/// Two areas in the town and one zone in another town: 100 + 50 and 30 residents.
RegionSketch places() {
  RegionSketch sketch;
  sketch.asset("grid").outage("grid", 1).daily_need("water").daily_need("medical_power").daily_need("warmth");
  sketch.area("a")
      .zone("a1", 100, {{"over_65", 20}, {"high_rise", 40}, {"medical_power", 3}})
      .zone("a2", 50, {{"over_65", 5}});
  sketch.area("b").zone("b1", 30, {{"medical_power", 1}});
  sketch.row("organisations", {{"id", "village"}, {"name", "Village"}, {"kind", "municipality"}, {"track", "car"}})
      .set("areas", "b", "municipality", "village");
  return sketch;
}

struct Peopled {
  region::Region region;
  Population population;
};

Peopled people_of(const RegionSketch& sketch,
                  const std::vector<std::tuple<std::size_t, const char*, std::optional<Group>>>& wanted) {
  auto region = sketch.build();
  std::vector<Leaf> leaves;
  for (const auto& [zone, need, group] : wanted)
    leaves.push_back({region::ZoneId{zone}, *region.find_service(need), group});
  auto population = Population::build(region, leaves, {}, 1000);
  REQUIRE(population.has_value());
  return {std::move(region), *std::move(population)};
}

/// Heads of a leaf by row; a row that is not counted is absent.
std::map<std::size_t, std::int32_t> rows(const Population& population, std::size_t leaf) {
  std::map<std::size_t, std::int32_t> out;
  for (const Heads& heads : population.heads(leaf)) {
    CHECK_FALSE(out.contains(heads.row));
    out[heads.row] = heads.heads;
  }
  return out;
}

using Rows = std::map<std::size_t, std::int32_t>;

}  // namespace

TEST_CASE("population: a need counts everyone, and the members of each group apart") {
  const auto world = people_of(places(), {{0, "water", {}}});
  CHECK(
      rows(world.population, 0) ==
      Rows{{0, 100}, {row_of(Group::over_65), 20}, {row_of(Group::medical_power), 3}, {row_of(Group::high_rise), 40}});
}

TEST_CASE("population: members of a group with a component of its own are counted there and nowhere else") {
  const auto world = people_of(places(), {{0, "water", {}}, {0, "water", Group::high_rise}, {1, "water", {}}});
  CHECK(rows(world.population, 0) == Rows{{0, 60}, {row_of(Group::over_65), 20}, {row_of(Group::medical_power), 3}});
  CHECK(rows(world.population, 1) == Rows{{0, 40}, {row_of(Group::high_rise), 40}});
  CHECK(rows(world.population, 2) ==
        Rows{{0, 50}, {row_of(Group::over_65), 5}});  // the other zone has no such component
  CHECK(world.population.concerned() == std::vector<std::int64_t>{150, 0});
}

TEST_CASE("population: a need with components of groups only concerns those groups") {
  const auto world =
      people_of(places(), {{0, "medical_power", Group::medical_power}, {2, "medical_power", Group::medical_power}});
  CHECK(rows(world.population, 0) == Rows{{0, 3}, {row_of(Group::medical_power), 3}});
  CHECK(rows(world.population, 1) == Rows{{0, 1}, {row_of(Group::medical_power), 1}});
  CHECK(world.population.concerned() == std::vector<std::int64_t>{3, 1});
}

TEST_CASE("population: nobody is counted twice: the concerned of an area are its residents at most") {
  const auto world = people_of(places(), {{0, "water", {}},
                                          {0, "water", Group::high_rise},
                                          {0, "water", Group::over_65},
                                          {1, "water", {}},
                                          {2, "water", {}},
                                          {0, "warmth", {}}});
  const auto& population = world.population;
  // Needs in the order of the region's services: water, then warmth.
  REQUIRE(population.needs().size() == 2);
  CHECK(world.region.services[population.needs()[0].index()].id == "water");
  CHECK(world.region.services[population.needs()[1].index()].id == "warmth");
  CHECK(population.concerned() == std::vector<std::int64_t>{150, 100, 30, 0});
  CHECK(population.need(5) == 1);
}

TEST_CASE("population: a component of a group without members counts nobody") {
  const auto world = people_of(places(), {{1, "water", Group::high_rise}});
  CHECK(world.population.heads(0).empty());
  CHECK(world.population.concerned() == std::vector<std::int64_t>{0, 0});
}

TEST_CASE("population: leaves know their area and municipality") {
  const auto world = people_of(places(), {{0, "water", {}}, {2, "water", {}}});
  const auto& population = world.population;
  CHECK(population.leaf_count() == 2);
  CHECK(population.area(0) == 0);
  CHECK(population.area(1) == 1);
  REQUIRE(population.municipalities().size() == 2);
  CHECK(world.region.organisations[population.municipalities()[population.municipality(1)].index()].id == "village");
  CHECK(population.municipality_of_area() == std::vector<std::size_t>{0, 1});
}

TEST_CASE("population: each group has the reserve of its own row") {
  RegionSketch sketch = places();
  sketch.parameter("reserve.sketch.water", 1).parameter("reserve.sketch.water.over_65", 2);
  const auto world = people_of(sketch, {{0, "water", {}}});
  for (const Heads& heads : world.population.heads(0)) {
    const auto& reserve = world.population.reserve(heads.reserve);
    const Minutes lasts = heads.row == row_of(Group::over_65) ? 120 : 60;
    CHECK(reserve.unmet(lasts - 1) == 0);
    CHECK(reserve.unmet(lasts) == people::ppm);
  }
}

TEST_CASE("population: a reserve that is no time stops the building") {
  RegionSketch sketch = places();
  sketch.parameter("reserve.sketch.water", test::Figure::share(0.5));
  const auto region = sketch.build();
  const auto population = Population::build(region, {{region::ZoneId{0}, *region.find_service("water"), {}}}, {}, 1000);
  REQUIRE_FALSE(population.has_value());
  CHECK(population.error().kind == ErrorKind::invalid_input);
}
