#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "cli/run_options.hpp"
#include "formats/files.hpp"
#include "report/json.hpp"
#include "study/alert_drafts.hpp"
#include "study/reach.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  study::ReachQuestion question;
  std::string out;
  bool json = false;
};

/// Says things in the language of the user.
class Speaker {
 public:
  explicit Speaker(Context& context) : context_(context) {}
  void say(const char* key, const std::vector<std::string>& arguments = {}) const {
    context_.out << context_.texts.render({key, arguments}, context_.language) << '\n';
  }
  [[nodiscard]] std::string text(const char* key) const { return context_.texts.render(key, context_.language); }
  [[nodiscard]] std::string name(const report::Name& name) const {
    return context_.language == Language::nl ? name.nl : name.en;
  }
  [[nodiscard]] std::string percent(double share) const { return format_decimal(100 * share, 0, context_.language); }
  [[nodiscard]] std::string count(double value) const { return format_count(std::llround(value), context_.language); }
  [[nodiscard]] std::string decimal(double value, int decimals) const {
    return format_decimal(value, decimals, context_.language);
  }
  /// "2:15", so that a quarter of an hour is told.
  [[nodiscard]] std::string clock(double hours) const {
    const auto minutes = std::llround(hours * minutes_per_hour);
    const auto rest = minutes % minutes_per_hour;
    return std::to_string(minutes / minutes_per_hour) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
  }
  [[nodiscard]] std::string latest(const std::optional<double>& hours) const {
    if (!hours) return text("cli.reach.never");
    return std::isfinite(*hours) ? clock(*hours) : text("cli.reach.end");
  }

 private:
  Context& context_;
};

void print_hours(const report::ReachFinding& found, const Speaker& speak) {
  for (const report::ReachDoubt& doubt : found.doubts)
    speak.say("cli.reach.doubt", {speak.decimal(doubt.from_h, 0), speak.decimal(doubt.until_h, 0),
                                  speak.percent(static_cast<float>(doubt.heeded)), speak.name(doubt.names)});
  speak.say("cli.reach.hours");
  for (const std::size_t hour : {0U, 1U, 2U, 3U, 4U, 6U, 8U, 12U, 24U, 48U, 72U, 96U, 168U}) {
    if (hour >= found.reached.mean.size()) continue;
    speak.say("cli.reach.hour", {std::to_string(hour), speak.percent(found.reached.mean[hour]),
                                 speak.percent(found.reached.p5[hour]), speak.percent(found.reached.p95[hour]),
                                 speak.percent(found.at_least[hour]), speak.percent(found.at_most[hour])});
  }
  const auto at = [&](const report::ReachChannel& channel, std::size_t hour) {
    return hour < channel.reached.size() ? speak.percent(channel.reached[hour]) : std::string("–");
  };
  speak.say("cli.reach.channels");
  for (const report::ReachChannel& channel : found.channels)
    speak.say("cli.reach.channel",
              {speak.name(channel.name), at(channel, 0), at(channel, 2), at(channel, 8), at(channel, 24)});
}

/// The hour into which the reach falls most; nothing when it never falls.
std::optional<std::size_t> decisive_hour(const report::ReachFinding& found) {
  std::optional<std::size_t> out;
  double most = 1e-6;
  for (std::size_t hour = 1; hour < found.reached.mean.size(); ++hour) {
    const double fall = found.reached.mean[hour - 1] - found.reached.mean[hour];
    if (fall <= most) continue;
    most = fall;
    out = hour;
  }
  return out;
}

/// The areas where fewest and most people are reached at the decisive hour.
void print_areas(const report::ReachFinding& found, const region::Region& region, const Speaker& speak) {
  constexpr std::size_t each = 5;
  const auto hour = decisive_hour(found);
  std::vector<std::pair<float, std::size_t>> order;
  for (std::size_t a = 0; hour && a < std::min(found.areas.size(), region.areas.size()); ++a)
    if (region.areas[a].residents > 0 && *hour < found.areas[a].reached.mean.size())
      order.emplace_back(found.areas[a].reached.mean[*hour], a);
  if (order.size() < 2) return;
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  speak.say("cli.reach.areas", {std::to_string(*hour)});
  const auto line = [&](std::size_t i) {
    const std::size_t a = order[i].second;
    const report::Curve& curve = found.areas[a].reached;
    speak.say("cli.reach.area", {region.areas[a].name, speak.percent(curve.mean[*hour]), speak.percent(curve.p5[*hour]),
                                 speak.percent(curve.p95[*hour])});
  };
  const std::size_t low = std::min(each, order.size() / 2);
  for (std::size_t i = 0; i < low; ++i) line(i);
  if (order.size() > 2 * low) speak.say("cli.reach.areas.between", {std::to_string(order.size() - 2 * low)});
  for (std::size_t i = order.size() - low; i < order.size(); ++i) line(i);
}

void print_plan(const report::ReachFinding& found, const Speaker& speak) {
  speak.say("cli.reach.plan", {std::to_string(found.messages.size()), speak.decimal(found.deadline_h, 0)});
  for (const report::ReachMessage& message : found.messages)
    speak.say("cli.reach.message", {speak.clock(message.send_h), speak.name(message.name),
                                    speak.clock(message.arrives_h), speak.count(message.gained)});
  speak.say(
      "cli.reach.planned",
      {speak.count(found.planned.mean), speak.percent(found.residents > 0 ? found.planned.mean / found.residents : 0),
       speak.count(found.planned.p5), speak.count(found.planned.p95), speak.count(found.planned_bound)});
  for (const report::ReachStart& start : found.starts)
    speak.say("cli.reach.start", {speak.clock(start.send_h), speak.count(start.reached)});
}

void print_clock(const report::DecisionClock& clock, const Speaker& speak) {
  speak.say("cli.reach.clock");
  for (const report::DecisionFinding& decision : clock.decisions) {
    speak.say("cli.reach.decision",
              {speak.name(decision.name), speak.name(decision.owner), speak.name(decision.limit)});
    for (std::size_t o = 0; o < std::min(clock.outages.size(), decision.outages.size()); ++o) {
      const report::DecisionAt& at = decision.outages[o];
      if (at.needed <= 0) {
        speak.say("cli.reach.not_needed", {speak.name(clock.outages[o].name)});
        continue;
      }
      const bool called = decision.kind != "warning" && !decision.through.nl.empty();
      const char* const key = at.latest_95_h ? (called ? "cli.reach.called" : "cli.reach.at")
                                             : (called ? "cli.reach.called.late" : "cli.reach.at.late");
      speak.say(key, {speak.name(clock.outages[o].name), speak.latest(at.latest_95_h), speak.latest(at.latest_50_h),
                      speak.decimal(at.lost_per_hour, at.lost_per_hour < 10 ? 1 : 0), speak.name(decision.unit),
                      speak.latest(at.agreed_95_h), speak.latest(at.agreed_50_h)});
    }
  }
}

Done write(const Options& options, const std::string& json,
           const std::vector<std::pair<std::string, std::string>>& drafts) {
  TRY(auto folder, formats::StagedFolder::beside(options.out));
  TRY_DONE(folder.write("reach.json", json));
  for (const auto& [name, xml] : drafts) TRY_DONE(folder.write(name, xml));
  return folder.commit();
}

Outcome run_reach(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  options.run.study.replicas = options.question.replicas;
  options.run.study.progress = {};
  TRY(const region::Region region, open_region(options.run.region, context));
  if (region.channels.empty())
    return fail({ErrorKind::invalid_input, {"cli.reach.no_channels", {}}, {.table = "channels"}, {}});
  TRY(const study::Scenario scenario, study::prepare(region, options.run.study));
  TRY(const auto found, study::tell_reach(region, scenario, options.run.study, options.question, context.texts));
  std::optional<report::DecisionClock> clock;
  if (!region.decisions.empty()) {
    TRY(clock, study::tell_decision_clock(region, options.run.study, options.question, context.texts));
  }
  const std::string json = report::reach_json(found, clock ? &*clock : nullptr);
  const auto drafts = study::cap_files(region, scenario, found, context.texts);
  if (!options.out.empty()) TRY_DONE(write(options, json, drafts));
  if (options.json) {
    context.out << json;
    return 0;
  }
  const Speaker speak(context);
  const region::Hazard& hazard = region.hazards[scenario.hazard.index()];
  speak.say("cli.reach.title", {region.title, speak.name({hazard.name_nl, hazard.name_en}),
                                speak.count(found.residents), speak.count(found.replicas)});
  print_hours(found, speak);
  print_areas(found, region, speak);
  print_plan(found, speak);
  if (clock) print_clock(*clock, speak);
  if (!options.out.empty()) speak.say("cli.reach.written", {options.out, std::to_string(drafts.size())});
  return 0;
}

}  // namespace

void add_reach(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("reach", text("cli.reach.help"));
  command->footer(text("cli.reach.examples"));
  options->run.add_to(*command, context, false);
  command->add_option("--messages", options->question.messages, text("cli.reach.messages"))
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  command->add_option("--deadline", options->question.deadline_h, text("cli.reach.deadline"))
      ->check(CLI::Range(0.0, 72.0))
      ->type_name("H")
      ->capture_default_str();
  command->add_option("--replicas", options->question.replicas, text("cli.run.replicas"))
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
  command->add_option("--threads", options->run.study.threads, text("cli.run.threads"))->check(CLI::Range(1, 1024));
  command->add_option("--out", options->out, text("cli.reach.out"))->type_name("DIR");
  command->add_flag("--json", options->json, text("cli.reach.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return run_reach(*options, context); }; });
}

}  // namespace veer::cli
