#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/findings.hpp"

namespace veer::report {

/// Round numbers for an axis from 0 to at least `most`: at most six, steps of 1, 2 or 5 times a power of ten.
[[nodiscard]] std::vector<double> nice_ticks(double most);

/// One line over the hours with its band, as inline SVG of 320 × 176 user units, to be shown at that size or larger.
struct LineChart {
  std::string id;           ///< prefix of the ids inside
  std::string title;        ///< HTML text, spoken by a screen reader
  std::string description;  ///< HTML text
  const Curve* curve = nullptr;
  double most = 1;  ///< top of the vertical axis
  double horizon_h = 168;
  std::function<std::string(double)> label;  ///< how a tick of the vertical axis is written
  std::string hours_label;                   ///< unit of the horizontal axis
};

/// The band is P5–P95; where the curve has no quantiles, mean ± 1.96 standard errors. Values that are no number count
/// as 0.
[[nodiscard]] std::string line_chart(const LineChart& chart);

/// A bar from 0 to `value` with its interval, on an axis from -most to +most or, when nothing is negative, from 0 to
/// most.
[[nodiscard]] std::string bar(double value, double low, double high, double most, bool both_sides);

/// The picture that explains prevented, controlled and recovered; the words are HTML text.
struct PhaseWords {
  std::string title, description, prevented, controlled, recovered, share, hours;
};
[[nodiscard]] std::string phase_picture(const PhaseWords& words);

}  // namespace veer::report
