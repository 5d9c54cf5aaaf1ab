#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The findings as a workbook (XLSX) to sort, filter and copy from.
///
/// Sheets: read me, processes, services, needs by municipality, areas, groups, influence, parameters, sources,
/// confidence. Every header names its unit; the header row stays in view; every printed page carries the marking.
/// Quantiles beyond the horizon read "> 168". Same findings, same bytes.
/// @errors unavailable: no room for temporary files
[[nodiscard]] Result<std::string> results_workbook(const Findings& findings, Language language, const Texts& texts);

/// results_workbook, written whole or not at all.
/// @errors as results_workbook and formats::write_file_atomically
[[nodiscard]] Done write_results_workbook(const Findings& findings, Language language, const Texts& texts,
                                          const std::filesystem::path& path);

}  // namespace veer::report
