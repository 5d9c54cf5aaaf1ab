#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/run_options.hpp"
#include "ensemble/statistics.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  bool json = false;
};

nlohmann::ordered_json to_json(const ensemble::Estimate& estimate) {
  return {{"mean", estimate.mean},
          {"standard_error", estimate.standard_error},
          {"p5", estimate.p5},
          {"p50", estimate.p50},
          {"p95", estimate.p95}};
}

/// Unmet person-hours of everyone, by daily need.
std::vector<ensemble::Estimate> unmet_by_need(const study::Scenario& scenario, const ensemble::Outcome& outcome) {
  const std::size_t municipalities = scenario.population.municipalities().size();
  std::vector<ensemble::Estimate> out;
  for (std::size_t need = 0; need < outcome.needs; ++need) {
    std::vector<double> hours(outcome.replicas, 0);
    for (std::size_t r = 0; r < outcome.replicas; ++r)
      for (std::size_t m = 0; m < municipalities; ++m)
        hours[r] +=
            static_cast<double>(outcome.unmet[((r * municipalities + m) * outcome.needs + need) * people::row_count]) /
            minutes_per_hour;
    out.push_back(ensemble::estimate(hours));
  }
  return out;
}

void print_json(const region::Region& region, const RunOptions& run, const study::Scenario& scenario,
                const ensemble::Outcome& outcome, std::ostream& out) {
  nlohmann::ordered_json needs = nlohmann::ordered_json::object();
  const auto unmet = unmet_by_need(scenario, outcome);
  for (std::size_t need = 0; need < unmet.size(); ++need)
    needs[region.services[scenario.population.needs()[need].index()].id] = to_json(unmet[need]);
  const nlohmann::ordered_json result{{"region", region.id},
                                      {"hazard", run.study.hazard},
                                      {"seed", run.study.seed},
                                      {"replicas", outcome.replicas},
                                      {"cancelled", outcome.cancelled},
                                      {"engine", cascade::name_of(outcome.engine)},
                                      {"model", study::beyond_core(region, scenario) ? "full" : "core"},
                                      {"total_unmet_person_hours", to_json(ensemble::estimate(outcome.total_unmet_h))},
                                      {"unmet_person_hours", needs}};
  out << result.dump(2) << '\n';
}

void print_table(const region::Region& region, const study::Scenario& scenario, const ensemble::Outcome& outcome,
                 Context& context) {
  const auto number = [&](double value) { return format_count(static_cast<long long>(value + 0.5), context.language); };
  const auto line = [&](const std::string& name, const ensemble::Estimate& e) {
    context.out << context.texts.render({"cli.simulate.line",
                                         {name, number(e.mean), number(e.standard_error), number(e.p5), number(e.p95)}},
                                        context.language)
                << '\n';
  };
  context.out << context.texts.render({outcome.cancelled ? "cli.simulate.cancelled" : "cli.simulate.done",
                                       {format_count(outcome.replicas, context.language)}},
                                      context.language)
              << '\n';
  const auto unmet = unmet_by_need(scenario, outcome);
  for (std::size_t need = 0; need < unmet.size(); ++need) {
    const region::Service& service = region.services[scenario.population.needs()[need].index()];
    line(context.language == Language::nl ? service.name_nl : service.name_en, unmet[need]);
  }
  line(context.texts.render("cli.simulate.total", context.language), ensemble::estimate(outcome.total_unmet_h));
}

Outcome simulate(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  TRY(const region::Region region, open_region(options.run.region, context));
  TRY(const study::Scenario scenario, study::prepare(region, options.run.study));
  TRY(Companions companions, options.run.companions(context));
  if (companions.is_first()) say_model(region, scenario, context);
  TRY(const ensemble::Outcome outcome,
      companions.parted(study::simulate(region, scenario, options.run.study, companions.company()), context));
  if (!companions.is_first()) return 0;
  if (options.json)
    print_json(region, options.run, scenario, outcome, context.out);
  else
    print_table(region, scenario, outcome, context);
  return outcome.cancelled ? exit_code(ErrorKind::cancelled) : 0;
}

}  // namespace

void add_simulate(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("simulate", text("cli.simulate.help"));
  command->footer(text("cli.simulate.examples"));
  options->run.add_to(*command, context, true);
  command->add_flag("--json", options->json, text("cli.simulate.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return simulate(*options, context); }; });
}

}  // namespace veer::cli
