#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <span>
#include <string>

#include "formats/geopackage.hpp"
#include "importers/foreign/points.hpp"
#include "importers/foreign/source_file.hpp"
#include "support/temporary_folder.hpp"

// Files of the size and layout that a region really brings (a grid operator's 190,000 rows, homes of a whole province):
// what is kept costs memory, what is left out does not.

namespace {

using namespace veer;
using namespace veer::importers::foreign;

long peak_kib() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Writes a file in a child process, so that its memory does not count for the reader.
template <class Write>
void written_apart(Write&& write) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(write() ? 0 : 1);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
}

}  // namespace

TEST_CASE("large files: 190,000 rows of a grid operator add up by postcode, gas and postcodes that are none left out") {
  const test::TemporaryFolder folder;
  {
    std::ofstream file(folder / "kleinverbruik.csv", std::ios::binary);
    file << "NETBEHEERDER\tNETGEBIED\tSTRAATNAAM\tPOSTCODE_VAN\tPOSTCODE_TOT\tWOONPLAATS\tLANDCODE\tPRODUCTSOORT\t"
            "VERBRUIKSSEGMENT\tAANSLUITINGEN_AANTAL\tLEVERINGSRICHTING_PERC\tSJV_GEMIDDELD\n";
    for (int i = 0; i < 190'000; ++i) {
      const std::string code = std::to_string(2500 + i % 100) + (i % 10 == 9 ? "??" : "AB");
      file << "\"Stedin\"\t\"Den Haag\"\t\"Korte Poten\"\t\"" << code << "\"\t\"" << code
           << "\"\t\"'S-GRAVENHAGE\"\t\"NL\"\t\"" << (i % 2 == 0 ? "ELK" : "GAS") << "\"\t\"KVB\"\t\"" << 10 + i % 3
           << "\"\t\"95,00\"\t\"2345,6\"\n";
    }
  }
  auto file = SourceFile::open(folder / "kleinverbruik.csv");
  REQUIRE(file);
  REQUIRE(file->parts().size() == 1);
  PartReport report{.file = "kleinverbruik.csv", .content = file->parts()[0].content};
  CHECK(report.content == Content::connections);
  const auto rows = file->take(0);
  REQUIRE(rows);
  CHECK(rows->rows.size() == 190'000);
  const auto connections = read_connections(*rows, report);
  REQUIRE(connections);
  // Even rows are electricity; those of a postcode end in the same digit, so none of these is spoilt.
  CHECK(connections->size() == 50);
  std::int64_t sum = 0;
  for (const ConnectionRow& one : *connections) sum += one.electricity;
  // Of the even numbers below 190,000 those with i mod 3 = 0, 1, 2 are 31,667, 31,666 and 31,667.
  CHECK(sum == 31'667 * 10 + 31'666 * 11 + 31'667 * 12);
}

TEST_CASE("large files: of 150,000 homes those of the region are read, and memory follows what is kept") {
  const test::TemporaryFolder folder;
  const auto path = folder / "bag-light.gpkg";
  written_apart([&path] {
    formats::Layer homes;
    homes.name = "verblijfsobject";
    homes.columns = {{"identificatie", formats::ColumnType::text},
                     {"gebruiksdoel", formats::ColumnType::text},
                     {"status", formats::ColumnType::text},
                     {"huisnummer", formats::ColumnType::text},
                     {"postcode", formats::ColumnType::text}};
    homes.geometry = formats::GeometryKind::point;
    for (int i = 0; i < 150'000; ++i) {
      homes.rows.push_back({"0344010000" + std::to_string(100'000 + i), i % 5 == 0 ? "winkelfunctie" : "woonfunctie",
                            "Verblijfsobject in gebruik", std::to_string(i % 300 + 1), "3511AB"});
      // A street of homes from west to east through the country.
      homes.points.emplace_back(geo::LonLat{4.0 + 3.0 * i / 150'000, 52.1});
    }
    const auto bytes = formats::to_gpkg(std::span(&homes, 1));
    if (!bytes) return false;
    std::ofstream out(path, std::ios::binary);
    out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
    return out.good();
  });
  const long before = peak_kib();
  auto file = SourceFile::open(path);
  REQUIRE(file);
  REQUIRE(file->parts().size() == 1);
  CHECK(file->parts()[0].rows == 150'000);
  PartReport report{.file = "bag-light.gpkg", .content = file->parts()[0].content};
  CHECK(report.content == Content::homes);
  const auto rows = file->take(0, {.within = geo::Bounds{5.0, 52.0, 5.1, 52.2}});
  REQUIRE(rows);
  // A tenth of a degree of three: 5,000, and those that lie in the hair by which the rectangle is wider.
  CHECK(rows->rows.size() >= 5'000);
  CHECK(rows->rows.size() <= 5'200);
  const auto homes = read_homes(*rows, report);
  REQUIRE(homes);
  CHECK(homes->size() >= 4'000);
  CHECK(homes->size() <= 4'160);
  // All rows would take over 60 MiB as text. Sanitizers take several times that.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(peak_kib() - before < 40'000);
#else
  static_cast<void>(before);
#endif
}
