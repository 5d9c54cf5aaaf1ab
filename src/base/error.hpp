#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace veer {

/// What a caller may act on; `src/cli/exit_codes` maps each to an exit code.
enum class ErrorKind { invalid_input, not_found, conflict, unsupported, unavailable, cancelled };

/// Where something stands: a file, a table or sheet in it, a row (1 = first line) and a column.
struct Place {
  std::string file = {};
  std::string table = {};
  std::size_t row = 0;  ///< 0: no row is meant
  std::string column = {};

  /// "assets.csv, rij 12, kolom restart"; empty when nothing is known.
  [[nodiscard]] std::string text(Language language) const;
  bool operator==(const Place&) const = default;
};

/// One failure in normal use: what was expected, what was found and what to do, as a message key.
struct Error {
  ErrorKind kind = ErrorKind::invalid_input;
  Message message;
  Place place;
  std::vector<Message> context;  ///< added on the way up, innermost first

  /// One line for people: place, message, then the context.
  [[nodiscard]] std::string text(const Texts& texts, Language language) const;
};

enum class Severity { warning, error };

/// One odd thing met in data.
struct Problem {
  Severity severity = Severity::error;
  Message message;
  Place place;
};

/// Everything odd met while reading, in the order it was met.
///
/// At most `limit` problems are kept; the rest is counted. Not for use by two threads at once.
class Diagnostics {
 public:
  explicit Diagnostics(std::size_t limit = 1000) : limit_(limit) {}

  void warn(Message message, Place place) { add({Severity::warning, std::move(message), std::move(place)}); }
  void error(Message message, Place place) { add({Severity::error, std::move(message), std::move(place)}); }
  void add(Problem problem);

  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] std::size_t error_count() const { return error_count_; }
  [[nodiscard]] std::size_t warning_count() const { return warning_count_; }

 private:
  std::size_t limit_;
  std::vector<Problem> problems_;
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
};

}  // namespace veer
