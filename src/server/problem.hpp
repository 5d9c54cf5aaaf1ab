#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "server/http.hpp"

namespace veer::server {

/// One field of a request that is wrong.
struct FieldProblem {
  std::string name;  ///< of a parameter, or a path into the body: put/0/rij/capacity
  std::string reason;
  std::string table = {};
  std::string row = {};
  std::string column = {};
};

/// What went wrong, as it goes over the wire (RFC 9457).
struct Problem {
  int status = 400;
  std::string title;
  std::string detail;
  std::vector<FieldProblem> fields = {};
};

/// The HTTP status that goes with a kind of error; the one table that says so.
[[nodiscard]] int status_of(ErrorKind kind);

/// A catalogue that speaks the language of the request.
struct Speech {
  const Texts& texts;
  Language language = Language::nl;
  [[nodiscard]] std::string operator()(const Message& message) const { return texts.render(message, language); }
  [[nodiscard]] std::string operator()(const char* key, std::vector<std::string> arguments = {}) const {
    return texts.render({key, std::move(arguments)}, language);
  }
};

/// The title that goes with a status.
[[nodiscard]] std::string title_of(int status, const Speech& say);

[[nodiscard]] Problem problem_of(const Error& error, const Speech& say);

/// As JSON text. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_json(const Problem& problem);

/// As an answer, with Retry-After where waiting helps.
[[nodiscard]] Response answer(const Problem& problem);
[[nodiscard]] Response answer(const Error& error, const Speech& say);

}  // namespace veer::server
