#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_parts.hpp"

namespace veer::report::json_parts {

namespace {

Json people(const std::vector<float>& values) {
  Json out = Json::array();
  for (const float value : values) out.push_back(whole(static_cast<double>(value)));
  return out;
}

Json people_curve(const Curve& curve) {
  return {{"mean", people(curve.mean)}, {"p5", people(curve.p5)}, {"p95", people(curve.p95)}};
}

/// Numbers of which a tenth matters: calls an hour, a handful of people, an indicator.
Json tenths(const std::vector<float>& values) {
  Json out = Json::array();
  for (const float value : values) out.push_back(number(static_cast<double>(value), 3));
  return out;
}
Json tenths_curve(const Curve& curve) {
  return {{"mean", tenths(curve.mean)}, {"p5", tenths(curve.p5)}, {"p95", tenths(curve.p95)}};
}

Json need(const Findings& findings, const HelpNeed& value) {
  return {{"need", value.need < findings.needs.size() ? Json(findings.needs[value.need].id) : Json(nullptr)},
          {"unmet", people(value.unmet)},
          {"neighbours", people(value.neighbours)},
          {"volunteers", people(value.volunteers)},
          {"points", people(value.points)},
          {"left", people(value.left)},
          {"person_hours",
           {{"unmet", estimate(value.unmet_h)},
            {"neighbours", estimate(value.neighbours_h)},
            {"volunteers", estimate(value.volunteers_h)},
            {"points", estimate(value.points_h)},
            {"left", estimate(value.left_h)}}}};
}

Json visits(const SupportVisits& value) {
  return {{"visitors", estimate(value.visitors)},
          {"served", estimate(value.served)},
          {"waiting_person_hours", estimate(value.waiting_h)},
          {"longest_queue", estimate(value.longest_queue)},
          {"busiest_h", number(value.busiest_h)},
          {"arriving_per_h", people_curve(value.arriving)},
          {"queue", people_curve(value.queue)}};
}

}  // namespace

Json help(const Findings& findings, const HelpFinding& value) {
  Json needs = Json::array();
  for (const HelpNeed& row : value.needs) needs.push_back(need(findings, row));
  Json capacity = Json::array();
  for (const Estimate& row : value.capacity_by_day) capacity.push_back(estimate(row));
  Json vulnerable = Json::array();
  for (const VulnerableGroup& row : value.vulnerable)
    vulnerable.push_back({{"id", row.id},
                          {"name", name(row.name)},
                          {"heads", whole(row.heads)},
                          {"without", tenths_curve(row.in_need)},
                          {"most", estimate(row.most)}});
  Json calls_at = Json::array();
  for (const VolunteerCall& row : value.volunteer_calls)
    calls_at.push_back({{"call_h", number(row.call_h)}, {"come", estimate(row.come)}});
  Json harms = Json::array();
  for (const HarmFinding& row : value.harms)
    harms.push_back(
        {{"id", row.id}, {"name", name(row.name)}, {"people", estimate(row.people)}, {"rests_on", row.rests_on.en}});
  Json parts = Json::array();
  for (const UnrestPart& row : value.unrest_parts)
    parts.push_back({{"need", name(row.need)}, {"weight", number(row.weight, 4)}});
  return {{"replicas", value.replicas},
          {"needs", std::move(needs)},
          {"neighbours_capacity_by_day", std::move(capacity)},
          {"vulnerable", std::move(vulnerable)},
          {"calls",
           {{"wanted", estimate(value.calls.wanted)},
            {"impossible", estimate(value.calls.impossible)},
            {"unanswered", estimate(value.calls.unanswered)},
            {"answered", estimate(value.calls.answered)},
            {"wanted_by_hour", tenths(value.calls.wanted_by_hour)},
            {"impossible_by_hour", tenths(value.calls.impossible_by_hour)},
            {"unanswered_by_hour", tenths(value.calls.unanswered_by_hour)}}},
          {"volunteers",
           {{"registered", whole(value.volunteers_registered)},
            {"called_at_h", number(value.volunteer_call_h)},
            {"calls", std::move(calls_at)},
            {"uncalled", estimate(value.volunteers_uncalled)}}},
          {"visits", value.visits ? visits(*value.visits) : Json(nullptr)},
          {"harms", std::move(harms)},
          {"unrest", {{"indicator", tenths_curve(value.unrest)}, {"parts", std::move(parts)}}}};
}

}  // namespace veer::report::json_parts
