#include "importers/ground/figures.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include "base/text.hpp"
#include "importers/ground/kinds.hpp"

namespace veer::importers::ground {

namespace {

/// Seasons (monthly normals of the coast of Zuid-Holland, from memory) and indoor temperatures.
constexpr std::array climate_figures{
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
/// Longer than any scenario (45 days).
constexpr double never_h = 2000;
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
    Reserve{"cooling", "huishouden", "uren warmte buiten voordat het binnen te warm is", never_h, never_h,
            "0:6 0.34:48 0.34:2000 1:2000", "cbs-cooling-2023",
            "34 % cannot keep their home cool enough on warm days: too warm after 6 to 48 hours, by the mass of the "
            "building (assumption; compare HEA01); the others never (2,000 h: longer than any scenario)"},
    Reserve{"cooling.low_income", "huishouden met een laag inkomen", "uren warmte buiten voordat het binnen te warm is",
            never_h, never_h, "0:6 0.46:48 0.46:2000 1:2000", "cbs-cooling-2023",
            "46 % of households that rent from a housing association; most low incomes do"},
};
/// Needs for which a household has nothing of its own: what little there is stands with the supplier (CAR02, CAR05).
constexpr std::array no_reserves{"alarm", "medical_power", "safety"};

}  // namespace

void FigureRows::add(const Figure& figure, const std::string& points, const std::string& group) {
  draft_.row("parameters", {{"id", figure.id},
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
                            {"source", source_of_(figure.source)},
                            {"confidence", figure.confidence}});
}

void add_climate(FigureRows& rows) {
  for (const Figure& figure : climate_figures) rows.add(figure);
}

/// RES03 and RES04: half of demand back at 10.5 h, 92 % at 17.5 h. Lognormal: sigma = ln(17.5/10.5)/z(0.92), P90 from
/// it.
void add_restoration(FigureRows& rows) {
  constexpr double median = 10.5;
  constexpr double at_92 = 17.5;
  constexpr double z_92 = 1.4050716;
  constexpr double z_90 = 1.2815516;
  const double p90 = median * std::exp(z_90 * std::log(at_92 / median) / z_92);
  rows.add({"restoration.blackout", "voedingsgebied",
            "uren van de terugkeer van de hoogspanning tot het zelf weer stroom heeft, zonder schade", 4, median,
            std::floor(p90 * 100 + 0.5) / 100, "h", "lognormal", "0.3", "RES03", "estimate",
            "quantile 0.92 at 17.5 h (RES04); share 0.3 (assumption): areas of one region come back partly together"},
           {}, "restoration");
}

void add_reserves(FigureRows& rows) {
  for (const Reserve& reserve : reserves) {
    const std::string id = std::string("reserve.default.") + reserve.suffix;
    rows.add({id.c_str(), reserve.subject, reserve.name, 0, reserve.typical, reserve.high, "h", "empirical", "",
              reserve.source, std::string_view(reserve.source) == "layout" ? "assumption" : "estimate", reserve.note},
             reserve.points);
  }
  for (const char* need : no_reserves) {
    const std::string id = std::string("reserve.default.") + need;
    rows.add({id.c_str(), "huishouden", "eigen voorraad: geen", 0, 0, 0, "h", "fixed", "", "layout", "assumption",
              "nothing at home"});
  }
}

/// `<kind>.restart` of every kind; those that repeat evidence share its group, so that one unknown stays one unknown.
void add_restarts(FigureRows& rows, const std::set<std::string>* only) {
  for (const Kind& kind : kinds()) {
    if (only != nullptr && !only->contains(std::string(kind.id))) continue;
    const std::string id = std::string(kind.id) + ".restart";
    const std::string subject(kind.subject);
    const bool repeats = !kind.evidence.empty();
    const bool fixed = kind.restart_low_h == kind.restart_high_h;
    const char* shape = fixed ? "fixed" : kind.evidence == "TEL11" ? "lognormal" : "triangular";
    const std::string source = repeats ? std::string(kind.evidence) : assumed().source;
    const std::string note = repeats ? "repeats " + std::string(kind.evidence) : "";
    rows.add({id.c_str(), subject.c_str(), "tijd van alles in orde tot weer leveren", kind.restart_low_h,
              kind.restart_typical_h, kind.restart_high_h, "h", shape, "", source.c_str(),
              repeats ? "estimate" : "assumption", note.c_str()},
             {}, std::string(kind.evidence));
  }
}

}  // namespace veer::importers::ground
