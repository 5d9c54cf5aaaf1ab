#include "formats/vector_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstring>

#include "formats/geopackage.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;

namespace {

Layer points(std::vector<geo::LonLat> places) {
  Layer layer;
  layer.name = "zalen";
  layer.columns = {{"naam", ColumnType::text}};
  layer.geometry = GeometryKind::point;
  for (const geo::LonLat place : places) {
    layer.rows.push_back({"zaal " + std::to_string(layer.rows.size() + 1)});
    layer.points.emplace_back(place);
  }
  return layer;
}

VectorFile opened(const std::vector<Layer>& layers) {
  const auto bytes = to_gpkg(layers);
  REQUIRE(bytes);
  auto file = VectorFile::open_bytes(*bytes, "zalen.gpkg");
  REQUIRE(file);
  return *std::move(file);
}

std::string big(std::int32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>(static_cast<std::uint32_t>(value) >> shift & 0xFFU);
  return out;
}
std::string little(std::int32_t value) {
  const std::string other = big(value);
  return {other.rbegin(), other.rend()};
}
std::string little(double value) {
  std::array<char, 8> bytes{};
  std::memcpy(bytes.data(), &value, bytes.size());
  static_assert(std::endian::native == std::endian::little);
  return {bytes.begin(), bytes.end()};
}

/// A shapefile of one point with a column BU_CODE, as ESRI's description of July 1998 has it.
void write_shapefile(const test::TemporaryFolder& folder, double x, double y, const char* prj) {
  const std::string box = little(x) + little(y) + little(x) + little(y) + std::string(32, '\0');
  const auto header = [&box](std::int32_t words) {
    return big(9994) + std::string(20, '\0') + big(words) + little(1000) + little(1) + box;
  };
  const std::string content = little(1) + little(x) + little(y);
  test::put(folder / "buurt.shp", header(50 + 4 + 10) + big(1) + big(10) + content);
  test::put(folder / "buurt.shx", header(50 + 4) + big(50) + big(10));
  std::string field = "BU_CODE";
  field.resize(11, '\0');
  field += "C" + std::string(4, '\0') + std::string(1, 10) + std::string(15, '\0');
  const std::string dbf = std::string(1, 3) + std::string("\x14\x01\x01", 3) + little(1) + std::string("\x41\0", 2) +
                          std::string("\x0b\0", 2) + std::string(20, '\0') + field + "\r BU05180101\x1a";
  test::put(folder / "buurt.dbf", dbf);
  if (prj != nullptr) test::put(folder / "buurt.prj", prj);
}

constexpr const char* rd_prj =
    R"(PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],)"
    R"(PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],PARAMETER["Central_Meridian",5.38763888888889],)"
    R"(PARAMETER["Scale_Factor",0.9999079],PARAMETER["Latitude_Of_Origin",52.15616055555555],UNIT["Meter",1.0]])";

}  // namespace

TEST_CASE("vector file: layers tell their columns and rows before they are read") {
  const VectorFile file = opened({points({{4.3, 52.0}, {4.4, 52.1}})});
  REQUIRE(file.layers().size() == 1);
  CHECK(file.layers()[0].name == "zalen");
  CHECK(file.layers()[0].row_count == 2);
  CHECK(file.layers()[0].geometry == GeometryKind::point);
}

TEST_CASE("vector file: only rows near the wished rectangle are taken") {
  const VectorFile file = opened({points({{4.3, 52.0}, {6.0, 53.0}})});
  const auto layer = file.read(0, {.within = geo::Bounds{4.2, 51.9, 4.5, 52.2}});
  REQUIRE(layer);
  CHECK(layer->rows == std::vector<std::vector<std::string>>{{"zaal 1"}});
  const auto everything = file.read(0);
  REQUIRE(everything);
  CHECK(everything->rows.size() == 2);
}

TEST_CASE("vector file: degrees that are metres, and places changed over, are one clear error") {
  const auto wrong = opened({points({{81'000, 455'000}})}).read(0);
  REQUIRE(!wrong);
  CHECK(wrong.error().message.key == "formats.reference_wrong");
  CHECK(wrong.error().message.arguments == std::vector<std::string>{"EPSG:4326", "81000", "455000"});
  CHECK(wrong.error().place.table == "zalen");
  const auto swapped = opened({points({{52.07, 4.31}})}).read(0);
  REQUIRE(!swapped);
  CHECK(swapped.error().message.key == "formats.reference_swapped");
}

TEST_CASE("vector file: a shapefile in RD New is read in degrees, with or without its .prj") {
  for (const char* prj : {rd_prj, static_cast<const char*>(nullptr)}) {
    CAPTURE(prj);
    const test::TemporaryFolder folder;
    write_shapefile(folder, 82'000, 455'000, prj);
    const auto file = VectorFile::open(folder / "buurt.shp");
    REQUIRE(file);
    const auto layer = file->read(0);
    REQUIRE(layer);
    CHECK(layer->rows == std::vector<std::vector<std::string>>{{"BU05180101"}});
    REQUIRE(layer->points.size() == 1);
    CHECK(layer->points[0]->lon == doctest::Approx(4.3223).epsilon(0.00002));  // Den Haag, near its town hall
    CHECK(layer->points[0]->lat == doctest::Approx(52.0785).epsilon(0.000002));
  }
}

TEST_CASE("vector file: a system that nobody names and that the numbers do not tell is asked for") {
  const test::TemporaryFolder folder;
  write_shapefile(folder, 1'000'000, 6'800'000, nullptr);
  const auto file = VectorFile::open(folder / "buurt.shp");
  REQUIRE(file);
  const auto layer = file->read(0);
  REQUIRE(!layer);
  CHECK(layer.error().message.key == "formats.reference_unknown");
}

TEST_CASE("vector file: a GeoPackage that breaks off, and a file of another kind, are told") {
  auto bytes = to_gpkg(std::vector{points({{4.3, 52.0}})});
  REQUIRE(bytes);
  const auto half = VectorFile::open_bytes(std::string_view(*bytes).substr(0, bytes->size() / 2), "half.gpkg");
  REQUIRE(!half);
  CHECK(half.error().message.key == "formats.no_geopackage");
  const test::TemporaryFolder folder;
  test::put(folder / "a.gpkg", "hallo");
  const auto other = VectorFile::open(folder / "a.gpkg");
  REQUIRE(!other);
  CHECK(other.error().message.key == "formats.no_vector_file");
}

TEST_CASE("vector file: more rows than wished are refused") {
  const auto layer = opened({points({{4.3, 52.0}, {4.4, 52.1}})}).read(0, {.within = {}, .most_rows = 1});
  REQUIRE(!layer);
  CHECK(layer.error().message.key == "formats.too_many_rows");
}
