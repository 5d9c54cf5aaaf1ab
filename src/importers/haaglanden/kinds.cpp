#include "importers/haaglanden/kinds.hpp"

#include <algorithm>
#include <array>

#include "base/result.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr double minute_h = 0.02;

constexpr std::array all_kinds{
    Kind{"hv_feed_in", "380/150 kV feed-in", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"hv_station", "150 kV station", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"mv_station", "medium-voltage main station", "electricity", 0.1, 0.25, 0.5, 4, ""},
    Kind{"mv_feeding_area", "medium-voltage feeding area", "electricity", minute_h, minute_h, minute_h, 4, ""},
    Kind{"base_station", "mobile base station", "mobile", 0.25, 2, 12, 4, "TEL11"},
    Kind{"mobile_core", "core site of the mobile networks", "mobile", 0.5, 1, 4, 4, ""},
    Kind{"telecom_exchange", "aggregation exchange of fixed and mobile traffic", "fixed_telecom", 0.25, 1, 4, 4, ""},
    Kind{"telecom_hub", "street cabinet or fibre hub", "fixed_telecom", 0.25, 1, 4, 8, ""},
    Kind{"home_fixed", "fixed connections of the homes of a feeding area", "fixed_telecom", minute_h, 0.05, 0.1, 1, ""},
    Kind{"c2000_switch", "C2000 switching site", "c2000", 0.1, 0.25, 1, 2, ""},
    Kind{"c2000_site", "C2000 mast site", "c2000", 0.1, 0.25, 1, 4, ""},
    Kind{"water_production", "drinking-water production site", "drinking_water", 0.5, 2, 6, 12, ""},
    Kind{"water_zone", "drinking-water pressure zone", "drinking_water", 0.25, 1, 4, 8, ""},
    Kind{"booster", "booster pumps of high-rise buildings", "drinking_water", minute_h, 0.1, 0.5, 4, ""},
    Kind{"sewage_treatment", "sewage treatment plant", "sewage", 2, 6, 24, 24, ""},
    Kind{"sewer_district", "sewer district with its pumps", "sewage", 0.25, 1, 3, 8, ""},
    Kind{"drainage_pump", "polder drainage pump", "drainage", 0.1, 0.5, 2, 8, ""},
    Kind{"gas_district", "gas distribution district", "gas", 0.25, 0.5, 2, 8, ""},
    Kind{"heat_plant", "source of a district heating network", "heat", 1, 3, 8, 12, ""},
    Kind{"heat_district", "part of a district heating network", "heat", 3, 8, 24, 12, "HEA06"},
    Kind{"fuel_depot", "fuel depot", "fuel", 0.5, 1, 4, 8, ""},
    Kind{"fuel_station", "fuel station", "fuel", 0.1, 0.5, 2, 8, ""},
    Kind{"payment_switch", "national payment switch", "payments", 0.25, 1, 4, 4, ""},
    Kind{"cash_point", "cash machine or bank", "payments", 0.1, 0.5, 2, 8, ""},
    Kind{"road_tunnel", "road tunnel", "road", 0.25, 0.5, 2, 4, ""},
    Kind{"traffic_signals", "traffic signals of a municipality", "road", 0.1, 0.25, 1, 4, ""},
    Kind{"tram_section", "traction power of trams", "public_transport", 0.5, 1, 4, 8, ""},
    Kind{"rail_section", "traction power of trains", "public_transport", 4, 12, 24, 12, "TRA03"},
    Kind{"hospital_acute", "acute care of a hospital", "hospital_acute", 0.25, 0.5, 2, 1, ""},
    Kind{"emergency_department", "reception of ambulances by an emergency department", "hospital_acute", 0.5, 1, 4, 2, ""},
    Kind{"hospital_planned", "planned care of a hospital", "hospital_planned", 2, 6, 24, 24, ""},
    Kind{"gp_practice", "general practice", "gp_care", 0.25, 0.5, 2, 24, ""},
    Kind{"gp_post", "out-of-hours general practice", "gp_care", 0.25, 0.5, 2, 8, ""},
    Kind{"home_care_team", "home care team", "home_care", 0.5, 1, 4, 8, ""},
    Kind{"nursing_home", "nursing home", "nursing_home", 0.25, 1, 4, 8, ""},
    Kind{"alarm_centre", "call centre for personal alarms", "home_care", 0.1, 0.25, 1, 2, ""},
    Kind{"pharmacy", "pharmacy", "pharmacy", 0.25, 0.5, 2, 24, ""},
    Kind{"medicine_wholesaler", "medicine wholesaler", "pharmacy", 1, 4, 12, 24, ""},
    Kind{"distribution_centre", "food distribution centre", "food_retail", 2, 6, 24, 24, ""},
    Kind{"supermarket", "supermarket", "food_retail", 1, 2, 8, 24, ""},
    Kind{"control_room", "112 control room", "call_112", minute_h, 0.05, 0.25, 1, ""},
    Kind{"fire_station", "fire station", "fire_response", minute_h, 0.1, 0.5, 1, ""},
    Kind{"police_station", "police station", "police_response", minute_h, 0.1, 0.5, 2, ""},
    Kind{"ambulance_post", "ambulance post", "ambulance", minute_h, 0.1, 0.5, 1, ""},
    Kind{"crisis_room", "crisis room", "crisis_organisation", minute_h, 0.1, 0.5, 1, ""},
    Kind{"ghor_office", "office of the medical assistance organisation", "crisis_organisation", 0.05, 0.1, 0.5, 4, ""},
    Kind{"crisis_system", "national crisis information system", "crisis_information", 0.1, 0.5, 2, 4, ""},
    Kind{"town_hall", "town hall or municipal office", "civil_affairs", 0.25, 0.5, 2, 8, ""},
    Kind{"national_register", "national registers", "base_registers", 0.25, 1, 4, 8, ""},
    Kind{"data_centre", "data centre of a municipality", "data_centre", 0.5, 2, 8, 8, ""},
    Kind{"works_depot", "depot of public works", "public_works", 0.1, 0.25, 1, 4, ""},
    Kind{"broadcast_studio", "studio of the regional broadcaster", "broadcast", 0.1, 0.25, 1, 4, ""},
    Kind{"broadcast_mast", "transmitter of the regional broadcaster", "broadcast", 0.25, 0.5, 2, 8, ""},
    Kind{"roster", "duty roster", "staffing", minute_h, minute_h, minute_h, 0, ""},
    Kind{"school", "school", "education", 1, 2, 12, 48, ""},
    Kind{"community_building", "community centre or library", "community", 0.25, 0.5, 2, 24, ""},
    Kind{"sports_centre", "sports centre", "community", 0.25, 0.5, 2, 24, ""},
};

}  // namespace

std::span<const Kind> kinds() { return all_kinds; }

const Kind& kind_of(std::string_view id) {
  const auto found = std::find_if(all_kinds.begin(), all_kinds.end(), [id](const Kind& kind) { return kind.id == id; });
  ENSURE(found != all_kinds.end(), "the builder of Haaglanden uses a kind of asset that kinds.cpp does not name");
  return *found;
}

}  // namespace veer::importers::haaglanden
