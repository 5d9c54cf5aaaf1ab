#include "study/evidence.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace veer;

}  // namespace

TEST_CASE("evidence: a figure of the program rests on a source, or is an assumption with its reason beside it") {
  const auto rows = study::evidence_rows(nullptr);
  REQUIRE(!rows.empty());
  for (const study::EvidenceRow& row : rows) {
    CAPTURE(row.id);
    CHECK((!row.source.empty() || row.confidence == "assumption"));
  }
  const auto mortality =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.id == "harm.mortality"; });
  REQUIRE(mortality != rows.end());
  CHECK(mortality->source.empty());
  CHECK(mortality->reason.starts_with("recalled"));
}
