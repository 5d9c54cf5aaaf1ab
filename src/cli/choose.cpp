#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <ostream>
#include <thread>

#include "cli/account.hpp"
#include "cli/command.hpp"
#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "formats/files.hpp"
#include "mip/lp_file.hpp"
#include "report/json.hpp"
#include "study/choose_measures.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string region;
  std::string budget, national, others;
  int from = 2025;
  std::size_t years = 0;
  std::string money = "announced", region_key = "population", key = "population", shares, rule = "person-hours";
  bool direct = false;
  bool no_carry_over = false;
  double co_funding = 0;
  double minimum = 0;
  std::vector<std::string> hazards, begun, barred, payers, weights;
  std::uint32_t replicas = 0;  ///< 0: as usual
  std::string model = "auto";
  std::uint64_t seed = 72;
  std::size_t threads = 0;
  double seconds = 60;
  int rounds = 1;
  bool quick = false;
  bool account = false;
  bool json = false;
  std::string mps;
};

/// "id=0.5" as a pair. @errors invalid_input: it has no number behind '='
Result<std::pair<std::string, double>> weighed(const std::string& text, const char* option) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos) return std::pair(text, 1.0);
  TRY(const double value, measures::parse_euros(text.substr(equals + 1)));
  if (equals == 0) return fail({ErrorKind::invalid_input, {"cli.choose.pair", {text, option}}, {}, {}});
  return std::pair(text.substr(0, equals), value);
}

/// With the option in which it stood.
template <class T>
Result<T> in_option(Result<T> result, const std::string& option) {
  if (!result) result.error().context.push_back({"cli.choose.option", {option}});
  return result;
}

template <std::size_t N>
std::size_t index_of(const std::array<const char*, N>& names, const std::string& name) {
  return static_cast<std::size_t>(
      std::find_if(names.begin(), names.end(), [&](const char* one) { return name == one; }) - names.begin());
}

Result<study::MeasureOptions> asked(const Options& options) {
  study::MeasureOptions out;
  if (!options.account && options.budget.empty() && options.national.empty())
    return fail({ErrorKind::invalid_input, {"cli.choose.no_money", {}}, {}, {}});
  if (!options.budget.empty()) {
    TRY(out.budget, in_option(measures::parse_budget(options.budget), "--budget"));
  }
  if (!options.national.empty()) {
    TRY(out.national, in_option(measures::parse_series(options.national, options.from), "--national"));
  }
  if (!options.others.empty()) {
    TRY(out.others, in_option(measures::parse_budget(options.others), "--others"));
  }
  out.money = options.money;
  out.region_key = static_cast<measures::Key>(index_of(measures::key_names, options.region_key));
  out.key = static_cast<measures::Key>(index_of(measures::key_names, options.key));
  // Of the nation only these three are known; the others divide within the region.
  if (!options.national.empty() && (options.key == "equal" || options.key == "area") && !options.direct)
    out.region_key = out.key;
  out.direct = options.direct;
  out.co_funding = options.co_funding;
  out.carry_over = !options.no_carry_over;
  out.years = options.years;
  out.rule = static_cast<measures::Rule>(index_of(measures::rule_names, options.rule));
  out.minimum_share = options.minimum / 100;
  out.barred = options.barred;
  out.rounds = options.rounds;
  out.extras = !options.quick;
  // Nodes of each solve; on the machine of docs/performance.md at least 2,500 a second, and an answer has some ten
  // solves that take more than a few.
  out.nodes = static_cast<std::uint64_t>(std::max(200.0, options.seconds * 400));
  for (const std::string& word : options.hazards) {
    TRY(auto pair, weighed(word, "--hazard"));
    out.hazards.push_back(std::move(pair));
  }
  for (const std::string& word : options.weights) {
    const auto equals = word.rfind('=');
    const auto kind = word.find('=');
    // need=water=3: what is weighed has an '=' of its own.
    if (kind == std::string::npos || kind == equals)
      return fail({ErrorKind::invalid_input, {"cli.choose.weight_pair", {word}}, {}, {}});
    TRY(const auto pair, weighed(word, "--weight"));
    out.weights.insert_or_assign(pair.first, pair.second);
  }
  for (const std::string& word : options.payers) {
    const auto colon = word.find(':');
    if (colon == std::string::npos || colon == 0)
      return fail({ErrorKind::invalid_input, {"cli.choose.payer_pair", {word}}, {}, {}});
    TRY(auto money,
        in_option(measures::parse_budget(word.substr(colon + 1), true), "--payer " + word.substr(0, colon)));
    if (!out.payers.emplace(word.substr(0, colon), std::move(money)).second)
      return fail({ErrorKind::invalid_input, {"cli.choose.payer_twice", {word.substr(0, colon)}}, {}, {}});
  }
  for (const std::string& word : options.begun) {
    const auto equals = word.rfind('=');
    TRY(const auto pair, weighed(word, "--begun"));
    if (equals == std::string::npos || pair.second < 0 || pair.second > 9999)
      return fail({ErrorKind::invalid_input, {"cli.choose.pair", {word, "--begun"}}, {}, {}});
    out.begun[pair.first] = static_cast<int>(pair.second);
  }
  if (!options.shares.empty()) {
    std::string_view rest = options.shares;
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      TRY(const auto pair, weighed(std::string(rest.substr(0, comma)), "--shares"));
      out.own_shares.insert(pair);
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
    out.key = measures::Key::own;
  }
  return out;
}

/// The answer in a screen of sentences.
class Summary {
 public:
  Summary(const report::MeasurePlan& plan, Context& context) : plan_(plan), context_(context) {}

  void write(double seconds) const {
    say("cli.choose.plan",
        {std::to_string(count_chosen()), std::to_string(plan_.measures.size()), euros(plan_.cost_eur)});
    std::string hazards;
    for (const auto& hazard : plan_.hazards)
      hazards += (hazards.empty() ? "" : "; ") + in(hazard.name) + " (" + number(100 * hazard.weight, 0) + " %" +
                 (hazard.full_model ? context_.texts.render("cli.choose.full_model", context_.language) : "") + ")";
    say("cli.choose.hazards", {hazards});
    for (const auto& year : plan_.years) {
      say(year.kept_eur < 0.5 ? "cli.choose.year" : "cli.choose.year_kept",
          {std::to_string(year.year), euros(year.cost_eur - year.others_eur), euros(year.budget_eur),
           euros(year.kept_eur),
           year.others_eur < 0.5 ? ""
                                 : context_.texts.render(Message{"cli.choose.year_others", {euros(year.others_eur)}},
                                                         context_.language)});
      for (const std::size_t row : year.begins) {
        const auto& measure = plan_.measures[row];
        say("cli.choose.measure",
            {in(measure.name), measure.payer, measure.working_from.empty() ? "–" : measure.working_from});
      }
    }
    const auto in_tail = report::tail_half_width(plan_, plan_.worth.tail);
    say("cli.choose.worth",
        {count(plan_.worth.unmet.value), count(report::half_width(plan_.worth.unmet)), count(plan_.worth.tail.value),
         in_tail ? count(*in_tail) : "–", number(plan_.worth.gaps.value, 2),
         number(report::half_width(plan_.worth.gaps), 2), number(100 * plan_.worth.worst.value, 2),
         number(100 * report::half_width(plan_.worth.worst), 2), std::to_string(plan_.replicas)});
    if (plan_.below_minimum > 0)
      say("cli.choose.below_minimum", {number(100 * plan_.minimum, 2), number(100 * plan_.below_minimum, 2)});
    const double room = report::room_above(plan_);
    say(room == 0 ? "cli.choose.optimal" : "cli.choose.feasible",
        {number(plan_.surrogate_of_plan, plan_.bound < 100 ? 4 : 0), number(plan_.bound, plan_.bound < 100 ? 4 : 0),
         number(100 * room, 2), number(seconds, 1)});
    for (const auto& money : plan_.scenarios)
      if (money.id == "cut" || money.id == "stops")
        say(("cli.choose.money." + money.id).c_str(),
            {count(money.worth_after.unmet.value), std::to_string(money.lost.size())});
    if (plan_.break_even && *plan_.break_even <= 1)
      say("cli.choose.break_even", {number(plan_.euro_per_hour, 2), number(100 * *plan_.break_even, 3)});
    if (plan_.break_even && *plan_.break_even > 1)
      say("cli.choose.break_even_often", {number(plan_.euro_per_hour, 2), number(*plan_.break_even, 2)});
    for (const auto& rule : plan_.rules)
      say("cli.choose.rule",
          {context_.texts.render(Message{"cli.choose.rule." + rule.rule, {}}, context_.language),
           count(rule.worth.unmet.value), count(rule.worth.tail.value), number(rule.worth.gaps.value, 2),
           number(100 * rule.worth.worst.value, 2), number(100 * rule.largest_regret.value, 2)});
    say_regrets();
    if (plan_.one_by_one && !plan_.one_by_one->order.empty()) {
      std::string names;
      for (const std::size_t row : plan_.one_by_one->order)
        names += (names.empty() ? "" : "; ") + in(plan_.measures[row].name);
      say("cli.choose.order", {names});
    }
    if (plan_.direct || plan_.payers.size() > 1) say_payers();
    std::size_t silent = 0;
    for (const auto& measure : plan_.measures) silent += measure.expressed ? 0U : 1U;
    if (silent > 0) say("cli.choose.silent", {std::to_string(silent)});
  }

 private:
  void say(const char* key, std::vector<std::string> arguments) const {
    context_.out << context_.texts.render(Message{key, std::move(arguments)}, context_.language) << '\n';
  }
  /// What each rule leaves under each hazard with the money of the question, and beside what that is held.
  void say_regrets() const {
    if (plan_.rules.empty()) return;
    if (plan_.hazards.size() > 1)
      for (const auto& rule : plan_.rules) {
        std::string parts;
        for (std::size_t h = 0; h < rule.regret.size() && h < plan_.hazards.size(); ++h)
          parts += (h == 0 ? "" : "; ") + in(plan_.hazards[h].name) + " " + number(100 * rule.regret[h], 2) + " %";
        say("cli.choose.regret",
            {context_.texts.render(Message{"cli.choose.rule." + rule.rule, {}}, context_.language), parts});
      }
    say("cli.choose.regret_read", {});
  }
  /// What each payer is asked in all, what it has, and what is short.
  void say_payers() const {
    for (const auto& payer : plan_.payers) {
      double asked = 0;
      double gap = 0;
      std::optional<double> available;
      for (const auto& year : payer.years) {
        asked += year.asked_eur;
        gap += year.gap_eur;
        if (year.available_eur) available = available.value_or(0) + *year.available_eur;
      }
      say("cli.choose.payer_line",
          {payer.name, euros(asked), available ? euros(*available) : std::string("–"), euros(gap)});
    }
  }
  [[nodiscard]] std::size_t count_chosen() const {
    return static_cast<std::size_t>(
        std::count_if(plan_.measures.begin(), plan_.measures.end(), [](const auto& m) { return m.year.has_value(); }));
  }
  [[nodiscard]] const std::string& in(const report::Name& name) const {
    return context_.language == Language::nl ? name.nl : name.en;
  }
  [[nodiscard]] std::string number(double value, int decimals) const {
    return format_decimal(value, decimals, context_.language);
  }
  [[nodiscard]] std::string count(double value) const { return format_count(std::llround(value), context_.language); }
  [[nodiscard]] std::string euros(double value) const { return "€ " + count(value); }

  const report::MeasurePlan& plan_;
  Context& context_;
};

Outcome run_choose(const Options& options, Context& context) {
  TRY(const study::MeasureOptions question, asked(options));
  TRY(const region::Region region, open_region(options.region, context));
  const Stopwatch clock;
  study::Options run;
  run.full_model = options.model == "full";
  run.replicas = options.replicas != 0 ? options.replicas : study::usual_replicas(region, question, run, 512);
  run.seed = options.seed;
  run.threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  run.version = VEER_VERSION;
  run.cancelled = context.cancelled;
  if (options.account) return tell_account(options.region, region, question, run, options.json, context);
  TRY_DONE(study::money_of(region, question, question.money));
  TRY(const auto chooser, study::MeasureChooser::build(region, question, run));
  if (!options.mps.empty()) {
    TRY(const mip::Model model, chooser->surrogate(question));
    TRY_DONE(formats::write_file_atomically(options.mps, mip::to_mps(model)));
  }
  TRY(const report::MeasurePlan plan, chooser->choose(question));
  const double seconds = clock.seconds();
  if (options.json) {
    context.out << report::measures_json(plan, seconds);
  } else {
    Summary(plan, context).write(seconds);
  }
  return 0;
}

}  // namespace

void add_choose(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("choose", text("cli.choose.help"));
  command->footer(text("cli.choose.examples"));
  command->add_option("region", options->region, text("cli.choose.region"))->type_name("REGION")->required();
  command->add_option("--budget", options->budget, text("cli.choose.budget"))->type_name("Y=EUR,…");
  command->add_option("--national", options->national, text("cli.choose.national"))->type_name("EUR,…");
  command->add_option("--from", options->from, text("cli.choose.from"))->check(CLI::Range(1990, 2100))->type_name("Y");
  command->add_option("--years", options->years, text("cli.choose.years"))->check(CLI::Range(1, 12))->type_name("N");
  command->add_option("--money", options->money, text("cli.choose.money"))
      ->check(CLI::IsMember({"announced", "low", "high", "cut", "stops"}))
      ->capture_default_str();
  command->add_option("--key", options->key, text("cli.choose.key"))
      ->check(CLI::IsMember({"population", "equal", "area", "vulnerability", "votes"}))
      ->capture_default_str();
  command->add_option("--shares", options->shares, text("cli.choose.shares"))->type_name("ID=N,…");
  command->add_flag("--direct", options->direct, text("cli.choose.direct"));
  command->add_option("--co-funding", options->co_funding, text("cli.choose.co_funding"))->check(CLI::Range(0.0, 1.0));
  command->add_option("--others", options->others, text("cli.choose.others"))->type_name("Y=EUR,…");
  command->add_option("--payer", options->payers, text("cli.choose.payer"))->type_name("ID:Y=EUR,…");
  command->add_flag("--no-carry-over", options->no_carry_over, text("cli.choose.no_carry_over"));
  command->add_option("--rule", options->rule, text("cli.choose.rule_help"))
      ->check(CLI::IsMember({"person-hours", "tail", "worst-municipality", "continuity", "regret"}))
      ->capture_default_str();
  command->add_option("--minimum", options->minimum, text("cli.choose.minimum"))
      ->check(CLI::Range(0.0, 100.0))
      ->type_name("%");
  command->add_option("--hazard", options->hazards, text("cli.choose.hazard"))->delimiter(',')->type_name("ID[=W],…");
  command->add_option("--weight", options->weights, text("cli.choose.weight"))
      ->delimiter(',')
      ->type_name("need=ID=W,process=ID=W");
  command->add_option("--begun", options->begun, text("cli.choose.begun"))->delimiter(',')->type_name("ID=Y,…");
  command->add_option("--barred", options->barred, text("cli.choose.barred"))->delimiter(',')->type_name("ID,…");
  command->add_option("--replicas", options->replicas, text("cli.choose.replicas"))
      ->check(CLI::Range(2, 100000))
      ->type_name("N");
  command->add_option("--model", options->model, text("cli.run.model"))
      ->check(CLI::IsMember({"auto", "full"}))
      ->capture_default_str();
  command->add_option("--seed", options->seed, text("cli.run.seed"))->capture_default_str();
  command->add_option("--threads", options->threads, text("cli.run.threads"))->check(CLI::Range(1, 256));
  command->add_option("--time", options->seconds, text("cli.choose.time"))
      ->check(CLI::Range(0.1, 1e6))
      ->type_name("S")
      ->capture_default_str();
  command->add_option("--rounds", options->rounds, text("cli.choose.rounds"))
      ->check(CLI::Range(0, 20))
      ->capture_default_str();
  command->add_flag("--quick", options->quick, text("cli.choose.quick"));
  command->add_flag("--account", options->account, text("cli.choose.account"));
  command->add_option("--export-mps", options->mps, text("cli.choose.mps"))->type_name("FILE");
  command->add_flag("--json", options->json, text("cli.choose.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_choose(*options, context); }; });
}

}  // namespace veer::cli
