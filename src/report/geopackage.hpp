#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The findings as a GeoPackage 1.3 (EPSG:4326) that QGIS opens with styles.
///
/// - `gebieden` (layer): the areas with, per need and moment, onvervuld_<need>_u024 and zonder_<need>_u024, and
/// zwaarste_aandeel_u024;
/// - `gebied_uur` (table): area × hour, with per need onvervuld_<need>, fout_<need> (standard error) and zonder_<need>;
/// joins by gebied_id;
/// - `gebieden_uur` (layer, a view of the two): the areas at every hour, with a time `tijd` for QGIS's time control.
/// Being a view
///   it repeats no outline: 142 areas × 169 hours stay within a few megabytes;
/// - `objecten` (layer; internal only): the assets with P(down) at the moments;
/// - `studie` (table): the run, the marking, the attribution.
///
/// Names of tables and columns do not change with the language; titles and descriptions do. Times are local, written as
/// the format asks. An area without outline has an empty geometry. Same findings, same bytes.
[[nodiscard]] std::string results_geopackage(const Findings& findings, Language language, const Texts& texts);

/// results_geopackage, written whole or not at all.
/// @errors unavailable, conflict: as formats::write_file_atomically
[[nodiscard]] Done write_results_geopackage(const Findings& findings, Language language, const Texts& texts,
                                            const std::filesystem::path& path);

}  // namespace veer::report
