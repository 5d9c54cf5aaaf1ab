#include "reach/cap_text.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace veer;
using reach::characters;
using reach::sentences_within;
using reach::words_within;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += (i == 0 ? "" : " ") + text;
  return out;
}

std::size_t length(const reach::CapText& text) {
  return characters(text.headline) + characters(text.description) + characters(text.instruction) + 2;
}

}  // namespace

TEST_CASE("alert text: sentences are kept whole up to the limit, and one more character keeps one more") {
  const std::string text = "Blijf binnen. Sluit ramen! Bel 112?";  // 13, 26 and 35 characters
  CHECK(sentences_within(text, 35) == text);
  CHECK(sentences_within(text, 34) == "Blijf binnen. Sluit ramen!");
  CHECK(sentences_within(text, 26) == "Blijf binnen. Sluit ramen!");
  CHECK(sentences_within(text, 25) == "Blijf binnen.");
  CHECK(sentences_within(text, 13) == "Blijf binnen.");
  CHECK(sentences_within(text, 12) == "Blijf…");
}

TEST_CASE("alert text: a point inside a number ends no sentence") {
  CHECK(sentences_within("Kook het 3.5 minuten lang. Wacht.", 30) == "Kook het 3.5 minuten lang.");
  CHECK(sentences_within("Kook het 3.5 minuten lang.", 14) == "Kook het 3.5…");
}

TEST_CASE("alert text: words are kept whole, letters with marks count as one and are never broken") {
  CHECK(words_within("één twee", 8) == "één twee");
  CHECK(words_within("één twee", 7) == "één…");
  CHECK(words_within("één twee", 4) == "één…");
  CHECK(words_within("ééééé", 3) == "éé…");
  CHECK(words_within("Delft, Rijswijk", 8) == "Delft…");
}

TEST_CASE("alert text: what fits stays as it is") {
  const reach::CapText text{"nl-NL", "Storing", "Kop", "Dit is er.", "Doe dit.", "Regio", "Delft"};
  const reach::CapText same = reach::fitted(text);
  CHECK(same.headline == text.headline);
  CHECK(same.description == text.description);
  CHECK(same.instruction == text.instruction);
}

TEST_CASE("alert text: a long draft fits, ends with a sentence, and keeps its area whole") {
  reach::CapText text{"nl-NL",
                      repeated("Storing", 300),
                      "OEFENING – " + repeated("lange kop", 60),
                      "Dit is een oefening. " + repeated("Er is iets stuk.", 200),
                      repeated("Doe dit nu.", 300),
                      "Regio",
                      repeated("Midden-Delfland,", 400)};
  const reach::CapText told = reach::fitted(text);
  CHECK(characters(told.headline) <= reach::headline_characters);
  CHECK(length(told) <= reach::text_characters);
  CHECK(length(told) > reach::text_characters - 40);  // no more is left out than must be
  CHECK(told.headline.starts_with("OEFENING – lange kop"));
  CHECK(told.description.starts_with("Dit is een oefening. "));
  CHECK(told.description.ends_with("stuk."));
  CHECK(told.instruction.ends_with("nu."));
  CHECK(characters(told.instruction) > characters(told.description));
  CHECK(told.area == text.area);
  CHECK(told.event == text.event);
}

TEST_CASE("alert text: a short instruction leaves its room to the description") {
  const reach::CapText told =
      reach::fitted({"nl-NL", "S", "Kop", repeated("Er is iets stuk.", 200), "Doe dit nu.", "Regio", "Delft"});
  CHECK(told.instruction == "Doe dit nu.");
  // 1395 − 3 − 2 − 11 characters of room, 17 a sentence with its blank: 81 sentences.
  CHECK(told.description == repeated("Er is iets stuk.", 81));
}
