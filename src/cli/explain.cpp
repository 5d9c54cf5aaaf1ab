#include "study/explain.hpp"

#include <memory>
#include <ostream>

#include "cli/run_options.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  std::uint32_t replica = 0;
  std::string asset;
};

Outcome explain(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  TRY(const region::Region region, open_region(options.run.region, context));
  options.run.study.core_only = true;
  TRY(const study::Scenario scenario, study::prepare(region, options.run.study));
  TRY(const auto story,
      study::explain(region, scenario, options.replica, options.asset, context.texts, context.language));
  for (const study::Sentence& sentence : story)
    context.out << std::string(2 * sentence.depth, ' ') << sentence.text << '\n';
  context.out << context.texts.render("cli.explain.example_data", context.language) << '\n';
  return 0;
}

}  // namespace

void add_explain(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("explain", text("cli.explain.help"));
  command->footer(text("cli.explain.examples"));
  options->run.add_to(*command, context, false);
  command->add_option("--replica", options->replica, text("cli.explain.replica"))->capture_default_str();
  command->add_option("--asset", options->asset, text("cli.explain.asset"))->required();
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return explain(*options, context); }; });
}

}  // namespace veer::cli
