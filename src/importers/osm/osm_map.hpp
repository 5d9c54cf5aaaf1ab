#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/outline.hpp"
#include "geo/polygon.hpp"
#include "walking/streets.hpp"

namespace veer::importers::osm {

/// A house number: a home, a shop or an office.
struct Address {
  geo::LonLat place;
  std::string postcode;  ///< as tagged; often empty
};

/// A point of interest of one of our kinds (place_tags).
struct PlaceOfInterest {
  std::string id;     ///< "n123" for a node, "w123" for a way: stable as long as OpenStreetMap keeps it
  std::string kind;   ///< "amenity=school"
  std::string name;   ///< may be empty
  geo::LonLat place;  ///< of a way the mean of its corners
};

/// A piece of the power grid.
struct PowerItem {
  std::string id;
  std::string kind;  ///< substation, plant, generator, line, cable
  std::string name;
  std::vector<std::int32_t> voltages_v;  ///< of a list "380000;150000" all that are numbers
  std::vector<geo::LonLat> course;       ///< of a line its bends; of anything else one place
};

/// What was read, kept and left out.
struct Counts {
  std::size_t nodes_read = 0;
  std::size_t ways_read = 0;
  std::size_t relations_read = 0;  ///< not used: nothing that we need stands in relations only
  std::size_t nodes_outside = 0;   ///< beyond the crop
  std::size_t nodes_without_place = 0;
  std::size_t streets = 0;  ///< ways that may be walked and have a piece inside
  std::size_t streets_for_vehicles = 0;
  std::size_t streets_forbidden = 0;
  std::size_t streets_outside = 0;  ///< walkable, but without two neighbouring nodes inside
  std::size_t ways_unused = 0;      ///< neither street nor address, place or power
  std::size_t pieces = 0;
  std::size_t pieces_cut = 0;    ///< an end lies outside the crop or is missing in the file
  std::size_t closed_gates = 0;  ///< where walkers cannot pass
  std::size_t addresses_outside = 0;
  std::size_t items_outside = 0;  ///< places and power beyond the outline
  geo::Bounds bounds;             ///< of the nodes that were kept
};

/// What we take from an OpenStreetMap file.
struct OsmMap {
  walking::Streets streets;
  std::vector<Address> addresses;       ///< nodes in file order, then ways
  std::vector<PlaceOfInterest> places;  ///< likewise
  std::vector<PowerItem> power;         ///< likewise
  Counts counts;
};

/// Which part of a file is wanted.
struct Crop {
  geo::MultiPolygon outline = {};  ///< of addresses, places and power; empty: everything
  double rim_m = 2000;             ///< streets: the rectangle around the outline and this far beyond it, so that walks
                                   ///< may leave the region and come back
  bool addresses = true;           ///< false: leave them out
};

}  // namespace veer::importers::osm
