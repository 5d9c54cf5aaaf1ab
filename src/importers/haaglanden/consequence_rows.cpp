#include <array>

#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

struct ConsequenceRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* measure;
  const char* subject;
  const char* least;
  const char* track;
  const char* criterion;
};
constexpr std::array consequences{
    ConsequenceRow{"no-water", "Inwoners zonder drinkwater", "Residents without drinking water", "unmet", "water",
                   "2500", "car", "2.3"},
    ConsequenceRow{"no-food", "Inwoners zonder eten", "Residents without food", "unmet", "food", "2500", "car", "2.3"},
    ConsequenceRow{"cold-homes", "Inwoners in een te koude woning", "Residents in a home that is too cold", "unmet",
                   "warmth", "2500", "car", "2.3"},
    ConsequenceRow{"no-sanitation", "Inwoners zonder werkend toilet", "Residents without a working toilet", "unmet",
                   "sanitation", "2500", "car", "2.3"},
    ConsequenceRow{"no-light", "Inwoners zonder licht en opgeladen telefoon",
                   "Residents without light and a charged telephone", "unmet", "light", "2500", "car", "5.1"},
    ConsequenceRow{"no-cash", "Inwoners die niet kunnen betalen", "Residents who cannot pay", "unmet", "cash", "2500",
                   "car", "5.1"},
    ConsequenceRow{"no-information", "Inwoners die geen informatie krijgen", "Residents who get no information",
                   "unmet", "information", "2500", "car", "5.1"},
    ConsequenceRow{"no-care", "Inwoners die zorg missen", "Residents who go without care", "unmet", "medical_care",
                   "250", "car", "2.2"},
    ConsequenceRow{"no-medicines", "Inwoners zonder hun medicijnen", "Residents without their medicines", "unmet",
                   "medicines", "250", "car", "2.2"},
    ConsequenceRow{"medical-power", "Patiënten thuis zonder stroom voor hun apparaat",
                   "Patients at home without power for their device", "unmet", "medical_power", "5",
                   "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"no-112", "Inwoners die 112 niet kunnen bellen", "Residents who cannot call 112", "without", "alarm",
                   "2500", "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"no-safety", "Inwoners voor wie geen hulpdienst uitrukt",
                   "Residents for whom no emergency service turns out", "unmet", "safety", "2500",
                   "veiligheidsdirectie", "5.1"},
    ConsequenceRow{"no-call-taking", "De meldkamer werkt niet", "The control room does not work", "down", "call_112",
                   "1", "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"no-radio", "Opstelpunten van C2000 vallen uit", "C2000 sites fail", "down", "c2000", "3",
                   "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"no-emergency-care", "Spoedeisende hulp neemt geen patiënten op",
                   "Emergency departments take no patients", "down", "emergency_care", "1", "veiligheidsdirectie",
                   "2.1"},
    ConsequenceRow{"no-crisis-rooms", "Crisisruimten vallen uit", "Crisis rooms fail", "down", "crisis_organisation",
                   "1", "veiligheidsdirectie", "5.2"},
    ConsequenceRow{"nursing-homes", "Verpleeghuizen kunnen geen zorg geven", "Nursing homes cannot give care", "down",
                   "nursing_home", "2", "veiligheidsdirectie", "2.2"},
    ConsequenceRow{"no-fuel", "Tankstations dicht", "Fuel stations closed", "down", "fuel", "40", "veiligheidsdirectie",
                   "3.1"},
    ConsequenceRow{"polders", "Poldergemalen staan stil", "Polder pumps stand still", "down", "drainage", "4",
                   "veiligheidsdirectie", "4.1"},
    ConsequenceRow{"sewers", "Rioleringsgebieden storten over", "Sewer districts overflow", "down", "sewage", "6",
                   "veiligheidsdirectie", "4.1"},
    ConsequenceRow{"late-crisis-teams", "Crisisteams liggen langer stil dan kan (MTPD)",
                   "Crisis teams are down for longer than can be borne (MTPD)", "late", "crisis_organisation", "1",
                   "veiligheidsdirectie", "5.2"},
    ConsequenceRow{"late-public-information", "Crisiscommunicatie ligt langer stil dan kan (MTPD)",
                   "Crisis communication is down for longer than can be borne (MTPD)", "late", "public_information",
                   "1", "veiligheidsdirectie", "5.2"},
    ConsequenceRow{"late-population-care", "Bevolkingszorg en opvang liggen langer stil dan kan (MTPD)",
                   "Population care and shelter are down for longer than can be borne (MTPD)", "late", "shelter_care",
                   "1", "car", "5.1"},
    ConsequenceRow{"late-civil-affairs", "Burgerzaken ligt langer stil dan kan (MTPD)",
                   "Civil affairs is down for longer than can be borne (MTPD)", "late", "civil_affairs", "1", "car",
                   "5.1"},
    ConsequenceRow{"late-social-support", "Het sociaal domein ligt langer stil dan kan (MTPD)",
                   "Social support is down for longer than can be borne (MTPD)", "late", "social_support", "1", "car",
                   "2.2"},
    ConsequenceRow{"late-municipal-it", "ICT van gemeenten ligt langer stil dan kan (MTPD)",
                   "Municipal IT is down for longer than can be borne (MTPD)", "late", "data_centre", "1", "car",
                   "5.1"},
    ConsequenceRow{"late-enforcement", "Toezicht en handhaving liggen langer stil dan kan (MTPD)",
                   "Municipal enforcement is down for longer than can be borne (MTPD)", "late", "public_order", "1",
                   "car", "5.1"},
    ConsequenceRow{"late-public-works", "Openbare ruimte en afval liggen langer stil dan kan (MTPD)",
                   "Public works and waste are down for longer than can be borne (MTPD)", "late", "public_works", "1",
                   "car", "5.1"},
    ConsequenceRow{"late-control-room", "Processen van de meldkamer liggen langer stil dan kan (MTPD)",
                   "Processes of the control room are down for longer than can be borne (MTPD)", "late", "call_112",
                   "1", "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"late-fire-service", "Processen van de brandweer liggen langer stil dan kan (MTPD)",
                   "Processes of the fire service are down for longer than can be borne (MTPD)", "late",
                   "fire_response", "1", "veiligheidsdirectie", "2.1"},
    ConsequenceRow{"late-police", "Processen van de politie liggen langer stil dan kan (MTPD)",
                   "Processes of the police are down for longer than can be borne (MTPD)", "late", "police_response",
                   "1", "veiligheidsdirectie", "5.1"},
    ConsequenceRow{"late-ambulances", "Processen van de ambulancezorg liggen langer stil dan kan (MTPD)",
                   "Processes of the ambulance service are down for longer than can be borne (MTPD)", "late",
                   "ambulance", "1", "veiligheidsdirectie", "2.1"},
};

struct ScaleRow {
  const char* id;
  const char* scale;
  const char* criterion;
  const char* from_days;
  const char* until_days;
  const char* classes;
  const char* borders;
};
/// National classes by number of people and length, regional ones about a twenty-fifth of them; recalled, to be
/// checked.
constexpr std::array scales{
    ScaleRow{"national/2.3/days", "national", "2.3", "2", "7", "ABCDD", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/2.3/weeks", "national", "2.3", "7", "30", "BCDEE", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/2.3/month", "national", "2.3", "30", "", "CDEEE", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/5.1/days", "national", "5.1", "2", "7", "ABCDD", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/5.1/weeks", "national", "5.1", "7", "30", "BCDEE", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/5.1/month", "national", "5.1", "30", "", "CDEEE", "10000 100000 1000000 1000000000"},
    ScaleRow{"national/3.1", "national", "3.1", "0", "", "ABCDE", "50000000 500000000 5000000000 50000000000"},
    ScaleRow{"regional/2.3/days", "regional", "2.3", "2", "7", "ABCDD", "400 4000 40000 1000000000"},
    ScaleRow{"regional/2.3/weeks", "regional", "2.3", "7", "", "BCDEE", "400 4000 40000 1000000000"},
    ScaleRow{"regional/5.1/days", "regional", "5.1", "2", "7", "ABCDD", "400 4000 40000 1000000000"},
    ScaleRow{"regional/5.1/weeks", "regional", "5.1", "7", "", "BCDEE", "400 4000 40000 1000000000"},
    ScaleRow{"regional/3.1", "regional", "3.1", "0", "", "ABCDE", "2000000 20000000 200000000 2000000000"},
};

}  // namespace

void add_consequences(Context& context) {
  for (const ConsequenceRow& row : consequences)
    context.draft.row("consequences", {{"id", row.id},
                                       {"name_nl", row.nl},
                                       {"name_en", row.en},
                                       {"measure", row.measure},
                                       {"subject", row.subject},
                                       {"least", row.least},
                                       {"track", row.track},
                                       {"criterion", row.criterion},
                                       {"source", "layout"},
                                       {"confidence", "assumption"}});
  for (const ScaleRow& row : scales)
    context.draft.row("impact_scales", {{"id", row.id},
                                        {"scale", row.scale},
                                        {"criterion", row.criterion},
                                        {"from_days", row.from_days},
                                        {"until_days", row.until_days},
                                        {"classes", row.classes},
                                        {"borders", row.borders},
                                        {"source", "national-risk"},
                                        {"confidence", "assumption"}});
}

}  // namespace veer::importers::haaglanden
