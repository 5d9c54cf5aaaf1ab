#include "importers/haaglanden/sources.hpp"

#include <doctest/doctest.h>

#include "importers/haaglanden/haaglanden.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
namespace fs = std::filesystem;

namespace {

constexpr const char* facts_header =
    "municipality_code,name,population,population_2017,households_2017,centroid_lat,centroid_lon\n";

/// The error that building from a folder with this file of facts, and nothing else, ends in.
Error error_with(const std::string& facts) {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "data");
  test::put(folder.path() / "data" / "haaglanden_facts.csv", facts);
  Diagnostics notes;
  const auto tables = importers::build_haaglanden(folder.path(), notes);
  REQUIRE(!tables);
  return tables.error();
}

}  // namespace

TEST_CASE("haaglanden: a folder without source files is not found, with the file that is missing") {
  const test::TemporaryFolder folder;
  Diagnostics notes;
  const auto tables = importers::build_haaglanden(folder.path(), notes);
  REQUIRE(!tables);
  CHECK(tables.error().kind == ErrorKind::not_found);
  CHECK(tables.error().place.file.find("haaglanden_facts.csv") != std::string::npos);
}

TEST_CASE("haaglanden: a missing column is named with its file") {
  const Error error = error_with("municipality_code,name,population\nGM0503,Delft,103580\n");
  CHECK(error.kind == ErrorKind::invalid_input);
  CHECK(error.message.key == "importers.haaglanden.column");
  CHECK(error.place.column == "population_2017");
}

TEST_CASE("haaglanden: a decimal comma, a count with a fraction and no households are told with row and column") {
  const Error comma = error_with(std::string(facts_header) + "GM0503,Delft,103580,\"101381,5\",57195,51.99,4.36\n");
  CHECK(comma.message.key == "importers.haaglanden.number");
  CHECK(comma.place.row == 2);
  CHECK(comma.place.column == "population_2017");
  const Error fraction = error_with(std::string(facts_header) + "GM0503,Delft,103580.5,101381,57195,51.99,4.36\n");
  CHECK(fraction.message.key == "importers.haaglanden.count");
  CHECK(fraction.place.column == "population");
  const Error empty = error_with(std::string(facts_header) + "GM0503,Delft,103580,101381,0,51.99,4.36\n");
  CHECK(empty.place.column == "households_2017");
}

TEST_CASE("haaglanden: with the facts in order the next missing file is named") {
  const Error error = error_with(std::string(facts_header) + "GM0503,Delft,103580,101381,57195,51.99,4.36\n");
  CHECK(error.kind == ErrorKind::not_found);
  CHECK(error.place.file.find("haaglanden_pc4_2021") != std::string::npos);
}

TEST_CASE("haaglanden: a source file is known by what is in it, whatever its name and folder") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "download");
  const std::string row = "GM0503,Delft,103580,101381,57195,51.99,4.36\n";
  test::put(folder.path() / "download" / "cijfers (1).csv", facts_header + row);
  test::put(folder.path() / "leesmij.txt", "municipality_code, population and so on: see the other file\n");
  Diagnostics notes;
  const auto found = importers::build_haaglanden(folder.path(), notes);
  REQUIRE(!found);
  CHECK(found.error().message.key == "importers.haaglanden.missing");
  CHECK(found.error().place.file.find("haaglanden_pc4_2021") != std::string::npos);  // the next one in the list
  test::put(folder.path() / "kopie.csv", facts_header + row);
  const auto doubled = importers::build_haaglanden(folder.path(), notes);
  REQUIRE(!doubled);
  CHECK(doubled.error().kind == ErrorKind::conflict);
  CHECK(doubled.error().message.arguments.front() == "download/cijfers (1).csv, kopie.csv");
}
