#include "reach/cap_text.hpp"

#include <algorithm>

namespace veer::reach {

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// The bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (begins_character(text[at]) && count-- == 0) break;
    ++at;
  }
  return at;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const bool mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
  return mark && (at + 1 == text.size() || text[at + 1] == ' ');
}

}  // namespace

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string words_within(std::string_view text, std::size_t most) {
  if (characters(text) <= most) return std::string(text);
  // One character for the sign that something was left out; a blank right behind the room ends a word as well.
  const std::size_t room = bytes_of(text, most - 1);
  const std::size_t blank = text.substr(0, room + 1).rfind(' ');
  std::string_view kept = text.substr(0, blank == std::string_view::npos || blank == 0 ? room : blank);
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',' || kept.back() == ';' || kept.back() == ':'))
    kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string sentences_within(std::string_view text, std::size_t most) {
  if (characters(text) <= most) return std::string(text);
  const std::string_view room = text.substr(0, bytes_of(text, most));
  for (std::size_t at = room.size(); at-- > 0;)
    if (ends_sentence(text, at)) return std::string(text.substr(0, at + 1));
  return words_within(text, most);
}

CapText fitted(CapText text) {
  text.headline = words_within(text.headline, headline_characters);
  const std::size_t room = text_characters - characters(text.headline) - 2;
  const std::size_t asked = characters(text.instruction);
  const std::size_t left = asked < room ? room - asked : 0;
  text.description = sentences_within(text.description, std::max(room / 3, left));
  text.instruction = sentences_within(text.instruction, room - characters(text.description));
  return text;
}

}  // namespace veer::reach
