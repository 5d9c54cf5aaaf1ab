#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/ogc_collections.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t usual_limit = 100;
constexpr std::size_t most_features = 10'000;
constexpr const char* geojson_media = "application/geo+json";

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Where this API stands, as the other side calls it.
std::string base_of(const Request& request) {
  const std::string scheme = request.header("x-forwarded-proto") == "https" ? "https" : "http";
  return scheme + "://" + std::string(request.header("host")) + "/ogc/v1";
}

Json link(const std::string& href, const char* rel, const char* type, const std::string& title = "") {
  Json out{{"href", href}, {"rel", rel}, {"type", type}};
  if (!title.empty()) out["title"] = title;
  return out;
}

/// f=json is how some clients say what we do anyway.
tl::expected<void, Refusal> plain_query(Query& query) {
  const auto form = query.one_of("f", {"json"});
  static_cast<void>(form);
  return checked(query);
}

Reply landing(const Services&, const Call& call, const Speech& say) {
  Query query(call.target, say);
  if (auto wrong = plain_query(query); !wrong) return refuse(wrong.error());
  const std::string base = base_of(call.request);
  return json_answer(text({{"title", say("server.ogc.title")},
                           {"description", say("server.ogc.about")},
                           {"links",
                            {link(base, "self", "application/json"),
                             link(base + "/api", "service-desc", "application/vnd.oai.openapi+json;version=3.0"),
                             link(base + "/conformance", "conformance", "application/json"),
                             link(base + "/collections", "data", "application/json")}}}));
}

Reply conformance(const Services&, const Call& call, const Speech& say) {
  Query query(call.target, say);
  if (auto wrong = plain_query(query); !wrong) return refuse(wrong.error());
  Json classes = Json::array();
  for (const char* const name : {"ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/geojson",
                                 "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-2/1.0/conf/crs"})
    classes.push_back(std::string("http://www.opengis.net/spec/") + name);
  return json_answer(text({{"conformsTo", std::move(classes)}}));
}

Json crs_list() { return Json::array({uri_of(Crs::crs84), uri_of(Crs::rd)}); }

Json collection_json(const Collection& collection, const std::string& base) {
  const std::string self = base + "/collections/" + encoded(collection.id);
  Json out{{"id", collection.id},
           {"title", collection.title},
           {"description", collection.description},
           {"itemType", "feature"},
           {"crs", crs_list()},
           {"storageCrs", uri_of(Crs::crs84)},
           {"links",
            {link(self, "self", "application/json"), link(self + "/items", "items", geojson_media, collection.title)}}};
  if (const auto box = extent_of(collection))
    out["extent"]["spatial"] = {{"bbox", Json::array({Json::array({box->west, box->south, box->east, box->north})})},
                                {"crs", uri_of(Crs::crs84)}};
  return out;
}

Reply list_collections(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  if (auto wrong = plain_query(query); !wrong) return refuse(wrong.error());
  const std::string base = base_of(call.request);
  Json list = Json::array();
  for (const Collection& collection : collections_of(services, say)) list.push_back(collection_json(collection, base));
  return json_answer(text({{"links", {link(base + "/collections", "self", "application/json")}},
                           {"crs", crs_list()},
                           {"collections", std::move(list)}}));
}

tl::expected<Collection, Refusal> collection_in(const Services& services, const Call& call, const Speech& say) {
  const std::string& id = call.path.at("collectionId");
  for (Collection& collection : collections_of(services, say))
    if (collection.id == id) return std::move(collection);
  return refuse(not_found(say, say("server.ogc.no_collection", {id})));
}

Reply read_collection(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  if (auto wrong = plain_query(query); !wrong) return refuse(wrong.error());
  const auto collection = collection_in(services, call, say);
  if (!collection) return refuse(collection.error());
  return json_answer(text(collection_json(*collection, base_of(call.request))));
}

Crs crs_in(Query& query, const char* name, const Speech& say) {
  const auto uri = query.text(name);
  if (!uri) return Crs::crs84;
  const auto crs = parse_crs(*uri);
  if (!crs)
    query.wrong(name, say("server.ogc.crs", {std::string(uri_of(Crs::crs84)), std::string(uri_of(Crs::rd)), *uri}));
  return crs.value_or(Crs::crs84);
}

/// The parameters of a page of features.
FeatureWish wish_in(Query& query, const Collection& collection, const Speech& say) {
  FeatureWish wish;
  const auto form = query.one_of("f", {"json"});
  static_cast<void>(form);
  wish.crs = crs_in(query, "crs", say);
  const Crs box_crs = crs_in(query, "bbox-crs", say);
  if (const auto box = query.text("bbox")) {
    wish.box = parse_box(*box, box_crs);
    if (!wish.box) query.wrong("bbox", say("server.ogc.bbox", {*box}));
  }
  if (const auto period = query.text("datetime")) {
    wish.period = parse_period(*period);
    if (!wish.period) query.wrong("datetime", say("server.ogc.datetime", {*period}));
  }
  if (collection.what == Collection::What::results) wish.run = query.text_or("doorrekening", "");
  constexpr std::int64_t furthest = 100'000'000;
  // A limit above the most is not an error (part 1, 7.15.2): the answer simply holds fewer.
  const auto limit = query.number("limit", 1, furthest).value_or(static_cast<std::int64_t>(usual_limit));
  wish.limit = std::min(static_cast<std::size_t>(limit), most_features);
  wish.offset = static_cast<std::size_t>(query.number("offset", 0, furthest).value_or(0));
  return wish;
}

/// The address of another page: the same query with another offset.
std::string page_address(const Call& call, const std::string& self, std::size_t offset, std::size_t limit) {
  std::string out = self + "?";
  for (const auto& [name, value] : call.target.query)
    if (name != "offset" && name != "limit") out += encoded(name) + "=" + encoded(value) + "&";
  return out + "limit=" + std::to_string(limit) + "&offset=" + std::to_string(offset);
}

Response features_answer(std::string body, Crs crs) {
  Response out = json_answer(std::move(body));
  out.media = geojson_media;
  out.with("Content-Crs", "<" + std::string(uri_of(crs)) + ">");
  return out;
}

Reply list_items(const Services& services, const Call& call, const Speech& say) {
  const auto collection = collection_in(services, call, say);
  if (!collection) return refuse(collection.error());
  Query query(call.target, say);
  const FeatureWish wish = wish_in(query, *collection, say);
  TRY_QUERY(query);
  TRY(const Features found, features_of(services, *collection, wish));
  const std::string base = base_of(call.request);
  const std::string self = base + "/collections/" + encoded(collection->id) + "/items";
  Json links{link(page_address(call, self, wish.offset, wish.limit), "self", geojson_media),
             link(base + "/collections/" + encoded(collection->id), "collection", "application/json")};
  if (wish.offset + found.texts.size() < found.matched && !found.texts.empty())
    links.push_back(
        link(page_address(call, self, wish.offset + found.texts.size(), wish.limit), "next", geojson_media));
  if (wish.offset > 0)
    links.push_back(link(page_address(call, self, wish.offset - std::min(wish.offset, wish.limit), wish.limit), "prev",
                         geojson_media));
  std::string features;
  for (const std::string& one : found.texts) features += (features.empty() ? "" : ",\n") + one;
  return features_answer(R"({"type":"FeatureCollection","timeStamp":")" + services.now() + R"(","numberMatched":)" +
                             std::to_string(found.matched) + R"(,"numberReturned":)" +
                             std::to_string(found.texts.size()) + R"(,"links":)" + text(links) + R"(,"features":[)" +
                             "\n" + features + "]}",
                         wish.crs);
}

Reply read_item(const Services& services, const Call& call, const Speech& say) {
  const auto collection = collection_in(services, call, say);
  if (!collection) return refuse(collection.error());
  Query query(call.target, say);
  FeatureWish wish;
  const auto form = query.one_of("f", {"json"});
  static_cast<void>(form);
  wish.crs = crs_in(query, "crs", say);
  TRY_QUERY(query);
  const std::string& id = call.path.at("featureId");
  wish.id = id;
  wish.limit = 1;
  if (collection->what == Collection::What::results) wish.run = id.substr(0, id.find('.'));
  TRY(const Features found, features_of(services, *collection, wish));
  if (found.texts.empty()) return refuse(not_found(say, say("server.ogc.no_feature", {id, collection->id})));
  const std::string up = base_of(call.request) + "/collections/" + encoded(collection->id);
  const Json links{link(up + "/items/" + encoded(id), "self", geojson_media),
                   link(up, "collection", "application/json")};
  std::string one = found.texts.front();
  one.pop_back();
  return features_answer(one + R"(,"links":)" + text(links) + "}", wish.crs);
}

}  // namespace

void add_ogc(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/ogc/v1", landing);
  router.add("GET", "/ogc/v1/api", [&services](const Call&) {
    Response out = json_answer(services.openapi_ogc);
    out.media = "application/vnd.oai.openapi+json;version=3.0";
    out.with("Access-Control-Allow-Origin", "*");
    return out;
  });
  routes.add("GET", "/ogc/v1/conformance", conformance);
  routes.add("GET", "/ogc/v1/collections", list_collections);
  routes.add("GET", "/ogc/v1/collections/{collectionId}", read_collection);
  routes.add("GET", "/ogc/v1/collections/{collectionId}/items", list_items);
  routes.add("GET", "/ogc/v1/collections/{collectionId}/items/{featureId}", read_item);
}

}  // namespace veer::server
