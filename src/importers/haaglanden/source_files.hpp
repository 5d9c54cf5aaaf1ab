#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace veer::importers::haaglanden {

/// The files below a folder, each looked for by what is in it: names and folders are a help, not a rule.
class SourceFiles {
 public:
  /// @errors as foreign::files_below
  [[nodiscard]] static Result<SourceFiles> below(const std::filesystem::path& folder);

  /// A file with these words in its header row (a table) or among its first properties (GeoJSON).
  ///
  /// The documented place goes first when a file lies there: then what is wrong with it is told by its reader.
  /// @param documented  path below the folder, as in docs/method/haaglanden.md
  /// @errors not_found: no file holds them, with the documented path; conflict: several do, with their names
  [[nodiscard]] Result<std::filesystem::path> table(const std::string& documented,
                                                    const std::vector<std::string>& words) const;
  /// An OpenStreetMap file (.osm.pbf). Errors as table().
  [[nodiscard]] Result<std::filesystem::path> map(const std::string& documented) const;

 private:
  struct File {
    std::filesystem::path path;
    std::vector<std::string> words;  ///< of the header, sorted; empty for other files
    bool is_map = false;
  };
  template <class Fits>
  [[nodiscard]] Result<std::filesystem::path> find(const std::string& documented, Fits&& fits) const;

  std::filesystem::path folder_;
  std::vector<File> files_;
};

}  // namespace veer::importers::haaglanden
