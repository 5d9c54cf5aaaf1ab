#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/result.hpp"

namespace veer {

Texts::Texts(std::initializer_list<std::span<const MessageText>> catalogues) {
  for (const auto catalogue : catalogues) {
    for (const MessageText& entry : catalogue) {
      const bool added = entries_.emplace(entry.key, entry).second;
      ENSURE(added, "a message key stands twice in the catalogues");
    }
  }
}

std::string Texts::render(const Message& message, Language language) const {
  const auto found = entries_.find(message.key);
  std::string out;
  if (found == entries_.end()) {
    out = message.key;
    for (const auto& argument : message.arguments) out += " " + argument;
    return out;
  }
  const std::string_view form = language == Language::nl ? found->second.nl : found->second.en;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool slot =
        form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}' && form[i + 1] >= '0' && form[i + 1] <= '9';
    if (!slot) {
      out += form[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(form[i + 1] - '0');
    if (index < message.arguments.size()) out += message.arguments[index];
    i += 2;
  }
  return out;
}

namespace {

std::string grouped(std::string digits, char separator) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, separator);
  }
  return digits;
}

}  // namespace

std::string format_count(long long value, Language language) {
  const bool negative = value < 0;
  const auto magnitude =
      negative ? 0ULL - static_cast<unsigned long long>(value) : static_cast<unsigned long long>(value);
  return (negative ? "-" : "") + grouped(std::to_string(magnitude), language == Language::nl ? '.' : ',');
}

std::string format_decimal(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return value != value ? "–" : (value > 0 ? "∞" : "-∞");
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
  std::string text(buffer.data(), end);
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  const auto point = text.find('.');
  const std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
  std::string out = grouped(text.substr(0, point), language == Language::nl ? '.' : ',');
  if (!fraction.empty()) out += (language == Language::nl ? "," : ".") + fraction;
  const bool zero = out.find_first_of("123456789") == std::string::npos;
  return (negative && !zero ? "-" : "") + out;
}

std::string canonical_number(double value) {
  if (value == 0) return "0";  // also minus zero
  std::array<char, 400> buffer{};
  const bool plain = std::fabs(value) < 1e15 && std::fabs(value) >= 1e-9;
  const auto end =
      plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr
            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string nearest_word(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t best_distance = limit + 1;
  std::string best;
  std::vector<std::size_t> row;
  for (const std::string& candidate : candidates) {
    const std::size_t gap =
        candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    if (gap >= best_distance) continue;
    row.resize(candidate.size() + 1);
    for (std::size_t j = 0; j <= candidate.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= candidate.size(); ++j) {
        const std::size_t substituted = diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
      }
    }
    if (row[candidate.size()] < best_distance) {
      best_distance = row[candidate.size()];
      best = candidate;
    }
  }
  return best;
}

bool is_utf8(std::string_view bytes, std::size_t* position) {
  const auto byte = [&bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned char lead = byte(i);
    std::size_t extra = 0;
    unsigned lowest = 0x80;
    unsigned highest = 0xBF;
    bool good = true;
    if (lead < 0x80) {
      extra = 0;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      extra = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      extra = 2;
      if (lead == 0xE0) lowest = 0xA0;
      if (lead == 0xED) highest = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      extra = 3;
      if (lead == 0xF0) lowest = 0x90;
      if (lead == 0xF4) highest = 0x8F;
    } else {
      good = false;
    }
    if (good && i + extra >= bytes.size() && extra > 0) good = false;
    for (std::size_t k = 1; good && k <= extra; ++k) {
      const unsigned char next = byte(i + k);
      good = next >= (k == 1 ? lowest : 0x80U) && next <= (k == 1 ? highest : 0xBFU);
    }
    if (!good) {
      if (position != nullptr) *position = i;
      return false;
    }
    i += extra + 1;
  }
  return true;
}

}  // namespace veer
