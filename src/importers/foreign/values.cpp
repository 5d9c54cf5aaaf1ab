#include "importers/foreign/values.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace veer::importers::foreign {

namespace {

/// The digits and marks of a number; "" where other characters stand.
std::string stripped(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == ' ' || c == '\t') continue;
    if (cell.substr(i).starts_with("\xC2\xA0")) {  // a blank that does not break
      ++i;
      continue;
    }
    if (c == '+' && out.empty()) continue;
    out += c;
  }
  return out;
}

std::optional<double> plain(const std::string& text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  const bool secret = (value <= -99'990 && value > -100'000) || (value <= -99'999'990 && value > -100'000'000);
  return secret ? std::nullopt : std::optional(value);
}

struct Spelling {
  std::string_view written;
  std::string_view plain;
};
constexpr std::array accents{
    Spelling{"à", "a"}, Spelling{"á", "a"}, Spelling{"â", "a"}, Spelling{"ä", "a"}, Spelling{"ã", "a"},
    Spelling{"è", "e"}, Spelling{"é", "e"}, Spelling{"ê", "e"}, Spelling{"ë", "e"}, Spelling{"ì", "i"},
    Spelling{"í", "i"}, Spelling{"î", "i"}, Spelling{"ï", "i"}, Spelling{"ò", "o"}, Spelling{"ó", "o"},
    Spelling{"ô", "o"}, Spelling{"ö", "o"}, Spelling{"ù", "u"}, Spelling{"ú", "u"}, Spelling{"û", "u"},
    Spelling{"ü", "u"}, Spelling{"ç", "c"}, Spelling{"ñ", "n"}, Spelling{"É", "e"}, Spelling{"È", "e"}};
constexpr std::array entities{
    Spelling{"amp", "&"},    Spelling{"lt", "<"},    Spelling{"gt", ">"},     Spelling{"quot", "\""},
    Spelling{"apos", "'"},   Spelling{"nbsp", " "},  Spelling{"agrave", "à"}, Spelling{"aacute", "á"},
    Spelling{"acirc", "â"},  Spelling{"auml", "ä"},  Spelling{"egrave", "è"}, Spelling{"eacute", "é"},
    Spelling{"ecirc", "ê"},  Spelling{"euml", "ë"},  Spelling{"iuml", "ï"},   Spelling{"icirc", "î"},
    Spelling{"oacute", "ó"}, Spelling{"ocirc", "ô"}, Spelling{"ouml", "ö"},   Spelling{"uacute", "ú"},
    Spelling{"ucirc", "û"},  Spelling{"uuml", "ü"},  Spelling{"ccedil", "ç"}, Spelling{"rsquo", "’"}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::optional<double> number(std::string_view cell) {
  std::string text = stripped(cell);
  const std::size_t comma = text.rfind(',');
  const std::size_t point = text.rfind('.');
  if (comma != std::string::npos) {
    const bool comma_is_decimal = point == std::string::npos ? text.find(',') == comma : comma > point;
    std::string turned;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == ',' && comma_is_decimal && i == comma)
        turned += '.';
      else if (text[i] == ',' || (text[i] == '.' && comma_is_decimal))
        continue;
      else
        turned += text[i];
    }
    text = turned;
  }
  return plain(text);
}

std::optional<double> number_with_thousands(std::string_view cell) {
  std::string text;
  for (const char c : stripped(cell))
    if (c != '.') text += c == ',' ? '.' : c;
  return plain(text);
}

std::optional<std::int64_t> count(std::string_view cell) {
  const auto value = number(cell);
  if (!value || *value < 0 || *value > 1e12) return std::nullopt;
  return static_cast<std::int64_t>(std::floor(*value + 0.5));
}

std::string code(std::string_view cell, std::string_view prefix, std::size_t digits) {
  std::string text = stripped(cell);
  if (text.size() > prefix.size() && upper(text[0]) == prefix[0] && upper(text[1]) == prefix[1]) text.erase(0, 2);
  if (text.empty() || text.size() > digits) return {};
  for (const char c : text)
    if (!is_digit(c)) return {};
  return std::string(prefix) + std::string(digits - text.size(), '0') + text;
}

std::string postcode(std::string_view cell) {
  std::string text;
  for (const char c : stripped(cell)) text += upper(c);
  if (text.starts_with("PC")) text.erase(0, 2);
  const bool right_size = text.size() >= 4 && text.size() <= 6;
  if (!right_size || text[0] == '0') return {};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool good = i < 4 ? is_digit(text[i]) : text[i] >= 'A' && text[i] <= 'Z';
    if (!good) return {};
  }
  return text;
}

std::string folded_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    bool accent = false;
    for (const Spelling& spelling : accents) {
      if (!name.substr(i).starts_with(spelling.written)) continue;
      out += spelling.plain;
      i += spelling.written.size();
      accent = true;
      break;
    }
    if (accent) continue;
    const char c = lower(name[i++]);
    const bool keep = (c >= 'a' && c <= 'z') || is_digit(c);
    if (keep) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && c != '\'') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  if (out == "s gravenhage" || out == "gravenhage" || out == "the hague") return "den haag";
  if (out == "s hertogenbosch" || out == "hertogenbosch") return "den bosch";
  if (out == "hoeksche waard") return "hoekse waard";
  return out;
}

std::string without_entities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
    if (end == std::string_view::npos || end - i > 10) {
      out += text[i];
      continue;
    }
    const std::string_view word = text.substr(i + 1, end - i - 1);
    std::string_view replaced;
    for (const Spelling& entity : entities)
      if (entity.written == word) replaced = entity.plain;
    unsigned value = 0;
    if (word.size() > 1 && word[0] == '#') std::from_chars(word.data() + 1, word.data() + word.size(), value);
    if (!replaced.empty()) {
      out += replaced;
    } else if (value >= 0x20 && value < 0x80) {
      out += static_cast<char>(value);
    } else if (value >= 0xA0 && value < 0x800) {
      out += static_cast<char>(0xC0U | (value >> 6U));
      out += static_cast<char>(0x80U | (value & 0x3FU));
    } else {
      out += text.substr(i, end - i + 1);
    }
    i = end;
  }
  return out;
}

}  // namespace veer::importers::foreign
