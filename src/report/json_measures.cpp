#include <nlohmann/json.hpp>

#include "report/json.hpp"
#include "report/json_parts.hpp"
#include "report/measure_account.hpp"

namespace veer::report::json_parts {

namespace {

Json measured(const Measured& value) {
  return {{"value", number(value.value)}, {"se", number(value.standard_error, 3)}};
}

Json worth(const MeasureWorth& value) {
  return {{"unmet_h", measured(value.unmet)},
          {"tail_h", measured(value.tail)},
          {"gaps", measured(value.gaps)},
          {"worst_municipality_share", measured(value.worst)}};
}

Json ids(const MeasurePlan& plan, const std::vector<std::size_t>& rows) {
  Json out = Json::array();
  for (const std::size_t row : rows) out.push_back(plan.measures[row].id);
  return out;
}

Json numbers(const std::vector<double>& values) {
  Json out = Json::array();
  for (const double value : values) out.push_back(number(value));
  return out;
}

Json measure(const MeasureFinding& value) {
  Json out{{"id", value.id},
           {"name", name(value.name)},
           {"owner", value.owner},
           {"payer", value.payer},
           {"accountable", value.accountable},
           {"consulted", value.consulted},
           {"informed", value.informed},
           {"track", value.track},
           {"pillar", value.pillar},
           {"phase", value.phase},
           {"task", value.task},
           {"change", value.change},
           {"cost_once_eur", whole(value.once_eur)},
           {"cost_year_eur", whole(value.year_eur)},
           {"lead_time_months", number(value.lead_months)},
           {"requires", value.needs},
           {"excludes", value.excludes},
           {"confidence", value.confidence},
           {"expressed", value.expressed},
           {"asked", value.asked}};
  out["worth"] = value.worth ? worth(*value.worth) : Json(nullptr);
  out["worth_few"] = value.worth_few ? worth(*value.worth_few) : Json(nullptr);
  out["worth_many"] = value.worth_many ? worth(*value.worth_many) : Json(nullptr);
  out["cost_eur"] = whole(value.cost_eur);
  out["planned_eur"] = whole(value.planned_eur);
  out["municipality_h"] = numbers(value.municipality);
  out["year"] = value.year ? Json(*value.year) : Json(nullptr);
  out["working_from"] = value.working_from.empty() ? Json(nullptr) : Json(value.working_from);
  return out;
}

Json account_row(const AccountMeasure& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"payer", value.payer},
          {"year", value.year},
          {"planned", whole(value.planned_eur)},
          {"spent", value.spent_eur ? whole(*value.spent_eur) : Json(nullptr)},
          {"delivered", value.delivered},
          {"date", value.date.empty() ? Json(nullptr) : Json(value.date)},
          {"note", value.note},
          {"expressed", value.expressed}};
}

Json payer(const PayerFinding& value) {
  Json years = Json::array();
  for (const PayerYear& year : value.years)
    years.push_back({{"year", year.year},
                     {"asked", whole(year.asked_eur)},
                     {"available", year.available_eur ? whole(*year.available_eur) : Json(nullptr)},
                     {"gap", whole(year.gap_eur)}});
  return {{"id", value.id}, {"name", value.name}, {"years", std::move(years)}};
}

Json account_parts(const MeasureAccount& value) {
  Json years = Json::array();
  for (const AccountYear& year : value.years)
    years.push_back({{"year", year.year},
                     {"planned", whole(year.planned_eur)},
                     {"spent", whole(year.spent_eur)},
                     {"promised", year.promised},
                     {"delivered", year.delivered},
                     {"partly", year.partly},
                     {"promised_worth", worth(year.promised_worth)},
                     {"delivered_worth", worth(year.delivered_worth)}});
  Json payers = Json::array();
  for (const AccountPayer& payer : value.payers) {
    Json own = Json::array();
    for (const AccountPayer::Year& year : payer.years)
      own.push_back({{"year", year.year},
                     {"planned", whole(year.planned_eur)},
                     {"spent", whole(year.spent_eur)},
                     {"promised", year.promised},
                     {"delivered", year.delivered}});
    payers.push_back({{"id", payer.id}, {"name", payer.name}, {"years", std::move(own)}});
  }
  Json rows = Json::array();
  for (const AccountMeasure& row : value.rows) rows.push_back(account_row(row));
  return {{"years", std::move(years)}, {"payers", std::move(payers)}, {"rows", std::move(rows)}};
}

}  // namespace

Json account(const MeasureAccount& value) { return account_parts(value); }

Json measures(const MeasurePlan& plan) {
  Json out;
  out["years"] = Json::array();
  for (const MeasureYear& year : plan.years)
    out["years"].push_back({{"year", year.year},
                            {"measures", ids(plan, year.begins)},
                            {"cost", whole(year.cost_eur)},
                            {"others", whole(year.others_eur)},
                            {"budget", whole(year.budget_eur)},
                            {"kept", whole(year.kept_eur)},
                            {"gap", whole(year.gap_eur)},
                            {"saved_h", number(year.saved)}});
  out["rule"] = plan.rule;
  out["value"] = number(plan.value.value);
  out["value_se"] = number(plan.value.standard_error, 3);
  out["surrogate"] = number(plan.surrogate);
  out["bound"] = number(plan.bound);
  out["gap"] = number(plan.gap, 4);
  out["status"] = plan.status;
  out["proof_of"] = "surrogate";
  out["surrogate_of_plan"] = number(plan.surrogate_of_plan);
  out["minimum"] = number(plan.minimum, 4);
  out["below_minimum"] = number(plan.below_minimum, 4);
  out["tail_replicas"] = plan.tail_replicas;
  out["cost"] = whole(plan.cost_eur);
  out["worth"] = worth(plan.worth);
  out["break_even_per_year"] = plan.break_even ? number(*plan.break_even, 4) : Json(nullptr);
  out["euro_per_person_hour"] = number(plan.euro_per_hour);
  out["key"] = plan.key;
  out["direct"] = plan.direct;
  out["carry_over"] = plan.carry_over;
  out["replicas"] = plan.replicas;
  out["payers"] = Json::array();
  for (const PayerFinding& row : plan.payers) out["payers"].push_back(payer(row));
  out["hazards"] = Json::array();
  for (const MeasureHazard& row : plan.hazards)
    out["hazards"].push_back({{"id", row.id},
                              {"name", name(row.name)},
                              {"weight", number(row.weight, 4)},
                              {"model", row.full_model ? "full" : "core"},
                              {"borne_h", number(row.borne)},
                              {"borne_tail_h", number(row.borne_tail)},
                              {"borne_gaps", number(row.borne_gaps)},
                              {"saved_h", number(row.saved)}});
  out["weights"] = Json::object();
  for (const auto& [need, weight] : plan.weights) out["weights"][need] = number(weight);
  out["municipalities"] = Json::array();
  for (const MunicipalityWorth& row : plan.municipalities)
    out["municipalities"].push_back({{"id", row.id},
                                     {"name", row.name},
                                     {"borne_h", number(row.borne)},
                                     {"saved_h", number(row.saved)},
                                     {"asked", whole(row.asked_eur)},
                                     {"saved_by_year_h", numbers(row.saved_by_year)},
                                     {"key_share", number(row.key_share, 4)},
                                     {"direct", whole(row.direct_eur)},
                                     {"own", whole(row.own_eur)}});
  out["rules"] = Json::array();
  for (const RuleFinding& row : plan.rules) {
    Json own{{"rule", row.rule}, {"worth", worth(row.worth)}, {"cost", whole(row.cost_eur)}};
    own["measures"] = ids(plan, row.measures);
    own["regret"] = Json::array();
    for (const double part : row.regret) own["regret"].push_back(number(part, 4));
    own["regret_money"] = Json::object();
    for (std::size_t c = 0; c < row.regret_money.size() && c < plan.scenarios.size(); ++c)
      own["regret_money"][plan.scenarios[c].id] = number(row.regret_money[c], 4);
    own["largest_regret"] = measured(row.largest_regret);
    out["rules"].push_back(std::move(own));
  }
  out["front"] = Json::array();
  for (const FrontPoint& row : plan.front)
    out["front"].push_back({{"share", number(row.share)},
                            {"budget", whole(row.budget_eur)},
                            {"cost", whole(row.cost_eur)},
                            {"value", number(row.saved)},
                            {"surrogate", number(row.surrogate)},
                            {"measures", row.measures},
                            {"worth", worth(row.worth)},
                            {"most",
                             {{"unmet_h", number(row.most_unmet)},
                              {"tail_h", number(row.most_tail)},
                              {"gaps", number(row.most_gaps)},
                              {"worst_municipality_share", number(row.most_worst, 4)}}}});
  out["one_by_one"] = plan.one_by_one ? Json{{"order", ids(plan, plan.one_by_one->order)},
                                             {"value", number(plan.one_by_one->value)},
                                             {"valued", plan.one_by_one->valued}}
                                      : Json(nullptr);
  out["next_1000_euro"] = Json::array();
  for (const double value : plan.next_euro) out["next_1000_euro"].push_back(number(value));
  out["scenarios"] = Json::array();
  for (const BudgetScenario& row : plan.scenarios) {
    Json own{{"id", row.id},
             {"value", number(row.saved)},
             {"surrogate", number(row.surrogate)},
             {"first_year", ids(plan, row.first)}};
    own["budget"] = Json::array();
    for (const double amount : row.budget_eur) own["budget"].push_back(whole(amount));
    own["value_after_first_year"] = row.after_now ? number(*row.after_now) : Json(nullptr);
    own["worth_after_first_year"] = row.after_now ? worth(row.worth_after) : Json(nullptr);
    own["lost"] = ids(plan, row.lost);
    own["later"] = ids(plan, row.later);
    own["dropped"] = ids(plan, row.dropped);
    own["instead"] = ids(plan, row.instead);
    own["municipality_saved_h"] = numbers(row.municipality);
    out["scenarios"].push_back(std::move(own));
  }
  out["keep_first"] = ids(plan, plan.keep_first);
  out["keep_regret"] = number(plan.keep_regret, 4);
  out["measures"] = Json::array();
  for (const MeasureFinding& row : plan.measures) out["measures"].push_back(measure(row));
  return out;
}

}  // namespace veer::report::json_parts

namespace veer::report {

std::string measures_json(const MeasurePlan& plan, double seconds) {
  json_parts::Json out = json_parts::measures(plan);
  out["seconds"] = json_parts::number(seconds);
  return out.dump(2, ' ', false, json_parts::Json::error_handler_t::replace) + "\n";
}

std::string account_json(const MeasureAccount& value, double seconds) {
  json_parts::Json out = json_parts::account(value);
  out["seconds"] = json_parts::number(seconds);
  return out.dump(2, ' ', false, json_parts::Json::error_handler_t::replace) + "\n";
}

}  // namespace veer::report
