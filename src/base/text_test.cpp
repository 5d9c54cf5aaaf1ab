#include "base/text.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace veer;

TEST_CASE("text: a message is rendered in both languages with its arguments") {
  static constexpr MessageText catalogue[] = {
      {"column.missing", "Kolom '{0}' ontbreekt in {1}.", "Column '{0}' is missing in {1}."}};
  const Texts texts{catalogue};
  CHECK(texts.render({"column.missing", {"k", "needs.csv"}}, Language::nl) == "Kolom 'k' ontbreekt in needs.csv.");
  CHECK(texts.render({"column.missing", {"k", "needs.csv"}}, Language::en) == "Column 'k' is missing in needs.csv.");
  CHECK(texts.render({"unknown", {"x"}}, Language::en) == "unknown x");
}

TEST_CASE("text: Dutch and English numbers") {
  CHECK(format_count(1121670, Language::nl) == "1.121.670");
  CHECK(format_count(-1000, Language::en) == "-1,000");
  CHECK(format_decimal(1234.56, 1, Language::nl) == "1.234,6");
  CHECK(format_decimal(-0.04, 1, Language::en) == "0.0");
}

TEST_CASE("text: a canonical number is the shortest that reads back") {
  CHECK(canonical_number(0.1) == "0.1");
  CHECK(canonical_number(-0.0) == "0");
  CHECK(canonical_number(1121670) == "1121670");
  CHECK(canonical_number(52.07796) == "52.07796");
}

TEST_CASE("text: the nearest word is suggested, a far one is not") {
  const std::vector<std::string> words{"stedin", "dunea", "evides"};
  CHECK(nearest_word("stedinn", words) == "stedin");
  CHECK(nearest_word("duna", words) == "dunea");
  CHECK(nearest_word("kpn", words).empty());
}

TEST_CASE("text: broken UTF-8 is found at its first bad byte") {
  std::size_t at = 99;
  CHECK(is_utf8("café ’s €"));
  CHECK_FALSE(is_utf8("Frysl\xe2n", &at));
  CHECK(at == 5);
  CHECK_FALSE(is_utf8("\xc0\xaf"));
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));
  CHECK_FALSE(is_utf8("\xe2\x82"));
}

TEST_CASE("error: the line for people names place, message and context") {
  static constexpr MessageText catalogue[] = {{"bad", "fout {0}", "bad {0}"}, {"while", "bij lezen", "while reading"}};
  const Texts texts{catalogue};
  const Error error{ErrorKind::invalid_input, {"bad", {"x"}}, {"needs.csv", "needs", 4, "k"}, {{"while", {}}}};
  CHECK(error.text(texts, Language::nl) == "needs.csv, rij 4, kolom k: fout x (bij lezen)");
}

TEST_CASE("diagnostics: what passes the limit is still counted") {
  Diagnostics notes(1);
  notes.warn({"a", {}}, {});
  notes.error({"b", {}}, {});
  CHECK(notes.problems().size() == 1);
  CHECK(notes.warning_count() == 1);
  CHECK(notes.error_count() == 1);
}
