#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "server/api.hpp"
#include "server/region_json.hpp"
#include "server/run_request.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

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

const char* confidence_text(region::Confidence confidence) {
  static constexpr std::array<const char*, region::confidence_count> texts{"measured", "register", "published",
                                                                           "estimate", "assumption"};
  return texts[static_cast<std::size_t>(confidence)];
}

Reply hazards(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const Snapshot& snapshot = **region;
  Json rows = Json::array();
  for (const region::Hazard& hazard : snapshot.region.hazards)
    rows.push_back({{"id", hazard.id},
                    {"naam", {{"nl", hazard.name_nl}, {"en", hazard.name_en}}},
                    {"start", hazard.start},
                    {"seizoen", hazard.season},
                    {"duurUren", longest_hit_h(snapshot.package.tables, hazard.id)},
                    {"horizonUren", hazard.horizon_h},
                    {"zekerheid", confidence_text(hazard.provenance.confidence)}});
  return json_answer(Json{{"dreigingen", std::move(rows)}}.dump());
}

}  // namespace

void add_regions(Router& router, const Services& services) {
  const auto add = [&](const char* path, Reply (*handler)(const Services&, const Call&, const Speech&)) {
    router.add("GET", path, speaking(services, [&services, handler](const Call& call, const Speech& say) {
                 return handler(services, call, say);
               }));
  };
  router.add("GET", "/v1/openapi.json", [&services](const Call&) {
    Response out = json_answer(services.openapi);
    out.with("Access-Control-Allow-Origin", "*");
    return out;
  });
  add("/v1/regios", list);
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
  add("/v1/regios/{regioId}/dreigingen", hazards);
}

}  // namespace veer::server
