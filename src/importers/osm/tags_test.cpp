#include "importers/osm/tags.hpp"

#include <doctest/doctest.h>

using namespace veer::importers::osm;

TEST_CASE("tags: every sort of street and path may be walked, roads for vehicles only may not") {
  for (const char* highway : {"footway", "path", "pedestrian", "steps", "living_street", "residential", "service",
                              "unclassified", "tertiary", "secondary", "primary_link", "track", "cycleway"})
    CHECK_MESSAGE(walkable({.highway = highway}) == Walkable::yes, highway);
  for (const char* highway : {"motorway", "trunk", "trunk_link", "busway"})
    CHECK_MESSAGE(walkable({.highway = highway}) == Walkable::for_vehicles_only, highway);
  for (const char* highway : {"", "proposed", "construction", "platform", "Footway"})
    CHECK_MESSAGE(walkable({.highway = highway}) == Walkable::no_street, highway);
}

TEST_CASE("tags: the word on walking goes before the word on everyone") {
  CHECK(walkable({.highway = "path", .access = "private"}) == Walkable::forbidden);
  CHECK(walkable({.highway = "path", .access = "no"}) == Walkable::forbidden);
  CHECK(walkable({.highway = "path", .access = "permissive"}) == Walkable::yes);
  CHECK(walkable({.highway = "path", .foot = "yes", .access = "no"}) == Walkable::yes);
  CHECK(walkable({.highway = "path", .foot = "no"}) == Walkable::forbidden);
  CHECK(walkable({.highway = "cycleway", .foot = "use_sidepath"}) == Walkable::forbidden);
  CHECK(walkable({.highway = "trunk", .foot = "designated"}) == Walkable::yes);
  CHECK(walkable({.highway = "primary", .motorroad = "yes"}) == Walkable::for_vehicles_only);
}

TEST_CASE("tags: a gate stops who walks only when it says so") {
  CHECK(!stops_walkers("", "no", ""));
  CHECK(!stops_walkers("gate", "", ""));
  CHECK(!stops_walkers("gate", "yes", "private"));
  CHECK(stops_walkers("gate", "", "private"));
  CHECK(stops_walkers("bollard", "no", ""));
}

TEST_CASE("tags: places of one key stand together, as the reader expects") {
  std::string_view last;
  int changes = 0;
  for (const PlaceTag& tag : place_tags()) {
    if (tag.key != last) ++changes;
    last = tag.key;
  }
  CHECK(changes == 3);
}
