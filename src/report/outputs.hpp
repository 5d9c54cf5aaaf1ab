#pragma once

#include <array>
#include <filesystem>

#include "base/result.hpp"
#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The files of a study, in the order in which people open them.
inline constexpr std::array output_names{"report.html",     "results.xlsx",           "results.gpkg",
                                         "results.geojson", "support_points.geojson", "results.json"};

/// Writes every file of the study into a folder: all of them or none.
///
/// The findings are shown as their own audience may see them, whatever they still hold (see `for_audience`). The folder
/// and the folders above it are made where they are missing; other files in it stay; after a failure it is as it was.
/// @param texts  holds `messages()`, `data_messages()` and the catalogues of the lower layers
/// @errors unavailable: no right to write, disk full; conflict: `out_dir` or a folder above it is a file
[[nodiscard]] Done write_outputs(const Findings& findings, Language language, const Texts& texts,
                                 const std::filesystem::path& out_dir);

}  // namespace veer::report
