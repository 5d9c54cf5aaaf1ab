#include "region/help_figures.hpp"

#include <array>

namespace veer::region {

namespace {

constexpr std::array figures{
    // Neighbours
    StandardFigure{"help.neighbours", "buren die helpen", "deel van de volwassenen, bij een gemiddelde index", 0.05,
                   0.15, 0.4, "fraction", "beta", "VOL03", "no rate measured"},
    StandardFigure{"help.neighbours.index", "buren die helpen", "index van een gemiddelde buurt", 0.5, 0.5, 0.5,
                   "index", "fixed", "", "the share of an area is in proportion to its index"},
    StandardFigure{"help.neighbours.people", "buren die helpen", "mensen die één helper tegelijk helpt", 1, 2, 4,
                   "persons", "triangular", "", "one household or two"},
    StandardFigure{"help.neighbours.stays", "buren die helpen", "deel dat elke volgende dag nog kan helpen", 0.5, 0.75,
                   0.95, "fraction", "triangular", "", "helpers tire and run out themselves"},
    StandardFigure{"help.can.medical_power", "hulp van mensen",
                   "deel van het tekort aan stroom voor apparaten dat zij "
                   "kunnen opvangen",
                   0.05, 0.1, 0.3, "fraction", "triangular", "", "to a neighbour with a generator"},
    StandardFigure{"help.can.medicines", "hulp van mensen",
                   "deel van het tekort aan medicijnen dat zij kunnen opvangen", 0.1, 0.3, 0.5, "fraction",
                   "triangular", "", "fetching from a pharmacy that is open"},
    StandardFigure{"help.can.water", "hulp van mensen", "deel van het tekort aan water dat zij kunnen opvangen", 0.3,
                   0.5, 0.8, "fraction", "triangular", "", "sharing and fetching"},
    StandardFigure{"help.can.alarm", "hulp van mensen", "deel zonder 112 voor wie zij hulp kunnen halen", 0.2, 0.4, 0.7,
                   "fraction", "triangular", "", "going to a support point or fire station"},
    StandardFigure{"help.can.medical_care", "hulp van mensen", "deel van het tekort aan zorg dat zij kunnen opvangen",
                   0.1, 0.2, 0.4, "fraction", "triangular", "", "help with washing, eating and company, no nursing"},
    StandardFigure{"help.can.food", "hulp van mensen", "deel van het tekort aan voedsel dat zij kunnen opvangen", 0.3,
                   0.6, 0.8, "fraction", "triangular", "", "cooking together"},
    StandardFigure{"help.can.warmth", "hulp van mensen", "deel van het tekort aan warmte dat zij kunnen opvangen", 0.1,
                   0.25, 0.5, "fraction", "triangular", "", "one warm room with a stove"},
    StandardFigure{"help.can.cooling", "hulp van mensen", "deel van het tekort aan koelte dat zij kunnen opvangen", 0.1,
                   0.25, 0.5, "fraction", "triangular", "", "one cool room, somebody who looks in and brings water"},
    StandardFigure{"help.can.information", "hulp van mensen", "deel zonder informatie dat zij kunnen bijpraten", 0.5,
                   0.8, 0.95, "fraction", "triangular", "", "a neighbour with a radio"},
    StandardFigure{"help.can.light", "hulp van mensen", "deel van het tekort aan licht dat zij kunnen opvangen", 0.2,
                   0.4, 0.7, "fraction", "triangular", "", "lamps and power banks"},
    StandardFigure{"help.can.sanitation", "hulp van mensen",
                   "deel van het tekort aan toiletten dat zij kunnen opvangen", 0.05, 0.15, 0.3, "fraction",
                   "triangular", "", "buckets of water"},
    StandardFigure{"help.can.cash", "hulp van mensen", "deel van het tekort aan geld dat zij kunnen opvangen", 0.1, 0.3,
                   0.5, "fraction", "triangular", "", "lending"},
    StandardFigure{"help.can.payments", "hulp van mensen",
                   "deel van het tekort aan betaalmiddelen dat zij kunnen "
                   "opvangen",
                   0.1, 0.3, 0.5, "fraction", "triangular", "", "lending"},
    // Volunteers
    StandardFigure{"help.volunteers.called", "vrijwilligers", "deel dat binnen 12 uur komt als de telefoon werkt", 0.03,
                   0.1, 0.25, "fraction", "beta", "VOL02", ""},
    StandardFigure{"help.volunteers.gather", "vrijwilligers", "tijd tot wie komt er is", 12, 12, 12, "h", "fixed", "",
                   "VOL02 counts who comes within 12 hours"},
    StandardFigure{"help.volunteers.on_duty", "vrijwilligers", "deel dat op een ogenblik dienst heeft", 0.25, 0.33, 0.5,
                   "fraction", "triangular", "", "shifts of eight hours"},
    StandardFigure{"help.volunteers.people", "vrijwilligers", "mensen die één vrijwilliger tegelijk helpt", 3, 6, 12,
                   "persons", "triangular", "", "rounds from door to door"},
    // Support points
    StandardFigure{"help.points.relief", "noodsteunpunten", "uren dat een bezoek helpt", 4, 8, 24, "h", "triangular",
                   "", "water and a charged telephone for the day, news for some hours"},
    // Vulnerable people
    StandardFigure{"vulnerable.ventilation", "mensen aan thuisbeademing", "aantal per 100.000 inwoners", 18, 21, 25,
                   "per 100k", "normal", "CAR01", ""},
    StandardFigure{"vulnerable.ventilation.battery", "beademing thuis", "duur van de accu's", 4, 8, 16, "h",
                   "triangular", "CAR02", ""},
    StandardFigure{"vulnerable.oxygen", "mensen met een zuurstofapparaat thuis", "aantal per 100.000 inwoners", 60, 110,
                   160, "per 100k", "triangular", "", "recalled: about 20,000 in the Netherlands; ask suppliers"},
    StandardFigure{"vulnerable.oxygen.cylinder", "zuurstofapparaat thuis", "duur op flessen zonder stroom", 0, 4, 12,
                   "h", "triangular", "CAR03", ""},
    // Emergency calls
    StandardFigure{"calls.per_resident", "112", "oproepen per inwoner per jaar", 0.15, 0.17, 0.19, "per year",
                   "triangular", "", "TEL16: 2,888,628 calls of 17.0 million residents in 2016"},
    StandardFigure{"calls.mobile", "112", "deel van de oproepen van een mobiele telefoon", 0.8, 0.83, 0.86, "fraction",
                   "beta", "TEL16", ""},
    StandardFigure{"calls.factor", "112", "hoeveel keer zo veel oproepen in de eerste uren", 2, 3, 4, "factor",
                   "triangular", "TEL17", ""},
    StandardFigure{"calls.surge", "112", "uren dat de eerste drukte duurt", 3, 5, 12, "h", "triangular", "",
                   "Amsterdam 2017: the outage lasted 4.7 hours"},
    StandardFigure{"calls.later", "112", "hoeveel keer zo veel oproepen daarna, zolang de stroom uit is", 1, 1.5, 2,
                   "factor", "triangular", "", "between the first hours (TEL17) and an ordinary day"},
    StandardFigure{"calls.capacity", "112", "hoeveel keer de gewone drukte beantwoord kan worden", 1.5, 2, 3, "factor",
                   "triangular", "", "rooms that back one another up are busy too; compare TEL18"},
    // Harm
    StandardFigure{"harm.mortality", "bevolking", "sterfte per 1.000 inwoners per jaar", 9, 9.5, 10, "per 1000",
                   "triangular", "", "recalled: about 169,000 deaths a year in the Netherlands"},
    StandardFigure{"harm.excess", "bevolking", "extra sterfte zolang de stroom uit is", 0.15, 0.28, 0.4,
                   "fraction above normal", "triangular", "CAR08", ""},
    StandardFigure{"harm.carbon_monoxide", "bevolking", "koolmonoxidevergiftigingen in de winter", 1, 10, 60,
                   "per 100k affected per 72 h", "lognormal", "CAR09", ""},
    StandardFigure{"harm.heat", "bevolking", "extra sterfgevallen door warmte in huis", 0.18, 0.71, 1.24,
                   "per million person-hours too warm", "triangular", "",
                   "worked back from the 400 of July 2019 in docs/method/help.md; 100 a week in 2018 is the low end, "
                   "as much above is the high end"},
    // Unrest
    StandardFigure{"unrest.information", "onrust-indicator", "gewicht van geen informatie", 0.25, 0.25, 0.25, "weight",
                   "fixed", "", "an indicator, no prediction"},
    StandardFigure{"unrest.water", "onrust-indicator", "gewicht van geen water", 0.25, 0.25, 0.25, "weight", "fixed",
                   "", "an indicator, no prediction; the weights add up to about one"},
    StandardFigure{"unrest.food", "onrust-indicator", "gewicht van geen voedsel", 0.2, 0.2, 0.2, "weight", "fixed", "",
                   "an indicator, no prediction; the weights add up to about one"},
    StandardFigure{"unrest.cash", "onrust-indicator", "gewicht van geen geld", 0.1, 0.1, 0.1, "weight", "fixed", "",
                   "an indicator, no prediction; the weights add up to about one"},
    StandardFigure{"unrest.payments", "onrust-indicator", "gewicht van niet kunnen betalen", 0.1, 0.1, 0.1, "weight",
                   "fixed", "", "an indicator, no prediction; the weights add up to about one"},
    StandardFigure{"unrest.safety", "onrust-indicator", "gewicht van geen hulpdienst", 0.2, 0.2, 0.2, "weight", "fixed",
                   "", "an indicator, no prediction; the weights add up to about one"},
};

}  // namespace

std::span<const StandardFigure> help_figures() { return figures; }

Parameter help_parameter(const Region& region, std::string_view id) {
  return own_published_or_standard(region, figures, id);
}

}  // namespace veer::region
