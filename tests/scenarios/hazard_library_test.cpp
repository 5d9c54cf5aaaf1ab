#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "importers/package/package.hpp"
#include "study/messages.hpp"
#include "study/study.hpp"

// The hazards that ship with Haaglanden use every kind of shock, and each finds something that it works on.

namespace {

using namespace veer;
using region::ShockKind;

const region::Region& haaglanden() {
  static const region::Region region = [] {
    const char* const source = std::getenv("VEER_SOURCE_DIR");
    Diagnostics notes;
    auto loaded =
        importers::load_region(std::filesystem::path(source == nullptr ? "." : source) / "regions/haaglanden", notes);
    REQUIRE(loaded);
    CHECK(notes.problems().empty());
    return *std::move(loaded);
  }();
  return region;
}

std::set<ShockKind> kinds_of(const std::string& hazard) {
  std::set<ShockKind> out;
  for (const region::Shock& shock : haaglanden().shocks)
    if (shock.hazard == *haaglanden().find_hazard(hazard)) out.insert(shock.kind);
  return out;
}

}  // namespace

TEST_CASE("hazard library: each hazard says more than what fails, where a source or a guess allows it") {
  using Kinds = std::set<ShockKind>;
  CHECK(kinds_of("extreme-rain") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::access, ShockKind::rain});
  CHECK(kinds_of("heat-wave") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::derate, ShockKind::heat});
  CHECK(kinds_of("power-station-flood") == Kinds{ShockKind::flood});
  CHECK(kinds_of("pandemic") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::derate});
  CHECK(kinds_of("hybrid") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::trust});
  CHECK(kinds_of("power-shedding") == Kinds{ShockKind::derate});
  CHECK(kinds_of("water-failure") == Kinds{ShockKind::hit, ShockKind::demand});
  CHECK(kinds_of("power-72h/crews") == Kinds{ShockKind::hit, ShockKind::damage, ShockKind::access, ShockKind::derate});
  CHECK(kinds_of("extreme-rain/power-24h") ==
        Kinds{ShockKind::hit, ShockKind::demand, ShockKind::access, ShockKind::rain});
}

TEST_CASE("hazard library: what only the full model plays compiles, alone and in combinations") {
  std::size_t full = 0;
  for (const char* const hazard : {"power-shedding", "extreme-rain", "heat-wave", "pandemic", "hybrid", "water-failure",
                                   "extreme-rain/power-24h", "hybrid/digital-telecom-core"}) {
    CAPTURE(hazard);
    study::Options options;
    options.hazard = hazard;
    const auto scenario = study::prepare(haaglanden(), options);
    REQUIRE(scenario.has_value());
    if (scenario->means) ++full;
  }
  CHECK(full == 8);
}

TEST_CASE("hazard library: at most half of the feeding areas are off at once, and all are back at the end") {
  study::Options options;
  options.hazard = "power-shedding";
  const auto scenario = study::prepare(haaglanden(), options);
  REQUIRE(scenario.has_value());
  std::vector<int> off(96 * 60, 0);
  for (const cascade::Hit& hit : scenario->compiled.program.hits)
    for (cascade::Tick tick = hit.start; tick < hit.start + hit.length; ++tick) ++off[static_cast<std::size_t>(tick)];
  // Of 291: floor(0.833 · 291) = 242, floor(0.667 · 291) = 194 and floor(145.5) = 145 may be up.
  CHECK(off[0] == 49);
  CHECK(off[12 * 60] == 97);
  CHECK(off[24 * 60] == 146);
  CHECK(*std::max_element(off.begin(), off.end()) == 146);
  CHECK(off[60 * 60 - 2] == 49);
  CHECK(off[60 * 60 - 1] == 0);  // a minute to restart
  CHECK(off[60 * 60] == 0);
}

namespace {

/// The hits of a hazard on things of one kind.
std::vector<cascade::Hit> hits_on(const char* hazard, const std::string& kind) {
  study::Options options;
  options.hazard = hazard;
  const auto scenario = study::prepare(haaglanden(), options);
  REQUIRE(scenario.has_value());
  std::vector<cascade::Hit> out;
  for (const cascade::Hit& hit : scenario->compiled.program.hits)
    if (hit.component < haaglanden().assets.size() && haaglanden().assets[hit.component].kind == kind)
      out.push_back(hit);
  return out;
}

double chance_of(const cascade::Hit& hit) { return static_cast<double>(hit.taken_below) / 4294967296.0; }

}  // namespace

TEST_CASE("hazard library: 31 degrees are too hot for the air with chance 7/9, 36.4 degrees surely") {
  // Strength is triangular over 27, 30 and 33 degrees: P(at most 31) = 1 - (33 - 31)^2 / ((33 - 27)(33 - 30)) = 7/9.
  const auto hits = hits_on("heat-wave", "outdoor_air");
  REQUIRE(hits.size() == 6 * 9);
  for (const cascade::Hit& hit : hits) {
    const cascade::Tick day = hit.start / (24 * 60);
    CHECK(hit.length == 24 * 60);
    CHECK(chance_of(hit) == doctest::Approx(day == 2 || day == 3 ? 1.0 : 7.0 / 9).epsilon(0.002));
  }
}

TEST_CASE("hazard library: the rain of Copenhagen is too much for two in three sewers and half of the rails") {
  // Triangular: 1 - (92 - 65)^2 / ((92 - 22)(92 - 60)) = 0.67, and 1 - (110 - 65)^2 / ((110 - 30)(110 - 60)) = 0.49.
  for (const cascade::Hit& hit : hits_on("extreme-rain", "sewer_district"))
    CHECK(chance_of(hit) == doctest::Approx(0.675).epsilon(0.005));
  for (const cascade::Hit& hit : hits_on("extreme-rain", "rail_section"))
    CHECK(chance_of(hit) == doctest::Approx(0.494).epsilon(0.005));
}

TEST_CASE("hazard library: a metre of water is too deep for every feeding area of a flooded station") {
  const auto hits = hits_on("power-station-flood", "mv_feeding_area");
  CHECK(hits.size() == 15);
  for (const cascade::Hit& hit : hits) CHECK(hit.taken_below == 1ULL << 32U);
}

TEST_CASE("hazard library: in the pandemic a quarter of home care and one emergency department of four are closed") {
  const auto closed_at = [](const std::string& kind, cascade::Tick tick) {
    std::size_t out = 0;
    for (const cascade::Hit& hit : hits_on("pandemic", kind))
      if (hit.start <= tick && tick < hit.start + hit.length) ++out;
    return out;
  };
  // 0.85 of the teams, each asked 1.2 times the usual and able to do 1.05: 75 - floor(75 · 0.85 · 1.05 / 1.2) = 20.
  CHECK(closed_at("home_care_team", 60) == 20);
  // 4 - floor(4 · 0.88 · 1.1 / 1.2) = 1.
  CHECK(closed_at("emergency_department", 60) == 1);
  // 206 - floor(206 · 0.85 · 1.1 / 1.2) = 46.
  CHECK(closed_at("gp_practice", 60) == 46);
  // Acute hospitals have room for 1.5 times the usual while planned care stands still.
  CHECK(closed_at("hospital_acute", 60) == 0);
}

TEST_CASE("hazard library: a study of absent staff chooses measures by the full model, and says so") {
  study::Options options;
  options.hazard = "pandemic";
  options.replicas = 4;
  options.support_points = options.reach = options.help = options.operations = false;
  const Texts texts{study::messages()};
  const auto found = study::run(haaglanden(), options, texts);
  REQUIRE(found.has_value());
  REQUIRE(found->measures.has_value());
  CHECK(found->measures->replicas == 4);
  REQUIRE(found->measures->hazards.size() == 1);
  CHECK(found->measures->hazards[0].full_model);
  CHECK(found->measures->hazards[0].borne > 0);
  CHECK(found->measures->worth.unmet.value > 0);
  REQUIRE(found->measures->one_by_one.has_value());
  CHECK_FALSE(found->measures->one_by_one->order.empty());
  CHECK(found->model_reason.en.find("'What hangs by a thread' is left out") != std::string::npos);
}
