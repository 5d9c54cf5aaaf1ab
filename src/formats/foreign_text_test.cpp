#include "formats/foreign_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace veer;

namespace {

formats::ForeignTable read(std::string_view text) {
  auto table = formats::parse_foreign_text(text, "t", "t.csv");
  REQUIRE_MESSAGE(table, (table ? std::string() : table.error().message.key));
  return *std::move(table);
}

Error error_of(std::string_view text) {
  const auto table = formats::parse_foreign_text(text, "t", "t.csv");
  REQUIRE(!table);
  return table.error();
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("foreign text: Excel in Dutch writes semicolons, decimal commas and Windows-1252") {
  const auto read_back = read("naam;x\r\nFrysl\xE2n;\"81234,5\"\r\n");
  CHECK(read_back.separator == ';');
  CHECK(read_back.encoding == "Windows-1252");
  CHECK(read_back.table.rows == std::vector<Row>{{"Fryslân", "81234,5"}});
}

TEST_CASE("foreign text: StatLine pads cells with blanks inside quotes and begins with a byte-order mark") {
  const auto read_back =
      read("\xEF\xBB\xBF\"ID\";\"Codering_3\";\"AantalInwoners_5\"\n0;\"BU05180101  \";\"  457400\"\n");
  CHECK(read_back.table.columns == Row{"ID", "Codering_3", "AantalInwoners_5"});
  CHECK(read_back.table.rows == std::vector<Row>{{"0", "BU05180101", "457400"}});
}

TEST_CASE("foreign text: grid operators separate by tabs, SciGRID by #, GridKit quotes by an apostrophe") {
  CHECK(read("A\tB\n\"1,5\"\t2\n").table.rows == std::vector<Row>{{"1,5", "2"}});
  CHECK(read("v_id#lon#voltage\n1#4.3#380000;150000\n").table.rows == std::vector<Row>{{"1", "4.3", "380000;150000"}});
  const auto grid = read("id,tags,x\n1,'\"a\"=>\"b\", \"c\"=>\"d\"',5.6\n");
  CHECK(grid.quote == '\'');
  CHECK(grid.table.rows == std::vector<Row>{{"1", "\"a\"=>\"b\", \"c\"=>\"d\"", "5.6"}});
}

TEST_CASE("foreign text: an apostrophe in a name is no quote") {
  const auto read_back = read("gemeentecode,gemeentenaam\nGM0518,'s-Gravenhage\nGM0796,'s-Hertogenbosch\n");
  CHECK(read_back.table.rows == std::vector<Row>{{"GM0518", "'s-Gravenhage"}, {"GM0796", "'s-Hertogenbosch"}});
}

TEST_CASE("foreign text: UTF-16 of Excel's Unicode text is read") {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("a\tb\n1\t2\n")) {
    bytes += c;
    bytes += '\0';
  }
  CHECK(read(bytes).table.rows == std::vector<Row>{{"1", "2"}});
}

TEST_CASE("foreign text: rows of another length than the header are told with the separator that was tried") {
  const Error error = error_of("a;b;c\n1;2;3\n1,2,3\n");
  CHECK(error.message.key == "formats.foreign_cells");
  CHECK(error.message.arguments == Row{"3", "1", ";"});
  CHECK(error.place.row == 3);
}

TEST_CASE("foreign text: a decimal comma without quotes in a file of commas is told, not cut in two") {
  CHECK(error_of("naam,lon,lat\nhal,4,31,52,07\n").message.key == "formats.foreign_cells");
}

TEST_CASE("foreign text: an empty file, binary bytes, a doubled column and an open quote are each told") {
  CHECK(error_of("").message.key == "formats.empty_table");
  CHECK(error_of(std::string_view("a,b\n\x01,2\n")).message.key == "formats.not_text");
  CHECK(error_of("a,a\n1,2\n").message.key == "formats.column_twice");
  CHECK(error_of("a,b\n\"1,2\n").message.key == "formats.quote_open");
}

TEST_CASE("foreign text: separators after the last column and empty lines do no harm") {
  CHECK(read("a;b;\n1;2;\n\n3;4\n").table.rows == std::vector<Row>{{"1", "2"}, {"3", "4"}});
}
