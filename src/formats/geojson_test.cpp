#include "formats/geojson.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace veer;
using namespace veer::formats;
using enum ColumnType;

namespace {

const geo::MultiPolygon triangle{{{{4.3, 52}, {4.4, 52}, {4.4, 52.1}, {4.3, 52}}}};

std::string key_of(std::string_view features) {
  const auto layer = parse_geojson("{\"type\":\"FeatureCollection\",\"features\":[" + std::string(features) + "]}",
                                   "areas", "outlines.geojson");
  return layer ? "" : layer.error().message.key;
}

}  // namespace

TEST_CASE("geojson: outlines are written one per line with six decimals and typed properties") {
  Layer layer;
  layer.columns = {{"id", text}, {"residents", integer}, {"share", number}, {"own", boolean}, {"note", text}};
  layer.rows = {{"2491", "12", "0.5", "true", "a \"b\""}, {"x", "1.0", "", "ja", "7"}};
  layer.geometry = GeometryKind::multipolygon;
  layer.polygons = {triangle, {}};
  layer.polygons[0][0][0][1].lon = 4.40000049;
  CHECK(to_geojson(layer) ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        "{\"type\":\"Feature\",\"id\":\"2491\",\"properties\":{\"residents\":12,\"share\":0.5,\"own\":true,\"note\":"
        "\"a \\\"b\\\"\"},"
        "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[4.3,52],[4.4,52],[4.4,52.1],[4.3,52]]]]}},\n"
        "{\"type\":\"Feature\",\"id\":\"x\",\"properties\":{\"residents\":\"1.0\",\"share\":null,\"own\":\"ja\","
        "\"note\":\"7\"},\"geometry\":null}\n"
        "]}\n");
}

TEST_CASE("geojson: what is written is read back") {
  Layer layer;
  layer.name = "areas";
  layer.columns = {{"id", text}, {"residents", integer}, {"share", number}};
  layer.rows = {{"2491", "12", "0.5"}, {"é", "", ""}};
  layer.geometry = GeometryKind::multipolygon;
  layer.polygons = {triangle, {}};
  const auto back = parse_geojson(to_geojson(layer), "areas", "outlines.geojson");
  REQUIRE(back);
  CHECK(back->rows == layer.rows);
  CHECK(back->polygons == layer.polygons);
  CHECK(back->columns[1].type == integer);
  CHECK(*parse_outline(outline_json(triangle), "x") == triangle);
}

TEST_CASE("geojson: points, a Polygon and a number as id are read") {
  const auto layer = parse_geojson(
      R"({"features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[4.5,52,1]},"properties":null}]})",
      "p", "p");
  REQUIRE(layer);
  CHECK(layer->rows.front().front() == "7");
  CHECK(*layer->points.front() == geo::LonLat{4.5, 52});
  CHECK(
      key_of(R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}})").empty());
}

TEST_CASE("geojson: each kind of broken feature is refused for what it is") {
  CHECK(key_of(R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0],[1,0]]}})") ==
        "formats.feature_geometry");
  CHECK(key_of(R"({"type":"Feature","geometry":{"type":"Point","coordinates":[4.5]}})") ==
        "formats.feature_coordinates");
  CHECK(key_of(R"({"type":"Feature","geometry":{"type":"Point","coordinates":[81000,455000]}})") ==
        "formats.feature_place");
  CHECK(key_of(R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}})") ==
        "formats.feature_ring");
  CHECK(key_of(R"({"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[]]}})") ==
        "formats.feature_coordinates");
  CHECK(key_of("7") == "formats.no_feature");
  CHECK(key_of("{") == "formats.broken_json");
  CHECK(parse_geojson("[]", "a", "a").error().message.key == "formats.no_collection");
}

TEST_CASE("geojson: deep nesting is refused before it is parsed") {
  CHECK(parse_geojson(std::string(1'000'000, '['), "a", "a").error().message.key == "formats.json_too_deep");
  CHECK(json_nesting_within("[[{\"a\":\"[[[[\"}]]", 3));
  CHECK_FALSE(json_nesting_within("[[[[", 3));
}
