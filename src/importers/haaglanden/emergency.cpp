#include "geo/rd.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Radio of a station: any of the three nearest C2000 sites; when it is silent it turns out for who comes to the door.
/// That units can no longer be directed is said by the processes, which have messengers for it.
void radio(Context& context, const std::string& asset, geo::LonLat place) {
  context.draft.manual(any_of(context, asset, "c2000", context.draft.nearest("c2000_site", place, 3)),
                       "station.without_radio");
}

void vehicle_fuel(Context& context, const std::string& asset) {
  context.draft.reservoir(any_of(context, asset, "fuel", {"assets/fuel-depot/haaglanden"}), "vehicle.tank");
}

void add_control_room(Context& context) {
  Draft& draft = context.draft;
  const auto rooms = facilities(context, "control_room_112");
  for (const FacilityFact* fact : rooms) {
    const std::string room = draft.asset({.id = "control-room/de-yp",
                                          .name = fact->name,
                                          .kind = "control_room",
                                          .organisation = "meldkamer",
                                          .municipality = fact->municipality,
                                          .place = fact->place,
                                          .decimals = 4,
                                          .origin = facility_origin(*fact)});
    // The second feeder comes from another main station: the nearest feeding area whose number begins otherwise.
    std::vector<std::string> feeders{context.territory.feeding_at(fact->place).reference()};
    const auto main_station = [](const std::string& feeding) { return feeding.substr(0, feeding.rfind('-')); };
    for (const std::string& other : draft.nearest("mv_feeding_area", fact->place, 40))
      if (feeders.size() == 1 && main_station(other) != main_station(feeders.front())) feeders.push_back(other);
    const std::string need = any_of(context, room, "electricity", std::move(feeders));
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "TEL08", "GEN05", "generator.run.good", "refuel.priority");
    any_of(context, room, "fixed_telecom", draft.nearest("telecom_exchange", fact->place, 3));
    any_of(context, room, "staffing",
           {draft.asset({.id = "roster/meldkamer",
                         .name = "Rooster meldkamer",
                         .kind = "roster",
                         .organisation = "meldkamer",
                         .municipality = fact->municipality,
                         .origin = assumed()})});
  }
}

/// GEN21: about one station in five has a generator of its own; here the main station and the largest of three towns.
bool has_generator(const std::string& name) {
  return name.find("hoofdkazerne") != std::string::npos || name.find("Zoetermeer-Stadshart") != std::string::npos ||
         name == "Brandweerkazerne Delft" || name.find("Naaldwijk") != std::string::npos ||
         name.find("Leidschendam-Voorburg") != std::string::npos;
}

/// A name that says where it stands, without the remarks of the facts file.
std::string clean_name(const Context& context, const FacilityFact& fact, const std::string& id) {
  if (fact.name.find("(un") == std::string::npos) return fact.name;
  return by_postcode(context, fact.name.substr(0, fact.name.find(" (un")), id);
}

void add_fire(Context& context) {
  Draft& draft = context.draft;
  PostcodeNumbers numbers(context);
  const std::string roster = draft.asset({.id = "roster/brandweer",
                                          .name = "Rooster brandweer",
                                          .kind = "roster",
                                          .organisation = "brandweer-haaglanden"});
  for (const FacilityFact* fact : facilities(context, "fire_station")) {
    const std::string id = numbers.next("fire-station", fact->place);
    const std::string station = draft.asset({.id = id,
                                             .name = clean_name(context, *fact, id),
                                             .kind = "fire_station",
                                             .organisation = "brandweer-haaglanden",
                                             .municipality = fact->municipality,
                                             .place = fact->place,
                                             .decimals = 4,
                                             .origin = facility_origin(*fact)});
    const std::string need = power(context, station, fact->place);
    if (has_generator(fact->name)) {
      draft.reservoir(need, "ups.bridge");
      draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.priority");
    }
    draft.manual(need, "fire_station.manual");  // doors by hand, light from the vehicles (GEN22)
    radio(context, station, fact->place);
    vehicle_fuel(context, station);
    any_of(context, station, "staffing", {roster});
  }
}

void add_police(Context& context) {
  Draft& draft = context.draft;
  PostcodeNumbers numbers(context);
  const std::string roster = draft.asset(
      {.id = "roster/politie", .name = "Rooster politie", .kind = "roster", .organisation = "politie-den-haag"});
  for (const FacilityFact* fact : facilities(context, "police")) {
    const std::string id = numbers.next("police-station", fact->place);
    const std::string station = draft.asset({.id = id,
                                             .name = clean_name(context, *fact, id),
                                             .kind = "police_station",
                                             .organisation = "politie-den-haag",
                                             .municipality = fact->municipality,
                                             .place = fact->place,
                                             .decimals = 4,
                                             .origin = facility_origin(*fact)});
    const std::string need = power(context, station, fact->place);
    draft.reservoir(need, "ups.bridge");
    if (fact->name.find("Hoofdbureau") != std::string::npos || fact->name.find("Ypenburg") != std::string::npos ||
        fact->name.find("Delft") != std::string::npos)
      draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.priority");
    draft.manual(need, "police_station.manual");
    radio(context, station, fact->place);
    vehicle_fuel(context, station);
    any_of(context, station, "staffing", {roster});
  }
}

/// Places of ambulance posts are our own: one in the middle of each larger municipality, three in Den Haag.
void add_ambulances(Context& context) {
  Draft& draft = context.draft;
  const std::string roster = draft.asset({.id = "roster/ambulance",
                                          .name = "Rooster ambulancedienst",
                                          .kind = "roster",
                                          .organisation = "ambulance-haaglanden"});
  std::vector<std::pair<std::string, geo::LonLat>> places{{"GM0518", {4.265, 52.055}}, {"GM0518", {4.31, 52.09}}};
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    if (municipality.residents > 50'000) places.emplace_back(municipality.id, municipality.centre);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& [municipality, place] = places[i];
    const std::string post = draft.asset({.id = "ambulance-post/" + two_digits(i + 1),
                                          .name = in_neighbourhood(context, "Ambulancepost", place, two_digits(i + 1)),
                                          .kind = "ambulance_post",
                                          .organisation = "ambulance-haaglanden",
                                          .municipality = municipality,
                                          .place = place});
    const std::string need = power(context, post, place);
    draft.reservoir(need, "ups.bridge");
    if (i % 2 == 0) draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.priority");
    draft.manual(need, "fire_station.manual");
    radio(context, post, place);
    vehicle_fuel(context, post);
    any_of(context, post, "staffing", {roster});
  }
}

void add_broadcaster(Context& context) {
  Draft& draft = context.draft;
  constexpr geo::LonLat studio_place{4.33, 52.07};
  const std::string studio = draft.asset({.id = "broadcast-studio/west",
                                          .name = "Studio regionale rampenzender",
                                          .kind = "broadcast_studio",
                                          .organisation = "omroep-west",
                                          .municipality = "GM0518",
                                          .place = studio_place});
  const std::string need = power(context, studio, studio_place);
  draft.reservoir(need, "ups.bridge");
  draft.generator(need, "TEL19", "GEN06", "generator.run.typical", "refuel.contract");
  // One mast: in 2016 one fire at one mast silenced two regional broadcasters.
  const std::string mast = draft.asset({.id = "broadcast-mast/west",
                                        .name = "Zendmast regionale rampenzender (gemodelleerd)",
                                        .kind = "broadcast_mast",
                                        .organisation = "omroep-west",
                                        .place = geo::LonLat{4.43, 51.89},
                                        .external = true});
  const std::string mast_need = any_of(context, mast, "electricity", {"assets/feeding/ext-rotterdam"});
  draft.reservoir(mast_need, "ups.bridge");
  draft.generator(mast_need, "TEL19", "GEN06", "generator.run.typical", "refuel.contract");
  any_of(context, mast, "broadcast", {studio});
}

/// The safety region's own rooms and people, and the office of the medical organisation beside it.
void add_regional_rooms(Context& context) {
  Draft& draft = context.draft;
  const FacilityFact* main_station = nullptr;
  for (const FacilityFact* fact : facilities(context, "fire_station"))
    if (fact->name.find("hoofdkazerne") != std::string::npos) main_station = fact;
  const geo::LonLat place = main_station != nullptr ? main_station->place : geo::LonLat{4.257, 52.053};
  const std::string room = draft.asset({.id = "crisis-room/vrh",
                                        .name = "Regionaal crisiscentrum (ROT en RBT)",
                                        .kind = "crisis_room",
                                        .organisation = "vrh",
                                        .municipality = "GM0518",
                                        .place = place,
                                        .decimals = 4});
  const std::string need = power(context, room, place);
  draft.reservoir(need, "ups.bridge");
  draft.generator(need, "GEN12", "GEN06", "generator.run.typical", "refuel.priority");
  draft.asset({.id = "roster/vrh",
               .name = "Piket en opkomst crisisfunctionarissen VRH",
               .kind = "roster",
               .organisation = "vrh"});

  const std::string data = draft.asset({.id = "data-centre/vrh",
                                        .name = "Rekencentrum VRH",
                                        .kind = "data_centre",
                                        .organisation = "vrh",
                                        .municipality = "GM0518",
                                        .place = place});
  const std::string data_need = power(context, data, place);
  draft.reservoir(data_need, "ups.bridge");
  draft.generator(data_need, "GEN12", "GEN06", "generator.run.typical", "refuel.priority");
  any_of(context, data, "fixed_telecom", draft.nearest("telecom_exchange", place, 2));

  const std::string system = draft.asset({.id = "crisis-system/national",
                                          .name = "Landelijk crisismanagementsysteem",
                                          .kind = "crisis_system",
                                          .organisation = "rijk",
                                          .external = true});
  const std::string outside = any_of(context, system, "electricity", {"assets/feeding/ext-randstad"});
  draft.reservoir(outside, "ups.bridge");
  draft.generator(outside, "TEL08", "GEN05", "generator.run.good", "refuel.priority");

  geo::LonLat office_place{4.3016, 52.0753};
  for (const FacilityFact* fact : facilities(context, "public_health")) office_place = fact->place;
  const std::string office = draft.asset({.id = "ghor-office/haaglanden",
                                          .name = "Kantoor GHOR Haaglanden",
                                          .kind = "ghor_office",
                                          .organisation = "ghor-haaglanden",
                                          .municipality = "GM0518",
                                          .place = office_place});
  const std::string office_need = power(context, office, office_place);
  draft.reservoir(office_need, "ups.bridge");
  draft.manual(office_need, "fire_station.manual");
  draft.asset({.id = "roster/ghor", .name = "Piket GHOR", .kind = "roster", .organisation = "ghor-haaglanden"});
}

}  // namespace

void add_emergency(Context& context) {
  add_control_room(context);
  add_fire(context);
  add_police(context);
  add_ambulances(context);
  add_broadcaster(context);
  add_regional_rooms(context);
}

}  // namespace veer::importers::haaglanden
