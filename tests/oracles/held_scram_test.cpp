#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "faulttree/cut_sets.hpp"
#include "faulttree/mef.hpp"
#include "importers/package/package.hpp"
#include "study/held_question.hpp"
#include "study/messages.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

// Debian's SCRAM, a separate program, judges the trees of a region as `veer export --format mef` writes them.

namespace {

using namespace veer;

std::string attribute(const std::string& text, const std::string& name) {
  const auto at = text.find(" " + name + "=\"", text.find("<sum-of-products"));
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 3;
  return text.substr(begin, text.find('"', begin) - begin);
}

}  // namespace

TEST_CASE("held view: SCRAM finds the same chance and number of sets for trees of haaglanden") {
  if (test::run_command("command -v scram").status != 0) {
    MESSAGE("skipped: scram is not installed (Debian package scram)");
    return;
  }
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  const auto region =
      importers::load_region(std::filesystem::path(folder == nullptr ? "." : folder) / "regions" / "haaglanden", notes)
          .value();
  const Texts texts{study::messages()};
  const auto scenario = study::prepare(region, {}).value();
  const test::TemporaryFolder out;
  for (const char* process : {"GM0503/crisis-team", "GM0503/travel-documents", "GM0503/crisis-communication"}) {
    for (const double hours : {24.0, 72.0}) {
      CAPTURE(process);
      CAPTURE(hours);
      faulttree::Limits limits;
      const auto answer = study::ask_held(region, scenario, {process, "", hours}, texts, limits);
      REQUIRE(answer.has_value());
      if (answer->cone.verdict != faulttree::HeldCone::Verdict::open) continue;
      test::put(out / "tree.xml", faulttree::to_mef(study::held_model(answer->tree.tree, "held")));
      const auto run = test::run_command("scram --bdd --probability 1 '" + (out / "tree.xml").string() + "' 2>&1");
      REQUIRE(run.status == 0);
      CHECK(std::stod(attribute(run.output, "probability")) == doctest::Approx(answer->tree_probability).epsilon(1e-5));
      const auto diagrams = faulttree::build_diagrams(answer->tree.tree.circuit, limits).value();
      const auto sets =
          faulttree::CutSets::minimal(diagrams, std::vector<std::uint32_t>(answer->tree.events.size(), 1), limits);
      CHECK(attribute(run.output, "products") == sets.value().count().total);
    }
  }
}
