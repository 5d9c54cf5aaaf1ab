#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <ostream>
#include <vector>

#include "base/parallel.hpp"
#include "cascade/engine.hpp"
#include "cascade/region_cascade_1.hpp"
#include "cli/command.hpp"
#include "formats/files.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string model;
  std::uint32_t replicas = 1;
  std::uint32_t first = 0;
  std::size_t threads = 1;
  bool quiet = false;
};

Outcome run_cascade(const Options& options, Context& context) {
  TRY(const std::string text, formats::read_file(options.model));
  TRY(const auto model, cascade::parse_region_cascade_1(text, options.model));
  // Lines wait for one another no longer than a batch, so that ten million replicas need no more memory than a few
  // thousand.
  constexpr std::uint32_t batch = 4096;
  const std::size_t threads = std::min<std::size_t>(options.threads, options.replicas);
  std::vector<std::unique_ptr<cascade::Engine>> engines;
  for (std::size_t t = 0; t < threads; ++t) engines.push_back(std::make_unique<cascade::Engine>(model.program));
  std::vector<std::string> lines(std::min(batch, options.replicas));
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint32_t done = 0; done < options.replicas; done += batch) {
    const std::uint32_t now = std::min(batch, options.replicas - done);
    parallel_for(threads, now, [&](std::size_t thread, std::size_t i) {
      const auto replica = static_cast<std::uint32_t>(options.first + done + i);
      engines[thread]->run(replica);
      lines[i] = cascade::replica_line(model, *engines[thread], replica);
    });
    if (options.quiet) continue;
    for (std::uint32_t i = 0; i < now; ++i) context.out << lines[i] << '\n';
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  context.err << fmt::format("{:.3f} replicas/s\n", options.replicas / seconds);
  return 0;
}

}  // namespace

void add_cascade(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("cascade", text("cli.cascade.help"));
  command->footer(text("cli.cascade.examples"));
  command->add_option("model", options->model, text("cli.cascade.model"))->type_name("MODEL.json")->required();
  command->add_option("--replicas", options->replicas, text("cli.run.replicas"))
      ->check(CLI::Range(1, 10000000))
      ->capture_default_str();
  command->add_option("--first", options->first, text("cli.cascade.first"))->capture_default_str();
  command->add_option("--threads", options->threads, text("cli.run.threads"))
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command->add_flag("--quiet", options->quiet, text("cli.cascade.quiet"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_cascade(*options, context); }; });
}

}  // namespace veer::cli
