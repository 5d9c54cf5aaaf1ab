#include "backtest/figures.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace veer::backtest {

namespace {

using D = region::Distribution;

// How outages end. T is the time to the last customer at the reference size of the family; a and b bend the curve of
// restoration.hpp. The widths are those of the cases that the source names together, not of one case.
constexpr Figure all[] = {
    {"RST-CABLE-T", "cable damage in a city: hours to the last customer", 31, 60, 100, D::lognormal, "h",
     "RES01: Berlin 2019 (31 h), Berlin 2025 (60 h), Berlin 2026 (103 h)", "published"},
    {"RST-CABLE-A", "cable damage: bend at the start", 0.6, 1, 1.5, D::uniform, "", "RES02: 40 to 85 % out at 24 h",
     "estimate"},
    {"RST-CABLE-B", "cable damage: bend at the end", 0.4, 0.65, 1, D::uniform, "", "RES02: 40 to 85 % out at 24 h",
     "estimate"},
    {"RST-CABLE-SMALL-T", "damage to a cable of the distribution grid, fewer than 10,000 customers: hours", 1, 3, 8,
     D::lognormal, "h", "switching around the fault; duration of interruptions in Dutch distribution grids, recalled",
     "assumption"},
    {"RST-TRANSMISSION-T", "fault in the transmission grid: hours to the last customer", 1, 5, 12, D::lognormal, "h",
     "Amsterdam 2017 (4.7 h); Noord-Holland 2015 (supply returns after an hour, normal in the evening)", "estimate"},
    {"RST-TRANSMISSION-A", "fault in the transmission grid: bend at the start", 1, 1.5, 2, D::uniform, "",
     "switching back district by district: slow, fast, slow", "assumption"},
    {"RST-TRANSMISSION-B", "fault in the transmission grid: bend at the end", 1.5, 2.2, 3, D::uniform, "",
     "switching back district by district: slow, fast, slow", "assumption"},
    {"RST-STATION-FIRE-T", "fire in a substation: hours to the last customer", 5, 12, 30, D::lognormal, "h",
     "crews enter after the smoke has gone (The Hague 2020: 2.5 h), then switch and repair", "estimate"},
    {"RST-STATION-FIRE-A", "fire in a substation: bend at the start", 0.8, 1.5, 2.5, D::uniform, "",
     "some customers are switched to other stations at once", "assumption"},
    {"RST-STATION-FIRE-B", "fire in a substation: bend at the end", 0.5, 1, 1.5, D::uniform, "",
     "some customers are switched to other stations at once", "assumption"},
    {"RST-STATION-FLOOD-T", "flooded substation: hours to the last customer", 24, 60, 150, D::lognormal, "h",
     "pump out, dry, test, replace; Lancaster 2015 (Royal Academy of Engineering 2016), recalled", "assumption"},
    {"RST-STATION-FLOOD-A", "flooded substation: bend at the start", 1, 2, 3, D::uniform, "",
     "little comes back before the station does", "assumption"},
    {"RST-STATION-FLOOD-B", "flooded substation: bend at the end", 0.4, 0.8, 1.2, D::uniform, "",
     "little comes back before the station does", "assumption"},
    {"RST-STORM-T", "storm on overhead lines, 30,000 customers: hours to the last customer", 26, 60, 136, D::lognormal,
     "h", "Haaksbergen and Bommelerwaard (two to three days), Muensterland (six days)", "estimate"},
    {"RST-STORM-SIZE", "storm: power of the number of customers with which that time grows", 0.5, 0.6, 0.7, D::uniform,
     "", "from tens of thousands (two days) to a million (two to six weeks): Muensterland, Gudrun, Arwen", "estimate"},
    {"RST-STORM-MANY", "storm: chance that many small faults, not one line, keep customers out, below 200,000", 0.15,
     0.25, 0.35, D::uniform, "probability", "Haaksbergen, Bommelerwaard: one line feeds all", "assumption"},
    {"RST-STORM-A", "storm, many faults: bend at the start", 0.35, 0.45, 0.6, D::uniform, "",
     "RES05, RES06: 3 to 32 % out after 72 h, 0.3 to 14 % after 168 h", "estimate"},
    {"RST-STORM-B", "storm, many faults: bend at the end", 2, 4, 6, D::uniform, "",
     "RES05, RES06: 3 to 32 % out after 72 h, 0.3 to 14 % after 168 h", "estimate"},
    {"RST-BLACKOUT-T", "blackout without damage: hours to the last customer", 9, 17, 28, D::lognormal, "h",
     "RES03, RES04: half after 8 to 14 h, 92 % after 15 to 24 h", "published"},
    {"RST-BLACKOUT-A", "blackout: bend at the start", 1.5, 2.2, 3, D::uniform, "",
     "RES03: power stations start from nothing before customers are switched on", "estimate"},
    {"RST-BLACKOUT-B", "blackout: bend at the end", 1.5, 2.2, 3, D::uniform, "",
     "RES04: the last tenth takes as long as the third before it", "estimate"},
    {"RST-SHEDDING-T", "load shedding, 100,000 customers: hours to the last customer", 1, 3, 8.3, D::lognormal, "h",
     "planned turns take two hours; a shortage that lasts does not turn (Texas 2021)", "estimate"},
    {"RST-SHEDDING-SIZE", "load shedding: power of the number of customers with which that time grows", 0.6, 0.7, 0.8,
     D::uniform, "", "the larger the shortage, the longer it lasts: turns of hours to Texas 2021 (days)", "assumption"},
    {"RST-SHEDDING-A", "load shedding: bend at the start", 1.5, 2.2, 3, D::uniform, "", "as a blackout", "assumption"},
    {"RST-SHEDDING-B", "load shedding: bend at the end", 1.5, 2.2, 3, D::uniform, "", "as a blackout", "assumption"},
    {"RST-MAST-SPREAD", "spread of battery times among masts of one operator: factor between P50 and P84", 1.3, 1.6, 2,
     D::uniform, "", "batteries of different age and load", "assumption"},
    {"RST-MASTS-IN-REACH", "masts that can serve one place", 1, 2, 4, D::triangular, "",
     "Spain 2025: 40 % of users connected at 2.5 h when most masts were on battery", "estimate"},
    {"RST-RADIO-GENERATOR", "emergency radio: share of sites with a generator of their own", 0.3, 0.8, 1, D::triangular,
     "fraction", "TEL20 beside TEL12 and TEL13: national networks differ", "assumption"},
    {"RST-PHONE-HOURS", "hours that phones last without charging", 8, 24, 48, D::triangular, "h",
     "use in an emergency; recalled", "assumption"},
    {"RST-BOOSTER", "high-rise buildings whose booster pump has power of its own", 0, 0.05, 0.15, D::triangular,
     "fraction", "WAT02: taps above the fifth floor dry at once", "assumption"},
    {"RST-HOSPITAL-REFUEL", "hospitals that are refuelled before the tank is empty", 0.8, 0.95, 1, D::triangular,
     "fraction", "first in every list of priorities", "assumption"},
    {"RST-CO-MILD", "carbon monoxide outside winter, as a share of winter", 0.05, 0.3, 0.8, D::triangular, "fraction",
     "no heating, but generators and cooking indoors", "assumption"},
    {"RST-EXCESS-OTHER", "extra deaths outside summer, above normal", 0, 0.05, 0.2, D::triangular, "fraction",
     "CAR08 is of a heat wave; few studies of winter", "assumption"},

    {"TEL01", "mobile base station: hours on battery", 0.25, 2, 4, D::triangular, "h", "TEL01", "published"},
    {"TEL04", "mobile base stations without working back-up", 0.3, 0.5, 0.7, D::beta, "fraction", "TEL04", "estimate"},
    {"TEL12", "emergency radio site: hours on battery", 2, 8, 24, D::triangular, "h", "TEL12", "assumption"},
    {"TEL14", "reached by a warning while the network degrades", 0.3, 0.5, 0.6, D::beta, "fraction", "TEL14",
     "published"},
    {"TEL15", "reached by a warning before batteries are empty", 0.85, 0.93, 0.97, D::beta, "fraction", "TEL15",
     "estimate"},
    {"TEL17", "emergency calls in the first hours, times normal", 2, 3, 4, D::triangular, "factor", "TEL17",
     "published"},
    {"TEL20", "emergency networks with generators that work", 0.95, 0.99, 1, D::beta, "fraction", "TEL20", "published"},
    {"WAT09", "sewers: hours of storage in dry weather", 4, 8, 12, D::triangular, "h", "WAT09", "published"},
    {"GEN02", "well-kept generator: failures per hour of running", 0.0005, 0.00066, 0.001, D::lognormal, "1/h", "GEN02",
     "estimate"},
    {"GEN06", "generator of usual upkeep that does not start", 0.01, 0.03, 0.1, D::beta, "probability", "GEN06",
     "assumption"},
    {"GEN12", "hospital: hours on its own diesel", 24, 48, 72, D::triangular, "h", "GEN12", "published"},
    {"GEN13", "hospitals whose tank is empty within hours", 0, 0.03, 0.1, D::beta, "fraction", "GEN13", "estimate"},
    {"GEN17", "fuel stations with emergency power", 0, 0.01, 0.03, D::beta, "fraction", "GEN17", "estimate"},
    {"CAR08", "extra deaths in a summer outage of one or two days", 0.15, 0.28, 0.4, D::normal, "fraction", "CAR08",
     "published"},
    {"CAR09", "carbon monoxide poisonings in a winter outage, per 100,000 and 72 h", 1, 10, 60, D::lognormal, "",
     "CAR09", "estimate"},
    {"CAR11", "people stuck in lifts, per 100,000", 3, 10, 25, D::lognormal, "", "CAR11", "estimate"},
    {"HEA05", "homes of a feeding area that lose heat", 0.9, 1, 1, D::triangular, "fraction", "HEA05", "estimate"},
    {"HEA06", "district heating: further hours after power is back", 3, 8, 24, D::triangular, "h", "HEA06", "estimate"},
    {"HEA10", "emergency lighting: hours on battery", 1, 2, 3, D::triangular, "h", "HEA10", "published"},
    {"PAY01", "payment terminals and cash machines that work", 0, 0.02, 0.1, D::beta, "fraction", "PAY01", "estimate"},
    {"TRA01", "traffic signals that work", 0, 0, 0.02, D::triangular, "fraction", "TRA01", "published"},
};

std::map<std::string_view, region::QuantileValues> all_quantiles() {
  std::map<std::string_view, region::QuantileValues> out;
  for (const Figure& figure : all) {
    region::Parameter parameter;
    parameter.id = figure.id;
    parameter.low = figure.low;
    parameter.typical = figure.typical;
    parameter.high = figure.high;
    parameter.distribution = figure.distribution;
    const auto values = region::quantiles(parameter);
    ENSURE(values.has_value(), "every figure has a distribution");
    out.emplace(figure.id, *values);
  }
  return out;
}

}  // namespace

std::span<const Figure> figures() { return all; }

const region::QuantileValues& quantiles_of(std::string_view id) {
  static const auto known = all_quantiles();
  const auto found = known.find(id);
  ENSURE(found != known.end(), "predictions ask for figures of the list only");
  return found->second;
}

}  // namespace veer::backtest
