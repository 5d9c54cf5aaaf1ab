#include "report/audience.hpp"

#include <doctest/doctest.h>

#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

TEST_CASE("audience: the internal one sees everything") {
  const Findings findings = for_audience(testing::sample_findings(), Audience::internal);
  CHECK(findings.audience == Audience::internal);
  CHECK(findings.assets.size() == 4);
  CHECK(findings.influences_assets.size() == 2);
  CHECK_FALSE(findings.processes[0].limiting.empty());
}

TEST_CASE("audience: the open one sees processes and people, no asset") {
  const Findings before = testing::sample_findings();
  const Findings findings = for_audience(before, Audience::open);
  CHECK(findings.audience == Audience::open);
  CHECK(findings.assets.empty());
  CHECK(findings.influences_assets.empty());
  CHECK(findings.influences_groups.size() == before.influences_groups.size());
  CHECK(findings.processes.size() == before.processes.size());
  CHECK(findings.areas.size() == before.areas.size());
  CHECK(findings.parameters.size() == before.parameters.size());
  for (const ProcessFinding& process : findings.processes) {
    CHECK(process.limiting.empty());
    REQUIRE(process.checks.size() == 1);
    CHECK(process.checks[0].rule == "rto_below_mtpd");
  }
}

TEST_CASE("audience: restart circles keep their number and chance, not their members") {
  const Findings findings = for_audience(testing::sample_findings(), Audience::open);
  REQUIRE(findings.deadlocks.size() == 1);
  CHECK(findings.deadlocks[0].assets.empty());
  CHECK(findings.deadlocks[0].probability == doctest::Approx(0.04));
  CHECK(findings.deadlocks[0].sentence.nl.find("onderstation") == std::string::npos);
  CHECK(findings.deadlocks[0].sentence.en.find("internal version") != std::string::npos);
}
