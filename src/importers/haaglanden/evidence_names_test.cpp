#include "importers/haaglanden/evidence_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "formats/csv.hpp"

namespace veer::importers::haaglanden {

TEST_CASE("evidence names: every name is given once, and an unknown row has none") {
  std::set<std::string_view> seen;
  for (const EvidenceName& name : evidence_names()) {
    CAPTURE(name.id);
    CHECK(seen.insert(name.id).second);
    CHECK_FALSE(name.subject.empty());
    CHECK_FALSE(name.parameter.empty());
  }
  REQUIRE(evidence_name("TEL01") != nullptr);
  CHECK(evidence_name("TEL01")->subject == "zendmast mobiele telefonie");
  CHECK(evidence_name("TEL00") == nullptr);
}

TEST_CASE("evidence names: the parameters of the shipped region show them, not the English of the evidence") {
  const char* const root = std::getenv("VEER_SOURCE_DIR");
  REQUIRE_MESSAGE(root != nullptr, "run this through ctest, which sets VEER_SOURCE_DIR to the source folder");
  const auto table =
      formats::read_csv(std::filesystem::path(root) / "regions" / "haaglanden" / "parameters.csv", "parameters");
  REQUIRE(table.has_value());
  std::size_t found = 0;
  for (const auto& row : table->rows) {
    const EvidenceName* const name = evidence_name(row[*table->column("id")]);
    if (name == nullptr) continue;
    CAPTURE(row.front());
    CHECK(row[*table->column("subject")] == name->subject);
    CHECK(row[*table->column("parameter")] == name->parameter);
    ++found;
  }
  CHECK(found == evidence_names().size());
}

}  // namespace veer::importers::haaglanden
