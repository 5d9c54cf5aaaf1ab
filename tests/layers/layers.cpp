#include "layers/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace veer::house {

namespace {

/// What touches the world outside: results of a pure folder may depend on none of it.
constexpr std::array impure_headers{"chrono",  "clocale",    "cstdio",       "ctime",   "filesystem",
                                    "fstream", "iomanip",    "iostream",     "locale",  "print",
                                    "random",  "syncstream", "sys/socket.h", "unistd.h"};

/// Libraries that are slow to compile: they stay inside single .cpp files. (CLI11 is all that src/cli is about.)
constexpr std::array heavy_libraries{"cpl_",    "gdal",       "httplib.h", "nlohmann/", "ogr",    "openssl/",
                                     "osmium/", "protozero/", "simdjson",  "sqlite3.h", "zlib.h", "xlsxwriter.h"};

/// Names the types of a heavy library and no more.
constexpr std::string_view forward_declarations = "nlohmann/json_fwd.hpp";

struct Include {
  std::size_t line = 0;
  bool quoted = false;
  std::string target;
};

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

std::optional<Include> parse_include(std::string_view line, std::size_t number) {
  std::string_view rest = trimmed(line);
  if (!rest.starts_with('#')) return std::nullopt;
  rest = trimmed(rest.substr(1));
  if (!rest.starts_with("include")) return std::nullopt;
  rest = trimmed(rest.substr(7));
  if (rest.empty() || (rest.front() != '"' && rest.front() != '<')) return std::nullopt;
  const bool quoted = rest.front() == '"';
  const auto end = rest.find(quoted ? '"' : '>', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return Include{number, quoted, std::string(rest.substr(1, end - 1))};
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out.empty() ? "nothing" : out;
}

std::optional<std::string> quoted_problem(const Layers& layers, const std::string& folder, const std::string& target,
                                          bool test) {
  const auto slash = target.find('/');
  if (slash == std::string::npos) {
    return fmt::format("includes \"{}\" without its folder; write \"{}/{}\"", target, folder, target);
  }
  const std::string other = target.substr(0, slash);
  if (other == folder || (test && other == "support")) return std::nullopt;
  if (!layers.allowed.contains(other))
    return fmt::format("includes \"{}\", which is no folder of cmake/layers.txt", target);
  const auto& allowed = layers.allowed.at(folder);
  if (allowed.contains(other)) return std::nullopt;
  const bool above = layers.allowed.at(other).contains(folder);
  return fmt::format("src/{} includes \"{}\", which lies {} it; {} may include: {}", folder, target,
                     above ? "above" : "beside", folder, joined(allowed));
}

std::optional<std::string> library_problem(const Layers& layers, const std::string& folder, const std::string& target,
                                           bool test, bool header) {
  const auto is = [&target](const char* name) { return target == name; };
  const auto begins = [&target](const char* name) { return target.starts_with(name); };
  if (!test && layers.pure.contains(folder) && std::any_of(impure_headers.begin(), impure_headers.end(), is)) {
    return fmt::format("src/{} includes <{}>, but it computes only: no file, clock, printing or locale", folder,
                       target);
  }
  if (header && target != forward_declarations && std::any_of(heavy_libraries.begin(), heavy_libraries.end(), begins)) {
    return fmt::format("a header includes <{}>; keep that library inside one .cpp file", target);
  }
  return std::nullopt;
}

}  // namespace

Layers read_layers(std::string_view text) {
  Layers layers;
  for (const std::string_view line : lines_of(text)) {
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == std::string_view::npos) continue;
    std::istringstream words{std::string(line.substr(colon + 1))};
    std::set<std::string> folders;
    for (std::string word; words >> word;) folders.insert(word);
    const std::string name(line.substr(0, colon));
    if (name != "pure") layers.order.push_back(name);
    (name == "pure" ? layers.pure : layers.allowed[name]) = std::move(folders);
  }
  return layers;
}

std::vector<std::string> layer_problems(const Layers& layers, std::string_view path, std::string_view text) {
  const auto start = std::string_view("src/").size();
  const std::string folder(path.substr(start, path.find('/', start) - start));
  if (!layers.allowed.contains(folder)) return {fmt::format("{}:1: src/{} is not in cmake/layers.txt", path, folder)};
  const bool test = path.ends_with("_test.cpp");
  const bool header = path.ends_with(".hpp");
  std::vector<std::string> problems;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    const auto include = parse_include(line, ++number);
    if (!include) continue;
    const auto problem = include->quoted ? quoted_problem(layers, folder, include->target, test)
                                         : library_problem(layers, folder, include->target, test, header);
    if (problem) problems.push_back(fmt::format("{}:{}: {}", path, include->line, *problem));
  }
  return problems;
}

std::vector<std::string> house_problems(std::string_view path, std::string_view text) {
  // Written in two halves, so that this file does not name itself.
  static const std::array notes{std::string("TO") + "DO", std::string("FIX") + "ME"};
  std::vector<std::string> problems;
  std::size_t number = 0;
  bool once = false;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    once = once || trimmed(line) == "#pragma once";
    for (const std::string& note : notes) {
      if (line.find(note) != std::string_view::npos)
        problems.push_back(fmt::format("{}:{}: {}: finish it or write an issue", path, number, note));
    }
    if (line.find('\t') != std::string_view::npos)
      problems.push_back(fmt::format("{}:{}: a tab; indent with blanks", path, number));
    if (line.ends_with(' ') || line.ends_with('\r'))
      problems.push_back(fmt::format("{}:{}: blanks at the end of the line", path, number));
  }
  if (path.ends_with(".hpp") && !once) problems.push_back(fmt::format("{}:1: a header begins with #pragma once", path));
  return problems;
}

std::vector<Link> file_links(std::string_view text) {
  std::vector<Link> links;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    for (auto at = line.find("]("); at != std::string_view::npos; at = line.find("](", at + 2)) {
      const std::string_view target = line.substr(at + 2, line.find(')', at) - at - 2);
      const std::string_view path = target.substr(0, target.find('#'));
      if (!path.empty() && path.find("://") == std::string_view::npos) links.push_back({number, std::string(path)});
    }
  }
  return links;
}

}  // namespace veer::house
