#include "server/ogc_collections.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "server/negotiation.hpp"
#include "server/result_parts.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;
using What = Collection::What;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json pair(geo::LonLat place, Crs crs) {
  const Pair p = in_crs(place, crs);
  return Json::array({p[0], p[1]});
}

std::string point_text(geo::LonLat place, Crs crs) {
  return text({{"type", "Point"}, {"coordinates", pair(place, crs)}});
}

std::string outline_text(const geo::MultiPolygon& outline, Crs crs) {
  Json polygons = Json::array();
  for (const geo::Polygon& polygon : outline) {
    Json rings = Json::array();
    for (const geo::Ring& ring : polygon) {
      Json places = Json::array();
      for (const geo::LonLat place : ring) places.push_back(pair(place, crs));
      rings.push_back(std::move(places));
    }
    polygons.push_back(std::move(rings));
  }
  return text({{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}});
}

std::string feature(const std::string& id, const std::string& geometry, const Json& properties) {
  return R"({"type":"Feature","id":)" + text(Json(id)) + R"(,"geometry":)" + geometry + R"(,"properties":)" +
         text(properties) + "}";
}

std::string organisation(const region::Region& region, region::OrganisationId id) {
  return id.valid() ? region.organisations[id.index()].id : "";
}

/// Counts what fits and keeps the page.
class Gatherer {
 public:
  explicit Gatherer(const FeatureWish& wish) : wish_(wish) {}
  /// @param make  called only for what is on the page
  template <class Make>
  void add(const std::string& id, Make&& make) {
    if (wish_.id && *wish_.id != id) return;
    const std::size_t at = out_.matched++;
    if (at >= wish_.offset && at - wish_.offset < wish_.limit) out_.texts.push_back(make());
  }
  Features take() { return std::move(out_); }

 private:
  const FeatureWish& wish_;
  Features out_;
};

/// Areas with their outline; those without one have their centre as geometry.
bool area_in(const region::Area& area, const FeatureWish& wish) {
  if (!wish.box) return true;
  return area.outline.empty() ? holds(*wish.box, area.centre) : meets(*wish.box, area.outline);
}
std::string area_geometry(const region::Area& area, Crs crs) {
  return area.outline.empty() ? point_text(area.centre, crs) : outline_text(area.outline, crs);
}

Features areas(const region::Region& region, const FeatureWish& wish) {
  Gatherer gatherer(wish);
  for (const region::Area& area : region.areas) {
    if (!area_in(area, wish)) continue;
    gatherer.add(area.id, [&] {
      return feature(area.id, area_geometry(area, wish.crs),
                     {{"naam", area.name},
                      {"gemeente", organisation(region, area.municipality)},
                      {"inwoners", area.residents},
                      {"huishoudens", area.households},
                      {"bedrijven", area.businesses},
                      {"banen", area.jobs}});
    });
  }
  return gatherer.take();
}

constexpr const char* example = "voorbeeldgegevens – niet bevestigd";

Features assets(const region::Region& region, const FeatureWish& wish) {
  Gatherer gatherer(wish);
  for (const region::Asset& asset : region.assets) {
    if (wish.box && (!asset.place || !holds(*wish.box, *asset.place))) continue;
    gatherer.add(asset.id, [&] {
      return feature(asset.id, asset.place ? point_text(*asset.place, wish.crs) : "null",
                     {{"naam", asset.name},
                      {"soort", asset.kind},
                      {"dienst", region.services[asset.service.index()].id},
                      {"organisatie", organisation(region, asset.organisation)},
                      {"gemeente", organisation(region, asset.municipality)},
                      {"buitenDeRegio", asset.external},
                      {"bevestigd", asset.confirmed},
                      {"voorbehoud", asset.confirmed ? Json() : Json(example)}});
    });
  }
  return gatherer.take();
}

Features support_points(const region::Region& region, const FeatureWish& wish) {
  Gatherer gatherer(wish);
  for (const region::SupportPoint& point : region.support_points) {
    if (wish.box && !holds(*wish.box, point.place)) continue;
    gatherer.add(point.id, [&] {
      return feature(point.id, point_text(point.place, wish.crs),
                     {{"naam", point.name},
                      {"niveau", point.level == region::SupportLevel::local ? "local" : "coordinating"},
                      {"organisatie", organisation(region, point.organisation)},
                      {"gebied", point.area.valid() ? region.areas[point.area.index()].id : ""},
                      {"functies", point.functions},
                      {"bezoekersPerUur", point.capacity_per_h},
                      {"bevestigd", point.confirmed},
                      {"voorbehoud", point.confirmed ? Json() : Json(example)}});
    });
  }
  return gatherer.take();
}

/// What a run says of areas by hour: a series for each area and need.
struct Hourly {
  std::string run;
  Instant start;
  std::size_t hours = 0;
  std::vector<std::string> needs;
  std::map<std::string, std::map<std::string, Json>> series;  ///< need → area → hourly mean
};

Result<std::string> plain_part(const Services& services, const Run& run, const std::string& name) {
  TRY(const auto file, services.store.result(run.key, name));
  if (!file) return fail({ErrorKind::not_found, {"server.results.none", {name}}, {}, {}});
  return file->encoding.empty() ? file->bytes : gunzip(file->bytes).value_or("");
}

Result<std::shared_ptr<const Hourly>> read_hourly(const Services& services, const Run& run) {
  TRY(const std::string overview_text, plain_part(services, run, part::overview));
  const Json overview = Json::parse(overview_text);
  auto out = std::make_shared<Hourly>();
  out->run = run.id;
  out->start = parse_local_start(overview.at("run").at("start").get<std::string>()).value_or(Instant{});
  for (const Json& need : overview.at("needs")) {
    const std::string id = need.at("id");
    TRY(const std::string areas_text, plain_part(services, run, part::areas(id, "unmet")));
    const Json areas = Json::parse(areas_text);
    out->needs.push_back(id);
    out->hours = std::max(out->hours, areas.at("uren").get<std::size_t>());
    for (const Json& area : areas.at("gebieden"))
      out->series[id][area.at("id").get<std::string>()] = area.at("gemiddelde");
  }
  return std::shared_ptr<const Hourly>(std::move(out));
}

/// The hourly values of the run that is wanted; null: no run of this region is done. The last one is remembered.
Result<std::shared_ptr<const Hourly>> hourly(const Services& services, const Collection& collection,
                                             const FeatureWish& wish) {
  static std::mutex mutex;
  static std::string remembered_key;
  static std::shared_ptr<const Hourly> remembered;
  std::optional<Run> run;
  for (const Run& candidate : services.runs.list()) {
    const bool fits = candidate.status == RunStatus::done && kind_of(candidate.request) == RunKind::study &&
                      candidate.request.region == collection.region->id &&
                      (wish.run.empty() || wish.run == candidate.id);
    if (fits && !run) run = candidate;
  }
  if (!run && wish.run.empty()) return std::shared_ptr<const Hourly>();
  if (!run) return fail({ErrorKind::not_found, {"server.run.unknown", {wish.run}}, {}, {}});
  {
    const std::scoped_lock lock(mutex);
    if (remembered && remembered_key == run->key && remembered->run == run->id) return remembered;
  }
  TRY(auto found, read_hourly(services, *run));
  const std::scoped_lock lock(mutex);
  remembered_key = run->key;
  remembered = found;
  return found;
}

Result<Features> results(const Services& services, const Collection& collection, const FeatureWish& wish) {
  TRY(const auto values, hourly(services, collection, wish));
  Gatherer gatherer(wish);
  if (!values) return gatherer.take();
  std::map<std::string, std::string> geometry;  // an outline is written once, not once an hour
  std::vector<const region::Area*> inside;
  for (const region::Area& area : collection.region->region.areas)
    if (area_in(area, wish)) inside.push_back(&area);
  for (std::size_t hour = 0; hour < values->hours; ++hour) {
    const Instant moment = values->start + std::chrono::hours{hour};
    if (wish.period && !wish.period->holds(moment)) continue;
    for (const region::Area* const area : inside) {
      const std::string id = values->run + "." + area->id + "." + std::to_string(hour);
      gatherer.add(id, [&] {
        std::string& outline = geometry[area->id];
        if (outline.empty()) outline = area_geometry(*area, wish.crs);
        Json properties{{"doorrekening", values->run},
                        {"gebied", area->id},
                        {"naam", area->name},
                        {"gemeente", organisation(collection.region->region, area->municipality)},
                        {"inwoners", area->residents},
                        {"uur", hour},
                        {"tijdstip", format_instant(moment)}};
        for (const std::string& need : values->needs) {
          const auto& by_area = values->series.at(need);
          const auto found = by_area.find(area->id);
          properties["onvervuld_" + need] =
              found == by_area.end() || hour >= found->second.size() ? Json() : found->second[hour];
        }
        return feature(id, outline, properties);
      });
    }
  }
  return gatherer.take();
}

void widen(std::optional<Box>& box, geo::LonLat place) {
  if (!box) box = Box{place.lon, place.lat, place.lon, place.lat, Crs::crs84};
  box->west = std::min(box->west, place.lon);
  box->east = std::max(box->east, place.lon);
  box->south = std::min(box->south, place.lat);
  box->north = std::max(box->north, place.lat);
}

}  // namespace

std::vector<Collection> collections_of(const Services& services, const Speech& say) {
  const auto regions = services.regions.all();
  std::vector<Collection> out;
  for (const auto& region : regions) {
    const std::string prefix = regions.size() == 1 ? "" : region->id + ".";
    const auto add = [&](const char* id, What what) {
      out.push_back({prefix + id, say((std::string("server.ogc.") + id).c_str(), {region->region.title}),
                     say((std::string("server.ogc.") + id + ".about").c_str()), region, what});
    };
    add("gebieden", What::areas);
    add("objecten", What::assets);
    add("noodsteunpunten", What::support_points);
    add("uitkomsten", What::results);
  }
  return out;
}

std::optional<Box> extent_of(const Collection& collection) {
  const region::Region& region = collection.region->region;
  std::optional<Box> box;
  if (collection.what == What::assets) {
    for (const region::Asset& asset : region.assets)
      if (asset.place) widen(box, *asset.place);
    return box;
  }
  if (collection.what == What::support_points) {
    for (const region::SupportPoint& point : region.support_points) widen(box, point.place);
    return box;
  }
  for (const region::Area& area : region.areas) {
    widen(box, area.centre);
    for (const geo::Polygon& polygon : area.outline)
      for (const geo::Ring& ring : polygon)
        for (const geo::LonLat place : ring) widen(box, place);
  }
  return box;
}

Result<Features> features_of(const Services& services, const Collection& collection, const FeatureWish& wish) {
  switch (collection.what) {
    case What::areas:
      return areas(collection.region->region, wish);
    case What::assets:
      return assets(collection.region->region, wish);
    case What::support_points:
      return support_points(collection.region->region, wish);
    case What::results:
      return results(services, collection, wish);
  }
  return Features{};
}

}  // namespace veer::server
