#include "server/api.hpp"
#include "server/placements.hpp"
#include "server/writing.hpp"

namespace veer::server {

namespace {

Reply ask_placement(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  std::vector<FieldProblem> problems;
  const PlacementRequest request = parse_placement_request(call.request.body, say, problems);
  const auto region = services.regions.find(request.region);
  if (!region && !request.region.empty()) problems.push_back({"regio", say("server.region.unknown", {request.region})});
  if (region) check_placement_request(request, *region, say, problems);
  if (!problems.empty())
    return refuse(Problem{400, title_of(400, say), say("server.query.wrong", {std::to_string(problems.size())}), problems});
  TRY(const Placement placement, services.placements.ask(request, region));
  Response out = json_answer(placement_json(placement), placement.status == RunStatus::done ? 200 : 202);
  out.with("Location", "/v1/plaatsingen/" + placement.id);
  return out;
}

Reply read_placement(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const std::string& id = call.path.at("plaatsingId");
  TRY(const auto placement, services.placements.find(id));
  if (!placement) return refuse(not_found(say, say("server.placement.unknown", {id})));
  return json_answer(placement_json(*placement));
}

}  // namespace

void add_placements(Router& router, const Services& services) {
  const auto add = [&](const char* method, const char* path, Reply (*handler)(const Services&, const Call&, const Speech&)) {
    router.add(method, path, speaking(services, [&services, handler](const Call& call, const Speech& say) {
                 return handler(services, call, say);
               }));
  };
  add("POST", "/v1/plaatsingen", ask_placement);
  add("GET", "/v1/plaatsingen/{plaatsingId}", read_placement);
}

}  // namespace veer::server
