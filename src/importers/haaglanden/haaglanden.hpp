#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// Builds the shipped region from a folder of public source files; the same files give the same tables to the byte.
///
/// What is fact keeps its source; what is plausible layout says `assumption`. The files are
/// those that docs/method/haaglanden.md lists, known by what is in them. Cost: some seconds, for some 600,000
/// addresses.
/// @errors not_found, invalid_input: a source file or column is missing or holds what it should not, with its place;
///         conflict: several files hold the same
/// @source docs/method/haaglanden.md
[[nodiscard]] Result<region::Tables> build_haaglanden(const std::filesystem::path& sources, Diagnostics& notes);

}  // namespace veer::importers
