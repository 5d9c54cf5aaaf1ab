#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "formats/csv.hpp"
#include "importers/package/package.hpp"
#include "support/property.hpp"
#include "support/temporary_folder.hpp"

// Whatever stands in the cells: no form of the package changes a byte of it.

using namespace veer;

namespace {

/// Texts that some program in between likes to change.
std::string awkward_cell() {
  static const std::vector<std::string> known{"",
                                              "0",
                                              "007",
                                              "1.50",
                                              "1,5",
                                              "-0",
                                              "1e5",
                                              "1E+300",
                                              "0.1",
                                              "123456789012345678",
                                              "=1+1",
                                              "+31",
                                              "@x",
                                              "'x",
                                              " a",
                                              "a ",
                                              "\t",
                                              "a\nb",
                                              "a\r\nb",
                                              "\r",
                                              "\"",
                                              "\"\"x",
                                              "a,b",
                                              "a;b",
                                              "true",
                                              "TRUE",
                                              "2023-01-17",
                                              "17-1-2023",
                                              "12:30",
                                              "NULL",
                                              "nan",
                                              "inf",
                                              "_x0041_",
                                              "_x005F_",
                                              "é",
                                              "😀",
                                              "\xEF\xBB\xBFx",
                                              "\xEF\xBF\xBF",
                                              "<a&b>",
                                              "{\"a\":1}",
                                              "%s",
                                              "\\n",
                                              "\x7F",
                                              "\xC2\x85"};
  return *rc::gen::elementOf(known);
}

/// One to eight characters from all of Unicode but what no text has: control bytes and halves of surrogate pairs.
std::string unicode_cell() {
  std::string out;
  const auto codes = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0x20U, 0x110000U));
  for (const unsigned code : codes) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    if (code < 0x80) {
      out += static_cast<char>(code);
    } else if (code < 0x800) {
      out += {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 63U))};
    } else if (code < 0x10000) {
      out += {static_cast<char>(0xE0U | (code >> 12U)), static_cast<char>(0x80U | ((code >> 6U) & 63U)),
              static_cast<char>(0x80U | (code & 63U))};
    } else {
      out += {static_cast<char>(0xF0U | (code >> 18U)), static_cast<char>(0x80U | ((code >> 12U) & 63U)),
              static_cast<char>(0x80U | ((code >> 6U) & 63U)), static_cast<char>(0x80U | (code & 63U))};
    }
  }
  return out;
}

std::string any_cell() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return awkward_cell();
    case 1:
      return unicode_cell();
    case 2:
      return canonical_number(*rc::gen::arbitrary<double>());
    default:
      return std::to_string(*rc::gen::arbitrary<int>());
  }
}

geo::MultiPolygon any_outline() {
  const auto degrees = [] { return *rc::gen::inRange(-80'000'000, 80'000'001) / 1e6; };
  geo::MultiPolygon outline;
  for (int p = *rc::gen::inRange(1, 4); p > 0; --p) {
    geo::Ring ring;
    for (int i = *rc::gen::inRange(3, 8); i > 0; --i) ring.push_back({degrees(), degrees()});
    ring.push_back(ring.front());
    outline.push_back({ring});
  }
  return outline;
}

region::Tables any_tables() {
  region::Tables tables;
  tables.id = "region";
  tables.title = "t" + any_cell();
  tables.reference_date = any_cell();
  tables.licence = "l" + any_cell();
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) tables.attributions.push_back(any_cell());
  for (const region::TableSchema& schema : region::schemas()) {
    formats::Table table;
    table.name = std::string(schema.name);
    for (const region::ColumnSchema& column : schema.columns) table.columns.emplace_back(column.name);
    for (int r = *rc::gen::inRange(0, 4); r > 0; --r) {
      std::vector<std::string> row{"id" + any_cell()};  // a row without any text is none
      while (row.size() < table.columns.size()) row.push_back(any_cell());
      table.rows.push_back(std::move(row));
    }
    tables.tables[table.name] = std::move(table);
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) tables.outlines["o" + any_cell()] = any_outline();
  return tables;
}

}  // namespace

TEST_CASE("property: any package survives workbook, GeoPackage and folder to the byte") {
  const bool holds = test::holds("round trip", test::fewer_under_sanitizer(100), [] {
    const test::TemporaryFolder folder;
    region::Tables tables = any_tables();
    for (const auto& row : tables.tables.at("areas").rows) {
      if (*rc::gen::arbitrary<bool>()) tables.outlines[row.front()] = any_outline();
    }
    const auto through = [&folder](const region::Tables& given, const char* name) {
      RC_ASSERT(importers::write_package(given, folder / name).has_value());
      Diagnostics notes;
      auto read = importers::read_package(folder / name, notes);
      RC_ASSERT(read.has_value());
      RC_ASSERT(notes.problems().empty());
      return *std::move(read);
    };
    region::Tables back = through(through(tables, "a.xlsx"), "a.gpkg");
    // A folder is some twenty files that are each brought to the disk: a part of the cases is enough.
    if (*rc::gen::inRange(0, 8) == 0) back = through(back, "folder");
    RC_ASSERT(back.id == tables.id && back.title == tables.title && back.reference_date == tables.reference_date);
    RC_ASSERT(back.licence == tables.licence && back.attributions == tables.attributions);
    RC_ASSERT(back.outlines == tables.outlines);
    for (const auto& [name, table] : tables.tables)
      RC_ASSERT(formats::to_csv(table) == formats::to_csv(back.tables.at(name)));
  });
  CHECK(holds);
}
