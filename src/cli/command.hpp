#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"

namespace veer::cli {

/// What every command may use of the world outside.
struct Context {
  const Texts& texts;
  Language language = Language::nl;
  std::ostream& out;      ///< results
  std::ostream& err;      ///< messages and progress
  bool colour = false;    ///< out is a terminal
  bool progress = false;  ///< err is a terminal
  /// Whether the user asked to stop (Ctrl-C).
  std::function<bool()> cancelled;
};

/// What a command returns: its exit code, or the error that ended it.
using Outcome = Result<int>;

/// Exit codes: 0 done, 1 the data has errors, 2 the command line is off, 3 not found, 4 unsupported, 5 the place cannot
/// be read or written, 6 conflict, 130 cancelled.
[[nodiscard]] int exit_code(ErrorKind kind);

/// One subcommand: its options on `app`, and what to do when it is chosen.
///
/// Each file of this folder that is named after a command defines `void add_<command>(CLI::App&, Context&, Chosen&)`:
/// it adds the subcommand with options and examples, and sets `chosen` in the subcommand's callback.
using Chosen = std::function<Outcome()>;

void add_validate(CLI::App& app, Context& context, Chosen& chosen);
void add_convert(CLI::App& app, Context& context, Chosen& chosen);
void add_import(CLI::App& app, Context& context, Chosen& chosen);
void add_study(CLI::App& app, Context& context, Chosen& chosen);
void add_simulate(CLI::App& app, Context& context, Chosen& chosen);
void add_explain(CLI::App& app, Context& context, Chosen& chosen);
void add_cascade(CLI::App& app, Context& context, Chosen& chosen);
void add_cutsets(CLI::App& app, Context& context, Chosen& chosen);
void add_site(CLI::App& app, Context& context, Chosen& chosen);
void add_choose(CLI::App& app, Context& context, Chosen& chosen);
void add_export(CLI::App& app, Context& context, Chosen& chosen);
void add_bench(CLI::App& app, Context& context, Chosen& chosen);
void add_hazards(CLI::App& app, Context& context, Chosen& chosen);
void add_serve(CLI::App& app, Context& context, Chosen& chosen);
void add_backup(CLI::App& app, Context& context, Chosen& chosen);
void add_restore(CLI::App& app, Context& context, Chosen& chosen);
void add_reach(CLI::App& app, Context& context, Chosen& chosen);
void add_backtest(CLI::App& app, Context& context, Chosen& chosen);
void add_evidence(CLI::App& app, Context& context, Chosen& chosen);
void add_review(CLI::App& app, Context& context, Chosen& chosen);

/// Prints every problem with its place, errors first, then a line that counts them.
void print_problems(const Diagnostics& notes, Context& context);
/// The same beside the output, for a command whose output is data.
void print_problems_aside(const Diagnostics& notes, Context& context);

}  // namespace veer::cli
