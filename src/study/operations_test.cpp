#include <doctest/doctest.h>

#include "operations/messages.hpp"
#include "report/json.hpp"
#include "study/messages.hpp"
#include "study/study.hpp"
#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using doctest::Approx;
using test::Figure;
using test::RegionSketch;

const Texts& texts() {
  static const Texts all{study::messages(), operations::messages()};
  return all;
}

/// A pump with a tank of ten hours, 6.5 litres an hour, on a grid that is out for 100; one truck that drives from the
/// first hour on, with a stock of that many litres.
RegionSketch pump(double stock_litres) {
  RegionSketch sketch;
  sketch.asset("grid").asset("depot").asset("pump").need("pump", {"grid"}).generator({.tank = 10, .refuel_from = 40});
  sketch.zone("z", 100).daily("z", "light", {"pump"});
  sketch.parameter("fuel_truck.ready", Figure(1));
  sketch.row("resources",
             {{"id", "trucks"}, {"kind", "fuel_truck"}, {"amount", "1"}, {"base", "depot"}, {"speed_kmh", "30"}});
  sketch.row("resources",
             {{"id", "stock"}, {"kind", "fuel_stock"}, {"amount", std::to_string(stock_litres)}, {"base", "depot"}});
  return sketch.outage("grid", 100, 168);
}

study::Options options() {
  study::Options out;
  out.hazard = "outage";
  out.replicas = 4;
  return out;
}

report::Findings findings_of(const region::Region& region, const study::Options& asked = options()) {
  auto found = study::run(region, asked, texts());
  REQUIRE(found.has_value());
  return *std::move(found);
}

}  // namespace

TEST_CASE("study: the chapter of fuel is played apart, and the rest stays the core") {
  const auto found = findings_of(pump(130).build());
  CHECK(found.model == "core");
  REQUIRE(found.operations.has_value());
  const report::OperationsFinding& fuel = *found.operations;
  CHECK(fuel.replicas == 4);
  CHECK(fuel.stock_l == 130);
  REQUIRE(fuel.tanks.size() == 1);
  CHECK(fuel.tanks[0].people == 100);
  // 65 litres in the tank and 130 of stock at 6.48 litres an hour (108 millilitres a minute): 30 hours, then dry
  // for 70.
  CHECK(fuel.dry_hours.p50 == Approx(70).epsilon(0.01));
  CHECK(fuel.tanks[0].dry_probability == Approx(1));
  // The core waits for hour 40 instead: unmet from 10 to 40.
  REQUIRE(fuel.core_unmet_person_hours.has_value());
  CHECK(*fuel.core_unmet_person_hours == Approx(3000).epsilon(0.01));
  CHECK(fuel.unmet_person_hours.mean == Approx(7000).epsilon(0.01));
  double delivered = 0;
  for (const report::FuelDay& day : fuel.days) delivered += day.delivered.mean;
  CHECK(delivered == Approx(130).epsilon(0.01));
  CHECK(fuel.days.back().stock.mean == 0);
  CHECK_FALSE(fuel.plan.empty());
  REQUIRE(fuel.orders.size() == 3);
  for (const report::OrderFinding& order : fuel.orders) CHECK(order.unmet_more == 0);  // nobody to go before
}

TEST_CASE("study: a region without trucks has no chapter of fuel, and nobody who asks for none gets it") {
  CHECK_FALSE(findings_of(pump(130).remove("resources", "stock").build()).operations.has_value());
  auto without = options();
  without.operations = false;
  CHECK_FALSE(findings_of(pump(130).build(), without).operations.has_value());
}

TEST_CASE("study: asked for, the full model is played throughout, on any number of threads") {
  auto asked = options();
  asked.full_model = true;
  asked.replicas = 40;
  const auto region = pump(130).build();
  const auto found = findings_of(region, asked);
  CHECK(found.model == "full");
  CHECK(found.engine == "events");
  CHECK(found.total_unmet_person_hours.p50 == Approx(7000).epsilon(0.01));
  CHECK_FALSE(found.operations->core_unmet_person_hours.has_value());
  asked.threads = 3;
  CHECK(report::results_json(findings_of(region, asked)) == report::results_json(found));
}

TEST_CASE("study: a hazard with damage goes to the full model by itself and says why") {
  auto sketch = pump(100000);
  sketch.hazard("storm").shock("id=pump", 5, 3, {.kind = "damage"});
  sketch.row("resources", {{"id", "crew"}, {"kind", "repair_crew"}, {"amount", "1"}, {"speed_kmh", "30"}});
  auto asked = options();
  asked.hazard = "storm";
  const auto found = findings_of(sketch.build(), asked);
  CHECK(found.model == "full");
  CHECK(
      found.model_reason.en.starts_with("this hazard has shocks of the full model (storm.s1), so the engine 'events'"));
  CHECK(found.model_reason.en.find("; 'What hangs by a thread' is left out") != std::string::npos);
  CHECK(found.held.empty());
  REQUIRE(found.operations->repairs.has_value());
  CHECK(found.operations->repairs->repaired.mean == 1);
  // Three hours of work, a minute to get there and one to restart.
  CHECK(found.total_unmet_person_hours.mean == Approx(100 * 182 / 60.0).epsilon(0.01));
  asked.engine = cascade::EngineKind::intervals;
  const auto refused = study::prepare(sketch.build(), asked);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message.key == "cascade.engine.directed");
  asked.engine = cascade::EngineKind::automatic;
  asked.core_only = true;
  CHECK(study::prepare(sketch.build(), asked).error().message.key == "cascade.shock.full_model");
}

TEST_CASE("study: what the full model cannot do without is asked for by name") {
  const auto refusal = [](const RegionSketch& sketch, const char* hazard) {
    auto asked = options();
    asked.hazard = hazard;
    const auto found = study::prepare(sketch.build(), asked);
    REQUIRE_FALSE(found.has_value());
    return found.error().message;
  };
  auto tanker = pump(1000);
  tanker.row("resources", {{"id", "tanker"}, {"kind", "fuel_supply"}, {"amount", "500"}, {"base", "pump"}});
  tanker.hazard("calm").shock("id=grid", 5, 3, {.kind = "access", .magnitude = 0.5});
  CHECK(refusal(tanker, "calm") == Message{"operations.supply.no_stock", {"tanker"}});
}

TEST_CASE("study: an intensity hits what it is too strong for, and stays in the core") {
  auto sketch = pump(1000);
  // A pump stands in water of 20 to 60 centimetres before it fails: 40 cm are too much for half of them.
  auto strength = Figure::uniform(0.2, 0.6);
  strength.unit = "m";
  sketch.parameter("fragility.flood.pump", strength);
  sketch.hazard("flood").shock("kind=pump|grid", 0, 10, {.kind = "flood", .magnitude = 0.4});
  auto asked = options();
  asked.hazard = "flood";
  const auto scenario = study::prepare(sketch.build(), asked);
  REQUIRE(scenario.has_value());
  CHECK_FALSE(scenario->means);
  REQUIRE(scenario->compiled.program.hits.size() == 1);  // the grid does not mind
  CHECK(scenario->compiled.program.hits[0].taken_below == 1ULL << 31U);
}
