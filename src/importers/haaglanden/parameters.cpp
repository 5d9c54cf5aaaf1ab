#include <array>
#include <cmath>

#include "base/result.hpp"
#include "base/text.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/haaglanden/evidence.hpp"
#include "importers/haaglanden/kinds.hpp"

namespace veer::importers::haaglanden {

namespace {

struct Figure {
  const char* id;
  const char* subject;
  const char* parameter;
  double low;
  double typical;
  double high;
  const char* unit;
  const char* distribution;
  const char* share;   ///< empty: 0.5
  const char* source;  ///< id of `sources`, or the id of a row of the evidence; "layout": our own planning value
  const char* confidence;
  const char* note;
};

/// "WAT08" names the source of that row; anything else is an id of `sources` itself.
std::string source_of(const Context& context, const std::string& word) {
  const bool evidence = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  return evidence ? evidence_source(context.sources, word) : word;
}

void add(Context& context, const Figure& figure, const std::string& points = {}, const std::string& group = {}) {
  context.draft.row("parameters", {{"id", figure.id},
                                   {"subject", figure.subject},
                                   {"parameter", figure.parameter},
                                   {"low", canonical_number(figure.low)},
                                   {"typical", canonical_number(figure.typical)},
                                   {"high", canonical_number(figure.high)},
                                   {"unit", figure.unit},
                                   {"distribution", figure.distribution},
                                   {"points", points},
                                   {"group", group},
                                   {"share", figure.share},
                                   {"note", figure.note},
                                   {"source", source_of(context, figure.source)},
                                   {"confidence", figure.confidence}});
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

/// Seasons (monthly normals of the coast of Zuid-Holland, from memory), indoor temperatures, and what was assumed of
/// people.
constexpr std::array people_figures{
    Figure{"outdoor.winter", "winter", "buitentemperatuur", 0, 4, 8, "degrees C", "fixed", "", "general-knowledge",
           "assumption", "normal of January near the coast, recalled; frost is a variant"},
    Figure{"outdoor.spring", "lente", "buitentemperatuur", 5, 9, 14, "degrees C", "fixed", "", "general-knowledge",
           "assumption", "normal of April, recalled"},
    Figure{"outdoor.summer", "zomer", "buitentemperatuur", 14, 18, 25, "degrees C", "fixed", "", "general-knowledge",
           "assumption", "normal of July, recalled"},
    Figure{"outdoor.autumn", "herfst", "buitentemperatuur", 7, 11, 15, "degrees C", "fixed", "", "general-knowledge",
           "assumption", "normal of October, recalled"},
    Figure{"indoor.start", "woning", "temperatuur binnen op minuut 0", 18, 20, 21, "degrees C", "fixed", "", "layout",
           "assumption", ""},
    Figure{"warmth.limit", "woning", "temperatuur waaronder het te koud is", 14, 14, 14, "degrees C", "fixed", "",
           "layout", "assumption", "as in the model, section 5"},
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
};

/// A reserve of households: the share of them (cumulative) that lasts at most so many hours.
struct Reserve {
  const char* suffix;  ///< "water", "water.low_income"
  const char* subject;
  const char* name;
  double typical;
  double high;
  const char* points;
  const char* source;
  const char* note;
};
constexpr std::array reserves{
    Reserve{"water", "huishouden", "uren op eigen drinkwater", 24, 120, "0:0 0.15:6 0.6:24 0.6:72 0.95:120 1:168",
            "WAT08", "WAT08: 40 % hold three litres a head for three days; the rest has some drinks"},
    Reserve{"water.low_income", "huishouden met een laag inkomen", "uren op eigen drinkwater", 18, 96,
            "0:0 0.2:6 0.8:24 0.8:72 1:120", "POP04",
            "POP04: a kit costs too much for one in eight; half the share of WAT08 assumed"},
    Reserve{"food", "huishouden", "uren op eigen eten", 72, 168, "0:6 0.1:24 0.5:72 0.9:168 1:336", "layout",
            "cold food at home; no measurement"},
    Reserve{"food.low_income", "huishouden met een laag inkomen", "uren op eigen eten", 48, 120,
            "0:3 0.2:24 0.6:48 0.9:120 1:168", "layout", ""},
    Reserve{"light", "huishouden", "uren met eigen licht en opgeladen telefoon", 12, 72,
            "0:0 0.3:0 0.7:24 0.7:72 1:120", "POP01",
            "POP01: 30 % own a kit with a torch and batteries; most others a telephone or candles"},
    Reserve{"information", "huishouden", "uren met eigen radio", 0, 96, "0:0 0.59:0 0.59:72 1:168", "POP03",
            "POP03: 41 % own a battery or wind-up radio; needs the mast, which is a modelled asset of its own"},
    Reserve{"medical_care", "huishouden", "uren dat zorg kan wachten", 120, 336, "0:0 0.03:4 0.1:24 0.3:72 1:336",
            "layout", "most care can wait; some cannot"},
    Reserve{"medical_care.over_65", "inwoners van 65 jaar en ouder", "uren dat zorg kan wachten", 72, 240,
            "0:0 0.05:4 0.2:24 0.5:72 1:240", "layout", ""},
    Reserve{"medical_care.dependent_care", "inwoners die van zorg afhangen", "uren dat zorg kan wachten", 8, 24,
            "0:0 0.2:4 0.7:12 1:48", "layout", "family and neighbours bridge one visit"},
    Reserve{"medicines", "huishouden", "uren op eigen medicijnen", 168, 336, "0:0 0.05:24 0.2:72 1:336", "layout",
            "stock at home"},
    Reserve{"medicines.over_65", "inwoners van 65 jaar en ouder", "uren op eigen medicijnen", 120, 240,
            "0:0 0.05:24 0.3:72 1:240", "layout", ""},
    Reserve{"sanitation", "huishouden", "uren met emmers en opgeslagen water", 12, 48, "0:0 0.3:6 0.8:24 1:72",
            "layout", "buckets and stored water; compare WAT12"},
    Reserve{"cash", "huishouden", "uren op eigen contant geld", 72, 144, "0:0 0.1:0 0.42:24 0.42:72 1:168", "PAY02",
            "PAY02: 58 % have the advised amount, 10 % none"},
};
/// Needs for which a household has nothing of its own: what little there is stands with the supplier (CAR02, CAR05).
constexpr std::array no_reserves{"alarm", "medical_power", "safety"};

/// Shares of suppliers that go on for a while: a probability in the evidence becomes hours that most do not have.
void add_stepped(Context& context) {
  add(context,
      {"supermarket.trading_on", "supermarkt", "uren doorverkopen zonder netstroom", 0, 0, 0.5, "h", "empirical", "",
       "RET02", "estimate", "RET02: nine in ten close at once; the others until the till's battery is empty (RET01)"},
      "0:0 0.9:0 0.9:0.1 1:1");
  add(context,
      {"cash_point.power", "geldautomaat of bank", "uren op eigen stroom", 0, 0, 0, "h", "empirical", "0", "PAY01",
       "estimate", "PAY01: 2 % available in the outage area"},
      "0:0 0.98:0 0.98:24 1:72");
  add(context,
      {"fuel_station.power", "tankstation", "uren op eigen stroom", 0, 0, 0, "h", "empirical", "0", "GEN17", "estimate",
       "GEN17: 1 % with emergency power"},
      "0:0 0.99:0 0.99:24 1:72");
}

/// RES03 and RES04: half of demand back at 10.5 h, 92 % at 17.5 h. Lognormal: sigma = ln(17.5/10.5)/z(0.92), P90 from
/// it.
void add_restoration(Context& context) {
  constexpr double median = 10.5;
  constexpr double at_92 = 17.5;
  constexpr double z_92 = 1.4050716;
  constexpr double z_90 = 1.2815516;
  const double p90 = median * std::exp(z_90 * std::log(at_92 / median) / z_92);
  add(context,
      {"restoration.blackout", "voedingsgebied",
       "uren van de terugkeer van de hoogspanning tot het zelf weer stroom heeft, zonder schade", 4, median,
       std::floor(p90 * 100 + 0.5) / 100, "h", "lognormal", "0.3", "RES03", "estimate",
       "quantile 0.92 at 17.5 h (RES04); share 0.3 (assumption): areas of one region come back partly together"},
      {}, "restoration");
}

void add_reserves(Context& context) {
  for (const Reserve& reserve : reserves) {
    const std::string id = std::string("reserve.default.") + reserve.suffix;
    add(context,
        {id.c_str(), reserve.subject, reserve.name, 0, reserve.typical, reserve.high, "h", "empirical", "",
         reserve.source, std::string_view(reserve.source) == "layout" ? "assumption" : "estimate", reserve.note},
        reserve.points);
  }
  for (const char* need : no_reserves) {
    const std::string id = std::string("reserve.default.") + need;
    add(context, {id.c_str(), "huishouden", "eigen voorraad: geen", 0, 0, 0, "h", "fixed", "", "layout", "assumption",
                  "nothing at home"});
  }
}

/// `<kind>.restart` of every kind; those that repeat evidence share its group, so that one unknown stays one unknown.
void add_restarts(Context& context) {
  for (const Kind& kind : kinds()) {
    const std::string id = std::string(kind.id) + ".restart";
    const std::string subject(kind.subject);
    const bool repeats = !kind.evidence.empty();
    const bool fixed = kind.restart_low_h == kind.restart_high_h;
    const char* shape = fixed ? "fixed" : kind.evidence == "TEL11" ? "lognormal" : "triangular";
    const std::string source = repeats ? std::string(kind.evidence) : assumed().source;
    const std::string note = repeats ? "repeats " + std::string(kind.evidence) : "";
    add(context,
        {id.c_str(), subject.c_str(), "tijd van alles in orde tot weer leveren", kind.restart_low_h,
         kind.restart_typical_h, kind.restart_high_h, "h", shape, "", source.c_str(),
         repeats ? "estimate" : "assumption", note.c_str()},
        {}, std::string(kind.evidence));
  }
}

void add_low_income(Context& context) {
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string id = "share.low_income." + municipality.id;
    const double share = low_income_share(municipality.id);
    add(context, {id.c_str(), municipality.name.c_str(), "deel van de inwoners met een laag inkomen", share / 2, share,
                  share * 1.5, "fraction", "triangular", "", "layout", "assumption",
                  "head counts of the zones use the typical value"});
  }
}

}  // namespace

void add_parameters(Context& context) {
  add_evidence(context);
  add_restoration(context);
  for (const Figure& figure : power_figures) add(context, figure);
  for (const Figure& figure : bridge_figures) add(context, figure);
  for (const Figure& figure : people_figures) add(context, figure);
  add_stepped(context);
  add_reserves(context);
  add_restarts(context);
  add_low_income(context);
}

}  // namespace veer::importers::haaglanden
