#include "report/html_format.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace veer::report {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    std::size_t bad = text.size();
    const bool good = is_utf8(text, &bad);
    for (const char c : text.substr(0, bad)) {
      switch (c) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&#39;";
          break;
        // Control characters are no HTML text; only white space may stand.
        default:
          out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
      }
    }
    if (good) break;
    out += "\xEF\xBF\xBD";
    text.remove_prefix(bad + 1);
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  const auto byte = [&bytes](std::size_t i) {
    return i < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) : 0U;
  };
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::uint32_t word = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
    out += letters[(word >> 18U) & 63U];
    out += letters[(word >> 12U) & 63U];
    out += i + 1 < bytes.size() ? letters[(word >> 6U) & 63U] : '=';
    out += i + 2 < bytes.size() ? letters[word & 63U] : '=';
  }
  return out;
}

Interval wilson(double share, double trials) {
  if (!std::isfinite(share) || trials <= 0) return {0, 1};
  const double p = std::clamp(share, 0.0, 1.0);
  constexpr double z = 1.959964;  // the normal quantile of 97.5 %
  const double z2 = z * z / trials;
  const double middle = (p + z2 / 2) / (1 + z2);
  const double half = z / (1 + z2) * std::sqrt(p * (1 - p) / trials + z2 / (4 * trials));
  return {p == 0 ? 0 : std::max(0.0, middle - half), p == 1 ? 1 : std::min(1.0, middle + half)};
}

namespace {

const std::string absent = "–";

/// "a–b", with blanks round the dash where the upper end is a bound of its own ("> 168").
std::string range(const std::string& low, const std::string& high) {
  const bool plain = high.find('&') == std::string::npos && low.find('&') == std::string::npos &&
                     !low.starts_with('-') && !high.starts_with('-');
  if (low == high) return low;
  return plain ? low + "–" + high : low + " – " + high;
}

/// What stands behind a number: its interval in brackets.
std::string interval(const std::string& low, const std::string& high) {
  return " <span class=\"iv\">(" + range(low, high) + ")</span>";
}

/// Whether a quantity came out the same in all replicas: then the number stands alone. Sums round in the last digits.
bool same(double value, double p5, double p95) {
  return p5 == p95 && (value == p5 || std::fabs(value - p5) <= 1e-6 * std::fabs(p5));
}

}  // namespace

std::string Format::count(double value) const {
  return std::isfinite(value) ? format_count(std::llround(value), language_) : absent;
}

std::string Format::rough(double value) const {
  if (!std::isfinite(value)) return absent;
  const double magnitude = std::fabs(value);
  if (magnitude < 1000) return count(value);
  const double step = std::pow(10.0, std::floor(std::log10(magnitude)) - 2);
  return count(std::round(value / step) * step);
}

std::string Format::percent_bare(double share) const {
  if (!std::isfinite(share)) return absent;
  if (share > 0 && share < 0.005) return "&lt; 1";
  if (share < 1 && share > 0.995) return "&gt; 99";
  return format_decimal(100 * share, 0, language_);
}

std::string Format::percent(double share) const {
  const std::string bare = percent_bare(share);
  return bare == absent ? bare : bare + "\u00A0%";
}

std::string Format::hours_bare(double hours) const {
  if (std::isnan(hours)) return absent;
  if (hours > horizon_h_) return "&gt; " + format_decimal(horizon_h_, 0, language_);
  std::string text = format_decimal(hours, std::fabs(hours) >= 9.95 ? 0 : 1, language_);
  if (text.ends_with(",0") || text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string Format::hours(double hours) const {
  const std::string bare = hours_bare(hours);
  if (bare == absent) return bare;
  return bare + (language_ == Language::nl ? "\u00A0uur" : "\u00A0h");
}

std::string Format::number(double value) const {
  if (!std::isfinite(value)) return absent;
  const double magnitude = std::fabs(value);
  if (magnitude >= 100 || value == std::floor(value)) return count(value);
  std::string text = format_decimal(value,
                                    magnitude >= 10      ? 1
                                    : magnitude >= 1     ? 2
                                    : magnitude >= 0.1   ? 3
                                    : magnitude >= 0.001 ? 4
                                                         : 6,
                                    language_);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with(',') || text.ends_with('.')) text.pop_back();
  return text;
}

std::string Format::spread_count(double mean, double p5, double p95) const {
  return count(mean) + (same(mean, p5, p95) ? "" : interval(count(p5), count(p95)));
}

std::string Format::spread_rough(double mean, double p5, double p95) const {
  return rough(mean) + (same(mean, p5, p95) ? "" : interval(rough(p5), rough(p95)));
}

std::string Format::median_thousands(const Estimate& e) const {
  const auto text = [this](double value) {
    const double thousands = value / 1000;
    return std::isfinite(thousands) && std::fabs(thousands) < 9.95
               ? format_decimal(thousands, thousands == 0 ? 0 : 1, language_)
               : count(thousands);
  };
  return text(e.p50) + (same(e.p50, e.p5, e.p95) ? "" : interval(text(e.p5), text(e.p95)));
}

std::string Format::spread_hours(const Estimate& e) const {
  return hours(e.p50) + (same(e.p50, e.p5, e.p95) ? "" : interval(hours_bare(e.p5), hours_bare(e.p95)));
}

std::string Format::probability(double share, double trials) const {
  const Interval bounds = wilson(share, trials);
  return percent(share) + interval(percent_bare(bounds.low), percent_bare(bounds.high));
}

std::string Format::spread_percent(double mean, double p5, double p95) const {
  return percent(mean) + (same(mean, p5, p95) ? "" : interval(percent_bare(p5), percent_bare(p95)));
}

}  // namespace veer::report
