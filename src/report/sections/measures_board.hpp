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

/// "€ 1.200"
[[nodiscard]] std::string euros(const Page& page, double value);
/// A mean with its half width, as `format` writes a number.
template <class Format>
[[nodiscard]] std::string measured(const Measured& value, const Format& format) {
  return format(value.value) + " <span class=\"iv\">± " + format(half_width(value)) + "</span>";
}
/// The same of a mean over the tail; "± –" where one replica makes it up.
template <class Format>
[[nodiscard]] std::string measured_in_tail(const MeasurePlan& plan, const Measured& value, const Format& format) {
  const auto half = tail_half_width(plan, value);
  return format(value.value) + " <span class=\"iv\">± " + (half ? format(*half) : "–") + "</span>";
}

}  // namespace veer::report::sections
