#include "formats/workbook.hpp"

#include <doctest/doctest.h>

#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;
using enum ColumnType;
using Rows = std::vector<std::vector<std::string>>;

namespace {

/// The sheet as it comes back from a workbook.
Table there_and_back(const Sheet& sheet) {
  const test::TemporaryFolder folder;
  const std::vector<Sheet> sheets{sheet};
  const auto written = write_workbook(folder / "a.xlsx", sheets);
  REQUIRE(written);
  auto tables = read_workbook(folder / "a.xlsx");
  REQUIRE(tables);
  REQUIRE(tables->size() == 1);
  return tables->front();
}

}  // namespace

TEST_CASE("workbook: cells that Excel likes to change come back to the byte") {
  Sheet sheet;
  sheet.name = "assets";
  sheet.columns = {{"id", text}, {"n", number}, {"i", integer}, {"b", boolean}, {"last", text}};
  sheet.rows = {{"0012", "1.5", "12", "true", ""},
                {" lead", "1e5", "007", "false", ""},
                {"=1+1", "1,5", "1.0", "WAAR", ""},
                {"1-2-2023", "-0", "", "", ""},
                {"a\nb\r\nc", "0.1", "9007199254740993", "", ""},
                {"trail \t", "", "-3", "", ""},
                {"_x0041_ \"q\" <&>", "1e+300", "1", "", ""},
                {"é 😀 \xEF\xBF\xBE", "0.1234567890123456789", "1", "", ""},
                {"\x01\x1F", "3.141592653589793", "1", "", " "},
                {"https://example.org", "123456789.123456789", "1", "", ""}};
  const Table back = there_and_back(sheet);
  CHECK(back.name == "assets");
  CHECK(back.columns == std::vector<std::string>{"id", "n", "i", "b", "last"});
  REQUIRE(back.rows.size() == sheet.rows.size());
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) CHECK(back.rows[r] == sheet.rows[r]);
  CHECK(back.lines.front() == 2);
}

TEST_CASE("workbook: a sheet with a header alone is a table without rows") {
  Sheet sheet;
  sheet.name = "plans";
  sheet.columns = {{"id", text}, {"x", number}};
  const Table back = there_and_back(sheet);
  CHECK(back.columns.size() == 2);
  CHECK(back.rows.empty());
}

TEST_CASE("workbook: the same sheets give the same bytes") {
  Sheet sheet;
  sheet.name = "a";
  sheet.columns = {{"id", text}};
  sheet.rows = {{"x"}, {"y"}};
  const std::vector<Sheet> sheets{sheet};
  CHECK(*to_xlsx(sheets) == *to_xlsx(sheets));
}

TEST_CASE("workbook: the longest cell and name fit, one character more is refused by name") {
  Sheet sheet;
  sheet.name = std::string(31, 'n');
  sheet.columns = {{"id", text}};
  sheet.rows = {{std::string(32'767, 'x')}};
  CHECK(there_and_back(sheet).rows == sheet.rows);
  sheet.rows = {{std::string(32'768, 'x')}};
  std::vector<Sheet> sheets{sheet};
  const auto too_long = to_xlsx(sheets);
  REQUIRE_FALSE(too_long);
  CHECK(too_long.error().message == Message{"formats.cell_too_long", {"32768"}});
  CHECK(too_long.error().place.row == 2);
  CHECK(too_long.error().place.column == "id");
  sheets[0].rows.clear();
  sheets[0].name += "n";
  CHECK(to_xlsx(sheets).error().message.key == "formats.sheet_name");
  sheets[0].name = "a/b";
  CHECK(to_xlsx(sheets).error().message.key == "formats.sheet_name");
  sheets[0].name = "a";
  sheets.push_back(sheets[0]);
  sheets[1].name = "A";
  CHECK(to_xlsx(sheets).error().message.key == "formats.sheet_twice");
}

TEST_CASE("workbook: what is no workbook is refused, a damaged one too") {
  const test::TemporaryFolder folder;
  test::put(folder / "text.xlsx", "id,name\n");
  CHECK(read_workbook(folder / "text.xlsx").error().message.key == "formats.damaged_zip");
  test::put(folder / "empty.xlsx", "");
  CHECK(read_workbook(folder / "empty.xlsx").error().message.key == "formats.damaged_zip");
  CHECK(read_workbook(folder / "none.xlsx").error().kind == ErrorKind::not_found);
  Sheet sheet;
  sheet.name = "a";
  sheet.columns = {{"id", text}};
  const std::vector<Sheet> sheets{sheet};
  const std::string bytes = *to_xlsx(sheets);
  test::put(folder / "cut.xlsx", bytes.substr(0, bytes.size() / 2));
  CHECK_FALSE(read_workbook(folder / "cut.xlsx"));
}

TEST_CASE("workbook: what unpacks beyond the bound is refused") {
  Sheet sheet;
  sheet.name = "a";
  sheet.columns = {{"id", text}};
  sheet.rows = {{std::string(30'000, 'x')}};
  const test::TemporaryFolder folder;
  const std::vector<Sheet> sheets{sheet};
  REQUIRE(write_workbook(folder / "a.xlsx", sheets));
  CsvLimits limits;
  limits.file_bytes = 20'000;
  CHECK(read_workbook(folder / "a.xlsx", limits).error().message.key == "formats.file_too_large");
}

TEST_CASE("workbook: a disk that runs full leaves nothing half written") {
  Sheet sheet;
  sheet.name = "a";
  sheet.columns = {{"id", text}};
  const test::TemporaryFolder folder;
  test::put(folder / "a.xlsx", "old");
  Done written;
  {
    const test::FullDisk full(2000);
    REQUIRE(full.works());
    const std::vector<Sheet> sheets{sheet};
    written = write_workbook(folder / "a.xlsx", sheets);
  }
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::unavailable);
  CHECK(test::bytes_of(folder / "a.xlsx") == "old");
  CHECK(folder.names() == std::set<std::string>{"a.xlsx"});
}
