#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "server/held_views.hpp"
#include "server/http.hpp"
#include "server/log.hpp"
#include "server/metrics.hpp"
#include "server/part_cache.hpp"
#include "server/rate.hpp"
#include "server/router.hpp"
#include "server/runs.hpp"
#include "store/store.hpp"

namespace veer::server {

struct Services;
class StaticFiles;

struct AppSettings {
  std::filesystem::path web;     ///< folder of the built web application; empty or absent: there is none
  std::string openapi;           ///< schema/openapi.json
  std::string openapi_ogc;       ///< schema/openapi-ogc.json
  std::string contract;          ///< documents::contract; the web application compares its own
  std::string program;           ///< names what computes; part of the key of results
  std::string version;           ///< of the program
  std::string security_contact;  ///< for /.well-known/security.txt
  /// Names by which clients may call this machine, without port; empty: any. Against pages of elsewhere whose name is
  /// made to lead here (DNS rebinding).
  std::set<std::string> hosts;
  RunLimits runs;
  bool limit_reads = false;  ///< limit how often one client may read too; without it only writes
};

/// The server apart from its socket: from a request to an answer. Safe for many threads.
class App {
 public:
  /// @param log_to  where the log goes
  /// @param now  the instant now, RFC 3339 in UTC with milliseconds
  App(store::Store& store, const Texts& texts, std::ostream& log_to, std::string (*now)(), AppSettings settings);
  App(const App&) = delete;
  App& operator=(const App&) = delete;
  ~App();

  /// Checks the chains of the store, reads the regions and the runs, and begins to work.
  /// @errors as store::verify, Regions::load, Runs::start
  [[nodiscard]] Done start();
  void stop();

  [[nodiscard]] Regions& regions() { return regions_; }
  [[nodiscard]] Runs& runs() { return *runs_; }
  [[nodiscard]] Log& log() { return log_; }

  /// Answers a request; the method REFUSED asks for the words of a refusal of the layer below.
  [[nodiscard]] Response handle(const Request& request);
  /// What can be refused before the body is read; null: read on.
  [[nodiscard]] std::unique_ptr<Response> before_body(const Request& head);

  /// "GET /v1/regios", in order; everything but the files of the web application.
  [[nodiscard]] std::vector<std::string> routes() const { return router_.list(); }

  void count_connections(std::function<std::size_t()> connections) { connections_ = std::move(connections); }

 private:
  [[nodiscard]] Response route(const Request& request, std::string& pattern);
  [[nodiscard]] Response decorated(const Request& request, Response response) const;
  void add_own_routes();

  store::Store& store_;
  const Texts& texts_;
  std::string (*now_)();
  AppSettings settings_;
  Log log_;
  Metrics metrics_;
  Regions regions_;
  std::unique_ptr<Runs> runs_;
  PartCache parts_;
  HeldViews held_views_;
  std::unique_ptr<Services> services_;
  std::unique_ptr<StaticFiles> files_;
  Router router_;
  RateLimit writes_;
  RateLimit reads_;
  std::string api_version_;
  std::function<std::size_t()> connections_;
};

}  // namespace veer::server
