#include <algorithm>
#include <cmath>

#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr double residents_per_water_zone = 46'000;
constexpr std::size_t sewer_district_count = 60;
constexpr std::size_t drainage_pump_count = 40;
constexpr std::size_t drainage_generator_every = 3;

void add_production(Context& context) {
  Draft& draft = context.draft;
  const auto site = [&](const AssetRow& row, const std::string& feeding) {
    const std::string asset = draft.asset(row);
    const std::string need = any_of(context, asset, "electricity", {feeding});
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "WAT01", "GEN05", "generator.run.good", "refuel.priority");
  };
  for (const FacilityFact* fact : facilities(context, "drinking_water")) {
    const bool external = !context.sources.has_municipality(fact->municipality);
    const std::string name = fact->name.substr(0, fact->name.find(" ("));
    const std::string place_name = name.substr(name.rfind(' ') + 1);
    site({.id = "water-production/" + slug(place_name),
          .name = "Waterproductie " + place_name,
          .kind = "water_production",
          .organisation = "dunea",
          .municipality = inside(context, fact->municipality),
          .place = fact->place,
          .external = external,
          .origin = facility_origin(*fact)},
         external ? "assets/feeding/ext-katwijk" : context.territory.feeding_at(fact->place).reference());
  }
  site({.id = "water-production/evides",
        .name = "Waterproductie Evides (west)",
        .kind = "water_production",
        .organisation = "evides",
        .place = geo::LonLat{4.16, 51.93},
        .external = true},
       "assets/feeding/ext-rotterdam");
}

/// Pressure zones: PC4 areas of one municipality in groups of about equal numbers of residents.
void add_pressure_zones(Context& context) {
  Draft& draft = context.draft;
  context.water_zone.resize(context.sources.areas.size());
  std::size_t number = 0;
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    std::vector<std::size_t> members;
    std::vector<WeightedPlace> places;
    double residents = 0;
    for (std::size_t area = 0; area < context.sources.areas.size(); ++area) {
      const AreaFact& fact = context.sources.areas[area];
      if (fact.municipality != municipality.id) continue;
      members.push_back(area);
      places.push_back({geo::to_rd(fact.inside), static_cast<double>(fact.residents)});
      residents += static_cast<double>(fact.residents);
    }
    const auto count = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::lround(residents / residents_per_water_zone)), 1, members.size());
    const auto group = bisect(places, count);
    const auto centre = middles(places, group, count);
    for (std::size_t part = 0; part < count; ++part) {
      const geo::LonLat at = geo::to_lonlat(centre[part]);
      const std::string zone =
          draft.asset({.id = "water-zone/" + two_digits(++number),
                       .name = in_neighbourhood(context, "Drukzone drinkwater", at, two_digits(number)),
                       .kind = "water_zone",
                       .organisation = municipality.id == "GM1783" ? "evides" : "dunea",
                       .municipality = municipality.id,
                       .place = at});
      const std::string need = power(context, zone, at);
      draft.reservoir(need, "ups.bridge");
      draft.generator(need, "WAT01", "GEN05", "generator.run.good", "refuel.priority");
      any_of(context, zone, "drinking_water", draft.nearest("water_production", at, 2));
      for (std::size_t i = 0; i < members.size(); ++i)
        if (group[i] == part) context.water_zone[members[i]] = zone;
    }
  }
}

/// Booster pumps stop with the power of their own feeding area (WAT02); nothing stands behind them.
void add_boosters(Context& context) {
  context.booster.resize(context.territory.feeding.size());
  for (std::size_t i = 0; i < context.territory.feeding.size(); ++i) {
    const FeedingArea& feeding = context.territory.feeding[i];
    if (feeding.high_rise == 0) continue;
    context.booster[i] =
        context.draft.asset({.id = "booster/" + feeding.number,
                             .name = in_neighbourhood(context, "Drukverhoging hoogbouw", feeding.place, feeding.number),
                             .kind = "booster",
                             .organisation = "housing",
                             .municipality = feeding.municipality,
                             .place = feeding.place});
    any_of(context, context.booster[i], "electricity", {feeding.reference()});
    any_of(context, context.booster[i], "drinking_water",
           {context.water_zone[context.territory.cell_at(feeding.place).area]});
  }
}

void add_sewage(Context& context) {
  Draft& draft = context.draft;
  for (const FacilityFact* fact : facilities(context, "sewage_plant")) {
    const bool external = !context.sources.has_municipality(fact->municipality);
    const std::string name = fact->name.substr(0, fact->name.find(" ("));
    const std::string plant = draft.asset({.id = "sewage-treatment/" + slug(name.substr(name.find(' ') + 1)),
                                           .name = name,
                                           .kind = "sewage_treatment",
                                           .organisation = "delfland",
                                           .municipality = inside(context, fact->municipality),
                                           .place = fact->place,
                                           .external = external,
                                           .origin = facility_origin(*fact)});
    any_of(context, plant, "electricity",
           {external ? "assets/feeding/ext-rotterdam" : context.territory.feeding_at(fact->place).reference()});
  }
  std::vector<WeightedPlace> places;
  for (const FeedingArea& feeding : context.territory.feeding)
    places.push_back({feeding.middle, static_cast<double>(feeding.residents)});
  const auto group = bisect(places, sewer_district_count);
  const auto centre = middles(places, group, sewer_district_count);
  std::vector<std::string> districts;
  for (std::size_t part = 0; part < sewer_district_count; ++part) {
    const geo::LonLat at = geo::to_lonlat(centre[part]);
    const std::string municipality = context.sources.areas[context.territory.cell_at(at).area].municipality;
    districts.push_back(draft.asset({.id = "sewer-district/" + two_digits(part + 1),
                                     .name = in_neighbourhood(context, "Rioleringsgebied", at, two_digits(part + 1)),
                                     .kind = "sewer_district",
                                     .organisation = municipality,
                                     .municipality = municipality,
                                     .place = at}));
    draft.reservoir(power(context, districts.back(), at), "WAT09");
    draft.reservoir(any_of(context, districts.back(), "sewage", draft.nearest("sewage_treatment", at, 1)), "WAT09");
  }
  for (const std::size_t part : group) context.sewer_district.push_back(districts[part]);
}

/// Polder pumps, spread over the land with addresses; the dunes of Wassenaar drain by themselves.
void add_drainage(Context& context) {
  Draft& draft = context.draft;
  std::vector<WeightedPlace> places;
  for (const Cell& cell : context.territory.cells) {
    const std::string& municipality = context.sources.areas[cell.area].municipality;
    if (municipality != "GM0629") places.push_back({cell.centre, municipality == "GM0518" ? 0.3 : 1.0});
  }
  const auto centre = middles(places, bisect(places, drainage_pump_count), drainage_pump_count);
  for (std::size_t i = 0; i < drainage_pump_count; ++i) {
    const geo::LonLat at = geo::to_lonlat(centre[i]);
    const std::string pump =
        draft.asset({.id = "drainage-pump/" + two_digits(i + 1),
                     .name = in_neighbourhood(context, "Poldergemaal", at, two_digits(i + 1)),
                     .kind = "drainage_pump",
                     .organisation = "delfland",
                     .municipality = context.sources.areas[context.territory.cell_at(at).area].municipality,
                     .place = at});
    const std::string need = power(context, pump, at);
    draft.reservoir(need, "WAT11");
    if (i % drainage_generator_every == 0)
      draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.contract");
  }
}

}  // namespace

void add_water(Context& context) {
  add_production(context);
  add_pressure_zones(context);
  add_boosters(context);
  add_sewage(context);
  add_drainage(context);
}

}  // namespace veer::importers::haaglanden
