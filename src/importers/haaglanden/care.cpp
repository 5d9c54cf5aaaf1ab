#include <algorithm>

#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr std::size_t home_care_team_count = 75;
/// CAR06: two in five nursing homes have a generator of their own.
constexpr std::size_t nursing_home_cycle = 5;
constexpr std::size_t nursing_home_generators = 2;

std::string hospital_owner(const std::string& name) {
  if (name.starts_with("HMC")) return "hmc";
  return name.starts_with("Reinier") ? "reinier-de-graaf" : "haga";
}

/// Hospitals that take acute patients; of these, the ones whose emergency department receives ambulances (domain facts,
/// 2).
bool is_acute(const std::string& name) {
  return name == "HMC Westeinde" || name == "HagaZiekenhuis Leyweg" || name == "Juliana Kinderziekenhuis" ||
         name == "Reinier de Graaf Gasthuis Delft" || name == "LangeLand Ziekenhuis Zoetermeer";
}

/// Water and telecom of a hospital part: a tank, and runners and satellite telephones by hand.
void hospital_services(Context& context, const std::string& part, const FacilityFact& fact) {
  Draft& draft = context.draft;
  const std::string& zone = context.water_zone[context.territory.cell_at(fact.place).area];
  draft.reservoir(any_of(context, part, "drinking_water", {zone}), "hospital.water_tank");
  draft.manual(any_of(context, part, "fixed_telecom", draft.nearest("telecom_exchange", fact.place, 2)),
               "hospital.telecom_manual");
}

void add_hospital(Context& context, const FacilityFact& fact) {
  Draft& draft = context.draft;
  const std::string stem = slug(fact.name);
  const auto part = [&](const std::string& kind, const std::string& id, const std::string& name) {
    return draft.asset({.id = id + "/" + stem,
                        .name = fact.name + " – " + name,
                        .kind = kind,
                        .organisation = hospital_owner(fact.name),
                        .municipality = fact.municipality,
                        .place = fact.place,
                        .decimals = 4,
                        .origin = facility_origin(fact)});
  };
  if (is_acute(fact.name)) {
    const std::string acute = part("hospital_acute", "hospital-acute", "acute zorg");
    const std::string need = power(context, acute, fact.place);
    draft.reservoir(need, "GEN11");
    draft.generator(need, "GEN12", "GEN05", "generator.run.good", "refuel.priority");
    hospital_services(context, acute, fact);
    if (!fact.name.starts_with("Juliana")) {
      // On emergency power half of the emergency departments close to ambulances (CAR10): a set that "does not start".
      const std::string reception = part("emergency_department", "emergency-department", "opvang ambulances");
      const std::string taking = power(context, reception, fact.place);
      draft.reservoir(taking, "ups.bridge");
      draft.generator(taking, "GEN12", "CAR10", "generator.run.good", "refuel.priority");
      any_of(context, reception, "hospital_acute", {acute});
    }
  }
  // Planned care stops on emergency power (note at CAR10); the short bridge is for ending what has begun.
  const std::string planned = part("hospital_planned", "hospital-planned", "planbare zorg");
  draft.reservoir(power(context, planned, fact.place), "ups.bridge");
  hospital_services(context, planned, fact);
}

/// Practices keep no personal names: a practice is named by its postcode.
void add_practices(Context& context) {
  Draft& draft = context.draft;
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, {"amenity=doctors", "amenity=clinic"})) {
    const std::string id = numbers.next("gp-practice", poi->place);
    const std::string practice = draft.asset({.id = id,
                                              .name = by_postcode(context, "Huisartsenpraktijk", id),
                                              .kind = "gp_practice",
                                              .organisation = "general-practitioners",
                                              .municipality = poi->municipality,
                                              .place = poi->place,
                                              .decimals = 4,
                                              .origin = {"osm", "published"}});
    draft.manual(power(context, practice, poi->place), "gp_practice.manual");
    draft.manual(any_of(context, practice, "fixed_telecom", {"assets/hub/" + numbers.postcode(poi->place)}),
                 "gp_practice.manual");
  }
  std::size_t post = 0;
  for (const FacilityFact* fact : facilities(context, "hospital")) {
    if (!is_acute(fact->name) || fact->name.starts_with("Juliana")) continue;
    const std::string asset = draft.asset({.id = "gp-post/" + two_digits(++post),
                                           .name = "Huisartsenpost bij " + fact->name,
                                           .kind = "gp_post",
                                           .organisation = "general-practitioners",
                                           .municipality = fact->municipality,
                                           .place = fact->place});
    const std::string need = power(context, asset, fact->place);
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "GEN12", "GEN06", "generator.run.typical", "refuel.priority");
    draft.manual(any_of(context, asset, "mobile", draft.nearest("base_station", fact->place, 3)), "gp_practice.manual");
  }
}

void add_home_care(Context& context) {
  Draft& draft = context.draft;
  std::vector<WeightedPlace> places;
  for (const Cell& cell : context.territory.cells) places.push_back({cell.centre, static_cast<double>(cell.residents)});
  const auto centre = middles(places, bisect(places, home_care_team_count), home_care_team_count);
  for (std::size_t i = 0; i < home_care_team_count; ++i) {
    const geo::LonLat at = geo::to_lonlat(centre[i]);
    const std::string team =
        draft.asset({.id = "home-care-team/" + two_digits(i + 1),
                     .name = in_neighbourhood(context, "Wijkteam thuiszorg", at, two_digits(i + 1)),
                     .kind = "home_care_team",
                     .organisation = "home-care",
                     .municipality = context.sources.areas[context.territory.cell_at(at).area].municipality,
                     .place = at});
    draft.manual(any_of(context, team, "mobile", draft.nearest("base_station", at, 3)), "home_care.fixed_rounds");
    draft.reservoir(any_of(context, team, "fuel", draft.nearest("fuel_station", at, 3)), "vehicle.tank");
  }
  const std::string alarm_centre = draft.asset({.id = "alarm-centre/national",
                                                .name = "Meldcentrale persoonsalarmering",
                                                .kind = "alarm_centre",
                                                .organisation = "home-care",
                                                .external = true});
  const std::string need = any_of(context, alarm_centre, "electricity", {"assets/feeding/ext-randstad"});
  draft.reservoir(need, "ups.bridge");
  draft.generator(need, "TEL08", "GEN06", "generator.run.typical", "refuel.contract");
}

void add_nursing_homes(Context& context) {
  Draft& draft = context.draft;
  PostcodeNumbers numbers(context);
  std::size_t number = 0;
  for (const PoiFact* poi : pois(context, {"amenity=nursing_home"})) {
    const std::string id = numbers.next("nursing-home", poi->place);
    const std::string home =
        draft.asset({.id = id,
                     .name = poi->name.empty() ? by_postcode(context, "Verpleeghuis", id) : poi->name,
                     .kind = "nursing_home",
                     .organisation = "nursing-homes",
                     .municipality = poi->municipality,
                     .place = poi->place,
                     .decimals = 4,
                     .origin = {"osm", "published"}});
    const std::string need = power(context, home, poi->place);
    if (number++ % nursing_home_cycle < nursing_home_generators) {
      draft.reservoir(need, "HEA10");
      draft.generator(need, "generator.tank", "GEN06", "generator.run.poor", "refuel.contract");
    } else {
      draft.manual(need, "CAR07");  // care goes on by hand until relocation starts
    }
    const std::string& zone = context.water_zone[context.territory.cell_at(poi->place).area];
    draft.manual(any_of(context, home, "drinking_water", {zone}), "nursing_home.water_stock");
  }
}

void add_pharmacies(Context& context) {
  Draft& draft = context.draft;
  const std::string wholesaler = draft.asset({.id = "medicine-wholesaler/national",
                                              .name = "Geneesmiddelengroothandel",
                                              .kind = "medicine_wholesaler",
                                              .organisation = "pharmacies",
                                              .external = true});
  const std::string outside = any_of(context, wholesaler, "electricity", {"assets/feeding/ext-randstad"});
  draft.reservoir(outside, "ups.bridge");
  draft.generator(outside, "generator.tank", "GEN06", "generator.run.typical", "refuel.contract");
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, {"amenity=pharmacy"})) {
    const std::string id = numbers.next("pharmacy", poi->place);
    const std::string pharmacy =
        draft.asset({.id = id,
                     .name = poi->name.empty() ? by_postcode(context, "Apotheek", id) : poi->name,
                     .kind = "pharmacy",
                     .organisation = "pharmacies",
                     .municipality = poi->municipality,
                     .place = poi->place,
                     .decimals = 4,
                     .origin = {"osm", "published"}});
    draft.manual(power(context, pharmacy, poi->place), "pharmacy.manual");
    draft.reservoir(any_of(context, pharmacy, "pharmacy", {wholesaler}), "pharmacy.stock");
  }
}

}  // namespace

void add_care(Context& context) {
  for (const FacilityFact* fact : facilities(context, "hospital")) add_hospital(context, *fact);
  add_practices(context);
  add_home_care(context);
  add_nursing_homes(context);
  add_pharmacies(context);
}

}  // namespace veer::importers::haaglanden
