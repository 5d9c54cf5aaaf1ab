#include "layers/layers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace veer::house;

namespace {

std::filesystem::path source_folder() {
  const char* folder = std::getenv("VEER_SOURCE_DIR");
  REQUIRE_MESSAGE(folder != nullptr, "run this through ctest, which sets VEER_SOURCE_DIR to the source folder");
  return folder;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The C++ files below a folder of the source, relative to it, in order.
std::vector<std::string> code_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".hpp")
      paths.push_back(std::filesystem::relative(entry.path(), source_folder()).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE_FALSE(paths.empty());
  return paths;
}

const Layers small = read_layers(
    "# lowest first\nbase:\ngeo: base\nregion: base geo\ncascade: base region\npeople: base region\npure: cascade\n");

}  // namespace

TEST_CASE("layers: every include of src points to a folder it may use") {
  const Layers layers = read_layers(read(source_folder() / "cmake/layers.txt"));
  for (const std::string& path : code_below("src")) {
    for (const std::string& problem : layer_problems(layers, path, read(source_folder() / path))) FAIL_CHECK(problem);
  }
}

TEST_CASE("layers: the arrows point downward: each folder may include only what stands on an earlier line") {
  const Layers layers = read_layers(read(source_folder() / "cmake/layers.txt"));
  std::set<std::string> lower;
  for (const std::string& folder : layers.order) {
    for (const std::string& allowed : layers.allowed.at(folder)) {
      CHECK_MESSAGE(lower.contains(allowed),
                    folder << " may include " << allowed << ", which does not stand above its line");
    }
    lower.insert(folder);
  }
  CHECK(lower.contains("base"));
  CHECK(lower.contains("cli"));
}

TEST_CASE("layers: every folder of src has its line in the layers, and the other way round") {
  const Layers layers = read_layers(read(source_folder() / "cmake/layers.txt"));
  for (const auto& [folder, allowed] : layers.allowed)
    CHECK_MESSAGE(std::filesystem::is_directory(source_folder() / "src" / folder), folder);
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "src")) {
    if (entry.is_directory()) CHECK_MESSAGE(layers.allowed.contains(entry.path().filename().string()), entry.path());
  }
}

TEST_CASE("layers: an include that points upward is named with its line") {
  const auto problems = layer_problems(small, "src/geo/outline.hpp",
                                       "#pragma once\n\n#include \"base/text.hpp\"\n#include \"region/region.hpp\"\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0] ==
        "src/geo/outline.hpp:4: src/geo includes \"region/region.hpp\", which lies above it; geo may include: base");
}

TEST_CASE("layers: an analysis that includes another one is named") {
  const auto problems = layer_problems(small, "src/cascade/run.cpp", "#include \"people/reserve.hpp\"\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].starts_with(
      "src/cascade/run.cpp:1: src/cascade includes \"people/reserve.hpp\", which lies beside it"));
}

TEST_CASE("layers: odd spacing hides nothing, a remark or a text is no include") {
  CHECK(layer_problems(small, "src/geo/a.cpp", "  #  include   \"region/region.hpp\"  // why\n").size() == 1);
  CHECK(layer_problems(small, "src/geo/a.cpp", "// #include \"region/region.hpp\"\n").empty());
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include_next\n#include\n#include \"region\n").empty());
}

TEST_CASE("layers: an unknown folder and a name without folder are told") {
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include \"elsewhere/a.hpp\"\n").size() == 1);
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include \"a.hpp\"\n") ==
        std::vector<std::string>{"src/geo/a.cpp:1: includes \"a.hpp\" without its folder; write \"geo/a.hpp\""});
  CHECK(layer_problems(small, "src/odd/a.cpp", "") ==
        std::vector<std::string>{"src/odd/a.cpp:1: src/odd is not in cmake/layers.txt"});
}

TEST_CASE("layers: what computes only opens no file and reads no clock; its tests may") {
  CHECK(layer_problems(small, "src/cascade/run.cpp", "#include <chrono>\n").size() == 1);
  CHECK(layer_problems(small, "src/cascade/run.hpp", "#include <fstream>\n").size() == 1);
  CHECK(layer_problems(small, "src/cascade/run_test.cpp", "#include <fstream>\n#include \"support/drawn_region.hpp\"\n")
            .empty());
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include <chrono>\n").empty());
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include \"support/drawn_region.hpp\"\n").size() == 1);
}

TEST_CASE("layers: a heavy library stays out of headers") {
  CHECK(layer_problems(small, "src/geo/a.hpp", "#include <nlohmann/json.hpp>\n").size() == 1);
  CHECK(layer_problems(small, "src/geo/a.cpp", "#include <nlohmann/json.hpp>\n").empty());
  CHECK(layer_problems(small, "src/geo/a.hpp", "#include <nlohmann/json_fwd.hpp>\n").empty());
}

TEST_CASE("house rules: the code keeps them") {
  for (const std::string folder : {"src", "tests"}) {
    for (const std::string& path : code_below(folder)) {
      for (const std::string& problem : house_problems(path, read(source_folder() / path))) FAIL_CHECK(problem);
    }
  }
}

TEST_CASE("house rules: what breaks them is named with its line") {
  CHECK(house_problems("src/a/a.cpp",
                       "int a;\n// TO"
                       "DO later\n") == std::vector<std::string>{"src/a/a.cpp:2: TO"
                                                                 "DO: finish it or write an issue"});
  CHECK(house_problems("src/a/a.cpp", "\tint a; \n").size() == 2);
  CHECK(house_problems("src/a/a.hpp", "int a;\n") ==
        std::vector<std::string>{"src/a/a.hpp:1: a header begins with #pragma once"});
  CHECK(house_problems("src/a/a.hpp", "#pragma once\nint a;\n").empty());
}

TEST_CASE("pages: every link points to a file that is there") {
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder())) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / "docs")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  REQUIRE(pages.size() > 5);
  for (const auto& page : pages) {
    for (const Link& link : file_links(read(page))) {
      CHECK_MESSAGE(std::filesystem::exists(page.parent_path() / link.target),
                    page << ":" << link.line << ": no file " << link.target);
    }
  }
}

TEST_CASE("pages: links to files are found, addresses and places in the page are not") {
  const auto links =
      file_links("See [a](docs/a.md#part) and ![b](b.png).\n[web](https://semver.org) [here](#top)\n[c](c.md)\n");
  REQUIRE(links.size() == 3);
  CHECK(links[0].target == "docs/a.md");
  CHECK(links[1].target == "b.png");
  CHECK(links[2].line == 3);
}
