#include "report/geopackage.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cmath>
#include <map>

#include "formats/geopackage.hpp"
#include "report/audience.hpp"
#include "report/data_messages.hpp"
#include "support/sample_findings.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{data_messages()};
  return all;
}

/// Layers by name, read by GDAL as QGIS does.
std::map<std::string, formats::Layer> layers_of(const Findings& findings, const test::TemporaryFolder& folder) {
  REQUIRE(write_results_geopackage(findings, Language::nl, texts(), folder / "results.gpkg"));
  auto read = formats::read_geopackage(folder / "results.gpkg");
  REQUIRE(read);
  std::map<std::string, formats::Layer> out;
  for (auto& layer : *read) out.emplace(layer.name, std::move(layer));
  return out;
}

std::string cell(const formats::Layer& layer, std::size_t row, const std::string& column) {
  for (std::size_t c = 0; c < layer.columns.size(); ++c)
    if (layer.columns[c].name == column) return layer.rows.at(row).at(c);
  FAIL("no column ", column);
  return "";
}

/// The first column of the first row.
std::string ask(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
  std::string out;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* text = sqlite3_column_text(statement, 0);
    if (text != nullptr) out = reinterpret_cast<const char*>(text);
  }
  sqlite3_finalize(statement);
  sqlite3_close(handle);
  return out;
}

}  // namespace

TEST_CASE("geopackage: GDAL reads the areas with their outlines and their state at the moments") {
  const test::TemporaryFolder folder;
  const Findings findings = testing::sample_findings();
  const auto layers = layers_of(findings, folder);
  const formats::Layer& areas = layers.at("gebieden");
  REQUIRE(areas.rows.size() == 8);
  CHECK(areas.polygons[0] == findings.areas[0].outline);
  CHECK(areas.polygons[7].empty());
  CHECK(cell(areas, 1, "gemeente") == "Waterveen");
  CHECK(cell(areas, 1, "onvervuld_warmth_u048") ==
        std::to_string(std::llround(static_cast<double>(findings.areas[1].unmet[2].mean[48]))));
}

TEST_CASE("geopackage: areas × hours is a layer with outline, time and a column per need") {
  const test::TemporaryFolder folder;
  const Findings findings = testing::sample_findings();
  const auto layers = layers_of(findings, folder);
  const formats::Layer& hours = layers.at("gebieden_uur");
  REQUIRE(hours.rows.size() == 8 * 169);
  const std::size_t row = 3 * 169 + 24;  // area 3, hour 24
  CHECK(hours.polygons[row] == findings.areas[3].outline);
  CHECK(cell(hours, row, "id") == findings.areas[3].id);
  CHECK(cell(hours, row, "uur") == "24");
  CHECK(cell(hours, row, "tijd").find("2023") != std::string::npos);
  for (std::size_t n = 0; n < findings.needs.size(); ++n)
    CHECK(cell(hours, row, "onvervuld_" + findings.needs[n].id) ==
          std::to_string(std::llround(static_cast<double>(findings.areas[3].unmet[n].mean[24]))));
  CHECK(layers.at("gebied_uur").rows.size() == 8 * 169);
}

TEST_CASE("geopackage: the time of an hour is a moment that QGIS can step through") {
  const test::TemporaryFolder folder;
  REQUIRE(write_results_geopackage(testing::sample_findings(), Language::nl, texts(), folder / "a.gpkg"));
  CHECK(ask(folder / "a.gpkg", "SELECT tijd FROM gebieden_uur WHERE uur = 8 LIMIT 1") == "2023-01-18T01:00:00.000Z");
  CHECK(ask(folder / "a.gpkg",
            "SELECT styleQML LIKE '%startField=\"tijd\"%' FROM layer_styles WHERE f_table_name = 'gebieden_uur'") ==
        "1");
  CHECK(ask(folder / "a.gpkg",
            "SELECT title FROM gpkg_data_columns WHERE table_name = 'gebieden_uur' AND column_name = "
            "'onvervuld_water'") == "Drinkwater: onvervuld (inwoners)");
}

TEST_CASE("geopackage: the file is sound and keeps the rules of the format") {
  const test::TemporaryFolder folder;
  REQUIRE(write_results_geopackage(testing::sample_findings(), Language::nl, texts(), folder / "a.gpkg"));
  CHECK(ask(folder / "a.gpkg", "PRAGMA integrity_check") == "ok");
  CHECK(ask(folder / "a.gpkg", "PRAGMA foreign_key_check").empty());
  CHECK(ask(folder / "a.gpkg", "PRAGMA application_id") == "1196444487");
  CHECK(ask(folder / "a.gpkg",
            "SELECT count(*) FROM gpkg_contents c WHERE NOT EXISTS (SELECT 1 FROM sqlite_master m WHERE m.name = "
            "c.table_name)") == "0");
}

TEST_CASE("geopackage: assets are a layer of points for the internal audience and absent for the open one") {
  const test::TemporaryFolder folder;
  const Findings findings = testing::sample_findings();
  const auto internal = layers_of(findings, folder);
  const formats::Layer& assets = internal.at("objecten");
  REQUIRE(assets.rows.size() == 4);
  CHECK(assets.points[1] == findings.assets[1].place);
  CHECK_FALSE(assets.points[3]);
  CHECK(std::stod(cell(assets, 1, "kans_uit_u024")) ==
        doctest::Approx(static_cast<double>(findings.assets[1].down_probability[24])).epsilon(0.001));
  CHECK_FALSE(layers_of(for_audience(findings, Audience::open), folder).contains("objecten"));
}

TEST_CASE("geopackage: the same findings give the same bytes, and no findings a file that opens") {
  CHECK(results_geopackage(testing::sample_findings(), Language::nl, texts()) ==
        results_geopackage(testing::sample_findings(), Language::nl, texts()));
  const test::TemporaryFolder folder;
  REQUIRE(write_results_geopackage(testing::empty_findings(), Language::nl, texts(), folder / "empty.gpkg"));
  CHECK(ask(folder / "empty.gpkg", "SELECT count(*) FROM gebieden_uur") == "0");
  CHECK(ask(folder / "empty.gpkg", "SELECT waarde FROM studie WHERE onderwerp = 'Regio'") == "Lege regio");
}

TEST_CASE("geopackage: a folder that does not exist is one error and no file") {
  const test::TemporaryFolder folder;
  const auto done = write_results_geopackage(testing::sample_findings(), Language::nl, texts(),
                                             folder.path() / "none" / "results.gpkg");
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == ErrorKind::unavailable);
  CHECK(folder.names().empty());
}
