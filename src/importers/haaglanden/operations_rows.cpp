#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

#include "base/text.hpp"
#include "importers/ground/figures.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/haaglanden/evidence.hpp"
#include "importers/haaglanden/hazard_draft.hpp"
#include "region/operations_figures.hpp"

namespace veer::importers::haaglanden {

namespace {

std::string source_of(const Context& context, const std::string& word) {
  const bool evidence = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  return evidence ? evidence_source(context.sources, word) : word;
}

/// Who goes first: what saves lives at once, then what others hang on, then the rest. Ours, until the region decides.
struct Rank {
  const char* service;
  const char* what;
  double rank;
};
constexpr std::array ranks{
    Rank{"hospital_acute", "acute ziekenhuiszorg", 1},
    Rank{"emergency_care", "spoedeisende hulp", 1},
    Rank{"call_112", "meldkamer", 1},
    Rank{"fuel", "brandstofdepot", 1},
    Rank{"c2000", "C2000", 2},
    Rank{"drinking_water", "drinkwater", 2},
    Rank{"ambulance", "ambulancepost", 2},
    Rank{"fire_response", "brandweerkazerne", 2},
    Rank{"police_response", "politiebureau", 3},
    Rank{"crisis_organisation", "crisisruimte", 3},
    Rank{"broadcast", "rampenzender", 3},
    Rank{"mobile", "mobiele netten", 4},
    Rank{"fixed_telecom", "vaste netten", 4},
    Rank{"nursing_home", "verpleeghuis", 4},
    Rank{"gp_care", "huisartsenpost", 5},
    Rank{"drainage", "poldergemaal", 5},
    Rank{"home_care", "zorgcentrale", 5},
    Rank{"pharmacy", "groothandel in medicijnen", 5},
    Rank{"shelter_care", "opvang van inwoners", 5},
    Rank{"support_points", "noodsteunpunt", 6},
    Rank{"crisis_information", "landelijk crisissysteem", 6},
    Rank{"data_centre", "rekencentrum", 6},
    Rank{"base_registers", "basisregistraties", 7},
    Rank{"payments", "betaalverkeer", 7},
    Rank{"food_retail", "distributiecentrum", 7},
    Rank{"road", "tunnel", 8},
};

/// Litres an hour at the usual load, where it is not that of a small set: GEN14 (0.27 L/kWh) times a plausible load.
struct Use {
  const char* kind;
  const char* what;
  double low, typical, high;
};
constexpr std::array uses{
    Use{"hospital_acute", "ziekenhuis", 60, 150, 300},
    Use{"water_production", "waterproductie", 60, 120, 250},
    Use{"water_zone", "drukverhoging drinkwater", 15, 40, 80},
    Use{"mobile_core", "kern van de mobiele netten", 40, 80, 160},
    Use{"telecom_exchange", "telecomknooppunt", 10, 20, 40},
    Use{"data_centre", "rekencentrum", 10, 30, 80},
    Use{"national_register", "landelijk rekencentrum", 40, 100, 200},
    Use{"payment_switch", "betaalcentrale", 40, 80, 160},
    Use{"control_room", "meldkamer", 15, 30, 60},
    Use{"nursing_home", "verpleeghuis", 8, 15, 30},
    Use{"drainage_pump", "poldergemaal", 20, 50, 120},
    Use{"distribution_centre", "distributiecentrum", 40, 80, 160},
    Use{"road_tunnel", "tunnel", 20, 50, 100},
    Use{"broadcast_mast", "zendmast rampenzender", 15, 30, 60},
    Use{"fuel_depot", "brandstofdepot", 5, 10, 20},
};

/// Stocks that are used up faster when more is asked: the parameters of their capacity.
struct Stock {
  const char* capacity;
  const char* what;
};
constexpr std::array stocks{
    Stock{"WAT09", "berging in het riool"},
    Stock{"WAT11", "berging in de polder"},
    Stock{"supermarket.stock", "supermarkt"},
    Stock{"pharmacy.stock", "apotheek"},
    Stock{"nursing_home.water_stock", "verpleeghuis"},
    Stock{"fuel_station.stock", "tankstation"},
};
/// How long the same ones are closed when there is too little of a kind.
struct Turn {
  const char* kind;
  const char* what;
  double hours;
};
constexpr std::array turns{
    Turn{"home_care_team", "thuiszorg", 8},
    Turn{"gp_practice", "huisartsenpraktijk", 24},
    Turn{"pharmacy", "apotheek", 24},
    Turn{"supermarket", "supermarkt", 24},
    Turn{"nursing_home", "verpleeghuis", 24},
    Turn{"gp_post", "huisartsenpost", 8},
    Turn{"emergency_department", "spoedeisende hulp", 4},
    Turn{"hospital_acute", "acute zorg van een ziekenhuis", 24},
};

/// How many times the usual demand care can serve with all its people there.
struct Room {
  const char* kind;
  const char* what;
  double low, typical, high;
  const char* note;
};
constexpr std::array rooms{
    Room{"hospital_acute", "acute zorg van een ziekenhuis", 1.2, 1.5, 1.7,
         "with planned care stopped: in spring 2020 intensive care went from about 1,150 to 1,700 beds (recalled)"},
    Room{"emergency_department", "spoedeisende hulp", 1, 1.1, 1.3, "above that it closes for a while"},
    Room{"gp_practice", "huisartsenpraktijk", 1, 1.1, 1.3, "longer days, more by telephone"},
    Room{"gp_post", "huisartsenpost", 1, 1.1, 1.3, "longer waiting times"},
    Room{"home_care_team", "wijkteam thuiszorg", 1, 1.05, 1.15, "full rounds already"},
};

/// People that must be on duty at once, the strength they come from and the length of their shifts: our own guesses.
struct Duty {
  const char* roster;
  const char* what;
  int required;
  const char* resource;  ///< empty: a row of add_response
  int strength;
  int shift_h;
};
constexpr std::array duties{
    Duty{"meldkamer", "meldkamer", 28, "staff/meldkamer", 150, 8},
    Duty{"brandweer", "brandweer", 250, "", 0, 0},
    Duty{"politie", "politie-eenheid", 450, "staff/politie", 2400, 8},
    Duty{"ambulance", "ambulancedienst", 75, "staff/ambulance", 400, 12},
    Duty{"vrh", "crisisfunctionarissen van de veiligheidsregio", 10, "", 0, 0},
    Duty{"ghor", "piket van de GHOR", 5, "staff/ghor", 30, 12},
};
/// Crisis officers of a municipality: one on duty for so many residents, within these limits, of a roster five times
/// that.
constexpr double residents_per_officer = 15000;
constexpr double fewest_officers = 6;
constexpr double most_officers = 24;
constexpr double roster_per_officer = 5;
/// 23 fire stations as coordinating support points, nine firefighters each (NSP11, NSP30).
constexpr int tied_firefighters = 207;

void resource(Context& context, const std::string& id, const std::string& kind, double amount, const std::string& base,
              const std::string& shift_h = {}) {
  context.draft.row("resources", {{"id", id},
                                  {"kind", kind},
                                  {"amount", canonical_number(amount)},
                                  {"base", base},
                                  {"shift_h", shift_h},
                                  {"source", assumed().source},
                                  {"confidence", assumed().confidence}});
}

}  // namespace

void add_operations_figures(Context& context) {
  FigureRows rows(context.draft, [&](const std::string& word) { return source_of(context, word); });
  for (const region::StandardFigure& figure : region::operations_figures()) {
    const bool published = std::string_view(figure.evidence) != "";
    const std::string note =
        (published ? "repeats " + std::string(figure.evidence) + "; " : std::string()) + figure.note;
    rows.add({figure.id, figure.subject, figure.name, figure.low, figure.typical, figure.high, figure.unit,
              figure.distribution, "", published ? figure.evidence : "layout", published ? "estimate" : "assumption",
              note.c_str()});
  }
  for (const Rank& rank : ranks) {
    const std::string id = std::string("priority.") + rank.service;
    rows.add({id.c_str(), rank.what, "rang bij brandstof, aggregaten en herstel", rank.rank, rank.rank, rank.rank,
              "rank", "fixed", "", "layout", "assumption", "1 goes first; for the region to decide"});
  }
  for (const Use& use : uses) {
    const std::string id = std::string("fuel_use.") + use.kind;
    rows.add({id.c_str(), use.what, "verbruik van het noodaggregaat", use.low, use.typical, use.high, "L/h",
              "triangular", "", "layout", "assumption", "GEN14 times a plausible load; ask the owner"});
  }
  for (const Duty& duty : duties) {
    const std::string id = std::string("roster.required.roster/") + duty.roster;
    const double required = duty.required;
    rows.add({id.c_str(), duty.what, "mensen die tegelijk in dienst moeten zijn", required, required, required,
              "persons", "fixed", "", "layout", "assumption", "ask the organisation"});
  }
  for (const Stock& stock : stocks) {
    const std::string id = std::string("demand.drains.") + stock.capacity;
    rows.add({id.c_str(), stock.what, "deel van extra vraag waarmee de voorraad sneller opraakt", 0, 1, 1, "fraction",
              "triangular", "", "layout", "assumption", "1: twice the demand, half the time"});
  }
  for (const Room& room : rooms) {
    const std::string id = std::string("demand.room.") + room.kind;
    rows.add({id.c_str(), room.what, "hoeveel keer de gewone vraag het aankan", room.low, room.typical, room.high,
              "factor", "triangular", "", "layout", "assumption", room.note});
  }
  for (const Turn& turn : turns) {
    const std::string id = std::string("derate.turn.") + turn.kind;
    rows.add({id.c_str(), turn.what, "tijd dat een groep aan de beurt is", turn.hours, turn.hours, turn.hours, "h",
              "fixed", "", "layout", "assumption", "who is closed changes with every shift or day"});
  }
  rows.add({"damage.cable.work", "middenspanningskabel", "uren werk van een ploeg om een schade te herstellen", 4, 10,
            36, "h", "triangular", "", "layout", "assumption",
            "find, dig, joint, test; compare RES01 for a whole city"});
}

void add_operations_means(Context& context) {
  resource(context, "fuel-stock", "fuel_stock", 60000, "fuel-depot/haaglanden");
  resource(context, "fuel-stock-rotterdam", "fuel_stock", 600000, "fuel-depot/rotterdam");
  for (const Duty& duty : duties)
    if (duty.strength > 0)
      resource(context, duty.resource, "duty_staff", duty.strength, std::string("roster/") + duty.roster,
               std::to_string(duty.shift_h));
  resource(context, "posts/coordinating", "duty_post", tied_firefighters, "roster/brandweer", "8");
  FigureRows rows(context.draft, [&](const std::string& word) { return source_of(context, word); });
  std::map<std::string, double> residents;
  for (const AreaFact& area : context.sources.areas)
    residents[area.municipality] += static_cast<double>(area.residents);
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string roster = "roster/" + municipality.id + "-crisis";
    const double officers =
        std::clamp(std::round(residents[municipality.id] / residents_per_officer), fewest_officers, most_officers);
    resource(context, "staff/" + municipality.id + "-crisis", "duty_staff", roster_per_officer * officers, roster, "8");
    const std::string id = "roster.required." + roster;
    rows.add({id.c_str(), "crisisfunctionarissen", "mensen die tegelijk in dienst moeten zijn", officers, officers,
              officers, "persons", "fixed", "", "layout", "assumption", "one for 15,000 residents, 6 to 24"});
  }
  // A tanker of 30 m3 for the depot in the region, one of 40 m3 for the terminal in Rotterdam.
  resource(context, "fuel-supply", "fuel_supply", 30000, "fuel-depot/haaglanden");
  resource(context, "fuel-supply-rotterdam", "fuel_supply", 40000, "fuel-depot/rotterdam");
}

/// The governing hazard with what only the full model plays: cables that give way when power is switched on again and
/// that crews must mend, an area that is hard to reach on the first day, and influenza among those on duty.
void add_operations_hazard(Context& context) {
  HazardRows rows(context.draft);
  rows.hazard({.id = "power-72h/crews",
               .nl = "72 uur zonder elektriciteit, met kabelschade, sneeuw en griep",
               .en = "72 hours without electricity, with cable damage, snow and influenza",
               .family = ""});
  rows.hit({.target = "kind=hv_feed_in", .duration_h = 72});
  rows.hit({.target = "kind=mv_feeding_area", .duration_h = 72, .duration_delay = "restoration.blackout"});
  rows.hit({.target = "kind=mv_feeding_area",
            .share = 0.1,
            .start_h = 72,
            .duration_delay = "damage.cable.work",
            .kind = "damage"});
  rows.factor({.kind = "access", .target = "municipality=GM1783|GM1842", .duration_h = 24, .magnitude = 0.4});
  rows.factor({.kind = "derate",
               .target = "id=roster/brandweer|roster/politie|roster/ambulance|roster/meldkamer",
               .duration_h = 168,
               .magnitude = 0.85});
}

}  // namespace veer::importers::haaglanden
