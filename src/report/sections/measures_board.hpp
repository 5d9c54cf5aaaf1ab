#pragma once

#include <string>
#include <vector>

#include "report/html_page.hpp"
#include "report/measure_plan.hpp"

namespace veer::report::sections {

/// The first page of the chapter of measures: what, when, who does it and who pays, what it buys, what if not.
///
/// On paper it is one A4 of its own. Of a plan with more measures than fit, the cheapest of a year are taken together
/// in one row; the list by year behind it names them all.
void measures_board(Page& page, const MeasurePlan& plan);

/// Half the width of the interval that holds 95 of 100 outcomes, from a standard error: what stands behind ±
/// everywhere.
[[nodiscard]] double half_width(const Measured& value);
/// "€ 1.200"
[[nodiscard]] std::string euros(const Page& page, double value);
/// A mean with its half width, as `format` writes a number.
template <class Format>
[[nodiscard]] std::string measured(const Measured& value, const Format& format) {
  return format(value.value) + " <span class=\"iv\">± " + format(half_width(value)) + "</span>";
}

}  // namespace veer::report::sections
