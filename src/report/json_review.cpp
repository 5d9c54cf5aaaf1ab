#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_parts.hpp"

namespace veer::report::json_parts {

namespace {

Json or_null(std::optional<double> value) { return value ? number(*value) : Json(nullptr); }
Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json plan(const PlanCover& value) {
  return {{"plan", value.plan},
          {"name", value.name},
          {"organisation", value.organisation},
          {"from_h", or_null(value.from_h)},
          {"until_h", or_null(value.until_h)},
          {"capacity", or_null(value.capacity)},
          {"unit", value.unit}};
}

}  // namespace

Json sensitivity(const SensitivityFinding& value) {
  Json rows = Json::array();
  for (const SensitivityRow& row : value.rows)
    rows.push_back({{"id", row.id},
                    {"name", name(row.name)},
                    {"confidence", row.confidence},
                    {"first_order", number(row.first_order, 4)},
                    {"low", number(row.low, 4)},
                    {"high", number(row.high, 4)},
                    {"pawn", number(row.pawn, 4)},
                    {"pawn_noise", number(row.pawn_noise, 4)}});
  Json flips = Json::array();
  for (const RankingFlip& flip : value.flips)
    flips.push_back({{"id", flip.id},
                     {"name", name(flip.name)},
                     {"confidence", flip.confidence},
                     {"ranking", flip.ranking},
                     {"low_first", name(flip.low_first)},
                     {"high_first", name(flip.high_first)},
                     {"margin", number(flip.margin, 4)}});
  return {{"replicas", value.replicas}, {"figures", value.figures},   {"explained", number(value.explained, 4)},
          {"rows", std::move(rows)},    {"rankings", value.rankings}, {"flips", std::move(flips)}};
}

Json backtest(const BacktestFinding& value) {
  Json outages = Json::array();
  for (const BacktestOutage& outage : value.outages)
    outages.push_back({{"id", outage.id},
                       {"name", outage.name},
                       {"cause", name(outage.cause)},
                       {"season", outage.season},
                       {"customers_out", whole(outage.customers_out)},
                       {"in_sources", outage.in_sources}});
  Json rows = Json::array();
  for (const BacktestRow& row : value.rows)
    rows.push_back({{"case", value.outages[row.outage].id},
                    {"observable", row.observable},
                    {"name", name(row.name)},
                    {"t_hours", number(row.t_hours)},
                    {"p05", number(row.p05)},
                    {"p50", number(row.p50)},
                    {"p95", number(row.p95)},
                    {"observed_low", number(row.observed_low)},
                    {"observed_high", number(row.observed_high)},
                    {"inside", row.inside},
                    {"middle_inside", row.middle_inside},
                    {"width_ratio", or_null(row.width_ratio)},
                    {"source", row.source}});
  Json scores = Json::array();
  for (const BacktestScore& score : value.scores)
    scores.push_back({{"observable", score.observable},
                      {"name", name(score.name)},
                      {"observations", score.observations},
                      {"inside", score.inside},
                      {"median_width_ratio", or_null(score.median_width_ratio)}});
  Json not_tested = Json::array();
  for (const Name& text : value.not_tested) not_tested.push_back(name(text));
  return {{"outages", std::move(outages)},
          {"observations", std::move(rows)},
          {"observables", std::move(scores)},
          {"share_inside", number(value.share_inside, 4)},
          {"share_middle_inside", number(value.share_middle_inside, 4)},
          {"new_observations", value.new_rows},
          {"new_inside", value.new_inside},
          {"median_width_ratio", or_null(value.median_width_ratio)},
          {"worst", value.worst},
          {"not_tested", std::move(not_tested)}};
}

Json consequence(const ConsequenceFinding& value) {
  Json plans = Json::array();
  for (const PlanCover& row : value.plans) plans.push_back(plan(row));
  Json out{{"id", value.id},           {"name", name(value.name)},
           {"track", value.track},     {"criterion", or_null(value.criterion)},
           {"unit", name(value.unit)}, {"least", number(value.least)},
           {"occurs", value.occurs}};
  out["from_h"] = value.occurs ? number(value.from_h) : Json(nullptr);
  out["until_h"] = value.occurs && !value.beyond_horizon ? number(value.until_h) : Json(nullptr);
  out["peak"] = estimate(value.peak);
  out["peak_h"] = number(value.peak_h);
  out["sum_hours"] = number(value.sum_hours);
  out["coverage"] = or_null(value.coverage);
  out["hours_covered"] = number(value.hours_covered, 4);
  out["number_covered"] = or_null(value.number_covered);
  out["plans"] = std::move(plans);
  out["sentence"] = name(value.sentence);
  return out;
}

Json hazard(const HazardFinding& value) {
  Json out{{"id", value.id},
           {"name", name(value.name)},
           {"season", value.season},
           {"horizon_h", number(value.horizon_h)},
           {"replicas", value.replicas}};
  out["refused"] = value.replicas == 0 ? name(value.refused) : Json(nullptr);
  out["unmet_person_hours"] = estimate(value.unmet_person_hours);
  out["worst_needs"] = estimate(value.worst_needs);
  out["worst_needs_h"] = number(value.worst_needs_h);
  out["worst_dark"] = estimate(value.worst_dark);
  out["processes_too_late"] = estimate(value.processes_too_late);
  out["recovered_h"] = value.recovered_h ? estimate(*value.recovered_h) : Json(nullptr);
  out["lost_share"] = number(value.lost_share, 4);
  out["national_class"] = or_null(value.national_class);
  return out;
}

}  // namespace veer::report::json_parts
