#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/command.hpp"
#include "cli/import_report.hpp"
#include "importers/fresh/fresh.hpp"
#include "importers/package/package.hpp"
#include "region/builder.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string region;
  bool json = false;
};

nlohmann::ordered_json to_json(const Problem& problem, const Context& context) {
  nlohmann::ordered_json out{{"severity", problem.severity == Severity::error ? "error" : "warning"},
                             {"key", problem.message.key},
                             {"message", context.texts.render(problem.message, context.language)},
                             {"file", problem.place.file}};
  if (!problem.place.table.empty()) out["table"] = problem.place.table;
  if (problem.place.row > 0) out["row"] = problem.place.row;
  if (!problem.place.column.empty()) out["column"] = problem.place.column;
  return out;
}

void print_json(const std::string& region, const Diagnostics& notes, Context& context) {
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const Problem& problem : notes.problems()) problems.push_back(to_json(problem, context));
  const nlohmann::ordered_json out{{"region", region},
                                   {"errors", notes.error_count()},
                                   {"warnings", notes.warning_count()},
                                   {"problems", std::move(problems)}};
  context.out << out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

/// One warning that names all that a region under construction still lacks.
void tell_missing(const std::vector<importers::Completeness>& lines, Diagnostics& notes, const Context& context) {
  std::string missing;
  for (const importers::Completeness& line : lines)
    if (line.state == importers::Completeness::State::missing)
      missing += (missing.empty() ? "" : "; ") +
                 context.texts.render("importers.fresh.complete." + line.subject, context.language);
  if (!missing.empty()) notes.warn({"importers.fresh.missing", {missing}}, {});
}

Outcome validate(const Options& options, Context& context) {
  Diagnostics notes;
  const auto tables = importers::read_package(options.region, notes);
  if (!tables && notes.error_count() == 0) return fail(tables.error());
  const auto region = tables ? region::build_region(*tables, notes) : Result<region::Region>(fail(tables.error()));
  // A package that cannot be opened at all has no problems inside to list.
  if (!region && notes.error_count() == 0) return fail(region.error());
  std::vector<importers::Completeness> lines;
  if (region) lines = importers::completeness_of(*tables);
  const bool unfinished = region && importers::is_unfinished(lines);
  if (unfinished) tell_missing(lines, notes, context);
  if (options.json)
    print_json(options.region, notes, context);
  else
    print_problems(notes, context);
  if (unfinished && !options.json) ImportReport(context).completeness(lines);
  return region ? 0 : exit_code(ErrorKind::invalid_input);
}

}  // namespace

void add_validate(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("validate", text("cli.validate.help"));
  command->footer(text("cli.validate.examples"));
  command->add_option("region", options->region, text("cli.package.region"))->type_name("REGION")->required();
  command->add_flag("--json", options->json, text("cli.validate.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return validate(*options, context); }; });
}

}  // namespace veer::cli
