#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "importers/package/package.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string from;
  std::string to;
  bool overwrite = false;
};

Message summary(const region::Tables& tables, const std::string& to, Language language) {
  long long rows = 0;
  for (const auto& [name, table] : tables.tables) rows += static_cast<long long>(table.rows.size());
  return {"cli.convert.done",
          {to, format_count(static_cast<long long>(tables.tables.size()), language), format_count(rows, language),
           format_count(static_cast<long long>(tables.outlines.size()), language)}};
}

Outcome convert(const Options& options, Context& context) {
  std::error_code ignored;
  if (!options.overwrite && std::filesystem::exists(options.to, ignored)) {
    return fail(Error{ErrorKind::conflict, {"cli.convert.exists", {}}, {options.to, {}, 0, {}}, {}});
  }
  Diagnostics notes;
  const auto tables = importers::read_package(options.from, notes);
  if (!tables && notes.error_count() == 0) return fail(tables.error());
  if (!notes.problems().empty()) print_problems(notes, context);
  if (!tables) return exit_code(ErrorKind::invalid_input);
  TRY_DONE(importers::write_package(*tables, options.to));
  context.out << context.texts.render(summary(*tables, options.to, context.language), context.language) << '\n';
  return 0;
}

}  // namespace

void add_convert(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("convert", text("cli.convert.help"));
  command->footer(text("cli.convert.examples"));
  command->add_option("from", options->from, text("cli.package.region"))->type_name("FROM")->required();
  command->add_option("to", options->to, text("cli.convert.to"))->type_name("TO")->required();
  command->add_flag("--overwrite", options->overwrite, text("cli.convert.overwrite"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return convert(*options, context); }; });
}

}  // namespace veer::cli
