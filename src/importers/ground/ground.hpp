#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/ground/draft.hpp"
#include "importers/ground/facts.hpp"
#include "importers/ground/territory.hpp"

namespace veer::importers::ground {

/// A town, village or quarter of the region, by index in Facts::places.
struct NamedPlace {
  std::size_t fact = 0;
  std::string municipality;
  geo::RdMetres at;
};

/// What every generator works with: the facts, where people live, and the tables under construction.
struct Ground {
  const Facts& facts;
  const Territory& territory;
  Draft& draft;
  std::vector<NamedPlace> named_places = {};  ///< filled by find_named_places, before any generator
};

/// How the rows of people name where their figures come from.
struct PeopleOrigin {
  std::string areas;        ///< source of `areas`
  std::string cells;        ///< source of `cells`
  std::string zones;        ///< source of `zones`
  std::string homes;        ///< parameter of the thermal time constant of homes
  bool coded_names = true;  ///< "2511 Den Haag": the id goes before the name
};

void find_named_places(Ground& ground);  ///< keeps the places of the region, with their municipality
void add_people(Ground& ground, const PeopleOrigin& origin);  ///< areas, zones, cells
void add_services(Draft& draft);                              ///< the vital processes and daily needs

/// An asset's need of electricity from the feeding area at the place; returns the need's id for its back-ups.
std::string power(Ground& ground, const std::string& asset, geo::LonLat place);

/// An asset's need of any of the suppliers; returns the need's id.
std::string any_of(Ground& ground, const std::string& asset, const std::string& service,
                   std::vector<std::string> suppliers);

/// "Verpleeghuis De Kreek" → "verpleeghuis-de-kreek": lower-case ASCII letters, digits and single hyphens.
[[nodiscard]] std::string slug(std::string_view text);

/// The town, village or quarter of the same municipality that lies nearest: "Leidschenveen".
[[nodiscard]] std::string neighbourhood(const Ground& ground, geo::LonLat place);

/// "Voedingsgebied Leidschenveen 31-01": what it is, whereabouts, and which one.
[[nodiscard]] std::string in_neighbourhood(const Ground& ground, std::string_view word, geo::LonLat place,
                                           std::string_view number);

/// "03" for 3.
[[nodiscard]] std::string two_digits(std::size_t number);

}  // namespace veer::importers::ground
