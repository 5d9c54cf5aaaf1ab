#include "formats/csv.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <fstream>

#include "base/random.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;

namespace {

Error error_of(std::string_view text) {
  const auto table = parse_csv(text, "assets", "assets.csv");
  REQUIRE_FALSE(table);
  CHECK(table.error().place.file == "assets.csv");
  return table.error();
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("csv: cells, quotes and line breaks are read to the byte, with the line on which each row began") {
  const auto table = parse_csv("id,name\na,\"x \"\"y\"\",\nz\"\nb, blank \n", "t", "t.csv");
  REQUIRE(table);
  CHECK(table->columns == std::vector<std::string>{"id", "name"});
  CHECK(table->rows == Rows{{"a", "x \"y\",\nz"}, {"b", " blank "}});
  CHECK(table->lines == std::vector<std::size_t>{2, 4});
}

TEST_CASE("csv: a byte-order mark, CRLF, a missing last line end and blank lines change nothing") {
  const auto table = parse_csv("\xEF\xBB\xBFid,n\r\na,1\r\n\r\nb,2", "t", "t.csv");
  REQUIRE(table);
  CHECK(table->columns.front() == "id");
  CHECK(table->rows == Rows{{"a", "1"}, {"b", "2"}});
  CHECK(table->lines == std::vector<std::size_t>{2, 4});
}

TEST_CASE("csv: a header with semicolons, as Dutch Excel writes, separates by semicolons") {
  const auto table = parse_csv("id;hours\na;1,5\n", "t", "t.csv");
  REQUIRE(table);
  CHECK(table->rows == Rows{{"a", "1,5"}});
}

TEST_CASE("csv: a header alone is an empty table; no header is an error") {
  CHECK(parse_csv("id,n\n", "t", "t.csv")->rows.empty());
  CHECK(error_of("").message.key == "formats.empty_table");
  CHECK(error_of("\n\n").message.key == "formats.empty_table");
  CHECK(error_of("\xEF\xBB\xBF").message.key == "formats.empty_table");
}

TEST_CASE("csv: a row with another number of cells is named with both numbers") {
  const Error error = error_of("id,n\na,1\nb\n");
  CHECK(error.message == Message{"formats.cell_count", {"2", "1"}});
  CHECK(error.place.row == 3);
  CHECK(error_of("id,n\na,1,2\n").message == Message{"formats.cell_count", {"2", "3"}});
}

TEST_CASE("csv: quotes that are not closed or stand inside a cell are named with their row") {
  CHECK(error_of("id,n\na,\"x\nb,2\n").message.key == "formats.quote_open");
  CHECK(error_of("id,n\na,\"x\nb,2\n").place.row == 2);
  CHECK(error_of("id,n\na,x\"y\"\n").message.key == "formats.quote_inside");
  CHECK(error_of("id,n\n\"a\"b,1\n").message.key == "formats.quote_inside");
  CHECK(error_of("id,n\na\rb,1\n").message.key == "formats.lone_return");
}

TEST_CASE("csv: broken UTF-8 is named with row and byte") {
  const Error error = error_of("id,n\na,Caf\xE9\n");
  CHECK(error.message == Message{"formats.broken_utf8", {"E9", "6"}});
  CHECK(error.place.row == 2);
}

TEST_CASE("csv: NUL and other control bytes are no text") {
  CHECK(error_of(std::string_view("id\0,n\n", 6)).message == Message{"formats.not_text", {"0"}});
  CHECK(error_of("id,n\na,\x1B\n").message.key == "formats.not_text");
  CHECK(parse_csv("id,n\na,\"\t\"\n", "t", "t.csv"));
}

TEST_CASE("csv: two columns of one name, and a column without a name, are refused") {
  CHECK(error_of("id,n,n\n").message == Message{"formats.column_twice", {"n"}});
  CHECK(error_of("id,,n\n").message == Message{"formats.column_unnamed", {"2"}});
}

TEST_CASE("csv: each limit holds on both sides") {
  CsvLimits limits;
  limits.rows = 2;
  CHECK(parse_csv("id\na\nb\n", "t", "t", limits));
  CHECK(parse_csv("id\na\nb\nc\n", "t", "t", limits).error().message.key == "formats.too_many_rows");
  limits = {};
  limits.row_bytes = 4;
  CHECK(parse_csv("abcd\n", "t", "t", limits));
  CHECK(parse_csv("abcde\n", "t", "t", limits).error().message.key == "formats.row_too_long");
  limits = {};
  limits.file_bytes = 5;
  CHECK(parse_csv("id\na\n", "t", "t", limits));
  CHECK(parse_csv("id\nab\n", "t", "t", limits).error().message.key == "formats.file_too_large");
}

TEST_CASE("csv: what is written is read back, quotes only where needed") {
  Table table;
  table.columns = {"id", "a;b", "\xEF\xBB\xBFx"};
  table.rows = {{"plain", " blank ", ""}, {"a,b", "\"", "x\r\ny"}, {"é", "=1+1", "a;b"}};
  const std::string text = to_csv(table);
  CHECK(text == "id,\"a;b\",\"\xEF\xBB\xBFx\"\nplain, blank ,\n\"a,b\",\"\"\"\",\"x\r\ny\"\né,=1+1,a;b\n");
  const auto back = parse_csv(text, "t", "t.csv");
  REQUIRE(back);
  CHECK(back->columns == table.columns);
  CHECK(back->rows == table.rows);
}

TEST_CASE("csv: a table of one column keeps its empty cells, and a mark that begins a file stays a cell") {
  Table table;
  table.columns = {"\xEF\xBB\xBFid"};
  table.rows = {{""}, {"a"}, {""}};
  const auto back = parse_csv(to_csv(table), "t", "t.csv");
  REQUIRE(back);
  CHECK(back->columns == table.columns);
  CHECK(back->rows == table.rows);
}

TEST_CASE("csv: 200 MB of garbage ends in one error and takes little memory") {
  constexpr std::size_t size = 200'000'000;
  const test::TemporaryFolder folder;
  const auto fill = [&folder](const char* name, auto&& piece_at) {
    std::ofstream file(folder / name, std::ios::binary);
    for (std::size_t written = 0, i = 0; written < size; ++i) {
      const std::string piece = piece_at(i);
      file << piece;
      written += piece.size();
    }
  };
  fill("noise.csv", [](std::size_t i) {
    std::string piece(1U << 20U, '\0');
    for (std::size_t k = 0; k + 4 <= piece.size(); k += 4) {
      const auto word = draw(1, static_cast<std::uint32_t>(i), StableId{k}, Purpose::people, 0);
      for (std::size_t b = 0; b < 4; ++b) piece[k + b] = static_cast<char>((word >> (8 * b)) & 0xFFU);
    }
    return piece;
  });
  fill("one_row.csv", [](std::size_t) { return std::string(1U << 20U, 'x'); });
  fill("high_bytes.csv", [](std::size_t) { return std::string(1U << 20U, '\xC3'); });
  fill("open_quote.csv",
       [](std::size_t i) { return i == 0 ? std::string("id,\"") : "many words\n" + std::string(1U << 20U, 'y'); });
  fill("short_rows.csv", [](std::size_t) {
    std::string piece;
    for (int k = 0; k < 100'000; ++k) piece += "zzzzzzz\n";
    return piece;
  });

  const auto peak_kib = [] {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  };
  const auto before = peak_kib();
  CHECK(read_csv(folder / "noise.csv", "t").error().message.key == "formats.not_text");
  CHECK(read_csv(folder / "one_row.csv", "t").error().message.key == "formats.row_too_long");
  CHECK(read_csv(folder / "high_bytes.csv", "t").error().message.key == "formats.broken_utf8");
  CHECK(read_csv(folder / "open_quote.csv", "t").error().message.key == "formats.quote_open");
  CHECK(read_csv(folder / "short_rows.csv", "t").error().message.key == "formats.too_many_rows");
  // Two million rows, 190 MB, are kept before the last file is refused; sanitizers take several times that.
  CHECK(peak_kib() - before < 800'000);
}
