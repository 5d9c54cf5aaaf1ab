#include "cli/command.hpp"

#include <algorithm>
#include <ostream>

namespace veer::cli {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_input:
      return 1;
    case ErrorKind::not_found:
      return 3;
    case ErrorKind::unsupported:
      return 4;
    case ErrorKind::unavailable:
      return 5;
    case ErrorKind::conflict:
      return 6;
    case ErrorKind::cancelled:
      return 130;
  }
  return 1;
}

void print_problems(const Diagnostics& notes, Context& context) {
  for (const Severity severity : {Severity::error, Severity::warning})
    for (const Problem& problem : notes.problems()) {
      if (problem.severity != severity) continue;
      const std::string place = problem.place.text(context.language);
      context.out << context.texts.render(severity == Severity::error ? "cli.problem.error" : "cli.problem.warning",
                                          context.language)
                  << ' ' << place << (place.empty() ? "" : ": ")
                  << context.texts.render(problem.message, context.language) << '\n';
    }
  const std::size_t hidden = notes.error_count() + notes.warning_count() - notes.problems().size();
  if (hidden > 0)
    context.out << context.texts.render({"cli.problem.more", {std::to_string(hidden)}}, context.language) << '\n';
  context.out << context.texts.render({"cli.problem.count",
                                       {std::to_string(notes.error_count()), std::to_string(notes.warning_count())}},
                                      context.language)
              << '\n';
}

void print_problems_aside(const Diagnostics& notes, Context& context) {
  Context aside{.texts = context.texts,
                .language = context.language,
                .out = context.err,
                .err = context.err,
                .colour = false,
                .progress = false,
                .cancelled = {}};
  print_problems(notes, aside);
}

}  // namespace veer::cli
