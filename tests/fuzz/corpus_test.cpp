#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz_targets.hpp"

namespace fs = std::filesystem;

TEST_CASE("corpus: every parser holds the promises of its header on every input of its corpus") {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  REQUIRE_MESSAGE(source != nullptr, "set VEER_SOURCE_DIR to the folder of the sources");
  for (const FuzzTarget& target : fuzz_targets) {
    INFO("corpus ", target.corpus);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(source) / "tests/fuzz/corpus" / target.corpus))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 5);
    for (const fs::path& path : files) {
      INFO("input ", path.string());
      std::ifstream file(path, std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      CHECK(target.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
    }
  }
}
