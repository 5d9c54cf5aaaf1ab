#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "formats/csv.hpp"
#include "formats/geojson.hpp"
#include "importers/survey/campaign.hpp"
#include "importers/survey/survey.hpp"
#include "region/cells.hpp"
#include "region/parameter.hpp"
#include "server/api.hpp"
#include "server/writing.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_file_name = 200;
constexpr double kit_h = 72;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Share of the households whose reserve lasts 72 hours.
Result<double> ready_share(const region::Parameter& row) {
  TRY(const auto hours, region::quantiles(row));
  const auto first = std::lower_bound(hours.begin(), hours.end(), kit_h);
  return static_cast<double>(hours.end() - first) / static_cast<double>(hours.size());
}

/// The reserves of a profile for daily needs; what groups have differently stands in the table of parameters.
Result<Json> reserves_json(const region::Region& region, const std::string& profile) {
  const std::string from = "reserve." + profile + ".";
  Json out = Json::array();
  for (const region::Parameter& row : region.parameters) {
    if (!row.id.starts_with(from)) continue;
    const auto need = region.find_service(row.id.substr(from.size()));
    if (!need) continue;
    const region::Service& service = region.services[need->index()];
    TRY(const double ready, ready_share(row));
    out.push_back({{"behoefte", service.id},
                   {"naam", {{"nl", service.name_nl}, {"en", service.name_en}}},
                   {"laag", row.low},
                   {"gewoon", row.typical},
                   {"hoog", row.high},
                   {"deel72uur", ready}});
  }
  return out;
}

Json figure_json(double low, double typical, double high, bool stored) {
  return {{"laag", low}, {"gewoon", typical}, {"hoog", high}, {"opgeslagen", stored}};
}

/// Which profile of preparedness holds in each area, and what it says.
Reply read_preparedness(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto found = region_of(services, call, say);
  if (!found) return refuse(found.error());
  const region::Region& region = (*found)->region;
  struct Sum {
    std::size_t areas = 0;
    std::int64_t residents = 0;
  };
  std::map<std::string, Sum> profiles;
  Json areas = Json::array();
  for (const region::Area& area : region.areas) {
    Sum& sum = profiles[area.preparedness];
    ++sum.areas;
    sum.residents += area.residents;
    areas.push_back(
        {{"id", area.id},
         {"naam", area.name},
         {"gemeente", area.municipality.valid() ? Json(region.organisations[area.municipality.index()].name) : Json()},
         {"inwoners", area.residents},
         {"profiel", area.preparedness}});
  }
  Json list = Json::array();
  for (const auto& [profile, sum] : profiles) {
    TRY(Json reserves, reserves_json(region, profile));
    list.push_back(
        {{"id", profile}, {"gebieden", sum.areas}, {"inwoners", sum.residents}, {"behoeften", std::move(reserves)}});
  }
  const auto correction = importers::survey_correction((*found)->package.tables);
  const auto uptake = importers::campaign_uptake(region);
  return json_answer(
      text({{"gebieden", std::move(areas)},
            {"profielen", std::move(list)},
            {"correctie", figure_json(correction.low, correction.typical, correction.high, correction.stored)},
            {"opkomst", figure_json(uptake.low, uptake.typical, uptake.high, uptake.stored)}}));
}

/// The change from what the region holds to these tables, stored or only checked; its answer stands in `told` as
/// `wijziging`.
Reply change_to(const Services& services, const std::shared_ptr<const Snapshot>& base, region::Tables tables,
                Author author, bool only_check, Json told, const Speech& say) {
  store::StoredPackage package{std::move(tables), base->package.files};
  TRY(const store::State after, store::to_state(package));
  store::Change change = store::change_between(base->state, after);
  Reply reply =
      store_change(services, {base, std::move(author), std::move(change.operations), {}, {}, only_check}, say);
  if (!reply) return reply;
  // The change first: it is what the address of the answer leads to.
  const std::string rest = text(told);
  reply->body = "{\"wijziging\":" + reply->body + "," + rest.substr(1);
  return reply;
}

/// Why a survey was refused, with its faults. A row is named by its line, as the reader of the file sees it.
Problem survey_problem(const Error& error, const Diagnostics& faults, const Speech& say) {
  Problem out = problem_of(error, say);
  for (const veer::Problem& fault : faults.problems())
    out.fields.push_back({fault.place.file, say(fault.message), "",
                          fault.place.row > 0 ? std::to_string(fault.place.row) : "", fault.place.column});
  if (const std::size_t more = faults.error_count() - faults.problems().size(); more > 0)
    out.detail += " " + say("server.survey.more", {std::to_string(faults.problems().size()), std::to_string(more)});
  return out;
}

/// A survey of residents as profiles of preparedness: what it would change, or the change itself.
Reply take_survey(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  const bool only_check = query.flag("controleer");
  const Author author{query.text_or("wie", only_check ? "-" : ""), query.text_or("notitie", "")};
  std::string file = query.text("bestand", longest_file_name).value_or("enquete.csv");
  importers::SurveySettings settings;
  if (const auto asked = query.text("correctie", 30)) {
    settings.correction = region::parse_number(*asked);
    if (!settings.correction || !(*settings.correction > 0 && *settings.correction <= 1))
      query.wrong("correctie", say("importers.survey.correction", {*asked}));
  }
  std::vector<FieldProblem> wrong;
  check_author(author, say, wrong);
  for (FieldProblem& problem : wrong) query.wrong(problem.name, std::move(problem.reason));
  TRY_QUERY(query);
  std::string media(call.request.header("content-type"));
  media = media.substr(0, media.find(';'));
  if (media != "text/csv")
    return refuse(Problem{415, title_of(415, say), say("server.input.media", {"text/csv", media})});
  TRY(const formats::Table survey, formats::parse_csv(call.request.body, "survey", std::move(file)));
  region::Tables tables = (*region)->package.tables;
  Diagnostics faults(importers::survey_faults_shown);
  const auto made = importers::import_survey(tables, survey, settings, faults);
  if (!made) return refuse(survey_problem(made.error(), faults, say));
  Json profiles = Json::array();
  for (const importers::SurveyProfile& profile : made->profiles)
    profiles.push_back({{"id", profile.id},
                        {"gebieden", profile.areas},
                        {"antwoorden", profile.answers},
                        {"waard", profile.effective},
                        {"behoeften", profile.needs}});
  return change_to(services, *region, std::move(tables), author, only_check,
                   {{"correctie", made->correction},
                    {"profielen", std::move(profiles)},
                    {"nietGevraagd", made->not_asked},
                    {"nietGelezen", made->unread}},
                   say);
}

/// A public campaign with one of three uptakes: what it would change, or the change itself.
Reply hold_campaign(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  const bool only_check = query.flag("controleer");
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  std::vector<FieldProblem> problems;
  const Author author = parse_author(call.request.body, {"wie", "notitie", "opkomst"}, say, problems);
  static const std::map<std::string, importers::Uptake> words{
      {"laag", importers::Uptake::low}, {"gewoon", importers::Uptake::typical}, {"hoog", importers::Uptake::high}};
  constexpr std::size_t deepest = 8;
  const Json body = formats::json_nesting_within(call.request.body, deepest)
                        ? Json::parse(call.request.body, nullptr, false)
                        : Json(Json::value_t::discarded);
  const std::string asked = body.is_object() && body.contains("opkomst") && body["opkomst"].is_string()
                                ? body["opkomst"].get<std::string>()
                                : "";
  const auto uptake = words.find(asked);
  if (body.is_object() && uptake == words.end())
    problems.push_back({"opkomst", say("server.query.word", {"laag, gewoon, hoog", asked})});
  if (!problems.empty())
    return refuse(Problem{400, say("server.change.wrong"),
                          say("server.change.wrong_detail", {std::to_string(problems.size())}), std::move(problems)});
  region::Tables tables = (*region)->package.tables;
  TRY(const importers::CampaignReport made, importers::apply_campaign(tables, uptake->second));
  return change_to(services, *region, std::move(tables), author, only_check,
                   {{"opkomst", made.uptake}, {"reserves", made.rows}, {"gebieden", made.areas}}, say);
}

}  // namespace

void add_preparedness(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/regios/{regioId}/voorbereidingen", read_preparedness);
  routes.add("POST", "/v1/regios/{regioId}/enquetes", take_survey);
  routes.add("POST", "/v1/regios/{regioId}/campagnes", hold_campaign);
}

}  // namespace veer::server
