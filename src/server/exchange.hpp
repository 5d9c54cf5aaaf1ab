#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/table.hpp"
#include "region/schema.hpp"
#include "server/change_input.hpp"

namespace veer::server {

/// A table as CSV for Excel in Dutch: byte-order mark, semicolons, decimal commas, CRLF.
///
/// Only in columns of numbers a point becomes a comma; text stays to the byte.
[[nodiscard]] std::string dutch_csv(const formats::Table& table, const region::TableSchema& schema);

/// A CSV that someone sends: commas or semicolons. Where a column of numbers holds decimal commas, they become points.
/// @errors as formats::parse_csv
[[nodiscard]] Result<formats::Table> read_any_csv(std::string_view bytes, const region::TableSchema& schema);

/// The rows of a sent table as a change; with `remove_absent` the rows that it lacks go away.
[[nodiscard]] ChangeInput input_of(const formats::Table& table, const formats::Table& present, bool remove_absent);

/// A zip file (PKZIP 2.0, deflate) of these files, in order of name, without times: same files, same bytes.
[[nodiscard]] std::string zip(const std::map<std::string, std::string>& files);

}  // namespace veer::server
