#include "formats/geopackage.hpp"

#include <doctest/doctest.h>

#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;
using enum ColumnType;

namespace {

const geo::MultiPolygon square{{{{4.3, 52.0}, {4.4, 52.0}, {4.4, 52.1}, {4.3, 52.0}},
                                {{4.35, 52.03}, {4.36, 52.03}, {4.36, 52.04}, {4.35, 52.03}}}};

Layer sample() {
  Layer layer;
  layer.name = "areas";
  layer.columns = {{"id", text}, {"fid", integer}, {"geom", number}, {"order", boolean}, {"mixed", number}};
  layer.rows = {{"0012", "3", "0.1", "true", "1.50"},
                {"=1", "", "1e+300", "false", "2"},
                {"a\nb ", "-999999999999999", "", "", "x,5"}};
  layer.geometry = GeometryKind::multipolygon;
  layer.polygons = {square, {}, square};
  return layer;
}

}  // namespace

TEST_CASE("geopackage: outlines, points and bare tables come back as they went") {
  const test::TemporaryFolder folder;
  Layer points;
  points.name = "assets";
  points.columns = {{"id", text}, {"lon", number}};
  points.rows = {{"a", "4.123456"}, {"b", ""}};
  points.geometry = GeometryKind::point;
  points.points = {geo::LonLat{4.123456, 52.1}, std::nullopt};
  Layer bare;
  bare.name = "_meta";
  bare.columns = {{"item", text}};
  const std::vector<Layer> layers{sample(), points, bare};
  REQUIRE(write_geopackage(folder / "a.gpkg", layers));

  const auto back = read_geopackage(folder / "a.gpkg");
  REQUIRE(back);
  REQUIRE(back->size() == 3);
  for (const Layer& wanted : layers) {
    const auto found =
        std::find_if(back->begin(), back->end(), [&](const Layer& layer) { return layer.name == wanted.name; });
    REQUIRE(found != back->end());
    CHECK(found->rows == wanted.rows);
    CHECK(found->geometry == wanted.geometry);
    CHECK(found->points == wanted.points);
    CHECK(found->polygons == wanted.polygons);
    REQUIRE(found->columns.size() == wanted.columns.size());
    for (std::size_t c = 0; c < wanted.columns.size(); ++c) CHECK(found->columns[c].name == wanted.columns[c].name);
  }
}

TEST_CASE("geopackage: a column gets its type when every cell keeps its text, and is text otherwise") {
  const test::TemporaryFolder folder;
  const std::vector<Layer> layers{sample()};
  REQUIRE(write_geopackage(folder / "a.gpkg", layers));
  const auto back = read_geopackage(folder / "a.gpkg");
  REQUIRE(back);
  std::vector<ColumnType> types;
  for (const Column& column : back->front().columns) types.push_back(column.type);
  CHECK(types == std::vector<ColumnType>{text, integer, number, boolean, text});
}

TEST_CASE("geopackage: the same layers give the same bytes") {
  const std::vector<Layer> layers{sample()};
  CHECK(*to_gpkg(layers) == *to_gpkg(layers));
}

TEST_CASE("geopackage: names that SQLite would take for one are refused") {
  std::vector<Layer> layers{sample(), sample()};
  layers[1].name = "AREAS";
  CHECK(to_gpkg(layers).error().message.key == "formats.layer_name");
  layers.pop_back();
  layers[0].columns[1].name = "ID";
  CHECK(to_gpkg(layers).error().message.key == "formats.column_twice");
}

TEST_CASE("geopackage: what is no GeoPackage is refused") {
  const test::TemporaryFolder folder;
  test::put(folder / "a.gpkg", "id,name\n");
  CHECK(read_geopackage(folder / "a.gpkg").error().message.key == "formats.no_geopackage");
  CHECK(read_geopackage(folder / "none.gpkg").error().kind == ErrorKind::not_found);
  const std::vector<Layer> layers{sample()};
  const std::string bytes = *to_gpkg(layers);
  test::put(folder / "cut.gpkg", bytes.substr(0, bytes.size() / 2));
  CHECK_FALSE(read_geopackage(folder / "cut.gpkg"));
}

TEST_CASE("geopackage: a disk that runs full leaves nothing half written") {
  const test::TemporaryFolder folder;
  Done written;
  {
    const test::FullDisk full(2000);
    REQUIRE(full.works());
    const std::vector<Layer> layers{sample()};
    written = write_geopackage(folder / "a.gpkg", layers);
  }
  REQUIRE_FALSE(written);
  CHECK(written.error().message.key == "formats.disk_full");
  CHECK(folder.names().empty());
}
