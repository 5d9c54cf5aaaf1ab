#include <doctest/doctest.h>

#include <string>

#include "formats/workbook.hpp"
#include "support/small_zip.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;

namespace {

Result<std::vector<Table>> read(const std::string& rows, const CsvLimits& limits = {}) {
  const test::TemporaryFolder folder;
  test::put(folder / "zalen.ods", test::small_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                                   {"content.xml", test::ods_content(rows)}}));
  return read_spreadsheet(folder / "zalen.ods", limits);
}

std::string text_row(std::initializer_list<const char*> cells) {
  std::string row = "<table:table-row>";
  for (const char* cell : cells)
    row += std::string("<table:table-cell><text:p>") + cell + "</text:p></table:table-cell>";
  return row + "</table:table-row>";
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("ods: numbers, dates and truth values come out as they are stored, not as they are shown") {
  const auto tables = read(
      text_row({"naam", "x", "datum", "open"}) +
      R"(<table:table-row><table:table-cell office:value-type="string"><text:p>Zaal <text:s text:c="2"/>A</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="float" office:value="81234.5"><text:p>81.234,5</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2025-09-12"><text:p>12-09-2025</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell>)"
      "</table:table-row>");
  REQUIRE(tables);
  REQUIRE(tables->size() == 1);
  CHECK(tables->front().name == "Blad1");
  CHECK(tables->front().columns == Row{"naam", "x", "datum", "open"});
  CHECK(tables->front().rows == std::vector<Row>{{"Zaal   A", "81234.5", "2025-09-12", "true"}});
}

TEST_CASE("ods: a million repeated empty rows and cells cost nothing, and rows keep their number") {
  const auto tables = read(text_row({"a", "b"}) +
                           R"(<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>)" +
                           text_row({"1", "2"}) +
                           R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell )"
                           R"(table:number-columns-repeated="16384"/></table:table-row>)");
  REQUIRE(tables);
  CHECK(tables->front().rows == std::vector<Row>{{"1", "2"}});
  CHECK(tables->front().line(0) == 5);
}

TEST_CASE("ods: a row with text that says it stands there a million times is refused") {
  const auto tables =
      read(text_row({"a"}) + R"(<table:table-row table:number-rows-repeated="1000000"><table:table-cell>)"
                             "<text:p>x</text:p></table:table-cell></table:table-row>",
           {.rows = 1000});
  REQUIRE(!tables);
  CHECK(tables.error().message.key == "formats.too_many_rows");
}

TEST_CASE("ods: a part that unpacks to more than the limit is refused before it is in memory") {
  const auto tables = read(text_row({std::string(4'000'000, 'a').c_str()}), {.file_bytes = 1'000'000});
  REQUIRE(!tables);
  CHECK(tables.error().message.key == "formats.file_too_large");
}

TEST_CASE("ods: a comment at a cell is no part of its text") {
  const auto tables = read(text_row({"a"}) +
                           "<table:table-row><table:table-cell><office:annotation><text:p>let op</text:p>"
                           "</office:annotation><text:p>1</text:p></table:table-cell></table:table-row>");
  REQUIRE(tables);
  CHECK(tables->front().rows == std::vector<Row>{{"1"}});
}

TEST_CASE("ods: a zip without a spreadsheet is told") {
  const test::TemporaryFolder folder;
  test::put(folder / "a.ods", test::small_zip({{"readme.txt", "hallo"}}));
  const auto tables = read_ods(folder / "a.ods");
  REQUIRE(!tables);
  CHECK(tables.error().message.key == "formats.no_ods");
}
