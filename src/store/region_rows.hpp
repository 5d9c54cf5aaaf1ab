#pragma once

#include <map>
#include <string>

#include "base/result.hpp"
#include "region/schema.hpp"
#include "store/change.hpp"
#include "store/state.hpp"

namespace veer::store {

/// Tables beside those of the schema, that carry what else a package holds.
inline constexpr const char* metadata_table = "_pakket";    ///< id, value: title, licence, attribution/1, …
inline constexpr const char* outlines_table = "_outlines";  ///< id of the area, its outline as GeoJSON
inline constexpr const char* files_table = "_bestanden";    ///< name and text of LICENSE, README.md

/// A region package as it is stored: its tables, and texts that travel with it.
struct StoredPackage {
  region::Tables tables;
  std::map<std::string, std::string> files;  ///< by name
};

/// The package as rows of a state, in the order of the package.
/// @errors invalid_input: a row without id, or two rows of a table with the same id: such a package cannot be stored
[[nodiscard]] Result<State> to_state(const StoredPackage& package);

/// The package that a state holds. to_state gives the same state back, and write_package the same bytes as for the
/// tables that were stored.
/// @errors invalid_input: an outline that is none
[[nodiscard]] Result<StoredPackage> to_package(const State& state);

/// A change that turns `from` into `to`, with its columns and operations filled in.
[[nodiscard]] Change change_between(const State& from, const State& to);

/// Columns of the tables that the operations touch, from the schema or from the tables beside it.
[[nodiscard]] std::map<std::string, std::vector<std::string>> columns_of(const std::vector<Operation>& operations);

}  // namespace veer::store
