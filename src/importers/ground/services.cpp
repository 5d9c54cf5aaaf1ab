#include <array>

#include "base/text.hpp"
#include "importers/ground/ground.hpp"

namespace veer::importers::ground {

namespace {

struct ServiceRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* kind;
  int pillar;
  const char* category;  ///< of the older national list (A, B); empty: not on it
  double mtpd_h;         ///< what the public can bear; 0: not stated
};
/// MTPD of services and daily needs are planning values; those of water and sewage lean on WAT05 and WAT09.
constexpr std::array services{
    ServiceRow{"electricity", "Elektriciteit", "Electricity", "vital", 1, "A/B", 8},
    ServiceRow{"mobile", "Mobiele telefonie en data", "Mobile telephony and data", "vital", 1, "B", 8},
    ServiceRow{"fixed_telecom", "Vaste netten (knooppunten en wijkkasten)",
               "Fixed networks (exchanges and street cabinets)", "vital", 1, "B", 24},
    ServiceRow{"home_internet", "Internet en vaste telefoon thuis", "Internet and fixed telephone at home", "vital", 1,
               "B", 24},
    ServiceRow{"c2000", "C2000", "C2000 emergency radio", "vital", 1, "B", 0.5},
    ServiceRow{"drinking_water", "Drinkwater", "Drinking water", "vital", 1, "A", 24},
    ServiceRow{"high_rise_water", "Drinkwater in hoogbouw", "Drinking water in high-rise", "vital", 1, "A", 24},
    ServiceRow{"sewage", "Riolering en zuivering", "Sewage", "vital", 1, "", 24},
    ServiceRow{"drainage", "Waterbeheer polders", "Polder drainage", "vital", 1, "A", 24},
    ServiceRow{"gas", "Aardgas", "Natural gas", "vital", 1, "A/B", 24},
    ServiceRow{"heat", "Warmtenetten", "District heating", "vital", 1, "", 24},
    ServiceRow{"fuel", "Brandstof", "Fuel", "vital", 1, "A", 24},
    ServiceRow{"payments", "Betalingsverkeer en contant geld", "Payments and cash", "vital", 4, "B", 24},
    ServiceRow{"road", "Wegverkeer en tunnels", "Roads and tunnels", "vital", 1, "B", 24},
    ServiceRow{"public_transport", "Openbaar vervoer", "Public transport", "vital", 1, "B", 48},
    ServiceRow{"hospital_acute", "Ziekenhuiszorg acuut", "Acute hospital care", "vital", 4, "", 1},
    ServiceRow{"emergency_care", "Spoedeisende hulp (opvang van ambulances)",
               "Emergency departments (reception of ambulances)", "vital", 4, "", 2},
    ServiceRow{"hospital_planned", "Ziekenhuiszorg planbaar", "Planned hospital care", "vital", 4, "", 168},
    ServiceRow{"gp_care", "Huisartsenzorg", "General practice", "vital", 4, "", 24},
    ServiceRow{"home_care", "Thuiszorg", "Home care", "vital", 4, "", 12},
    ServiceRow{"nursing_home", "Verpleeghuiszorg", "Nursing homes", "vital", 4, "", 6},
    ServiceRow{"pharmacy", "Geneesmiddelenvoorziening", "Medicine supply", "vital", 4, "", 48},
    ServiceRow{"food_retail", "Levensmiddelenhandel", "Food retail", "vital", 4, "", 72},
    ServiceRow{"call_112", "Noodoproepen 112", "112 call taking", "vital", 1, "B", 0.25},
    ServiceRow{"fire_response", "Brandweerzorg", "Fire response", "vital", 1, "", 0.5},
    ServiceRow{"police_response", "Politiezorg", "Police response", "vital", 1, "B", 1},
    ServiceRow{"ambulance", "Ambulancezorg", "Ambulance care", "vital", 1, "", 0.5},
    ServiceRow{"crisis_organisation", "Crisisorganisatie", "Crisis organisation", "vital", 3, "", 4},
    ServiceRow{"crisis_information", "Crisisinformatiesystemen", "Crisis information systems", "vital", 3, "", 8},
    ServiceRow{"civil_affairs", "Burgerzaken", "Civil affairs", "vital", 3, "", 72},
    ServiceRow{"base_registers", "Basisregistraties", "National registers", "vital", 3, "B", 48},
    ServiceRow{"social_support", "Sociaal domein", "Social support", "vital", 2, "", 24},
    ServiceRow{"public_information", "Publieksvoorlichting", "Public information", "vital", 2, "", 4},
    ServiceRow{"shelter_care", "Opvang en bevolkingszorg", "Shelter and population care", "vital", 2, "", 12},
    ServiceRow{"public_order", "Toezicht en handhaving", "Municipal enforcement", "vital", 3, "", 12},
    ServiceRow{"public_works", "Openbare ruimte en afval", "Public works and waste", "vital", 1, "", 72},
    ServiceRow{"data_centre", "Gemeentelijke ICT", "Municipal data centres", "vital", 3, "", 24},
    ServiceRow{"broadcast", "Regionale rampenzender", "Regional broadcaster", "vital", 2, "", 4},
    ServiceRow{"education", "Onderwijs", "Education", "vital", 4, "", 120},
    ServiceRow{"community", "Buurt- en sportgebouwen", "Community and sports buildings", "vital", 2, "", 0},
    ServiceRow{"staffing", "Beschikbaar personeel", "Available staff", "vital", 3, "", 0},
    ServiceRow{"internal", "Andere processen van de eigen organisatie", "Other processes of the same organisation",
               "vital", 3, "", 0},
    ServiceRow{"water", "Water", "Water", "daily_need", 2, "", 24},
    ServiceRow{"food", "Voedsel", "Food", "daily_need", 4, "", 72},
    ServiceRow{"warmth", "Warmte", "Warmth", "daily_need", 4, "", 24},
    ServiceRow{"light", "Licht en opladen", "Light and charging", "daily_need", 4, "", 48},
    ServiceRow{"information", "Informatie", "Information", "daily_need", 2, "", 4},
    ServiceRow{"alarm", "Alarmeren (112)", "Calling 112", "daily_need", 1, "", 0.25},
    ServiceRow{"medical_care", "Medische zorg", "Medical care", "daily_need", 4, "", 12},
    ServiceRow{"medicines", "Medicijnen", "Medicines", "daily_need", 4, "", 48},
    ServiceRow{"medical_power", "Stroom voor medische apparatuur", "Power for medical equipment", "daily_need", 4, "",
               4},
    ServiceRow{"sanitation", "Toilet en hygiëne", "Sanitation", "daily_need", 2, "", 24},
    ServiceRow{"cash", "Geld en betalen", "Cash and payments", "daily_need", 4, "", 72},
    ServiceRow{"safety", "Veiligheid", "Safety", "daily_need", 3, "", 1},
    ServiceRow{"outdoor_cooling", "Afkoelen aan de buitenlucht", "Cooling by the air outdoors", "vital", 4, "", 0},
    ServiceRow{"cooling", "Koelte", "Coolness", "daily_need", 4, "", 24},
};

}  // namespace

void add_services(Draft& draft) {
  for (const ServiceRow& row : services)
    draft.row("services", {{"id", row.id},
                           {"name_nl", row.nl},
                           {"name_en", row.en},
                           {"kind", row.kind},
                           {"pillar", std::to_string(row.pillar)},
                           {"category", row.category},
                           {"mtpd_h", row.mtpd_h > 0 ? canonical_number(row.mtpd_h) : ""},
                           {"source", "vital-processes"},
                           {"confidence", "assumption"}});
}

}  // namespace veer::importers::ground
