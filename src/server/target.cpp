#include "server/target.hpp"

#include <array>

#include "base/text.hpp"

namespace veer::server {

namespace {

constexpr std::size_t longest = 4000;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (out.find('\0') != std::string::npos || !is_utf8(out)) return std::nullopt;
  return out;
}

/// The next part of `rest` up to a separator, which is taken off too.
std::string_view next_part(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

bool parse_query(std::string_view text, Target& target) {
  while (!text.empty()) {
    std::string_view value = next_part(text, '&');
    if (value.empty()) continue;
    const std::string_view name = next_part(value, '=');
    auto plain_name = decoded(name, true);
    auto plain_value = decoded(value, true);
    if (!plain_name || !plain_value) return false;
    target.query.emplace_back(*std::move(plain_name), *std::move(plain_value));
  }
  return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (text.empty() || text.front() != '/' || text.size() > longest) return std::nullopt;
  text = text.substr(0, text.find('#'));
  const auto question = text.find('?');
  std::string_view path = text.substr(1, question == std::string_view::npos ? question : question - 1);
  Target target;
  target.trailing_slash = path.size() > 1 && path.back() == '/';
  if (target.trailing_slash) path.remove_suffix(1);
  while (!path.empty()) {
    auto segment = decoded(next_part(path, '/'), false);
    if (!segment) return std::nullopt;
    target.segments.push_back(*std::move(segment));
  }
  if (question != std::string_view::npos && !parse_query(text.substr(question + 1), target)) return std::nullopt;
  return target;
}

std::string encoded(std::string_view segment) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : segment) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (plain)
      out += c;
    else
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

}  // namespace veer::server
