#include "base/local_time.hpp"

#include <array>
#include <optional>

namespace veer {

namespace {

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

bool is_local_time(std::string_view text) {
  const bool seconds = text.size() == 19;
  if (text.size() != 16 && !seconds) return false;
  if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || (seconds && text[16] != ':'))
    return false;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = seconds ? digits(text, 17, 2) : 0;
  if (!year || !month || !day || !hour || !minute || !second || *month < 1 || *month > 12) return false;
  const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
  constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int length = lengths[static_cast<std::size_t>(*month - 1)] + (*month == 2 && leap ? 1 : 0);
  return *day >= 1 && *day <= length && *hour < 24 && *minute < 60 && *second < 60;
}

}  // namespace veer
