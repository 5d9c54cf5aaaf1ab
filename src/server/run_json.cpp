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
Json failure_of(const Run& run) { return run.failure.empty() ? Json() : Json::parse(run.failure, nullptr, false); }

/// Whose it is: the first members of every kind of run.
Json begin_of(const Run& run) { return {{"id", run.id}, {"regio", run.request.region}, {"naam", run.request.name}}; }

/// How it stands, after what was asked.
void add_state(Json& out, const Run& run) {
  out["regioVersie"] = run.region_version;
  out["status"] = text_of(run.status);
  out["deel"] = share(run);
  out["resterendeSeconden"] = seconds_left(run);
  out["aangemaaktTijdstip"] = run.created;
  out["gestartTijdstip"] = or_null(run.started);
  out["afgerondTijdstip"] = or_null(run.finished);
  out["fout"] = failure_of(run);
}

std::string written(const Json& document) { return document.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The object with one more member, whose value is JSON text; "": null.
std::string with(std::string object, const char* name, const std::string& value) {
  object.pop_back();
  return object + ",\"" + name + "\":" + (value.empty() ? "null" : value) + "}";
}

}  // namespace

std::string run_json(const Run& run, const std::string& figures) {
  const RunRequest& request = run.request;
  Json out = begin_of(run);
  out["dreiging"] = request.hazard;
  out["seizoen"] = request.season ? Json(*request.season) : Json();
  out["start"] = request.start ? Json(*request.start) : Json();
  out["duurUren"] = request.duration_h ? Json(*request.duration_h) : Json();
  out["herhalingen"] = request.replicas;
  out["aanpassing"] = overlay_of(request);
  out["volledig"] = has_all_chapters(request);
  add_state(out, run);
  out["regioWijziging"] = run.region_change;
  out["rekenSeconden"] = seconds_taken(run);
  out["bewaard"] = run.kept;
  out["uitGeheugen"] = run.from_cache;
  out["kerncijfers"] = figures.empty() ? Json() : Json::parse(figures, nullptr, false);
  return written(out);
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
  Json out = begin_of(run);
  out["seizoen"] = run.request.season ? Json(*run.request.season) : Json();
  out["lokaal"] = member("lokaal", Json());
  out["coordinerend"] = member("coordinerend", Json());
  out["doel"] = member("doel", "walk");
  out["verplicht"] = member("verplicht", Json::array());
  out["uitgesloten"] = member("uitgesloten", Json::array());
  add_state(out, run);
  return with(written(out), "uitkomst", outcome);
}

std::string package_json(const Run& run, const std::string& outcome, const std::string& account) {
  Json out = begin_of(run);
  out["herhalingen"] = run.request.replicas;
  out["vraag"] = Json::parse(run.request.package, nullptr, false);
  out["aanpassing"] = overlay_of(run.request);
  add_state(out, run);
  out["regioWijziging"] = run.region_change;
  out["rekenSeconden"] = seconds_taken(run);
  return with(with(written(out), "uitkomst", outcome), "verantwoording", account);
}

std::string comparison_json(const Run& run, const std::string& outcome) {
  Json out = begin_of(run);
  out["herhalingen"] = run.request.replicas;
  add_state(out, run);
  return with(written(out), "dreigingen", outcome);
}

std::string plain_result(PartCache& parts, const Run& run, const std::string& name) {
  if (run.status != RunStatus::done) return {};
  const auto part = parts.find(run.key, name);
  return part && *part ? (*part)->plain : std::string();
}

std::string figures_of(PartCache& parts, const Run& run) { return plain_result(parts, run, part::figures); }

}  // namespace veer::server
