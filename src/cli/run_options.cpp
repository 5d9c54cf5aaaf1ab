#include "cli/run_options.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <memory>
#include <ostream>
#include <thread>

#include "base/local_time.hpp"
#include "importers/package/package.hpp"

namespace veer::cli {

namespace {

/// How far an asked standard error may take a run when the user sets no limit.
constexpr std::uint32_t most_for_an_error = 100000;

/// "1%" or "0.01" as a share.
std::optional<double> parse_share(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  const std::string rest(end, text.data() + text.size());
  if (rest == "%") value /= 100;
  if ((!rest.empty() && rest != "%") || !(value > 0) || value >= 1) return std::nullopt;
  return value;
}

/// A line that tells how far it is and how long it still takes, at most four times a second.
std::function<void(std::uint32_t, std::uint32_t)> progress_line(Context& context) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const auto last = std::make_shared<Clock::time_point>();
  return [&context, begin, last](std::uint32_t done, std::uint32_t most) {
    const auto now = Clock::now();
    if (done < most && now - *last < std::chrono::milliseconds(250)) return;
    *last = now;
    const double spent = std::chrono::duration<double>(now - begin).count();
    const double left = spent * (most - done) / std::max<std::uint32_t>(1, done);
    context.err << '\r'
                << context.texts.render({"cli.progress",
                                         {format_count(done, context.language), format_count(most, context.language),
                                          format_decimal(left, 0, context.language)}},
                                        context.language)
                << "   " << (done == most ? "\n" : "") << std::flush;
  };
}

}  // namespace

void RunOptions::add_to(CLI::App& command, const Context& context, bool ensemble) {
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  study.threads = std::max(1U, std::thread::hardware_concurrency());
  command.add_option("region", region, text("cli.package.region"))->type_name("REGION")->required();
  command.add_option("--hazard", study.hazard, text("cli.run.hazard"))->capture_default_str();
  command.add_option("--season", season, text("cli.run.season"))->type_name("winter|spring|summer|autumn");
  command.add_option("--start", start, text("cli.run.start"))->type_name("2023-01-17T17:00");
  command.add_option("--seed", study.seed, text("cli.run.seed"))->capture_default_str();
  if (!ensemble) return;
  replicas_given = command.add_option("--replicas", study.replicas, text("cli.run.replicas"))
                       ->check(CLI::Range(1, 1000000))
                       ->capture_default_str();
  command.add_option("--error", error, text("cli.run.error"))->type_name("1%");
  command.add_option("--threads", study.threads, text("cli.run.threads"))->check(CLI::Range(1, 1024));
  add_engine_option(command, context, engine);
  command.add_option("--model", model, text("cli.run.model"))
      ->check(CLI::IsMember({"auto", "full"}))
      ->capture_default_str();
  command.add_option("--priority", priority, text("cli.run.priority"))
      ->check(CLI::IsMember({"rank", "first_come", "people"}))
      ->capture_default_str();
  command.add_option("--checkpoint", checkpoint, text("cli.run.checkpoint"))->type_name("DIR");
  command.add_option("--checkpoint-every", checkpoint_every_s, text("cli.run.checkpoint_every"))
      ->check(CLI::Range(0.0, 86400.0))
      ->type_name("S")
      ->capture_default_str();
}

void add_engine_option(CLI::App& command, const Context& context, std::string& engine) {
  command.add_option("--engine", engine, context.texts.render("cli.run.engine", context.language))
      ->check(CLI::IsMember({"auto", "events", "intervals", "lanes"}))
      ->capture_default_str();
}

Done RunOptions::complete(Context& context) {
  study.version = VEER_VERSION;
  if (!error.empty()) {
    study.relative_error = parse_share(error);
    if (!study.relative_error) return fail({ErrorKind::invalid_input, {"cli.run.error.bad", {error}}, {}, {}});
    if (replicas_given == nullptr || replicas_given->count() == 0) study.replicas = most_for_an_error;
  }
  if (!season.empty()) study.season = season;
  if (!start.empty()) {
    if (!is_local_time(start)) return fail({ErrorKind::invalid_input, {"cli.run.start.bad", {start}}, {}, {}});
    study.start = start;
  }
  study.engine = *cascade::engine_kind(engine);
  study.full_model = model == "full";
  for (const auto order : {operations::Order::rank, operations::Order::first_come, operations::Order::people})
    if (operations::name_of(order) == priority) study.order = order;
  study.cancelled = context.cancelled;
  if (context.progress) study.progress = progress_line(context);
  return {};
}

Result<Companions> RunOptions::companions(Context& context) {
  TRY(Companions out, Companions::gather(checkpoint, checkpoint_every_s, context));
  if (!out.is_first()) study.progress = {};
  return out;
}

void say_model(const region::Region& region, const study::Scenario& scenario, Context& context) {
  const auto beyond = study::beyond_core(region, scenario);
  if (!beyond) return;
  context.err << context.texts.render("report.header.model", context.language) << ' '
              << context.texts.render("report.model.full", context.language) << ": "
              << context.texts.render(*beyond, context.language) << '\n';
}

Result<region::Region> open_region(const std::string& path, Context& context) {
  Diagnostics notes;
  return load_with_notes(path, notes, context);
}

Result<region::Region> load_with_notes(const std::string& path, Diagnostics& notes, Context& context) {
  auto region = importers::load_region(path, notes);
  if (!region && notes.error_count() > 0) {
    print_problems_aside(notes, context);
  }
  return region;
}

}  // namespace veer::cli
