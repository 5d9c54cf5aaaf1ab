#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "server/api.hpp"
#include "server/change_input.hpp"
#include "server/run_request.hpp"
#include "server/writing.hpp"
#include "study/evidence.hpp"
#include "study/hazard_story.hpp"
#include "study/study.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

const char* confidence_text(region::Confidence confidence) {
  static constexpr std::array<const char*, region::confidence_count> texts{"measured", "register", "published",
                                                                           "estimate", "assumption"};
  return texts[static_cast<std::size_t>(confidence)];
}

Json name_json(const std::string& dutch, const std::string& english) { return {{"nl", dutch}, {"en", english}}; }

Json names_json(const std::vector<report::Name>& names) {
  Json out = Json::array();
  for (const report::Name& name : names) out.push_back(name_json(name.nl, name.en));
  return out;
}

/// What can be said of a hazard without telling its story.
Json head_json(const region::Hazard& hazard, const region::Tables& tables) {
  return {{"id", hazard.id},
          {"naam", name_json(hazard.name_nl, hazard.name_en)},
          {"familie", hazard.family},
          {"start", hazard.start},
          {"seizoen", hazard.season},
          {"duurUren", longest_hit_h(tables, hazard.id)},
          {"horizonUren", hazard.horizon_h},
          {"zekerheid", confidence_text(hazard.provenance.confidence)}};
}

Reply list_hazards(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const Snapshot& snapshot = **region;
  Json rows = Json::array();
  for (const region::Hazard& hazard : snapshot.region.hazards)
    rows.push_back(head_json(hazard, snapshot.package.tables));
  return json_answer(text({{"dreigingen", std::move(rows)}}));
}

/// What the checks say against the tables that make a hazard.
Json warnings_json(const std::vector<FieldProblem>& warnings) {
  Json out = Json::array();
  for (const FieldProblem& warning : warnings)
    if (warning.table == "hazards" || warning.table == "shocks")
      out.push_back(
          {{"tabel", warning.table}, {"rij", warning.row}, {"kolom", warning.column}, {"tekst", warning.reason}});
  return out;
}

/// A hazard told in sentences, in both languages.
Json story_json(const region::Region& region, const region::Tables& tables, region::HazardId id, const Texts& texts,
                const std::vector<FieldProblem>& warnings) {
  const region::Hazard& hazard = region.hazards[id.index()];
  const study::HazardStory story = study::story_of(region, id, texts);
  Json out = head_json(hazard, tables);
  Json parts = Json::array();
  for (const region::HazardPart& part : hazard.parts)
    parts.push_back({{"dreiging", region.hazards[part.hazard.index()].id}, {"vanafUur", part.offset_h}});
  out["onderdelen"] = std::move(parts);
  out["zinnen"] = names_json(story.sentences);
  out["zinnenOnderdelen"] = names_json(story.parts);
  out["kernmodel"] = story.core;
  out["model"] = name_json(story.model.nl, story.model.en);
  out["bronnen"] = story.sources;
  out["waarschuwingen"] = warnings_json(warnings);
  return out;
}

Reply read_hazard(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const Snapshot& snapshot = **region;
  TRY(const region::HazardId id, study::find_hazard(snapshot.region, call.path.at("dreigingId")));
  TRY(const Checked checked, check(snapshot.state, {}, {}, say));
  return json_answer(text(story_json(snapshot.region, snapshot.package.tables, id, services.texts, checked.warnings)));
}

/// Rows that are not stored, told as if they were: what somebody is making, with all that is wrong with it.
Reply explain_draft(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  std::vector<FieldProblem> problems;
  const ChangeInput input = parse_change_input(call.request.body, say, problems);
  constexpr std::size_t deepest = 8;
  const Json body = formats::json_nesting_within(call.request.body, deepest)
                        ? Json::parse(call.request.body, nullptr, false)
                        : Json(Json::value_t::discarded);
  std::string wanted;
  if (body.is_object()) {
    for (const auto& [name, value] : body.items())
      if (name != "dreiging" && name != "put" && name != "remove")
        problems.push_back({name, say("server.input.unknown")});
    const auto found = body.find("dreiging");
    if (found != body.end() && found->is_string()) wanted = found->get<std::string>();
    if (wanted.empty()) problems.push_back({"dreiging", say("server.input.word")});
  }
  const auto operations = resolve(input, (*region)->state, say, problems);
  std::optional<Checked> checked;
  if (problems.empty()) {
    TRY(checked, check((*region)->state, operations, input, say));
    for (FieldProblem& error : checked->errors) problems.push_back(std::move(error));
  }
  if (problems.empty() && !checked->built.region->find_hazard(wanted))
    problems.push_back({"dreiging", say("server.input.no_row", {"hazards", wanted})});
  if (!problems.empty())
    return refuse(Problem{400, say("server.hazard.wrong"), say("server.query.wrong", {std::to_string(problems.size())}),
                          std::move(problems)});
  const region::Region& made = *checked->built.region;
  return json_answer(text(
      story_json(made, checked->built.package.tables, *made.find_hazard(wanted), services.texts, checked->warnings)));
}

/// The words that a shock may aim at, each with how many assets that takes; in the order of their tables.
Reply list_targets(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto found = region_of(services, call, say);
  if (!found) return refuse(found.error());
  const region::Region& region = (*found)->region;
  std::map<std::string, std::size_t> kinds;
  std::vector<std::size_t> of_service(region.services.size(), 0);
  std::vector<std::size_t> of_owner(region.organisations.size(), 0);
  std::vector<std::size_t> in_place(region.organisations.size(), 0);
  for (const region::Asset& asset : region.assets) {
    ++kinds[asset.kind];
    if (asset.service.valid()) ++of_service[asset.service.index()];
    if (asset.organisation.valid()) ++of_owner[asset.organisation.index()];
    if (asset.municipality.valid()) ++in_place[asset.municipality.index()];
  }
  Json rows = Json::array();
  const auto add = [&](const char* key, const std::string& value, const std::string& dutch, const std::string& english,
                       std::size_t count) {
    if (count > 0)
      rows.push_back({{"sleutel", key}, {"waarde", value}, {"naam", name_json(dutch, english)}, {"aantal", count}});
  };
  for (const auto& [kind, count] : kinds) {
    std::string english = kind;
    std::replace(english.begin(), english.end(), '_', ' ');
    // The region's own word for a kind stands with its restart time.
    const auto id = region.find_parameter(kind + ".restart");
    add("kind", kind, id.valid() ? region.parameters[id.index()].subject : english, english, count);
  }
  for (std::size_t s = 0; s < of_service.size(); ++s)
    add("service", region.services[s].id, region.services[s].name_nl, region.services[s].name_en, of_service[s]);
  for (std::size_t o = 0; o < in_place.size(); ++o)
    add("municipality", region.organisations[o].id, region.organisations[o].name, region.organisations[o].name,
        in_place[o]);
  for (std::size_t o = 0; o < of_owner.size(); ++o)
    add("organisation", region.organisations[o].id, region.organisations[o].name, region.organisations[o].name,
        of_owner[o]);
  return json_answer(text({{"doelen", std::move(rows)}}));
}

/// Its source; of a figure without one that it is an assumption, and why this value.
std::string source_of(const study::EvidenceRow& row, const Speech& say) {
  if (!row.source.empty()) return row.source;
  return row.reason.empty() ? say("server.evidence.assumed") : say("server.evidence.assumed.reason", {row.reason});
}

/// Every figure with what it rests on and where it is used: what `veer evidence` prints.
Reply list_evidence(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Json rows = Json::array();
  for (const study::EvidenceRow& row : study::evidence_rows(&(*region)->region)) {
    Json uses = Json::array();
    for (const evidence::Use& use : row.uses) uses.push_back({{"plaats", use.where}, {"rijen", use.rows}});
    rows.push_back({{"id", row.id},
                    {"onderwerp", row.subject},
                    {"naam", row.name},
                    {"laag", row.low},
                    {"gewoon", row.typical},
                    {"hoog", row.high},
                    {"eenheid", row.unit},
                    {"verdeling", row.distribution},
                    {"bron", source_of(row, say)},
                    {"bronAdres", row.source_url},
                    {"zekerheid", row.confidence},
                    {"aantalGebruikt", evidence::used_by(row.uses)},
                    {"gebruik", std::move(uses)}});
  }
  return json_answer(text({{"onderbouwingen", std::move(rows)}}));
}

}  // namespace

void add_hazards(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/regios/{regioId}/dreigingen", list_hazards);
  routes.add("GET", "/v1/regios/{regioId}/dreigingen/{dreigingId}", read_hazard);
  routes.add("POST", "/v1/regios/{regioId}/dreigingsverklaringen", explain_draft);
  routes.add("GET", "/v1/regios/{regioId}/doelen", list_targets);
  routes.add("GET", "/v1/regios/{regioId}/onderbouwingen", list_evidence);
}

}  // namespace veer::server
