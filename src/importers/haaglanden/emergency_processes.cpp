#include <array>

#include "base/result.hpp"
#include "geo/rd.hpp"
#include "importers/haaglanden/process_draft.hpp"

namespace veer::importers::haaglanden {

namespace {

struct OrganisationSpec {
  const char* organisation;
  const char* roster;
  ProcessSpec process;
};

constexpr const char* region = "vrh";
constexpr const char* fire = "brandweer-haaglanden";
constexpr const char* police = "politie-den-haag";
constexpr const char* ambulance = "ambulance-haaglanden";
constexpr const char* medical = "ghor-haaglanden";
constexpr const char* room_112 = "meldkamer";
constexpr const char* direction = "veiligheidsdirectie";

/// Activities of the safety region and the emergency services. Attendance in 45 and 60 minutes repeats GOV03 and GOV04;
/// other objectives are planning values (assumption).
///
/// Letters: R regional crisis room, C radio, mobile or messengers, L national crisis information system, D data centre
/// of the region, X own roster, Y control room, F fuel, K one living channel to the public, Q half of the fire
/// stations, O half of the police stations, A half of the ambulance posts, E an emergency department, G office of GHOR,
/// H half of the acute hospitals, P water for extinguishing, T paging over the C2000 sites, W the same with messengers
/// and attendance without a call behind it. A team that sits does not stop when alerting stops: `rot` does not come
/// after `grip-alarm`.
constexpr std::array specs{
    OrganisationSpec{
        region,
        "vrh",
        {"grip-alarm", "Alarmeren van de crisisorganisatie", "Alerting the crisis organisation", "crisis_organisation",
         3, direction, 0.5, 1, "Alle sleutelfunctionarissen zijn gewaarschuwd of komen zonder oproep",
         "process.restart.crisis", "YWX", "", ""}},
    OrganisationSpec{
        region,
        "vrh",
        {"rot", "Regionaal operationeel team", "Regional operational team", "crisis_organisation", 3, direction, 0.75,
         2, "Leiding en informatie van het ROT zijn bezet", "process.restart.crisis", "RCX", "D", ""}},
    OrganisationSpec{region,
                     "vrh",
                     {"rbt", "Regionaal beleidsteam", "Regional policy team", "crisis_organisation", 3, direction, 1, 4,
                      "De burgemeesters kunnen samen besluiten", "process.restart.crisis", "RCX", "", "rot"}},
    OrganisationSpec{region,
                     "vrh",
                     {"information", "Informatiemanagement (netcentrisch beeld)", "Information management",
                      "crisis_organisation", 3, direction, 1, 4, "Elke twee uur een gedeeld beeld, zo nodig op papier",
                      "process.restart.crisis", "RCX", "LD", "rot"}},
    OrganisationSpec{
        region,
        "vrh",
        {"crisis-communication", "Regionale crisiscommunicatie", "Regional crisis communication", "public_information",
         2, direction, 1, 4, "Elke drie uur een boodschap langs minstens één werkend kanaal", "process.restart.crisis",
         "RKX", "D", "rot"}},
    OrganisationSpec{
        region,
        "vrh",
        {"population-care", "Coördinatie bevolkingszorg", "Coordination of population care", "shelter_care", 2, "car",
         2, 8, "Hulpvragen van gemeenten worden verdeeld", "process.restart.crisis", "RCX", "", "rot"}},
    OrganisationSpec{
        region,
        "vrh",
        {"resource-coordination", "Verdelen van brandstof en noodstroom", "Sharing out fuel and generators", "fuel", 1,
         direction, 4, 12, "Vaste volgorde van levering is bekend en wordt gereden", "process.restart.crisis", "RCFX",
         "", "rot"}},
    OrganisationSpec{
        region,
        "vrh",
        {"logistics", "Logistiek en verzorging van eigen mensen", "Logistics for own staff", "crisis_organisation", 3,
         direction, 4, 24, "Eten, rust en aflossing voor elke dienst", "process.restart.crisis", "FXC", "", ""}},
    OrganisationSpec{
        region,
        "vrh",
        {"staff-planning", "Personeelsplanning en aflossing", "Staff planning and relief", "crisis_organisation", 3,
         direction, 8, 24, "Rooster voor 72 uur op papier", "process.restart.office", "XD", "", ""}},
    OrganisationSpec{region,
                     "vrh",
                     {"coordinating-points", "Coördinerende noodsteunpunten", "Coordinating support points",
                      "shelter_care", 2, "car", 4, 12, "De helft van de kazernes kan als noodsteunpunt werken",
                      "process.restart.crisis", "QCX", "", "population-care"}},
    OrganisationSpec{
        region,
        "vrh",
        {"medical-link", "Aansluiting van de witte kolom", "Link with the medical column", "crisis_organisation", 1,
         direction, 2, 8, "GHOR zit in het ROT", "process.restart.crisis", "GCX", "", "rot"}},
    OrganisationSpec{
        region,
        "vrh",
        {"fire-service-command", "Regionale leiding brandweer", "Regional fire command", "fire_response", 1, direction,
         0.5, 2, "Dekking van de regio wordt elk uur bepaald", "process.restart.crisis", "YCX", "", ""}},
    OrganisationSpec{fire,
                     "brandweer",
                     {"turn-out", "Uitrukken", "Turning out", "fire_response", 1, direction, 0.25, 1,
                      "De helft van de kazernes rukt uit", "process.restart.crisis", "QX", "", ""}},
    OrganisationSpec{fire,
                     "brandweer",
                     {"dispatch", "Aansturing van eenheden", "Directing units", "fire_response", 1, direction, 0.25, 1,
                      "Eenheden krijgen hun opdracht", "process.restart.crisis", "YCX", "", ""}},
    OrganisationSpec{fire,
                     "brandweer",
                     {"fuel", "Brandstof voor voertuigen", "Fuel for vehicles", "fuel", 1, direction, 8, 24,
                      "Elk voertuig tankt één keer per etmaal", "process.restart.crisis", "F", "", ""}},
    OrganisationSpec{fire,
                     "brandweer",
                     {"extinguishing-water", "Bluswater", "Water for extinguishing", "drinking_water", 1, direction, 1,
                      4, "Brandkranen of open water per wijk", "process.restart.crisis", "P", "", ""}},
    OrganisationSpec{fire,
                     "brandweer",
                     {"crew-relief", "Aflossing van ploegen", "Relief of crews", "fire_response", 1, direction, 8, 16,
                      "Elke ploeg wordt na twaalf uur afgelost", "process.restart.office", "XQ", "", ""}},
    OrganisationSpec{police,
                     "politie",
                     {"emergency-response", "Noodhulp", "Emergency response", "police_response", 1, direction, 0.25, 1,
                      "Eén auto per basisteam beschikbaar", "process.restart.crisis", "OX", "", ""}},
    OrganisationSpec{police,
                     "politie",
                     {"dispatch", "Aansturing van eenheden", "Directing units", "police_response", 1, direction, 0.25,
                      1, "Eenheden krijgen hun opdracht", "process.restart.crisis", "YCX", "", ""}},
    OrganisationSpec{
        police,
        "politie",
        {"public-order", "Openbare orde", "Public order", "police_response", 3, direction, 2, 8,
         "Bewaking van vitale plaatsen en winkelgebieden", "process.restart.crisis", "OCX", "", "emergency-response"}},
    OrganisationSpec{police,
                     "politie",
                     {"custody", "Arrestantenzorg", "Custody", "police_response", 3, direction, 4, 24,
                      "Arrestanten zitten veilig en warm", "process.restart.office", "OX", "", ""}},
    OrganisationSpec{
        police,
        "politie",
        {"staff-command", "Staf grootschalig optreden", "Staff for large operations", "police_response", 3, direction,
         2, 8, "De staf is bezet en heeft verbinding", "process.restart.crisis", "OCX", "", ""}},
    OrganisationSpec{ambulance,
                     "ambulance",
                     {"response", "Spoedvervoer", "Emergency transport", "ambulance", 1, direction, 0.25, 1,
                      "De helft van de posten rijdt", "process.restart.crisis", "AX", "", ""}},
    OrganisationSpec{ambulance,
                     "ambulance",
                     {"dispatch", "Uitgifte van ritten", "Dispatch", "ambulance", 1, direction, 0.25, 1,
                      "Elke spoedrit wordt uitgegeven", "process.restart.crisis", "YCX", "", ""}},
    OrganisationSpec{
        ambulance,
        "ambulance",
        {"handover", "Overdracht aan een spoedeisende hulp", "Handover to an emergency department", "hospital_acute", 1,
         direction, 0.5, 2, "Eén spoedeisende hulp in de regio neemt op", "process.restart.crisis", "E", "", ""}},
    OrganisationSpec{ambulance,
                     "ambulance",
                     {"supply", "Brandstof, zuurstof en geneesmiddelen", "Fuel, oxygen and medicines", "ambulance", 1,
                      direction, 8, 24, "Voorraad voor elke volgende dienst", "process.restart.office", "FX", "", ""}},
    OrganisationSpec{
        medical,
        "ghor",
        {"coordination", "Leiding van de geneeskundige hulp", "Command of medical assistance", "crisis_organisation", 1,
         direction, 1, 4, "De directeur publieke gezondheid en het actiecentrum zijn bezet", "process.restart.crisis",
         "GCX", "", ""}},
    OrganisationSpec{medical,
                     "ghor",
                     {"care-picture", "Beeld van de zorgketen", "Picture of the care chain", "crisis_organisation", 1,
                      direction, 2, 8, "Twee keer per dag stand van ziekenhuizen en verpleeghuizen",
                      "process.restart.crisis", "GCX", "L", "coordination"}},
    OrganisationSpec{
        medical,
        "ghor",
        {"patient-spreading", "Spreiden van patiënten", "Spreading patients", "hospital_acute", 1, direction, 2, 8,
         "De helft van de acute ziekenhuizen neemt op", "process.restart.crisis", "HCX", "", "coordination"}},
    OrganisationSpec{
        medical,
        "ghor",
        {"public-health", "Advies over gezondheid en hygiëne", "Advice on health and hygiene", "public_information", 2,
         direction, 8, 24, "Advies over water, kou en koolmonoxide", "process.restart.office", "GX", "", ""}},
    OrganisationSpec{room_112,
                     "meldkamer",
                     {"call-taking", "Aannemen van noodoproepen", "Taking emergency calls", "call_112", 1, direction,
                      0.1, 0.5, "Elke binnengekomen oproep wordt aangenomen", "process.restart.crisis", "YX", "", ""}},
    OrganisationSpec{room_112,
                     "meldkamer",
                     {"dispatch", "Uitgifte aan de hulpdiensten", "Dispatching the services", "call_112", 1, direction,
                      0.25, 1, "Elke melding bereikt een eenheid", "process.restart.crisis", "YCX", "", "call-taking"}},
    OrganisationSpec{room_112,
                     "meldkamer",
                     {"paging", "Alarmeren met pagers", "Paging", "c2000", 1, direction, 0.25, 1,
                      "Vrijwilligers en piket zijn oproepbaar", "process.restart.crisis", "YT", "", ""}},
    OrganisationSpec{
        room_112,
        "meldkamer",
        {"picture", "Eerste beeld en opschaling", "First picture and escalation", "call_112", 1, direction, 0.5, 2,
         "De calamiteitencoördinator deelt een eerste beeld", "process.restart.crisis", "YCX", "L", "call-taking"}},
};

std::vector<std::string> all_of(const Draft& draft, const std::string& kind) {
  std::vector<std::string> references;
  for (const Placed& placed : draft.placed(kind)) references.push_back(placed.reference);
  return references;
}

/// Half of them, rounded up.
Leaning half_of(const Draft& draft, const std::string& kind, const std::string& service) {
  std::vector<std::string> references = all_of(draft, kind);
  const std::size_t half = (references.size() + 1) / 2;
  return {.service = service, .suppliers = std::move(references), .k = std::to_string(half)};
}

Leaning leaning_of(const Context& context, const std::string& roster, geo::LonLat centre, char letter) {
  const Draft& draft = context.draft;
  switch (letter) {
    case 'R':
      return {.service = "crisis_organisation", .suppliers = {"assets/crisis-room/vrh"}};
    case 'C': {
      std::vector<std::string> ways = draft.nearest("c2000_site", centre, 3);
      for (std::string& mast : draft.nearest("base_station", centre, 2)) ways.push_back(std::move(mast));
      return {.service = "c2000", .suppliers = std::move(ways), .manual = "messenger.manual"};
    }
    case 'L':
      return {.service = "crisis_information", .suppliers = {"assets/crisis-system/national"}};
    case 'D':
      return {.service = "data_centre", .suppliers = {"assets/data-centre/vrh"}, .manual = "paper.manual"};
    case 'X':
      return {.service = "staffing", .suppliers = {"assets/roster/" + roster}};
    case 'Y':
      return {.service = "call_112", .suppliers = {"assets/control-room/de-yp"}};
    case 'F':
      return {.service = "fuel", .suppliers = {"assets/fuel-depot/haaglanden"}, .manual = "vehicle.tank"};
    case 'K': {
      std::vector<std::string> ways = draft.nearest("base_station", centre, 2);
      ways.emplace_back("assets/broadcast-mast/west");
      ways.emplace_back("assets/data-centre/vrh");
      return {.service = "public_information", .suppliers = std::move(ways)};
    }
    case 'Q':
      return half_of(draft, "fire_station", "fire_response");
    case 'O':
      return half_of(draft, "police_station", "police_response");
    case 'A':
      return half_of(draft, "ambulance_post", "ambulance");
    case 'E':
      return {.service = "emergency_care", .suppliers = all_of(draft, "emergency_department")};
    case 'H':
      return half_of(draft, "hospital_acute", "hospital_acute");
    case 'G':
      return {.service = "crisis_organisation", .suppliers = {"assets/ghor-office/haaglanden"}};
    case 'P':
      return half_of(draft, "water_zone", "drinking_water");
    case 'T':
      return half_of(draft, "c2000_site", "c2000");
    case 'W': {
      Leaning alerting = half_of(draft, "c2000_site", "c2000");
      alerting.manual = "messenger.manual";
      return alerting;
    }
    default:
      break;
  }
  ENSURE(false, "a process of an emergency service leans on a letter that has no meaning");
  return {};
}

}  // namespace

void add_emergency_processes(Context& context) {
  geo::LonLat centre{4.257, 52.053};
  for (const Placed& room : context.draft.placed("crisis_room"))
    if (room.reference == "assets/crisis-room/vrh") centre = geo::to_lonlat(room.at);
  for (const OrganisationSpec& spec : specs)
    add_process(context, spec.organisation, spec.process,
                [&](char letter) { return leaning_of(context, spec.roster, centre, letter); });
}

}  // namespace veer::importers::haaglanden
