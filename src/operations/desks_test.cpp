#include <doctest/doctest.h>

#include "operations/conductor.hpp"
#include "support/small_means.hpp"

// Mobile sets, crews and people on duty, by hand.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Draw;
using cascade::Interval;
using operations::Conductor;
using test::MeansSketch;
using Down = std::vector<Interval>;

struct Played {
  MeansSketch::Built built;
  cascade::Engine engine;
  explicit Played(const MeansSketch& sketch)
      : built(sketch.build()), engine(built.program, std::make_unique<Conductor>(built.means)) {
    engine.run(0);
  }
  const operations::Logbook& log() { return static_cast<Conductor*>(engine.director())->log(); }
};

/// Two crisis rooms with a feed-in point each, 1 and 2 km from the one mobile set; their feeders are out.
struct Rooms {
  MeansSketch sketch;
  Component feeder[2] = {0, 0};
  Component room[2] = {0, 0};
  Rooms() {
    sketch.program.horizon = 1000;
    for (int i = 0; i < 2; ++i) feeder[i] = sketch.program.component();
    for (int i = 0; i < 2; ++i) {
      room[i] = sketch.program.component();
      sketch.program.need(room[i], 1, {feeder[i]}, {test::manual(9999, 500)});
      sketch.customer(room[i], 0, 1000.0 * (i + 1), i);
    }
    sketch.means.set_connect = 30;
    sketch.means.set_stay = 60;
    sketch.means.set_tank_ml = 200000;
    sketch.set(0);
  }
};

operations::Roster roster_of(Component component, std::int64_t strength, std::int64_t required) {
  operations::Roster out;
  out.component = component;
  out.id = stable_id("assets/roster");
  out.strength = strength;
  out.teams = 3;
  out.required = required;
  out.attendance = Draw::fixed(8000);
  return out;
}

}  // namespace

TEST_CASE("mobile sets: the first in the order gets the set, the other waits until supply is back there") {
  Rooms world;
  world.sketch.program.hit(world.feeder[0], 0, 99);  // up again at 100
  world.sketch.program.hit(world.feeder[1], 0, 900);
  Played played(world.sketch);
  // Ten minutes on the road, thirty to connect: at 40. Up again a minute later (restart 1).
  CHECK(played.engine.intervals(world.room[0]) == Down{{0, 41}});
  // Supply is back at 100 and stays for an hour: off at 160, disconnected at 190, 1 km further at 200, connected at
  // 230; a litre a minute: 200 − 60 litres are left, until 370.
  CHECK(played.engine.intervals(world.room[1]) == Down{{0, 231}, {370, 902}});
  REQUIRE(played.log().placements.size() == 2);
  CHECK(played.log().placements[0].gone == 160);
  CHECK(played.log().placements[1].brought_ml == 140000);
}

TEST_CASE("mobile sets: one that is not yet free leaves when it is") {
  Rooms world;
  world.sketch.program.hit(world.feeder[0], 0, 900);
  world.sketch.means.set_ready = Draw::fixed(300);
  CHECK(Played(world.sketch).engine.intervals(world.room[0]) == Down{{0, 341}, {540, 902}});
}

TEST_CASE("mobile sets: trucks fill them as they do any tank") {
  Rooms world;
  world.sketch.program.hit(world.feeder[0], 0, 900);
  const auto depot = world.sketch.program.component();
  world.sketch.depot(depot, 0, 100000);
  world.sketch.truck(0);
  CHECK(Played(world.sketch).engine.intervals(world.room[0]) == Down{{0, 41}});
}

TEST_CASE("crews: one crew mends two damages one after the other, the more people first") {
  MeansSketch sketch;
  sketch.program.horizon = 1000;
  const auto a = sketch.program.component(5);
  const auto b = sketch.program.component(5);
  sketch.means.order = operations::Order::people;
  sketch.means.crews.push_back({.site = sketch.site(0), .metres_per_minute = 100});
  const auto damage = [&](Component component, double metres, std::int64_t people) {
    operations::Damage out;
    out.claim = {sketch.site(metres), 0, people};
    out.component = component;
    out.id = stable_id("shocks/s/assets/" + std::to_string(component));
    out.start = 100;
    out.work = 200;
    sketch.means.damages.push_back(out);
  };
  damage(a, 1000, 10);
  damage(b, -1000, 500);
  Played played(sketch);
  // b first: ten minutes there, 200 of work, 5 to restart; then twenty minutes to a.
  CHECK(played.engine.intervals(b) == Down{{100, 315}});
  CHECK(played.engine.intervals(a) == Down{{100, 535}});
}

TEST_CASE("staff: nine shifts of eight hours in 72 hours, short in those to which too few come") {
  MeansSketch sketch;
  sketch.program.horizon = 4320;
  const auto roster = sketch.program.component();
  // 90 people in three teams of 30; 80 % come: 24.
  sketch.means.rosters.push_back(roster_of(roster, 90, 24));
  Played enough(sketch);
  CHECK(enough.log().shifts.size() == 9);
  CHECK(enough.engine.intervals(roster).empty());
  sketch.means.rosters[0].required = 25;
  CHECK(Played(sketch).engine.intervals(roster) == Down{{0, 4320}});
  // A duty that ties 6 people from minute 500 on is felt from the third shift: floor(24 · 0.8) = 19.
  sketch.means.rosters[0].required = 20;
  sketch.means.rosters[0].ties.push_back({"posts", 500, 6});
  CHECK(Played(sketch).engine.intervals(roster) == Down{{960, 4320}});
}

TEST_CASE("staff: more is asked, fewer are there") {
  MeansSketch sketch;
  sketch.program.horizon = 1440;
  const auto roster = sketch.program.component();
  sketch.means.rosters.push_back(roster_of(roster, 90, 20));
  sketch.means.rosters[0].demand.push_back({480, 960, 1.25});  // 25 needed in the second shift, 24 come
  CHECK(Played(sketch).engine.intervals(roster) == Down{{480, 961}});
  sketch.means.rosters[0].demand.clear();
  sketch.means.rosters[0].derate.push_back({960, 1440, 0.8});  // 72 in the roster: floor(24 · 0.8) = 19
  CHECK(Played(sketch).engine.intervals(roster) == Down{{960, 1440}});
}

TEST_CASE("staff: who has no power at home may stay there") {
  MeansSketch sketch;
  sketch.program.horizon = 1440;
  const auto roster = sketch.program.component();
  const auto feeder = sketch.program.component();
  sketch.program.hit(feeder, 100, 500);
  sketch.means.rosters.push_back(roster_of(roster, 90, 24));
  sketch.means.homes = {{feeder, 300}, {roster, 0}};
  sketch.means.family_ppm = 100000;  // of 24 who would come a tenth stays at home: floor(21.6)
  Played played(sketch);
  CHECK(played.engine.intervals(roster) == Down{{480, 961}});
  CHECK(played.log().shifts[1].present == 21);
}

TEST_CASE("staff: with the lights on everyone comes, and no post is held; where half is dark, half of it counts") {
  MeansSketch sketch;
  sketch.program.horizon = 1440;
  const auto roster = sketch.program.component();
  const auto east = sketch.program.component();
  const auto west = sketch.program.component();
  sketch.program.hit(east, 600, 800);
  sketch.means.rosters.push_back(roster_of(roster, 90, 20));
  sketch.means.rosters[0].ties.push_back({"posts", 0, 5});
  sketch.means.homes = {{east, 300}, {west, 300}};
  Played played(sketch);
  REQUIRE(played.log().shifts.size() == 3);
  CHECK(played.log().shifts[1].present == 30);
  CHECK(played.log().shifts[1].elsewhere == 0);
  // Half of five posts are three people; 80 % come in the dark half: floor(27 · 0.9) = 24.
  CHECK(played.log().shifts[2].elsewhere == 3);
  CHECK(played.log().shifts[2].present == 24);
}

TEST_CASE("staff: every hour of everyone is on duty, at rest, tied, absent, at home or away") {
  MeansSketch sketch;
  sketch.program.horizon = 1440;
  const auto roster = sketch.program.component();
  const auto feeder = sketch.program.component();
  sketch.program.hit(feeder, 0, 1440);
  // 100 people, of whom 85 are there: three teams of 28, 57 at rest. Four of the team are tied elsewhere; of 24 who are
  // due 80 % would come, floor(19.2) = 19, and a tenth of those who have no power at home stay there: floor(17.28)
  // = 17.
  sketch.means.rosters.push_back(roster_of(roster, 100, 17));
  sketch.means.rosters[0].derate.push_back({0, 1440, 0.85});
  sketch.means.rosters[0].ties.push_back({"posts", 0, 4});
  sketch.means.homes = {{feeder, 300}};
  sketch.means.family_ppm = 100000;
  Played played(sketch);
  REQUIRE(played.log().shifts.size() == 3);
  const auto& second = played.log().shifts[1];
  CHECK(second.away == 15);
  CHECK(second.resting == 57);
  CHECK(second.elsewhere == 4);
  CHECK(second.due == 24);
  CHECK(second.absent == 5);
  CHECK(second.at_home == 2);
  CHECK(second.present == 17);
}

TEST_CASE("demand: while twice as much is asked a stock lasts half as long") {
  MeansSketch sketch;
  sketch.program.horizon = 1000;
  const auto grid = sketch.program.component();
  const auto sewer = sketch.program.component();
  sketch.program.need(sewer, 1, {grid}, {test::reservoir(480)});
  sketch.program.hit(grid, 100, 800);
  const auto down = [&](std::vector<operations::Factor> paces) {
    auto built = sketch.build();
    built.means.drains.push_back({.need = built.program.need_begin[sewer],
                                  .backup = built.program.backup_begin[built.program.need_begin[sewer]],
                                  .paces = std::move(paces)});
    cascade::Engine engine(built.program, std::make_unique<Conductor>(built.means));
    engine.run(0);
    return engine.intervals(sewer);
  };
  CHECK(down({}) == Down{{580, 902}});
  CHECK(down({{0, 1000, 2}}) == Down{{340, 902}});
  // Twice as fast from 200 to 300: a hundred minutes take two hundred, so that it ends a hundred minutes sooner.
  CHECK(down({{200, 300, 2}}) == Down{{480, 902}});
  // A quarter faster all the time: 480 / 1.25 = 384 minutes.
  CHECK(down({{0, 1000, 1.25}}) == Down{{484, 902}});
  // Two that hold at once multiply.
  CHECK(down({{0, 1000, 2}, {0, 1000, 1.5}}) == Down{{260, 902}});
}
