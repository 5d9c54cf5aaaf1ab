#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "server/api.hpp"
#include "server/region_json.hpp"

namespace veer::server {

namespace {

Reply list(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  std::string rows;
  for (const auto& snapshot : services.regions.all()) rows += (rows.empty() ? "" : ",") + region_json(*snapshot);
  return json_answer("{\"regios\":[" + rows + "]}");
}

/// The regions in short, as they were told last: everybody asks for them first. Safe for many threads.
class Summaries {
 public:
  std::string of(const Snapshot& snapshot) {
    const std::pair state{snapshot.last.number, snapshot.version};
    {
      const std::scoped_lock lock(mutex_);
      if (const auto known = told_.find(snapshot.id); known != told_.end() && known->second.first == state)
        return known->second.second;
    }
    std::string text = region_json(snapshot);
    const std::scoped_lock lock(mutex_);
    told_[snapshot.id] = {state, text};
    return text;
  }

 private:
  using State = std::pair<std::uint64_t, std::string>;  ///< last change, content
  std::mutex mutex_;
  std::map<std::string, std::pair<State, std::string>> told_;
};

}  // namespace

void add_regions(Router& router, const Services& services) {
  const Routes routes(router, services);
  router.add("GET", "/v1/openapi.json", [&services](const Call&) {
    Response out = json_answer(services.openapi);
    out.with("Access-Control-Allow-Origin", "*");
    return out;
  });
  routes.add("GET", "/v1/regios", list);
  router.add(
      "GET", "/v1/regios/{regioId}",
      speaking(services,
               [&services, summaries = std::make_shared<Summaries>()](const Call& call, const Speech& say) -> Reply {
                 Query query(call.target, say);
                 TRY_QUERY(query);
                 auto region = region_of(services, call, say);
                 if (!region) return refuse(region.error());
                 return json_answer(summaries->of(**region));
               }));
}

}  // namespace veer::server
