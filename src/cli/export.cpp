#include <array>
#include <memory>
#include <ostream>

#include "cascade/region_cascade_1_writer.hpp"
#include "cli/cutsets_region.hpp"
#include "cli/run_options.hpp"
#include "faulttree/mef.hpp"
#include "formats/files.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  std::string format = "region-cascade-1";
  std::string out;
  bool simplify = false;
  study::HeldQuestion held;  ///< mef
  std::string horizon = "72h";
};

/// What did not fit, and what stands there instead; in the order of cascade::Unfit.
struct Words {
  const char* what;
  const char* instead;
};
constexpr std::array<Words, cascade::unfit_count> words{{
    {"cli.export.breakdown", "cli.export.breakdown.instead"},
    {"cli.export.late_hit", "cli.export.late_hit.instead"},
    {"cli.export.joint_hits", "cli.export.joint_hits.instead"},
    {"cli.export.hit_share", "cli.export.hit_share.instead"},
    {"cli.export.shared_draw", "cli.export.shared_draw.instead"},
    {"cli.export.chain", "cli.export.chain.instead"},
    {"cli.export.drawn_reservoir", "cli.export.drawn_reservoir.instead"},
    {"cli.export.drawn_tank", "cli.export.drawn_tank.instead"},
    {"cli.export.start_delay", "cli.export.start_delay.instead"},
    {"cli.export.recharge", "cli.export.recharge.instead"},
}};

/// "own failures (12: assets/a, assets/b, assets/c, …)".
std::string sentence(const cascade::Replaced& replaced, const Context& context) {
  constexpr std::size_t most_names = 3;
  std::string out = context.texts.render(words[static_cast<std::size_t>(replaced.what)].what, context.language) + " (" +
                    format_count(static_cast<long long>(replaced.places.size()), context.language) + ": ";
  for (std::size_t i = 0; i < replaced.places.size() && i < most_names; ++i)
    out += (i > 0 ? ", " : "") + replaced.places[i];
  return out + (replaced.places.size() > most_names ? ", …)" : ")");
}

/// The one error that says all that does not fit, and what to do.
Error refusal(const std::vector<cascade::Replaced>& replaced, const Options& options, const Context& context) {
  std::size_t count = 0;
  std::string list;
  for (const cascade::Replaced& row : replaced) {
    count += row.places.size();
    list += (list.empty() ? "" : "; ") + sentence(row, context);
  }
  return {ErrorKind::unsupported,
          {"cli.export.refused",
           {options.format, format_count(static_cast<long long>(count), context.language), std::move(list)}},
          {},
          {}};
}

/// The held view of a process or an asset as a fault tree.
Outcome export_mef(const region::Region& region, const study::Scenario& scenario, Options& options, Context& context) {
  options.held.horizon_h = horizon_of(options.horizon).value_or(0);
  faulttree::Limits limits(std::size_t{2} << 30U, context.cancelled);
  TRY(const auto answer, study::ask_held(region, scenario, options.held, context.texts, limits));
  const std::string text = faulttree::to_mef(study::held_model(answer.tree.tree, answer.tree.tree.name));
  if (options.out.empty()) {
    context.out << text;
    return 0;
  }
  TRY_DONE(formats::write_file_atomically(options.out, text));
  context.out << context.texts.render(
                     {"cli.export.mef.done",
                      {options.out, format_count(static_cast<long long>(answer.tree.events.size()), context.language)}},
                     context.language)
              << '\n';
  return 0;
}

Outcome export_region(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  TRY(const region::Region region, open_region(options.run.region, context));
  options.run.study.core_only = true;
  TRY(const study::Scenario scenario, study::prepare(region, options.run.study));
  if (options.format == "mef") return export_mef(region, scenario, options, context);
  const cascade::Program& program = scenario.compiled.program;
  const auto text = cascade::write_region_cascade_1(program, cascade::exchange_labels(region, scenario.compiled));
  if (!text.replaced.empty() && !options.simplify) return fail(refusal(text.replaced, options, context));
  for (const cascade::Replaced& row : text.replaced)
    context.err << context.texts.render(
                       {"cli.export.replaced",
                        {sentence(row, context),
                         context.texts.render(words[static_cast<std::size_t>(row.what)].instead, context.language)}},
                       context.language)
                << '\n';
  if (options.out.empty()) {
    context.out << text.json;
    return 0;
  }
  TRY_DONE(formats::write_file_atomically(options.out, text.json));
  context.out << context.texts.render(
                     {"cli.export.done",
                      {options.out, format_count(static_cast<long long>(program.component_count()), context.language),
                       format_count(static_cast<long long>(program.need_count()), context.language)}},
                     context.language)
              << '\n';
  return 0;
}

}  // namespace

void add_export(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("export", text("cli.export.help"));
  command->footer(text("cli.export.examples"));
  options->run.add_to(*command, context, false);
  command->add_option("--format", options->format, text("cli.export.format"))
      ->check(CLI::IsMember({"region-cascade-1", "mef"}))
      ->capture_default_str();
  command->add_option("--process", options->held.process, text("cli.cutsets.process"))->type_name("P");
  command->add_option("--asset", options->held.asset, text("cli.cutsets.asset"))->type_name("A");
  command->add_option("--horizon", options->horizon, text("cli.cutsets.horizon"))
      ->check([](const std::string& given) { return horizon_of(given) ? "" : "'" + given + "': 24h, 72h, 90min"; })
      ->type_name("72h")
      ->capture_default_str();
  command->add_flag("--simplify", options->simplify, text("cli.export.simplify"));
  command->add_option("--out", options->out, text("cli.export.out"))->type_name("MODEL.json");
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return export_region(*options, context); }; });
}

}  // namespace veer::cli
