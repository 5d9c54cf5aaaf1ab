#include <charconv>
#include <filesystem>
#include <memory>

#include "cli/cutset_output.hpp"
#include "cli/cutsets_region.hpp"
#include "cli/stopwatch.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/probability.hpp"
#include "formats/files.hpp"

namespace veer::cli {

namespace {

using faulttree::Limits;

struct Options {
  std::string source;  ///< file of a fault tree
  faulttree::Question question;
  SetQuestion sets;
  std::optional<double> least_probability;
  bool importance = false;
  bool prime_implicants = false;
  bool no_cutsets = false;
  std::uint32_t draws = 0;
  std::uint64_t seed = 1;
  double memory_gib = 2;
  double timeout_s = 0;  ///< 0: none
  bool json = false;
  RegionCutsets held;  ///< of a region
  std::string horizon = "72h";
  std::vector<const CLI::Option*> of_a_file, of_a_region;  ///< options that say nothing about the other
  const CLI::Option* seed_given = nullptr;
};

Result<faulttree::Model> open_model(const std::string& source) {
  std::error_code ignored;
  if (std::filesystem::is_directory(source, ignored))
    return fail({ErrorKind::invalid_input, {"cli.cutsets.folder", {}}, {.file = source}, {}});
  TRY(const std::string text, formats::read_file(source));
  return faulttree::read_mef(text, source);
}

/// Answers every question that the options ask of a tree.
Result<CutsetAnswer> analyse(const faulttree::Model& model, const Options& options, Limits& limits) {
  CutsetAnswer answer;
  TRY(answer.tree, faulttree::to_tree(model, options.question));
  const faulttree::Tree& tree = answer.tree;
  if (!options.sets.with_event.empty()) {
    TRY(answer.with_event, find_event(tree, options.sets.with_event));
  }
  const std::vector<double> probability = answer.probabilities();
  std::vector<std::uint32_t> weight;
  for (const faulttree::TreeEvent& event : tree.events) weight.push_back(event.order_weight);
  TRY(faulttree::Diagrams diagrams, faulttree::build_diagrams(tree.circuit, limits));
  answer.coherent = diagrams.coherent;
  answer.modules = diagrams.modules.size();
  answer.nodes = diagrams.node_count();
  const auto chances = faulttree::module_chances(diagrams, probability);
  answer.probability = faulttree::top_chance(diagrams, chances).holds;
  if (options.draws > 0) {
    faulttree::UncertaintySettings settings;
    settings.draws = options.draws;
    settings.seed = options.seed;
    TRY(answer.uncertainty, faulttree::propagate(model, options.question, tree, diagrams, settings, limits));
  }
  if (!options.no_cutsets) {
    TRY(answer.minimal, faulttree::CutSets::minimal(diagrams, weight, limits));
  }
  if (options.prime_implicants) {
    TRY(answer.primes, faulttree::CutSets::prime_implicants(diagrams, weight, limits));
  }
  if (options.importance) {
    const faulttree::CutSets* const sets = answer.minimal ? &*answer.minimal : nullptr;
    TRY(answer.importance, faulttree::importance(diagrams, sets, probability, limits));
  }
  if (const auto most = options.sets.most(); most && (answer.minimal || answer.primes)) {
    const faulttree::SetFilter filter{options.sets.most_order, options.sets.least_probability, answer.with_event};
    TRY(answer.best, answer.listed().most_probable(*most, probability, filter, limits));
  }
  answer.peak_bytes = limits.peak_bytes();
  return answer;
}

/// Options of one kind of source that were given with the other.
Done check_source(const Options& options, bool region) {
  for (const CLI::Option* const option : region ? options.of_a_file : options.of_a_region)
    if (option->count() > 0)
      return fail({ErrorKind::invalid_input,
                   {region ? "cli.cutsets.of_a_file" : "cli.cutsets.of_a_region", {option->get_name()}},
                   {},
                   {}});
  return {};
}

Outcome run_cutsets(Options& options, Context& context) {
  const bool region = !options.held.held.process.empty() || !options.held.held.asset.empty();
  TRY_DONE(check_source(options, region));
  const Stopwatch clock;
  constexpr double gibibyte = 1073741824.0;
  // A cut-off and an event choose sets; without a number all of them are wanted.
  options.sets.least_probability = options.least_probability.value_or(0);
  if (options.sets.list.empty() && options.least_probability) options.sets.list = "all";
  Limits limits(static_cast<std::size_t>(options.memory_gib * gibibyte), [&] {
    return (context.cancelled && context.cancelled()) || (options.timeout_s > 0 && clock.seconds() > options.timeout_s);
  });
  if (region) {
    options.held.region = options.source;
    options.held.held.horizon_h = horizon_of(options.horizon).value_or(0);
    options.held.importance = options.importance;
    options.held.no_cutsets = options.no_cutsets;
    options.held.prime_implicants = options.prime_implicants;
    options.held.json = options.json;
    if (options.seed_given->count() > 0) options.held.seed = options.seed;
    return run_region_cutsets(options.held, options.sets, limits, context);
  }
  TRY(const faulttree::Model model, open_model(options.source));
  TRY(const CutsetAnswer answer, analyse(model, options, limits));
  if (options.json) {
    print_cutsets_json(answer, options.sets, clock.seconds(), context);
  } else {
    print_cutsets_text(answer, options.sets, clock.seconds(), context);
  }
  return 0;
}

/// "10" or "all".
std::string check_list(const std::string& text) {
  unsigned long count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool number = error == std::errc{} && end == text.data() + text.size() && count > 0 && count <= 10'000'000;
  return text == "all" || number ? "" : "'" + text + "': 1 … 10000000, all";
}

}  // namespace

void add_cutsets(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("cutsets", text("cli.cutsets.help"));
  command->footer(text("cli.cutsets.examples"));
  command->add_option("source", options->source, text("cli.cutsets.source"))->type_name("REGION|FILE.xml")->required();
  options->of_a_file.push_back(
      command->add_option("--top-event", options->question.top_event, text("cli.cutsets.top_event"))
          ->type_name("NAME"));
  CLI::Option* const mission =
      command->add_option("--mission-time", options->question.mission_time_h, text("cli.cutsets.mission_time"))
          ->check(CLI::Range(0.0, 1e9))
          ->type_name("H")
          ->capture_default_str();
  options->of_a_file.push_back(mission);
  command->add_option("--process", options->held.held.process, text("cli.cutsets.process"))->type_name("P");
  command->add_option("--asset", options->held.held.asset, text("cli.cutsets.asset"))->type_name("A");
  CLI::Option* const horizon =
      command->add_option("--horizon", options->horizon, text("cli.cutsets.horizon"))
          ->check([](const std::string& given) { return horizon_of(given) ? "" : "'" + given + "': 24h, 72h, 90min"; })
          ->type_name("72h")
          ->capture_default_str();
  options->of_a_region = {
      horizon, command->add_option("--hazard", options->held.hazard, text("cli.run.hazard"))->capture_default_str()};
  command->add_option("--order", options->sets.most_order, text("cli.cutsets.most_order"))->type_name("K");
  command->add_option("--cutoff", options->least_probability, text("cli.cutsets.cutoff"))
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("P");
  command->add_option("--with-event", options->sets.with_event, text("cli.cutsets.with_event.help"))->type_name("NAME");
  command->add_option("--list", options->sets.list, text("cli.cutsets.list"))
      ->check(CLI::Validator(check_list, "N|all"))
      ->type_name("");
  command->add_flag("--importance", options->importance, text("cli.cutsets.importance"));
  CLI::Option* const primes =
      command->add_flag("--prime-implicants", options->prime_implicants, text("cli.cutsets.prime_implicants"));
  CLI::Option* const none = command->add_flag("--no-cutsets", options->no_cutsets, text("cli.cutsets.no_cutsets"));
  for (const char* const about_sets : {"--order", "--cutoff", "--with-event", "--list"})
    none->excludes(command->get_option(about_sets));
  none->excludes(primes);
  CLI::Option* const draws = command->add_option("--uncertainty", options->draws, text("cli.cutsets.uncertainty.help"))
                                 ->check(CLI::Range(2, 100'000'000))
                                 ->type_name("N");
  options->of_a_file.push_back(draws);
  options->seed_given = command->add_option("--seed", options->seed, text("cli.run.seed"))->capture_default_str();
  command->add_option("--memory", options->memory_gib, text("cli.cutsets.memory"))
      ->check(CLI::Range(0.001, 1e6))
      ->type_name("GiB")
      ->capture_default_str();
  command->add_option("--timeout", options->timeout_s, text("cli.cutsets.timeout"))
      ->check(CLI::Range(0.001, 1e9))
      ->type_name("S");
  command->add_flag("--json", options->json, text("cli.cutsets.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_cutsets(*options, context); }; });
}

}  // namespace veer::cli
