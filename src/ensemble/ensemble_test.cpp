#include "ensemble/ensemble.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "ensemble/output_trial.hpp"
#include "ensemble/statistics.hpp"
#include "support/ready_region.hpp"

namespace {

using namespace veer;
using cascade::CauseKind;
using doctest::Approx;
using ensemble::Outcome;
using ensemble::Settings;
using test::Figure;
using test::RegionSketch;

/// A region that says how it is run.
struct Ready : test::ReadyRegion {
  using ReadyRegion::ReadyRegion;
  [[nodiscard]] Outcome run(const Settings& settings) const { return ensemble::run(world(), settings); }
};

/// A pump with an hour of battery serves 100 people with two hours of water at home; 20 of them are over 65 and have
/// four. Ten hours without grid.
RegionSketch well() {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(1);
  sketch.zone("z", 100, {{"over_65", 20}}).daily("z", "water", {"pump"}).daily("z", "light", {"grid"});
  sketch.set("zones", "z", "jobs", "40")
      .set("zones", "z", "businesses", "7")
      .set("areas", "area", "jobs", "40")
      .set("areas", "area", "businesses", "7");
  sketch.parameter("reserve.sketch.water", 2)
      .parameter("reserve.sketch.water.over_65", 4)
      .parameter("reserve.sketch.light", 0);
  sketch.process("crisis", 2, 8).level("crisis", "minimum", {"pump"}).level("crisis", "full", {"grid"});
  return sketch.outage("grid", 10, 24);
}

void check_same(const ensemble::Curves& a, const ensemble::Curves& b, std::size_t replicas) {
  REQUIRE(a.row_count() == b.row_count());
  REQUIRE(a.hour_count() == b.hour_count());
  for (std::size_t row = 0; row < a.row_count(); ++row)
    for (std::size_t hour = 0; hour < a.hour_count(); ++hour) {
      const auto one = a.points(row, replicas)[hour];
      const auto other = b.points(row, replicas)[hour];
      using Bits = std::array<double, 5>;
      using Words = std::array<std::uint64_t, 5>;
      CHECK(std::bit_cast<Words>(Bits{one.mean, one.standard_error, one.p5, one.p50, one.p95}) ==
            std::bit_cast<Words>(Bits{other.mean, other.standard_error, other.p5, other.p50, other.p95}));
    }
}

void check_same(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    CHECK(std::bit_cast<std::uint64_t>(a[i]) == std::bit_cast<std::uint64_t>(b[i]));
}

void check_same(const std::vector<std::vector<ensemble::PhaseRun>>& a,
                const std::vector<std::vector<ensemble::PhaseRun>>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    REQUIRE(a[i].size() == b[i].size());
    for (std::size_t r = 0; r < a[i].size(); ++r) {
      using Words = std::array<std::uint32_t, 5>;
      CHECK(std::bit_cast<Words>(a[i][r]) == std::bit_cast<Words>(b[i][r]));
    }
  }
}

void check_same(const Outcome& a, const Outcome& b) {
  CHECK(a.replicas == b.replicas);
  CHECK(a.hours == b.hours);
  check_same(a.area_unmet, b.area_unmet, a.replicas);
  check_same(a.area_without, b.area_without, a.replicas);
  check_same(a.municipality_unmet, b.municipality_unmet, a.replicas);
  check_same(a.municipality_without, b.municipality_without, a.replicas);
  check_same(a.region_unmet, b.region_unmet, a.replicas);
  check_same(a.region_without, b.region_without, a.replicas);
  check_same(a.services, b.services, a.replicas);
  check_same(a.economy, b.economy, a.replicas);
  CHECK(a.group_unmet == b.group_unmet);
  CHECK(a.down_count == b.down_count);
  CHECK(a.full_down_minutes == b.full_down_minutes);
  CHECK(a.limiting == b.limiting);
  CHECK(a.unmet == b.unmet);
  check_same(a.total_unmet_h, b.total_unmet_h);
  check_same(a.paired_total_h, b.paired_total_h);
  CHECK(a.asset_down == b.asset_down);
  CHECK(a.deadlocked == b.deadlocked);
  CHECK(a.group_draws == b.group_draws);
  check_same(a.service_phases, b.service_phases);
  check_same(a.need_phases, b.need_phases);
  REQUIRE(a.processes.size() == b.processes.size());
  for (std::size_t p = 0; p < a.processes.size(); ++p) {
    REQUIRE(a.processes[p].size() == b.processes[p].size());
    for (std::size_t r = 0; r < a.processes[p].size(); ++r) {
      const auto& one = a.processes[p][r];
      const auto& other = b.processes[p][r];
      CHECK(std::tie(one.first_failure, one.recovered, one.longest, one.down, one.interruptions) ==
            std::tie(other.first_failure, other.recovered, other.longest, other.down, other.interruptions));
    }
  }
}

std::size_t need_index(const Ready& ready, const char* need) {
  for (std::size_t n = 0; n < ready.population.needs().size(); ++n)
    if (ready.region.services[ready.population.needs()[n].index()].id == need) return n;
  FAIL("no such need");
  return 0;
}

}  // namespace

TEST_CASE("ensemble: unmet person-hours of a small region by hand") {
  // Grid down [0, 601), pump [60, 602), tap [60, 603): 543 minutes unserved, less 120 (240 for the over 65) at home.
  // Light [0, 602).
  const Ready ready(well());
  auto outcome = ready.run({.replicas = 3});
  const std::size_t water = need_index(ready, "water");
  const std::size_t light = need_index(ready, "light");
  for (std::size_t r = 0; r < 3; ++r) {
    CHECK(outcome.unmet_of(r, 0, water, 0, 1) == 100 * (543 - 120));
    CHECK(outcome.unmet_of(r, 0, water, 1, 1) == 20 * (543 - 240));
    CHECK(outcome.unmet_of(r, 0, light, 0, 1) == 100 * 602);
    CHECK(outcome.total_unmet_h[r] == Approx((100 * 423 + 100 * 602) / 60.0));
  }
}

TEST_CASE("ensemble: the curves hold the state in the minute on the hour") {
  const Ready ready(well());
  const auto outcome = ready.run({.replicas = 2});
  const std::size_t water = need_index(ready, "water");
  const auto without = [&](std::size_t hour) { return outcome.area_without.points(water, 2)[hour].mean; };
  const auto unmet = [&](std::size_t hour) { return outcome.area_unmet.points(water, 2)[hour].mean; };
  CHECK(without(0) == 0);
  CHECK(without(1) == 100);  // down from minute 60
  CHECK(without(10) == 100);
  CHECK(without(11) == 0);
  CHECK(unmet(2) == 0);    // 60 minutes without
  CHECK(unmet(3) == 100);  // 120: the stock at home is gone
  CHECK(unmet(10) == 100);
  for (const auto* const curves : {&outcome.municipality_without, &outcome.region_without})
    CHECK(curves->points(water, 2)[5].mean == 100);
  for (const auto* const curves : {&outcome.municipality_unmet, &outcome.region_unmet})
    CHECK(curves->points(water, 2)[2].mean == 0);
  CHECK(outcome.services.points(0, 2)[0].mean == 1);  // the grid; the pump still has its battery
  CHECK(outcome.services.points(0, 2)[1].mean == 2);
  CHECK(outcome.economy.points(0, 2)[10].mean == 40);
  CHECK(outcome.economy.points(1, 2)[10].mean == 7);
  CHECK(outcome.economy.points(0, 2)[11].mean == 0);
}

TEST_CASE("ensemble: of every group it is kept how many miss a need by area and hour, after their own reserve") {
  const Ready ready(well());
  const auto outcome = ready.run({.replicas = 3});
  const std::size_t water = need_index(ready, "water");
  const auto old = static_cast<std::size_t>(region::Group::over_65);
  const auto unmet = [&](std::size_t need, std::size_t group, std::size_t hour) {
    return outcome.group_mean(0, need, group, hour);
  };
  CHECK(ready.population.members(0, water, old) == 20);
  CHECK(ready.population.members(0, water, old + 1) == 0);
  CHECK(unmet(water, old, 4) == 0);   // without from minute 60, with four hours at home
  CHECK(unmet(water, old, 5) == 20);  // minute 300: the stock is gone
  CHECK(unmet(water, old, 10) == 20);
  CHECK(unmet(water, old, 11) == 0);
  CHECK(unmet(water, old + 1, 5) == 0);
  const std::size_t light = need_index(ready, "light");
  CHECK(unmet(light, old, 0) == 20);
  CHECK(unmet(light, old, 10) == 20);  // the grid is back at minute 601
  CHECK(unmet(light, old, 11) == 0);
}

TEST_CASE(
    "ensemble: the hours of a group add up to its person-hours, over two neighbourhoods with stocks of their own") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(1);
  sketch.zone("y", 60, {{"over_65", 30}, {"low_income", 10}}).daily("y", "water", {"pump"});
  sketch.zone("z", 100, {{"over_65", 20}}).daily("z", "water", {"grid"});
  sketch.parameter("reserve.sketch.water", 2).parameter("reserve.sketch.water.over_65", 4);
  const Ready ready(sketch.outage("grid", 10, 24));
  const auto outcome = ready.run({.replicas = 70});
  const std::size_t water = need_index(ready, "water");
  for (const auto group : {region::Group::over_65, region::Group::low_income}) {
    const auto g = static_cast<std::size_t>(group);
    double hours = 0;
    for (std::size_t hour = 0; hour < outcome.hours; ++hour) hours += outcome.group_mean(0, water, g, hour);
    double minutes = 0;
    auto copy = outcome;
    for (std::size_t r = 0; r < outcome.replicas; ++r)
      minutes += static_cast<double>(copy.unmet_of(r, 0, water, 1 + g, 1)) / outcome.replicas;
    // y is without from minute 60, z from 0. Of 65 and over, four hours at home: 30 people at hours 5–10, 20 at 4–10;
    // low income, two hours: 10 people at hours 3–10.
    const bool old = group == region::Group::over_65;
    CHECK(hours == (old ? 30 * 6 + 20 * 7 : 10 * 8));
    // On the hour against to the minute: an hour at most for each person.
    CHECK(std::abs(hours - minutes / 60) <= (old ? 50 : 10));
  }
}

TEST_CASE("ensemble: what is kept of processes and assets") {
  const Ready ready(well());
  const auto outcome = ready.run({.replicas = 3});
  const auto& run = outcome.processes[0][1];
  CHECK(run.first_failure == 60);
  CHECK(run.recovered == 603);
  CHECK(run.longest == 543);
  CHECK(run.down == 543);
  CHECK(run.interruptions == 1);
  CHECK(outcome.full_down_minutes == std::vector<std::int64_t>{3 * 602});
  CHECK(outcome.limiting[0] ==
        std::map<cascade::Cause, std::uint32_t>{{cascade::Cause{CauseKind::reservoir_empty, 1, 0, 0}, 3}});
  CHECK(outcome.asset_down == std::vector<std::vector<std::uint16_t>>{{601, 601, 601}, {542, 542, 542}});
  // Rows: grid, pump, then the process; 24 hours each.
  CHECK(outcome.down_count[0 * 24 + 10] == 3);
  CHECK(outcome.down_count[1 * 24 + 0] == 0);
  CHECK(outcome.down_count[2 * 24 + 10] == 3);
  CHECK(outcome.down_count[2 * 24 + 11] == 0);
}

TEST_CASE("ensemble: a process without a full level has no downtime of it") {
  RegionSketch sketch;
  sketch.asset("grid").process("crisis", 2, 8).level("crisis", "minimum", {"grid"});
  const Ready ready(sketch.outage("grid", 100, 24));
  const auto outcome = ready.run({.replicas = 1});
  CHECK(outcome.full_down_minutes == std::vector<std::int64_t>{-1});
  CHECK(outcome.processes[0][0].recovered == 1440);  // not back by the horizon
}

TEST_CASE("ensemble: two interruptions are counted, the longest is the longest single one") {
  RegionSketch sketch;
  sketch.asset("grid")
      .process("crisis", 2, 8)
      .level("crisis", "minimum", {"grid"})
      .hazard("two", 24)
      .shock("id=grid", 1, 2)
      .shock("id=grid", 10, 5);
  const Ready ready(sketch);
  const auto run = ready.run({.replicas = 1}).processes[0][0];
  CHECK(run.interruptions == 2);
  CHECK(run.first_failure == 60);
  CHECK(run.longest == 302);
  CHECK(run.down == 122 + 302);
  CHECK(run.recovered == 902);
}

TEST_CASE("ensemble: unserved minutes go on where they stopped at the next interruption") {
  RegionSketch sketch;
  sketch.asset("grid")
      .zone("z", 10)
      .daily("z", "water", {"grid"})
      .parameter("reserve.sketch.water", 3)
      .hazard("two", 24)
      .shock("id=grid", 1, 2)
      .shock("id=grid", 10, 5);
  const Ready ready(sketch);
  // Tap down [60, 182) and [600, 902): 122 + 302 minutes, of which 180 are carried.
  const auto outcome = ready.run({.replicas = 1});
  CHECK(outcome.unmet[0] == 10 * (424 - 180));
  CHECK(outcome.area_unmet.points(0, 1)[10].mean == 0);   // u = 122
  CHECK(outcome.area_unmet.points(0, 1)[11].mean == 10);  // u = 182
}

TEST_CASE("ensemble: one thread and three give the same bits everywhere") {
  const Ready ready(test::busy_region());
  const auto one = ready.run({.replicas = 200, .threads = 1});
  CHECK(ensemble::estimate(one.total_unmet_h).standard_error > 0);  // the comparison is worth making
  CHECK(one.deadlocked.size() > 0);
  check_same(one, ready.run({.replicas = 200, .threads = 3}));
}

TEST_CASE("ensemble: all engines give the same bits everywhere") {
  const Ready ready(test::busy_region());
  const auto lanes = ready.run({.replicas = 200, .engine = cascade::EngineKind::lanes});
  check_same(lanes, ready.run({.replicas = 200, .engine = cascade::EngineKind::events}));
  check_same(lanes, ready.run({.replicas = 200, .engine = cascade::EngineKind::intervals}));
}

TEST_CASE("ensemble: beyond the curved replicas totals go on, hourly values stop") {
  const Ready ready(test::busy_region());
  const auto few = ready.run({.replicas = ensemble::curve_replicas, .threads = 2});
  const auto many = ready.run({.replicas = ensemble::curve_replicas + 1500, .threads = 2});
  CHECK(many.curved == ensemble::curve_replicas);
  CHECK(many.replicas == ensemble::curve_replicas + 1500);
  CHECK(many.total_unmet_h.size() == many.replicas);
  check_same(few.area_unmet, many.area_unmet, few.curved);
  CHECK(std::equal(few.unmet.begin(), few.unmet.end(), many.unmet.begin()));
  CHECK(few.limiting == many.limiting);
  // The part after the curves is that of an engine that plays one replica after the other.
  const auto events = ready.run({.replicas = many.replicas, .threads = 1, .engine = cascade::EngineKind::events});
  check_same(many, events);
}

TEST_CASE("ensemble: a probability of being down is that of its shock, within four standard errors") {
  RegionSketch sketch;
  sketch.asset("grid").asset("spare").asset("load").need("load", {"grid", "spare"});
  sketch.hazard("storm", 24).shock("id=grid", 0, 5, {.share = 0.3}).shock("id=spare", 0, 5, {.share = 0.5});
  const Ready ready(sketch);
  const auto outcome = ready.run({.replicas = 4000, .threads = 2});
  const auto check = [&](std::size_t asset, double exact) {
    const double found = outcome.down_count[asset * outcome.hours + 3] / 4000.0;
    CHECK(std::abs(found - exact) <= 4 * std::sqrt(exact * (1 - exact) / 4000));
    CHECK(outcome.down_count[asset * outcome.hours + 6] == 0);
  };
  check(0, 0.3);
  check(1, 0.5);
  check(2, 0.15);
}

TEST_CASE("ensemble: it stops at the end of the first round in which the asked error is reached") {
  const Ready same(well());
  CHECK(same.run({.replicas = 1000, .relative_error = 0.01}).replicas == 128);
  CHECK(same.run({.replicas = 100, .relative_error = 0.01}).replicas == 100);
  const Ready varied(test::busy_region());
  const auto stopped = varied.run({.replicas = 5000, .relative_error = 0.04});
  CHECK(stopped.replicas > 128);
  CHECK(stopped.replicas < 5000);
  CHECK(stopped.replicas % ensemble::round_size == 0);
  const auto reached = [&](std::size_t n) {
    const auto total = ensemble::estimate(std::span(stopped.total_unmet_h).first(n));
    return total.standard_error <= 0.04 * total.mean;
  };
  CHECK(reached(stopped.replicas));
  CHECK_FALSE(reached(stopped.replicas - ensemble::round_size));
  // What is kept is what a run of that length gives.
  check_same(stopped, varied.run({.replicas = stopped.replicas}));
}

TEST_CASE("ensemble: cancelled after some batches it keeps what is done") {
  const Ready ready(test::busy_region());
  int asked = 0;
  const auto outcome = ready.run({.replicas = 1000, .cancelled = [&asked] { return ++asked == 5; }});
  CHECK(outcome.cancelled);
  CHECK(outcome.replicas == 128);
  CHECK(outcome.paired_total_h.empty());
  auto whole = ready.run({.replicas = 128});
  CHECK_FALSE(whole.cancelled);
  whole.paired_total_h.clear();
  check_same(outcome, whole);
}

TEST_CASE("ensemble: cancelled at once it holds nothing") {
  const Ready ready(well());
  const auto outcome = ready.run({.replicas = 100, .cancelled = [] { return true; }});
  CHECK(outcome.cancelled);
  CHECK(outcome.replicas == 0);
  CHECK(outcome.total_unmet_h.empty());
}

TEST_CASE("ensemble: it tells how far it is after every batch, and once that all is done") {
  const Ready ready(well());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> told;
  static_cast<void>(ready.run({.replicas = 70, .progress = [&told](std::uint32_t done, std::uint32_t most) {
                                 told.emplace_back(done, most);
                               }}));
  CHECK(told == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{32, 70}, {64, 70}, {70, 70}});
}

TEST_CASE("ensemble: a trial of its outputs keeps the same totals both ways, time after time") {
  if (cascade::lanes::kernel_names().empty()) return;
  const Ready ready(test::busy_region());
  ensemble::OutputTrial trial(ready.world());
  const auto totals = trial.run_totals();
  const std::vector<double> kept(totals.begin(), totals.end());
  CHECK(*std::max_element(kept.begin(), kept.end()) > 0);
  for (int again = 0; again < 2; ++again) {
    const auto reported = trial.run_reported();
    CHECK(std::equal(kept.begin(), kept.end(), reported.begin(), reported.end()));
  }
}

TEST_CASE("ensemble: pairs share what groups share and nothing else") {
  const auto spread = [](double rho) {
    RegionSketch sketch;
    sketch.asset("grid")
        .asset("pump")
        .need("pump", {"grid"})
        .reservoir(Figure::uniform(1, 9).grouped("batteries", rho))
        .zone("z", 100)
        .daily("z", "water", {"pump"});
    return sketch.outage("grid", 10, 24);
  };
  const Ready shared(spread(1));
  const auto same = shared.run({.replicas = 200});
  check_same(same.total_unmet_h, same.paired_total_h);
  CHECK(ensemble::shared_part(same.total_unmet_h, same.paired_total_h) == Approx(1));
  REQUIRE(same.group_draws.size() == 200);
  CHECK(same.group_draws[17] == draw(5, 17, stable_id("groups/batteries"), Purpose::group, 0));

  const Ready apart(spread(0));
  const auto other = apart.run({.replicas = 500});
  CHECK(ensemble::shared_part(other.total_unmet_h, other.paired_total_h) < 0.15);
}

TEST_CASE("phases: depth, area, slope and the way back to ninety per cent by hand") {
  const auto run = ensemble::phases({0, 0.2, 0.8, 0.8, 0.4, 0.1, 0});
  CHECK(run.depth == Approx(0.8));
  CHECK(run.area == Approx(2.3));
  CHECK(run.half_h == 2);
  CHECK(run.hours_to_90 == 5);          // exactly ten per cent lost is ninety per cent back
  CHECK(run.slope == Approx(0.7 / 2));  // from the last deepest hour, 3, to hour 5
}

TEST_CASE("phases: half lost counts, less does not; what is not back is infinite") {
  CHECK(ensemble::phases({0, 0.5}).half_h == 1);
  const auto shallow = ensemble::phases({0.49, 0.2, 0.2});
  CHECK(std::isinf(shallow.half_h));
  CHECK(std::isinf(shallow.hours_to_90));
  CHECK(shallow.slope == 0);
}

TEST_CASE("phases: a relapse moves the recovery behind it; nothing lost needs none") {
  CHECK(ensemble::phases({1, 0, 0, 0.3, 0}).hours_to_90 == 4);
  const auto nothing = ensemble::phases({0, 0, 0});
  CHECK(nothing.depth == 0);
  CHECK(nothing.hours_to_90 == 0);
  CHECK(nothing.slope == 0);
  CHECK(ensemble::phases({}).depth == 0);
}
