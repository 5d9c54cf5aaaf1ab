#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/layer.hpp"

namespace veer::importers::foreign {

/// What a layer, sheet or table of a file is about.
enum class Content {
  osm_map,             ///< OpenStreetMap: streets, addresses, places, power
  census,              ///< residents per municipality, district, neighbourhood or postcode
  statline_rows,       ///< StatLine, unpivoted: one figure per row (Observations.csv)
  statline_measures,   ///< the names of those figures (MeasureCodes.csv)
  age_decades,         ///< residents per municipality in tens of years
  addresses,           ///< points with a house number
  homes,               ///< BAG: residential units with their use
  places_of_interest,  ///< points with OpenStreetMap key and value
  named_places,        ///< towns, villages, quarters
  facilities,          ///< named public facilities with their type
  hospitals,
  sewage_plants,
  power_nodes,  ///< stations and junctions of the high-voltage grid
  connections,  ///< grid operators: small connections per range of postcodes
  sites,        ///< places of one's own, with coordinates
  parameters,   ///< figures with their spread
  // Known, and of no use to a region:
  power_other,     ///< lines, generators and transformers
  labels,          ///< names and label points of neighbourhoods
  buildings,       ///< BAG: buildings
  boundaries,      ///< outlines without municipality codes (safety regions, city districts)
  background,      ///< polygons of a background map
  travel_times,    ///< pairs with a travel time
  street_graph,    ///< DIMACS
  region_package,  ///< a table of a region package
  unknown
};

/// Tells what a table is by its columns and geometry; never by the name of its file.
[[nodiscard]] Content recognised(const std::vector<std::string>& columns, formats::GeometryKind geometry);

/// Whether a region is built from it.
[[nodiscard]] bool is_used(Content content);

/// The word for it in keys of messages: "census", "osm_map".
[[nodiscard]] std::string_view word(Content content);

}  // namespace veer::importers::foreign
