#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/run_options.hpp"
#include "importers/package/package.hpp"
#include "report/audience.hpp"
#include "report/json.hpp"
#include "report/outputs.hpp"
#include "report/terminal.hpp"
#include "study/hazards.hpp"
#include "study/support_points.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  std::string out;
  std::string audience = "intern";
  std::vector<std::string> only;
  bool json = false;
};

int screen_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 60 ? size.ws_col : 100;
}

/// So many replicas of each hazard: enough to tell them apart, and dozens of hazards take no longer than one study.
constexpr std::uint32_t replicas_of_each = 200;

/// Every hazard of the region as the package has it, without the support points that were chosen for one of them.
Result<std::vector<report::HazardFinding>> compare_all(const Options& options, Context& context) {
  TRY(const region::Region region, open_region(options.run.region, context));
  const auto tell = [&context](std::size_t done, std::size_t all) {
    if (!context.progress) return;
    context.err << '\r'
                << context.texts.render({"cli.study.hazard_of", {std::to_string(done + 1), std::to_string(all)}},
                                        context.language)
                << (done + 1 == all ? "\n" : "") << std::flush;
  };
  return study::compare_hazards(region, options.run.study, std::min(replicas_of_each, options.run.study.replicas),
                                context.texts, tell);
}

Outcome study(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  options.run.study.audience = options.audience == "openbaar" ? report::Audience::open : report::Audience::internal;
  const auto& only = options.only;
  const auto wanted = [&only](const char* part) {
    return only.empty() || std::find(only.begin(), only.end(), part) != only.end();
  };
  options.run.study.cut_sets = wanted("cutsets");
  options.run.study.support_points = wanted("siting");
  options.run.study.reach = wanted("reach");
  options.run.study.help = wanted("help");
  options.run.study.operations = wanted("operations");
  options.run.study.measures = wanted("measures");
  TRY(region::Region region, open_region(options.run.region, context));
  if (options.run.study.measures) {
    Diagnostics told_already;
    TRY(const region::Tables tables, importers::read_package(options.run.region, told_already));
    options.run.study.account = region::measure_account(tables);
  }
  const bool compare = options.run.study.hazard == "all";
  if (compare) {
    if (region.hazards.empty())
      return fail({ErrorKind::invalid_input, {"study.hazards.none", {}}, {.table = "hazards"}, {}});
    options.run.study.hazard = region.hazards.front().id;
  }
  TRY(const auto plan, study::plan_support_points(region, options.run.study));
  if (plan) {
    TRY(region, study::with_support_points(std::move(region), *plan, options.run.study));
  }
  TRY(const study::Scenario scenario, study::prepare(region, options.run.study));
  TRY(Companions companions, options.run.companions(context));
  if (companions.is_first()) say_model(region, scenario, context);
  TRY(const auto outcome,
      companions.parted(study::simulate(region, scenario, options.run.study, companions.company()), context));
  if (!companions.is_first()) return 0;
  TRY(auto findings, study::tell(region, scenario, outcome, options.run.study, context.texts, plan ? &*plan : nullptr));
  if (compare) {
    TRY(findings.hazards, compare_all(options, context));
  }
  const std::string out = options.out.empty() ? "out/" + region.id : options.out;
  TRY_DONE(report::write_outputs(findings, context.language, context.texts, out));
  const auto shown = report::for_audience(findings, findings.audience);
  if (options.json) {
    context.out << report::results_json(shown);  // ends with a newline of its own, as the file does
  } else {
    context.out << report::summary(shown, context.language, context.texts, context.colour, screen_width()) << '\n'
                << context.texts.render({"cli.study.written", {out}}, context.language) << '\n';
  }
  return findings.cancelled ? exit_code(ErrorKind::cancelled) : 0;
}

}  // namespace

void add_study(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("study", text("cli.study.help"));
  command->footer(text("cli.study.examples"));
  options->run.add_to(*command, context, true);
  command->add_option("--out", options->out, text("cli.study.out"))->type_name("DIR");
  command->add_option("--audience", options->audience, text("cli.study.audience"))
      ->check(CLI::IsMember({"intern", "openbaar"}))
      ->capture_default_str();
  command->add_option("--only", options->only, text("cli.study.only"))
      ->delimiter(',')
      ->check(CLI::IsMember({"ensemble", "cutsets", "siting", "reach", "help", "operations", "measures"}));
  command->add_option("--time", options->run.study.support_seconds, text("cli.study.time"))
      ->check(CLI::Range(0.1, 3600.0))
      ->type_name("S")
      ->capture_default_str();
  command->add_flag("--json", options->json, text("cli.study.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return study(*options, context); }; });
}

}  // namespace veer::cli
