#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/table.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// What a package of any form holds, before its tables are held against the schema.
struct RawPackage {
  region::Tables meta;                 ///< everything but `tables`
  std::vector<formats::Table> tables;  ///< those that bear the name of a table of the schema
  std::string missing_key;             ///< message that says where a missing table was expected
  std::string file;                    ///< as shown to people
};

/// Readers of one form each. What is wrong inside goes to `notes` and reading goes on.
/// @errors not_found, unavailable, invalid_input: nothing can be read at all
[[nodiscard]] Result<RawPackage> read_folder(const std::filesystem::path& folder, Diagnostics& notes);
[[nodiscard]] Result<RawPackage> read_workbook_form(const std::filesystem::path& path, Diagnostics& notes);
[[nodiscard]] Result<RawPackage> read_geopackage_form(const std::filesystem::path& path, Diagnostics& notes);

/// Writers of one form each. @pre tables as `normalised` leaves them
[[nodiscard]] Done write_folder(const region::Tables& tables, const std::filesystem::path& folder);
[[nodiscard]] Done write_workbook_form(const region::Tables& tables, const std::filesystem::path& path);
[[nodiscard]] Done write_geopackage_form(const region::Tables& tables, const std::filesystem::path& path);

/// Name of the sheet or layer that holds what datapackage.json says in the folder form: columns item, value.
inline constexpr std::string_view metadata_table = "_pakket";
/// Name of the sheet or layer with outlines that no row carries.
inline constexpr std::string_view outlines_table = "_outlines";

/// The metadata as rows item, value, and back.
[[nodiscard]] formats::Table metadata_rows(const region::Tables& tables);
void take_metadata_rows(const formats::Table& rows, region::Tables& into, Diagnostics& notes);

/// Warns that a sheet, layer or resource is no table of the schema, with the nearest name.
void warn_unknown_table(const std::string& name, const std::string& file, Diagnostics& notes);

/// Puts an error of a lower layer among the problems.
void add_problem(const Error& error, Diagnostics& notes);

/// Holds the tables against the schema: columns in its order, absent optional columns and tables empty, empty rows left
/// out, coordinates rounded. Missing required tables and columns, unknown columns: errors in `notes`.
[[nodiscard]] region::Tables normalised(RawPackage raw, Diagnostics& notes);

}  // namespace veer::importers
