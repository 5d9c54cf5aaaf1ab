#include "help/help.hpp"

#include <doctest/doctest.h>

#include "region/help_figures.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using test::Figure;
using test::RegionSketch;

namespace {

/// A village of 1,000 in the dark for a day; its mast lasts two hours. Every figure of help is fixed.
RegionSketch village() {
  RegionSketch sketch;
  sketch.asset("grid").service("telecom").asset("mast");
  sketch.need("mast", {"grid"}).reservoir(2);
  sketch.area("a").zone("a1", 1000);
  sketch.daily("a1", "information", {"mast"}).daily("a1", "light", {"grid"}).daily("a1", "alarm", {"mast"});
  sketch.parameter("help.neighbours", Figure::share(0.2))
      .parameter("help.neighbours.people", Figure(1))
      .parameter("help.neighbours.stays", Figure::share(0.5))
      .parameter("help.can.information", Figure::share(0.8))
      .parameter("help.can.light", Figure::share(0.4))
      .parameter("help.can.alarm", Figure::share(0))
      .parameter("help.volunteers.called", Figure::share(0.1))
      .parameter("support.volunteers.uncalled", Figure::share(0.04))
      .parameter("help.volunteers.on_duty", Figure::share(0.5))
      .parameter("help.volunteers.people", Figure(6))
      .parameter("calls.per_resident", Figure(87.66))  // 10 calls an hour of 1,000 people
      .parameter("calls.factor", Figure(3))
      .parameter("calls.surge", Figure(5))
      .parameter("calls.later", Figure(1))
      .parameter("calls.capacity", Figure(2))
      .parameter("vulnerable.ventilation", Figure(1000))
      .parameter("vulnerable.ventilation.battery", Figure(8))
      .parameter("harm.mortality", Figure(8.766))
      .parameter("harm.excess", Figure::share(0.5))
      .parameter("support.visit.mild", Figure::share(0.12))
      .parameter("support.visit.cold", Figure::share(0.12))
      .parameter("help.points.relief", Figure(2));
  sketch.hazard("dark", 48).shock("id=grid", 0, 24);
  return sketch;
}

/// The village with neighbours of an average index and a hundred volunteers, played.
struct Helped {
  explicit Helped(std::size_t threads = 1, std::uint32_t replicas = 3, help::Question question = {})
      : region(village().build()) {
    region.areas[0].mutual_help = 0.5;
    region.areas[0].volunteers = 100;
    region.zones[0].feeding_area = *region.find_asset("grid");
    compiled = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 5}).value();
    std::vector<people::Leaf> leaves;
    for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
    population = people::Population::build(region, leaves, {}, compiled.program.horizon).value();
    auto wanted = help::wanted(region, compiled);
    for (const auto& point : question.points) wanted.push_back(point.component);
    record = cascade::DownRecord::play(compiled.program, wanted, replicas, threads, cascade::EngineKind::events);
    outcome = help::play({region, compiled, population, record}, question, threads).value();
  }
  /// Of the first replica.
  [[nodiscard]] std::int64_t at(const std::vector<std::int64_t>& values, const char* need, std::size_t hour) const {
    for (std::size_t n = 0; n < population.needs().size(); ++n)
      if (region.services[population.needs()[n].index()].id == need) return values[n * outcome.hours + hour];
    return -1;
  }

  region::Region region;
  cascade::CompiledRegion compiled;
  people::Population population;
  cascade::DownRecord record;
  help::Outcome outcome;
};

}  // namespace

TEST_CASE("help: neighbours help with information before light, and half as many on the second day") {
  const Helped world;
  const help::Outcome& out = world.outcome;
  // 1,000 adults × 0.2 = 200 people at once; 100 volunteers × 0.1 = 10 come within 12 hours of the call at hour 1.
  CHECK(world.at(out.unmet, "information", 1) == 0);  // the mast still runs
  CHECK(world.at(out.unmet, "light", 1) == 1'000'000);
  CHECK(world.at(out.neighbours, "light", 1) == 200'000);
  CHECK(world.at(out.unmet, "information", 7) == 1'000'000);
  CHECK(world.at(out.neighbours, "information", 7) == 200'000);
  CHECK(world.at(out.neighbours, "light", 7) == 0);
  // Hour 7: half of the ten have come, half of them are on duty, each for six people: 15.
  CHECK(world.at(out.volunteers, "information", 7) == doctest::Approx(15'000).epsilon(0.001));
  CHECK(world.at(out.left, "information", 7) == doctest::Approx(785'000).epsilon(0.001));
  CHECK(world.at(out.neighbours, "information", 24) == 100'000);
  CHECK(out.capacity[0] == doctest::Approx(200));
  CHECK(out.capacity[1] == doctest::Approx(100));
}

TEST_CASE("help: a call that goes out after the mast has stopped brings no more than come without one") {
  const Helped world;
  const help::Outcome& out = world.outcome;
  CHECK(out.registered == 100);
  CHECK(out.come[0] == doctest::Approx(10));
  CHECK(out.come_uncalled[0] == doctest::Approx(4));
  // Calls at 0, 1, 2, 4 and 8 hours.
  CHECK(out.come_at[0] == doctest::Approx(10));
  CHECK(out.come_at[std::size_t{1} * out.replicas] == doctest::Approx(10));
  CHECK(out.come_at[std::size_t{2} * out.replicas] == doctest::Approx(4));
  CHECK(out.come_at[std::size_t{4} * out.replicas] == doctest::Approx(4));
}

TEST_CASE("help: calls are answered up to the capacity, and impossible without a line") {
  const Helped world;
  const help::Outcome& out = world.outcome;
  // Three times ten calls an hour in the first five hours, of which twenty can be answered; from hour 2 there is no
  // line.
  CHECK(out.calls_wanted[0] == 30'000);
  CHECK(out.calls_answered[0] == 20'000);
  CHECK(out.calls_unanswered[0] == 10'000);
  CHECK(out.calls_impossible[2] == 30'000);
  CHECK(out.calls_answered[2] == 0);
  CHECK(out.calls_wanted[6] == 10'000);
  CHECK(out.calls_answered[30] == 10'000);
}

TEST_CASE("help: a ventilator stops when its battery is empty; excess deaths follow the hours in the dark") {
  const Helped world;
  const help::Outcome& out = world.outcome;
  REQUIRE(out.vulnerable.front().id == "ventilation");
  CHECK(out.vulnerable.front().heads == 10'000);
  CHECK(out.vulnerable.front().without[7] == 0);
  CHECK(out.vulnerable.front().without[8] == 10'000);
  CHECK(out.vulnerable.front().without[30] == 0);
  // 25 hours at whose first minute it is dark, 1,000 people, 8.766 deaths per 1,000 people a year, half as many more.
  CHECK(out.deaths[0] == doctest::Approx(25 * 8.766 / 8766 * 0.5));
}

TEST_CASE("help: visitors of a support point are relieved for some hours, and wait when it is busy") {
  // The point hangs on the mast, so that it is shut from hour 2 on; 1,000 people, 0.12 a day over twelve hours: ten an
  // hour from 8 o'clock.
  const Helped shut(1, 1,
                    {.points = {{.component = 1, .capacity_per_h = 4, .residents = {{0, 1000.0}}}}, .start_hour = 8});
  CHECK(shut.outcome.visitors[0] == 10'000);
  CHECK(shut.outcome.served[0] == 4'000);
  CHECK(shut.outcome.queue[0] == 6'000);
  CHECK(shut.outcome.served[1] == 4'000);
  CHECK(shut.outcome.turned_away[2] == 22'000);  // twelve who waited and ten who came
  CHECK(shut.at(shut.outcome.points, "light", 0) == 4'000);
  CHECK(shut.at(shut.outcome.points, "light", 1) == 8'000);
  CHECK(shut.at(shut.outcome.points, "light", 2) == 4'000);
  CHECK(shut.at(shut.outcome.points, "light", 3) == 0);
}

TEST_CASE(
    "help: in every hour unmet is helped and left, calls are impossible, unanswered or answered, on any threads") {
  const help::Question question{.points = {{.component = 1, .capacity_per_h = 30, .residents = {{0, 1000.0}}}}};
  const Helped one(1, 40, question);
  const Helped four(4, 40, question);
  const help::Outcome& a = one.outcome;
  for (std::size_t i = 0; i < a.unmet.size(); ++i) {
    CHECK(a.unmet[i] == a.neighbours[i] + a.volunteers[i] + a.points[i] + a.left[i]);
    CHECK(a.left[i] >= 0);
  }
  std::int64_t waiting = 0;
  for (std::size_t i = 0; i < a.calls_wanted.size(); ++i) {
    CHECK(a.calls_wanted[i] == a.calls_impossible[i] + a.calls_unanswered[i] + a.calls_answered[i]);
    waiting += a.visitors[i] - a.served[i] - a.turned_away[i];
  }
  for (const std::int64_t still : a.still_waiting) waiting -= still;
  CHECK(waiting == 0);
  CHECK(a.left == four.outcome.left);
  CHECK(a.come == four.outcome.come);
  CHECK(a.unrest == four.outcome.unrest);
}

TEST_CASE("help: a hazard that makes people call more fills the lines, for as long as it lasts") {
  // Twice as many calls from hour 0 to 2 and from hour 30 on, and there three times on top.
  const Helped world(1, 3, {.points = {}, .demand = {{0, 120, 2}, {1800, 2880, 2}, {1800, 1860, 3}}});
  const help::Outcome& out = world.outcome;
  CHECK(out.calls_wanted[0] == 60'000);  // thirty without it
  CHECK(out.calls_unanswered[0] == 40'000);
  CHECK(out.calls_wanted[2] == 30'000);
  CHECK(out.calls_wanted[30] == 60'000);
  CHECK(out.calls_wanted[31] == 20'000);
  CHECK(out.calls_answered[31] == 20'000);
}

TEST_CASE("help: only demand on a control room is about calls, and a roster is none") {
  auto sketch = village();
  sketch.row("organisations", {{"id", "desk"}, {"name", "Desk"}, {"kind", "control_room"}, {"track", "car"}});
  sketch.asset("room").asset("roster");
  sketch.set("assets", "room", "organisation", "desk").set("assets", "roster", "organisation", "desk");
  sketch.set("assets", "roster", "kind", "roster");
  sketch.hazard("rush", 48).shock("id=room", 1, 2, {.kind = "demand", .magnitude = 3});
  sketch.row("resources", {{"id", "people"}, {"kind", "duty_staff"}, {"amount", "9"}, {"base", "roster"}});
  sketch.shock("id=roster", 1, 2, {.kind = "demand", .magnitude = 5});
  const auto region = sketch.build();
  const auto demand = help::call_demand(region, *region.find_hazard("rush"));
  REQUIRE(demand.size() == 1);
  CHECK(demand[0].from == 60);
  CHECK(demand[0].until == 180);
  CHECK(demand[0].factor == 3);
  CHECK(help::call_demand(region, *region.find_hazard("dark")).empty());
}

namespace {

/// A country of so many people under one sky in the six days of July 2019 (heat_of_2019 of the shipped heat wave), with
/// the reserve of households and the strength of the air as shipped, and `harm.heat` at its typical value.
help::Outcome july_2019(int residents, std::uint32_t replicas, const std::string& points) {
  RegionSketch sketch;
  sketch.asset("air");
  sketch.set("assets", "air", "kind", "outdoor_air");
  sketch.area("a").zone("a1", residents);
  sketch.daily("a1", "cooling", {"air"});
  auto strength = Figure::triangular(27, 30, 33);
  strength.unit = "degrees C";
  sketch.parameter("fragility.heat.outdoor_air", strength);
  sketch.parameter("harm.heat", Figure(region::help_parameter(region::Region{}, "harm.heat").typical));
  sketch.row("parameters", {{"id", "reserve.sketch.cooling"},
                            {"subject", "home"},
                            {"parameter", "hours"},
                            {"low", "0"},
                            {"typical", "2000"},
                            {"high", "2000"},
                            {"unit", "h"},
                            {"distribution", "empirical"},
                            {"points", points}});
  sketch.hazard("july", 168);
  double noon = 12;
  for (const double degrees : {31.0, 31.0, 36.4, 37.5, 31.0, 31.0}) {
    sketch.shock("id=air", noon, 24, {.kind = "heat", .magnitude = degrees});
    noon += 24;
  }
  const auto region = sketch.build();
  const auto compiled = cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 7}).value();
  std::vector<people::Leaf> leaves;
  for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
  const auto population = people::Population::build(region, leaves, {}, compiled.program.horizon).value();
  const auto record = cascade::DownRecord::play(compiled.program, help::wanted(region, compiled), replicas, 1,
                                                cascade::EngineKind::events);
  return help::play({region, compiled, population, record}, {}, 1).value();
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("help: 17.3 million people in the heat of July 2019 have the 400 extra deaths that were counted") {
  // Too hot for 2 days surely and 4 with chance 7/9: 122.7 h in the mean, and never less than 48. 34 % of households
  // run out evenly between 6 and 48 h, after 27 in the mean: 0.34 · (122.7 - 27) = 32.5 h a head, 563 million
  // person-hours, times 0.71 in a million. CBS: 2,964 deaths, almost 400 more than in an average week of summer.
  const auto out = july_2019(17'300'000, 600, "0:6 0.34:48 0.34:2000 1:2000");
  CHECK(mean_of(out.heat_deaths) == doctest::Approx(400).epsilon(0.03));
  CHECK(mean_of(out.deaths) == 0);  // the lights are on
}

TEST_CASE("help: half the people have half the deaths by heat, and homes that stay cool have none") {
  const std::string third = "0:6 0.34:48 0.34:2000 1:2000";
  const double all = mean_of(july_2019(1'000'000, 8, third).heat_deaths);
  CHECK(all > 0);
  CHECK(mean_of(july_2019(500'000, 8, third).heat_deaths) == doctest::Approx(all / 2).epsilon(1e-6));
  CHECK(mean_of(july_2019(1'000'000, 8, "0:2000 1:2000").heat_deaths) == 0);
}
