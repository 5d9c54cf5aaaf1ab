#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "importers/package/package.hpp"
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
  CHECK(kinds_of("extreme-rain") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::access});
  CHECK(kinds_of("heat-wave") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::derate});
  CHECK(kinds_of("pandemic") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::derate});
  CHECK(kinds_of("hybrid") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::trust});
  CHECK(kinds_of("power-shedding") == Kinds{ShockKind::derate});
  CHECK(kinds_of("water-failure") == Kinds{ShockKind::hit, ShockKind::demand});
  CHECK(kinds_of("power-72h/crews") == Kinds{ShockKind::hit, ShockKind::damage, ShockKind::access, ShockKind::derate});
  CHECK(kinds_of("extreme-rain/power-24h") == Kinds{ShockKind::hit, ShockKind::demand, ShockKind::access});
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
