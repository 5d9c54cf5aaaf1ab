#include "importers/foreign/content.hpp"

#include <algorithm>
#include <initializer_list>

#include "importers/foreign/columns.hpp"
#include "region/schema.hpp"

namespace veer::importers::foreign {

namespace {

/// Whether the table has exactly the columns of a table of our own package.
bool of_package(const std::vector<std::string>& columns) {
  return std::any_of(region::schemas().begin(), region::schemas().end(), [&columns](const auto& schema) {
    return columns.size() == schema.columns.size() &&
           std::equal(columns.begin(), columns.end(), schema.columns.begin(),
                      [](const std::string& name, const auto& column) { return name == column.name; });
  });
}

}  // namespace

Content recognised(const std::vector<std::string>& names, formats::GeometryKind geometry) {
  const Columns columns(names);
  const auto all = [&columns](std::initializer_list<std::string_view> wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&columns](std::string_view name) { return columns.has(name); });
  };
  const bool polygons = geometry == formats::GeometryKind::multipolygon;
  const bool placed = geometry == formats::GeometryKind::point || columns.place().has_value();
  const bool area_code = columns.has(Meaning::neighbourhood_code) || columns.has(Meaning::district_code) ||
                         columns.has(Meaning::municipality_code) || columns.has(Meaning::municipality_name) ||
                         columns.has(Meaning::postcode) || columns.has(Meaning::postcode5) ||
                         columns.has(Meaning::postcode6) || columns.has(Meaning::region_code);
  if (of_package(names)) return Content::region_package;
  if (all({"id", "parameter", "low", "typical", "high", "distribution"})) return Content::parameters;
  if (all({"netbeheerder", "postcode_van", "aansluitingen_aantal"})) return Content::connections;
  if (all({"measure", "value"}) && columns.has(Meaning::region_code)) return Content::statline_rows;
  if (all({"identifier", "title"}) && !placed) return Content::statline_measures;
  if (all({"osm_key", "osm_value"}) && placed) return Content::places_of_interest;
  if (all({"departure", "arrival"})) return Content::travel_times;
  if (all({"ziekenhuisnummer"}) && placed) return Content::hospitals;
  if (all({"rwzi_name"})) return Content::sewage_plants;
  if (all({"v_id", "lon", "lat", "voltage"}) || all({"bus_id", "voltage", "x", "y"})) return Content::power_nodes;
  if (all({"l_id", "v_id_1", "v_id_2"}) || all({"line_id", "bus0", "bus1"}) || all({"link_id", "bus0", "bus1"}) ||
      all({"transformer_id"}) || all({"generator_id", "bus_id"}))
    return Content::power_other;
  if (columns.has("gebruiksdoel") && columns.has(Meaning::identifier) && !polygons) return Content::homes;
  if (columns.has("bouwjaar") && columns.has(Meaning::identifier) && polygons) return Content::buildings;
  if (columns.has(Meaning::house_number) && placed) return Content::addresses;
  if (all({"place", "name"}) && placed) return Content::named_places;
  if (all({"type", "name", "municipality_code"}) && placed) return Content::facilities;
  if (all({"level", "code", "name"}) && placed) return Content::labels;
  if (columns.has(Meaning::municipality_code) && all({"0_9", "20_29", "30_39"})) return Content::age_decades;
  if (area_code && (columns.has(Meaning::residents) || (polygons && !columns.has(Meaning::name))))
    return Content::census;
  if (polygons && columns.has("layer") && columns.has("class")) return Content::background;
  if (polygons) return Content::boundaries;
  if (placed && (columns.has(Meaning::name) || columns.has(Meaning::identifier))) return Content::sites;
  return Content::unknown;
}

bool is_used(Content content) { return content < Content::power_other; }

std::string_view word(Content content) {
  switch (content) {
    case Content::osm_map:
      return "osm_map";
    case Content::census:
      return "census";
    case Content::statline_rows:
      return "statline_rows";
    case Content::statline_measures:
      return "statline_measures";
    case Content::age_decades:
      return "age_decades";
    case Content::addresses:
      return "addresses";
    case Content::homes:
      return "homes";
    case Content::places_of_interest:
      return "places_of_interest";
    case Content::named_places:
      return "named_places";
    case Content::facilities:
      return "facilities";
    case Content::hospitals:
      return "hospitals";
    case Content::sewage_plants:
      return "sewage_plants";
    case Content::power_nodes:
      return "power_nodes";
    case Content::connections:
      return "connections";
    case Content::sites:
      return "sites";
    case Content::parameters:
      return "parameters";
    case Content::power_other:
      return "power_other";
    case Content::labels:
      return "labels";
    case Content::buildings:
      return "buildings";
    case Content::boundaries:
      return "boundaries";
    case Content::background:
      return "background";
    case Content::travel_times:
      return "travel_times";
    case Content::street_graph:
      return "street_graph";
    case Content::region_package:
      return "region_package";
    case Content::unknown:
      break;
  }
  return "unknown";
}

}  // namespace veer::importers::foreign
