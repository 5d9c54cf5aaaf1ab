#include "siting/number_reader.hpp"

#include <charconv>
#include <cmath>

namespace veer::siting {

namespace {

/// With the mark that ends a file under DOS.
constexpr std::string_view blanks = " \t\r\n\f\v\x1a";
/// What is shown of a word that is no number.
constexpr std::size_t shown_length = 40;

/// A word for a sentence: cut, and without bytes that a terminal would not show.
std::string shown(std::string_view word) {
  std::string out;
  for (const char c : word.substr(0, shown_length)) out += c >= ' ' && c <= '~' ? c : '?';
  return out;
}

}  // namespace

NumberReader::NumberReader(std::string_view text, std::string file)
    : text_(text.substr(0, text.find('\0'))), file_(std::move(file)) {}

std::string_view NumberReader::word() {
  while (at_ < text_.size() && blanks.find(text_[at_]) != std::string_view::npos)
    line_ += text_[at_++] == '\n' ? 1U : 0U;
  const std::size_t end = std::min(text_.find_first_of(blanks, at_), text_.size());
  const std::string_view found = text_.substr(at_, end - at_);
  at_ = end;
  return found;
}

Error NumberReader::error(std::string key, std::vector<std::string> arguments) const {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {.file = file_, .row = line_}, {}};
}

Result<double> NumberReader::next(std::string_view what, double low, double high) {
  std::string_view found = word();
  if (found.empty()) return fail(error("siting.benchmark.short", {std::string(what)}));
  const std::string_view digits = found.starts_with('+') ? found.substr(1) : found;
  double value = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (status != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
    return fail(error("siting.benchmark.number", {std::string(what), shown(found)}));
  if (value < low || value > high)
    return fail(error("siting.benchmark.range",
                      {std::string(what), canonical_number(low), canonical_number(high), shown(found)}));
  return value;
}

Result<std::int64_t> NumberReader::next_whole(std::string_view what, std::int64_t low, std::int64_t high) {
  TRY(const double value, next(what, static_cast<double>(low), static_cast<double>(high)));
  if (std::floor(value) != value)
    return fail(error("siting.benchmark.whole", {std::string(what), canonical_number(value)}));
  return static_cast<std::int64_t>(value);
}

Done NumberReader::end() {
  const std::string_view left = word();
  if (!left.empty()) return fail(error("siting.benchmark.long", {shown(left)}));
  return {};
}

std::size_t NumberReader::words_on_line(std::size_t number) const {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < number; ++line) {
    begin = text_.find('\n', begin);
    if (begin == std::string_view::npos) return 0;
    ++begin;
  }
  const std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
  std::size_t count = 0;
  bool inside = false;
  for (const char c : line) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    count += !blank && !inside ? 1U : 0U;
    inside = !blank;
  }
  return count;
}

}  // namespace veer::siting
