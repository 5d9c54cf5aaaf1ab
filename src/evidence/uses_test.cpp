#include "evidence/uses.hpp"

#include <doctest/doctest.h>

using namespace veer;

namespace {

region::Parameter parameter(const std::string& id, const std::string& note = "") {
  region::Parameter out;
  out.id = id;
  out.note = note;
  return out;
}

std::vector<std::string> told(const std::vector<evidence::Use>& uses) {
  std::vector<std::string> out;
  for (const auto& use : uses) out.push_back(use.where + " " + std::to_string(use.rows));
  return out;
}

}  // namespace

TEST_CASE("uses: a figure is found in every column that refers to it, with the number of rows") {
  region::Region region;
  region.parameters = {parameter("TEL01"), parameter("idle")};
  region.backups.resize(3);
  region.backups[0].capacity = region::ParameterId(0);
  region.backups[2].capacity = region::ParameterId(0);
  region.assets.resize(1);
  region.assets[0].restart = region::ParameterId(0);
  const auto uses = evidence::uses(region);
  CHECK(told(uses[0]) == std::vector<std::string>{"assets.restart 1", "backups.capacity 2"});
  CHECK(evidence::used_by(uses[0]) == 3);
  CHECK(uses[1].empty());
}

TEST_CASE("uses: rules read figures by name, and only reserves of a profile that some area has") {
  region::Region region;
  region.parameters = {parameter("outdoor.winter"), parameter("reserve.default.water"),
                       parameter("reserve.other.water"), parameter("support.shift")};
  region.areas.resize(2);
  for (auto& area : region.areas) area.preparedness = "default";
  const auto uses = evidence::uses(region);
  CHECK(told(uses[0]) == std::vector<std::string>{"rule:warmth 1"});
  CHECK(told(uses[1]) == std::vector<std::string>{"areas.preparedness 2"});
  CHECK(uses[2].empty());
  CHECK(told(uses[3]) == std::vector<std::string>{"rule:support_points 1"});
}

TEST_CASE("uses: a note that names a figure tells that it was worked out from it; that moves no result by itself") {
  region::Region region;
  region.parameters = {parameter("GEN02"), parameter("generator.run", "1/GEN02; share 0. See GEN021"),
                       parameter("GEN021", "GEN021 itself")};
  // As long as nothing uses what was worked out, nothing uses what it was worked out from.
  for (const auto& idle : evidence::uses(region)) CHECK_FALSE(evidence::is_used(idle));
  region.assets.resize(1);
  region.assets[0].restart = region::ParameterId(1);
  const auto uses = evidence::uses(region);
  CHECK(told(uses[0]) == std::vector<std::string>{"from:generator.run 1"});
  CHECK(evidence::used_by(uses[0]) == 0);
  CHECK(evidence::is_used(uses[0]));
  CHECK(told(uses[2]) == std::vector<std::string>{"from:generator.run 1"});
}

TEST_CASE("uses: a figure from a figure from a figure in use is in use") {
  region::Region region;
  region.parameters = {parameter("A"), parameter("B", "twice A"), parameter("C", "half of B")};
  region.assets.resize(1);
  region.assets[0].restart = region::ParameterId(2);
  const auto uses = evidence::uses(region);
  CHECK(told(uses[0]) == std::vector<std::string>{"from:B 1"});
  CHECK(told(uses[1]) == std::vector<std::string>{"from:C 1"});
}
