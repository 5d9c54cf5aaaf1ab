#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cascade/exchange_run.hpp"
#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "formats/files.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string model;
  std::string engine = "auto";
  bool quiet = false;
  cascade::ExchangeSettings run;
};

Outcome run_cascade(Options& options, Context& context) {
  TRY(const std::string text, formats::read_file(options.model));
  TRY(const auto model, cascade::parse_region_cascade_1(text, options.model));
  TRY(options.run.engine, cascade::choose_engine(model.program, *cascade::engine_kind(options.engine)));
  // One replica after the other gains nothing from large batches, and answers sooner with small ones.
  if (options.run.engine != cascade::EngineKind::lanes) options.run.batch = cascade::lanes::chunk_lanes;
  if (!options.quiet) options.run.line = [&context](const std::string& line) { context.out << line << '\n'; };
  const cascade::Plan plan(model.program);
  const Stopwatch clock;
  const std::uint64_t digest = cascade::run_exchange(model, plan, options.run);
  const double seconds = clock.seconds();
  if (options.quiet) context.out << fmt::format("{:016x}\n", digest);
  context.err << fmt::format("{:.3f} replicas/s\n", options.run.replicas / seconds);
  return 0;
}

}  // namespace

void add_cascade(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("cascade", text("cli.cascade.help"));
  command->footer(text("cli.cascade.examples"));
  command->add_option("model", options->model, text("cli.cascade.model"))->type_name("MODEL.json")->required();
  command->add_option("--replicas", options->run.replicas, text("cli.run.replicas"))
      ->check(CLI::Range(1, 10000000))
      ->capture_default_str();
  command->add_option("--first", options->run.first, text("cli.cascade.first"))->capture_default_str();
  command->add_option("--threads", options->run.threads, text("cli.run.threads"))
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  add_engine_option(*command, context, options->engine);
  command->add_option("--vectors", options->run.kernel, text("cli.cascade.vectors"))
      ->check(CLI::IsMember(cascade::lanes::kernel_names()));
  command->add_option("--batch", options->run.batch, text("cli.cascade.batch"))
      ->check(CLI::Range(1, 65504))
      ->capture_default_str();
  CLI::Option* const quiet = command->add_flag("--quiet", options->quiet, text("cli.cascade.quiet"));
  command->add_flag("--floor", options->run.floor, text("cli.cascade.floor"))->needs(quiet);
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_cascade(*options, context); }; });
}

}  // namespace veer::cli
