#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <random>
#include <thread>

#include "cascade/exchange_run.hpp"
#include "cascade/patch.hpp"
#include "cascade/region_cascade_1_writer.hpp"
#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "ensemble/output_trial.hpp"
#include "formats/files.hpp"

namespace veer::cli {

namespace {

using cascade::EngineKind;

struct Options {
  RunOptions run;
  double seconds = 1;
  bool json = false;
};

struct Rate {
  std::string name;
  std::string engine;
  std::size_t threads = 1;
  double replicas_per_second = 0;
};

/// What the measurements run on.
struct Subject {
  cascade::ExchangeModel model;
  cascade::Plan plan;
  /// Of a region only: a file of the exchange format has no residents.
  std::unique_ptr<const region::Region> region;
  std::unique_ptr<const study::Scenario> scenario;
};

Result<Subject> open_subject(const Options& options, Context& context) {
  if (options.run.region.ends_with(".json")) {
    TRY(const std::string text, formats::read_file(options.run.region));
    TRY(auto model, cascade::parse_region_cascade_1(text, options.run.region));
    cascade::Plan plan(model.program);
    return Subject{std::move(model), std::move(plan), nullptr, nullptr};
  }
  TRY(auto opened, open_region(options.run.region, context));
  auto region = std::make_unique<const region::Region>(std::move(opened));
  study::Options asked = options.run.study;
  asked.core_only = true;
  TRY(auto prepared, study::prepare(*region, asked));
  auto scenario = std::make_unique<const study::Scenario>(std::move(prepared));
  auto labels = cascade::exchange_labels(*region, scenario->compiled);
  cascade::ExchangeModel model{.program = scenario->compiled.program,
                               .service_names = std::move(labels.service_names),
                               .service = std::move(labels.service),
                               .population = std::move(labels.population)};
  cascade::Plan plan(model.program);
  return Subject{std::move(model), std::move(plan), std::move(region), std::move(scenario)};
}

template <class Work>
double seconds_of(Work&& work) {
  const Stopwatch clock;
  work();
  return clock.seconds();
}

/// Replicas per second, from the first run that takes long enough.
double rate_of(const Subject& subject, cascade::ExchangeSettings settings, double enough) {
  const std::uint32_t step = settings.batch * static_cast<std::uint32_t>(settings.threads);
  for (std::uint32_t replicas = step;; replicas *= 2) {
    settings.replicas = replicas;
    const double seconds =
        seconds_of([&] { static_cast<void>(cascade::run_exchange(subject.model, subject.plan, settings)); });
    if (seconds >= enough || replicas > 1U << 26U) return replicas / seconds;
  }
}

cascade::ExchangeSettings settings_of(EngineKind engine, std::size_t threads, const std::string& kernel = "") {
  return {.engine = engine,
          .kernel = kernel,
          .batch = engine == EngineKind::lanes ? cascade::batch_replicas : cascade::lanes::chunk_lanes,
          .threads = threads,
          .line = {}};
}

/// All engines must keep the same numbers before a rate counts.
bool all_equal(const Subject& subject) {
  const auto digest = [&](cascade::ExchangeSettings settings) {
    settings.replicas = 64;
    return cascade::run_exchange(subject.model, subject.plan, settings);
  };
  const std::uint64_t events = digest(settings_of(EngineKind::events, 1));
  bool equal = digest(settings_of(EngineKind::intervals, 1)) == events;
  for (const auto& kernel : cascade::lanes::kernel_names())
    equal = equal && digest(settings_of(EngineKind::lanes, 1, kernel)) == events;
  return equal;
}

std::vector<Rate> measure_engines(const Subject& subject, const Options& options) {
  std::vector<Rate> out;
  const auto add = [&](std::string name, const char* engine, const cascade::ExchangeSettings& settings) {
    out.push_back({std::move(name), engine, settings.threads, rate_of(subject, settings, options.seconds)});
  };
  add("events", "events", settings_of(EngineKind::events, 1));
  add("intervals", "intervals", settings_of(EngineKind::intervals, 1));
  for (const auto& kernel : cascade::lanes::kernel_names())
    add("lanes " + kernel, "lanes", settings_of(EngineKind::lanes, 1, kernel));
  if (cascade::lanes::kernel_names().empty()) return out;
  if (options.run.study.threads > 1) add("lanes", "lanes", settings_of(EngineKind::lanes, options.run.study.threads));
  auto floor = settings_of(EngineKind::lanes, 1);
  floor.floor = true;
  add("floor", "floor", floor);
  return out;
}

/// The totals by service that a run keeps, and what a variant changes of them.
class Totals : public cascade::RowSink, public cascade::ChangeSink {
 public:
  explicit Totals(const cascade::ExchangeModel& model) : model_(model), lost_(cascade::batch_replicas, 0) {}
  void row(cascade::Component component, const cascade::LaneRow& row) override { add(component, row, 1); }
  void change(cascade::Component component, const cascade::LaneRow& before, const cascade::LaneRow& after) override {
    add(component, before, -1);
    add(component, after, 1);
  }

 private:
  void add(cascade::Component component, const cascade::LaneRow& row, std::int64_t sign) {
    if (model_.service[component] >= 0) row.add_lengths(sign * model_.population[component], lost_);
  }
  const cascade::ExchangeModel& model_;
  std::vector<std::int64_t> lost_;
};

/// By component: how many steps lie between it and what needs nothing; members of a circle alike.
std::vector<std::size_t> depths(const Subject& subject) {
  const cascade::Program& program = subject.model.program;
  std::vector<std::size_t> out(program.component_count(), 0);
  for (const auto& block : subject.plan.blocks()) {
    std::size_t depth = 0;
    for (const auto c : subject.plan.members(block))
      for (std::uint32_t need = program.need_begin[c]; need < program.need_begin[c + 1]; ++need)
        for (const auto supplier : program.suppliers_of(need))
          if (subject.plan.block_of(supplier) != subject.plan.block_of(c)) depth = std::max(depth, out[supplier] + 1);
    for (const auto c : subject.plan.members(block)) out[c] = depth;
  }
  return out;
}

/// What one more measure costs beside a full run.
struct Comparison {
  double median = 0;
  std::map<std::size_t, std::vector<double>> by_depth;  ///< depth of the edit: shares of a full run
};

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

Comparison measure_comparison(const Subject& subject) {
  constexpr int edits = 100;
  const cascade::Program& program = subject.model.program;
  Totals totals(subject.model);
  cascade::LaneEngine engine(program, subject.plan, cascade::batch_replicas, "", cascade::LaneEngine::Keep::all);
  const auto run = [&] { engine.run(0, 0, cascade::batch_replicas, totals); };
  run();
  double full = seconds_of(run);
  for (int again = 0; again < 4; ++again) full = std::min(full, seconds_of(run));
  const auto depth = depths(subject);
  std::mt19937_64 dice(20230117);
  Comparison out;
  std::vector<double> shares;
  for (int i = 0; i < edits && program.need_count() > 0; ++i) {
    // Eight hours of battery before whatever carries the need now.
    const auto need = static_cast<std::uint32_t>(dice() % program.need_count());
    std::vector<cascade::Backup> chain(program.backups.begin() + program.backup_begin[need],
                                       program.backups.begin() + program.backup_begin[need + 1]);
    chain.insert(chain.begin(), {.id = stable_id("bench/" + std::to_string(i)),
                                 .capacity = cascade::Draw::fixed(8 * minutes_per_hour / program.tick_minutes)});
    const cascade::Patch patch{.needs = {{.need = need, .k = {}, .suppliers = {}, .backups = chain}}, .restarts = {}};
    const auto compare = [&] {
      cascade::Program variant = program;
      cascade::apply(patch, variant);
      engine.compare(variant, patch.edited(program), totals);
    };
    compare();
    const double share = seconds_of(compare) / full;
    shares.push_back(share);
    out.by_depth[depth[program.need_component[need]]].push_back(share);
  }
  out.median = median_of(shares);
  return out;
}

/// Seconds of a replica with all that is reported of it, beside those with its total alone. Both in turn, the best of
/// ten: what else the machine does hinders both alike.
std::optional<double> measure_outputs(const Subject& subject) {
  if (!subject.scenario || cascade::lanes::kernel_names().empty()) return std::nullopt;
  ensemble::OutputTrial trial({*subject.region, subject.scenario->compiled, subject.scenario->population});
  const auto totals = [&trial] { static_cast<void>(trial.run_totals()); };
  const auto reported = [&trial] { static_cast<void>(trial.run_reported()); };
  totals();
  reported();
  double alone = seconds_of(totals);
  double all = seconds_of(reported);
  for (int again = 1; again < 10; ++again) {
    alone = std::min(alone, seconds_of(totals));
    all = std::min(all, seconds_of(reported));
  }
  return all / alone;
}

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const std::vector<Rate>& rates, std::optional<double> outputs, const Comparison& comparison,
           const Subject& subject, Context& context) {
  const auto say = [&](const char* key, std::vector<std::string> arguments) {
    context.out << context.texts.render({key, std::move(arguments)}, context.language) << '\n';
  };
  const auto number = [&](double value, int digits = 0) { return format_decimal(value, digits, context.language); };
  const auto count = [&](std::size_t value) { return format_count(static_cast<long long>(value), context.language); };
  say("cli.bench.subject", {count(subject.model.program.component_count()), count(subject.model.program.need_count()),
                            count(static_cast<std::size_t>(subject.model.program.horizon))});
  double floor = 0;
  for (const Rate& rate : rates)
    if (rate.engine == "floor") floor = rate.replicas_per_second;
  for (const Rate& rate : rates)
    say(rate.engine == "lanes" && rate.threads == 1 && floor > 0 ? "cli.bench.rate.floor" : "cli.bench.rate",
        {rate.engine == "floor" ? context.texts.render("cli.bench.floor", context.language) : rate.name,
         std::to_string(rate.threads), count(static_cast<std::size_t>(rate.replicas_per_second)),
         number(floor > 0 ? 100 * rate.replicas_per_second / floor : 0)});
  if (outputs) say("cli.bench.outputs", {number(*outputs, 2)});
  say("cli.bench.compare", {number(comparison.median, 3)});
  for (const auto& [depth, shares] : comparison.by_depth)
    say("cli.bench.depth", {std::to_string(depth), count(shares.size()), number(median_of(shares), 3),
                            number(*std::max_element(shares.begin(), shares.end()), 3)});
  say("cli.bench.memory", {number(peak_mebibytes())});
}

void print_json(const std::vector<Rate>& rates, std::optional<double> outputs, const Comparison& comparison,
                const Subject& subject, std::ostream& out) {
  nlohmann::ordered_json engines = nlohmann::ordered_json::array();
  for (const Rate& rate : rates)
    engines.push_back({{"name", rate.name},
                       {"engine", rate.engine},
                       {"threads", rate.threads},
                       {"replicas_per_second", rate.replicas_per_second}});
  nlohmann::ordered_json depths = nlohmann::ordered_json::array();
  for (const auto& [depth, shares] : comparison.by_depth)
    depths.push_back({{"depth", depth}, {"edits", shares.size()}, {"median", median_of(shares)}});
  out << nlohmann::ordered_json{{"components", subject.model.program.component_count()},
                                {"needs", subject.model.program.need_count()},
                                {"ticks", subject.model.program.horizon},
                                {"engines", engines},
                                {"outputs", outputs ? nlohmann::ordered_json(*outputs) : nlohmann::ordered_json()},
                                {"one_more_measure", {{"median_share", comparison.median}, {"by_depth", depths}}},
                                {"peak_mebibytes", peak_mebibytes()}}
             .dump(2)
      << '\n';
}

Outcome bench(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  TRY(const Subject subject, open_subject(options, context));
  TRY_DONE(cascade::choose_engine(subject.model.program, EngineKind::intervals));
  if (!all_equal(subject))
    return fail({ErrorKind::conflict, {"cli.bench.unequal", {}}, {.file = options.run.region}, {}});
  const auto rates = measure_engines(subject, options);
  const auto outputs = measure_outputs(subject);
  const Comparison comparison = cascade::lanes::kernel_names().empty() ? Comparison{} : measure_comparison(subject);
  if (options.json) {
    print_json(rates, outputs, comparison, subject, context.out);
  } else {
    print(rates, outputs, comparison, subject, context);
  }
  return 0;
}

}  // namespace

void add_bench(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("bench", text("cli.bench.help"));
  command->footer(text("cli.bench.examples"));
  options->run.add_to(*command, context, false);
  options->run.study.threads = std::max(1U, std::thread::hardware_concurrency());
  command->add_option("--threads", options->run.study.threads, text("cli.run.threads"))->check(CLI::Range(1, 1024));
  command->add_option("--seconds", options->seconds, text("cli.bench.seconds"))
      ->check(CLI::Range(0.01, 600.0))
      ->capture_default_str();
  command->add_flag("--json", options->json, text("cli.bench.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return bench(*options, context); }; });
}

}  // namespace veer::cli
