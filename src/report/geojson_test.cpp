#include "report/geojson.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/data_messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;
using nlohmann::json;

namespace {
const Texts& texts() {
  static const Texts all{data_messages()};
  return all;
}
}  // namespace

TEST_CASE("geojson: a feature per area with its state at every moment") {
  const Findings findings = testing::sample_findings();
  const json document = json::parse(results_geojson(findings, Language::nl, texts()));
  CHECK(document["type"] == "FeatureCollection");
  REQUIRE(document["features"].size() == findings.areas.size());
  const json& feature = document["features"][2];
  const AreaFinding& area = findings.areas[2];
  CHECK(feature["id"] == area.id);
  CHECK(feature["properties"]["gemeente"] == "Waterveen");
  CHECK(feature["properties"]["onvervuld_light_u024"] == std::llround(static_cast<double>(area.unmet[3].mean[24])));
  CHECK(feature["properties"]["zonder_water_u072"] == std::llround(static_cast<double>(area.without[0].mean[72])));
  CHECK(feature["properties"]["zwaarste_aandeel_u000"] == 0.0);
  CHECK(feature["geometry"]["type"] == "MultiPolygon");
}

TEST_CASE("geojson: an area without outline has no geometry") {
  const json document = json::parse(results_geojson(testing::sample_findings(), Language::nl, texts()));
  CHECK(document["features"][7]["geometry"].is_null());
}

TEST_CASE("geojson: outer rings run counter-clockwise, holes clockwise, whatever they were") {
  Findings findings = testing::empty_findings();
  AreaFinding area;
  const geo::Ring clockwise{{4, 52}, {4, 53}, {5, 53}, {5, 52}, {4, 52}};
  const geo::Ring counter{{4.2, 52.2}, {4.4, 52.2}, {4.4, 52.4}, {4.2, 52.2}};
  area.outline = {{clockwise, counter}};
  findings.areas = {area};
  const json rings =
      json::parse(results_geojson(findings, Language::nl, texts()))["features"][0]["geometry"]["coordinates"][0];
  CHECK(rings[0][1] == json::array({5.0, 52.0}));
  CHECK(rings[1][1] == json::array({4.4, 52.4}));
}

TEST_CASE("geojson: the attribution, the marking and the run stand beside the features") {
  const json document = json::parse(results_geojson(testing::sample_findings(), Language::en, texts()));
  CHECK(document["attribution"].size() == 2);
  CHECK(document["marking"] == "INTERNAL · example data – not confirmed");
  CHECK(document["run_id"] == "5a1d93c07be2f644");
  CHECK(document["needs"]["warmth"] == "Warmth");
}

TEST_CASE("geojson: no areas give a collection without features") {
  CHECK(json::parse(results_geojson(testing::empty_findings(), Language::nl, texts()))["features"] == json::array());
}
