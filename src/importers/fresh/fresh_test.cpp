#include "importers/fresh/fresh.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "importers/fresh/update.hpp"
#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using importers::Completeness;
using importers::FreshReport;
using importers::foreign::PartReport;
using importers::foreign::Verdict;
namespace fs = std::filesystem;

namespace {

std::string square(double west, double south, double east, double north) {
  const auto at = [](double lon, double lat) { return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]"; };
  return R"({"type":"Polygon","coordinates":[[)" + at(west, south) + "," + at(east, south) + "," + at(east, north) +
         "," + at(west, north) + "," + at(west, south) + "]]}";
}

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string collection(const std::vector<std::string>& features) {
  std::string all;
  for (const std::string& one : features) all += (all.empty() ? "" : ",") + one;
  return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}

/// Two municipalities beside each other, each of two postcodes, and what a region may have.
class World {
 public:
  World() {
    put("gemeenten.geojson",
        collection({feature(R"("gemeentecode":"GM0001","gemeentenaam":"Westdorp","aantal_inwoners":3000)",
                            square(4.30, 52.00, 4.34, 52.04)),
                    feature(R"("gemeentecode":"GM0002","gemeentenaam":"Oostdorp","aantal_inwoners":1000)",
                            square(4.34, 52.00, 4.38, 52.04))}));
    put("pc4.geojson",
        collection({feature(R"("postcode":1001,"aantal_inwoners":2000)", square(4.30, 52.00, 4.34, 52.02)),
                    feature(R"("postcode":1002,"aantal_inwoners":1000)", square(4.30, 52.02, 4.34, 52.04)),
                    feature(R"("postcode":1003,"aantal_inwoners":600)", square(4.34, 52.00, 4.38, 52.02)),
                    feature(R"("postcode":1004,"aantal_inwoners":400)", square(4.34, 52.02, 4.38, 52.04))}));
    std::string addresses = "pc4,lat,lon,housenumber\n";
    for (int i = 0; i < 40; ++i)
      addresses += "1001,52.01,4.3" + std::to_string(10 + i % 20) + "," + std::to_string(i) + "\n";
    put("adressen.csv", addresses);
    put("poi.csv",
        "lat,lon,osm_key,osm_value,name\n52.011,4.311,amenity,school,De Klimop\n"
        "52.03,4.35,amenity,fire_station,Kazerne Oost\n52.012,4.312,amenity,pharmacy,\n"
        "53.0,6.0,amenity,school,Ver weg\n52.011,4.311,amenity,bench,\n");
  }

  void put(const char* name, const std::string& bytes) const { test::put(folder_ / name, bytes); }
  [[nodiscard]] const fs::path& path() const { return folder_.path(); }

 private:
  test::TemporaryFolder folder_;
};

struct Built {
  region::Tables tables;
  FreshReport report;
};

Built built(const fs::path& folder, importers::FreshSettings settings = {}) {
  Built out;
  Diagnostics notes;
  settings.id = "proef";
  auto tables = importers::build_fresh(folder, settings, out.report, notes);
  REQUIRE_MESSAGE(tables, (tables ? std::string() : tables.error().message.key));
  CHECK(notes.error_count() == 0);
  out.tables = *std::move(tables);
  Diagnostics again;
  REQUIRE(region::build_region(out.tables, again));
  return out;
}

Error refused(const fs::path& folder, const importers::FreshSettings& settings = {}) {
  FreshReport report;
  Diagnostics notes;
  const auto tables = importers::build_fresh(folder, settings, report, notes);
  REQUIRE(!tables);
  return tables.error();
}

const PartReport& part(const FreshReport& report, const std::string& file) {
  const auto found = std::find_if(report.parts.begin(), report.parts.end(),
                                  [&file](const PartReport& one) { return one.file == file; });
  REQUIRE(found != report.parts.end());
  return *found;
}

std::optional<std::vector<std::string>> row(const region::Tables& tables, const std::string& table,
                                            const std::string& id) {
  for (const auto& cells : tables.tables.at(table).rows)
    if (cells.front() == id) return cells;
  return std::nullopt;
}

std::string cell(const region::Tables& tables, const std::string& table, const std::string& id,
                 const std::string& column) {
  const auto cells = row(tables, table, id);
  REQUIRE(cells);
  return (*cells)[*tables.tables.at(table).column(column)];
}

std::optional<fs::path> real_files() {
  const char* const given = std::getenv("VEER_SHARED_DIR");
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  const fs::path folder =
      given != nullptr ? fs::path(given) : fs::path(source == nullptr ? "." : source) / ".." / "shared";
  if (fs::exists(folder / "data" / "real" / "README.md")) return folder / "data" / "real";
  return std::nullopt;
}

}  // namespace

TEST_CASE("fresh: a region is the union of its municipalities, and its residents are those of the finer areas") {
  const World world;
  const Built region = built(world.path());
  CHECK(region.report.residents == 4000);
  CHECK(region.report.level == importers::foreign::Level::postcode4);
  REQUIRE(region.report.municipalities.size() == 2);
  CHECK(region.report.municipalities[0].residents == 3000);
  CHECK(cell(region.tables, "areas", "1003", "municipality") == "GM0002");
  CHECK(region.tables.outlines.size() == 4);
  CHECK(region.tables.attributions.size() == 2);
  CHECK(region.tables.title == "Westdorp en Oostdorp");
}

TEST_CASE("fresh: residents live on the addresses of their area, and spread evenly where there are none") {
  const World world;
  const Built region = built(world.path());
  CHECK(region.report.addresses == 40);
  CHECK(region.report.areas_without_addresses == 3);
  std::int64_t on_addresses = 0;
  std::size_t squares = 0;
  const auto& cells = region.tables.tables.at("cells");
  for (const auto& one : cells.rows)
    if (one.front().starts_with("1001/")) {
      on_addresses += std::stoll(one[*cells.column("residents")]);
      ++squares;
    }
  CHECK(on_addresses == 2000);
  CHECK(squares <= 6);  // 40 addresses on a line of 1,3 km
}

TEST_CASE("fresh: facilities inside become assets with power and candidates, others are counted") {
  const World world;
  const Built region = built(world.path());
  CHECK(cell(region.tables, "assets", "school/52.011-4.311", "municipality") == "GM0001");
  CHECK(cell(region.tables, "support_points", "local/52.011-4.311", "name") == "De Klimop");
  CHECK(cell(region.tables, "support_points", "coordinating/52.03-4.35", "level") == "coordinating");
  CHECK(cell(region.tables, "assets", "pharmacy/52.012-4.312", "name") == "Apotheek Westdorp (1001)");
  CHECK(row(region.tables, "needs", "school/52.011-4.311/electricity").has_value());
  const PartReport& poi = part(region.report, "poi.csv");
  CHECK(poi.verdict == Verdict::used);
  CHECK(poi.rows_used == 3);
  REQUIRE(poi.dropped.size() == 2);
}

TEST_CASE("fresh: building twice gives the same tables") {
  const World world;
  const Built first = built(world.path());
  const Built second = built(world.path());
  for (const auto& [name, table] : first.tables.tables) {
    CAPTURE(name);
    CHECK(table.rows == second.tables.tables.at(name).rows);
  }
}

TEST_CASE("fresh: only the municipalities that are asked for, and files outside are told") {
  const World world;
  const Built region = built(world.path(), {.municipalities = {"2"}, .areas = {}});
  CHECK(region.report.residents == 1000);
  CHECK(part(region.report, "adressen.csv").verdict == Verdict::outside);
  CHECK(!row(region.tables, "assets", "school/52.011-4.311"));
  const Error error = refused(world.path(), {.municipalities = {"GM0009"}, .areas = {}});
  CHECK(error.message.key == "importers.fresh.municipality_unknown");
}

TEST_CASE("fresh: of several municipality layers the one with the fewest is the region") {
  const World world;
  world.put("land.geojson",
            collection({feature(R"("gemeentecode":"GM0001","gemeentenaam":"Westdorp","aantal_inwoners":3000)",
                                square(4.30, 52.00, 4.34, 52.04)),
                        feature(R"("gemeentecode":"GM0002","gemeentenaam":"Oostdorp","aantal_inwoners":1000)",
                                square(4.34, 52.00, 4.38, 52.04)),
                        feature(R"("gemeentecode":"GM0003","gemeentenaam":"Verdorp","aantal_inwoners":7000)",
                                square(5.0, 52.00, 5.1, 52.04))}));
  CHECK(built(world.path()).report.residents == 4000);
  const Built far = built(world.path(), {.municipalities = {"GM0003"}, .areas = {}});
  CHECK(far.report.residents == 7000);
  CHECK(far.report.level == importers::foreign::Level::municipality);
  CHECK(part(far.report, "pc4.geojson").verdict == Verdict::outside);
}

TEST_CASE("fresh: a layer that names municipalities without codes gets them from another file") {
  const test::TemporaryFolder folder;
  test::put(
      folder / "kaart.geojson",
      collection({feature(R"("gemeentenaam":"'s-Gravenhage","aantal_inwoners":500)", square(4.30, 52.00, 4.34, 52.04)),
                  feature(R"("gemeentenaam":"Onbekend","aantal_inwoners":5)", square(4.40, 52.00, 4.44, 52.04))}));
  test::put(folder / "kern.csv", "GM_CODE,GM_NAAM,AANT_INW,AANTAL_HH\nGM0518,Den Haag,500,250\n");
  const Built region = built(folder.path());
  CHECK(region.report.municipalities[0].id == "GM0518");
  CHECK(region.report.municipalities[0].name == "Den Haag");
  CHECK(cell(region.tables, "areas", "GM0518", "households") == "250");
  REQUIRE(part(region.report, "kaart.geojson").dropped.size() == 1);
  CHECK(part(region.report, "kaart.geojson").dropped[0].reason == "name_unknown");
}

TEST_CASE("fresh: the table of completeness tells what is there, what is assumed and what is missing") {
  const World world;
  const Built region = built(world.path());
  const auto line = [&region](const std::string& subject) {
    const auto& lines = region.report.completeness;
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const auto& one) { return one.subject == subject; });
    REQUIRE(found != lines.end());
    return *found;
  };
  CHECK(line("areas").state == Completeness::State::present);
  CHECK(line("electricity").state == Completeness::State::assumed);
  CHECK(line("telecom").state == Completeness::State::missing);
  CHECK(line("processes").state == Completeness::State::missing);
  CHECK(line("daily_needs").count == 3);  // light and medicines
}

TEST_CASE("fresh: what keeps a region from being built is one clear error") {
  const test::TemporaryFolder empty;
  CHECK(refused(empty.path()).message.key == "importers.fresh.no_municipalities");
  CHECK(refused(empty / "nergens").kind == ErrorKind::not_found);
  const test::TemporaryFolder nobody;
  test::put(nobody / "g.geojson",
            collection({feature(R"("gemeentecode":"GM0001","gemeentenaam":"Leegdorp","aantal_inwoners":-99997)",
                                square(4.30, 52.00, 4.34, 52.04))}));
  CHECK(refused(nobody.path()).message.key == "importers.fresh.no_residents");
  const World world;
  CHECK(refused(world.path(), {.municipalities = {}, .areas = importers::foreign::Level::district}).message.key ==
        "importers.fresh.level_missing");
  world.put("zalen.csv", "naam;x;y\nhal;455000;82000\n");
  CHECK(refused(world.path()).message.key == "importers.foreign.swapped");
  world.put("zalen.csv", "naam;lon;lat\nhal,4.3,52\n");
  CHECK(refused(world.path()).message.key == "formats.foreign_cells");
}

TEST_CASE("update: a list of sites comes in by its own ids, twice the same, and confirmed rows stay") {
  const World world;
  region::Tables tables = built(world.path()).tables;
  const test::TemporaryFolder files;
  test::put(files / "zalen.csv",
            "id;naam;niveau;lon;lat;capaciteit\nZ1;Zaal Een;lokaal;4,31;52,01;60\n"
            "Z2;Kazerne;coördinerend;4,36;52,03;\nZ3;Ver weg;lokaal;6;53;10\n");
  const auto first = importers::update_region(tables, importers::UpdateKind::sites, {files / "zalen.csv"});
  REQUIRE(first);
  CHECK(first->parts[0].rows_used == 2);
  CHECK(cell(tables, "support_points", "site/Z1", "capacity_per_h") == "60");
  CHECK(cell(tables, "support_points", "site/Z2", "level") == "coordinating");
  const auto before = tables.tables.at("support_points").rows;
  REQUIRE(importers::update_region(tables, importers::UpdateKind::sites, {files / "zalen.csv"}));
  CHECK(tables.tables.at("support_points").rows == before);

  auto& points = tables.tables.at("support_points");
  for (auto& cells : points.rows)
    if (cells.front() == "site/Z1") cells[*points.column("confirmed")] = "true";
  test::put(files / "zalen.csv", "id;naam;niveau;lon;lat\nZ1;Andere naam;lokaal;4,31;52,01\n");
  REQUIRE(importers::update_region(tables, importers::UpdateKind::sites, {files / "zalen.csv"}));
  CHECK(cell(tables, "support_points", "site/Z1", "name") == "Zaal Een");
  Diagnostics notes;
  CHECK(region::build_region(tables, notes));
}

TEST_CASE("update: new residents reach zones and squares, and the region still adds up") {
  const World world;
  region::Tables tables = built(world.path()).tables;
  const test::TemporaryFolder files;
  test::put(files / "nieuw.csv", "postcode,aantal_inwoners,inw_65_plus\n1001,2500,700\n9999,10,1\n");
  const auto told = importers::update_region(tables, importers::UpdateKind::residents, {files / "nieuw.csv"});
  REQUIRE(told);
  CHECK(told->residents_before == 4000);
  CHECK(told->residents_after == 4500);
  CHECK(told->parts[0].matched == 1);
  CHECK(cell(tables, "areas", "1001", "age_65_plus") == "700");
  Diagnostics notes;
  CHECK(region::build_region(tables, notes));  // areas = zones = squares
}

TEST_CASE("update: homes spread the residents of their area anew, over the same zones") {
  const World world;
  region::Tables tables = built(world.path()).tables;
  const test::TemporaryFolder files;
  test::put(files / "bag.csv",
            "identificatie;gebruiksdoel;huisnummer;lon;lat\n1;woonfunctie;1;4,35;52,01\n"
            "2;woonfunctie;2;4,35;52,01\n3;woonfunctie;3;4,37;52,015\n");
  REQUIRE(importers::update_region(tables, importers::UpdateKind::homes, {files / "bag.csv"}));
  std::vector<std::string> heads;
  const auto& cells = tables.tables.at("cells");
  for (const auto& one : cells.rows)
    if (one.front().starts_with("1003/")) heads.push_back(one[*cells.column("residents")]);
  std::sort(heads.begin(), heads.end());
  CHECK(heads == std::vector<std::string>{"200", "400"});  // 600 residents, one home and two
  Diagnostics notes;
  CHECK(region::build_region(tables, notes));
}

TEST_CASE("update: a file of another kind is told") {
  const World world;
  region::Tables tables = built(world.path()).tables;
  const auto told = importers::update_region(tables, importers::UpdateKind::hospitals, {world.path() / "poi.csv"});
  REQUIRE(!told);
  CHECK(told.error().message.key == "importers.foreign.other_content");
}

TEST_CASE("fresh: the real files of Haaglanden give its nine municipalities and 1,121,670 residents") {
  const auto folder = real_files();
  if (!folder) {
    MESSAGE("skipped: no folder with public source files (VEER_SHARED_DIR)");
    return;
  }
  const Built region = built(*folder, {.municipalities = {}, .areas = {}, .walks = {.threads = 2}});
  CHECK(region.report.residents == 1'121'670);
  CHECK(region.report.municipalities.size() == 9);
  CHECK(region.report.addresses > 590'000);
  CHECK(part(region.report, "liechtenstein-latest.osm.pbf").verdict == Verdict::outside);
  CHECK(part(region.report, "amsterdam-clip.osm.pbf").verdict == Verdict::outside);
  CHECK(part(region.report, "haaglanden-2021.osm.pbf").verdict == Verdict::doubled);
  CHECK(part(region.report, "haaglanden_pc4_2021.geojson.gz").residents == 1'121'670);
  CHECK(part(region.report, "README.md").verdict == Verdict::unknown);
  CHECK(region.report.walks.has_value());
}
