#include "importers/osm/tags.hpp"

#include <algorithm>
#include <array>

namespace veer::importers::osm {

namespace {

constexpr std::array streets{"footway",     "path",           "pedestrian",   "steps",        "living_street",
                             "residential", "service",        "unclassified", "tertiary",     "tertiary_link",
                             "secondary",   "secondary_link", "primary",      "primary_link", "track",
                             "cycleway",    "bridleway",      "road",         "corridor"};
constexpr std::array vehicles_only{"motorway", "motorway_link", "trunk",   "trunk_link",
                                   "busway",   "bus_guideway",  "raceway", "escape"};
constexpr std::array allowing{"yes", "designated", "permissive", "destination", "official", "customers"};
constexpr std::array forbidding{"no", "private", "use_sidepath"};

constexpr std::array places{
    PlaceTag{"amenity", "school"},           PlaceTag{"amenity", "community_centre"},
    PlaceTag{"amenity", "townhall"},         PlaceTag{"amenity", "library"},
    PlaceTag{"amenity", "place_of_worship"}, PlaceTag{"amenity", "fire_station"},
    PlaceTag{"amenity", "police"},           PlaceTag{"amenity", "hospital"},
    PlaceTag{"amenity", "clinic"},           PlaceTag{"amenity", "doctors"},
    PlaceTag{"amenity", "pharmacy"},         PlaceTag{"amenity", "nursing_home"},
    PlaceTag{"amenity", "social_facility"},  PlaceTag{"amenity", "fuel"},
    PlaceTag{"amenity", "parking"},          PlaceTag{"leisure", "sports_centre"},
    PlaceTag{"leisure", "sports_hall"},      PlaceTag{"shop", "supermarket"},
};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Walkable walkable(const StreetTags& tags) {
  const bool street = holds(streets, tags.highway);
  const bool road = holds(vehicles_only, tags.highway);
  if (!street && !road) return Walkable::no_street;
  if (holds(allowing, tags.foot)) return Walkable::yes;
  if (road || tags.motorroad == "yes") return Walkable::for_vehicles_only;
  if (holds(forbidding, tags.foot)) return Walkable::forbidden;
  // Without a word on walking the word on everyone counts.
  if (tags.foot.empty() && (tags.access == "no" || tags.access == "private")) return Walkable::forbidden;
  return Walkable::yes;
}

bool stops_walkers(std::string_view barrier, std::string_view foot, std::string_view access) {
  if (barrier.empty() || holds(allowing, foot)) return false;
  return holds(forbidding, foot) || (foot.empty() && (access == "no" || access == "private"));
}

std::span<const PlaceTag> place_tags() { return places; }

}  // namespace veer::importers::osm
