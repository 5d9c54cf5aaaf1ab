#include <array>

#include "base/result.hpp"
#include "importers/haaglanden/process_draft.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Sixteen continuity-critical activities of every municipality. Objectives are planning values (assumption) except
/// where a norm stands behind them: shelter in three hours for 200 people at most (NSP22–NSP24), the policy team in one
/// hour (GOV04).
///
/// Letters: R crisis room, C radio, mobile or messengers, X crisis roster, K one living channel to the public, V a
/// building for shelter, H a town hall, D data centre or paper, I data centre, N national registers, S staff roster, P
/// payments, M reachable by telephone, T the same or a counter, B street roster, W works depot, F fuel.
constexpr std::array specs{
    ProcessSpec{"crisis-team", "Crisisteam en beleidsteam", "Crisis and policy team", "crisis_organisation", 3,
                "veiligheidsdirectie", 1, 4, "Het beleidsteam komt bijeen, besluit en geeft besluiten door",
                "process.restart.crisis", "RCX", "D", ""},
    ProcessSpec{"crisis-communication", "Crisiscommunicatie", "Crisis communication", "public_information", 2,
                "veiligheidsdirectie", 1, 4, "Elke drie uur een boodschap langs minstens één werkend kanaal",
                "process.restart.crisis", "RXK", "D", "crisis-team"},
    ProcessSpec{"population-care", "Bevolkingszorg", "Population care", "shelter_care", 2, "car", 2, 8,
                "Het team bevolkingszorg is bezet en neemt hulpvragen aan", "process.restart.crisis", "RCX", "",
                "crisis-team"},
    ProcessSpec{"shelter", "Opvang van inwoners", "Shelter", "shelter_care", 2, "car", 3, 12,
                "Eén verwarmde opvang voor 200 mensen is open", "process.restart.office", "VX", "", "population-care"},
    ProcessSpec{"support-points", "Noodsteunpunten aansturen", "Running the support points", "shelter_care", 2, "car",
                4, 8, "Elk open noodsteunpunt krijgt twee keer per dag bericht", "process.restart.crisis", "RCX", "",
                "population-care"},
    ProcessSpec{"civil-registration", "Aangifte van geboorte en overlijden", "Registering births and deaths",
                "civil_affairs", 3, "car", 24, 72, "Aangiften worden op papier vastgelegd", "process.restart.office",
                "HDS", "N", ""},
    ProcessSpec{"burial", "Verlof tot begraven of cremeren", "Permits for burial", "civil_affairs", 3, "car", 24, 72,
                "Verlof binnen een dag na aangifte", "process.restart.office", "HS", "", "civil-registration"},
    ProcessSpec{"travel-documents", "Reisdocumenten in nood", "Travel documents in need", "civil_affairs", 3, "car", 48,
                96, "Een nooddocument binnen twee dagen", "process.restart.office", "HDNS", "", ""},
    ProcessSpec{"benefits", "Uitkeringen en noodbetalingen", "Benefit payments", "social_support", 4, "car", 24, 96,
                "Noodbetaling in contant geld", "process.restart.office", "DPS", "", ""},
    ProcessSpec{"social-support", "Spoedhulp Wmo en jeugd", "Urgent social support", "social_support", 2, "car", 8, 24,
                "Bekende kwetsbare inwoners worden bezocht, zo nodig van een papieren lijst", "process.restart.office",
                "SF", "MD", ""},
    ProcessSpec{"call-centre", "Klantcontact (14-nummer)", "Call centre", "public_information", 2, "car", 2, 8,
                "Inwoners kunnen bellen of aan een balie terecht", "process.restart.office", "TS", "D", ""},
    ProcessSpec{"it-operations", "ICT en rekencentrum", "IT operations", "data_centre", 3, "car", 4, 24,
                "Kernsystemen draaien, ook vanaf een noodlocatie", "process.restart.office", "IS", "", ""},
    ProcessSpec{"public-order", "Handhaving op straat", "Enforcement in the streets", "public_order", 3,
                "veiligheidsdirectie", 4, 12, "Eén koppel per stadsdeel of kern op straat", "process.restart.crisis",
                "CB", "", ""},
    ProcessSpec{"road-clearing", "Wegen en voorzieningen vrijhouden", "Keeping roads and facilities clear",
                "public_works", 1, "car", 4, 24, "Hoofdroutes voor hulpdiensten zijn vrij", "process.restart.crisis",
                "WBC", "", ""},
    ProcessSpec{"waste", "Afval inzamelen", "Waste collection", "public_works", 2, "car", 72, 168,
                "Afval van zorginstellingen wordt opgehaald", "process.restart.office", "WBF", "", ""},
    ProcessSpec{"council", "Besluiten van college en raad", "Decisions of board and council", "crisis_organisation", 3,
                "car", 24, 72, "College en raad kunnen op één plaats besluiten", "process.restart.office", "HS", "D",
                ""},
};

Leaning leaning_of(const Context& context, const MunicipalityFact& municipality, char letter) {
  const Draft& draft = context.draft;
  const geo::LonLat hall = main_hall(context, municipality);
  const auto own = [&](const std::string& kind) {
    return std::vector<std::string>{"assets/" + kind + "/" + municipality.id};
  };
  const auto duty = [&](const std::string& name) {
    return std::vector<std::string>{"assets/roster/" + municipality.id + "-" + name};
  };
  switch (letter) {
    case 'R':
      return {.service = "crisis_organisation", .suppliers = own("crisis-room")};
    case 'C': {
      std::vector<std::string> ways = draft.nearest("c2000_site", hall, 3);
      for (std::string& mast : draft.nearest("base_station", hall, 2)) ways.push_back(std::move(mast));
      return {.service = "c2000", .suppliers = std::move(ways), .manual = "messenger.manual"};
    }
    case 'X':
      return {.service = "staffing", .suppliers = duty("crisis")};
    case 'S':
      return {.service = "staffing", .suppliers = duty("staff")};
    case 'B':
      return {.service = "staffing", .suppliers = duty("street")};
    case 'K': {
      std::vector<std::string> ways = draft.nearest("base_station", hall, 2);
      ways.emplace_back("assets/broadcast-mast/west");
      ways.push_back(own("data-centre").front());
      return {.service = "public_information", .suppliers = std::move(ways)};
    }
    case 'V':
      return {.service = "community",
              .suppliers = draft.nearest("sports_centre", hall, 5),
              .manual = "mobile_set.stay",
              .manual_from = "GEN19"};
    case 'H': {
      std::vector<std::string> halls;
      for (const Placed& placed : draft.placed("town_hall"))
        if (placed.municipality == municipality.id) halls.push_back(placed.reference);
      return {.service = "civil_affairs", .suppliers = std::move(halls), .manual = "paper.manual"};
    }
    case 'D':
      return {.service = "data_centre", .suppliers = own("data-centre"), .manual = "paper.manual"};
    case 'I':
      return {.service = "data_centre", .suppliers = own("data-centre")};
    case 'T': {
      Leaning reachable = leaning_of(context, municipality, 'M');
      reachable.manual = "paper.manual";
      return reachable;
    }
    case 'N':
      return {.service = "base_registers", .suppliers = {"assets/national-register/brp"}};
    case 'P':
      return {.service = "payments", .suppliers = {"assets/payment-switch/national"}, .manual = "paper.manual"};
    case 'M': {
      std::vector<std::string> ways = draft.nearest("base_station", hall, 3);
      for (std::string& hub : draft.nearest("telecom_hub", hall, 1)) ways.push_back(std::move(hub));
      return {.service = "mobile", .suppliers = std::move(ways)};
    }
    case 'W':
      return {.service = "public_works", .suppliers = own("works-depot")};
    case 'F':
      return {.service = "fuel", .suppliers = {"assets/fuel-depot/haaglanden"}, .manual = "vehicle.tank"};
    default:
      break;
  }
  ENSURE(false, "a municipal process leans on a letter that has no meaning");
  return {};
}

}  // namespace

void add_municipal_processes(Context& context) {
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    for (const ProcessSpec& spec : specs)
      add_process(context, municipality.id, spec,
                  [&](char letter) { return leaning_of(context, municipality, letter); });
}

}  // namespace veer::importers::haaglanden
