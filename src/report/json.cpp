#include "report/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_parts.hpp"
#include "report/reading.hpp"

namespace veer::report {

namespace {

using namespace json_parts;

enum class Quantity { people, share };

Json series(const std::vector<float>& values, Quantity quantity) {
  Json out = Json::array();
  for (const float value : values) {
    const auto exact = static_cast<double>(value);
    out.push_back(quantity == Quantity::people ? whole(exact) : number(exact, 4));
  }
  return out;
}

Json errors(const std::vector<float>& values) {
  Json out = Json::array();
  for (const float value : values) out.push_back(number(static_cast<double>(value), 3));
  return out;
}

Json mean_and_error(const Curve& curve, Quantity quantity) {
  return {{"mean", series(curve.mean, quantity)}, {"standard_error", errors(curve.standard_error)}};
}

/// How far the quantiles may be off, where they are edges of bins.
void take_bin_width(const Curve& curve, Json& out) {
  if (curve.bin_width > 0) out["bin_width"] = number(static_cast<double>(curve.bin_width), 4);
}

Json full_curve(const Curve& curve, Quantity quantity) {
  Json out = mean_and_error(curve, quantity);
  if (!curve.p5.empty()) out["p5"] = series(curve.p5, quantity);
  if (!curve.p50.empty()) out["p50"] = series(curve.p50, quantity);
  if (!curve.p95.empty()) out["p95"] = series(curve.p95, quantity);
  take_bin_width(curve, out);
  return out;
}

/// Every hour's mean and standard error; the quantiles at the moments only.
Json area_curve(const Curve& curve, const std::vector<Moment>& moments) {
  Json out = mean_and_error(curve, Quantity::people);
  Json quantiles = Json::object();
  const std::array<std::pair<const char*, const std::vector<float>*>, 3> parts{
      {{"p5", &curve.p5}, {"p50", &curve.p50}, {"p95", &curve.p95}}};
  for (const auto& [key, values] : parts) {
    if (values->empty()) continue;
    Json row = Json::array();
    for (const Moment& moment : moments) row.push_back(whole(value_at(*values, moment.hour).value_or(0)));
    quantiles[key] = std::move(row);
  }
  if (!quantiles.empty()) {
    out["at_moments"] = std::move(quantiles);
    take_bin_width(curve, out);
  }
  return out;
}

Json phases(const Phases& value) {
  return {{"depth", estimate(value.depth)},
          {"area_h", estimate(value.area)},
          {"hours_to_90", estimate(value.hours_to_90)},
          {"slope_per_hour", estimate(value.slope_per_hour)}};
}

Json run(const Findings& findings) {
  Json out{{"version", findings.version},
           {"run_id", findings.run_id},
           {"region_id", findings.region_id},
           {"region_title", name(findings.region_title)},
           {"reference_date", findings.reference_date},
           {"hazard_id", findings.hazard_id},
           {"hazard", name(findings.hazard)},
           {"start", findings.start},
           {"season", findings.season},
           {"outdoor_c", number(findings.outdoor_c)},
           {"replicas", findings.replicas},
           {"curve_replicas", findings.curve_replicas},
           {"explained_replicas", findings.explained_replicas}};
  // A 64-bit seed does not fit the numbers of every JSON reader.
  out["seed"] = std::to_string(findings.seed);
  out["horizon_h"] = number(findings.horizon_h);
  out["engine"] = findings.engine;
  out["model"] = findings.model;
  if (!findings.model_reason.nl.empty()) out["model_reason"] = name(findings.model_reason);
  out["cancelled"] = findings.cancelled;
  out["quantile_error"] = number(findings.quantile_error);
  out["audience"] = findings.audience == Audience::open ? "open" : "internal";
  out["attributions"] = findings.attributions;
  return out;
}

/// Curves by daily need, keyed by its id.
template <class Write>
Json by_need(const Findings& findings, const std::vector<Curve>& curves, Write write) {
  Json out = Json::object();
  for (std::size_t n = 0; n < std::min(findings.needs.size(), curves.size()); ++n)
    out[findings.needs[n].id] = write(curves[n]);
  return out;
}

Json municipality(const Findings& findings, const Municipality& value) {
  const auto people = [](const Curve& curve) { return full_curve(curve, Quantity::people); };
  Json hours = Json::object();
  for (std::size_t n = 0; n < std::min(findings.needs.size(), value.unmet_person_hours.size()); ++n) {
    Json& row = hours[findings.needs[n].id] = Json::object();
    const auto& estimates = value.unmet_person_hours[n];
    for (std::size_t g = 0; g < std::min(findings.groups.size(), estimates.size()); ++g)
      row[findings.groups[g].id] = estimate(estimates[g]);
  }
  Json heads = Json::object();
  for (std::size_t g = 0; g < std::min(findings.groups.size(), value.group_heads.size()); ++g)
    heads[findings.groups[g].id] = whole(value.group_heads[g]);
  return {{"id", value.id},
          {"name", value.name},
          {"residents", whole(value.residents)},
          {"area_count", whole(value.area_count)},
          {"group_heads", std::move(heads)},
          {"unmet_person_hours", std::move(hours)},
          {"unmet", by_need(findings, value.unmet, people)},
          {"without", by_need(findings, value.without, people)}};
}

Json area(const Findings& findings, const AreaFinding& value) {
  const auto curve = [&findings](const Curve& one) { return area_curve(one, findings.moments); };
  const bool known = value.municipality < findings.municipalities.size();
  return {{"id", value.id},
          {"name", value.name},
          {"municipality", known ? Json(findings.municipalities[value.municipality].id) : Json(nullptr)},
          {"residents", whole(value.residents)},
          {"centre", Json::array({number(value.centre.lon), number(value.centre.lat)})},
          {"unmet", by_need(findings, value.unmet, curve)},
          {"without", by_need(findings, value.without, curve)}};
}

Json service(const ServiceFinding& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"pillar", value.pillar},
          {"category", value.category},
          {"asset_count", value.asset_count},
          {"confirmed_share", number(value.confirmed_share)},
          {"first_half_down_h", estimate(value.first_half_down_h)},
          {"phases", phases(value.phases)},
          {"down_share", full_curve(value.down_share, Quantity::share)}};
}

Json organisation(const OrganisationFinding& value) {
  return {{"id", value.id},
          {"name", value.name},
          {"kind", value.kind},
          {"track", value.track},
          {"own_continuity", value.own_continuity}};
}

Json limiting_parts(const ProcessFinding& value) {
  Json out = Json::array();
  for (const LimitingPart& part : value.limiting)
    out.push_back(
        {{"id", part.id}, {"what", name(part.what)}, {"share", number(part.share)}, {"confirmed", part.confirmed}});
  return out;
}

Json rule_checks(const ProcessFinding& value) {
  Json out = Json::array();
  for (const RuleCheck& check : value.checks)
    out.push_back({{"rule", check.rule}, {"holds", check.holds}, {"sentence", name(check.sentence)}});
  return out;
}

Json process(const Findings& findings, const ProcessFinding& value) {
  const bool known = value.organisation < findings.organisations.size();
  Json out{{"id", value.id},
           {"name", name(value.name)},
           {"organisation", known ? Json(findings.organisations[value.organisation].id) : Json(nullptr)},
           {"pillar", value.pillar},
           {"track", value.track},
           {"mbco", value.mbco},
           {"rto_h", number(value.rto_h)},
           {"mtpd_h", number(value.mtpd_h)},
           {"mtpd_exceeded", estimate(value.mtpd_exceeded)},
           {"rto_missed", estimate(value.rto_missed)},
           {"first_failure_h", estimate(value.first_failure_h)},
           {"recovery_h", estimate(value.recovery_h)},
           {"longest_interruption_h", estimate(value.longest_interruption_h)},
           {"down_hours", estimate(value.down_hours)},
           {"never_fails", number(value.never_fails)}};
  out["full_down_hours_mean"] = value.full_down_hours_mean ? number(*value.full_down_hours_mean) : Json(nullptr);
  out["static_verdict"] = {{"required_h", number(value.static_required_h)},
                           {"expected_h", value.static_expected_h ? number(*value.static_expected_h) : Json(nullptr)},
                           {"ok", value.static_ok}};
  out["limiting"] = limiting_parts(value);
  out["checks"] = rule_checks(value);
  out["assumption_share"] = number(value.assumption_share);
  out["confirmed"] = value.confirmed;
  out["down_probability"] = full_curve(value.down_probability, Quantity::share);
  return out;
}

Json influence(const Influence& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"effect", number(value.effect)},
          {"low", number(value.low)},
          {"high", number(value.high)},
          {"confidence", value.confidence},
          {"confirmed", value.confirmed}};
}

Json criterion(const ImpactCriterion& value) {
  return {{"code", value.code},
          {"name", name(value.name)},
          {"value", estimate(value.value)},
          {"unit", name(value.unit)},
          {"national_class", value.national_class.empty() ? Json(nullptr) : Json(value.national_class)},
          {"regional_class", value.regional_class.empty() ? Json(nullptr) : Json(value.regional_class)},
          {"note", name(value.note)}};
}

Json deadlock(const Deadlock& value) {
  return {{"assets", value.assets}, {"sentence", name(value.sentence)}, {"probability", number(value.probability)}};
}

Json held_horizon(const HeldHorizon& value) {
  Json sets = Json::array();
  for (const HeldSet& set : value.sets) {
    Json events = Json::array();
    for (const Name& event : set.events) events.push_back(name(event));
    sets.push_back({{"events", std::move(events)}, {"probability", number(set.probability)}});
  }
  Json gains = Json::array();
  for (const HeldGain& gain : value.gains)
    gains.push_back({{"what", name(gain.what)},
                     {"fails", number(gain.fails)},
                     {"probability_without", number(gain.probability_without)},
                     {"alone", gain.alone}});
  return {{"horizon_h", number(value.horizon_h)},
          {"sentence", name(value.sentence)},
          {"minimal_cut_sets", value.set_count},
          {"of_one_event", value.singles},
          {"of_two_events", value.pairs},
          {"probability", number(value.probability)},
          {"probability_low", number(value.low)},
          {"probability_high", number(value.high)},
          {"simulated_probability", number(value.simulated)},
          {"simulated_standard_error", number(value.simulated_error)},
          {"time_gained_by_buffers_in_series", number(value.probability - value.simulated)},
          {"most_probable_sets", std::move(sets)},
          {"gains", std::move(gains)}};
}

Json held(const HeldFinding& value, const std::string& process) {
  Json horizons = Json::array();
  for (const HeldHorizon& horizon : value.horizons) horizons.push_back(held_horizon(horizon));
  return {{"process", process}, {"horizons", std::move(horizons)}};
}

Json confidence(const ConfidenceRow& value) {
  return {{"table", value.table},        {"measured", value.count[0]}, {"register", value.count[1]},
          {"published", value.count[2]}, {"estimate", value.count[3]}, {"assumption", value.count[4]}};
}

Json source(const SourceRow& value) {
  return {{"id", value.id},   {"title", value.title}, {"publisher", value.publisher},
          {"url", value.url}, {"date", value.date},   {"licence", value.licence}};
}

Json parameter(const ParameterRow& value) {
  return {{"id", value.id},
          {"subject", value.subject},
          {"name", value.name},
          {"low", number(value.low)},
          {"typical", number(value.typical)},
          {"high", number(value.high)},
          {"unit", value.unit},
          {"distribution", value.distribution},
          {"source", value.source},
          {"confidence", value.confidence},
          {"used_by", value.used_by},
          {"used_in", value.used_in}};
}

Json asset(const AssetRow& value) {
  Json out{{"id", value.id},
           {"name", value.name},
           {"kind", value.kind},
           {"service", value.service},
           {"organisation", value.organisation},
           {"municipality", value.municipality}};
  out["place"] = value.place ? Json::array({number(value.place->lon, 8), number(value.place->lat, 8)}) : Json(nullptr);
  out["down_hours_mean"] = number(value.down_hours_mean);
  out["confirmed"] = value.confirmed;
  out["confidence"] = value.confidence;
  out["down_probability"] = errors(value.down_probability);
  return out;
}

/// The document as text: one line per top-level member, and one per element of a list of things.
class Document {
 public:
  void member(const char* key, const Json& value) { open(key) += dump(value); }

  template <class Rows, class Write>
  void list(const char* key, const Rows& rows, Write write) {
    std::string& out = open(key);
    out += '[';
    bool first = true;
    for (const auto& row : rows) {
      out += first ? "\n" : ",\n";
      out += dump(write(row));
      first = false;
    }
    out += first ? "]" : "\n]";
  }

  [[nodiscard]] std::string close() && { return std::move(text_) + "\n}\n"; }

 private:
  static std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

  std::string& open(const char* key) {
    text_ += text_.empty() ? "{\n\"" : ",\n\"";
    text_ += key;
    text_ += "\": ";
    return text_;
  }

  std::string text_;
};

Json jobs_and_businesses(const Findings& findings) {
  return {{"jobs", whole(findings.jobs)},
          {"businesses", whole(findings.businesses)},
          {"jobs_without_power", full_curve(findings.jobs_without_power, Quantity::people)},
          {"businesses_without_power", full_curve(findings.businesses_without_power, Quantity::people)}};
}

/// Degrees by hour and the hours until homes are too cold, over homes.
Json home(const Findings& findings) {
  const HomeCooling& cooling = findings.home;
  const auto degrees = [](const std::vector<float>& values) {
    Json out = Json::array();
    for (const float value : values) out.push_back(std::round(static_cast<double>(value) * 100) / 100);
    return out;
  };
  const auto hours = [](double value) {
    return std::isfinite(value) ? Json(std::round(value * 100) / 100) : Json(nullptr);
  };
  return {{"indoor_c", cooling.indoor_c},
          {"limit_c", cooling.limit_c},
          {"p5", degrees(cooling.p5)},
          {"p50", degrees(cooling.p50)},
          {"p95", degrees(cooling.p95)},
          {"hours_to_limit",
           {{"p5", hours(cooling.hours_to_limit.p5)},
            {"p50", hours(cooling.hours_to_limit.p50)},
            {"p95", hours(cooling.hours_to_limit.p95)}}}};
}

Json phases_by_need(const Findings& findings) {
  Json out = Json::object();
  for (std::size_t n = 0; n < std::min(findings.needs.size(), findings.need_phases.size()); ++n)
    out[findings.needs[n].id] = phases(findings.need_phases[n]);
  return out;
}

void add_people(Document& document, const Findings& findings) {
  document.member("residents", whole(findings.residents));
  document.list("needs", findings.needs, [](const DailyNeed& need) {
    return Json{{"id", need.id}, {"name", name(need.name)}, {"pillar", need.pillar}};
  });
  document.list("groups", findings.groups,
                [](const GroupInfo& group) { return Json{{"id", group.id}, {"name", name(group.name)}}; });
  document.list("moments", findings.moments, [](const Moment& moment) {
    return Json{{"hour", number(moment.hour)}, {"label", name(moment.label)}};
  });
  document.member("region", municipality(findings, findings.region));
  document.list("municipalities", findings.municipalities,
                [&](const Municipality& value) { return municipality(findings, value); });
  document.list("areas", findings.areas, [&](const AreaFinding& value) { return area(findings, value); });
}

void add_certainty(Document& document, const Findings& findings) {
  document.member("total_unmet_person_hours", estimate(findings.total_unmet_person_hours));
  document.member("spread", {{"shared", number(findings.spread_shared)}, {"own", number(findings.spread_own)}});
  document.list("influences_groups", findings.influences_groups, influence);
  document.list("influences_assets", findings.influences_assets, influence);
  document.member("sensitivity", findings.sensitivity ? sensitivity(*findings.sensitivity) : Json(nullptr));
  document.member("backtest", findings.backtest ? backtest(*findings.backtest) : Json(nullptr));
  document.list("criteria", findings.criteria, criterion);
  document.list("deadlocks", findings.deadlocks, deadlock);
  document.list("confidence", findings.confidence, confidence);
  document.list("sources", findings.sources, source);
  document.list("parameters", findings.parameters, parameter);
  document.list("assets", findings.assets, asset);
  document.list("not_modelled", findings.not_modelled, name);
}

}  // namespace

std::string results_json(const Findings& findings) {
  Document document;
  document.member("format", "veer-results-1");
  document.member("run", run(findings));
  add_people(document, findings);
  document.list("services", findings.services, service);
  document.member("need_phases", phases_by_need(findings));
  document.member("economy", jobs_and_businesses(findings));
  document.member("home", home(findings));
  document.list("organisations", findings.organisations, organisation);
  document.list("processes", findings.processes, [&](const ProcessFinding& value) { return process(findings, value); });
  document.list("held_view", findings.held,
                [&](const HeldFinding& value) { return held(value, findings.processes[value.process].id); });
  document.member("measures", findings.measures ? measures(*findings.measures) : Json(nullptr));
  document.member("measure_account", findings.measure_account ? account(*findings.measure_account) : Json(nullptr));
  document.member("reach", findings.reach ? reach(*findings.reach) : Json(nullptr));
  document.member("decision_clock", findings.decision_clock ? decision_clock(*findings.decision_clock) : Json(nullptr));
  document.member("help", findings.help ? help(findings, *findings.help) : Json(nullptr));
  document.member("support_points", findings.support_points ? support_points(*findings.support_points) : Json(nullptr));
  document.member("operations", findings.operations ? operations(*findings.operations) : Json(nullptr));
  document.list("consequences", findings.consequences, consequence);
  document.list("hazards", findings.hazards, hazard);
  add_certainty(document, findings);
  return std::move(document).close();
}

std::string hazards_json(const std::vector<HazardFinding>& hazards) {
  Json out = Json::array();
  for (const HazardFinding& value : hazards) out.push_back(hazard(value));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string consequences_json(const Findings& findings) {
  Document document;
  document.member("run", run(findings));
  document.list("criteria", findings.criteria, criterion);
  document.list("consequences", findings.consequences, consequence);
  return std::move(document).close();
}

std::string held_view_json(const HeldFinding& value, const std::string& process) {
  return held(value, process).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string support_points_json(const SupportPlanFinding& plan, double seconds) {
  Json out = support_points(plan);
  out["seconds"] = number(seconds, 4);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace veer::report
