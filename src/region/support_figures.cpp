#include "region/support_figures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/result.hpp"

namespace veer::region {

namespace {

constexpr std::array figures{
    // Norms and demand
    StandardFigure{"support.norm.local", "lokaal noodsteunpunt", "inwoners per punt", 2500, 5000, 10000, "persons",
                   "triangular", "NSP01", "national rule of thumb, no legal norm"},
    StandardFigure{"support.norm.coordinating", "coördinerend noodsteunpunt", "inwoners per punt", 44231, 50000, 88462,
                   "persons", "triangular", "NSP30", "1,150,000 residents over 26, 23 and 13 fire stations"},
    StandardFigure{"support.norm.water", "nooddrinkwater", "inwoners per uitgiftepunt", 2500, 2500, 2500, "persons",
                   "fixed", "WAT04", ""},
    StandardFigure{"support.water.ration", "nooddrinkwater", "hoeveelheid per persoon per dag", 3, 3, 5, "L/person/day",
                   "triangular", "WAT03", ""},
    StandardFigure{"support.visit.mild", "bezoek aan noodsteunpunten", "deel van de inwoners per dag, warme woningen",
                   0.005, 0.03, 0.1, "fraction/day", "lognormal", "NSP18", "no direct measurement found"},
    StandardFigure{"support.visit.cold", "bezoek aan noodsteunpunten", "deel van de inwoners per dag, koude woningen",
                   0.02, 0.08, 0.2, "fraction/day", "lognormal", "NSP19", "no direct measurement found"},
    StandardFigure{"support.visit.ready", "bezoek aan noodsteunpunten",
                   "hoe vaak een voorbereid huishouden komt ten opzichte van een ander", 0.25, 0.5, 1, "factor",
                   "triangular", "", "who has water, light and a radio at home has less to ask"},
    StandardFigure{"support.visit.peak", "bezoek aan noodsteunpunten", "deel van de dag in het drukste uur", 0.07, 0.12,
                   0.2, "fraction", "triangular", "", "daylight hours even out: 1/12 = 0.08"},
    StandardFigure{"support.reach", "lokaal noodsteunpunt", "looptijd die nog bereikbaar heet", 10, 15, 30, "min",
                   "triangular", "", "acceptable distance is not defined nationally; compare NSP06"},
    StandardFigure{"support.unserved", "lokaal noodsteunpunt", "minuten die tellen voor wie geen punt bereikt", 45, 60,
                   90, "min", "triangular", "", "beyond the longest walk of the table walks"},
    StandardFigure{"support.backup.first", "lokaal noodsteunpunt", "wat een eerste punt binnen bereik telt", 0.6, 0.75,
                   0.9, "fraction", "triangular", "", "the rest counts for a second one, when back-ups are asked for"},
    StandardFigure{"support.dark", "noodsteunpunt", "kans dat de punten van één voedingsstation zonder stroom zitten",
                   0.1, 0.3, 0.6, "fraction", "triangular", "",
                   "only for plans that must hold when points fail; compare NSP09"},
    StandardFigure{"support.exposed", "noodsteunpunt", "kans op de dreiging waaraan een punt blootstaat", 0.05, 0.1,
                   0.3, "fraction", "triangular", "", "for each word of the column exposed; the same use"},
    // Between the levels
    StandardFigure{"support.link.speed", "verbinding tussen lokaal en coördinerend punt", "snelheid van een koerier",
                   10, 15, 20, "km/h", "triangular", "", "by bicycle: telephone and mobile net are down"},
    StandardFigure{"support.link.detour", "verbinding tussen lokaal en coördinerend punt",
                   "weg ten opzichte van hemelsbreed", 1.1, 1.25, 1.43, "factor", "triangular", "",
                   "walks in Haaglanden are a quarter longer than a straight line, docs/method/walking.md"},
    StandardFigure{"support.link.trips", "verbinding tussen lokaal en coördinerend punt",
                   "ritten per punt per dag, heen en terug", 6, 12, 24, "per day", "triangular", "", "every two hours"},
    StandardFigure{"support.place.worth", "plek die twee netten delen", "persoonsminuten per dag die een plek waard is",
                   500, 2000, 5000, "min/day", "triangular", "", "about four people on duty for one shift"},
    // Opening, staff
    StandardFigure{"support.opening", "noodsteunpunt", "tijd tot het open is", 1, 1, 2, "h", "triangular", "NSP05",
                   "as in Switzerland; nobody has measured it here"},
    StandardFigure{"support.staff.local", "lokaal noodsteunpunt", "mensen per dienst", 3, 5, 8, "persons", "triangular",
                   "NSP12", ""},
    StandardFigure{"support.staff.coordinating", "coördinerend noodsteunpunt", "brandweermensen die er vast nodig zijn",
                   6, 9, 12, "persons", "triangular", "NSP11", ""},
    StandardFigure{"support.shift", "noodsteunpunt", "lengte van een dienst", 6, 8, 12, "h", "triangular", "", ""},
    StandardFigure{"support.staff.pool", "gemeente", "mensen voor noodsteunpunten per 1.000 inwoners", 1, 2, 4,
                   "per 1000", "triangular", "", "only where resources name no support_staff of the municipality"},
    StandardFigure{"support.staff.attendance", "personeel", "deel dat per dienst opkomt", 0.6, 0.8, 0.95, "fraction",
                   "beta", "STA01", ""},
    StandardFigure{"support.volunteers.called", "vrijwilligers", "deel dat opkomt als de telefoon werkt", 0.03, 0.1,
                   0.25, "fraction", "beta", "VOL02", ""},
    StandardFigure{"support.volunteers.uncalled", "vrijwilligers", "deel dat opkomt zonder oproep", 0.01, 0.04, 0.15,
                   "fraction", "beta", "", "call-up by telephone is lost within two hours: assembly must be agreed"},
    // Power
    StandardFigure{"support.power.information", "noodsteunpunt", "vermogen voor informatie", 0.5, 1, 2, "kW",
                   "triangular", "", "light, screen, radio receiver; part of NSP14"},
    StandardFigure{"support.power.help_requests", "noodsteunpunt", "vermogen voor het aannemen van hulpvragen", 0.2,
                   0.5, 1, "kW", "triangular", "", "part of NSP14"},
    StandardFigure{"support.power.charging", "noodsteunpunt", "vermogen voor het opladen van telefoons", 0.5, 1.5, 4,
                   "kW", "triangular", "", "40 telephones at 10 W and battery packs; part of NSP14"},
    StandardFigure{"support.power.radio_link", "noodsteunpunt", "vermogen voor de radio- of satellietverbinding", 0.2,
                   0.5, 1, "kW", "triangular", "", "part of NSP14"},
    StandardFigure{"support.power.first_aid", "noodsteunpunt", "vermogen voor eerste hulp", 0.2, 0.5, 2, "kW",
                   "triangular", "", "part of NSP14"},
    StandardFigure{"support.power.water", "noodsteunpunt", "vermogen voor het uitdelen van water", 0, 0.2, 1, "kW",
                   "triangular", "", ""},
    StandardFigure{"support.power.hot_drinks", "noodsteunpunt", "vermogen voor warme dranken", 3, 6, 15, "kW",
                   "triangular", "NSP15", "kettles alone overloaded a town hall in 2026"},
    StandardFigure{"support.power.warm_room", "noodsteunpunt", "vermogen voor een warme zaal", 7, 20, 60, "kW",
                   "triangular", "NSP15", "NSP15 without the hot drinks"},
    StandardFigure{"support.wiring", "gebouw van een noodsteunpunt", "vermogen dat de bedrading aankan", 10, 25, 60,
                   "kW", "triangular", "GEN25", ""},
    StandardFigure{"support.wiring.repair", "gebouw van een noodsteunpunt", "duur van een overbelaste installatie", 0.5,
                   2, 8, "h", "triangular", "", "until the load is shed and the fuses are set again"},
    StandardFigure{"support.battery", "noodsteunpunt", "duur van de accu", 0.5, 2, 4, "h", "triangular", "",
                   "battery pack or emergency lighting that bridges the start of the set"},
    StandardFigure{"support.generator", "noodsteunpunt", "uren waarop het aggregaat is berekend", 24, 72, 72, "h",
                   "triangular", "NSP13", ""},
    StandardFigure{"support.generator.start", "noodsteunpunt", "kans dat het aggregaat niet start", 0.01, 0.03, 0.1,
                   "probability", "beta", "GEN06", "typical fleet"},
    StandardFigure{"support.generator.run", "noodsteunpunt", "draaiuren tot het aggregaat uitvalt", 200, 324, 500, "h",
                   "exponential", "GEN01", "as generator.run.typical: 80 % survive 72 h"},
    StandardFigure{"support.refuel", "noodsteunpunt", "uur vanaf wanneer genoeg brandstof komt", 24, 60, 144, "h",
                   "triangular", "", "ordinary contract, as refuel.contract"},
    // Heat, water, radio, stock
    StandardFigure{"support.heat.building", "gebouw van een noodsteunpunt", "uren dat het warm genoeg blijft", 6, 10,
                   12, "h", "triangular", "HEA02", "as homes"},
    StandardFigure{"support.heat.stove", "noodsteunpunt", "uren op eigen kachels", 24, 72, 120, "h", "triangular", "",
                   "gas heaters on bottles"},
    StandardFigure{"support.heat.stove.from", "noodsteunpunt", "uur waarop eigen kachels er zijn", 2, 4, 12, "h",
                   "triangular", "", ""},
    StandardFigure{"support.water.stock", "noodsteunpunt", "uren op eigen water", 24, 72, 96, "h", "triangular", "",
                   "bottles for staff and visitors"},
    StandardFigure{"support.runner", "noodsteunpunt", "uren met koeriers in plaats van radio", 72, 168, 336, "h",
                   "triangular", "", ""},
    StandardFigure{"support.runner.from", "noodsteunpunt", "uur waarop koeriers rijden", 1, 2, 4, "h", "triangular", "",
                   ""},
    StandardFigure{"support.stock", "noodsteunpunt", "uren op eigen voorraad", 48, 72, 96, "h", "triangular", "", ""},
    StandardFigure{"support_point.restart", "noodsteunpunt", "tijd van alles in orde tot weer open", 0.25, 0.5, 1, "h",
                   "triangular", "", ""},
    StandardFigure{"support_roster.restart", "rooster van een noodsteunpunt", "tijd van alles in orde tot weer bemand",
                   0.02, 0.02, 0.02, "h", "fixed", "", ""},
    StandardFigure{"support_wiring.restart", "installatie van een noodsteunpunt",
                   "tijd van alles in orde tot weer stroom", 0.02, 0.02, 0.02, "h", "fixed", "", ""},
    // Money
    StandardFigure{"support.cost.once.local", "lokaal noodsteunpunt", "kosten eenmalig", 8000, 20000, 60000, "EUR",
                   "triangular", "FIN09", "feed-in point (FIN09), set, radio, stock"},
    StandardFigure{"support.cost.once.coordinating", "coördinerend noodsteunpunt", "kosten eenmalig", 40000, 80000,
                   150000, "EUR", "triangular", "FIN08", "fixed set with transfer switch"},
    StandardFigure{"support.cost.year.local", "lokaal noodsteunpunt", "kosten per jaar", 2000, 6000, 15000, "EUR/year",
                   "triangular", "", "upkeep, exercise, stock that goes out of date"},
    StandardFigure{"support.cost.year.coordinating", "coördinerend noodsteunpunt", "kosten per jaar", 40000, 50000,
                   60000, "EUR/year", "triangular", "NSP04", ""},
    // Stock: every row support.stock.<item> is a line of the list; the unit says what the figure is per
    StandardFigure{"support.stock.water", "voorraad", "water, liter", 0.25, 0.5, 1, "per visit", "triangular", "", ""},
    StandardFigure{"support.stock.cups", "voorraad", "bekers", 0.5, 1, 2, "per visit", "triangular", "", ""},
    StandardFigure{"support.stock.leaflets", "voorraad", "informatiebladen", 0.5, 1, 1.5, "per visit", "triangular", "",
                   ""},
    StandardFigure{"support.stock.chargers", "voorraad", "laadplekken voor telefoons", 20, 40, 80, "per point",
                   "triangular", "NSP14", ""},
    StandardFigure{"support.stock.diesel", "voorraad", "diesel voor 72 uur, liter", 360, 468, 576, "per point",
                   "triangular", "GEN15", "6.5 L/h"},
    StandardFigure{"support.stock.blankets", "voorraad", "dekens", 10, 25, 50, "per point", "triangular", "", ""},
    StandardFigure{"support.stock.first_aid", "voorraad", "verbanddozen", 1, 2, 4, "per point", "triangular", "", ""},
    StandardFigure{"support.stock.torches", "voorraad", "zaklampen", 1, 2, 3, "per staff", "triangular", "", ""},
    StandardFigure{"support.stock.meals", "voorraad", "maaltijden voor wie dienst heeft", 1, 1, 2, "per shift",
                   "triangular", "", "one for each person and shift"},
    // Walking by age, beside the 4.5 km/h in which minutes are stated (docs/method/walking.md, section "Speed")
    StandardFigure{"support.pace.75", "lopen", "snelheid van 75- tot 84-jarigen ten opzichte van 4,5 km/u", 0.65, 0.8,
                   1, "factor", "triangular", "", "after Bohannon and Andrews 2011, recalled and not checked"},
    StandardFigure{"support.pace.85", "lopen", "snelheid van 85-plussers ten opzichte van 4,5 km/u", 0.5, 0.7, 0.9,
                   "factor", "triangular", "", "after Bohannon and Andrews 2011, recalled and not checked"},
};

}  // namespace

std::span<const StandardFigure> support_figures() { return figures; }

Parameter support_parameter(const Region& region, std::string_view id) {
  return own_or_standard(region, support_figures(), id);
}

double support_value(const Region& region, std::string_view id) { return support_parameter(region, id).typical; }

}  // namespace veer::region
