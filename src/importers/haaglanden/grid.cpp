#include "geo/rd.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// "380kV/150kV Westerlee" → "Westerlee", "380kV Bleiswijk (outside …)" → "Bleiswijk".
std::string station_name(std::string_view full) {
  const std::size_t begin = full.find("kV ", full.rfind("kV"));
  std::string_view name = begin == std::string_view::npos ? full : full.substr(begin + 3);
  name = name.substr(0, name.find(" ("));
  return std::string(name);
}

bool is_westland_grid(const std::string& municipality) { return municipality == "GM1783" || municipality == "GM1842"; }

/// Feeding areas of the neighbours, for what stands outside and still matters here. They share our fate.
struct Neighbour {
  const char* id;
  const char* name;
  geo::LonLat place;
};
constexpr Neighbour neighbours[] = {
    {"ext-rotterdam", "Buurregio Rotterdam-Rijnmond", {4.2, 51.94}},
    {"ext-katwijk", "Buurregio Hollands Midden", {4.39, 52.18}},
    {"ext-lansingerland", "Buurgemeente Lansingerland", {4.53, 52.02}},
    {"ext-randstad", "Overige Randstad", {4.9, 52.37}},
};

}  // namespace

void add_grid_assets(Context& context) {
  Draft& draft = context.draft;
  const auto station = [&](const FacilityFact& fact, const std::string& kind, const std::string& prefix) {
    const bool external = !context.sources.has_municipality(fact.municipality);
    draft.asset({.id = prefix + "/" + slug(station_name(fact.name)),
                 .name = (kind == "hv_feed_in" ? "380/150 kV-voeding " : "150 kV-station ") + station_name(fact.name),
                 .kind = kind,
                 .organisation = "tennet",
                 .municipality = inside(context, fact.municipality),
                 .place = fact.place,
                 .external = external,
                 .origin = facility_origin(fact)});
  };
  for (const char* type : {"substation_380_150", "substation_380"})
    for (const FacilityFact* fact : facilities(context, type)) station(*fact, "hv_feed_in", "hv-feed-in");
  for (const char* type : {"substation_150", "substation_380_150"})
    for (const FacilityFact* fact : facilities(context, type)) station(*fact, "hv_station", "hv-station");
  draft.asset({.id = "hv-station/s-gravenhage",
               .name = "150 kV-station 's-Gravenhage",
               .kind = "hv_station",
               .organisation = "tennet",
               .municipality = "GM0518",
               .place = context.sources.the_hague_station,
               .origin = {"power-osm", "published"}});

  for (const MainStation& main : context.territory.stations)
    draft.asset({.id = "mv-station/" + main.number,
                 .name = in_neighbourhood(context, "Middenspanningsstation", geo::to_lonlat(main.middle), main.number),
                 .kind = "mv_station",
                 .organisation = is_westland_grid(main.municipality) ? "westland-infra" : "stedin",
                 .municipality = main.municipality,
                 .place = geo::to_lonlat(main.middle)});
  for (const FeedingArea& feeding : context.territory.feeding)
    draft.asset({.id = "feeding/" + feeding.number,
                 .name = in_neighbourhood(context, "Voedingsgebied", feeding.place, feeding.number),
                 .kind = "mv_feeding_area",
                 .organisation = is_westland_grid(feeding.municipality) ? "westland-infra" : "stedin",
                 .municipality = feeding.municipality,
                 .place = feeding.place});
  for (const Neighbour& neighbour : neighbours)
    draft.asset({.id = std::string("feeding/") + neighbour.id,
                 .name = neighbour.name,
                 .kind = "mv_feeding_area",
                 .organisation = "grid-neighbours",
                 .place = neighbour.place,
                 .external = true});
}

void add_grid_needs(Context& context) {
  Draft& draft = context.draft;
  for (const Placed& station : draft.placed("hv_station")) {
    const geo::LonLat at = geo::to_lonlat(station.at);
    any_of(context, station.reference, "electricity", draft.nearest("hv_feed_in", at, 2));
  }
  for (const Placed& station : draft.placed("mv_station")) {
    const geo::LonLat at = geo::to_lonlat(station.at);
    any_of(context, station.reference, "electricity", draft.nearest("hv_station", at, 2));
    // The circle: switching from afar needs telecom, telecom needs power. Crews on site take over.
    std::vector<std::string> control = draft.nearest("telecom_exchange", at, 1);
    for (std::string& mast : draft.nearest("base_station", at, 2)) control.push_back(std::move(mast));
    const std::string need = any_of(context, station.reference, "fixed_telecom", std::move(control));
    draft.reservoir(need, "mv_station.control_battery");
    draft.manual(need, "mv_station.crew", "mv_station.crew_arrives");
  }
  for (const FeedingArea& feeding : context.territory.feeding)
    any_of(context, feeding.reference(), "electricity",
           {"assets/mv-station/" + context.territory.stations[feeding.station].number});
  for (const Neighbour& neighbour : neighbours)
    any_of(context, std::string("assets/feeding/") + neighbour.id, "electricity",
           draft.nearest("hv_feed_in", neighbour.place, 2));
}

}  // namespace veer::importers::haaglanden
