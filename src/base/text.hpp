#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace veer {

enum class Language { nl, en };

/// Something to say to people: a key of the catalogue and the words to fill in at {0}, {1}, ….
struct Message {
  std::string key;
  std::vector<std::string> arguments;
  bool operator==(const Message&) const = default;
};

/// One entry of a catalogue; each library that speaks has a `messages.cpp` with a list of these.
struct MessageText {
  std::string_view key;
  std::string_view nl;
  std::string_view en;
};

/// All sentences of the program in both languages. Immutable after construction, safe to share.
class Texts {
 public:
  /// @pre no key occurs twice
  Texts(std::initializer_list<std::span<const MessageText>> catalogues);

  /// The sentence with its arguments filled in; an unknown key renders as the key and its arguments.
  [[nodiscard]] std::string render(const Message& message, Language language) const;
  [[nodiscard]] std::string render(std::string_view key, Language language) const {
    return render(Message{std::string(key), {}}, language);
  }
  [[nodiscard]] bool has(std::string_view key) const { return entries_.contains(key); }
  [[nodiscard]] const std::map<std::string_view, MessageText>& entries() const { return entries_; }

 private:
  std::map<std::string_view, MessageText> entries_;
};

/// "1.121.670" in Dutch, "1,121,670" in English.
[[nodiscard]] std::string format_count(long long value, Language language);
/// "12,5" in Dutch, "12.5" in English, with that many decimals and grouped thousands.
[[nodiscard]] std::string format_decimal(double value, int decimals, Language language);
/// The shortest text that reads back as the same double, without exponent for |value| < 1e15: the form of all our
/// tables.
[[nodiscard]] std::string canonical_number(double value);

/// The candidate nearest to `word` by edit distance (at most a third of its length away, 1 at least), or "".
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

/// Whether the bytes are well-formed UTF-8; `position` becomes the first bad byte when they are not.
[[nodiscard]] bool is_utf8(std::string_view bytes, std::size_t* position = nullptr);

}  // namespace veer
