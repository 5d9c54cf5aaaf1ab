#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace veer::house {

/// Which folder of src may include which, as cmake/layers.txt says.
struct Layers {
  std::map<std::string, std::set<std::string>> allowed;
  std::vector<std::string> order;  ///< the folders as listed, lowest first
  std::set<std::string> pure;      ///< folders that may not reach files, clocks, printing or the locale
};

/// @param text  the contents of cmake/layers.txt: "folder: folder folder" a line, "pure: folder folder", # for remarks
[[nodiscard]] Layers read_layers(std::string_view text);

/// Every #include of one file of src that breaks the layers, as "path:line: what, and what is allowed".
///
/// Also told: an include of a folder that is not in the layers, of a file, clock or printing header in a pure folder,
/// and of a heavy library in a header. Unit tests (*_test.cpp) may besides include "support/…" and are not held to
/// purity.
/// @param path  relative to the source folder: "src/geo/outline.hpp"
[[nodiscard]] std::vector<std::string> layer_problems(const Layers& layers, std::string_view path,
                                                      std::string_view text);

/// Every line that breaks a rule of the house: a note of unfinished work, a tab, a trailing blank; and a header without
/// #pragma once.
[[nodiscard]] std::vector<std::string> house_problems(std::string_view path, std::string_view text);

/// A link of a Markdown page to a file of the project: its target without the part after '#'.
struct Link {
  std::size_t line = 0;
  std::string target;
};

/// The links of a page that point to a file; addresses on the web and places within the page are left out.
[[nodiscard]] std::vector<Link> file_links(std::string_view text);

}  // namespace veer::house
