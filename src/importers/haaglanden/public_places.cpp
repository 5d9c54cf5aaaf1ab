#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr std::size_t tram_section_count = 12;

void add_pois(Context& context, std::initializer_list<std::string_view> tags, const std::string& prefix,
              const std::string& kind, const std::string& word, const std::string& organisation) {
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, tags)) {
    const std::string id = numbers.next(prefix, poi->place);
    const std::string asset =
        context.draft.asset({.id = id,
                             .name = poi->name.empty() ? by_postcode(context, word, id) : poi->name,
                             .kind = kind,
                             .organisation = organisation.empty() ? poi->municipality : organisation,
                             .municipality = poi->municipality,
                             .place = poi->place,
                             .decimals = 4,
                             .origin = {"osm", "published"}});
    power(context, asset, poi->place);
  }
}

/// Places of tunnels and tracks are by general knowledge, to about a kilometre.
struct Line {
  const char* id;
  const char* name;
  const char* municipality;
  geo::LonLat place;
};
constexpr Line tunnels[] = {
    {"hubertus", "Hubertustunnel", "GM0518", {4.325, 52.098}},
    {"koningstunnel", "Koningstunnel", "GM0518", {4.321, 52.08}},
    {"victory-boogie-woogie", "Victory Boogie Woogietunnel", "GM0518", {4.342, 52.055}},
    {"sijtwende", "Sijtwendetunnel", "GM1916", {4.377, 52.078}},
};
constexpr Line rail_sections[] = {
    {"den-haag", "Tractievoeding spoor Den Haag", "GM0518", {4.322, 52.075}},
    {"delft", "Tractievoeding spoor Delft", "GM0503", {4.357, 52.007}},
    {"zoetermeer", "Tractievoeding spoor Zoetermeer", "GM0637", {4.477, 52.047}},
};

void add_transport(Context& context) {
  Draft& draft = context.draft;
  for (const Line& tunnel : tunnels) {
    const std::string asset = draft.asset({.id = std::string("road-tunnel/") + tunnel.id,
                                           .name = tunnel.name,
                                           .kind = "road_tunnel",
                                           .organisation = tunnel.municipality,
                                           .municipality = tunnel.municipality,
                                           .place = tunnel.place,
                                           .origin = {"general-knowledge", "estimate"}});
    const std::string need = power(context, asset, tunnel.place);
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.contract");
  }
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string asset = draft.asset({.id = "traffic-signals/" + municipality.id,
                                           .name = "Verkeerslichten " + municipality.name,
                                           .kind = "traffic_signals",
                                           .organisation = municipality.id,
                                           .municipality = municipality.id,
                                           .place = municipality.centre});
    power(context, asset, municipality.centre);  // TRA01: none works without power
  }
  std::vector<WeightedPlace> places;
  for (const Cell& cell : context.territory.cells) {
    const std::string& municipality = context.sources.areas[cell.area].municipality;
    if (municipality == "GM0518" || municipality == "GM0503" || municipality == "GM0603" || municipality == "GM1916" ||
        municipality == "GM0637")
      places.push_back({cell.centre, static_cast<double>(cell.residents)});
  }
  const auto centre = middles(places, bisect(places, tram_section_count), tram_section_count);
  for (std::size_t i = 0; i < tram_section_count; ++i) {
    const geo::LonLat at = geo::to_lonlat(centre[i]);
    const std::string asset =
        draft.asset({.id = "tram-section/" + two_digits(i + 1),
                     .name = in_neighbourhood(context, "Tractievoeding tram", at, two_digits(i + 1)),
                     .kind = "tram_section",
                     .organisation = "public-transport",
                     .municipality = context.sources.areas[context.territory.cell_at(at).area].municipality,
                     .place = at});
    power(context, asset, at);
  }
  for (const Line& line : rail_sections) {
    const std::string asset = draft.asset({.id = std::string("rail-section/") + line.id,
                                           .name = line.name,
                                           .kind = "rail_section",
                                           .organisation = "rail",
                                           .municipality = line.municipality,
                                           .place = line.place,
                                           .origin = {"general-knowledge", "estimate"}});
    power(context, asset, line.place);
  }
}

}  // namespace

void add_public_places(Context& context) {
  add_pois(context, {"amenity=school"}, "school", "school", "School", "schools");
  add_pois(context, {"amenity=community_centre", "amenity=library"}, "community", "community_building", "Buurtgebouw",
           "");
  add_pois(context, {"leisure=sports_centre"}, "sports", "sports_centre", "Sportcentrum", "");
  add_transport(context);
}

}  // namespace veer::importers::haaglanden
