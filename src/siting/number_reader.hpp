#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace veer::siting {

/// The numbers of a text parted by blanks and line ends, handed out one by one with checks.
///
/// The text ends at its first zero byte. Published instances were padded with zero bytes to the end of a disk block,
/// and behind that padding one of them (Holmberg's p47) holds the remains of another file.
///
/// The text must outlive the reader.
class NumberReader {
 public:
  NumberReader(std::string_view text, std::string file);

  /// The next number, of which `what` says what is expected.
  /// @errors invalid_input: the text ends, no number, or not in [low, high]
  [[nodiscard]] Result<double> next(std::string_view what, double low, double high);
  /// The same for a whole number, which may be written as "5.".
  [[nodiscard]] Result<std::int64_t> next_whole(std::string_view what, std::int64_t low, std::int64_t high);
  /// @errors invalid_input: something is left
  [[nodiscard]] Done end();

  /// How many words stand on line `number` (1 = first) of the text.
  [[nodiscard]] std::size_t words_on_line(std::size_t number) const;
  [[nodiscard]] Error error(std::string key, std::vector<std::string> arguments) const;

 private:
  /// The next word, empty at the end; counts lines on the way.
  std::string_view word();

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace veer::siting
