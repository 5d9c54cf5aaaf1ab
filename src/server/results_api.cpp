#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/group_parts.hpp"
#include "server/negotiation.hpp"
#include "server/result_parts.hpp"
#include "server/static_files.hpp"
#include "server/writing.hpp"
#include "study/explain.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

/// The run of the path, which must have results.
tl::expected<Run, Refusal> done_run(const Services& services, const Call& call, const Speech& say) {
  const std::string& id = call.path.at("doorrekeningId");
  auto run = services.runs.find(id);
  if (!run || kind_of(run->request) != RunKind::study) return refuse(not_found(say, say("server.run.unknown", {id})));
  if (run->status == RunStatus::done) return *std::move(run);
  return refuse(Problem{409, title_of(409, say), say("server.run.not_done", {id, text_of(run->status)})});
}

/// A part of the results; never null.
tl::expected<std::shared_ptr<const ReadyPart>, Refusal> part_of(const Services& services, const Run& run,
                                                                const std::string& name, const std::string& missing) {
  auto part = services.parts.find(run.key, name);
  if (!part) return refuse(part.error());
  if (*part) return *std::move(part);
  const Speech say{services.texts, Language::nl};
  return refuse(not_found(say, missing));
}

/// The part as the other side takes it; a range is of the plain bytes.
Response stored_answer(const Call& call, const ReadyPart& part) {
  Response out;
  out.media = part.media;
  const bool as_packed = !part.packed.empty() && call.request.header("range").empty() &&
                         accepts_gzip(call.request.header("accept-encoding"));
  out.body = as_packed ? part.packed : part.plain;
  if (as_packed) out.encoding = "gzip";
  out.with("ETag", part.etag);
  return out;
}

/// Answers one part, whose name may depend on the path and the query.
using PartName = std::string (*)(const Call& call, Query& query, const Speech& say);
Router::Route part_route(const Services& services, PartName name) {
  return speaking(services, [&services, name](const Call& call, const Speech& say) -> Reply {
    const auto run = done_run(services, call, say);
    if (!run) return refuse(run.error());
    Query query(call.target, say);
    const std::string wanted = name(call, query, say);
    TRY_QUERY(query);
    const auto part = part_of(services, *run, wanted, say("server.results.none", {wanted}));
    if (!part) return refuse(part.error());
    return stored_answer(call, **part);
  });
}

Reply list_assets(const Services& services, const Call& call, const Speech& say) {
  constexpr std::size_t most = 10'000;
  const auto run = done_run(services, call, say);
  if (!run) return refuse(run.error());
  Query query(call.target, say);
  const Page page = page_of(query, most, most);
  const auto service = query.text("dienst");
  const auto municipality = query.text("gemeente");
  const auto search = query.text("zoek", 200);
  TRY_QUERY(query);
  const auto part = part_of(services, *run, part::assets, say("server.results.none", {part::assets}));
  if (!part) return refuse(part.error());
  const Json all = Json::parse((*part)->plain, nullptr, false);
  const auto lower = [](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
  };
  Json found = Json::array();
  for (const Json& asset : all) {
    if (service && asset.at("service") != *service) continue;
    if (municipality && asset.at("municipality") != *municipality) continue;
    if (search &&
        lower(asset.at("name").get<std::string>() + " " + asset.at("id").get<std::string>()).find(lower(*search)) ==
            std::string::npos)
      continue;
    found.push_back(asset);
  }
  Json rows = Json::array();
  for (std::size_t r = page.begin(found.size()); r < page.end(found.size()); ++r) rows.push_back(std::move(found[r]));
  return json_answer("{\"objecten\":" + rows.dump() + ",\"paginering\":" + paging_json(page, found.size()) + "}");
}

/// A process. What stops it is worked out here where the run left it out.
Reply read_process(const Services& services, const Call& call, const Speech& say) {
  const auto run = done_run(services, call, say);
  if (!run) return refuse(run.error());
  Query query(call.target, say);
  TRY_QUERY(query);
  const std::string& id = call.path.at("procesId");
  const auto part = part_of(services, *run, part::process(id), say("server.results.none", {part::process(id)}));
  if (!part) return refuse(part.error());
  Json process = Json::parse((*part)->plain, nullptr, false);
  if (!process.is_object() || !process.at("heldView").is_null()) return stored_answer(call, **part);
  TRY(const std::string held, services.held_views.find(*run, id, say));
  process["heldView"] = Json::parse(held, nullptr, false);
  return json_answer(process.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Reply list_files(const Services& services, const Call& call, const Speech& say) {
  const auto run = done_run(services, call, say);
  if (!run) return refuse(run.error());
  Query query(call.target, say);
  TRY_QUERY(query);
  TRY(const auto names, services.store.result_names(run->key));
  Json files = Json::array();
  const std::string prefix = part::file("");
  for (const std::string& name : names) {
    const bool whole = name == part::whole;
    if (!whole && !name.starts_with(prefix)) continue;
    TRY(const auto part, services.parts.find(run->key, name));
    if (!part) continue;
    const std::string shown = whole ? name : name.substr(prefix.size());
    files.push_back({{"naam", shown}, {"mediatype", media_of(shown)}, {"bytes", part->plain.size()}});
  }
  return json_answer(Json{{"bestanden", std::move(files)}}.dump());
}

Reply read_file(const Services& services, const Call& call, const Speech& say) {
  const auto run = done_run(services, call, say);
  if (!run) return refuse(run.error());
  Query query(call.target, say);
  TRY_QUERY(query);
  const std::string& name = call.path.at("naam");
  const auto part =
      part_of(services, *run, name == part::whole ? name : part::file(name), say("server.results.no_file", {name}));
  if (!part) return refuse(part.error());
  Response out = stored_answer(call, **part);
  out.media = media_of(name);
  if (!name.ends_with(".html")) out.with("Content-Disposition", "attachment; filename=\"" + encoded(name) + "\"");
  return out;
}

Reply explain(const Services& services, const Call& call, const Speech& say) {
  constexpr std::int64_t most_replicas = 100'000;
  const auto run = done_run(services, call, say);
  if (!run) return refuse(run.error());
  Query query(call.target, say);
  std::string object = query.required("object");
  const auto language = query.one_of("taal", {"nl", "en"});
  const auto replica = query.number("herhaling", 0, most_replicas);
  TRY_QUERY(query);
  if (object.starts_with("assets/")) object = object.substr(7);
  const Speech spoken{say.texts, language == "en" ? Language::en : Language::nl};
  const auto number = static_cast<std::uint32_t>(replica.value_or(run->median_replica));
  TRY(const auto region, services.runs.world(*run, say));
  study::Options options;
  options.hazard = run->request.hazard;
  options.season = run->request.season;
  options.start = run->request.start;
  options.core_only = true;
  TRY(const study::Scenario scenario, study::prepare(*region, options));
  TRY(const auto story, study::explain(*region, scenario, number, object, spoken.texts, spoken.language));
  Json sentences = Json::array();
  for (const study::Sentence& sentence : story)
    sentences.push_back({{"diepte", sentence.depth}, {"tekst", sentence.text}});
  const auto asset = region->find_asset(object);
  const bool confirmed = asset && region->assets[asset->index()].confirmed;
  return json_answer(Json{{"object", object},
                          {"herhaling", number},
                          {"zinnen", std::move(sentences)},
                          {"voorbeeldgegevens", confirmed ? Json() : Json(spoken("server.example_data"))}}
                         .dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

void add_results(Router& router, const Services& services) {
  const std::string run = "/v1/doorrekeningen/{doorrekeningId}";
  const std::string results = run + "/uitkomsten";
  router.add("GET", results,
             part_route(services, [](const Call&, Query&, const Speech&) -> std::string { return part::whole; }));
  router.add("GET", results + "/overzicht",
             part_route(services, [](const Call&, Query&, const Speech&) -> std::string { return part::overview; }));
  router.add("GET", results + "/gebieden", part_route(services, [](const Call&, Query& query, const Speech& say) {
               const std::string need = query.required("behoefte");
               const std::string kind = query.one_of("soort", {"unmet", "without"}).value_or("unmet");
               const auto group = query.one_of("groep", {region::group_names.begin(), region::group_names.end()});
               if (group && kind != "unmet") query.wrong("groep", say("server.results.group_kind"));
               return group ? part::groups(need, *group) : part::areas(need, kind);
             }));
  router.add("GET", results + "/gebieden/{gebiedId}", part_route(services, [](const Call& call, Query&, const Speech&) {
               return part::area(call.path.at("gebiedId"));
             }));
  router.add("GET", results + "/objecten/{objectId}", part_route(services, [](const Call& call, Query&, const Speech&) {
               return part::asset(call.path.at("objectId"));
             }));
  router.add("GET", results + "/objectreeksen", part_route(services, [](const Call&, Query& query, const Speech&) {
               const std::string service = query.text_or("dienst", "");
               return std::string(part::asset_series) + (service.empty() ? "" : "/" + service);
             }));
  router.add(
      "GET", results + "/noodsteunpunten",
      part_route(services, [](const Call&, Query&, const Speech&) -> std::string { return part::support_points; }));
  router.add("GET", results + "/bereik",
             part_route(services, [](const Call&, Query&, const Speech&) -> std::string { return part::reach; }));
  router.add("GET", results + "/parameters",
             part_route(services, [](const Call&, Query&, const Speech&) -> std::string { return part::parameters; }));
  const Routes routes(router, services);
  routes.add("GET", results + "/objecten", list_assets);
  routes.add("GET", results + "/processen/{procesId}", read_process);
  routes.add("GET", run + "/bestanden", list_files);
  routes.add("GET", run + "/bestanden/{naam}", read_file);
  routes.add("GET", run + "/verklaringen", explain);
}

}  // namespace veer::server
