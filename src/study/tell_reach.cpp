#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "cascade/down_record.hpp"
#include "operations/conductor.hpp"
#include "reach/decision_clock.hpp"
#include "reach/message_plan.hpp"
#include "reach/reach.hpp"
#include "region/selector.hpp"
#include "study/chapters.hpp"
#include "study/reach.hpp"

namespace veer::study {

namespace {

report::Estimate shown(const reach::Spread& value) {
  return {value.mean, value.standard_error, value.p5, value.p50, value.p95};
}

report::Curve curve_of(const reach::Spread* by_hour, std::size_t hours) {
  report::Curve out;
  for (std::size_t hour = 0; hour < hours; ++hour) {
    out.mean.push_back(static_cast<float>(by_hour[hour].mean));
    out.standard_error.push_back(static_cast<float>(by_hour[hour].standard_error));
    out.p5.push_back(static_cast<float>(by_hour[hour].p5));
    out.p50.push_back(static_cast<float>(by_hour[hour].p50));
    out.p95.push_back(static_cast<float>(by_hour[hour].p95));
  }
  return out;
}

std::vector<float> floats(const std::vector<double>& values) { return {values.begin(), values.end()}; }

/// A region under one hazard, played as far as reach looks at it.
struct Played {
  cascade::DownRecord record;
  [[nodiscard]] reach::World world(const region::Region& region, const Scenario& scenario) const {
    return {region, scenario.compiled, scenario.population, record, scenario.hazard};
  }
};

Result<Played> play(const region::Region& region, const Scenario& scenario, const Options& options,
                    const ReachQuestion& question) {
  const cascade::Program& program = scenario.compiled.program;
  TRY(const auto engine, cascade::choose_engine(program, options.engine, scenario.means != nullptr));
  const auto wanted = reach::wanted(region, scenario.compiled);
  return Played{
      cascade::DownRecord::play(program, wanted, std::min(question.replicas, options.replicas), options.threads, engine,
                                scenario.means ? operations::conductors(*scenario.means) : cascade::DirectorMaker{})};
}

/// "power-" and 72 of "power-72h".
std::optional<std::pair<std::string, int>> stem_and_hours(const std::string& id) {
  const auto dash = id.rfind('-');
  if (dash == std::string::npos || id.empty() || id.back() != 'h') return std::nullopt;
  int hours = 0;
  const char* const begin = id.data() + dash + 1;
  const char* const end = id.data() + id.size() - 1;
  const auto [stop, error] = std::from_chars(begin, end, hours);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return std::pair{id.substr(0, dash + 1), hours};
}

const char* kind_text(region::DecisionKind kind) {
  static constexpr std::array<const char*, 5> texts{"warning", "opening", "fuel", "relief", "relocation"};
  return texts[static_cast<std::size_t>(kind)];
}

report::Name say(const Texts& texts, const std::string& key, const std::vector<report::Name>& arguments = {}) {
  std::vector<std::string> dutch;
  std::vector<std::string> english;
  for (const report::Name& argument : arguments) {
    dutch.push_back(argument.nl);
    english.push_back(argument.en);
  }
  return {texts.render({key, dutch}, Language::nl), texts.render({key, english}, Language::en)};
}

report::Name service_name(const region::Region& region, region::ServiceId id) {
  return {region.services[id.index()].name_nl, region.services[id.index()].name_en};
}

/// Hours, or "until the end" where it is the last minute that was looked at.
std::optional<double> hours_of(std::optional<Minutes> minutes, Minutes horizon) {
  if (!minutes) return std::nullopt;
  // Warnings are looked at by the hour after the first day.
  if (*minutes >= horizon - minutes_per_hour) return std::numeric_limits<double>::infinity();
  return to_hours(*minutes);
}

/// "1:45": as every moment of the decision clock is told.
std::string hours_and_minutes(Minutes minutes) {
  const Minutes rest = minutes % minutes_per_hour;
  return std::to_string(minutes / minutes_per_hour) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

report::DecisionFinding described(const region::Region& region, const region::Decision& row, const Texts& texts) {
  report::DecisionFinding out;
  out.id = row.id;
  out.name = {row.name_nl, row.name_en};
  out.kind = kind_text(row.kind);
  const std::string& owner = region.organisations[row.owner.index()].name;
  out.owner = {owner, owner};
  out.confidence = text_of(row.provenance.confidence);
  if (row.kind == region::DecisionKind::warning) {
    for (const std::size_t channel : row.channels) {
      out.through.nl += (out.through.nl.empty() ? "" : ", ") + region.channels[channel].name_nl;
      out.through.en += (out.through.en.empty() ? "" : ", ") + region.channels[channel].name_en;
    }
    out.limit = say(texts, "study.decision.limit.warning");
    out.unit = say(texts, "study.decision.unit.residents");
    return out;
  }
  if (row.through) out.through = service_name(region, *row.through);
  if (row.target) {
    out.limit = say(texts, "study.decision.limit.target");
    out.unit = say(texts, "study.decision.unit.assets");
  } else if (row.need) {
    const report::Name need = service_name(region, *row.need);
    out.limit = say(texts, "study.decision.limit.need", {need});
    out.unit = say(texts, "study.decision.unit.residents");
  } else {
    const region::Parameter& until = region.parameters[row.until.index()];
    const std::string typical =
        hours_and_minutes(until.unit == region::Unit::minutes ? static_cast<Minutes>(std::lround(until.typical))
                                                              : to_minutes(until.typical));
    out.limit = say(texts, "study.decision.limit.until", {report::Name{typical, typical}});
    out.unit = say(texts, "study.decision.unit.chance");
  }
  return out;
}

}  // namespace

Result<report::ReachFinding> tell_reach(const region::Region& region, const Scenario& scenario, const Options& options,
                                        const ReachQuestion& question, const Texts& texts) {
  TRY(const Played played, play(region, scenario, options, question));
  const reach::World world = played.world(region, scenario);
  TRY(const auto channels, reach::ReadyChannels::prepare(world));
  const auto hourly = reach::hourly_reach(channels, options.threads);
  report::ReachFinding out;
  out.replicas = world.record.replicas();
  out.reached = curve_of(hourly.region.data(), hourly.hours);
  out.at_least = floats(hourly.at_least);
  out.at_most = floats(hourly.at_most);
  for (std::size_t a = 0; a < region.areas.size(); ++a)
    out.areas.push_back({region.areas[a].id, curve_of(hourly.areas.data() + a * hourly.hours, hourly.hours)});
  for (std::size_t c = 0; c < region.channels.size(); ++c) {
    const region::Channel& row = region.channels[c];
    const auto* const from = hourly.channels.data() + c * hourly.hours;
    out.channels.push_back({.id = row.id,
                            .name = {row.name_nl, row.name_en},
                            .delay_h = row.delay_h,
                            .audience = shown(hourly.audience[c]),
                            .reached = std::vector<float>(from, from + hourly.hours),
                            .needs_nothing = !row.sender && !row.receiver_service});
  }
  for (const region::Shock& shock : region.shocks) {
    if (shock.hazard != scenario.hazard || shock.kind != region::ShockKind::trust) continue;
    report::ReachDoubt doubt{.from_h = shock.start_h,
                             .until_h = shock.start_h + shock.duration_h,
                             .heeded = shock.magnitude,
                             .channels = {},
                             .names = {}};
    for (const std::size_t c : region::doubted_channels(region, shock)) {
      const region::Channel& row = region.channels[c];
      doubt.names.nl += (doubt.channels.empty() ? "" : ", ") + row.name_nl;
      doubt.names.en += (doubt.channels.empty() ? "" : ", ") + row.name_en;
      doubt.channels.push_back(row.id);
    }
    if (doubt.channels.size() == region.channels.size()) doubt.names = say(texts, "study.reach.all_channels");
    out.doubts.push_back(std::move(doubt));
  }
  const auto plan = reach::plan_messages(
      channels, {.messages = question.messages, .deadline = to_minutes(question.deadline_h)}, options.threads);
  for (const reach::PlannedMessage& message : plan.messages) {
    const region::Channel& row = region.channels[message.channel];
    out.messages.push_back({row.id,
                            {row.name_nl, row.name_en},
                            to_hours(message.sent),
                            to_hours(message.comes_in),
                            message.gained,
                            message.reached});
  }
  out.deadline_h = question.deadline_h;
  for (const region::Zone& zone : region.zones) out.residents += zone.residents;
  out.planned = shown(plan.reached);
  out.planned_bound = plan.bound;
  for (const auto& start : plan.starts) out.starts.push_back({to_hours(start.sent), start.reached});
  return out;
}

std::vector<std::string> as_long_or_short(const region::Region& region, const std::string& hazard) {
  const auto own = stem_and_hours(hazard);
  if (!own) return {hazard};
  std::vector<std::pair<int, std::string>> found;
  for (const region::Hazard& row : region.hazards)
    if (const auto other = stem_and_hours(row.id); other && other->first == own->first)
      found.emplace_back(other->second, row.id);
  std::sort(found.begin(), found.end());
  std::vector<std::string> out;
  for (auto& [hours, id] : found) out.push_back(std::move(id));
  return out;
}

Result<report::DecisionClock> tell_decision_clock(const region::Region& region, const Options& options,
                                                  const ReachQuestion& question, const Texts& texts) {
  report::DecisionClock out;
  for (const region::Decision& row : region.decisions) out.decisions.push_back(described(region, row, texts));
  for (const std::string& id : as_long_or_short(region, options.hazard)) {
    Options of = options;
    of.hazard = id;
    TRY(const Scenario scenario, prepare(region, of));
    TRY(const Played played, play(region, scenario, of, question));
    const reach::World world = played.world(region, scenario);
    TRY(const auto channels, reach::ReadyChannels::prepare(world));
    TRY(const auto clock, reach::decision_clock(channels, options.threads));
    const region::Hazard& hazard = region.hazards[scenario.hazard.index()];
    out.outages.push_back({hazard.id, {hazard.name_nl, hazard.name_en}});
    out.replicas = world.record.replicas();
    const Minutes horizon = world.record.horizon();
    for (const reach::DecisionResult& row : clock) {
      const bool called = region.decisions[row.decision].through.has_value();
      report::DecisionAt at;
      at.needed = row.needed;
      at.latest_95_h = hours_of(row.latest_95, horizon);
      at.latest_50_h = hours_of(row.latest_50, horizon);
      if (called) {
        at.agreed_95_h = hours_of(row.agreed_95, horizon);
        at.agreed_50_h = hours_of(row.agreed_50, horizon);
      }
      at.lost_per_hour = row.lost_per_hour;
      out.decisions[row.decision].outages.push_back(at);
    }
  }
  return out;
}

}  // namespace veer::study
