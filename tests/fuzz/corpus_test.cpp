#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/inputs.hpp"

namespace fs = std::filesystem;

namespace {

/// Feeds every file of tests/fuzz/corpus/<name> and says how many there were.
std::size_t feed_all(const char* name, void (*feed)(std::string_view)) {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  REQUIRE_MESSAGE(source != nullptr, "set VEER_SOURCE_DIR to the folder of the sources");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(source) / "tests/fuzz/corpus" / name)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    INFO(path);
    std::ifstream file(path, std::ios::binary);
    feed(std::string(std::istreambuf_iterator<char>(file), {}));
  }
  return files.size();
}

}  // namespace

TEST_CASE("corpus: the CSV reader holds its promises on every input") { CHECK(feed_all("csv", veer::fuzz::feed_csv) >= 8); }

TEST_CASE("corpus: the GeoJSON reader holds its promises on every input") { CHECK(feed_all("geojson", veer::fuzz::feed_geojson) >= 6); }

TEST_CASE("corpus: the reader of datapackage.json holds its promises on every input") {
  CHECK(feed_all("datapackage", veer::fuzz::feed_datapackage) >= 6);
}
