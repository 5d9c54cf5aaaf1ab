#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <atomic>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "backtest/messages.hpp"
#include "cascade/messages.hpp"
#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "ensemble/messages.hpp"
#include "faulttree/messages.hpp"
#include "formats/messages.hpp"
#include "importers/foreign/messages.hpp"
#include "importers/haaglanden/messages.hpp"
#include "importers/messages.hpp"
#include "importers/osm/messages.hpp"
#include "measures/messages.hpp"
#include "mip/messages.hpp"
#include "operations/messages.hpp"
#include "region/messages.hpp"
#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "server/messages.hpp"
#include "siting/messages.hpp"
#include "store/messages.hpp"
#include "study/messages.hpp"
#include "support_points/messages.hpp"

namespace {

using namespace veer;
using veer::cli::Chosen;
using veer::cli::Context;

/// Set by Ctrl-C; a second one ends the program at once.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): a signal handler has nothing else
std::atomic<bool> stop_asked{false};
std::atomic<std::int64_t> asked_at_ms{0};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// The first signal asks for the best so far; a later one ends the program at once. Two that come together are one:
/// timeout(1) and the like send theirs to the program and to its whole group.
void ask_to_stop(int signal) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);  // safe in a handler, unlike std::chrono
  const std::int64_t ms = std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
  if (!stop_asked.exchange(true)) {
    asked_at_ms = ms;
    return;
  }
  constexpr std::int64_t together_ms = 1000;
  if (ms - asked_at_ms < together_ms) return;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// --lang, else the locale, else Dutch.
Language language_of(int argc, char** argv) {
  std::string wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("--lang=")) wanted = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) wanted = argv[i + 1];
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!wanted.empty()) break;
    if (const char* value = std::getenv(variable); value != nullptr) wanted = value;
  }
  return wanted.starts_with("en") ? Language::en : Language::nl;
}

/// A mistyped command gets the nearest known one; false: there is none.
bool suggest(const CLI::App& app, int argc, char** argv, const Context& context) {
  int at = 1;  // the command is the first word that is no option nor the value of --lang
  while (at < argc && argv[at][0] == '-') at += std::string(argv[at]) == "--lang" ? 2 : 1;
  if (at >= argc) return false;
  const std::string word = argv[at];
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), word) != names.end()) return false;
  const std::string near = nearest_word(word, names);
  if (!near.empty()) context.err << context.texts.render({"cli.suggest", {word, near}}, context.language) << '\n';
  return !near.empty();
}

/// Keeps blocks of up to 16 MiB at hand for the next package of measures or batch of replicas, and gives what lies free
/// beyond 64 MiB back. Left to itself glibc moves both borders with the largest block freed so far: then it either asks
/// the system for every table anew, which costs a third of the time, or keeps twice the memory that a study needs.
void return_memory() {
#ifdef __GLIBC__
  constexpr int keep_free_bytes = 64 << 20;
  constexpr int own_mapping_bytes = 16 << 20;
  mallopt(M_TRIM_THRESHOLD, keep_free_bytes);
  mallopt(M_MMAP_THRESHOLD, own_mapping_bytes);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  return_memory();
  const Texts texts{backtest::messages(),
                    cascade::messages(),
                    cli::messages(),
                    cli::review_messages(),
                    ensemble::messages(),
                    faulttree::messages(),
                    formats::messages(),
                    importers::messages(),
                    importers::foreign::messages(),
                    importers::haaglanden::messages(),
                    importers::osm::messages(),
                    measures::messages(),
                    mip::messages(),
                    operations::messages(),
                    region::messages(),
                    report::messages(),
                    report::data_messages(),
                    server::messages(),
                    siting::messages(),
                    store::messages(),
                    study::messages(),
                    support_points::messages()};
  Context context{.texts = texts,
                  .language = language_of(argc, argv),
                  .out = std::cout,
                  .err = std::cerr,
                  .colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr,
                  .progress = isatty(STDERR_FILENO) != 0,
                  .cancelled = [] { return stop_asked.load(); }};
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);

  const auto text = [&](const char* key) { return texts.render(key, context.language); };
  CLI::App app(text("cli.about"), "veer");
  app.footer(text("cli.examples"));
  app.require_subcommand(1);
  app.set_version_flag("--version", "veer " VEER_VERSION);
  std::string language;
  app.add_option("--lang", language, text("cli.lang"))->check(CLI::IsMember({"nl", "en"}));
  app.fallthrough();
  Chosen chosen;
  cli::add_study(app, context, chosen);
  cli::add_simulate(app, context, chosen);
  cli::add_explain(app, context, chosen);
  cli::add_cascade(app, context, chosen);
  cli::add_cutsets(app, context, chosen);
  cli::add_site(app, context, chosen);
  cli::add_choose(app, context, chosen);
  cli::add_reach(app, context, chosen);
  cli::add_export(app, context, chosen);
  cli::add_bench(app, context, chosen);
  cli::add_hazards(app, context, chosen);
  cli::add_review(app, context, chosen);
  cli::add_evidence(app, context, chosen);
  cli::add_backtest(app, context, chosen);
  cli::add_validate(app, context, chosen);
  cli::add_convert(app, context, chosen);
  cli::add_import(app, context, chosen);
  cli::add_serve(app, context, chosen);
  cli::add_backup(app, context, chosen);
  cli::add_restore(app, context, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0 && suggest(app, argc, argv, context)) return 2;
    return app.exit(error, context.out, context.err) == 0 ? 0 : 2;
  }
  const cli::Outcome outcome = chosen();
  if (outcome) return *outcome;
  context.err << "veer: " << outcome.error().text(texts, context.language) << '\n';
  return cli::exit_code(outcome.error().kind);
}
