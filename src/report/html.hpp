#pragma once

#include <string>

#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The whole report as one HTML file: style, script, maps, charts and data inside it, nothing fetched from elsewhere.
///
/// Sections without findings (as in the public version) are left out, headings and links to them included. Everything
/// that comes from the findings is escaped. Same findings, same bytes.
///
/// @param texts  holds `report::messages()`
/// @returns  UTF-8; about 1 MB plus 8 bytes for each area × need × hour, times 4/3
[[nodiscard]] std::string html_report(const Findings& findings, Language language, const Texts& texts);

}  // namespace veer::report
