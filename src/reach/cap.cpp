#include "reach/cap.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/text.hpp"

namespace veer::reach {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::sys_time;
using std::chrono::year;
using Instant = sys_time<std::chrono::minutes>;

/// Summer time holds from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (directive
/// 2000/84/EC).
std::chrono::minutes offset_at(Instant utc) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(utc)};
  const auto change = [&](month in) {
    return sys_days{date.year() / in / std::chrono::Sunday[std::chrono::last]} + std::chrono::hours{1};
  };
  const bool summer = utc >= change(std::chrono::March) && utc < change(std::chrono::October);
  return std::chrono::hours{summer ? 2 : 1};
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
  const std::chrono::year_month_day date{year{digits(start, 0, 4)}, month{static_cast<unsigned>(digits(start, 5, 2))},
                                         day{static_cast<unsigned>(digits(start, 8, 2))}};
  const Instant local =
      sys_days{date} + std::chrono::hours{digits(start, 11, 2)} + std::chrono::minutes{digits(start, 14, 2)};
  // In the hour that occurs twice the first one is meant; one that does not occur is read as if it had gone on.
  const Instant utc = offset_at(local - std::chrono::hours{2}) == std::chrono::hours{2} ? local - std::chrono::hours{2}
                                                                                        : local - std::chrono::hours{1};
  const Instant then = utc + std::chrono::minutes{later};
  const auto offset = offset_at(then);
  const Instant shown = then + offset;
  const auto days = std::chrono::floor<std::chrono::days>(shown);
  const std::chrono::year_month_day day_shown{days};
  const int minutes = static_cast<int>((shown - days).count());
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:00+%02d:00", static_cast<int>(day_shown.year()),
                static_cast<unsigned>(day_shown.month()), static_cast<unsigned>(day_shown.day()), minutes / 60,
                minutes % 60, static_cast<int>(offset.count() / 60));
  return buffer.data();
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
    element(out, 4, "category", "Infra");
    element(out, 4, "event", text.event);
    element(out, 4, "responseType", "Prepare");
    element(out, 4, "urgency", "Immediate");
    element(out, 4, "severity", "Severe");
    element(out, 4, "certainty", "Observed");
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
