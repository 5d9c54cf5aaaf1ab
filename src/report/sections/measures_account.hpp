#pragma once

#include "report/html_page.hpp"
#include "report/measure_account.hpp"

namespace veer::report::sections {

/// What became of the measures, in the chapter of measures of a region that keeps an account: by year what was planned
/// and spent, how many measures were promised, delivered or partly there, and what promised and delivered measures save
/// when the hazard strikes at the end of it; then each row of the account.
void measures_account(Page& page, const MeasureAccount& told);

}  // namespace veer::report::sections
