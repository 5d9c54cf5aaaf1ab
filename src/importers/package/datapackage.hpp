#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// What datapackage.json says: the metadata, and in which file each table stands.
struct DataPackage {
  region::Tables meta;                       ///< everything but tables and outlines
  std::map<std::string, std::string> files;  ///< table → file name beside datapackage.json
  std::string outlines;                      ///< file name; empty when it names none
};

/// Reads datapackage.json (Frictionless tabular data package 1.0). Odd entries go to `notes`.
/// @errors invalid_input: no JSON object, nested too deep
[[nodiscard]] Result<DataPackage> parse_datapackage(std::string_view text, const std::string& shown_file,
                                                    Diagnostics& notes);

/// datapackage.json of these tables: a resource with its schema for each. Same tables, same bytes.
[[nodiscard]] std::string to_datapackage(const region::Tables& tables);

}  // namespace veer::importers
