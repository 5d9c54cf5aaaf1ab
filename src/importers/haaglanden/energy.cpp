#include <algorithm>

#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr std::size_t gas_district_count = 11;

/// Sources of heat: the places are those of power plants in OSM; how many feeding areas they heat is an assumption.
struct HeatNetwork {
  const char* id;
  const char* name;
  const char* municipality;
  geo::LonLat place;
  std::size_t feeding_areas;
};
constexpr HeatNetwork heat_networks[] = {
    {"den-haag", "Warmtebron Den Haag centrum", "GM0518", {4.290, 52.076}, 12},
    {"ypenburg", "Warmtebron Ypenburg", "GM0518", {4.359, 52.043}, 6},
    {"delft", "Warmtebron Delft", "GM0503", {4.369, 52.000}, 3},
};

void add_gas(Context& context) {
  Draft& draft = context.draft;
  std::vector<WeightedPlace> places;
  for (const FeedingArea& feeding : context.territory.feeding)
    places.push_back({feeding.middle, static_cast<double>(feeding.residents)});
  const auto group = bisect(places, gas_district_count);
  const auto centre = middles(places, group, gas_district_count);
  std::vector<std::string> districts;
  for (std::size_t part = 0; part < gas_district_count; ++part) {
    const geo::LonLat at = geo::to_lonlat(centre[part]);
    const std::string municipality = context.sources.areas[context.territory.cell_at(at).area].municipality;
    districts.push_back(draft.asset({.id = "gas-district/" + two_digits(part + 1),
                                     .name = in_neighbourhood(context, "Gasdistrict", at, two_digits(part + 1)),
                                     .kind = "gas_district",
                                     .organisation = municipality == "GM1783" ? "westland-infra" : "stedin",
                                     .municipality = municipality,
                                     .place = at}));
    // Regulators are pneumatic (HEA04): without power the pressure stays for a long time.
    draft.reservoir(power(context, districts.back(), at), "gas.pressure");
  }
  for (const std::size_t part : group) context.gas_district.push_back(districts[part]);
}

void add_heat(Context& context) {
  Draft& draft = context.draft;
  context.heat_district.resize(context.territory.feeding.size());
  for (const HeatNetwork& network : heat_networks) {
    const std::string plant = draft.asset({.id = std::string("heat-plant/") + network.id,
                                           .name = network.name,
                                           .kind = "heat_plant",
                                           .organisation = "heat-companies",
                                           .municipality = network.municipality,
                                           .place = network.place,
                                           .origin = {"power-osm", "estimate"}});
    power(context, plant, network.place);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < context.territory.feeding.size(); ++i)
      if (context.heat_district[i].empty())
        order.emplace_back(geo::distance_m(geo::to_rd(network.place), context.territory.feeding[i].middle), i);
    std::sort(order.begin(), order.end());
    for (std::size_t n = 0; n < std::min(network.feeding_areas, order.size()); ++n) {
      const std::size_t i = order[n].second;
      const FeedingArea& feeding = context.territory.feeding[i];
      const std::string district =
          draft.asset({.id = "heat-district/" + feeding.number,
                       .name = in_neighbourhood(context, "Warmtenet", feeding.place, feeding.number),
                       .kind = "heat_district",
                       .organisation = "heat-companies",
                       .municipality = feeding.municipality,
                       .place = feeding.place});
      any_of(context, district, "electricity", {feeding.reference()});
      any_of(context, district, "heat", {plant});
      context.heat_district[i] = district;
    }
  }
}

void add_fuel(Context& context) {
  Draft& draft = context.draft;
  const std::string rotterdam = draft.asset({.id = "fuel-depot/rotterdam",
                                             .name = "Brandstofdepot Rotterdam",
                                             .kind = "fuel_depot",
                                             .organisation = "fuel-suppliers",
                                             .place = geo::LonLat{4.3, 51.89},
                                             .external = true});
  const std::string outside = any_of(context, rotterdam, "electricity", {"assets/feeding/ext-rotterdam"});
  draft.reservoir(outside, "ups.bridge");
  draft.generator(outside, "TEL08", "GEN06", "generator.run.typical", "refuel.priority");
  constexpr geo::LonLat at{4.335, 52.055};
  const std::string regional = draft.asset({.id = "fuel-depot/haaglanden",
                                            .name = "Brandstofvoorraad hulpdiensten en gemeenten",
                                            .kind = "fuel_depot",
                                            .organisation = "fuel-suppliers",
                                            .municipality = "GM0518",
                                            .place = at});
  const std::string need = power(context, regional, at);
  draft.reservoir(need, "ups.bridge");
  draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.priority");

  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, {"amenity=fuel"})) {
    const std::string id = numbers.next("fuel-station", poi->place);
    const std::string station =
        draft.asset({.id = id,
                     .name = poi->name.empty() ? by_postcode(context, "Tankstation", id) : poi->name,
                     .kind = "fuel_station",
                     .organisation = "fuel-suppliers",
                     .municipality = poi->municipality,
                     .place = poi->place,
                     .decimals = 4,
                     .origin = {"osm", "published"}});
    draft.reservoir(power(context, station, poi->place), "fuel_station.power");
    draft.reservoir(any_of(context, station, "fuel", {rotterdam}), "fuel_station.stock");
  }
}

}  // namespace

void add_energy(Context& context) {
  add_gas(context);
  add_heat(context);
  add_fuel(context);
}

}  // namespace veer::importers::haaglanden
