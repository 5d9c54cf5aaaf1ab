#include "importers/package/package.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/csv.hpp"
#include "importers/messages.hpp"
#include "importers/package/datapackage.hpp"
#include "support/drawn_region.hpp"
#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::importers;
namespace fs = std::filesystem;
using test::bytes_of;
using test::put;

namespace {

/// A small region with every kind of thing that the forms treat apart: outlines, points, long texts.
region::Tables sample() {
  region::Tables tables = test::RegionSketch()
                              .asset("grid")
                              .asset("pump")
                              .need("pump", {"grid"})
                              .reservoir(4)
                              .area("a1")
                              .zone("z1", 12)
                              .outage("grid", 72)
                              .tables();
  tables.id = "dorp";
  tables.title = "Dorp \"aan zee\"";
  tables.reference_date = "2021-01-01";
  tables.licence = "ODbL 1.0";
  tables.attributions = {"© CBS", "© OpenStreetMap"};
  tables.table_licences = {{"areas", "CC BY 4.0, CBS"}};
  tables.outlines["a1"] = {{{{4.3, 52}, {4.4, 52}, {4.4, 52.1}, {4.3, 52}}}};
  geo::Ring circle;  // its text is longer than a cell of a workbook holds
  for (int i = 0; i < 3000; ++i) circle.push_back({4 + i * 0.000101, 52 + (i % 7) * 0.000013});
  circle.push_back(circle.front());
  tables.outlines["elsewhere"] = {{circle}};
  return tables;
}

/// Everything that must be the same in every form.
void check_same(const region::Tables& left, const region::Tables& right) {
  CHECK(left.id == right.id);
  CHECK(left.title == right.title);
  CHECK(left.reference_date == right.reference_date);
  CHECK(left.licence == right.licence);
  CHECK(left.attributions == right.attributions);
  CHECK(left.table_licences == right.table_licences);
  CHECK(left.outlines == right.outlines);
  REQUIRE(left.tables.size() == right.tables.size());
  for (const auto& [name, table] : left.tables) {
    CAPTURE(name);
    REQUIRE(right.tables.contains(name));
    CHECK(table.columns == right.tables.at(name).columns);
    CHECK(table.rows == right.tables.at(name).rows);
  }
}

region::Tables read(const fs::path& path) {
  Diagnostics notes;
  auto tables = read_package(path, notes);
  for (const Problem& problem : notes.problems())
    CHECK_MESSAGE(false, problem.message.key, " ", problem.place.text(Language::nl));
  REQUIRE(tables);
  return *tables;
}

/// The problems of a package that is refused.
std::vector<Problem> refusal(const fs::path& path) {
  Diagnostics notes;
  const auto tables = read_package(path, notes);
  REQUIRE_FALSE(tables);
  CHECK(tables.error().kind == ErrorKind::invalid_input);
  return notes.problems();
}

bool has(const std::vector<Problem>& problems, const Message& message) {
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& problem) { return problem.message == message; });
}

/// The sample in a folder, to be spoilt.
struct Folder : test::TemporaryFolder {
  Folder() { REQUIRE(write_package(sample(), path() / "dorp")); }
  [[nodiscard]] fs::path dorp() const { return path() / "dorp"; }
};

}  // namespace

TEST_CASE("package: folder, workbook and GeoPackage give the same tables, and the same bytes after going round") {
  const test::TemporaryFolder folder;
  REQUIRE(write_package(sample(), folder / "dorp"));
  const region::Tables first = read(folder / "dorp");
  CHECK(first.outlines.size() == 2);
  CHECK(first.tables.at("assets").rows.size() == sample().tables.at("assets").rows.size());
  REQUIRE(write_package(first, folder / "dorp.xlsx"));
  const region::Tables second = read(folder / "dorp.xlsx");
  check_same(first, second);
  REQUIRE(write_package(second, folder / "dorp.gpkg"));
  const region::Tables third = read(folder / "dorp.gpkg");
  check_same(first, third);
  REQUIRE(write_package(third, folder / "again"));
  for (const auto& entry : fs::directory_iterator(folder / "dorp")) {
    CAPTURE(entry.path().filename());
    CHECK(bytes_of(entry.path()) == bytes_of(folder / "again" / entry.path().filename()));
  }
}

TEST_CASE("package: a written package builds a region") {
  const Folder folder;
  Diagnostics notes;
  fs::path path;
  SUBCASE("by its folder") { path = folder.dorp(); }
  SUBCASE("by its datapackage.json") { path = folder.dorp() / "datapackage.json"; }
  // "elsewhere" is no area of the region
  auto tables = read(path);
  tables.outlines.erase("elsewhere");
  REQUIRE(write_package(tables, folder / "region"));
  const auto region = load_region(folder / "region", notes);
  REQUIRE(region);
  CHECK(region->assets.size() == 2);
  CHECK(region->areas.at(0).outline.size() == 1);
}

TEST_CASE("package: every table of the schema is read, absent optional ones as empty, columns in any order") {
  const Folder folder;
  fs::remove(folder.dorp() / "plans.csv");
  std::string description = bytes_of(folder.dorp() / "datapackage.json");
  const auto resource = description.find("\"plans\"");
  description.replace(resource, 7, "\"planz\"");
  put(folder.dorp() / "datapackage.json", description);
  put(folder.dorp() / "sources.csv", "title,id\nT,sketch\n");
  Diagnostics notes;
  const auto tables = read_package(folder.dorp(), notes);
  REQUIRE(tables);
  CHECK(tables->tables.size() == region::schemas().size());
  CHECK(tables->tables.at("plans").rows.empty());
  CHECK(tables->tables.at("sources").columns.front() == "id");
  CHECK(tables->tables.at("sources").rows.front()[0] == "sketch");
  CHECK(tables->tables.at("sources").rows.front()[2].empty());
  CHECK(has(notes.problems(), {"importers.table_unknown_near", {"planz", "plans"}}));
}

TEST_CASE("package: a missing table is named with the file and the place where it was expected") {
  const Folder folder;
  fs::remove(folder.dorp() / "assets.csv");
  CHECK(has(refusal(folder.dorp()), {"importers.table_missing_csv", {"assets", "assets.csv"}}));
}

TEST_CASE("package: an unknown column is named with the nearest that is missing") {
  const Folder folder;
  std::string text = bytes_of(folder.dorp() / "assets.csv");
  text.replace(text.find("service"), 7, "servise");
  put(folder.dorp() / "assets.csv", text);
  const auto problems = refusal(folder.dorp());
  CHECK(has(problems, {"importers.column_unknown_near", {"servise", "assets", "service"}}));
  CHECK(has(problems, {"importers.column_missing", {"service"}}));
  CHECK(problems.front().place == Place{"assets.csv", "assets", 1, "servise"});
}

TEST_CASE("package: several broken files are all reported at once, each with its place") {
  const Folder folder;
  put(folder.dorp() / "assets.csv", "");
  put(folder.dorp() / "needs.csv", "id,of\n\"x,y\n");
  put(folder.dorp() / "areas.csv", "id,name\na,Caf\xE9\n");
  put(folder.dorp() / "outlines.geojson", "{\"type\":");
  const auto problems = refusal(folder.dorp());
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].message.key == "formats.broken_utf8");
  CHECK(problems[0].place == Place{"areas.csv", "areas", 2, ""});
  CHECK(problems[1].message.key == "formats.empty_table");
  CHECK(problems[2].message.key == "formats.quote_open");
  CHECK(problems[3].message.key == "formats.broken_json");
  CHECK(problems[3].place.file == "outlines.geojson");
}

TEST_CASE("package: a decimal comma stays as it is in every form; nothing is corrected in silence") {
  const test::TemporaryFolder folder;
  region::Tables tables = sample();
  region::Tables spoilt = tables;
  const auto column = *tables.tables.at("hazards").column("horizon_h");
  spoilt.tables.at("hazards").rows[0][column] = "1,5";
  for (const char* name : {"a", "a.xlsx", "a.gpkg"}) {
    REQUIRE(write_package(spoilt, folder / name));
    CHECK(read(folder / name).tables.at("hazards").rows[0][column] == "1,5");
  }
}

TEST_CASE("package: files, sheets and rows that do not belong are skipped with a warning") {
  const Folder folder;
  put(folder.dorp() / "asets.csv", "id\n");
  put(folder.dorp() / "README.md", "text");
  const std::string areas = bytes_of(folder.dorp() / "areas.csv");
  put(folder.dorp() / "areas.csv", areas + std::string(sample().tables.at("areas").columns.size() - 1, ',') + "\n");
  Diagnostics notes;
  REQUIRE(read_package(folder.dorp(), notes));
  CHECK(notes.warning_count() == 2);
  CHECK(notes.problems()[0].message.key == "importers.file_unused");
  CHECK(notes.problems()[0].place.file == "asets.csv");
  CHECK(notes.problems()[1].message.key == "importers.row_empty");
  CHECK(notes.problems()[1].place.file == "areas.csv");
}

TEST_CASE("package: what is no package is told apart") {
  const test::TemporaryFolder folder;
  Diagnostics notes;
  CHECK(read_package(folder / "none", notes).error().message.key == "importers.package_missing");
  CHECK(read_package(folder.path(), notes).error().kind == ErrorKind::not_found);
  put(folder / "a.txt", "x");
  CHECK(read_package(folder / "a.txt", notes).error().message.key == "importers.package_form");
  put(folder / "a.xlsx", "x");
  CHECK(read_package(folder / "a.xlsx", notes).error().kind == ErrorKind::invalid_input);
  CHECK(*package_form(folder / "new") == PackageForm::folder);
  CHECK(*package_form("x.XLSX") == PackageForm::workbook);
}

TEST_CASE("package: a resource may not point outside the folder") {
  Diagnostics notes;
  for (const char* path : {"../secret.csv", "/etc/passwd", "a/b.csv", "..", "a\\\\b"}) {
    const std::string text =
        std::string(R"({"name":"x","title":"y","resources":[{"name":"areas","path":")") + path + "\"}]}";
    const std::size_t before = notes.error_count();
    const auto package = parse_datapackage(text, "datapackage.json", notes);
    REQUIRE(package);
    CHECK(package->files.empty());
    CHECK(notes.error_count() == before + 1);
  }
}

TEST_CASE("package: a place that cannot be written leaves the old package whole") {
  const Folder folder;
  region::Tables changed = sample();
  changed.title = "Changed";
  const std::string old = bytes_of(folder.dorp() / "datapackage.json");
  put(folder / "file", "x");
  CHECK_FALSE(write_package(changed, folder / "file/below"));
  CHECK_FALSE(write_package(changed, "/proc/veer"));
  for (const char* name : {"dorp", "new", "new.xlsx", "new.gpkg"}) {
    CAPTURE(name);
    Done written;
    {
      const test::FullDisk full(500);
      REQUIRE(full.works());
      written = write_package(changed, folder / name);
    }
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::unavailable);
  }
  CHECK(bytes_of(folder.dorp() / "datapackage.json") == old);
  CHECK(folder.names() == std::set<std::string>{"dorp", "file"});
}

TEST_CASE("package: what could not be read back is not written") {
  const test::TemporaryFolder folder;
  region::Tables tables = sample();
  tables.outlines["a1"][0][0].pop_back();
  CHECK(write_package(tables, folder / "a").error().message.key == "importers.outline_open");
  tables = sample();
  tables.tables["assets"].columns[1] = "nane";
  CHECK(write_package(tables, folder / "a").error().message.key == "importers.column_unknown_near");
  CHECK(folder.names().empty());
}

TEST_CASE("package: 200 MB of garbage in one table is one error among the others") {
  const Folder folder;
  put(folder.dorp() / "assets.csv", std::string(200'000'000, '\x8F'));
  const auto problems = refusal(folder.dorp());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.key == "formats.broken_utf8");
}

TEST_CASE("package: every sentence is there in both languages") {
  const Texts texts{messages()};
  for (const auto& [key, entry] : texts.entries()) {
    CHECK(key.starts_with("importers."));
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
  }
}
