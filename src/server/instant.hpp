#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace veer::server {

/// An instant, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Reads an instant (RFC 3339) with any offset: 2026-03-01T10:15:00+02:00, 2026-03-01T08:15:00.250Z. Absent: it is
/// none, has no offset, or lies outside the years 1 to 9999.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// In UTC with milliseconds, the form in which instants are stored and answered: 2026-03-01T08:15:00.250Z.
[[nodiscard]] std::string format_instant(Instant instant);

/// A period with open or closed ends, as `datetime` of OGC API Features says it.
struct Period {
  std::optional<Instant> from;   ///< absent: open
  std::optional<Instant> until;  ///< absent: open
  [[nodiscard]] bool holds(Instant instant) const {
    return (!from || *from <= instant) && (!until || instant <= *until);
  }
};

/// Reads an instant, or a/b, a/.. , ../b, /b (OGC API Features part 1, 7.15.4). A date alone is the whole day in UTC.
/// Absent: it is none of these, or ends before it begins.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

/// Local time in the Netherlands of minute 0 of a hazard ("2023-01-17T17:00") as an instant; absent: it is none.
[[nodiscard]] std::optional<Instant> parse_local_start(const std::string& text);

}  // namespace veer::server
