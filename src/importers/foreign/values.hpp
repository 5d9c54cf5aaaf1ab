#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace veer::importers::foreign {

/// The number in a cell as people and agencies write it: decimal comma or point, with or without thousands in the other
/// mark ("81.234,5", "81,234.5"), blanks and a plus sign aside.
///
/// Nothing for an empty cell, "NA", ".", "-", "x" and for what CBS writes where a figure is unknown or secret: -99995
/// to -99999 and -99999995 to -99999999.
[[nodiscard]] std::optional<double> number(std::string_view cell);
/// The same with every point as a mark of thousands: "81.234" is 81234.
[[nodiscard]] std::optional<double> number_with_thousands(std::string_view cell);
/// A number that is not negative, rounded to a whole one.
[[nodiscard]] std::optional<std::int64_t> count(std::string_view cell);

/// "518", "0518", "GM0518" → "GM0518" for prefix GM and four digits; "" for anything else.
[[nodiscard]] std::string code(std::string_view cell, std::string_view prefix, std::size_t digits);
/// "2511 AB", "2511ab" → "2511AB"; "2511" stays; "" for what is no postcode.
[[nodiscard]] std::string postcode(std::string_view cell);

/// A name by which two files mean the same municipality: lower case without accents, articles of old spelling and
/// marks;
/// "'s-Gravenhage", "s-Gravenhage" and "Den Haag" are one, "Rijswijk (ZH.)" is "rijswijk zh".
[[nodiscard]] std::string folded_name(std::string_view name);

/// The text with the entities of HTML that western names use ("&agrave;", "&amp;", "&#233;") as characters.
[[nodiscard]] std::string without_entities(std::string_view text);

}  // namespace veer::importers::foreign
