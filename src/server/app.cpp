#include "server/app.hpp"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/finish.hpp"
#include "server/instant.hpp"
#include "server/negotiation.hpp"
#include "server/static_files.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

constexpr double writes_per_second = 20;
constexpr double writes_at_once = 60;
constexpr double reads_per_second = 200;
constexpr double reads_at_once = 1000;
constexpr std::size_t most_json_bytes = std::size_t{8} << 20U;
constexpr std::size_t most_import_bytes = std::size_t{64} << 20U;

bool writes(const std::string& method) {
  return method == "POST" || method == "PATCH" || method == "PUT" || method == "DELETE";
}

/// The name in a Host header, without its port.
std::string host_of(std::string_view header) {
  const auto end = header.starts_with('[') ? header.find(']') : std::string_view::npos;
  if (end != std::string_view::npos) return std::string(header.substr(0, end + 1));
  return std::string(header.substr(0, header.find(':')));
}

bool is_api(const std::string& target) { return target.starts_with("/v1/") || target.starts_with("/ogc/"); }

std::string version_in(const std::string& openapi) {
  const Json document = Json::parse(openapi, nullptr, false);
  return document.is_object() ? document.value("/info/version"_json_pointer, std::string("0.0.0")) : "0.0.0";
}

}  // namespace

App::App(store::Store& store, const Texts& texts, std::ostream& log_to, std::string (*now)(), AppSettings settings)
    : store_(store),
      texts_(texts),
      now_(now),
      settings_(std::move(settings)),
      log_(log_to, now),
      regions_(store),
      runs_(std::make_unique<Runs>(store, regions_, texts, log_, settings_.program, settings_.runs, now)),
      parts_(store),
      held_views_(*runs_, texts),
      services_(std::make_unique<Services>(Services{store, regions_, *runs_, parts_, held_views_, texts, now,
                                                    settings_.openapi, settings_.openapi_ogc})),
      files_(std::make_unique<StaticFiles>(settings_.web)),
      writes_(writes_per_second, writes_at_once),
      reads_(reads_per_second, reads_at_once),
      api_version_(version_in(settings_.openapi)) {
  add_regions(router_, *services_);
  add_hazards(router_, *services_);
  add_preparedness(router_, *services_);
  add_tables(router_, *services_);
  add_changes(router_, *services_);
  add_exchange(router_, *services_);
  add_runs(router_, *services_);
  add_results(router_, *services_);
  add_ogc(router_, *services_);
  add_own_routes();
}

App::~App() = default;

Done App::start() {
  TRY(const std::uint64_t checked, store::verify(store_));
  log_.info("store checked", {{"changes", std::to_string(checked)}});
  TRY_DONE(regions_.load());
  return runs_->start();
}

void App::stop() { runs_->stop(); }

void App::add_own_routes() {
  router_.add("GET", "/gezondheid", [this](const Call&) {
    const auto regions = store_.regions();
    Json out{{"status", regions ? "gezond" : "ziek"}, {"versie", settings_.version},
             {"contract", settings_.contract},        {"regios", regions ? regions->size() : 0},
             {"doorrekeningBezig", runs_->busy()},    {"wachtend", runs_->waiting_count()}};
    return json_answer(out.dump(), regions ? 200 : 503);
  });
  router_.add("GET", "/metrics", [this](const Call&) {
    Response out;
    out.media = "text/plain; version=0.0.4; charset=utf-8";
    out.body = metrics_.text(
        {{"veer_runs_waiting", {"Studies in the queue.", static_cast<double>(runs_->waiting_count())}},
         {"veer_runs_busy", {"Studies that run.", runs_->busy() ? 1 : 0}},
         {"veer_connections", {"Open connections.", static_cast<double>(connections_ ? connections_() : 0)}}});
    return out;
  });
  router_.add("GET", "/.well-known/security.txt", [this](const Call&) {
    // RFC 9116: Expires must lie in the future, and less than a year is advised.
    const auto now = parse_instant(now_()).value_or(Instant{});
    const std::string expires = format_instant(now + std::chrono::days{180});
    Response out;
    out.media = "text/plain; charset=utf-8";
    out.body = "Contact: " + settings_.security_contact + "\nExpires: " + expires + "\nPreferred-Languages: nl, en\n";
    return out;
  });
}

std::unique_ptr<Response> App::before_body(const Request& head) {
  const Speech say{texts_, language_of(head)};
  const auto refused = [&](int status, const std::string& detail) {
    return std::make_unique<Response>(decorated(head, answer(Problem{status, title_of(status, say), detail})));
  };
  if (!settings_.hosts.empty() && !settings_.hosts.contains(host_of(head.header("host"))))
    return refused(421, say("server.host", {host_of(head.header("host"))}));
  if (settings_.limit_reads && !writes(head.method) && !reads_.take(head.client, std::chrono::steady_clock::now()))
    return refused(429, say("server.rate"));
  if (!writes(head.method)) return nullptr;
  // A page of elsewhere may send, but does not get past this: its origin is not this host.
  const std::string_view origin = head.header("origin");
  if (!origin.empty() &&
      origin.substr(origin.find("//") == std::string_view::npos ? 0 : origin.find("//") + 2) != head.header("host"))
    return refused(403, say("server.origin"));
  if (!writes_.take(head.client, std::chrono::steady_clock::now())) return refused(429, say("server.rate"));
  if (!head.header("content-encoding").empty()) return refused(415, say("server.input.encoding"));
  const std::string length(head.header("content-length"));
  const std::size_t most = head.target.find("/imports") != std::string::npos ? most_import_bytes : most_json_bytes;
  if (length.size() > 12 || (!length.empty() && std::strtoull(length.c_str(), nullptr, 10) > most))
    return refused(413, say("server.body", {std::to_string(most >> 20U)}));
  return nullptr;
}

Response App::route(const Request& request, std::string& pattern) {
  const Speech say{texts_, language_of(request)};
  if (request.method == "REFUSED") {
    const int status = std::atoi(std::string(request.header("x-veer-status")).c_str());
    return answer(Problem{status, title_of(status, say), title_of(status, say)});
  }
  const auto target = parse_target(request.target);
  if (!target) return answer(Problem{400, title_of(400, say), say("server.target")});
  const Router::Found found = router_.find(request.method, *target);
  const bool read = request.method == "GET" || request.method == "HEAD";
  if (found.route != nullptr && !target->trailing_slash) {
    pattern = found.pattern;
    return (*found.route)({request, *target, found.path});
  }
  if (found.route != nullptr || (is_api(request.target) && target->trailing_slash && !found.allowed.empty())) {
    // OWSLib asks for /ogc/v1/ with a slash; the design rules want none elsewhere.
    if (found.route != nullptr && target->segments.size() == 2 && target->segments.front() == "ogc") {
      pattern = found.pattern;
      return (*found.route)({request, *target, found.path});
    }
    return answer(not_found(say, say("server.slash")));
  }
  if (!found.allowed.empty()) {
    std::string allowed;
    for (const std::string& method : found.allowed) allowed += (allowed.empty() ? "" : ", ") + method;
    pattern = found.pattern;
    if (request.method == "OPTIONS") {
      Response out;
      out.status = 204;
      out.with("Allow", allowed);
      return out;
    }
    Response out = answer(Problem{405, title_of(405, say), say("server.method", {request.method, allowed})});
    out.with("Allow", allowed);
    return out;
  }
  if (read && !is_api(request.target) && target->segments != std::vector<std::string>{"v1"}) {
    pattern = "web";
    const bool packed = accepts_gzip(request.header("accept-encoding")) && request.header("range").empty();
    if (auto file = files_->find(target->segments, packed)) return *std::move(file);
    if (target->segments.empty()) {
      Response out;
      out.media = "text/html; charset=utf-8";
      out.body = say("server.no_web");
      return out;
    }
  }
  return answer(not_found(say, say("server.nothing")));
}

Response App::decorated(const Request& request, Response response) const {
  const bool behind_tls = request.header("x-forwarded-proto") == "https";
  Kind kind = response.media.starts_with("text/html") ? Kind::page : Kind::api;
  if (kind == Kind::page && is_api(request.target)) kind = Kind::report;
  if (!is_api(request.target) && response.media.starts_with("text/html") == false && response.status == 200 &&
      response.header("ETag") != "")
    kind = Kind::page;
  add_security_headers(kind, behind_tls, response);
  if (request.target.starts_with("/v1")) response.with("API-Version", api_version_);
  return finish(request, std::move(response));
}

Response App::handle(const Request& request) {
  const auto begin = std::chrono::steady_clock::now();
  std::string pattern = "-";
  Response response;
  try {
    response = route(request, pattern);
  } catch (const std::exception& error) {
    // What throws here is a mistake of ours; the other side learns only that it happened.
    const Speech say{texts_, language_of(request)};
    log_.warn("unexpected error", {{"route", pattern}, {"what", error.what()}});
    response = answer(Problem{500, title_of(500, say), say("server.unexpected")});
  }
  response = decorated(request, std::move(response));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const bool known =
      request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS" || writes(request.method);
  metrics_.count(known ? request.method : "other", pattern, response.status, seconds);
  constexpr double slow_s = 1;
  if (writes(request.method) || response.status >= 500 || seconds > slow_s)
    log_.info("request", {{"method", request.method},
                          {"route", pattern},
                          {"status", std::to_string(response.status)},
                          {"ms", std::to_string(static_cast<long>(1000 * seconds))}});
  return response;
}

}  // namespace veer::server
