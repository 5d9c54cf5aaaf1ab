#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "cascade/compile.hpp"
#include "help/help.hpp"
#include "reach/reach.hpp"
#include "support/drawn_region.hpp"
#include "support/property.hpp"

// People on random regions: nobody is helped twice, nobody is lost, and places that are alike fare alike.

namespace {

using namespace veer;
using test::Figure;
using test::RegionSketch;

constexpr int cases = 60;

/// One of the areas of a random region: what lives there and what it hangs on.
struct Quarter {
  std::vector<int> residents;  ///< by zone
  double mutual_help = 0.5;
  double volunteers = 0;
};

Quarter any_quarter() {
  Quarter out;
  for (int z = *rc::gen::inRange(1, 4); z > 0; --z) out.residents.push_back(*rc::gen::inRange(0, 3000));
  out.mutual_help = *rc::gen::inRange(0, 100) / 100.0;
  out.volunteers = *rc::gen::inRange(0, 300);
  return out;
}

/// A region of these places on one grid, with a mast on a battery and a pump; the grid and the pump fail at some time.
struct Town {
  Town(const std::vector<Quarter>& places, double battery_h, double begin_h, double length_h, double pump_h) {
    RegionSketch sketch;
    sketch.asset("grid").asset("pump").service("telecom").asset("mast");
    sketch.need("mast", {"grid"}).reservoir(battery_h);
    sketch.parameter("support.visit.mild", Figure::share(0.5)).parameter("support.visit.cold", Figure::share(0.5));
    sketch.parameter("audience", Figure::share(0.8));
    for (const char* id : {"alert", "radio"})
      sketch.row("channels", {{"id", id},
                              {"name_nl", id},
                              {"name_en", id},
                              {"sender", id == std::string("alert") ? "mast" : "grid"},
                              {"reach", "audience"},
                              {"delay_h", "0"}});
    for (std::size_t a = 0; a < places.size(); ++a) {
      const std::string area = "a" + std::to_string(a);
      sketch.area(area);
      for (std::size_t z = 0; z < places[a].residents.size(); ++z) {
        const std::string zone = area + "z" + std::to_string(z);
        sketch.zone(zone, places[a].residents[z]);
        sketch.daily(zone, "water", {"pump"}).daily(zone, "information", {"mast"}).daily(zone, "light", {"grid"});
        sketch.daily(zone, "alarm", {"mast"});
      }
    }
    sketch.hazard("dark", 40).shock("id=grid", begin_h, length_h).shock("id=pump", pump_h, 9);
    region = sketch.build();
    for (std::size_t a = 0; a < places.size(); ++a) {
      region.areas[a].mutual_help = places[a].mutual_help;
      region.areas[a].volunteers = places[a].volunteers;
    }
    for (auto& zone : region.zones) zone.feeding_area = *region.find_asset("grid");
    compiled = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 5}).value();
    std::vector<people::Leaf> leaves;
    for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
    population = people::Population::build(region, leaves, {}, compiled.program.horizon).value();
    auto wanted = help::wanted(region, compiled);
    const auto heard = reach::wanted(region, compiled);
    wanted.insert(wanted.end(), heard.begin(), heard.end());
    wanted.push_back(1);
    record = cascade::DownRecord::play(compiled.program, wanted, 3, 1, cascade::EngineKind::events);
  }
  [[nodiscard]] help::Outcome helped(const help::Question& question) const {
    return help::play({region, compiled, population, record}, question, 1).value();
  }
  [[nodiscard]] reach::HourlyReach heard() const {
    const reach::World world{region, compiled, population, record, region::HazardId{0}};
    return reach::hourly_reach(reach::ReadyChannels::prepare(world).value(), 1);
  }

  region::Region region;
  cascade::CompiledRegion compiled;
  people::Population population;
  cascade::DownRecord record;
};

/// Times of a random outage, in hours.
struct Times {
  double battery = *rc::gen::inRange(0, 20);
  double begin = *rc::gen::inRange(0, 20);
  double length = *rc::gen::inRange(1, 40);
  double pump = *rc::gen::inRange(0, 30);
};
Town town_of(const std::vector<Quarter>& places, const Times& t) {
  return {places, t.battery, t.begin, t.length, t.pump};
}

}  // namespace

TEST_CASE("help: on random regions nobody is helped twice and nobody is lost") {
  std::int64_t helped = 0;
  std::int64_t waited = 0;
  CHECK(test::holds("people are conserved", cases, [&] {
    std::vector<Quarter> places;
    for (int a = *rc::gen::inRange(1, 4); a > 0; --a) places.push_back(any_quarter());
    const Town town = town_of(places, {});
    help::Question question{.points = {}, .call = *rc::gen::inRange(0, 600), .start_hour = *rc::gen::inRange(0, 24)};
    for (int p = *rc::gen::inRange(0, 3); p > 0; --p)
      question.points.push_back({.component = 1,
                                 .capacity_per_h = static_cast<double>(*rc::gen::inRange(0, 50)),
                                 .residents = {{*rc::gen::inRange<std::size_t>(0, places.size()),
                                                static_cast<double>(*rc::gen::inRange(0, 2000))}}});
    if (*rc::gen::arbitrary<bool>()) question.demand.push_back({0, *rc::gen::inRange(1, 2400), 3});
    const help::Outcome out = town.helped(question);
    std::int64_t residents = 0;
    for (const region::Zone& zone : town.region.zones) residents += std::int64_t{zone.residents} * 1000;
    for (std::size_t i = 0; i < out.unmet.size(); ++i) {
      RC_ASSERT(out.unmet[i] == out.neighbours[i] + out.volunteers[i] + out.points[i] + out.left[i]);
      for (const std::int64_t part : {out.neighbours[i], out.volunteers[i], out.points[i], out.left[i]})
        RC_ASSERT(part >= 0);
      RC_ASSERT(out.unmet[i] <= residents);
      helped += out.unmet[i] - out.left[i];
    }
    // Neighbours help no more people at once, over all needs, than they can.
    for (std::size_t r = 0; r < out.replicas; ++r)
      for (std::size_t hour = 0; hour < out.hours; ++hour) {
        std::int64_t busy = 0;
        for (std::size_t n = 0; n < out.needs; ++n) busy += out.neighbours[(r * out.needs + n) * out.hours + hour];
        RC_ASSERT(static_cast<double>(busy) <= 1000 * out.capacity[r * out.days + hour / 24] + 1e-6);
      }
    std::int64_t arrived = 0;
    for (std::size_t i = 0; i < out.calls_wanted.size(); ++i) {
      RC_ASSERT(out.calls_wanted[i] == out.calls_impossible[i] + out.calls_unanswered[i] + out.calls_answered[i]);
      RC_ASSERT(out.calls_impossible[i] >= 0);
      RC_ASSERT(out.calls_unanswered[i] >= 0);
      RC_ASSERT(out.calls_answered[i] >= 0);
      arrived += out.visitors[i] - out.served[i] - out.turned_away[i];
    }
    for (const std::int64_t still : out.still_waiting) arrived -= still;
    RC_ASSERT(arrived == 0);
    for (const std::int64_t row : out.queue) waited += row;
    for (const help::Vulnerable& row : out.vulnerable)
      for (const std::int64_t without : row.without) RC_ASSERT(without <= row.heads + 1);
  }));
  CHECK(helped > 1'000'000);
  CHECK(waited > 1'000'000);
}

TEST_CASE("help and reach: areas that are alike fare alike, and the order of the tables decides nothing") {
  CHECK(test::holds("symmetric regions", cases, [] {
    const Quarter one = any_quarter();
    const Quarter other = any_quarter();
    const Times times;
    const Town there = town_of({one, other, one}, times);
    const Town back = town_of({one, one, other}, times);
    const help::Outcome a = there.helped({});
    const help::Outcome b = back.helped({});
    RC_ASSERT(a.unmet == b.unmet);
    RC_ASSERT(a.left == b.left);
    RC_ASSERT(a.calls_wanted == b.calls_wanted);
    const reach::HourlyReach heard = there.heard();
    for (std::size_t hour = 0; hour < heard.hours; ++hour) {
      RC_ASSERT(heard.areas[hour].mean == heard.areas[2 * heard.hours + hour].mean);
      RC_ASSERT(heard.areas[hour].p95 == heard.areas[2 * heard.hours + hour].p95);
    }
  }));
}
