#include "importers/haaglanden/fragilities.hpp"

#include <array>

namespace veer::importers::haaglanden {

namespace {

using ground::Figure;

/// The share of things of a kind (cumulative) that fail at or below a daily maximum in degrees. What lies above the
/// hottest day that was ever measured here is our guess.
struct HeatCurve {
  const char* kind;
  const char* subject;
  double low, typical, high;
  const char* points;
  const char* source;
  const char* note;
};
constexpr std::array heat_curves{
    HeatCurve{"mv_feeding_area", "voedingsgebied", 37, 50, 60, "0:30 0.01:37 0.05:42 1:60", "layout",
              "cables and joints in dry, warm ground: 1 % a day at 37 degrees"},
    HeatCurve{"base_station", "zendmast mobiele telefonie", 38, 48, 55, "0:33 0.02:38 0.1:42 1:55", "layout",
              "cabinets are cooled; 2 % a day at 38 degrees"},
    HeatCurve{"rail_section", "stroom en spoor voor treinen", 31, 40, 50, "0:28 0.1:31 0.3:37 0.6:42 1:50",
              "rail-heat-2020", "from 30 degrees on it becomes a problem; the shares are ours"},
    HeatCurve{"tram_section", "stroom en spoor voor trams", 33, 44, 55, "0:30 0.1:37 0.3:42 1:55", "layout",
              "as trains, slower and with shorter rails"},
};

constexpr std::array curves{
    Figure{"fragility.rain.sewer_district", "rioleringsgebied",
           "regen in een uur waarbij water van de straat huizen en riolen niet meer uit kan", 22, 60, 92, "mm per hour",
           "triangular", "", "sewer-design", "estimate",
           "60 l/s/ha is 22 mm an hour; 90 l/s/ha and 60 mm on the street are 92; 38 mm on the street is 60"},
    Figure{"fragility.rain.road_tunnel", "tunnel",
           "regen in een uur waarbij de pomp van de tunnel het niet meer bijhoudt", 30, 50, 90, "mm per hour",
           "triangular", "", "layout", "assumption", "a tunnel drains its ramps and what runs in over their edge"},
    Figure{"fragility.rain.tram_section", "stroom en spoor voor trams",
           "regen in een uur waarbij het spoor onder staat", 30, 60, 110, "mm per hour", "triangular", "", "layout",
           "assumption", "rails in the street"},
    Figure{"fragility.rain.rail_section", "stroom en spoor voor treinen",
           "regen in een uur waarbij spoor of installaties onder staan", 30, 60, 110, "mm per hour", "triangular", "",
           "layout", "assumption", "in Copenhagen trains stopped in several places"},
    Figure{"fragility.flood.mv_feeding_area", "voedingsgebied",
           "water bij het station waarbij het uitvalt of wordt uitgezet", 0.2, 0.5, 1, "m", "triangular", "",
           "cabinet-flood", "assumption", "a raised one stands half a metre of water"},
};

}  // namespace

void add_fragilities(ground::FigureRows& rows) {
  for (const HeatCurve& curve : heat_curves) {
    const std::string id = std::string("fragility.heat.") + curve.kind;
    rows.add({id.c_str(), curve.subject, "hoogste temperatuur op een dag waartegen het bestand is", curve.low,
              curve.typical, curve.high, "degrees C", "empirical", "", curve.source, "assumption", curve.note},
             curve.points);
  }
  for (const Figure& curve : curves) rows.add(curve);
}

}  // namespace veer::importers::haaglanden
