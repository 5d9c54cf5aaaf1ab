#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// Text as it may stand between tags and inside quoted attributes. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// Bytes as base64 with padding.
[[nodiscard]] std::string base64(std::string_view bytes);

/// A share with its 95 % Wilson score interval: honest at 0 and at 1, where mean ± error is not.
/// @source Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
struct Interval {
  double low = 0;
  double high = 0;
};
[[nodiscard]] Interval wilson(double share, double trials);

/// Numbers as people read them, ready for HTML: "<" and ">" come out escaped. What is no number prints as "–".
class Format {
 public:
  Format(Language language, double horizon_h) : language_(language), horizon_h_(horizon_h) {}

  /// "12.345"
  [[nodiscard]] std::string count(double value) const;
  /// Three significant digits: "12.300"; for sentences.
  [[nodiscard]] std::string rough(double value) const;
  /// "42 %"; "< 1 %" and "> 99 %" where rounding would say none or all.
  [[nodiscard]] std::string percent(double share) const;
  /// The same without the sign, for ranges.
  [[nodiscard]] std::string percent_bare(double share) const;
  /// "8,5" hours, or "> 168" beyond the horizon, no unit; whole hours from 10 up: the spread of times that long is
  /// wider.
  [[nodiscard]] std::string hours_bare(double hours) const;
  /// "8,5 uur" or "> 168 uur"; "h" in English
  [[nodiscard]] std::string hours(double hours) const;
  /// About three significant digits, no needless zeros.
  [[nodiscard]] std::string number(double value) const;

  // Spreads: the number alone where P5 and P95 are that number too, for then nothing varies.

  /// "12.345 (9.000–15.000)": mean and P5–P95 of heads.
  [[nodiscard]] std::string spread_count(double mean, double p5, double p95) const;
  [[nodiscard]] std::string spread_count(const Estimate& e) const { return spread_count(e.mean, e.p5, e.p95); }
  /// "12.300 (9.000–15.000)": the same to three digits, where the picture counts.
  [[nodiscard]] std::string spread_rough(double mean, double p5, double p95) const;
  /// "3.802 (2.716–5.509)": median and P5–P95 in thousands.
  [[nodiscard]] std::string median_thousands(const Estimate& e) const;
  /// "70 uur (49 – > 168)": median and P5–P95.
  [[nodiscard]] std::string spread_hours(const Estimate& e) const;
  /// "42 % (38–46)": probability with its Wilson interval.
  [[nodiscard]] std::string probability(double share, double trials) const;
  /// "42 % (30–55)": share with P5–P95.
  [[nodiscard]] std::string spread_percent(double mean, double p5, double p95) const;

 private:
  Language language_;
  double horizon_h_;
};

}  // namespace veer::report
