#pragma once

#include <vector>

#include "cascade/compile.hpp"
#include "ensemble/ensemble.hpp"
#include "people/population.hpp"
#include "support/drawn_region.hpp"

namespace veer::test {

/// A drawn region with its first hazard, ready for an ensemble: the world refers to its other members, so it stays
/// where it is made. Ends the program when the sketch cannot be built or compiled.
struct ReadyRegion {
  explicit ReadyRegion(const RegionSketch& sketch, std::uint64_t seed = 5)
      : region(sketch.build()), compiled(compile(region, seed)), population(people_of(region, compiled)) {}
  ReadyRegion(const ReadyRegion&) = delete;
  ReadyRegion& operator=(const ReadyRegion&) = delete;

  [[nodiscard]] ensemble::World world() const { return {region, compiled, population}; }

  region::Region region;
  cascade::CompiledRegion compiled;
  people::Population population;

 private:
  static cascade::CompiledRegion compile(const region::Region& region, std::uint64_t seed) {
    auto out = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = seed});
    ENSURE(out.has_value(), "the sketch cannot be compiled");
    return *std::move(out);
  }
  static people::Population people_of(const region::Region& region, const cascade::CompiledRegion& compiled) {
    std::vector<people::Leaf> leaves;
    for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
    auto out = people::Population::build(region, leaves, {}, compiled.program.horizon);
    ENSURE(out.has_value(), "the residents of the sketch cannot be counted");
    return *std::move(out);
  }
};

/// Everything drawn: shares, delays, batteries that are partly shared, generators, own failures, a circle.
inline RegionSketch busy_region() {
  RegionSketch sketch;
  const auto spread = Figure::uniform(1, 20);
  sketch.asset("grid", spread)
      .service("telecom")
      .asset("mast", 0.5)
      .service("drinking_water")
      .asset("pump")
      .breaks_down(Figure::exponential(50), spread);
  sketch.need("mast", {"grid"}).reservoir(spread.grouped("batteries", 0.5));
  sketch.need("pump", {"grid"})
      .reservoir(spread.grouped("batteries", 0.5))
      .generator({.tank = spread, .run = Figure::exponential(30), .start_failure = Figure::share(0.2)});
  sketch.need("grid", {"mast"}).reservoir(12);
  sketch.area("a").zone("a1", 1000, {{"over_65", 150}, {"high_rise", 300}}).area("b").zone("b1", 333);
  sketch.daily("a1", "water", {"pump"})
      .daily("a1", "water@high_rise", {"pump", "grid"}, "all")
      .daily("b1", "water", {"pump"})
      .daily("b1", "light", {"grid"})
      .daily("a1", "information", {"mast"});
  sketch.parameter("reserve.sketch.water", Figure::uniform(0, 30))
      .parameter("reserve.sketch.information", Figure::uniform(0, 3));
  sketch.process("calls", 1, 2)
      .level("calls", "minimum", {"mast"})
      .process("crisis", 2, 8)
      .level("crisis", "minimum", {"processes/calls"})
      .manual(spread)
      .level("crisis", "full", {"pump"});
  return sketch.hazard("storm", 96)
      .shock("id=grid", 2, 10, {.share = 0.8, .start_delay = spread, .duration_delay = spread});
}

}  // namespace veer::test
