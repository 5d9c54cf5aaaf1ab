#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

#include "cascade/exchange_run.hpp"
#include "cascade/region_cascade_1_writer.hpp"
#include "importers/package/package.hpp"
#include "oracles/shared_folder.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

// Two plain Python programs, written apart from this project, must print the same lines as the engine, byte for byte.

namespace {

using namespace veer;

/// Debian's own Python: the reference programs use its packages.
constexpr const char* python = "/usr/bin/python3 -B ";

std::string in_quotes(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

/// The folder with the programs, or nothing with a message that says why the comparison is left out.
std::optional<std::filesystem::path> baselines() {
  const auto folder = test::shared_folder("baselines");
  if (!folder) {
    MESSAGE("skipped: no folder with the reference programs (VEER_SHARED_DIR)");
    return std::nullopt;
  }
  if (test::run_command(std::string(python) + "-c 'import numpy, scipy, simpy' 2>&1").status != 0) {
    MESSAGE("skipped: /usr/bin/python3 lacks numpy, scipy or simpy");
    return std::nullopt;
  }
  return folder;
}

std::string generated(const std::filesystem::path& programs, const test::TemporaryFolder& folder,
                      const std::string& options) {
  const auto file = folder / "region.json";
  REQUIRE(test::run_command(python + in_quotes(programs / "generate_region.py") + " " + in_quotes(file) + " " + options)
              .status == 0);
  return file.string();
}

std::string baseline_lines(const std::filesystem::path& program, const std::string& model,
                           const std::string& arguments) {
  const auto result =
      test::run_command(python + in_quotes(program) + " " + in_quotes(model) + " " + arguments + " 2>/dev/null");
  REQUIRE(result.status == 0);
  return result.output;
}

/// The shipped region under a hazard in the exchange format, its horizon cut to some hours.
std::string exported_haaglanden(const test::TemporaryFolder& folder, const std::string& hazard, int hours) {
  Diagnostics notes;
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  REQUIRE(source != nullptr);
  const auto region = importers::load_region(std::string(source) + "/regions/haaglanden", notes);
  REQUIRE(region.has_value());
  const auto id = region->find_hazard(hazard);
  REQUIRE(id.has_value());
  auto compiled = cascade::compile(*region, {.hazard = *id, .seed = 72});
  REQUIRE(compiled.has_value());
  compiled->program.horizon = std::min(compiled->program.horizon, static_cast<cascade::Tick>(hours * 60));
  const auto text = cascade::write_region_cascade_1(compiled->program, cascade::exchange_labels(*region, *compiled));
  const auto file = folder / "haaglanden.json";
  std::ofstream(file) << text.json;
  return file.string();
}

/// The lines of all engines, which must be equal.
std::string engine_lines(const std::string& file, std::uint32_t replicas) {
  const auto model = cascade::parse_region_cascade_1(test::bytes_of(file), "region.json");
  REQUIRE(model.has_value());
  const cascade::Plan plan(model->program);
  const auto lines = [&](cascade::EngineKind kind, const std::string& kernel) {
    std::string out;
    static_cast<void>(cascade::run_exchange(
        *model, plan,
        {.engine = kind, .kernel = kernel, .replicas = replicas, .batch = 32, .line = [&out](const std::string& line) {
           out += line + "\n";
         }}));
    return out;
  };
  const std::string events = lines(cascade::EngineKind::events, "");
  CHECK(lines(cascade::EngineKind::intervals, "") == events);
  for (const auto& kernel : cascade::lanes::kernel_names()) CHECK(lines(cascade::EngineKind::lanes, kernel) == events);
  return events;
}

}  // namespace

TEST_CASE("baselines: the generated region of 6,152 components, quarter-hour ticks") {
  const auto programs = baselines();
  if (!programs) return;
  const test::TemporaryFolder folder;
  const auto model = generated(*programs, folder, "--scale 1");
  CHECK(engine_lines(model, 3) == baseline_lines(*programs / "simpy_baseline.py", model, "3"));
  CHECK(engine_lines(model, 16) == baseline_lines(*programs / "numpy_baseline.py", model, "16 0 16"));
}

TEST_CASE("baselines: ten times as large") {
  const auto programs = baselines();
  if (!programs) return;
  const test::TemporaryFolder folder;
  const auto model = generated(*programs, folder, "--scale 10");
  CHECK(engine_lines(model, 1) == baseline_lines(*programs / "simpy_baseline.py", model, "1"));
}

TEST_CASE("baselines: another seed, a smaller region, ticks of five minutes") {
  const auto programs = baselines();
  if (!programs) return;
  const test::TemporaryFolder folder;
  const auto model = generated(*programs, folder, "--scale 0.1 --tick 5 --seed 7");
  CHECK(engine_lines(model, 4) == baseline_lines(*programs / "simpy_baseline.py", model, "4"));
  CHECK(engine_lines(model, 16) == baseline_lines(*programs / "numpy_baseline.py", model, "16 0 16"));
}

TEST_CASE("baselines: Haaglanden without power for 72 hours, exported, event by event") {
  const auto programs = baselines();
  if (!programs) return;
  const test::TemporaryFolder folder;
  const auto model = exported_haaglanden(folder, "power-72h", 168);
  CHECK(engine_lines(model, 3) == baseline_lines(*programs / "simpy_baseline.py", model, "3"));
}

TEST_CASE("baselines: Haaglanden without power for eight hours, exported, the first day minute by minute") {
  const auto programs = baselines();
  if (!programs) return;
  const test::TemporaryFolder folder;
  const auto model = exported_haaglanden(folder, "power-8h", 24);
  CHECK(engine_lines(model, 4) == baseline_lines(*programs / "numpy_baseline.py", model, "4 0 4"));
}
