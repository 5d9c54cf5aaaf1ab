#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "faulttree/mef.hpp"
#include "importers/package/package.hpp"
#include "oracles/shared_folder.hpp"
#include "properties/random_trees.hpp"
#include "study/held_question.hpp"
#include "study/messages.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

// schema/open-psa-mef.rng, judged by xmllint, against our own reader: what one takes the other takes, but for what a
// grammar cannot say.

namespace {

using namespace veer;
namespace fs = std::filesystem;

fs::path source() {
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  return folder == nullptr ? "." : folder;
}

bool has_xmllint() {
  if (test::run_command("command -v xmllint").status == 0) return true;
  MESSAGE("skipped: xmllint is not installed (Debian package libxml2-utils)");
  return false;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".xml") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

/// Which of the files of a folder the schema takes, by name.
std::set<std::string> valid_in(const fs::path& folder) {
  const std::string schema = fs::absolute(source() / "schema" / "open-psa-mef.rng").string();
  const auto run =
      test::run_command("cd '" + folder.string() + "' && find . -name '*.xml' -print0 | xargs -0 xmllint " +
                        "--noout --relaxng '" + schema + "' 2>&1 | grep ' validates$'");
  std::set<std::string> out;
  for (std::size_t at = 0; at < run.output.size();) {
    const std::size_t end = run.output.find('\n', at);
    const std::string line = run.output.substr(at, end - at);
    out.insert(fs::path(line.substr(0, line.size() - std::string(" validates").size())).filename().string());
    at = end + 1;
  }
  return out;
}

/// Why the reader refuses, "" when it reads.
std::string refusal(const std::string& text) {
  const auto model = faulttree::read_mef(text, "tree.xml");
  return model ? "" : model.error().message.key;
}

/// What a grammar cannot say: names, numbers of things, values; and what is refused before anything is read.
bool beyond_grammar(const std::string& key) {
  static const std::set<std::string> keys{
      "faulttree.mef.twice", "faulttree.mef.undefined", "faulttree.mef.undefined_suggestion",
      "faulttree.mef.kind",  "faulttree.mef.circle",    "faulttree.mef.empty",
      "faulttree.mef.count", "faulttree.mef.number",    "formats.broken_xml"};
  return keys.contains(key);
}

/// The elements of a text, each from its "<" to its ">": what a mutation takes hold of.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Piece> tags_of(const std::string& text) {
  std::vector<Piece> out;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    if (text[at + 1] == '?' || text[at + 1] == '!') continue;
    out.push_back({at, text.find('>', at) + 1});
  }
  return out;
}

/// The text with one thing changed that a careless hand or program might change, still well-formed in most cases.
std::string mutated(std::string text, std::mt19937& random) {
  static constexpr std::array<const char*, 34> names{"and",          "or",
                                                     "not",          "xor",
                                                     "iff",          "imply",
                                                     "atleast",      "cardinality",
                                                     "gate",         "event",
                                                     "basic-event",  "house-event",
                                                     "constant",     "float",
                                                     "int",          "bool",
                                                     "pi",           "exponential",
                                                     "GLM",          "Weibull",
                                                     "add",          "div",
                                                     "bin",          "histogram",
                                                     "parameter",    "periodic-test",
                                                     "label",        "members",
                                                     "factor",       "factors",
                                                     "distribution", "define-gate",
                                                     "model-data",   "define-house-event"};
  static constexpr std::array<const char*, 12> values{"true", "0", "1",       "2",   "-1",   "+.5",
                                                      "1e-3", "",  "private", "MGL", "gate", "a"};
  const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  const auto tags = tags_of(text);
  const Piece tag = tags[pick(tags.size())];
  const std::string whole = text.substr(tag.begin, tag.end - tag.begin);
  switch (pick(6)) {
    case 0:  // an element without content goes away
      if (whole.ends_with("/>")) text.erase(tag.begin, whole.size());
      return text;
    case 1:  // or comes twice
      if (whole.ends_with("/>")) text.insert(tag.begin, whole);
      return text;
    case 2: {  // an attribute is lost
      const std::size_t quote = whole.find('"');
      if (quote == std::string::npos) return text;
      const std::size_t space = whole.rfind(' ', quote);
      text.erase(tag.begin + space, whole.find('"', quote + 1) + 1 - space);
      return text;
    }
    case 3: {  // or has another value
      const std::size_t quote = whole.find('"');
      if (quote == std::string::npos) return text;
      return text.replace(tag.begin + quote + 1, whole.find('"', quote + 1) - quote - 1, values[pick(values.size())]);
    }
    case 4: {  // an element has another name
      const std::string name = names[pick(names.size())];
      const std::size_t after = whole.find_first_of(" />", whole.starts_with("</") ? 2 : 1);
      if (whole.ends_with("/>")) return text.replace(tag.begin + 1, after - 1, name);
      if (whole.starts_with("</")) return text;
      const std::string old = whole.substr(1, after - 1);
      // Its end tag is the one at the same depth.
      std::size_t depth = 0;
      for (const Piece& other : tags) {
        if (other.begin < tag.begin) continue;
        const std::string one = text.substr(other.begin, other.end - other.begin);
        if (one.ends_with("/>")) continue;
        depth += one.starts_with("</") ? static_cast<std::size_t>(-1) : 1;
        if (depth > 0) continue;
        text.replace(other.begin + 2, old.size(), name);
        return text.replace(tag.begin + 1, old.size(), name);
      }
      return text;
    }
    default:  // something slips in between
      return text.insert(
          tag.begin, pick(3) == 0 ? "x" : std::string("<") + names[pick(names.size())] + " name=\"a\" value=\"1\"/>");
  }
}

}  // namespace

TEST_CASE("schema of the exchange format: it takes every Aralia tree, and so does the reader") {
  const auto folder = test::shared_folder("data/benchmarks/aralia");
  if (!folder || !has_xmllint()) return;
  const auto valid = valid_in(*folder);
  for (const fs::path& path : files_in(*folder)) {
    CAPTURE(path);
    CHECK(valid.contains(path.filename().string()));
    CHECK(refusal(text_of(path)) == "");
  }
  CHECK(valid.size() == 22);
}

TEST_CASE("schema of the exchange format: good and bad files of the corpus, the reader agrees on each") {
  if (!has_xmllint()) return;
  const fs::path folder = source() / "tests" / "fuzz" / "corpus" / "mef";
  const auto valid = valid_in(folder);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (const fs::path& path : files_in(folder)) {
    CAPTURE(path);
    const std::string why = refusal(text_of(path));
    CAPTURE(why);
    if (valid.contains(path.filename().string())) {
      CHECK((why.empty() || beyond_grammar(why)));
      good += why.empty() ? 1U : 0U;
    } else {
      CHECK_FALSE(why.empty());
      ++bad;
    }
  }
  CHECK(good >= 8);
  CHECK(bad >= 11);
}

TEST_CASE("schema of the exchange format: it takes what veer writes of every process of haaglanden") {
  if (!has_xmllint()) return;
  Diagnostics notes;
  const auto region = importers::load_region(source() / "regions" / "haaglanden", notes).value();
  const Texts texts{study::messages()};
  const auto scenario = study::prepare(region, {}).value();
  const test::TemporaryFolder out;
  std::size_t written = 0;
  for (const int horizon : {24, 72}) {
    const faulttree::HeldView view(scenario.compiled.program, static_cast<cascade::Tick>(horizon * minutes_per_hour));
    for (const auto& process : scenario.compiled.map.processes) {
      const auto cone = view.cone(process.minimum).value();
      if (cone.verdict != faulttree::HeldCone::Verdict::open) continue;
      const auto held = view.tree(cone, process.minimum);
      const std::string text = faulttree::to_mef(study::held_model(held.tree, "held"));
      CHECK(refusal(text) == "");
      test::put(out / (std::to_string(++written) + ".xml"), text);
    }
  }
  CHECK(written > 200);
  CHECK(valid_in(out / "").size() == written);
}

TEST_CASE("schema of the exchange format: it takes random trees of all connectives as they are written") {
  if (!has_xmllint()) return;
  const test::TemporaryFolder out;
  constexpr std::size_t trees = 200;
  for (std::size_t number = 0; number < trees; ++number)
    test::put(out / (std::to_string(number) + ".xml"),
              faulttree::to_mef(test::random_tree(number, 12, number % 3 == 0)));
  CHECK(valid_in(out / "").size() == trees);
}

TEST_CASE("schema of the exchange format: it and the reader refuse the same of thousands of mistakes") {
  if (!has_xmllint()) return;
  std::vector<std::string> good;
  for (const fs::path& path : files_in(source() / "tests" / "fuzz" / "corpus" / "mef"))
    if (refusal(text_of(path)).empty()) good.push_back(text_of(path));
  std::mt19937 random(20260101);
  const test::TemporaryFolder out;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 4000; ++i) {
    std::string text = mutated(good[random() % good.size()], random);
    if (random() % 4 == 0) text = mutated(std::move(text), random);
    test::put(out / (std::to_string(i) + ".xml"), text);
    texts.push_back(std::move(text));
  }
  const auto valid = valid_in(out / "");
  std::size_t refused_by_both = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string why = refusal(texts[i]);
    const bool by_schema = valid.contains(std::to_string(i) + ".xml");
    refused_by_both += !by_schema && !why.empty() ? 1U : 0U;
    if (by_schema ? why.empty() || beyond_grammar(why) : !why.empty()) continue;
    CAPTURE(texts[i]);
    CAPTURE(why);
    CHECK_MESSAGE(false, (by_schema ? "only the reader refuses this" : "only the schema refuses this"));
  }
  CHECK(refused_by_both > 1000);
  CHECK(valid.size() > 500);
}
