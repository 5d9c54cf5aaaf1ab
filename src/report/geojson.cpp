#include "report/geojson.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/reading.hpp"

namespace veer::report {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) { return std::floor(value * steps + 0.5) / steps; }

/// Twice the signed area: positive when the ring runs counter-clockwise.
double turning(const geo::Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
  return sum;
}

Json coordinates(const geo::Ring& ring, bool outer) {
  Json out = Json::array();
  for (const geo::LonLat& point : ring) out.push_back(Json::array({rounded(point.lon, 1e5), rounded(point.lat, 1e5)}));
  if ((turning(ring) > 0) != outer) std::reverse(out.begin(), out.end());
  return out;
}

Json geometry(const geo::MultiPolygon& outline) {
  if (outline.empty()) return nullptr;
  Json polygons = Json::array();
  for (const geo::Polygon& polygon : outline) {
    Json rings = Json::array();
    for (std::size_t r = 0; r < polygon.size(); ++r) rings.push_back(coordinates(polygon[r], r == 0));
    polygons.push_back(std::move(rings));
  }
  return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

std::int64_t people(double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); }

void add_columns(Json& properties, const Findings& findings, const char* measure, const std::vector<Curve>& curves) {
  for (std::size_t n = 0; n < std::min(findings.needs.size(), curves.size()); ++n)
    for (const Moment& moment : findings.moments)
      properties[measure + ("_" + column_part(findings.needs[n].id)) + "_" + hour_suffix(moment.hour)] =
          people(value_at(curves[n].mean, moment.hour).value_or(0));
}

Json feature(const Findings& findings, const AreaFinding& area) {
  Json properties{{"id", area.id}, {"naam", area.name}};
  const bool known = area.municipality < findings.municipalities.size();
  properties["gemeente"] = known ? Json(findings.municipalities[area.municipality].name) : Json(nullptr);
  properties["inwoners"] = people(area.residents);
  for (const Moment& moment : findings.moments)
    properties["zwaarste_aandeel_" + hour_suffix(moment.hour)] = rounded(worst_need(area, moment.hour).share, 1e4);
  add_columns(properties, findings, "onvervuld", area.unmet);
  add_columns(properties, findings, "zonder", area.without);
  return {{"type", "Feature"},
          {"id", area.id},
          {"geometry", geometry(area.outline)},
          {"properties", std::move(properties)}};
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// What stands beside the features: foreign members, which RFC 7946 allows.
std::string members(const Findings& findings, Language language, const Texts& texts) {
  std::string out;
  const auto add = [&out](const char* key, const Json& value) {
    out += "\"" + std::string(key) + "\": " + dump(value) + ",\n";
  };
  add("title", in(findings.region_title, language) + ": " + in(findings.hazard, language));
  add("run_id", findings.run_id);
  add("marking", marking(findings, language, texts));
  add("description", texts.render("report.data.columns", language));
  Json needs = Json::object();
  for (const DailyNeed& need : findings.needs) needs[column_part(need.id)] = in(need.name, language);
  add("needs", needs);
  add("attribution", findings.attributions);
  return out;
}

Json feature(const SupportPlanFinding& plan, const SupportPointFinding& point, Language language, const Texts& texts) {
  Json properties{{"id", point.id},
                  {"naam", point.name},
                  {"soort", texts.render("report.support.level." + point.level, language)},
                  {"gemeente", point.municipality_name},
                  {"inwoners", people(point.residents)},
                  {"bezoekers_dag", people(point.visitors_per_day)},
                  {"looptijd_min", rounded(point.minutes_mean, 10)},
                  {"personeel", rounded(point.staff, 10)}};
  properties["plaats_uur"] = point.capacity_per_h > 0 ? Json(rounded(point.capacity_per_h, 10)) : Json(nullptr);
  properties["valt_onder"] = point.coordinator ? Json(plan.points[*point.coordinator].name) : Json(nullptr);
  properties["open_uren"] = point.open_h ? Json(rounded(point.open_h->mean, 10)) : Json(nullptr);
  properties["bevestigd"] = point.confirmed;
  const Json place{{"type", "Point"},
                   {"coordinates", Json::array({rounded(point.place->lon, 1e5), rounded(point.place->lat, 1e5)})}};
  return {{"type", "Feature"}, {"id", point.id}, {"geometry", place}, {"properties", std::move(properties)}};
}

}  // namespace

std::string support_points_geojson(const Findings& findings, Language language, const Texts& texts) {
  std::string out = "{\n\"type\": \"FeatureCollection\",\n\"marking\": " + dump(marking(findings, language, texts)) +
                    ",\n\"attribution\": " + dump(findings.attributions) + ",\n\"features\": [";
  bool first = true;
  if (findings.support_points)
    for (const SupportPointFinding& point : findings.support_points->points) {
      if (!point.place) continue;
      out += (first ? "\n" : ",\n") + dump(feature(*findings.support_points, point, language, texts));
      first = false;
    }
  return out + (first ? "]\n}\n" : "\n]\n}\n");
}

std::string results_geojson(const Findings& findings, Language language, const Texts& texts) {
  std::string out = "{\n\"type\": \"FeatureCollection\",\n" + members(findings, language, texts) + "\"features\": [";
  for (std::size_t i = 0; i < findings.areas.size(); ++i)
    out += (i == 0 ? "\n" : ",\n") + dump(feature(findings, findings.areas[i]));
  return out + (findings.areas.empty() ? "]\n}\n" : "\n]\n}\n");
}

}  // namespace veer::report
