#include "importers/ground/kinds.hpp"

#include <algorithm>
#include <array>

#include "base/result.hpp"

namespace veer::importers::ground {

namespace {

constexpr double minute_h = 0.02;

constexpr std::array all_kinds{
    Kind{"hv_feed_in", "hoogspanningsvoeding (380/150 kV)", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"hv_station", "hoogspanningsstation (150 kV)", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"mv_station", "middenspanningsstation", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"mv_feeding_area", "voedingsgebied", "electricity", minute_h, minute_h, minute_h, 4, ""},
    Kind{"base_station", "zendmast mobiele telefonie", "mobile", 0.25, 2, 12, 4, "TEL11"},
    Kind{"mobile_core", "kernlocatie van de mobiele netten", "mobile", 0.5, 1, 4, 4, ""},
    Kind{"telecom_exchange", "telecomknooppunt", "fixed_telecom", 0.25, 1, 4, 4, ""},
    Kind{"telecom_hub", "wijkkast voor internet", "fixed_telecom", 0.25, 1, 4, 8, ""},
    Kind{"home_fixed", "internet en vaste telefoon in woningen", "home_internet", minute_h, 0.05, 0.1, 1, ""},
    Kind{"c2000_switch", "schakelcentrum C2000", "c2000", 0.1, 0.25, 1, 2, ""},
    Kind{"c2000_site", "C2000-opstelpunt", "c2000", 0.1, 0.25, 1, 4, ""},
    Kind{"water_production", "waterproductie", "drinking_water", 0.5, 2, 6, 12, ""},
    Kind{"water_zone", "drukzone drinkwater", "drinking_water", 0.25, 1, 4, 8, ""},
    Kind{"booster", "drukverhoging in hoogbouw", "high_rise_water", minute_h, 0.1, 0.5, 4, ""},
    Kind{"sewage_treatment", "rioolwaterzuivering", "sewage", 2, 6, 24, 24, ""},
    Kind{"sewer_district", "rioleringsgebied", "sewage", 0.25, 1, 3, 8, ""},
    Kind{"drainage_pump", "poldergemaal", "drainage", 0.1, 0.5, 2, 8, ""},
    Kind{"gas_district", "gasdistrict", "gas", 0.25, 0.5, 2, 8, ""},
    Kind{"heat_plant", "warmtebron", "heat", 1, 3, 8, 12, ""},
    Kind{"heat_district", "warmtenet", "heat", 3, 8, 24, 12, "HEA06"},
    Kind{"fuel_depot", "brandstofdepot", "fuel", 0.5, 1, 4, 8, ""},
    Kind{"fuel_station", "tankstation", "fuel", 0.1, 0.5, 2, 8, ""},
    Kind{"payment_switch", "landelijk betalingsverkeer", "payments", 0.25, 1, 4, 4, ""},
    Kind{"cash_point", "geldautomaat of bank", "payments", 0.1, 0.5, 2, 8, ""},
    Kind{"road_tunnel", "tunnel", "road", 0.25, 0.5, 2, 4, ""},
    Kind{"traffic_signals", "verkeerslichten", "road", 0.1, 0.25, 1, 4, ""},
    Kind{"tram_section", "stroom voor trams", "public_transport", 0.5, 1, 4, 8, ""},
    Kind{"rail_section", "stroom voor treinen", "public_transport", 4, 12, 24, 12, "TRA03"},
    Kind{"hospital_acute", "acute zorg van een ziekenhuis", "hospital_acute", 0.25, 0.5, 2, 1, ""},
    Kind{"emergency_department", "spoedeisende hulp", "emergency_care", 0.5, 1, 4, 2, ""},
    Kind{"hospital_planned", "planbare zorg van een ziekenhuis", "hospital_planned", 2, 6, 24, 24, ""},
    Kind{"gp_practice", "huisartsenpraktijk", "gp_care", 0.25, 0.5, 2, 24, ""},
    Kind{"gp_post", "huisartsenpost", "gp_care", 0.25, 0.5, 2, 8, ""},
    Kind{"home_care_team", "wijkteam thuiszorg", "home_care", 0.5, 1, 4, 8, ""},
    Kind{"nursing_home", "verpleeghuis", "nursing_home", 0.25, 1, 4, 8, ""},
    Kind{"alarm_centre", "meldcentrale persoonsalarm", "home_care", 0.1, 0.25, 1, 2, ""},
    Kind{"pharmacy", "apotheek", "pharmacy", 0.25, 0.5, 2, 24, ""},
    Kind{"medicine_wholesaler", "groothandel in medicijnen", "pharmacy", 1, 4, 12, 24, ""},
    Kind{"distribution_centre", "distributiecentrum", "food_retail", 2, 6, 24, 24, ""},
    Kind{"supermarket", "supermarkt", "food_retail", 1, 2, 8, 24, ""},
    Kind{"control_room", "meldkamer", "call_112", minute_h, 0.05, 0.25, 1, ""},
    Kind{"fire_station", "brandweerkazerne", "fire_response", minute_h, 0.1, 0.5, 1, ""},
    Kind{"police_station", "politiebureau", "police_response", minute_h, 0.1, 0.5, 2, ""},
    Kind{"ambulance_post", "ambulancepost", "ambulance", minute_h, 0.1, 0.5, 1, ""},
    Kind{"crisis_room", "crisisruimte", "crisis_organisation", minute_h, 0.1, 0.5, 1, ""},
    Kind{"ghor_office", "kantoor van de GHOR", "crisis_organisation", 0.05, 0.1, 0.5, 4, ""},
    Kind{"crisis_system", "landelijk crisissysteem", "crisis_information", 0.1, 0.5, 2, 4, ""},
    Kind{"town_hall", "gemeentehuis of stadsdeelkantoor", "civil_affairs", 0.25, 0.5, 2, 8, ""},
    Kind{"national_register", "landelijke basisregistraties", "base_registers", 0.25, 1, 4, 8, ""},
    Kind{"data_centre", "rekencentrum", "data_centre", 0.5, 2, 8, 8, ""},
    Kind{"works_depot", "gemeentewerf", "public_works", 0.1, 0.25, 1, 4, ""},
    Kind{"broadcast_studio", "studio van de rampenzender", "broadcast", 0.1, 0.25, 1, 4, ""},
    Kind{"broadcast_mast", "zendmast van de rampenzender", "broadcast", 0.25, 0.5, 2, 8, ""},
    Kind{"roster", "rooster", "staffing", minute_h, minute_h, minute_h, 0, ""},
    Kind{"school", "school", "education", 1, 2, 12, 48, ""},
    Kind{"community_building", "buurtgebouw of bibliotheek", "community", 0.25, 0.5, 2, 24, ""},
    Kind{"sports_centre", "sportcentrum", "community", 0.25, 0.5, 2, 24, ""},
    Kind{"outdoor_air", "buitenlucht", "outdoor_cooling", minute_h, minute_h, minute_h, 0, ""},
};

}  // namespace

std::span<const Kind> kinds() { return all_kinds; }

const Kind& kind_of(std::string_view id) {
  const auto found = std::find_if(all_kinds.begin(), all_kinds.end(), [id](const Kind& kind) { return kind.id == id; });
  ENSURE(found != all_kinds.end(), "a builder of regions uses a kind of asset that kinds.cpp does not name");
  return *found;
}

}  // namespace veer::importers::ground
