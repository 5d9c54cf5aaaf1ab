#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "importers/haaglanden/haaglanden.hpp"
#include "importers/package/package.hpp"
#include "region/builder.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string sources;
  std::string out;
};

Outcome import_haaglanden(const Options& options, Context& context) {
  Diagnostics notes;
  TRY(const auto tables, importers::build_haaglanden(options.sources, notes));
  const auto region = region::build_region(tables, notes);
  print_problems(notes, context);
  if (!region) return fail(region.error());
  TRY_DONE(importers::write_package(tables, options.out));
  return 0;
}

}  // namespace

void add_import(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("import", text("cli.import.help"));
  command->footer(text("cli.import.examples"));
  command->require_subcommand(1);
  CLI::App* const haaglanden = command->add_subcommand("haaglanden", text("cli.import.haaglanden"));
  haaglanden->add_option("sources", options->sources, text("cli.import.sources"))->type_name("SOURCES")->required();
  haaglanden->add_option("--out", options->out, text("cli.import.out"))->type_name("DIR")->required();
  haaglanden->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_haaglanden(*options, context); }; });
}

}  // namespace veer::cli
