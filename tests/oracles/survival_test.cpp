#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "cascade/engine.hpp"
#include "oracles/shared_folder.hpp"
#include "support/small_programs.hpp"
#include "support/temporary_folder.hpp"

// The published case "two generators and a battery", hour by hour, as a program with ticks of an hour.

namespace {

using namespace veer;
using cascade::Component;
using cascade::Tick;
using nlohmann::json;

/// Whole hours a generator serves: in each hour it goes on with probability 1 − 1/MTTF, so P(more than n) = (1 −
/// 1/MTTF)^(n+1).
cascade::Draw hours_served(test::ProgramSketch& sketch, double mttf_h) {
  cascade::Draw draw;
  draw.table = sketch.table([&](double p) { return std::floor(std::log(1 - p) / std::log(1 - 1 / mttf_h)); });
  return draw;
}

/// The case in the words of the model.
///
/// Generators of 1 kW serve loads of 1 or 2 kW; the battery gives 1 kW, so one generator of two is enough with it and
/// none never is where the load is 2. In the first hour the load is 1: both generators charge the battery to its two
/// usable hours, one keeps it at one, and with none the battery serves alone. That is a need of both generators with a
/// reservoir of two hours (q = 1: it starts as after a good first hour, and loses one when one generator fails), and a
/// need of one of them, for which something else stands in during the first hour only.
struct Case {
  test::ProgramSketch sketch;
  Component load = 0;
};

Case two_generators_and_a_battery(double mttf_h, Tick hours) {
  Case out;
  auto& sketch = out.sketch;
  sketch.horizon = hours;
  const Component grid = sketch.component();
  sketch.hit(grid, 0, hours);
  std::vector<Component> sets;
  for (int i = 0; i < 2; ++i) {
    auto engine = test::generator(cascade::never);
    engine.run = hours_served(sketch, mttf_h);
    sets.push_back(sketch.component(hours + 1));
    sketch.need(sets.back(), 1, {grid}, {engine});
  }
  const Component first_hour = sketch.component();
  sketch.hit(first_hour, 1, hours);
  // Served so far: once it fails it stays failed.
  out.load = sketch.component(hours + 1);
  sketch.need(out.load, 1, {sets[0], sets[1], first_hour});
  sketch.need(out.load, 2, sets, {test::reservoir(2, 1)});
  return out;
}

}  // namespace

TEST_CASE("survival: two generators and a battery serve every hour as often as published") {
  const auto file = test::shared_folder("data/benchmarks/backup_survival/cases.json");
  if (!file) {
    MESSAGE("skipped: no folder with benchmark cases (VEER_SHARED_DIR)");
    return;
  }
  const json cases = json::parse(test::bytes_of(*file));
  const auto found = std::find_if(cases.begin(), cases.end(), [](const json& entry) {
    return entry.at("id") == "two_gen_plus_battery_hand_worked";
  });
  REQUIRE(found != cases.end());
  // What the program above takes for granted.
  const auto start = found->at("outage_start_hour").get<std::size_t>() - 1;
  const auto loads = found->at("critical_loads_kw").get<std::vector<double>>();
  const auto hours = found->at("max_outage_duration").get<Tick>();
  REQUIRE(std::vector<double>(loads.begin() + static_cast<std::ptrdiff_t>(start),
                              loads.begin() + static_cast<std::ptrdiff_t>(start) + hours) ==
          std::vector<double>{1, 2, 2});
  REQUIRE(found->at("num_generators") == json{2});
  REQUIRE(found->at("generator_size_kw") == json{1});
  REQUIRE(found->at("generator_failure_to_start").at(0) == 0.0);
  REQUIRE(found->at("battery_kw") == 1);
  const double capacity = found->at("battery_kwh").get<double>();
  const double least = found->at("battery_min_soc_fraction").get<double>() * capacity;
  REQUIRE(capacity - least == 2.0);
  REQUIRE(found->at("battery_starting_soc_fraction").get<double>() * capacity - least == 1.0);

  const auto world =
      two_generators_and_a_battery(found->at("generator_mean_time_to_failure_h").at(0).get<double>(), hours);
  const auto program = world.sketch.build();
  constexpr std::uint32_t replicas = 200'000;
  std::vector<std::uint32_t> served(static_cast<std::size_t>(hours), 0);
  cascade::Engine engine(program);
  for (std::uint32_t r = 0; r < replicas; ++r) {
    engine.run(r);
    const auto down = engine.intervals(world.load);
    const Tick until = down.empty() ? hours : down.front().start;
    for (Tick h = 0; h < until; ++h) ++served[static_cast<std::size_t>(h)];
  }
  const auto expected = found->at("expected_survival_by_hour").get<std::vector<double>>();
  REQUIRE(expected.size() == served.size());
  for (std::size_t h = 0; h < served.size(); ++h) {
    CAPTURE(h);
    const double share = static_cast<double>(served[h]) / replicas;
    // Each of the two generators' tables of 1,024 steps may be off by half a step, in each of at most two hours that
    // count.
    CHECK(std::abs(share - expected[h]) <= 4 * std::sqrt(expected[h] * (1 - expected[h]) / replicas) + 4.0 / 2048);
  }
}
