#include "region/operations_figures.hpp"

#include <array>

namespace veer::region {

namespace {

constexpr std::array figures{
    StandardFigure{"road.detour", "weg", "weg ten opzichte van hemelsbreed", 1.2, 1.3, 1.5, "factor", "triangular", "",
                   "a truck keeps to roads; walks in Haaglanden are 1.25 times a straight line"},
    StandardFigure{"fuel_use", "noodaggregaat", "verbruik bij gewone belasting", 5, 6.5, 8, "L/h", "triangular",
                   "GEN15", "a set of 50 kVA at half load; fuel_use.<kind> states another"},
    StandardFigure{"fuel.call_level", "noodaggregaat", "deel van de tank waarbij om brandstof wordt gevraagd", 0.25,
                   0.5, 0.75, "fraction", "triangular", "", "by standing order, without a telephone"},
    StandardFigure{"fuel_truck.load", "tankwagen", "lading", 3000, 8000, 18000, "L", "triangular", "",
                   "a small road tanker that can enter a yard"},
    StandardFigure{"fuel_truck.flow", "tankwagen", "liter per minuut bij laden en lossen", 100, 200, 400, "L/min",
                   "triangular", "", ""},
    StandardFigure{"fuel_truck.load_time", "tankwagen", "tijd bij het depot naast het pompen", 10, 20, 40, "min",
                   "triangular", "", "coupling, papers, waiting for the bay"},
    StandardFigure{"fuel_truck.unload_time", "tankwagen", "tijd bij een tank naast het pompen", 10, 20, 40, "min",
                   "triangular", "", "finding the filler, hose, papers"},
    StandardFigure{"fuel_truck.ready", "tankwagen", "uur vanaf wanneer de wagen rijdt", 2, 6, 24, "h", "triangular", "",
                   "drivers must hear of it, and come"},
    StandardFigure{"fuel_supply.lead", "brandstofdepot", "tijd van bestelling tot een tankauto van buiten er is", 12,
                   24, 72, "h", "triangular", "", "the refinery and the road are busy elsewhere too"},
    StandardFigure{"fuel_supply.order_level", "brandstofdepot", "deel van de eerste voorraad waarbij wordt bijbesteld",
                   0.25, 0.5, 0.75, "fraction", "triangular", "", "by standing order, without a telephone"},
    StandardFigure{"derate.turn", "tekort dat om de beurt wordt verdeeld", "tijd dat een groep aan de beurt is", 1, 2,
                   4, "h", "triangular", "", "turns of load shedding; derate.turn.<kind> states another"},
    StandardFigure{"mobile_generator.ready", "mobiel aggregaat", "uur vanaf wanneer het op weg kan", 8, 24, 48, "h",
                   "triangular", "GEN19", "Haaksbergen 2005: most placed in the second 24 h"},
    StandardFigure{"mobile_generator.connect", "mobiel aggregaat", "tijd om aan of af te sluiten", 30, 60, 180, "min",
                   "triangular", "", "an electrician and a feed-in point are there"},
    StandardFigure{"mobile_generator.stay", "mobiel aggregaat", "tijd dat er weer stroom is voordat het verder trekt",
                   30, 60, 240, "min", "triangular", "", "supply may fail again at once"},
    StandardFigure{"mobile_generator.tank", "mobiel aggregaat", "eigen tank", 50, 150, 400, "L", "triangular", "GEN24",
                   "GEN24: trailer sets run 8 to 24 h on it"},
    StandardFigure{"staff.attendance", "personeel", "deel dat per dienst opkomt", 0.6, 0.8, 0.95, "fraction", "beta",
                   "STA01", ""},
    StandardFigure{"staff.family", "personeel",
                   "deel van wie thuis geen stroom heeft, dat voor het eigen gezin thuisblijft", 0, 0.1, 0.3,
                   "fraction", "triangular", "", "no measurement; on top of staff.attendance"},
    StandardFigure{"staff.rest", "personeel", "rust na een dienst", 11, 16, 24, "h", "triangular", "",
                   "11 h is the least the Dutch working hours decree allows"},
};

}  // namespace

std::span<const StandardFigure> operations_figures() { return figures; }

Parameter operations_parameter(const Region& region, std::string_view id) {
  return own_or_standard(region, figures, id);
}

double operations_value(const Region& region, std::string_view id) { return operations_parameter(region, id).typical; }

}  // namespace veer::region
