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
  const char* share;       ///< empty: 0.5
  const char* source;      ///< id of `sources`, or the id of a row of the evidence; "layout": our own planning value
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

/// Grid, generators and fuel. Rates become means: 1/0.00066 = 1,515 h, 1/0.0144 = 69.4 h, between them 1/sqrt(product) = 324 h.
constexpr std::array power_figures{
    Figure{"generator.run.good", "emergency generator, well maintained", "time until it breaks while running", 1000, 1515, 2000, "h", "exponential", "0", "GEN01", "estimate", "1/GEN02; every set breaks down by itself: share 0"},
    Figure{"generator.run.typical", "emergency generator, typical fleet", "time until it breaks while running", 200, 324, 500, "h", "exponential", "0", "GEN01", "assumption", "geometric mean of the rates GEN02 and GEN04: 80 % survive 72 h"},
    Figure{"generator.run.poor", "emergency generator, poorly maintained", "time until it breaks while running", 50, 69.4, 100, "h", "exponential", "0", "GEN01", "estimate", "1/GEN04"},
    Figure{"generator.tank", "emergency generator of ordinary size", "hours on its own tank", 8, 24, 72, "h", "triangular", "", "layout", "assumption", "between GEN24 and GEN12"},
    Figure{"refuel.contract", "refuelling under one supplier's contract", "hour from which deliveries keep up", 24, 60, 144, "h", "triangular", "1", "layout", "assumption", "one supplier serves all: everybody's truck comes or nobody's; compare GEN16 and GEN20"},
    Figure{"refuel.priority", "refuelling with priority (hospitals, emergency services, water)", "hour from which deliveries keep up", 8, 24, 72, "h", "triangular", "1", "layout", "assumption", "as refuel.contract, but first in the order"},
    Figure{"ups.bridge", "battery that bridges the start of a set", "hours", 0.1, 0.25, 0.5, "h", "triangular", "0", "layout", "assumption", "longer than the 7-15 s of GEN10"},
    Figure{"ups.office", "battery of an office or crisis room", "hours", 0.25, 0.5, 1, "h", "triangular", "", "layout", "assumption", "keeps displays and network on; compare RET01"},
    Figure{"mobile_set.stay", "mobile generator once it is there", "hours it can stay", 72, 168, 336, "h", "triangular", "", "layout", "assumption", "refuelled by hand; it comes at GEN19"},
    Figure{"mv_station.control_battery", "medium-voltage station", "battery of remote control", 8, 24, 48, "h", "triangular", "", "layout", "assumption", "station batteries also feed the protection"},
    Figure{"mv_station.crew", "medium-voltage station", "hours that crews can switch by hand", 168, 336, 720, "h", "triangular", "", "layout", "assumption", "ask Stedin and Westland Infra"},
    Figure{"mv_station.crew_arrives", "medium-voltage station", "hour at which crews can switch by hand", 2, 6, 12, "h", "triangular", "1", "layout", "assumption", "one stand-by organisation"},
    Figure{"exchange.battery", "aggregation exchange", "battery", 4, 8, 12, "h", "triangular", "", "layout", "assumption", "compare TEL08 for the set behind it"},
    Figure{"gas.pressure", "gas distribution", "hours that pressure stays without power", 168, 336, 720, "h", "triangular", "", "layout", "assumption", "HEA04: 99 % keep pressure for 72 h"},
    Figure{"fuel_station.stock", "fuel station", "stock at raised demand", 12, 36, 96, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"vehicle.tank", "vehicles of services and care", "hours of driving without refuelling", 12, 36, 72, "h", "triangular", "", "layout", "assumption", ""},
};

/// What people, paper and stocks bridge elsewhere.
constexpr std::array bridge_figures{
    Figure{"hospital.water_tank", "hospital", "own water", 4, 12, 48, "h", "triangular", "", "layout", "assumption", "ask GHOR"},
    Figure{"hospital.telecom_manual", "hospital", "hours on runners and satellite telephones", 48, 96, 240, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"gp_practice.manual", "general practice", "hours on paper and by daylight", 4, 12, 48, "h", "triangular", "", "layout", "assumption", "no patient records, no telephone"},
    Figure{"home_care.fixed_rounds", "home care team", "hours on fixed rounds without telephone", 12, 48, 168, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"nursing_home.water_stock", "nursing home", "own drinking water", 12, 24, 72, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"pharmacy.manual", "pharmacy", "hours of handing out on paper", 2, 8, 24, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"pharmacy.stock", "pharmacy", "stock of usual medicines", 24, 72, 168, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"supermarket.stock", "supermarket", "dry stock at normal demand", 48, 72, 168, "h", "triangular", "", "RET04", "assumption", "RET04 in hours"},
    Figure{"supermarket.cash_only", "supermarket", "hours of selling for cash", 4, 24, 72, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"messenger.manual", "crisis organisation and emergency services", "hours on messengers and fixed meeting times", 12, 48, 120, "h", "triangular", "", "layout", "assumption", "only where it has been agreed and exercised"},
    Figure{"paper.manual", "office work", "hours on paper or at another counter", 24, 72, 168, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"fire_station.manual", "fire station, ambulance post", "hours of turning out without mains", 24, 72, 168, "h", "triangular", "", "GEN22", "assumption", "doors by hand; heating and charging stop (GEN22: 2 % cannot open)"},
    Figure{"police_station.manual", "police station", "hours of working without mains", 12, 48, 120, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"works_depot.manual", "depot of public works", "hours of working without mains", 12, 48, 120, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"process.restart.crisis", "process of a crisis organisation", "from all well to delivering", 0.1, 0.25, 0.5, "h", "triangular", "", "layout", "assumption", ""},
    Figure{"process.restart.office", "process of an office", "from all well to delivering", 0.5, 1, 4, "h", "triangular", "", "layout", "assumption", ""},
};

/// Seasons (monthly normals of the coast of Zuid-Holland, from memory), indoor temperatures, and what was assumed of people.
constexpr std::array people_figures{
    Figure{"outdoor.winter", "season", "outdoor temperature", 0, 4, 8, "degrees C", "fixed", "", "general-knowledge", "assumption", "normal of January near the coast, recalled; frost is a variant"},
    Figure{"outdoor.spring", "season", "outdoor temperature", 5, 9, 14, "degrees C", "fixed", "", "general-knowledge", "assumption", "normal of April, recalled"},
    Figure{"outdoor.summer", "season", "outdoor temperature", 14, 18, 25, "degrees C", "fixed", "", "general-knowledge", "assumption", "normal of July, recalled"},
    Figure{"outdoor.autumn", "season", "outdoor temperature", 7, 11, 15, "degrees C", "fixed", "", "general-knowledge", "assumption", "normal of October, recalled"},
    Figure{"indoor.start", "dwelling", "indoor temperature at minute 0", 18, 20, 21, "degrees C", "fixed", "", "layout", "assumption", ""},
    Figure{"warmth.limit", "dwelling", "temperature below which warmth is unmet", 14, 14, 14, "degrees C", "fixed", "", "layout", "assumption", "as in the model, section 5"},
    Figure{"share.dependent_care", "population of 75 and over", "share that depends on care", 0.1, 0.2, 0.3, "fraction", "beta", "", "layout", "assumption", "head counts of the zones use the typical value"},
    Figure{"jobs.per_business", "business establishment", "jobs", 4, 8, 12, "jobs", "triangular", "", "layout", "assumption", "head counts use the typical value, plus 0.03 per resident for work at home"},
    Figure{"mutual_help.index", "area", "mutual-help index", 0.3, 0.5, 0.7, "index", "triangular", "", "layout", "assumption", "no measurement; the same for all areas"},
    Figure{"channel.website", "municipal website", "share of residents that looks there", 0.1, 0.25, 0.4, "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.social_media", "social media", "share of residents reached", 0.3, 0.5, 0.7, "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.sound_truck", "vehicles with loudspeakers", "share of residents reached in a day", 0.1, 0.3, 0.5, "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.notice_board", "notice boards at support points and town halls", "share of residents reached in a day", 0.05, 0.2, 0.4, "fraction", "beta", "", "layout", "assumption", ""},
    Figure{"channel.door_to_door", "neighbours and volunteers at the door", "share of residents reached in a day", 0.05, 0.15, 0.3, "fraction", "beta", "", "layout", "assumption", "compare VOL03"},
    Figure{"channel.television", "television", "share of residents reached while it works", 0.3, 0.5, 0.7, "fraction", "beta", "", "layout", "assumption", ""},
};

/// A reserve of households: the share of them (cumulative) that lasts at most so many hours.
struct Reserve {
  const char* suffix;  ///< "water", "water.low_income"
  double typical;
  double high;
  const char* points;
  const char* source;
  const char* note;
};
constexpr std::array reserves{
    Reserve{"water", 24, 120, "0:0 0.15:6 0.6:24 0.6:72 0.95:120 1:168", "WAT08", "WAT08: 40 % hold three litres a head for three days; the rest has some drinks"},
    Reserve{"water.low_income", 18, 96, "0:0 0.2:6 0.8:24 0.8:72 1:120", "POP04", "POP04: a kit costs too much for one in eight; half the share of WAT08 assumed"},
    Reserve{"food", 72, 168, "0:6 0.1:24 0.5:72 0.9:168 1:336", "layout", "cold food at home; no measurement"},
    Reserve{"food.low_income", 48, 120, "0:3 0.2:24 0.6:48 0.9:120 1:168", "layout", ""},
    Reserve{"light", 12, 72, "0:0 0.3:0 0.7:24 0.7:72 1:120", "POP01", "POP01: 30 % own a kit with a torch and batteries; most others a telephone or candles"},
    Reserve{"information", 0, 96, "0:0 0.59:0 0.59:72 1:168", "POP03", "POP03: 41 % own a battery or wind-up radio; needs the mast, which is a modelled asset of its own"},
    Reserve{"medical_care", 120, 336, "0:0 0.03:4 0.1:24 0.3:72 1:336", "layout", "most care can wait; some cannot"},
    Reserve{"medical_care.over_65", 72, 240, "0:0 0.05:4 0.2:24 0.5:72 1:240", "layout", ""},
    Reserve{"medical_care.dependent_care", 8, 24, "0:0 0.2:4 0.7:12 1:48", "layout", "family and neighbours bridge one visit"},
    Reserve{"medicines", 168, 336, "0:0 0.05:24 0.2:72 1:336", "layout", "stock at home"},
    Reserve{"medicines.over_65", 120, 240, "0:0 0.05:24 0.3:72 1:240", "layout", ""},
    Reserve{"sanitation", 12, 48, "0:0 0.3:6 0.8:24 1:72", "layout", "buckets and stored water; compare WAT12"},
    Reserve{"cash", 72, 144, "0:0 0.1:0 0.42:24 0.42:72 1:168", "PAY02", "PAY02: 58 % have the advised amount, 10 % none"},
};
/// Needs for which a household has nothing of its own: what little there is stands with the supplier (CAR02, CAR05).
constexpr std::array no_reserves{"alarm", "medical_power", "safety"};

/// Shares of suppliers that go on for a while: a probability in the evidence becomes hours that most do not have.
void add_stepped(Context& context) {
  add(context, {"supermarket.trading_on", "supermarket", "hours of trading on without mains", 0, 0, 0.5, "h", "empirical", "", "RET02", "estimate", "RET02: nine in ten close at once; the others until the till's battery is empty (RET01)"}, "0:0 0.9:0 0.9:0.1 1:1");
  add(context, {"cash_point.power", "cash machine or bank", "hours on power of its own", 0, 0, 0, "h", "empirical", "0", "PAY01", "estimate", "PAY01: 2 % available in the outage area"}, "0:0 0.98:0 0.98:24 1:72");
  add(context, {"fuel_station.power", "fuel station", "hours on power of its own", 0, 0, 0, "h", "empirical", "0", "GEN17", "estimate", "GEN17: 1 % with emergency power"}, "0:0 0.99:0 0.99:24 1:72");
}

/// RES03 and RES04: half of demand back at 10.5 h, 92 % at 17.5 h. Lognormal: sigma = ln(17.5/10.5)/z(0.92), P90 from it.
void add_restoration(Context& context) {
  constexpr double median = 10.5;
  constexpr double at_92 = 17.5;
  constexpr double z_92 = 1.4050716;
  constexpr double z_90 = 1.2815516;
  const double p90 = median * std::exp(z_90 * std::log(at_92 / median) / z_92);
  add(context, {"restoration.blackout", "medium-voltage feeding area", "hours from the return of the feed-ins to its own return, blackout without damage", 4, median, std::floor(p90 * 100 + 0.5) / 100, "h", "lognormal", "0.3", "RES03", "estimate", "quantile 0.92 at 17.5 h (RES04); share 0.3 (assumption): areas of one region come back partly together"}, {}, "restoration");
}

void add_reserves(Context& context) {
  for (const Reserve& reserve : reserves) {
    const std::string id = std::string("reserve.default.") + reserve.suffix;
    add(context, {id.c_str(), "household", "hours that its own reserve lasts", 0, reserve.typical, reserve.high, "h", "empirical", "", reserve.source, std::string_view(reserve.source) == "layout" ? "assumption" : "estimate", reserve.note}, reserve.points);
  }
  for (const char* need : no_reserves) {
    const std::string id = std::string("reserve.default.") + need;
    add(context, {id.c_str(), "household", "hours that its own reserve lasts", 0, 0, 0, "h", "fixed", "", "layout", "assumption", "nothing at home"});
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
    add(context, {id.c_str(), subject.c_str(), "from all well to up again", kind.restart_low_h, kind.restart_typical_h, kind.restart_high_h, "h", shape, "", source.c_str(), repeats ? "estimate" : "assumption", note.c_str()}, {}, std::string(kind.evidence));
  }
}

void add_low_income(Context& context) {
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string id = "share.low_income." + municipality.id;
    const double share = low_income_share(municipality.id);
    add(context, {id.c_str(), municipality.name.c_str(), "share of residents in low-income households", share / 2, share, share * 1.5, "fraction", "triangular", "", "layout", "assumption", "head counts of the zones use the typical value"});
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
