#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/command.hpp"
#include "cli/site_region.hpp"
#include "cli/stopwatch.hpp"
#include "formats/files.hpp"
#include "siting/benchmark.hpp"
#include "siting/capacitated.hpp"
#include "siting/median.hpp"
#include "siting/siting_case.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string instance;
  std::string file;
  double seconds = 0;  ///< 0: until it is proven
  bool json = false;
  SiteRegion region;
};

/// A solved problem of any kind: the answer, or why there is none.
struct Solved {
  std::optional<siting::Answer> answer;
  bool proven_empty = false;
};

Result<Solved> solve(const Options& options, const siting::Patience& patience) {
  TRY(const std::string text, formats::read_file(options.file));
  if (options.instance != "pmed") {
    TRY(const siting::CapacitatedProblem problem, options.instance == "pmedcap"
                                                      ? siting::parse_pmedcap(text, options.file)
                                                      : siting::parse_sscflp(text, options.file));
    auto outcome = siting::solve_capacitated(problem, patience);
    return Solved{std::move(outcome.answer), outcome.proven_empty};
  }
  TRY(const siting::MedianProblem problem, siting::parse_pmed(text, options.file));
  auto outcome = siting::solve_median(problem, patience);
  return Solved{std::move(outcome.answer), outcome.proven_empty};
}

void print_json(const siting::Answer& answer, double seconds, Context& context) {
  nlohmann::ordered_json out;
  out["objective"] = answer.value;
  out["bound"] = answer.bound;
  out["gap"] = siting::gap(answer);
  out["status"] = answer.status == siting::Status::optimal ? "optimal" : "feasible";
  out["seconds"] = seconds;
  out["sites"] = nlohmann::json::array();
  for (const siting::Site site : answer.sites) out["sites"].push_back(site + 1);
  context.out << out.dump() << '\n';
}

void print_text(const siting::Answer& answer, double seconds, Context& context) {
  const auto say = [&](const Message& message) {
    context.out << context.texts.render(message, context.language) << '\n';
  };
  const auto number = [&](double value, int decimals) { return format_decimal(value, decimals, context.language); };
  const int decimals = std::floor(answer.value) == answer.value ? 0 : 2;
  if (answer.status == siting::Status::optimal)
    say({"cli.site.optimal", {number(answer.value, decimals), number(seconds, 2)}});
  else
    say({"cli.site.feasible",
         {number(answer.value, decimals), number(100 * siting::gap(answer), 3), number(answer.bound, 2),
          number(seconds, 2)}});
  std::string sites;
  for (const siting::Site site : answer.sites) sites += (sites.empty() ? "" : " ") + std::to_string(site + 1);
  say({"cli.site.sites", {sites}});
}

Outcome run_site(const Options& options, Context& context) {
  const Stopwatch clock;  // from here on: reading the file is inside --time and inside the seconds told
  siting::Patience patience;
  patience.seconds_left = [&] {
    if (context.cancelled && context.cancelled()) return 0.0;
    return options.seconds > 0 ? options.seconds - clock.seconds() : siting::unreachable;
  };
  TRY(const Solved solved, solve(options, patience));
  const double seconds = clock.seconds();
  if (!solved.answer) {
    Error error = solved.proven_empty ? siting::nothing_allowed() : siting::nothing_found();
    error.place.file = options.file;
    return fail(std::move(error));
  }
  if (context.cancelled && context.cancelled())
    context.err << context.texts.render("cli.site.stopped", context.language) << '\n';
  if (options.json)
    print_json(*solved.answer, seconds, context);
  else
    print_text(*solved.answer, seconds, context);
  return 0;
}

}  // namespace

void add_site(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("site", text("cli.site.help"));
  command->footer(text("cli.site.examples"));
  command->add_option("--instance", options->instance, text("cli.site.instance"))
      ->check(CLI::IsMember({"pmed", "pmedcap", "sscflp"}))
      ->type_name("KIND");
  command->add_option("file", options->file, text("cli.site.file"))->type_name("REGION|FILE")->required();
  options->region.add_to(*command, context);
  command->add_option("--time", options->seconds, text("cli.site.time"))->check(CLI::Range(0.001, 1e6))->type_name("S");
  command->add_flag("--json", options->json, text("cli.site.json"));
  command->callback([options, &context, &chosen] {
    chosen = [options, &context] {
      if (!options->instance.empty()) return run_site(*options, context);
      return run_site_region(options->region, options->file, options->seconds, options->json, context);
    };
  });
}

}  // namespace veer::cli
