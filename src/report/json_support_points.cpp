#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_parts.hpp"

namespace veer::report::json_parts {

namespace {

Json stock(const std::vector<SupportStock>& lines) {
  Json out = Json::array();
  for (const SupportStock& line : lines) out.push_back({{"item", line.item}, {"amount", whole(line.amount)}});
  return out;
}

template <class Number>
Json shares(const std::vector<Number>& values) {
  Json out = Json::array();
  for (const Number value : values) out.push_back(number(static_cast<double>(value), 4));
  return out;
}

/// Three quantiles; there are no replicas to take a mean of.
Json quantiles(const Estimate& value) {
  return {{"p5", number(value.p5)}, {"p50", number(value.p50)}, {"p95", number(value.p95)}};
}

Json closing(const std::vector<LimitingPart>& parts) {
  Json out = Json::array();
  for (const LimitingPart& part : parts)
    out.push_back(
        {{"id", part.id}, {"what", name(part.what)}, {"share", number(part.share, 4)}, {"confirmed", part.confirmed}});
  return out;
}

Json point(const SupportPointFinding& value) {
  Json out{{"id", value.id},
           {"name", value.name},
           {"level", value.level},
           {"municipality", value.municipality_name},
           {"area", value.area.empty() ? Json(nullptr) : Json(value.area)}};
  out["lon"] = value.place ? number(value.place->lon, 8) : Json(nullptr);
  out["lat"] = value.place ? number(value.place->lat, 8) : Json(nullptr);
  out["functions"] = value.functions;
  out["water"] = value.water;
  out["confirmed"] = value.confirmed;
  out["residents"] = whole(value.residents);
  out["visitors_per_day"] = whole(value.visitors_per_day);
  out["visitors_per_h"] = number(value.visitors_per_h, 3);
  out["capacity_per_h"] = value.capacity_per_h > 0 ? number(value.capacity_per_h) : Json(nullptr);
  out["minutes_mean"] = number(value.minutes_mean, 4);
  out["minutes_p95"] = number(value.minutes_p95, 4);
  out["coordinator"] = value.coordinator ? Json(*value.coordinator) : Json(nullptr);
  out["courier_minutes"] = value.coordinator ? number(value.courier_minutes, 4) : Json(nullptr);
  out["staff"] = number(value.staff);
  out["shifts"] = number(value.shifts);
  out["power_kw"] = number(value.power_kw, 4);
  out["wiring_holds"] = number(value.wiring_holds, 4);
  out["water_l_per_day"] = whole(value.water_l_per_day);
  out["cost_once_eur"] = whole(value.once_eur);
  out["cost_year_eur"] = whole(value.year_eur);
  out["stock"] = stock(value.stock);
  out["open_h"] = value.open_h ? estimate(*value.open_h) : Json(nullptr);
  out["open_probability"] = shares(value.open_probability);
  out["closes"] = closing(value.closes);
  return out;
}

Json proof(const SupportProof& value) {
  return {{"about", name(value.about)},      {"unit", name(value.unit)},
          {"value", number(value.value, 9)}, {"bound", number(value.bound, 9)},
          {"gap", number(value.gap, 4)},     {"status", value.optimal ? "optimal" : "feasible"}};
}

Json roster(const SupportRoster& value) {
  return {{"municipality", value.municipality},
          {"points", whole(value.points)},
          {"needed_at_once", number(value.needed)},
          {"shifts", number(value.shifts)},
          {"person_shifts", number(value.person_shifts)},
          {"staff", whole(value.staff)},
          {"volunteers", whole(value.volunteers)},
          {"present_called", quantiles(value.present_called)},
          {"present_uncalled", quantiles(value.present_uncalled)},
          {"short_chance", number(value.short_chance, 4)},
          {"unstaffed_share", number(value.unstaffed_share, 4)}};
}

Json displaced(const SupportDisplaced& value) {
  return {{"resource", value.resource},
          {"tied_at_once", number(value.tied)},
          {"pool", number(value.pool)},
          {"person_shifts", number(value.person_shifts)}};
}

Json assumption(const SupportAssumption& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"regret_share", number(value.regret_share, 4)},
          {"regret_share_most", number(value.regret_most, 4)},
          {"other_points", value.other_points},
          {"flips", value.flips}};
}

template <class Value, class Show>
Json list(const std::vector<Value>& values, Show&& show) {
  Json out = Json::array();
  for (const Value& value : values) out.push_back(show(value));
  return out;
}

Json walks(const SupportWalks& value) {
  Json residents = Json::array();
  for (const float people : value.residents) residents.push_back(whole(static_cast<double>(people)));
  return {{"cell", value.cell}, {"point", value.point}, {"minutes", shares(value.minutes)}, {"residents", residents}};
}

}  // namespace

Json support_points(const SupportPlanFinding& plan) {
  Json out{{"objective", plan.objective},
           {"objective_name", name(plan.objective_name)},
           {"local", plan.local},
           {"coordinating", plan.coordinating},
           {"water", plan.water},
           {"candidates_local", plan.candidates_local},
           {"candidates_coordinating", plan.candidates_coordinating},
           {"residents", whole(plan.residents)}};
  out["proofs"] = list(plan.proofs, proof);
  out["walking"] = {{"minutes_mean", number(plan.minutes_mean, 4)},
                    {"minutes_p95", number(plan.minutes_p95, 4)},
                    {"minutes_longest", number(plan.minutes_longest, 4)},
                    {"reach_minutes", number(plan.reach_min, 4)},
                    {"within_reach", number(plan.within_reach, 4)},
                    {"within_1km", number(plan.within_1km, 4)},
                    {"within_reach_75_plus", number(plan.within_reach_75, 4)},
                    {"unreached", whole(plan.unreached)},
                    {"within", shares(plan.within)},
                    {"courier_minutes_mean", number(plan.courier_mean_min, 4)}};
  out["demand"] = {{"visitors_per_day", quantiles(plan.visitors_per_day)},
                   {"over_capacity", number(plan.over_capacity, 4)},
                   {"over_capacity_p95", number(plan.over_capacity_p95, 4)}};
  out["cost_once_eur"] = whole(plan.once_eur);
  out["cost_year_eur"] = whole(plan.year_eur);
  out["water_l_per_day"] = whole(plan.water_l_per_day);
  out["open_h"] = plan.open_h ? estimate(*plan.open_h) : Json(nullptr);
  out["open_share"] = shares(plan.open_share);
  out["closing"] = list(plan.closing, [](const SupportClosing& value) {
    return Json{{"id", value.id}, {"share", number(value.share, 4)}};
  });
  out["areas"] = list(plan.areas, [](const SupportArea& value) {
    return Json{{"id", value.id},
                {"residents", whole(value.residents)},
                {"minutes_mean", number(value.minutes_mean, 4)},
                {"within_reach", number(value.within_reach, 4)}};
  });
  out["rosters"] = list(plan.rosters, roster);
  out["displaced"] = list(plan.displaced, displaced);
  out["stock"] = stock(plan.stock);
  out["assumptions"] = list(plan.assumptions, assumption);
  out["points"] = list(plan.points, point);
  out["walks"] = walks(plan.walks);
  return out;
}

}  // namespace veer::report::json_parts
