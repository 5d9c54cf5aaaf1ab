#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Assumption: the six largest municipalities have a fixed set; Rijswijk, Wassenaar and Midden-Delfland wait for a
/// mobile one (GEN19).
bool has_fixed_set(const MunicipalityFact& municipality) { return municipality.residents > 55'500; }

/// Power of a municipal room: a battery, then a set that stands there or one that must be brought.
void municipal_power(Context& context, const MunicipalityFact& municipality, const std::string& asset,
                     geo::LonLat place, const std::string& refuel) {
  Draft& draft = context.draft;
  const std::string need = power(context, asset, place);
  draft.reservoir(need, "ups.office");
  if (has_fixed_set(municipality)) {
    draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", refuel);
  } else {
    draft.manual(need, "mobile_set.stay", "GEN19");
  }
}

}  // namespace

void add_municipal(Context& context) {
  Draft& draft = context.draft;
  const std::string registers = draft.asset({.id = "national-register/brp",
                                             .name = "Landelijke basisregistraties",
                                             .kind = "national_register",
                                             .organisation = "rijk",
                                             .external = true});
  const std::string outside = any_of(context, registers, "electricity", {"assets/feeding/ext-randstad"});
  draft.reservoir(outside, "ups.bridge");
  draft.generator(outside, "TEL08", "GEN05", "generator.run.good", "refuel.priority");

  for (const char* type : {"town_hall", "district_office"}) {
    PostcodeNumbers numbers(context);
    const std::string prefix = std::string(type) == "town_hall" ? "town-hall" : "district-office";
    for (const FacilityFact* fact : facilities(context, type)) {
      const std::string hall = draft.asset({.id = numbers.next(prefix, fact->place),
                                            .name = fact->name,
                                            .kind = "town_hall",
                                            .organisation = fact->municipality,
                                            .municipality = fact->municipality,
                                            .place = fact->place,
                                            .decimals = 4,
                                            .origin = facility_origin(*fact)});
      draft.reservoir(power(context, hall, fact->place), "ups.office");
    }
  }
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const geo::LonLat hall = main_hall(context, municipality);
    const auto own = [&](const std::string& prefix, const std::string& kind, const std::string& name) {
      return draft.asset({.id = prefix + "/" + municipality.id,
                          .name = name + " " + municipality.name,
                          .kind = kind,
                          .organisation = municipality.id,
                          .municipality = municipality.id,
                          .place = hall});
    };
    const std::string room = own("crisis-room", "crisis_room", "Crisisruimte");
    municipal_power(context, municipality, room, hall,
                    "refuel.priority");  // from the regional stock, as the emergency services
    const std::string data = own("data-centre", "data_centre", "Rekencentrum");
    municipal_power(context, municipality, data, hall, "refuel.contract");
    any_of(context, data, "fixed_telecom", draft.nearest("telecom_exchange", hall, 2));
    const std::string depot = own("works-depot", "works_depot", "Gemeentewerf");
    draft.manual(power(context, depot, hall), "works_depot.manual");
    draft.reservoir(any_of(context, depot, "fuel", {"assets/fuel-depot/haaglanden"}), "vehicle.tank");
    for (const auto& [duty, name] :
         {std::pair{"crisis", "Opkomst crisisfunctionarissen"}, std::pair{"staff", "Rooster baliepersoneel en ICT"},
          std::pair{"street", "Rooster handhaving en openbare ruimte"}})
      draft.asset({.id = "roster/" + municipality.id + "-" + duty,
                   .name = std::string(name) + " " + municipality.name,
                   .kind = "roster",
                   .organisation = municipality.id,
                   .municipality = municipality.id});
  }
}

}  // namespace veer::importers::haaglanden
