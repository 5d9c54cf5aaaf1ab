#include "importers/ground/outdoor_air.hpp"

#include <array>

namespace veer::importers::ground {

namespace {

/// Heat plan of the Netherlands: from 27 degrees for days; a tropical day of the weather service: 30 degrees.
constexpr std::array heat_figures{
    Figure{"fragility.heat.outdoor_air", "buitenlucht van een gemeente",
           "hoogste temperatuur op een dag vanaf welke een woning in dat etmaal niet meer afkoelt", 27, 30, 33,
           "degrees C", "triangular", "", "layout", "assumption",
           "27: the heat plan starts; 30: a tropical day; between them wind from the sea, stone and trees decide, by "
           "municipality and day"},
};

std::string air_of(const std::string& municipality) { return "outdoor-air/" + municipality; }

}  // namespace

void add_outdoor_air(Ground& ground, const std::string& organisation) {
  for (const MunicipalityFact& municipality : ground.facts.municipalities)
    ground.draft.asset({.id = air_of(municipality.id),
                        .name = "Buitenlucht " + municipality.name,
                        .kind = "outdoor_air",
                        .organisation = organisation,
                        .municipality = municipality.id});
  for (const Zone& zone : ground.territory.zones)
    ground.draft.need({.of = "zones/" + zone.id,
                       .component = "cooling",
                       .service = "outdoor_cooling",
                       .suppliers = {"assets/" + air_of(ground.facts.areas[zone.area].municipality)}});
}

void add_heat_figures(FigureRows& rows) {
  for (const Figure& figure : heat_figures) rows.add(figure);
}

}  // namespace veer::importers::ground
