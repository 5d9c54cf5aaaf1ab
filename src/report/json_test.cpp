#include "report/json.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>

#include "report/audience.hpp"
#include "support/run_command.hpp"
#include "support/sample_findings.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::report;
using nlohmann::json;

namespace {

std::filesystem::path schema_path() {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  return std::filesystem::path(source == nullptr ? "." : source) / "schema/results.schema.json";
}

/// Empty when the document meets the schema; otherwise what is wrong, as python3-jsonschema says it.
std::string schema_complaint(const std::string& document) {
  const test::TemporaryFolder folder;
  test::put(folder / "results.json", document);
  test::put(folder / "check.py",
            "import json, sys\n"
            "from jsonschema import Draft202012Validator as V\n"
            "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
            "V.check_schema(schema)\n"
            "for e in V(schema).iter_errors(json.load(open(sys.argv[2], encoding='utf-8'))):\n"
            "    print(e.json_path, e.message[:300])\n");
  const auto result = test::run_command("/usr/bin/python3 '" + (folder / "check.py").string() + "' '" +
                                        schema_path().string() + "' '" + (folder / "results.json").string() + "' 2>&1");
  return result.status == 0 || !result.output.empty() ? result.output : "the validator did not run";
}

bool validator_installed() {
  return test::run_command("/usr/bin/python3 -c 'from jsonschema import Draft202012Validator' 2>&1").status == 0;
}

/// Every property of an object in the schema that lacks one of the words readers need.
void collect_undocumented(const json& node, const std::string& where, std::vector<std::string>& out) {
  if (node.is_object() && node.contains("properties")) {
    for (const auto& [key, property] : node["properties"].items()) {
      const bool inside = where.find("/estimate") != std::string::npos || where.find("/name") != std::string::npos;
      for (const char* word : {"title", "description", "x-unit"}) {
        const bool by_object = std::string(word) == "x-unit" && inside;
        if (!by_object && (!property.contains(word) || property[word].get<std::string>().empty()))
          out.push_back(where + "/" + key + ": " + word);
      }
    }
  }
  if (node.is_structured())
    for (const auto& [key, child] : node.items()) collect_undocumented(child, where + "/" + key, out);
}

Curve flat_curve(std::size_t hours, float value) {
  Curve curve;
  curve.mean.assign(hours, value);
  curve.standard_error.assign(hours, value / 777);
  curve.p5 = curve.p50 = curve.p95 = curve.mean;
  return curve;
}

/// As large as the shipped region: 9 municipalities, 142 areas, 12 needs, 169 hours, 1,800 assets.
Findings large_findings() {
  Findings findings = testing::sample_findings();
  findings.needs.resize(12);
  for (std::size_t n = 0; n < 12; ++n) findings.needs[n].id = "need_number_" + std::to_string(n);
  const std::vector<Curve> area_curves(12, flat_curve(169, 7899.37F));
  const std::vector<Curve> large_curves(12, flat_curve(169, 548320.6F));
  findings.areas.assign(142, findings.areas.front());
  for (AreaFinding& area : findings.areas) area.unmet = area.without = area_curves;
  findings.municipalities.assign(9, findings.municipalities.front());
  for (Municipality& municipality : findings.municipalities) municipality.unmet = municipality.without = large_curves;
  findings.assets.assign(1800, findings.assets.front());
  return findings;
}

}  // namespace

TEST_CASE("json: what is written meets the schema, for both audiences and for a region without findings") {
  if (!validator_installed()) {
    MESSAGE("skipped: python3-jsonschema is not installed");
    return;
  }
  CHECK(schema_complaint(results_json(testing::sample_findings())) == "");
  CHECK(schema_complaint(results_json(for_audience(testing::sample_findings(), Audience::open))) == "");
  CHECK(schema_complaint(results_json(testing::empty_findings())) == "");
}

TEST_CASE("json: the schema notices a member too many, one missing and a text where a number belongs") {
  if (!validator_installed()) {
    MESSAGE("skipped: python3-jsonschema is not installed");
    return;
  }
  json document = json::parse(results_json(testing::sample_findings()));
  document["areas"][0]["extra"] = 1;
  document["run"].erase("seed");
  document["services"][0]["pillar"] = "one";
  const std::string complaint = schema_complaint(document.dump());
  CHECK(complaint.find("$.areas[0]") != std::string::npos);
  CHECK(complaint.find("'seed' is a required property") != std::string::npos);
  CHECK(complaint.find("$.services[0].pillar") != std::string::npos);
}

TEST_CASE("json: every property of the schema has a title, a description and a unit") {
  std::vector<std::string> undocumented;
  collect_undocumented(json::parse(test::bytes_of(schema_path())), "", undocumented);
  CHECK(undocumented == std::vector<std::string>{});
}

TEST_CASE("json: a quantile beyond the horizon is null and named beside it") {
  Findings findings = testing::empty_findings();
  constexpr double never = std::numeric_limits<double>::infinity();
  findings.total_unmet_person_hours = {168, 0.25, 12, never, never};
  const json total = json::parse(results_json(findings))["total_unmet_person_hours"];
  CHECK(
      total ==
      json::parse(
          R"({"mean": 168, "standard_error": 0.25, "p5": 12, "p50": null, "p95": null, "beyond_horizon": ["p50", "p95"]})"));
}

TEST_CASE("json: numbers are short, people whole, the seed a text") {
  Findings findings = testing::empty_findings();
  findings.seed = 18446744073709551615ULL;
  findings.spread_shared = 2.0 / 3;
  findings.residents = 1121669.6;
  findings.total_unmet_person_hours.mean = 9123456.789;
  findings.jobs_without_power.mean = {1.5F, 2.4F};
  findings.jobs_without_power.standard_error = {0.123456F, 12.3456F};
  const std::string text = results_json(findings);
  CHECK(text.find("\"shared\":0.666667") != std::string::npos);
  CHECK(text.find("\"mean\":9123460,") != std::string::npos);
  const json document = json::parse(text);
  CHECK(document["run"]["seed"] == "18446744073709551615");
  CHECK(document["residents"] == 1121670);
  CHECK(document["economy"]["jobs_without_power"]["mean"] == json::array({2, 2}));
  CHECK(document["economy"]["jobs_without_power"]["standard_error"] == json::array({0.123, 12.3}));
}

TEST_CASE("json: curves of areas carry quantiles at the moments, those of municipalities at every hour") {
  const json document = json::parse(results_json(testing::sample_findings()));
  const json& area = document["areas"][0]["unmet"]["water"];
  CHECK(area["mean"].size() == 169);
  CHECK(area["at_moments"]["p95"].size() == document["moments"].size());
  CHECK_FALSE(area.contains("p95"));
  CHECK(document["municipalities"][0]["unmet"]["water"]["p95"].size() == 169);
  CHECK(document["areas"][4]["municipality"] == "gm2");
  CHECK(document["processes"][0]["down_probability"].contains("p5") == false);
}

TEST_CASE("json: the same findings give the same bytes, and broken UTF-8 does not break the file") {
  CHECK(results_json(testing::sample_findings()) == results_json(testing::sample_findings()));
  Findings findings = testing::empty_findings();
  findings.region_title.nl = "kapot \xff teken";
  CHECK(json::parse(results_json(findings))["run"]["region_title"]["nl"] == "kapot \xEF\xBF\xBD teken");
}

TEST_CASE("json: a region as large as the shipped one stays below 25 MB") {
  const std::string text = results_json(large_findings());
  CHECK(text.size() > 5'000'000);
  CHECK(text.size() < 25'000'000);
}
