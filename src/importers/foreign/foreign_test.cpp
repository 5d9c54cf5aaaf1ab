#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "formats/foreign_text.hpp"
#include "importers/foreign/census.hpp"
#include "importers/foreign/columns.hpp"
#include "importers/foreign/points.hpp"
#include "importers/foreign/source_file.hpp"
#include "importers/foreign/values.hpp"
#include "support/small_zip.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::importers::foreign;
using formats::GeometryKind;

namespace {

Rows rows_of(std::string_view text) {
  auto read = formats::parse_foreign_text(text, "", "f.csv");
  REQUIRE(read);
  Rows rows;
  for (const std::string& column : read->table.columns) rows.columns.push_back({column, formats::ColumnType::text});
  rows.rows = std::move(read->table.rows);
  rows.lines = std::move(read->table.lines);
  return rows;
}

PartReport report_of(const Rows& rows) {
  return {.file = "f.csv", .content = recognised(rows.column_names(), rows.geometry)};
}

std::size_t dropped(const PartReport& report, const std::string& reason) {
  for (const Dropped& one : report.dropped)
    if (one.reason == reason) return one.count;
  return 0;
}

Content content(const std::vector<std::string>& columns, GeometryKind geometry = GeometryKind::none) {
  return recognised(columns, geometry);
}

std::vector<CensusRow> census(std::string_view text, PartReport* told = nullptr) {
  const Rows rows = rows_of(text);
  PartReport report = report_of(rows);
  REQUIRE(report.content == Content::census);
  auto areas = read_census(rows, report);
  REQUIRE(areas);
  if (told != nullptr) *told = report;
  return *std::move(areas);
}

}  // namespace

TEST_CASE("foreign: numbers are read as people and agencies write them") {
  CHECK(number("81.234,5") == 81234.5);
  CHECK(number("81,234.5") == 81234.5);
  CHECK(number("52,0701") == 52.0701);
  CHECK(number("1.234.567,8") == 1234567.8);
  CHECK(number(" 457400") == 457400);
  CHECK(number("1,234,567") == 1234567);
  CHECK(number_with_thousands("455.000") == 455000);
  CHECK(!number("NA"));
  CHECK(!number("."));
  CHECK(!number(""));
}

TEST_CASE("foreign: what CBS writes for unknown and secret is no number, and its neighbours are") {
  for (const char* secret : {"-99997", "-99995", "-99999", "-99999999", "-99999998", "-99997.0"}) {
    CAPTURE(secret);
    CHECK(!number(secret));
    CHECK(!count(secret));
  }
  CHECK(number("-99000") == -99000);
  CHECK(!count("-5"));
}

TEST_CASE("foreign: codes are one spelling, and what is no code is none") {
  CHECK(code("518", "GM", 4) == "GM0518");
  CHECK(code("GM0518 ", "GM", 4) == "GM0518");
  CHECK(code("gm0518", "GM", 4) == "GM0518");
  CHECK(code("Den Haag", "GM", 4).empty());
  CHECK(postcode("2511 ab") == "2511AB");
  CHECK(postcode("PC2511") == "2511");
  CHECK(postcode("10").empty());
  CHECK(postcode("0123").empty());
}

TEST_CASE("foreign: names of one municipality meet, whatever its spelling") {
  CHECK(folded_name("'s-Gravenhage") == folded_name("Den Haag"));
  CHECK(folded_name("s-Gravenhage") == folded_name("Den Haag"));
  CHECK(folded_name("Hoeksche Waard") == folded_name("Hoekse Waard"));
  CHECK(folded_name("Súdwest-Fryslân") == folded_name("Sudwest Fryslan"));
  CHECK(folded_name("Rijswijk (ZH.)") != folded_name("Rijswijk (NB.)"));
  CHECK(without_entities("35.000 i.e. &agrave; 136 gr. &amp; meer &#233; &x;") == "35.000 i.e. à 136 gr. & meer é &x;");
}

TEST_CASE("foreign: files are known by their columns, old names and new ones") {
  const auto polygons = GeometryKind::multipolygon;
  CHECK(content({"buurtcode", "buurtnaam", "gemeentecode", "water", "aantal_inwoners"}, polygons) == Content::census);
  CHECK(content({"BU_CODE", "BU_NAAM", "GM_CODE", "WATER", "AANT_INW"}, polygons) == Content::census);
  CHECK(content({"gemeentenaam", "aantal_inwoners", "oppervlakte_km2"}, polygons) == Content::census);
  CHECK(content({"postcode6", "aantal_inwoners", "aantal_woningen"}, polygons) == Content::census);
  CHECK(content({"PC4", "INWONER", "MAN", "VROUW", "INW_014"}) == Content::census);
  CHECK(content({"ID", "WijkenEnBuurten", "Gemeentenaam_1", "Codering_3", "AantalInwoners_5"}) == Content::census);
  CHECK(content({"Id", "Measure", "ValueAttribute", "Value", "WijkenEnBuurten"}) == Content::statline_rows);
  CHECK(content({"Identifier", "Index", "Title", "Unit"}) == Content::statline_measures);
  CHECK(content({"name", "safetyRegion", "Gemeentecode", "0-9", "okt-19", "20-29", "30-39"}) == Content::age_decades);
  CHECK(content({"municipality_code", "pc4", "lat", "lon", "housenumber"}) == Content::addresses);
  CHECK(content({"identificatie", "gebruiksdoel", "status", "huisnummer"}, GeometryKind::point) == Content::homes);
  CHECK(content({"identificatie", "bouwjaar", "status"}, polygons) == Content::buildings);
  CHECK(content({"NETBEHEERDER", "POSTCODE_VAN", "AANSLUITINGEN_AANTAL"}) == Content::connections);
  CHECK(content({"v_id", "lon", "lat", "typ", "voltage"}) == Content::power_nodes);
  CHECK(content({"RWZI_NUMBER", "RWZI_NAME", "bouwjaar"}) == Content::sewage_plants);
  CHECK(content({"naam", "rd_x", "rd_y"}) == Content::sites);
  CHECK(content({"safetyRegion_code", "name"}, polygons) == Content::boundaries);
  CHECK(content({"a", "b"}) == Content::unknown);
}

TEST_CASE(
    "foreign: of a neighbourhood file water, abroad and rows without a code are dropped, and unknown is not summed") {
  PartReport report;
  const auto areas = census(
      "buurtcode;buurtnaam;gemeentecode;water;aantal_inwoners;percentage_personen_65_jaar_en_ouder\n"
      "BU05180101;Oud Centrum;GM0518;NEE;1000;20\n"
      "BU05180102;Haven;GM0518;NEE;-99997;-99997\n"
      "BU05189997;Groot binnenwater;GM0518;JA;0;0\n"
      "BU09989999;Buitenland;GM0998;NEE;0;0\n"
      ";;;NEE;5;0\n",
      &report);
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].level == Level::neighbourhood);
  CHECK(areas[0].residents == 1000);
  CHECK(areas[0].ages[4] == 200);
  CHECK(!areas[1].residents);
  CHECK(dropped(report, "water") == 2);
  CHECK(dropped(report, "no_code") == 1);
  CHECK(report.rows_read == 5);
}

TEST_CASE("foreign: the percentages of all classes become heads that add up to the residents") {
  const auto areas = census(
      "BU_CODE,GM_CODE,AANT_INW,P_00_14_JR,P_15_24_JR,P_25_44_JR,P_45_64_JR,P_65_EO_JR\n"
      "BU05180101,GM0518,1001,15,12,25,28,21\n");
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < disjoint_age_classes; ++i) sum += areas[0].ages[i].value_or(-1);
  CHECK(sum == 1001);
  CHECK(areas[0].municipality == "GM0518");
}

TEST_CASE("foreign: a code that stands twice with other residents is an error, the same row twice is dropped") {
  PartReport report;
  CHECK(census("pc4,aantal_inwoners\n2511,10\n2511,10\n", &report).size() == 1);
  CHECK(dropped(report, "code_twice") == 1);
  const Rows rows = rows_of("pc4,aantal_inwoners\n2511,10\n2511,20\n");
  PartReport told = report_of(rows);
  const auto areas = read_census(rows, told);
  REQUIRE(!areas);
  CHECK(areas.error().message.key == "importers.foreign.code_twice");
  CHECK(areas.error().place.row == 3);
}

TEST_CASE("foreign: StatLine, wide and unpivoted, tells the level by the prefix of its padded codes") {
  const auto wide = census(
      "\"ID\";\"WijkenEnBuurten\";\"Gemeentenaam_1\";\"Codering_3\";\"AantalInwoners_5\"\n"
      "0;\"NL00      \";\"Nederland\";\"NL00      \";17475415\n1;\"GM0518    \";\"'s-Gravenhage  \";\"GM0518  \";\"  "
      "548320\"\n"
      "2;\"BU05180101\";\"'s-Gravenhage  \";\"BU05180101\";\"     .\"\n");
  REQUIRE(wide.size() == 2);
  CHECK(wide[0].code == "GM0518");
  CHECK(wide[0].residents == 548320);
  CHECK(wide[1].level == Level::neighbourhood);
  CHECK(!wide[1].residents);

  const Rows rows = rows_of(
      "Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n1;T001036;None;548320;GM0518\n2;M000114;None;3;GM0518\n");
  PartReport report = report_of(rows);
  const auto areas = read_statline(rows, {{"T001036", "Aantal inwoners"}, {"M000114", "Bevolkingsdichtheid"}}, report);
  REQUIRE(areas);
  REQUIRE(areas->size() == 1);
  CHECK(areas->front().residents == 548320);
  CHECK(dropped(report, "other_measure") == 1);
}

TEST_CASE("foreign: tens of years become the classes of CBS; a spreadsheet's okt-19 is 10-19") {
  const Rows rows = rows_of(
      "name,Gemeentecode,0-9,okt-19,20-29,30-39,40-49,50-59,60-69,70-79,80-89,90+\n"
      "Dorp,GM0001,100,100,100,100,100,100,100,100,100,100\n");
  PartReport report = report_of(rows);
  const auto areas = read_age_decades(rows, report);
  REQUIRE(areas);
  CHECK(areas->front().residents == 1000);
  // 0–14: 100 + 50; 15–24: 50 + 50; 25–44: 50 + 100 + 50; 45–64: 50 + 100 + 50; 65+: 50 + 300; 75+: 50 + 200; 85+: 50 +
  // 100
  const std::array<std::int64_t, age_classes> expected{150, 100, 200, 200, 350, 250, 150};
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(areas->front().ages[i] == expected[i]);
}

TEST_CASE("foreign: ages that nobody tells come from the country, and those of 85 are among those of 75") {
  CensusRow row;
  row.residents = 1000;
  row.ages[4] = 300;
  row.ages[6] = 400;  // more than there are of 65 and over
  CHECK(!complete_ages(row));
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < disjoint_age_classes; ++i) sum += *row.ages[i];
  CHECK(sum == 1000);
  CHECK(row.ages[4] == 300);
  CHECK(*row.ages[6] <= *row.ages[5]);
  CHECK(*row.ages[5] <= 300);
}

TEST_CASE("foreign: places are degrees or RD by their range, with decimal commas and points of thousands") {
  const auto place = [](std::string_view text) {
    const Rows rows = rows_of(text);
    const auto places = places_of(rows, report_of(rows));
    REQUIRE(places);
    return *places;
  };
  const auto rd = place("naam;x;y\nhal;82000,5;455000,5\nnergens;0;0\nleeg;;\n");
  REQUIRE(rd[0]);
  CHECK(rd[0]->lon == doctest::Approx(4.3223).epsilon(0.00002));
  CHECK(!rd[1]);
  CHECK(!rd[2]);
  CHECK(place("naam;x;y\nhal;82.000;455.000\n")[0]->lat == doctest::Approx(52.0785).epsilon(0.000002));
  CHECK(place("naam;lon;lat\nhal;4,31;52,07\n")[0]->lon == 4.31);
}

TEST_CASE("foreign: columns that are changed over, and numbers that are no place, are told with an example") {
  const auto error = [](std::string_view text) {
    const Rows rows = rows_of(text);
    const auto places = places_of(rows, report_of(rows));
    REQUIRE(!places);
    return places.error();
  };
  const Error swapped = error("naam;lon;lat\nhal;52,07;4,31\n");
  CHECK(swapped.message.key == "importers.foreign.swapped");
  CHECK(swapped.message.arguments == std::vector<std::string>{"lon", "lat", "52,07", "4,31"});
  CHECK(error("naam;x;y\nhal;455000;82000\n").message.key == "importers.foreign.swapped");
  CHECK(error("naam;x;y\nhal;1000000;6800000\n").message.key == "importers.foreign.no_system");
}

TEST_CASE("foreign: of the BAG only homes in use are homes") {
  const Rows rows = rows_of(
      "identificatie;gebruiksdoel;status;huisnummer;lon;lat\n"
      "1;woonfunctie;Verblijfsobject in gebruik;1;4.3;52\n"
      "2;\"winkelfunctie,woonfunctie\";Verblijfsobject in gebruik (niet ingemeten);2;4.3;52\n"
      "3;winkelfunctie;Verblijfsobject in gebruik;3;4.3;52\n"
      "4;woonfunctie;Verblijfsobject ingetrokken;4;4.3;52\n");
  PartReport report = report_of(rows);
  REQUIRE(report.content == Content::homes);
  const auto homes = read_homes(rows, report);
  REQUIRE(homes);
  CHECK(homes->size() == 2);
  CHECK(dropped(report, "no_home") == 1);
  CHECK(dropped(report, "not_in_use") == 1);
}

TEST_CASE("foreign: connections for electricity add up by postcode, gas is left out") {
  const Rows rows = rows_of(
      "NETBEHEERDER\tPOSTCODE_VAN\tPOSTCODE_TOT\tPRODUCTSOORT\tAANSLUITINGEN_AANTAL\tSJV_GEMIDDELD\n"
      "\"Stedin\"\t\"2511AA\"\t\"2511AB\"\t\"ELK\"\t\"20\"\t\"2345,"
      "6\"\n\"Stedin\"\t\"2511AC\"\t\"2511AC\"\t\"ELK\"\t\"15\"\t\"1\"\n"
      "\"Stedin\"\t\"2511AA\"\t\"2511AB\"\t\"GAS\"\t\"18\"\t\"1\"\n");
  PartReport report = report_of(rows);
  const auto found = read_connections(rows, report);
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK(found->front().postcode == "2511");
  CHECK(found->front().electricity == 35);
  CHECK(dropped(report, "gas") == 1);
}

TEST_CASE("foreign: things have a key of their file, else of their place, and doubles are dropped") {
  const Rows rows = rows_of(
      "lat,lon,osm_key,osm_value,name\n52.05353,4.31699,amenity,school,De Regenboog\n"
      "52.05353,4.31699,amenity,school,De Regenboog\n,,amenity,school,Zonder plaats\n");
  PartReport report = report_of(rows);
  const auto things = read_things(rows, report);
  REQUIRE(things);
  REQUIRE(things->size() == 1);
  CHECK(things->front().kind == "amenity=school");
  CHECK(things->front().key == "52.05353-4.31699");
  CHECK(dropped(report, "key_twice") == 1);
  CHECK(dropped(report, "no_place") == 1);
}

TEST_CASE("foreign: a file is opened by what is in it, whatever its name") {
  const test::TemporaryFolder folder;
  const auto opened = [&folder](const char* name, const std::string& bytes) {
    test::put(folder / name, bytes);
    auto file = SourceFile::open(folder / name);
    REQUIRE_MESSAGE(file, (file ? std::string() : file.error().message.key));
    return *std::move(file);
  };
  const std::string rows =
      "<table:table-row><table:table-cell><text:p>naam</text:p></table:table-cell><table:table-cell>"
      "<text:p>lon</text:p></table:table-cell><table:table-cell><text:p>lat</text:p></table:table-cell>"
      "</table:table-row>";
  CHECK(opened("a.txt", test::small_zip({{"content.xml", test::ods_content(rows)}})).parts()[0].content ==
        Content::sites);
  CHECK(opened("b.dat", "<osm version=\"0.6\"></osm>").parts()[0].content == Content::osm_map);
  CHECK(opened("c.bin", "c graaf\np sp 2 1\na 1 2 3\n").parts()[0].content == Content::street_graph);
  CHECK(opened("d.csv", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"a"},)"
                        R"("geometry":{"type":"Point","coordinates":[4.3,52.0]}}]})")
            .parts()[0]
            .content == Content::sites);
  CHECK(opened("e.json", R"({"name":"x"})").parts().empty());
  const SourceFile note = opened("lees.md", "# Titel; met\n\nen gewone tekst.\n");
  CHECK(note.parts().empty());
  REQUIRE(note.why_unknown());
  CHECK(note.why_unknown()->message.key == "formats.foreign_cells");
}

TEST_CASE("foreign: a gzip that breaks off and a GeoJSON with latitude first are errors") {
  const test::TemporaryFolder folder;
  test::put(folder / "half.csv.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", 12));
  const auto half = SourceFile::open(folder / "half.csv.gz");
  REQUIRE(!half);
  CHECK(half.error().message.key == "formats.damaged_gzip");
  test::put(folder / "om.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"a"},)"
            R"("geometry":{"type":"Point","coordinates":[52.07,4.31]}}]})");
  const auto swapped = SourceFile::open(folder / "om.geojson");
  REQUIRE(!swapped);
  CHECK(swapped.error().message.key == "importers.foreign.swapped_geojson");
}

TEST_CASE("foreign: a layer without rows is told") {
  const test::TemporaryFolder folder;
  test::put(folder / "leeg.csv", "naam,lon,lat\n");
  auto file = SourceFile::open(folder / "leeg.csv");
  REQUIRE(file);
  const auto rows = file->take(0);
  REQUIRE(!rows);
  CHECK(rows.error().message.key == "formats.layer_empty");
}
