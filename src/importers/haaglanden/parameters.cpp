#include <array>

#include "base/result.hpp"
#include "importers/ground/figures.hpp"
#include "importers/ground/outdoor_air.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/haaglanden/evidence.hpp"
#include "importers/haaglanden/fragilities.hpp"
#include "importers/haaglanden/hazard_draft.hpp"

namespace veer::importers::haaglanden {

namespace {

/// "WAT08" names the source of that row; anything else is an id of `sources` itself.
std::string source_of(const Context& context, const std::string& word) {
  const bool evidence = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  return evidence ? evidence_source(context.sources, word) : word;
}

/// Grid, generators and fuel. Rates become means: 1/0.00066 = 1,515 h, 1/0.0144 = 69.4 h, between them 1/sqrt(product)
/// = 324 h.
constexpr std::array power_figures{
    Figure{"generator.run.good", "noodaggregaat, goed onderhouden", "draaiuren tot het uitvalt", 1000, 1515, 2000, "h",
           "exponential", "0", "GEN01", "estimate", "1/GEN02; every set breaks down by itself: share 0"},
    Figure{"generator.run.typical", "noodaggregaat, gewoon onderhouden", "draaiuren tot het uitvalt", 200, 324, 500,
           "h", "exponential", "0", "GEN01", "assumption",
           "geometric mean of the rates GEN02 and GEN04: 80 % survive 72 h"},
    Figure{"generator.run.poor", "noodaggregaat, slecht onderhouden", "draaiuren tot het uitvalt", 50, 69.4, 100, "h",
           "exponential", "0", "GEN01", "estimate", "1/GEN04"},
    Figure{"generator.tank", "noodaggregaat van gewone grootte", "uren op de eigen tank", 8, 24, 72, "h", "triangular",
           "", "layout", "assumption", "between GEN24 and GEN12"},
    Figure{"refuel.contract", "bijtanken met een gewoon contract", "uur vanaf wanneer genoeg brandstof komt", 24, 60,
           144, "h", "triangular", "1", "layout", "assumption",
           "one supplier serves all: everybody's truck comes or nobody's; compare GEN16 and GEN20"},
    Figure{"refuel.priority", "bijtanken met voorrang (ziekenhuizen, hulpdiensten, crisisruimten, water)",
           "uur vanaf wanneer genoeg brandstof komt", 8, 24, 72, "h", "triangular", "1", "layout", "assumption",
           "as refuel.contract, but first in the order: hospitals, emergency services, crisis rooms of municipalities, "
           "water"},
    Figure{"ups.bridge", "accu die het starten van een aggregaat overbrugt", "duur", 0.1, 0.25, 0.5, "h", "triangular",
           "0", "layout", "assumption", "longer than the 7-15 s of GEN10"},
    Figure{"ups.office", "accu van een kantoor of crisisruimte", "duur", 0.25, 0.5, 1, "h", "triangular", "", "layout",
           "assumption", "keeps displays and network on; compare RET01"},
    Figure{"mobile_set.stay", "mobiel aggregaat dat er eenmaal staat", "uren dat het kan blijven", 72, 168, 336, "h",
           "triangular", "", "layout", "assumption", "refuelled by hand; it comes at GEN19"},
    Figure{"mv_station.control_battery", "middenspanningsstation", "duur van de accu voor bediening op afstand", 8, 24,
           48, "h", "triangular", "", "layout", "assumption", "station batteries also feed the protection"},
    Figure{"mv_station.crew", "middenspanningsstation", "uren dat ploegen met de hand kunnen schakelen", 168, 336, 720,
           "h", "triangular", "", "layout", "assumption", "ask Stedin and Westland Infra"},
    Figure{"mv_station.crew_arrives", "middenspanningsstation", "uur waarop ploegen met de hand kunnen schakelen", 2, 6,
           12, "h", "triangular", "1", "layout", "assumption", "one stand-by organisation"},
    Figure{"exchange.battery", "telecomknooppunt", "duur van de accu", 4, 8, 12, "h", "triangular", "", "layout",
           "assumption", "compare TEL08 for the set behind it"},
    Figure{"sewer.overflow", "riolering", "uren dat het toilet blijft doorspoelen terwijl het riool overstort", 12, 72,
           240, "h", "triangular", "", "layout", "assumption",
           "a full sewer spills to open water (The Hague 2020: to sea after 8 h) before it comes back into homes; "
           "shortest in pressure sewers and low polders; rain shortens it (WAT10)"},
    Figure{"gas.pressure", "gasnet", "uren dat de druk blijft zonder stroom", 168, 336, 720, "h", "triangular", "",
           "layout", "assumption", "HEA04: 99 % keep pressure for 72 h"},
    Figure{"fuel_station.stock", "tankstation", "voorraad bij verhoogde vraag", 12, 36, 96, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{"vehicle.tank", "voertuigen van diensten en zorg", "uren rijden zonder tanken", 12, 36, 72, "h",
           "triangular", "", "layout", "assumption", ""},
};

/// What people, paper and stocks bridge elsewhere.
constexpr std::array bridge_figures{
    Figure{"hospital.water_tank", "ziekenhuis", "uren op eigen water", 4, 12, 48, "h", "triangular", "", "layout",
           "assumption", "ask GHOR"},
    Figure{"hospital.telecom_manual", "ziekenhuis", "uren met koeriers en satelliettelefoons", 48, 96, 240, "h",
           "triangular", "", "layout", "assumption", ""},
    Figure{"gp_practice.manual", "huisartsenpraktijk", "uren op papier en bij daglicht", 4, 12, 48, "h", "triangular",
           "", "layout", "assumption", "no patient records, no telephone"},
    Figure{"home_care.fixed_rounds", "thuiszorg", "uren met vaste rondes zonder telefoon", 12, 48, 168, "h",
           "triangular", "", "layout", "assumption", ""},
    Figure{"nursing_home.water_stock", "verpleeghuis", "uren op eigen drinkwater", 12, 24, 72, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{"pharmacy.manual", "apotheek", "uren uitgeven op papier", 2, 8, 24, "h", "triangular", "", "layout",
           "assumption", ""},
    Figure{"pharmacy.stock", "apotheek", "voorraad van gewone medicijnen", 24, 72, 168, "h", "triangular", "", "layout",
           "assumption", ""},
    Figure{"supermarket.stock", "supermarkt", "houdbare voorraad bij gewone vraag", 48, 72, 168, "h", "triangular", "",
           "RET04", "assumption", "RET04 in hours"},
    Figure{"supermarket.cash_only", "supermarkt", "uren verkopen tegen contant geld", 4, 24, 72, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{"messenger.manual", "crisisorganisatie en hulpdiensten", "uren werken met koeriers en vaste overlegtijden",
           12, 48, 120, "h", "triangular", "", "layout", "assumption", "only where it has been agreed and exercised"},
    Figure{"paper.manual", "kantoorwerk", "uren op papier of aan een andere balie", 24, 72, 168, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{
        "fire_station.manual", "brandweerkazerne en ambulancepost", "uren uitrukken zonder netstroom", 48, 120, 240,
        "h", "triangular", "", "GEN22", "assumption",
        "doors by hand, light and charging from the vehicles; crews tire of a cold station (GEN22: 2 % cannot open)"},
    Figure{
        "station.without_radio", "kazerne, bureau of post", "uren uitrukken op meldingen aan de deur en vaste rondes",
        48, 120, 240, "h", "triangular", "", "layout", "assumption",
        "a station without radio still turns out for who comes to the door; directing units is a process of its own"},
    Figure{"police_station.manual", "politiebureau", "uren werken zonder netstroom", 24, 72, 168, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{"works_depot.manual", "gemeentewerf", "uren werken zonder netstroom", 12, 48, 120, "h", "triangular", "",
           "layout", "assumption", ""},
    Figure{"process.restart.crisis", "proces van een crisisorganisatie", "tijd van alles in orde tot weer leveren", 0.1,
           0.25, 0.5, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"process.restart.office", "proces van een kantoor", "tijd van alles in orde tot weer leveren", 0.5, 1, 4,
           "h", "triangular", "", "layout", "assumption", ""},
};

/// What was assumed of people.
constexpr std::array people_figures{
    Figure{"share.dependent_care", "inwoners van 75 jaar en ouder", "deel dat van zorg afhangt", 0.1, 0.2, 0.3,
           "fraction", "beta", "", "layout", "assumption", "head counts of the zones use the typical value"},
    Figure{"jobs.per_business", "bedrijfsvestiging", "banen", 4, 8, 12, "jobs", "triangular", "", "layout",
           "assumption", "head counts use the typical value, plus 0.03 per resident for work at home"},
    Figure{"mutual_help.index", "postcodegebied", "index voor hulp tussen buren", 0.3, 0.5, 0.7, "index", "triangular",
           "", "layout", "assumption", "no measurement; the same for all areas"},
    Figure{"channel.website", "website van de gemeente", "deel van de inwoners dat er kijkt", 0.1, 0.25, 0.4,
           "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.social_media", "sociale media", "deel van de inwoners dat bereikt wordt", 0.3, 0.5, 0.7, "fraction",
           "beta", "", "layout", "assumption", ""},
    Figure{"channel.sound_truck", "geluidswagens", "deel van de inwoners dat in een dag bereikt wordt", 0.1, 0.3, 0.5,
           "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.notice_board", "borden bij noodsteunpunten en gemeentehuizen",
           "deel van de inwoners dat in een dag bereikt wordt", 0.05, 0.2, 0.4, "fraction", "beta", "", "layout",
           "assumption", ""},
    Figure{"channel.door_to_door", "buren en vrijwilligers aan de deur",
           "deel van de inwoners dat in een dag bereikt wordt", 0.05, 0.15, 0.3, "fraction", "beta", "", "layout",
           "assumption", "compare VOL03"},
    Figure{"channel.television", "televisie", "deel van de inwoners dat bereikt wordt zolang zij werkt", 0.3, 0.5, 0.7,
           "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"receiver.mobile", "mobiele telefoon", "uren op de eigen accu en een powerbank", 6, 20, 48, "h",
           "triangular", "", "layout", "assumption", "a telephone that is saved; charged when the power went out"},
    Figure{"receiver.radio", "radio op batterijen", "uren op de batterijen in huis", 10, 30, 100, "h", "triangular", "",
           "layout", "assumption", "POP03 counts the radios, not their batteries"},
    Figure{"decision.warning.lead", "waarschuwing", "tijd van besluit tot verzonden bericht", 0.1, 0.25, 0.75, "h",
           "triangular", "", "layout", "assumption", "text, approval and entry; ask the control room"},
    Figure{"decision.opening.lead", "noodsteunpunten", "tijd van besluit tot de punten open zijn", 1.5, 3, 6, "h",
           "triangular", "", "layout", "assumption", "call-up and walk, then NSP05"},
    Figure{"decision.fuel.lead", "brandstof voor noodaggregaten", "tijd van bestelling tot in de tank", 4, 8, 24, "h",
           "triangular", "", "layout", "assumption", "trucks are shared and roads have no traffic lights"},
    Figure{"decision.relief.lead", "personeel", "tijd van oproep tot aflossing", 1, 2, 4, "h", "triangular", "",
           "layout", "assumption", "compare GOV02 to GOV04 for the first call"},
    Figure{"decision.relief.shift", "personeel", "lengte van de eerste dienst", 8, 8, 12, "h", "triangular", "",
           "layout", "assumption", "72 hours are nine shifts of eight hours"},
    Figure{"decision.relocation.lead", "verpleeghuis", "tijd van besluit tot bewoners weg zijn", 4, 8, 24, "h",
           "triangular", "", "layout", "assumption", "vehicles, places elsewhere and staff; compare CAR07"},
};

/// Shares of suppliers that go on for a while: a probability in the evidence becomes hours that most do not have.
void add_stepped(FigureRows& rows) {
  rows.add(
      {"supermarket.trading_on", "supermarkt", "uren doorverkopen zonder netstroom", 0, 0, 0.5, "h", "empirical", "",
       "RET02", "estimate", "RET02: nine in ten close at once; the others until the till's battery is empty (RET01)"},
      "0:0 0.9:0 0.9:0.1 1:1");
  rows.add({"cash_point.power", "geldautomaat of bank", "uren op eigen stroom", 0, 0, 0, "h", "empirical", "0", "PAY01",
            "estimate", "PAY01: 2 % available in the outage area"},
           "0:0 0.98:0 0.98:24 1:72");
  rows.add({"fuel_station.power", "tankstation", "uren op eigen stroom", 0, 0, 0, "h", "empirical", "0", "GEN17",
            "estimate", "GEN17: 1 % with emergency power"},
           "0:0 0.99:0 0.99:24 1:72");
}

void add_low_income(const Context& context, FigureRows& rows) {
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string id = "share.low_income." + municipality.id;
    const double share = municipality.low_income_share;
    rows.add({id.c_str(), municipality.name.c_str(), "deel van de inwoners met een laag inkomen", share / 2, share,
              share * 1.5, "fraction", "triangular", "", "layout", "assumption",
              "head counts of the zones use the typical value"});
  }
}

}  // namespace

void add_parameters(Context& context) {
  add_evidence(context);
  FigureRows rows(context.draft, [&context](const std::string& word) { return source_of(context, word); });
  add_restoration(rows);
  for (const Figure& figure : power_figures) rows.add(figure);
  for (const Figure& figure : bridge_figures) rows.add(figure);
  add_climate(rows);
  for (const Figure& figure : people_figures) rows.add(figure);
  add_stepped(rows);
  add_reserves(rows);
  add_restarts(rows);
  add_low_income(context, rows);
  add_restoration_families(context);
  add_heat_figures(rows);
  add_fragilities(rows);
}

}  // namespace veer::importers::haaglanden
