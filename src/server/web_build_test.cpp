#include "server/web_build.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "server/documents.hpp"

using namespace veer::server;

namespace {

namespace fs = std::filesystem;

/// A folder that is gone after the case.
struct Folder {
  Folder() { fs::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code failed;
    fs::remove_all(path, failed);
  }
  void write(const char* name, const std::string& text) const { std::ofstream(path / name) << text; }
  fs::path path = fs::temp_directory_path() / "veer_web_build_test";
};

}  // namespace

TEST_CASE("web build: a folder without index.html is no application") {
  const Folder folder;
  CHECK(web_build({}, "a") == WebBuild::absent);
  CHECK(web_build(folder.path, "a") == WebBuild::absent);
}

TEST_CASE("web build: an application fits the contract it was built for, and no other") {
  const Folder folder;
  folder.write("index.html", "<html>");
  folder.write("contract.json", R"({"contract": "a"})");
  CHECK(web_build(folder.path, "a") == WebBuild::fits);
  CHECK(web_build(folder.path, "b") == WebBuild::other);
}

TEST_CASE("web build: an application that does not say what it was built for is another one") {
  const Folder folder;
  folder.write("index.html", "<html>");
  CHECK(web_build(folder.path, "a") == WebBuild::other);
  for (const char* const text : {"", "[]", "{}", R"({"contract": 1})", "{"}) {
    folder.write("contract.json", text);
    CHECK(web_build(folder.path, "a") == WebBuild::other);
  }
}

TEST_CASE("web build: the program knows its own contract") { CHECK(documents::contract.size() == 64); }
