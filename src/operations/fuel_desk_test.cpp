#include <doctest/doctest.h>

#include "operations/conductor.hpp"
#include "support/small_means.hpp"

// Worked out by hand; docs/method/operations.md follows the first case step by step.

namespace {

using namespace veer;
using cascade::Interval;
using operations::Conductor;
using test::MeansSketch;

/// A grid that is out on [0, 1000), a depot that has its own power, and a pump with a generator of that tank, 1 km from
/// the depot: ten minutes.
struct Pump {
  MeansSketch sketch;
  cascade::Component grid = 0;
  cascade::Component depot = 0;
  cascade::Component pump = 0;

  explicit Pump(cascade::Tick tank, std::int64_t stock_litres) {
    sketch.program.horizon = 1000;
    grid = sketch.program.component();
    depot = sketch.program.component();
    pump = add_pump(tank);
    sketch.program.hit(grid, 0, 1000);
    sketch.depot(depot, 0, stock_litres);
  }
  cascade::Component add_pump(cascade::Tick tank) {
    const auto added = sketch.program.component();
    sketch.program.need(added, 1, {grid}, {test::generator(tank)});
    return added;
  }
};

struct Played {
  MeansSketch::Built built;
  cascade::Engine engine;
  explicit Played(const MeansSketch& sketch)
      : built(sketch.build()), engine(built.program, std::make_unique<Conductor>(built.means)) {
    engine.run(0);
  }
  const operations::Logbook& log() { return static_cast<Conductor*>(engine.director())->log(); }
};

using Down = std::vector<Interval>;

}  // namespace

TEST_CASE("fuel: a truck keeps a pump going until the stock is gone, 300 litres are 300 minutes") {
  Pump world(100, 200);
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000);
  Played played(world.sketch);
  CHECK(played.engine.intervals(world.pump) == Down{{300, 1000}});
  const auto& deliveries = played.log().deliveries;
  REQUIRE(deliveries.size() == 4);
  // Half empty at 50, the truck is there at 60 with 40 minutes left; 60 litres and the hose take 11 minutes.
  CHECK(deliveries[0].called == 50);
  CHECK(deliveries[0].arrived == 60);
  CHECK(deliveries[0].tank_left == 40);
  CHECK(deliveries[0].done == 71);
  CHECK(deliveries[0].ml == 60000);
  // 29 + 60 minutes at 71: half empty again at 110.
  CHECK(deliveries[1].called == 110);
  CHECK(deliveries[3].ml == 20000);
  CHECK(played.log().depot_left_ml == std::vector<std::int64_t>{0});
  CHECK(played.log().burnt_ml == std::vector<std::int64_t>{300000});
  REQUIRE(played.log().dry.size() == 1);
  CHECK(played.log().dry[0].from == 300);
}

TEST_CASE("fuel: without a truck a generator stops when its tank is empty, as in the core") {
  Pump world(100, 200);
  world.sketch.customer(world.pump, 0, 1000);
  Played played(world.sketch);
  CHECK(played.engine.intervals(world.pump) == Down{{100, 1000}});
  CHECK(played.log().queue_minutes[0] == 10);  // it asks at 50: ten minutes of the first hour, all of the next
  CHECK(played.log().queue_minutes[1] == 60);
}

TEST_CASE("fuel: the order decides who runs dry when one truck serves two") {
  // Both ask at minute 10 (tanks of 20); the truck needs 10 minutes there and 5 + 1 to pump what is in it: 16 litres.
  Pump world(20, 10000);
  const auto other = world.add_pump(20);
  world.sketch.means.truck_load_ml = 10000;
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000, 2, 900);
  world.sketch.customer(other, 0, -1000, 1, 100);
  const auto first_down = [&](operations::Order order) {
    world.sketch.means.order = order;
    Played played(world.sketch);
    CHECK(played.log().deliveries.front().arrived == 20);
    return played.log().deliveries.front().customer;
  };
  CHECK(first_down(operations::Order::rank) == 1);
  CHECK(first_down(operations::Order::people) == 0);
  CHECK(first_down(operations::Order::first_come) == 0);  // called in the same minute: the order of the tables
}

TEST_CASE("fuel: two pumps at equal distance from two trucks have equal outages") {
  Pump world(60, 100);
  const auto other = world.add_pump(60);
  world.sketch.truck(0);
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000);
  world.sketch.customer(other, 0, -1000);
  world.sketch.means.truck_load_ml = 50000;
  Played played(world.sketch);
  const auto down = played.engine.intervals(world.pump);
  CHECK_FALSE(down.empty());
  CHECK(down == played.engine.intervals(other));
}

TEST_CASE("fuel: a depot without power loads nobody") {
  // The depot is out on [0, 400): the truck brings what is in it, 80 litres, and must wait for more.
  Pump world(100, 1000);
  world.sketch.program.hit(world.depot, 0, 400);
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000);
  Played played(world.sketch);
  // 100 + 80 minutes; the depot is up at 401, loading takes 5 + 8, the way 10, pumping 5 + 8.
  CHECK(played.engine.intervals(world.pump) == Down{{180, 401 + 13 + 10 + 13 + 1}});
}

TEST_CASE("fuel: a driver who is off duty drives nowhere, and one on the road goes home") {
  Pump world(100, 10000);
  world.sketch.program.horizon = 2000;
  world.sketch.program.hits.clear();
  world.sketch.program.hit(world.grid, 0, 2000);
  world.sketch.truck(0);
  world.sketch.means.trucks[0].shift = 60;  // minutes 0 to 60 of every day
  world.sketch.customer(world.pump, 0, 1000);
  Played played(world.sketch);
  // Called at 50 and filled at 71 (60 litres): on 29 + 60 minutes until 160. The next shift begins at 1440: it arrives
  // at 1450 and pumps 80 litres until 1463. Called once more at 1493, it leaves within its shift and pumps 60 litres
  // until 1514: 29 + 60 minutes.
  CHECK(played.engine.intervals(world.pump) == Down{{160, 1464}, {1603, 2000}});
}

TEST_CASE("fuel: a place that cannot be reached waits until the road is open") {
  Pump world(100, 10000);
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000);
  world.sketch.means.sites[1].closures.push_back({0, 300, 0});
  Played played(world.sketch);
  // Sent at 300, there at 310, 80 litres at 323.
  CHECK(played.engine.intervals(world.pump).front() == Interval{100, 324});
  world.sketch.means.sites[1].closures[0].speed = 0.5;  // twice as long
  CHECK(Played(world.sketch).log().deliveries.front().arrived == 70);
}

TEST_CASE("fuel: what comes back before the truck does needs no fuel any more") {
  Pump world(100, 10000);
  world.sketch.program.hits.clear();
  world.sketch.program.hit(world.grid, 0, 40);
  world.sketch.truck(0);
  world.sketch.customer(world.pump, 0, 1000);
  Played played(world.sketch);
  CHECK(played.log().deliveries.empty());
  CHECK(played.engine.intervals(world.pump).empty());
}

TEST_CASE("supply: a depot orders when it is half empty, and the tanker waits until its pump has power") {
  MeansSketch sketch;
  sketch.program.horizon = 1000;
  const auto grid = sketch.program.component();
  const auto pump = sketch.program.component();
  const auto depot = sketch.program.component();
  sketch.program.need(pump, 1, {grid}, {test::generator(100)});
  sketch.program.hit(grid, 0, 999);
  sketch.program.hit(depot, 300, 99);  // up again at 400
  sketch.customer(pump, 0, 1000);
  const auto index = sketch.depot(depot, 0, 200);
  sketch.truck(index);
  sketch.means.supply_lead = cascade::Draw::fixed(250);
  sketch.means.supplies.push_back(
      {.id = stable_id("resources/s"), .depot = index, .ml = 500000, .order_at_ml = 100000});
  auto built = sketch.build();
  cascade::Engine engine(built.program, std::make_unique<operations::Conductor>(built.means));
  engine.run(0);
  const operations::Logbook& log = static_cast<operations::Conductor*>(engine.director())->log();
  // As in the table of docs/method/operations.md the truck stands full with 80 of the 200 litres, and takes 60 more at
  // minute 81: 60 are left, half of 200 or less, so that a tanker is ordered. It is at the gate 250 minutes later, at
  // 331, when the pump is out; it is pumped in at 400.
  REQUIRE_FALSE(log.supplies.empty());
  CHECK(log.supplies[0].ordered == 81);
  CHECK(log.supplies[0].arrived == 331);
  CHECK(log.supplies[0].pumped == 400);
  CHECK(log.supplies[0].ml == 500000);
  // Dry at 300 as without it (100 + 200 litres); a truck brings 80 from 400 on: 13 minutes to load (5 + 80/10), ten to
  // drive, 13 to unload, one to restart.
  REQUIRE(engine.intervals(pump).size() >= 1);
  CHECK(engine.intervals(pump)[0] == cascade::Interval{300, 437});
}
