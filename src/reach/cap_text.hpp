#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reach/cap.hpp"

namespace veer::reach {

/// Most characters of a headline.
/// @source OASIS, Common Alerting Protocol Version 1.2, section 3.2.2: displays may show 160 only
inline constexpr std::size_t headline_characters = 160;
/// Most characters of headline, description and instruction together, with a blank between them.
/// @source 3GPP TS 23.041, section 9.3.19: a message by cell broadcast has 15 pages of 93 characters at most
inline constexpr std::size_t text_characters = 15 * 93;

/// How many characters (code points of UTF-8) a text has.
[[nodiscard]] std::size_t characters(std::string_view text);

/// The leading words of a text that fit in so many characters, with "…" where some were left out; a first word that is
/// too long is broken. @param most  at least 1
[[nodiscard]] std::string words_within(std::string_view text, std::size_t most);
/// The leading whole sentences that fit in so many characters; a first sentence that does not fit is cut at a word. A
/// sentence ends with ".", "!" or "?" before a blank. @param most  at least 1
[[nodiscard]] std::string sentences_within(std::string_view text, std::size_t most);

/// A text that every channel can carry whole: headline and text within the limits above, cut at sentences. What people
/// are asked to do goes first: the description gives way until it has a third of the room, then the instruction. Where
/// it holds (`area`), who sends it and what it is about stay as they are.
[[nodiscard]] CapText fitted(CapText text);

}  // namespace veer::reach
