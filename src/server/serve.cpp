#include "server/serve.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include "formats/files.hpp"
#include "importers/package/package.hpp"
#include "server/app.hpp"
#include "server/documents.hpp"
#include "server/instant.hpp"
#include "server/listener.hpp"
#include "server/web_build.hpp"
#include "store/data_lock.hpp"
#include "store/sqlite_store.hpp"

namespace veer::server {

namespace {

namespace fs = std::filesystem;

std::string now_text() {
  return format_instant(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

/// Texts that travel with a package: its licence and what it says of itself.
std::map<std::string, std::string> texts_beside(const fs::path& package) {
  constexpr std::size_t most_bytes = std::size_t{1} << 20U;
  std::map<std::string, std::string> out;
  for (const char* const name : {"LICENSE", "README.md"}) {
    const auto text = formats::read_file(package / name, most_bytes);
    if (text && is_utf8(*text)) out[name] = *text;
  }
  return out;
}

/// Imports the package when its region is new, or when it is to be updated.
Done bring_in(const ServeSettings& settings, App& app, const ServeNews& news) {
  if (settings.region.empty()) return {};
  Diagnostics notes;
  TRY(region::Tables tables, importers::read_package(settings.region, notes));
  const std::string id = tables.id;
  if (app.regions().find(id) && !settings.update) {
    news.tell({"server.kept", {id}});
    return {};
  }
  TRY(const auto head, app.regions().import({std::move(tables), texts_beside(settings.region)}, now_text(),
                                            "veer serve", settings.region.filename().string()));
  news.tell(head ? Message{"server.imported", {id, std::to_string(head->number)}} : Message{"server.same", {id}});
  return {};
}

/// On a loopback address only its own names lead here; on another any name may.
std::set<std::string> hosts_of(const ServeSettings& settings) {
  std::set<std::string> out(settings.allowed_hosts.begin(), settings.allowed_hosts.end());
  const bool loopback = settings.host == "127.0.0.1" || settings.host == "::1" || settings.host == "localhost";
  if (!loopback && out.empty()) return {};
  out.insert({"localhost", "127.0.0.1", "[::1]", settings.host});
  return out;
}

}  // namespace

Done serve(const ServeSettings& settings, const Texts& texts, std::ostream& log, const ServeNews& news,
           const std::function<bool()>& stop_asked) {
  TRY(const auto lock, store::DataLock::take(settings.data));
  TRY(const auto store, store::open_sqlite_store(settings.data));
  AppSettings app_settings;
  app_settings.web = settings.web;
  app_settings.openapi = std::string(documents::openapi);
  app_settings.openapi_ogc = std::string(documents::openapi_ogc);
  app_settings.contract = std::string(documents::contract);
  app_settings.program = settings.program;
  app_settings.version = settings.version;
  app_settings.security_contact = "mailto:contact@veerkracht.invalid";
  app_settings.hosts = hosts_of(settings);
  app_settings.runs.threads = settings.threads;
  app_settings.limit_reads = settings.host != "127.0.0.1" && settings.host != "::1" && settings.host != "localhost";
  App app(*store, texts, log, now_text, std::move(app_settings));
  TRY_DONE(app.start());
  TRY_DONE(bring_in(settings, app, news));
  if (web_build(settings.web, documents::contract) == WebBuild::other)
    news.tell({"server.web_other", {settings.web.string()}});
  Listener listener([&app](const Request& request) { return app.handle(request); }, {});
  listener.before_body([&app](const Request& head) { return app.before_body(head); });
  app.count_connections([&listener] { return listener.connections(); });
  TRY(const int port, listener.bind(settings.host, settings.port));
  const std::string shown_host = settings.host == "127.0.0.1" ? "localhost" : settings.host;
  news.ready("http://" + shown_host + ":" + std::to_string(port));
  app.log().info("started", {{"port", std::to_string(port)}, {"version", settings.version}});
  std::atomic<bool> ended{false};
  std::thread watch([&] {
    constexpr auto glance = std::chrono::milliseconds(100);
    while (!ended && !stop_asked()) std::this_thread::sleep_for(glance);
    app.stop();
    listener.stop();
  });
  listener.serve();
  ended = true;
  watch.join();
  app.log().info("stopped", {});
  return {};
}

}  // namespace veer::server
