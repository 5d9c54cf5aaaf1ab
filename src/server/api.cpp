#include "server/api.hpp"

namespace veer::server {

Language language_of(const Request& request) {
  const std::string_view wanted = request.header("accept-language");
  return wanted.starts_with("en") ? Language::en : Language::nl;
}

Router::Route speaking(const Services& services, std::function<Reply(const Call&, const Speech&)> handler) {
  return [&services, handler = std::move(handler)](const Call& call) {
    const Speech say{services.texts, language_of(call.request)};
    Reply reply = handler(call, say);
    return reply ? *std::move(reply) : reply.error().answer(say);
  };
}

void Routes::add(const char* method, const std::string& path, Handler handler) const {
  const Services& services = services_;
  router_.add(method, path, speaking(services, [&services, handler](const Call& call, const Speech& say) {
                return handler(services, call, say);
              }));
}

Response json_answer(std::string json, int status) {
  Response out;
  out.status = status;
  out.media = "application/json";
  out.body = std::move(json);
  return out;
}

Problem not_found(const Speech& say, std::string detail) { return {404, title_of(404, say), std::move(detail)}; }

tl::expected<std::shared_ptr<const Snapshot>, Refusal> region_of(const Services& services, const Call& call,
                                                                 const Speech& say) {
  const std::string& id = call.path.at("regioId");
  if (auto found = services.regions.find(id)) return found;
  std::vector<std::string> ids;
  for (const auto& snapshot : services.regions.all()) ids.push_back(snapshot->id);
  const std::string near = nearest_word(id, ids);
  return refuse(
      not_found(say, near.empty() ? say("server.region.unknown", {id}) : say("server.region.near", {id, near})));
}

}  // namespace veer::server
