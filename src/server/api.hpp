#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "server/held_views.hpp"
#include "server/http.hpp"
#include "server/part_cache.hpp"
#include "server/problem.hpp"
#include "server/query.hpp"
#include "server/regions.hpp"
#include "server/router.hpp"
#include "server/runs.hpp"

namespace veer::server {

/// What the handlers work with; all of it outlives them.
struct Services {
  store::Store& store;
  Regions& regions;
  Runs& runs;
  PartCache& parts;
  HeldViews& held_views;
  const Texts& texts;
  std::function<std::string()> now;  ///< the instant, RFC 3339
  std::string openapi;               ///< schema/openapi.json
  std::string openapi_ogc;           ///< schema/openapi-ogc.json
};

/// Why a handler does not answer what was asked: an error, or a problem with its fields.
class Refusal {
 public:
  Refusal(Error error) : error_(std::move(error)) {}          // NOLINT(google-explicit-constructor): so that TRY works
  Refusal(Problem problem) : problem_(std::move(problem)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] Response answer(const Speech& say) const {
    return problem_ ? server::answer(*problem_) : server::answer(error_, say);
  }

 private:
  Error error_;
  std::optional<Problem> problem_;
};
using Reply = tl::expected<Response, Refusal>;
[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal refusal) {
  return tl::unexpected<Refusal>(std::move(refusal));
}

/// Nothing, or the problem that the query has.
[[nodiscard]] inline tl::expected<void, Refusal> checked(Query& query) {
  if (auto problem = query.done()) return refuse(*std::move(problem));
  return {};
}
/// `TRY_QUERY(query);` returns the problem with the parameters to the caller, if there is one.
#define TRY_QUERY(query)                                                               \
  do {                                                                                 \
    if (auto try_query = checked(query); !try_query) return refuse(try_query.error()); \
  } while (false)

/// Dutch, unless the other side would rather have English.
[[nodiscard]] Language language_of(const Request& request);

/// A route that speaks the language of the request and turns refusals into answers.
[[nodiscard]] Router::Route speaking(const Services& services,
                                     std::function<Reply(const Call& call, const Speech& say)> handler);

/// Adds the routes of one file of handlers. What it was made of outlives what it adds.
class Routes {
 public:
  using Handler = Reply (*)(const Services&, const Call&, const Speech&);
  Routes(Router& router, const Services& services) : router_(router), services_(services) {}
  /// @param path  with parameters in braces: /v1/regios/{regioId}
  void add(const char* method, const std::string& path, Handler handler) const;

 private:
  Router& router_;
  const Services& services_;
};

/// An answer in JSON. @param json  its text
[[nodiscard]] Response json_answer(std::string json, int status = 200);

/// The region of the path, or a refusal.
[[nodiscard]] tl::expected<std::shared_ptr<const Snapshot>, Refusal> region_of(const Services& services,
                                                                               const Call& call, const Speech& say);
[[nodiscard]] Problem not_found(const Speech& say, std::string detail);

// The handlers, a file for each.
void add_regions(Router& router, const Services& services);
void add_hazards(Router& router, const Services& services);
void add_preparedness(Router& router, const Services& services);
void add_tables(Router& router, const Services& services);
void add_changes(Router& router, const Services& services);
void add_exchange(Router& router, const Services& services);
void add_runs(Router& router, const Services& services);
void add_results(Router& router, const Services& services);
void add_ogc(Router& router, const Services& services);

}  // namespace veer::server
