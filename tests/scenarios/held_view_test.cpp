#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "cascade/engine.hpp"
#include "importers/package/package.hpp"
#include "study/held_question.hpp"
#include "support/held_states.hpp"

// The held view of the shipped regions. Dorp is worked out by hand in docs/method/held_view.md.

namespace {

using namespace veer;
using faulttree::HeldCone;
using Verdict = HeldCone::Verdict;

region::Region shipped(const char* name) {
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto region =
      importers::load_region(std::filesystem::path(folder == nullptr ? "." : folder) / "regions" / name, notes);
  REQUIRE(region.has_value());
  return *std::move(region);
}

cascade::CompiledRegion compiled(const region::Region& region, const char* hazard) {
  auto out = cascade::compile(region, {*region.find_hazard(hazard), 72});
  REQUIRE(out.has_value());
  return *std::move(out);
}

cascade::Component minimum(const region::Region& region, const cascade::CompiledRegion& made, const char* process) {
  return made.map.processes[region.find_process(process)->index()].minimum;
}

bool goes_down(const cascade::Engine& engine, cascade::Component component, cascade::Tick h) {
  bool out = false;
  engine.each_interval(component, [&](cascade::Interval interval) { out = out || interval.start < h; });
  return out;
}

}  // namespace

TEST_CASE("held view of dorp: within 24 hours the crisis team stops on paper, although it runs longer in truth") {
  const auto region = shipped("dorp");
  const auto made = compiled(region, "power-72h");
  const faulttree::HeldView day(made.program, 1440);
  // Control room: battery and generator 120 + 4320, telecom 2 of 3 with only the mast (120) gone.
  CHECK(day.cone(minimum(region, made, "meldkamer-112")).value().verdict == Verdict::never);
  // Town hall: 60 + 1200 = 1260 < 1440, so ICT is lost from minute 0 on; work on paper begins at 120.
  CHECK(day.cone(minimum(region, made, "crisisbeheersing")).value().verdict == Verdict::certain);
  CHECK(day.cone(minimum(region, made, "burgerzaken")).value().verdict == Verdict::certain);
  cascade::Engine engine(made.program);
  engine.run(0);
  // In truth the town hall carries on until 1260, when paper has long been ready: [1470, …), and [1740, …).
  CHECK_FALSE(goes_down(engine, minimum(region, made, "crisisbeheersing"), 1440));
  CHECK_FALSE(goes_down(engine, minimum(region, made, "burgerzaken"), 1440));
}

TEST_CASE("held view of dorp: at 8 hours nothing stops, at 72 hours everything does") {
  const auto region = shipped("dorp");
  const auto made = compiled(region, "power-72h");
  const faulttree::HeldView eight(made.program, 480);
  const faulttree::HeldView three_days(made.program, 4320);
  for (const char* process : {"meldkamer-112", "crisisbeheersing", "burgerzaken"}) {
    CHECK(eight.cone(minimum(region, made, process)).value().verdict == Verdict::never);
    CHECK(three_days.cone(minimum(region, made, process)).value().verdict == Verdict::certain);
  }
}

TEST_CASE("held view of haaglanden: never milder than the simulation, for every process and draw") {
  const auto region = shipped("haaglanden");
  const auto made = compiled(region, "power-72h");
  std::vector<faulttree::HeldView> views;
  for (const cascade::Tick h : {480, 1440, 2880, 4320}) views.emplace_back(made.program, h);
  cascade::Engine engine(made.program);
  int failed = 0;
  int spared = 0;
  for (std::uint32_t replica = 0; replica < 8; ++replica) {
    engine.run(replica);
    for (const auto& view : views)
      for (const auto& process : made.map.processes) {
        const bool held = test::held_down(made.program, engine.draws(), view.cone(process.minimum).value());
        const bool down = goes_down(engine, process.minimum, view.horizon());
        CHECK((held || !down));
        failed += down ? 1 : 0;
        spared += held && !down ? 1 : 0;
      }
  }
  CHECK(failed > 500);
  CHECK(spared > 10);  // buffers in series do gain time
}
