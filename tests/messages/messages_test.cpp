#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

// The catalogues against the sources, both read as text: whatever the program says has a sentence in both languages,
// and no sentence lies about unused. Catalogues are the files messages*.cpp and *_messages.cpp.

namespace {

namespace fs = std::filesystem;

struct Literal {
  std::string text;
  std::size_t begin = 0;  ///< of the opening quote
  std::size_t end = 0;    ///< behind the closing quote
};

fs::path source_folder() {
  const char* const folder = std::getenv("VEER_SOURCE_DIR");
  return fs::path(folder == nullptr ? "." : folder) / "src";
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The string literals of a source, without those in comments and #include lines.
std::vector<Literal> literals(const std::string& source) {
  std::vector<Literal> out;
  for (std::size_t i = 0; i < source.size();) {
    const bool line_begins = i == 0 || source[i - 1] == '\n';
    if (source.compare(i, 2, "//") == 0 || (line_begins && source.compare(i, 8, "#include") == 0)) {
      i = std::min(source.find('\n', i), source.size());
    } else if (source[i] == '\'' && i + 2 < source.size() && (source[i + 2] == '\'' || source[i + 1] == '\\')) {
      i = source.find('\'', i + 2 + (source[i + 1] == '\\' ? 1U : 0U)) + 1;
    } else if (source[i] == '"') {
      Literal found{{}, i, i + 1};
      while (found.end < source.size() && source[found.end] != '"') {
        if (source[found.end] == '\\') found.text += source[found.end++];
        found.text += source[found.end++];
      }
      i = ++found.end;
      out.push_back(std::move(found));
    } else {
      ++i;
    }
  }
  return out;
}

bool is_catalogue(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".cpp" && (name.starts_with("messages") || name.ends_with("messages.cpp"));
}

struct Entry {
  std::string file;
  std::string nl;
  std::string en;
};

/// What stands between two literals: nothing but blanks joins them, a comma parts them.
bool joined(const std::string& source, const Literal& first, const Literal& second) {
  return std::all_of(source.begin() + static_cast<std::ptrdiff_t>(first.end),
                     source.begin() + static_cast<std::ptrdiff_t>(second.begin),
                     [](char c) { return c == ' ' || c == '\n'; });
}

void read_catalogue(const fs::path& path, std::map<std::string, Entry>& entries) {
  const std::string source = text_of(path);
  std::vector<std::string> parts;
  Literal last;
  const auto close = [&] {
    if (parts.size() == 3) CHECK(entries.emplace(parts[0], Entry{path.filename().string(), parts[1], parts[2]}).second);
    parts.clear();
  };
  for (const Literal& literal : literals(source)) {
    const std::size_t before = source.find_last_not_of(" \n", literal.begin == 0 ? 0 : literal.begin - 1);
    if (before != std::string::npos && source[before] == '{') close();
    if (!parts.empty() && joined(source, last, literal)) {
      parts.back() += literal.text;
    } else {
      parts.push_back(literal.text);
    }
    last = literal;
  }
  close();
}

struct Program {
  std::map<std::string, Entry> catalogue;
  std::set<std::string> said;  ///< literals outside the catalogues
  std::map<std::string, std::string> where;
};

const Program& program() {
  static const Program found = [] {
    Program out;
    for (const auto& entry : fs::recursive_directory_iterator(source_folder())) {
      const fs::path& path = entry.path();
      if ((path.extension() != ".cpp" && path.extension() != ".hpp") || path.filename().string().ends_with("_test.cpp"))
        continue;
      if (is_catalogue(path)) {
        read_catalogue(path, out.catalogue);
        continue;
      }
      for (const Literal& literal : literals(text_of(path))) {
        out.said.insert(literal.text);
        out.where.emplace(literal.text, path.filename().string());
      }
    }
    return out;
  }();
  return found;
}

/// Whether the sources say this key: as it stands, or with a last or first part that is filled in ("study.group." +
/// id).
bool is_said(std::string key) {
  const auto& said = program().said;
  if (said.contains(key)) return true;
  // The pages of the report leave out "report.".
  if (key.starts_with("report.") && is_said(key.substr(7))) return true;
  for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1)) {
    const std::string head = key.substr(0, dot);
    const bool whole_library =
        head.find('.') == std::string::npos && key.starts_with(head + ".") && program().catalogue.contains(key);
    if (!whole_library && (said.contains(head + ".") || said.contains(head))) return true;
  }
  // An ending that is put behind a key: ".note", "_suggestion".
  for (std::size_t at = key.find_first_of("._"); at != std::string::npos; at = key.find_first_of("._", at + 1))
    if (said.contains(key.substr(at)) && is_said(key.substr(0, at))) return true;
  return false;
}

/// Shaped as a key of a library that has a catalogue: words of small letters, digits and _ with dots between.
bool looks_like_key(const std::string& text) {
  static const std::set<std::string> libraries = [] {
    std::set<std::string> out;
    for (const auto& [key, entry] : program().catalogue) out.insert(key.substr(0, key.find('.')));
    return out;
  }();
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos || !libraries.contains(text.substr(0, dot)) || text.back() == '.') return false;
  for (const char* const file : {".html", ".css", ".js", ".json", ".geojson"})
    if (text.ends_with(file)) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

std::set<std::string> places(const std::string& sentence) {
  std::set<std::string> out;
  for (std::size_t at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1))
    if (at + 2 < sentence.size() && sentence[at + 2] == '}') out.insert(sentence.substr(at, 3));
  return out;
}

}  // namespace

TEST_CASE("messages: every sentence stands in both languages and fills in the same words") {
  REQUIRE(program().catalogue.size() > 500);
  for (const auto& [key, entry] : program().catalogue) {
    CAPTURE(key);
    CAPTURE(entry.file);
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
    CHECK(places(entry.nl) == places(entry.en));
  }
}

TEST_CASE("messages: every key that the sources say has a sentence") {
  for (const std::string& text : program().said) {
    if (!looks_like_key(text)) continue;
    CAPTURE(text);
    CAPTURE(program().where.at(text));
    const auto& catalogue = program().catalogue;
    const auto next = catalogue.lower_bound(text + ".");
    const bool begins_keys = next != catalogue.end() && next->first.starts_with(text + ".");
    CHECK((catalogue.contains(text) || begins_keys || catalogue.contains("report." + text)));
  }
}

TEST_CASE("messages: no sentence lies about unused") {
  for (const auto& [key, entry] : program().catalogue) {
    CAPTURE(key);
    CAPTURE(entry.file);
    CHECK(is_said(key));
  }
}
