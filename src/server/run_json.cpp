#include "server/run_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "server/negotiation.hpp"
#include "server/result_parts.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double digits) { return std::round(value * digits) / digits; }
Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json seconds_left(const Run& run) { return run.seconds_left ? Json(rounded(*run.seconds_left, 10)) : Json(); }
Json seconds_taken(const Run& run) {
  return run.status == RunStatus::done && run.seconds > 0 ? Json(rounded(run.seconds, 1000)) : Json();
}
Json overlay_of(const RunRequest& request) {
  Json overlay = Json::parse(request.overlay, nullptr, false);
  if (!overlay.is_object()) overlay = Json::object();
  for (const char* const list : {"put", "remove"})
    if (!overlay.contains(list) || overlay[list].is_null()) overlay[list] = Json::array();
  return overlay;
}
double share(const Run& run) { return rounded(run.share, 1000); }

}  // namespace

std::string run_json(const Run& run, const std::string& figures) {
  const RunRequest& request = run.request;
  Json out{{"id", run.id},
           {"regio", request.region},
           {"naam", request.name},
           {"dreiging", request.hazard},
           {"seizoen", request.season ? Json(*request.season) : Json()},
           {"start", request.start ? Json(*request.start) : Json()},
           {"duurUren", request.duration_h ? Json(*request.duration_h) : Json()},
           {"herhalingen", request.replicas},
           {"aanpassing", overlay_of(request)},
           {"volledig", has_all_chapters(request)},
           {"regioVersie", run.region_version},
           {"regioWijziging", run.region_change},
           {"status", text_of(run.status)},
           {"deel", share(run)},
           {"resterendeSeconden", seconds_left(run)},
           {"aangemaaktTijdstip", run.created},
           {"gestartTijdstip", or_null(run.started)},
           {"afgerondTijdstip", or_null(run.finished)},
           {"rekenSeconden", seconds_taken(run)},
           {"bewaard", run.kept},
           {"uitGeheugen", run.from_cache},
           {"fout", run.failure.empty() ? Json() : Json::parse(run.failure, nullptr, false)},
           {"kerncijfers", figures.empty() ? Json() : Json::parse(figures, nullptr, false)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string progress_json(const Run& run) {
  return Json{{"status", text_of(run.status)}, {"deel", share(run)}, {"resterendeSeconden", seconds_left(run)}}.dump();
}

std::string placement_json(const Run& run, const std::string& outcome) {
  Json question = Json::parse(run.request.placement, nullptr, false);
  if (!question.is_object()) question = Json::object();
  const auto member = [&](const char* name, Json otherwise) {
    return question.contains(name) ? question[name] : otherwise;
  };
  const Json head{{"id", run.id},
                  {"regio", run.request.region},
                  {"naam", run.request.name},
                  {"seizoen", run.request.season ? Json(*run.request.season) : Json()},
                  {"lokaal", member("lokaal", Json())},
                  {"coordinerend", member("coordinerend", Json())},
                  {"doel", member("doel", "walk")},
                  {"verplicht", member("verplicht", Json::array())},
                  {"uitgesloten", member("uitgesloten", Json::array())},
                  {"regioVersie", run.region_version},
                  {"status", text_of(run.status)},
                  {"deel", share(run)},
                  {"resterendeSeconden", seconds_left(run)},
                  {"aangemaaktTijdstip", run.created},
                  {"gestartTijdstip", or_null(run.started)},
                  {"afgerondTijdstip", or_null(run.finished)},
                  {"fout", run.failure.empty() ? Json() : Json::parse(run.failure, nullptr, false)}};
  std::string out = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  out.pop_back();
  return out + ",\"uitkomst\":" + (outcome.empty() ? "null" : outcome) + "}";
}

std::string package_json(const Run& run, const std::string& outcome, const std::string& account) {
  const Json head{{"id", run.id},
                  {"regio", run.request.region},
                  {"naam", run.request.name},
                  {"herhalingen", run.request.replicas},
                  {"vraag", Json::parse(run.request.package, nullptr, false)},
                  {"aanpassing", overlay_of(run.request)},
                  {"regioVersie", run.region_version},
                  {"regioWijziging", run.region_change},
                  {"status", text_of(run.status)},
                  {"deel", share(run)},
                  {"resterendeSeconden", seconds_left(run)},
                  {"aangemaaktTijdstip", run.created},
                  {"gestartTijdstip", or_null(run.started)},
                  {"afgerondTijdstip", or_null(run.finished)},
                  {"rekenSeconden", seconds_taken(run)},
                  {"fout", run.failure.empty() ? Json() : Json::parse(run.failure, nullptr, false)}};
  std::string out = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  out.pop_back();
  return out + ",\"uitkomst\":" + (outcome.empty() ? "null" : outcome) +
         ",\"verantwoording\":" + (account.empty() ? "null" : account) + "}";
}

std::string comparison_json(const Run& run, const std::string& outcome) {
  const Json head{{"id", run.id},
                  {"regio", run.request.region},
                  {"naam", run.request.name},
                  {"herhalingen", run.request.replicas},
                  {"regioVersie", run.region_version},
                  {"status", text_of(run.status)},
                  {"deel", share(run)},
                  {"resterendeSeconden", seconds_left(run)},
                  {"aangemaaktTijdstip", run.created},
                  {"gestartTijdstip", or_null(run.started)},
                  {"afgerondTijdstip", or_null(run.finished)},
                  {"fout", run.failure.empty() ? Json() : Json::parse(run.failure, nullptr, false)}};
  std::string out = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  out.pop_back();
  return out + ",\"dreigingen\":" + (outcome.empty() ? "null" : outcome) + "}";
}

std::string plain_result(PartCache& parts, const Run& run, const std::string& name) {
  if (run.status != RunStatus::done) return {};
  const auto part = parts.find(run.key, name);
  return part && *part ? (*part)->plain : std::string();
}

std::string figures_of(PartCache& parts, const Run& run) { return plain_result(parts, run, part::figures); }

}  // namespace veer::server
