#include "server/result_parts.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "server/negotiation.hpp"

namespace veer::server {

namespace part {

std::string areas(const std::string& need, const std::string& kind) { return "gebieden/" + kind + "/" + need; }
std::string area(const std::string& id) { return "gebied/" + id; }
std::string asset(const std::string& id) { return "object/" + (id.starts_with("assets/") ? id : "assets/" + id); }
std::string process(const std::string& id) { return "proces/" + id; }
std::string file(const std::string& name) { return "bestand/" + name; }

}  // namespace part

namespace {

using Json = nlohmann::ordered_json;

/// Makes the parts one by one. What is missing in the results throws inside the library, and is caught in cut_results.
class Cutter {
 public:
  explicit Cutter(const Json& results) : results_(results) {}

  std::vector<store::ResultFile> cut() {
    overview();
    areas();
    assets();
    processes();
    reach();
    add(part::parameters, Json{{"parameters", results_.at("parameters")}});
    if (results_.contains("support_points") && !results_.at("support_points").is_null())
      add(part::support_points, results_.at("support_points"));
    figures();
    return std::move(parts_);
  }

 private:
  void add(std::string name, const Json& value) {
    parts_.push_back(packed(std::move(name), "application/json", value.dump()));
  }

  void overview() {
    Json out = results_;
    for (const char* const heavy : {"areas", "assets", "parameters"}) out[heavy] = Json::array();
    if (out.contains("support_points")) out["support_points"] = nullptr;
    if (out.contains("reach") && out["reach"].is_object()) out["reach"]["areas"] = Json::array();
    for (Json& held : out.at("held_view")) held = Json{{"process", held.at("process")}, {"horizons", Json::array()}};
    add(part::overview, out);
  }

  void areas() {
    for (const Json& area : results_.at("areas")) add(part::area(area.at("id").get<std::string>()), area);
    for (const Json& need : results_.at("needs")) {
      const std::string id = need.at("id");
      for (const char* const kind : {"unmet", "without"}) {
        Json list = Json::array();
        std::size_t hours = 0;
        for (const Json& area : results_.at("areas")) {
          const Json& of = area.at(kind);
          if (!of.contains(id)) continue;
          hours = std::max(hours, of.at(id).at("mean").size());
          list.push_back({{"id", area.at("id")},
                          {"naam", area.at("name")},
                          {"gemeente", area.at("municipality")},
                          {"inwoners", area.at("residents")},
                          {"gemiddelde", of.at(id).at("mean")}});
        }
        add(part::areas(id, kind), {{"behoefte", id}, {"soort", kind}, {"uren", hours}, {"gebieden", std::move(list)}});
      }
    }
  }

  /// A series of shares as whole percents.
  static Json percents(const Json& series) {
    Json out = Json::array();
    for (const Json& share : series) out.push_back(share.is_number() ? std::lround(100 * share.get<double>()) : 0);
    return out;
  }

  void assets() {
    constexpr const char* series = "down_probability";
    Json list = Json::array();
    Json all = Json::array();
    std::map<std::string, Json> by_service;
    std::size_t hours = 0;
    for (const Json& asset : results_.at("assets")) {
      add(part::asset(asset.at("id").get<std::string>()), asset);
      hours = std::max(hours, asset.at(series).size());
      if (!asset.at("place").is_null()) {
        const Json entry{{"id", asset.at("id")}, {"kans", percents(asset.at(series))}};
        by_service[asset.at("service").get<std::string>()].push_back(entry);
        all.push_back(entry);
      }
      Json light = asset;
      light.erase(series);
      list.push_back(std::move(light));
    }
    add(part::assets, list);
    add(part::asset_series, {{"dienst", nullptr}, {"uren", hours}, {"objecten", std::move(all)}});
    for (auto& [service, entries] : by_service)
      add(std::string(part::asset_series) + "/" + service,
          {{"dienst", service}, {"uren", hours}, {"objecten", std::move(entries)}});
  }

  void processes() {
    std::map<std::string, const Json*> held;
    for (const Json& entry : results_.at("held_view")) held[entry.at("process").get<std::string>()] = &entry;
    std::map<std::string, const Json*> owners;
    for (const Json& entry : results_.at("organisations")) owners[entry.at("id").get<std::string>()] = &entry;
    for (const Json& process : results_.at("processes")) {
      const std::string id = process.at("id");
      const auto view = held.find(id);
      const auto owner = process.at("organisation").is_string()
                             ? owners.find(process.at("organisation").get<std::string>())
                             : owners.end();
      add(part::process(id), {{"proces", process},
                              {"heldView", view == held.end() ? Json() : *view->second},
                              {"organisatie", owner == owners.end() ? Json() : *owner->second}});
    }
  }

  /// Whom a message reaches, area by area; without areas (the open version) there is nothing to tell.
  void reach() {
    if (!results_.contains("reach") || !results_.at("reach").is_object()) return;
    std::map<std::string, const Json*> areas;
    for (const Json& area : results_.at("areas")) areas[area.at("id").get<std::string>()] = &area;
    Json list = Json::array();
    std::size_t hours = 0;
    for (const Json& reached : results_.at("reach").at("areas")) {
      const Json& area = *areas.at(reached.at("id").get<std::string>());
      hours = std::max(hours, reached.at("mean").size());
      list.push_back({{"id", reached.at("id")},
                      {"naam", area.at("name")},
                      {"gemeente", area.at("municipality")},
                      {"inwoners", area.at("residents")},
                      {"gemiddelde", reached.at("mean")},
                      {"p5", reached.at("p5")},
                      {"p95", reached.at("p95")}});
    }
    if (!list.empty()) add(part::reach, {{"uren", hours}, {"gebieden", std::move(list)}});
  }

  static Json estimate(const Json& from) {
    return {{"gemiddelde", from.at("mean")}, {"p5", from.at("p5")}, {"p50", from.at("p50")}, {"p95", from.at("p95")}};
  }

  /// Hour and height of the top of a series.
  static std::pair<Json, Json> top(const Json& series) {
    Json height;
    Json hour;
    for (std::size_t h = 0; h < series.size(); ++h) {
      if (!series[h].is_number() || (!height.is_null() && series[h].get<double>() <= height.get<double>())) continue;
      height = series[h];
      hour = h;
    }
    return {hour, height};
  }

  Json needs() const {
    Json out = Json::array();
    const Json& region = results_.at("region");
    for (const Json& need : results_.at("needs")) {
      const std::string id = need.at("id");
      const auto hours = region.at("unmet_person_hours").find(id);
      const auto unmet = region.at("unmet").find(id);
      const bool known = hours != region.at("unmet_person_hours").end() && hours->contains("all");
      const auto [hour, height] = unmet == region.at("unmet").end() ? std::pair<Json, Json>{} : top(unmet->at("mean"));
      out.push_back({{"id", id},
                     {"naam", need.at("name")},
                     {"persoonsuren", known ? hours->at("all").at("mean") : Json()},
                     {"meesteMensen", height},
                     {"uurMeesteMensen", hour}});
    }
    return out;
  }

  void figures() {
    std::map<std::string, bool> own;
    for (const Json& entry : results_.at("organisations"))
      own[entry.at("id").get<std::string>()] = entry.at("own_continuity").get<bool>();
    double mtpd = 0;
    double rto = 0;
    const Json* first = nullptr;
    for (const Json& process : results_.at("processes")) {
      mtpd +=
          process.at("mtpd_exceeded").at("mean").is_number() ? process.at("mtpd_exceeded").at("mean").get<double>() : 0;
      rto += process.at("rto_missed").at("mean").is_number() ? process.at("rto_missed").at("mean").get<double>() : 0;
      const Json& hour = process.at("first_failure_h").at("p50");
      const bool counts = process.at("organisation").is_string() && own[process.at("organisation").get<std::string>()];
      if (!counts || !hour.is_number()) continue;
      if (first == nullptr || hour.get<double>() < first->at("first_failure_h").at("p50").get<double>())
        first = &process;
    }
    Json earliest;
    if (first != nullptr)
      earliest = {{"proces", first->at("id")},
                  {"naam", first->at("name")},
                  {"organisatie", first->at("organisation")},
                  {"uur", first->at("first_failure_h").at("p50")}};
    constexpr double digits = 1000;
    add(part::figures, {{"persoonsurenOnvervuld", estimate(results_.at("total_unmet_person_hours"))},
                        {"perBehoefte", needs()},
                        {"processenTotaal", results_.at("processes").size()},
                        {"mtpdVerwachtOverschreden", std::round(mtpd * digits) / digits},
                        {"rtoVerwachtGemist", std::round(rto * digits) / digits},
                        {"eersteUitval", std::move(earliest)}});
  }

  const Json& results_;
  std::vector<store::ResultFile> parts_;
};

}  // namespace

store::ResultFile packed(std::string name, std::string media, std::string bytes) {
  constexpr std::size_t worth_packing = 512;
  if (!compressible(media) || bytes.size() < worth_packing)
    return {std::move(name), std::move(media), "", std::move(bytes)};
  return {std::move(name), std::move(media), "gzip", gzip(bytes)};
}

Result<std::vector<store::ResultFile>> cut_results(const std::string& results_json) {
  try {
    auto parts = Cutter(Json::parse(results_json)).cut();
    parts.push_back(packed(part::whole, "application/json", results_json));
    return parts;
  } catch (const Json::exception& error) {
    return fail({ErrorKind::invalid_input, {"server.results.form", {error.what()}}, {"results.json", {}, 0, {}}, {}});
  }
}

}  // namespace veer::server
