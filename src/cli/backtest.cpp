#include "backtest/backtest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "backtest/shipped.hpp"
#include "cli/command.hpp"
#include "formats/csv.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string cases;
  std::string observations;
  backtest::Settings settings;
  bool json = false;
};

nlohmann::ordered_json or_null(std::optional<double> value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

void print_json(const backtest::Cases& cases, const backtest::Report& report, std::ostream& out) {
  nlohmann::ordered_json observations = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < cases.observations.size(); ++i) {
    const backtest::Observation& seen = cases.observations[i];
    const backtest::Prediction& told = report.predictions[i];
    observations.push_back({{"case", cases.cases[seen.case_index].id},
                            {"observable", seen.observable},
                            {"t_hours", seen.t_hours},
                            {"observed_low", seen.low},
                            {"observed_high", seen.high},
                            {"p05", told.p05},
                            {"p50", told.p50},
                            {"p95", told.p95},
                            {"inside", told.inside},
                            {"middle_inside", told.middle_inside},
                            {"width_ratio", or_null(told.width_ratio)}});
  }
  nlohmann::ordered_json scores = nlohmann::ordered_json::array();
  for (const backtest::Score& score : report.scores)
    scores.push_back({{"observable", score.observable},
                      {"observations", score.observations},
                      {"inside", score.inside},
                      {"spread", or_null(score.spread)},
                      {"median_width_ratio", or_null(score.median_width_ratio)}});
  out << nlohmann::ordered_json{{"observations", observations},
                                {"observables", scores},
                                {"share_inside", report.share_inside},
                                {"share_middle_inside", report.share_middle_inside},
                                {"median_width_ratio", or_null(report.median_width_ratio)}}
             .dump(2)
      << '\n';
}

void print(const backtest::Cases& cases, const backtest::Report& report, Context& context) {
  const auto say = [&](const char* key, const std::vector<std::string>& arguments = {}) {
    context.out << context.texts.render({key, arguments}, context.language) << '\n';
  };
  const auto number = [&](double value) {
    return format_decimal(value, value >= 100 ? 0 : value >= 10 ? 1 : 2, context.language);
  };
  const auto percent = [&](double share) { return format_decimal(100 * share, 0, context.language); };
  const auto observable = [&](std::string_view name) {
    return context.texts.render("backtest.observable." + std::string(name), context.language);
  };
  say("cli.backtest.found", {std::to_string(cases.observations.size()), std::to_string(cases.cases.size()),
                             percent(report.share_inside), percent(report.share_middle_inside)});
  if (report.median_width_ratio) say("cli.backtest.width", {number(*report.median_width_ratio)});
  context.out << '\n';
  for (std::size_t c = 0; c < cases.cases.size(); ++c) {
    bool named = false;
    for (std::size_t i = 0; i < cases.observations.size(); ++i) {
      const backtest::Observation& seen = cases.observations[i];
      if (seen.case_index != c) continue;
      if (!named) context.out << cases.cases[c].name << '\n';
      named = true;
      const backtest::Prediction& told = report.predictions[i];
      say(told.inside ? "cli.backtest.inside" : "cli.backtest.missed",
          {observable(seen.observable), number(seen.t_hours), number(told.p05), number(told.p50), number(told.p95),
           seen.low == seen.high ? number(seen.low) : number(seen.low) + " – " + number(seen.high)});
    }
  }
  context.out << '\n';
  for (const backtest::Score& score : report.scores)
    say(score.median_width_ratio ? "cli.backtest.score" : "cli.backtest.score.alone",
        {observable(score.observable), std::to_string(score.inside), std::to_string(score.observations),
         number(score.median_width_ratio.value_or(0))});
  std::vector<std::size_t> worst;
  for (std::size_t i = 0; i < report.predictions.size(); ++i)
    if (report.predictions[i].miss > 0) worst.push_back(i);
  std::stable_sort(worst.begin(), worst.end(), [&](std::size_t a, std::size_t b) {
    return report.predictions[a].miss > report.predictions[b].miss;
  });
  if (!worst.empty()) context.out << '\n' << context.texts.render("cli.backtest.worst", context.language) << '\n';
  for (std::size_t i = 0; i < std::min<std::size_t>(5, worst.size()); ++i) {
    const backtest::Observation& seen = cases.observations[worst[i]];
    context.out << fmt::format("  {}: {}\n", cases.cases[seen.case_index].name, observable(seen.observable));
  }
}

int show(const backtest::Cases& cases, const Options& options, Context& context) {
  const backtest::Report report = backtest::run(cases, options.settings);
  if (options.json) {
    print_json(cases, report, context.out);
  } else {
    print(cases, report, context);
  }
  return 0;
}

Outcome run_backtest(const Options& options, Context& context) {
  if (options.cases.empty()) return show(backtest::shipped_cases(), options, context);
  if (options.observations.empty())
    return fail({ErrorKind::invalid_input, {"cli.backtest.both", {options.cases}}, {}, {}});
  TRY(const auto case_table, formats::read_csv(options.cases, "cases"));
  TRY(const auto observation_table, formats::read_csv(options.observations, "observations"));
  Diagnostics notes;
  const auto cases = backtest::read_cases(case_table, observation_table, notes);
  if (!cases) {
    print_problems(notes, context);
    return exit_code(ErrorKind::invalid_input);
  }
  return show(*cases, options, context);
}

}  // namespace

void add_backtest(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("backtest", text("cli.backtest.help"));
  command->footer(text("cli.backtest.examples"));
  command->add_option("cases", options->cases, text("cli.backtest.cases"))->type_name("CASES.csv");
  command->add_option("observations", options->observations, text("cli.backtest.observations"))
      ->type_name("OBSERVATIONS.csv");
  command->add_option("--replicas", options->settings.replicas, text("cli.run.replicas"))
      ->check(CLI::Range(100, 100'000))
      ->capture_default_str();
  command->add_option("--seed", options->settings.seed, text("cli.run.seed"))->capture_default_str();
  command->add_flag("--json", options->json, text("cli.backtest.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_backtest(*options, context); }; });
}

}  // namespace veer::cli
