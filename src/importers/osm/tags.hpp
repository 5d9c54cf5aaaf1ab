#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace veer::importers::osm {

/// Whether one may walk along a way, and why not.
enum class Walkable : std::uint8_t {
  yes,
  no_street,          ///< nothing of a street: no highway, or one that is only planned
  for_vehicles_only,  ///< motorway, trunk road, busway, … without a word that one may walk there
  forbidden           ///< foot=no, or private
};

/// The tags of a way that decide on walking; empty: not set.
struct StreetTags {
  std::string_view highway = {};
  std::string_view foot = {};
  std::string_view access = {};
  std::string_view motorroad = {};
};

/// The rules for the Netherlands: every street, path and cycleway may be walked, both ways, unless its tags forbid it;
/// `foot` goes before `access`. Not motorways, trunk roads and busways, except where `foot` allows it.
/// @source docs/method/walking.md, section "Streets"; OpenStreetMap wiki, OSM tags for routing/Access restrictions
[[nodiscard]] Walkable walkable(const StreetTags& tags);

/// Whether a gate, bollard or stile (a node with the tag barrier) stops who walks.
[[nodiscard]] bool stops_walkers(std::string_view barrier, std::string_view foot, std::string_view access);

/// A kind of place that a region uses: "amenity" and "school".
struct PlaceTag {
  std::string_view key;
  std::string_view value;
};
/// Candidates for support points, and what people and care depend on; with one key the tags stand together.
[[nodiscard]] std::span<const PlaceTag> place_tags();

}  // namespace veer::importers::osm
