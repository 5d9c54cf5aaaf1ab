#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/json.hpp"
#include "report/json_parts.hpp"

namespace veer::report {

namespace json_parts {

namespace {

Json shares(const std::vector<float>& values) {
  Json out = Json::array();
  for (const float value : values) out.push_back(number(static_cast<double>(value), 4));
  return out;
}

Json share_curve(const Curve& curve) {
  return {{"mean", shares(curve.mean)}, {"p5", shares(curve.p5)}, {"p95", shares(curve.p95)}};
}

Json channel(const ReachChannel& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"delay_h", number(value.delay_h)},
          {"needs_nothing", value.needs_nothing},
          {"audience", estimate(value.audience)},
          {"reached", shares(value.reached)}};
}

Json message(const ReachMessage& value) {
  return {{"channel", value.channel},       {"name", name(value.name)},
          {"send_h", number(value.send_h)}, {"arrives_h", number(value.arrives_h)},
          {"gained", whole(value.gained)},  {"reached", whole(value.reached)}};
}

/// Hours; "never" where it is too late from the first minute, "end" where it holds to the end of the scenario.
Json clock_hours(const std::optional<double>& hours) {
  if (!hours) return "never";
  return std::isfinite(*hours) ? number(*hours) : Json("end");
}

}  // namespace

Json reach(const ReachFinding& finding) {
  Json areas = Json::array();
  for (const ReachArea& area : finding.areas) {
    Json row = share_curve(area.reached);
    row["id"] = area.id;
    areas.push_back(std::move(row));
  }
  Json channels = Json::array();
  for (const ReachChannel& row : finding.channels) channels.push_back(channel(row));
  Json doubts = Json::array();
  for (const ReachDoubt& row : finding.doubts)
    doubts.push_back({{"from_h", number(row.from_h)},
                      {"until_h", number(row.until_h)},
                      {"heeded", number(row.heeded)},
                      {"channels", row.channels}});
  Json messages = Json::array();
  for (const ReachMessage& row : finding.messages) messages.push_back(message(row));
  Json starts = Json::array();
  for (const ReachStart& row : finding.starts)
    starts.push_back({{"send_h", number(row.send_h)}, {"reached", whole(row.reached)}});
  return {{"replicas", finding.replicas},
          {"residents", whole(finding.residents)},
          {"reached", share_curve(finding.reached)},
          {"at_least", shares(finding.at_least)},
          {"at_most", shares(finding.at_most)},
          {"channels", std::move(channels)},
          {"doubts", std::move(doubts)},
          {"plan",
           {{"deadline_h", number(finding.deadline_h)},
            {"messages", std::move(messages)},
            {"reached", estimate(finding.planned)},
            {"bound", whole(finding.planned_bound)},
            {"not_before", std::move(starts)}}},
          {"areas", std::move(areas)}};
}

Json decision_clock(const DecisionClock& clock) {
  Json outages = Json::array();
  for (const auto& outage : clock.outages) outages.push_back({{"hazard", outage.hazard}, {"name", name(outage.name)}});
  Json decisions = Json::array();
  for (const DecisionFinding& row : clock.decisions) {
    Json at = Json::array();
    for (const DecisionAt& value : row.outages) {
      Json one{{"needed", number(value.needed, 4)},
               {"latest_95_h", clock_hours(value.latest_95_h)},
               {"latest_50_h", clock_hours(value.latest_50_h)}};
      const bool called = row.kind != "warning" && !row.through.nl.empty();
      one["agreed_95_h"] = called ? clock_hours(value.agreed_95_h) : Json(nullptr);
      one["agreed_50_h"] = called ? clock_hours(value.agreed_50_h) : Json(nullptr);
      one["lost_per_hour"] = number(value.lost_per_hour);
      at.push_back(std::move(one));
    }
    decisions.push_back({{"id", row.id},
                         {"name", name(row.name)},
                         {"kind", row.kind},
                         {"owner", name(row.owner)},
                         {"through", row.through.nl.empty() ? Json(nullptr) : name(row.through)},
                         {"limit", name(row.limit)},
                         {"unit", name(row.unit)},
                         {"confidence", row.confidence},
                         {"outages", std::move(at)}});
  }
  return {{"replicas", clock.replicas}, {"outages", std::move(outages)}, {"decisions", std::move(decisions)}};
}

}  // namespace json_parts

std::string reach_json(const ReachFinding& reach, const DecisionClock* clock) {
  json_parts::Json out = json_parts::reach(reach);
  out["decision_clock"] = clock == nullptr ? json_parts::Json(nullptr) : json_parts::decision_clock(*clock);
  return out.dump(-1, ' ', false, json_parts::Json::error_handler_t::replace) + "\n";
}

}  // namespace veer::report
