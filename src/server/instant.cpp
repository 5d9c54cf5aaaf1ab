#include "server/instant.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace veer::server {

namespace {

using namespace std::chrono;

/// A number of exactly that many digits at the front of `text`, which is taken off.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<sys_days> take_date(std::string_view& text) {
  const auto y = take_number(text, 4);
  if (!y || *y == 0 || !take(text, "-")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || !take(text, "-")) return std::nullopt;
  const auto d = take_number(text, 2);
  if (!d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(sys_days{date}) : std::nullopt;
}

/// Hours, minutes, seconds and what comes behind the seconds; a leap second counts as the one before it.
std::optional<milliseconds> take_time(std::string_view& text) {
  const auto h = take_number(text, 2);
  if (!h || *h > 23 || !take(text, ":")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || *m > 59 || !take(text, ":")) return std::nullopt;
  const auto s = take_number(text, 2);
  if (!s || *s > 60) return std::nullopt;
  milliseconds out = hours{*h} + minutes{*m} + seconds{*s == 60 ? 59 : *s};
  if (!take(text, ".")) return out;
  int digits = 0;
  for (int worth = 100; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits, worth /= 10) {
    out += milliseconds{(text.front() - '0') * worth};
    text.remove_prefix(1);
  }
  return digits > 0 ? std::optional(out) : std::nullopt;
}

std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return minutes{0};
  if (text.empty()) return std::nullopt;
  const bool west = text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  const auto h = take_number(text, 2);
  if (!h || *h > 23 || !take(text, ":")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || *m > 59) return std::nullopt;
  const minutes offset = hours{*h} + minutes{*m};
  return west ? -offset : offset;
}

bool within_years(Instant instant) {
  return instant >= sys_days{year{1} / 1 / 1} && instant < sys_days{year{10000} / 1 / 1};
}

/// One end of a period; for a date alone the first or the last millisecond of that day.
std::optional<Instant> parse_end(std::string_view text, bool last) {
  if (auto instant = parse_instant(text)) return instant;
  const auto date = take_date(text);
  if (!date || !text.empty()) return std::nullopt;
  return last ? Instant{*date + days{1}} - milliseconds{1} : Instant{*date};
}

/// 01:00 UTC on the last Sunday of the month: when the clocks of the European Union change.
sys_seconds clock_change(year y, month m) { return sys_days{y / m / Sunday[std::chrono::last]} + hours{1}; }

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !take(text, "Tt ")) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const Instant instant = Instant{*date} + *time - *offset;
  return within_years(instant) ? std::optional(instant) : std::nullopt;
}

std::string format_instant(Instant instant) {
  const auto date = floor<days>(instant);
  const year_month_day ymd{date};
  const hh_mm_ss time{instant - date};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Period> parse_period(std::string_view text) {
  const auto slash = text.find('/');
  Period period;
  if (slash == std::string_view::npos) {
    period.from = parse_end(text, false);
    period.until = parse_end(text, true);
    return period.from && period.until ? std::optional(period) : std::nullopt;
  }
  const std::string_view from = text.substr(0, slash);
  const std::string_view until = text.substr(slash + 1);
  const auto open = [](std::string_view end) { return end.empty() || end == ".."; };
  if (!open(from) && !(period.from = parse_end(from, false))) return std::nullopt;
  if (!open(until) && !(period.until = parse_end(until, true))) return std::nullopt;
  if (period.from && period.until && *period.from > *period.until) return std::nullopt;
  return period;
}

std::optional<Instant> parse_local_start(const std::string& text) {
  const auto as_utc = parse_instant(text + (text.size() == 16 ? ":00Z" : "Z"));
  if (!as_utc) return std::nullopt;
  const year y = year_month_day{floor<days>(*as_utc)}.year();
  const Instant in_summer = *as_utc - hours{2};
  const bool summer = in_summer >= clock_change(y, March) && in_summer < clock_change(y, October);
  return summer ? in_summer : *as_utc - hours{1};
}

}  // namespace veer::server
