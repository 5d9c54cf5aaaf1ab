#include "reach/cap.hpp"

#include <cstdint>

#include "base/text.hpp"

namespace veer::reach {

namespace {

/// Days since 1 January 1970 of a date of the Gregorian calendar.
/// @source Hinnant, "chrono-Compatible Low-Level Date Algorithms"
std::int64_t days_of(std::int64_t year, int month, int day) {
  if (month <= 2) --year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct Date {
  std::int64_t year = 0;
  int month = 1;
  int day = 1;
};
Date date_of(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const auto month = static_cast<int>((5 * of_year + 2) / 153);
  Date out{year + era * 400, month < 10 ? month + 3 : month - 9, static_cast<int>(of_year - (153 * month + 2) / 5 + 1)};
  if (out.month <= 2) ++out.year;
  return out;
}

constexpr std::int64_t day_minutes = 24 * minutes_per_hour;

std::int64_t day_of(std::int64_t minutes) {
  return minutes >= 0 ? minutes / day_minutes : (minutes - day_minutes + 1) / day_minutes;
}

/// Minutes that Dutch clocks are ahead of UTC. Summer time holds from 01:00 UTC on the last Sunday of March to 01:00
/// UTC on the last Sunday of October (directive 2000/84/EC); both months have 31 days.
std::int64_t offset_at(std::int64_t utc) {
  const std::int64_t year = date_of(day_of(utc)).year;
  const auto change = [&](int month) {
    const std::int64_t last = days_of(year, month, 31);
    const std::int64_t weekday = (last % 7 + 11) % 7;  // 0: Sunday; 1 January 1970 was a Thursday
    return (last - weekday) * day_minutes + minutes_per_hour;
  };
  return utc >= change(3) && utc < change(10) ? 2 * minutes_per_hour : minutes_per_hour;
}

/// A number with leading zeros.
std::string padded(std::int64_t value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

int digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

/// Text as it may stand between tags.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t bad = 0;
    const std::string_view rest = text.substr(i);
    const std::size_t good = is_utf8(rest, &bad) ? rest.size() : bad;
    for (const char c : rest.substr(0, good)) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '&') {
        out += "&amp;";
      } else if (c == '<') {
        out += "&lt;";
      } else if (c == '>') {
        out += "&gt;";
      } else if (byte < 0x20 && c != '\n' && c != '\t') {
        out += "\xEF\xBF\xBD";
      } else {
        out += c;
      }
    }
    i += good;
    if (i < text.size()) {
      out += "\xEF\xBF\xBD";
      ++i;
    }
  }
  return out;
}

/// Identifiers and senders must not hold blanks, commas, < or &.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '_' || c == '-' || c == '@' || c == ':' || c == '/';
    out += good ? c : '-';
  }
  return out.empty() ? "-" : out;
}

void element(std::string& out, int indent, std::string_view name, std::string_view text) {
  out.append(static_cast<std::size_t>(indent), ' ');
  out += '<';
  out += name;
  out += '>';
  out += escaped(text);
  out += "</";
  out += name;
  out += ">\n";
}

void named_value(std::string& out, int indent, std::string_view element_name, std::string_view name,
                 std::string_view value) {
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  out += blanks + "<" + std::string(element_name) + ">\n";
  element(out, indent + 2, "valueName", name);
  element(out, indent + 2, "value", value);
  out += blanks + "</" + std::string(element_name) + ">\n";
}

}  // namespace

std::string dutch_time(std::string_view start, Minutes later) {
  const std::int64_t local = days_of(digits(start, 0, 4), digits(start, 5, 2), digits(start, 8, 2)) * day_minutes +
                             digits(start, 11, 2) * minutes_per_hour + digits(start, 14, 2);
  // In the hour that occurs twice the first one is meant; one that does not occur is read as if it had gone on.
  const std::int64_t early = local - 2 * minutes_per_hour;
  const std::int64_t utc = offset_at(early) == 2 * minutes_per_hour ? early : local - minutes_per_hour;
  const std::int64_t then = utc + later;
  const std::int64_t offset = offset_at(then);
  const std::int64_t day = day_of(then + offset);
  const std::int64_t minute = then + offset - day * day_minutes;
  const Date date = date_of(day);
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T" +
         padded(minute / minutes_per_hour, 2) + ":" + padded(minute % minutes_per_hour, 2) + ":00+" +
         padded(offset / minutes_per_hour, 2) + ":00";
}

std::string cap_xml(const CapDraft& draft) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n";
  element(out, 2, "identifier", plain(draft.identifier));
  element(out, 2, "sender", plain(draft.sender));
  element(out, 2, "sent", dutch_time(draft.start, draft.sent));
  element(out, 2, "status", "Exercise");
  element(out, 2, "msgType", "Alert");
  element(out, 2, "scope", "Public");
  element(out, 2, "note", "Concept voor een oefening. Draft for an exercise.");
  for (const CapText& text : draft.texts) {
    out += "  <info>\n";
    element(out, 4, "language", text.language);
    for (const std::string& category : draft.categories) element(out, 4, "category", category);
    element(out, 4, "event", text.event);
    element(out, 4, "responseType", draft.response);
    element(out, 4, "urgency", draft.urgency);
    element(out, 4, "severity", draft.severity);
    element(out, 4, "certainty", draft.certainty);
    element(out, 4, "expires", dutch_time(draft.start, draft.expires));
    element(out, 4, "senderName", text.sender_name);
    element(out, 4, "headline", text.headline);
    element(out, 4, "description", text.description);
    element(out, 4, "instruction", text.instruction);
    named_value(out, 4, "parameter", "channel", draft.channel);
    out += "    <area>\n";
    element(out, 6, "areaDesc", text.area);
    for (const std::string& code : draft.geocodes) named_value(out, 6, "geocode", "CBS", code);
    out += "    </area>\n  </info>\n";
  }
  return out + "</alert>\n";
}

}  // namespace veer::reach
