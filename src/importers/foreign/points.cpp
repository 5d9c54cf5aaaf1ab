#include "importers/foreign/points.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "geo/reference.hpp"
#include "importers/foreign/columns.hpp"
#include "importers/foreign/values.hpp"

namespace veer::importers::foreign {

namespace {

using Places = std::vector<std::optional<geo::LonLat>>;

std::string cell(const Rows& rows, const Columns& columns, std::size_t row, Meaning meaning) {
  const auto column = columns.find(meaning);
  return column ? rows.rows[row][*column] : std::string();
}
std::string cell(const Rows& rows, const Columns& columns, std::size_t row, std::string_view name) {
  const auto column = columns.find(name);
  return column ? rows.rows[row][*column] : std::string();
}

std::vector<std::optional<geo::Pair>> pairs_of(const Rows& rows, std::pair<std::size_t, std::size_t> at,
                                               std::optional<double> (*read)(std::string_view)) {
  std::vector<std::optional<geo::Pair>> pairs;
  for (const auto& row : rows.rows) {
    const auto x = read(row[at.first]);
    const auto y = read(row[at.second]);
    // 0, 0 is how programs write that they do not know.
    const bool known = x && y && !(*x == 0 && *y == 0);
    pairs.push_back(known ? std::optional(geo::Pair{*x, *y}) : std::nullopt);
  }
  return pairs;
}

geo::Reference reference(const std::vector<std::optional<geo::Pair>>& pairs) {
  std::vector<geo::Pair> known;
  for (const auto& pair : pairs)
    if (pair) known.push_back(*pair);
  return geo::reference_of(known);
}

Error place_error(const char* key, const Rows& rows, std::pair<std::size_t, std::size_t> at, const PartReport& report) {
  std::size_t row = 0;
  while (row + 1 < rows.rows.size() && (!number(rows.rows[row][at.first]) || !number(rows.rows[row][at.second]))) ++row;
  return {ErrorKind::invalid_input,
          {key,
           {rows.columns[at.first].name, rows.columns[at.second].name, rows.rows[row][at.first],
            rows.rows[row][at.second]}},
          {report.file, report.part, rows.line(row), rows.columns[at.first].name},
          {}};
}

/// "52.05353-4.31699": what a thing without an id is called by, to a metre.
std::string by_place(geo::LonLat place) {
  const geo::LonLat at = geo::rounded(place, 5);
  return canonical_number(at.lat) + "-" + canonical_number(at.lon);
}

/// The gas stations of OpenStreetMap, the towns, and what else a file tells of each row.
std::string kind_of(const Rows& rows, const Columns& columns, std::size_t row, Content content) {
  switch (content) {
    case Content::places_of_interest:
      return cell(rows, columns, row, "osm_key") + "=" + cell(rows, columns, row, "osm_value");
    case Content::named_places:
      return cell(rows, columns, row, "place");
    case Content::power_nodes:
      return cell(rows, columns, row, "voltage");
    case Content::sewage_plants:
      return "sewage_plant";
    default:
      return cell(rows, columns, row, Meaning::kind);
  }
}

/// A node of the power grid at which lines only meet is nothing that can fail by itself.
bool is_station(const Rows& rows, const Columns& columns, std::size_t row) {
  const std::string type = plain_name(cell(rows, columns, row, columns.has("typ") ? "typ" : "symbol"));
  return type == "substation" || type == "station" || type == "plant";
}

Result<std::vector<AddressRow>> placed(const Rows& rows, PartReport& report,
                                       const std::function<const char*(std::size_t)>& why_not) {
  const Columns columns(rows.column_names());
  TRY(const Places places, places_of(rows, report));
  std::vector<AddressRow> addresses;
  report.rows_read += rows.rows.size();
  addresses.reserve(rows.rows.size());
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    if (const char* reason = why_not(row); reason != nullptr) {
      report.drop(reason, rows.line(row));
    } else if (!places[row]) {
      report.drop("no_place", rows.line(row));
    } else {
      std::string at = cell(rows, columns, row, Meaning::postcode6);
      if (at.empty()) at = cell(rows, columns, row, Meaning::postcode);
      addresses.push_back({*places[row], at.empty() ? at : postcode(at)});
    }
  }
  return addresses;
}

}  // namespace

Result<Places> places_of(const Rows& rows, const PartReport& report) {
  if (rows.geometry == formats::GeometryKind::point) return rows.points;
  const Columns columns(rows.column_names());
  const auto at = columns.place();
  if (!at) return Places(rows.rows.size());
  auto pairs = pairs_of(rows, *at, number);
  geo::Reference read_as = reference(pairs);
  if (read_as == geo::Reference::unknown) {
    auto again = pairs_of(rows, *at, number_with_thousands);
    if (const geo::Reference other = reference(again);
        other == geo::Reference::rd || other == geo::Reference::rd_swapped) {
      read_as = other;
      pairs = std::move(again);
    }
  }
  const bool any = std::any_of(pairs.begin(), pairs.end(), [](const auto& pair) { return pair.has_value(); });
  if (!any) return Places(rows.rows.size());
  if (read_as == geo::Reference::wgs84_swapped || read_as == geo::Reference::rd_swapped)
    return fail(place_error("importers.foreign.swapped", rows, *at, report));
  if (read_as == geo::Reference::unknown) return fail(place_error("importers.foreign.no_system", rows, *at, report));
  Places places;
  places.reserve(pairs.size());
  for (const auto& pair : pairs) {
    const bool good = pair && geo::reference_of(*pair) == read_as;
    if (!good)
      places.emplace_back();
    else if (read_as == geo::Reference::rd)
      places.emplace_back(geo::to_lonlat({pair->x, pair->y}));
    else
      places.emplace_back(geo::LonLat{pair->x, pair->y});
  }
  return places;
}

Result<std::vector<AddressRow>> read_addresses(const Rows& rows, PartReport& report) {
  return placed(rows, report, [](std::size_t) { return nullptr; });
}

Result<std::vector<AddressRow>> read_homes(const Rows& rows, PartReport& report) {
  const Columns columns(rows.column_names());
  const std::size_t function = *columns.find(Meaning::function);
  const auto status = columns.find("status");
  return placed(rows, report, [&](std::size_t row) -> const char* {
    if (rows.rows[row][function].find("woonfunctie") == std::string::npos) return "no_home";
    // A unit that is planned, withdrawn or wrongly entered is none.
    const std::string text = status ? rows.rows[row][*status] : std::string();
    const bool lived_in = text.empty() || text.find("in gebruik") != std::string::npos ||
                          text.find("Plaats aangewezen") != std::string::npos ||
                          text.find("Verbouwing") != std::string::npos;
    return lived_in ? nullptr : "not_in_use";
  });
}

Result<std::vector<Thing>> read_things(const Rows& rows, PartReport& report) {
  const Columns columns(rows.column_names());
  TRY(const Places places, places_of(rows, report));
  std::vector<Thing> things;
  std::set<std::string> keys;
  report.rows_read += rows.rows.size();
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    Thing thing;
    thing.kind = kind_of(rows, columns, row, report.content);
    thing.name = without_entities(cell(rows, columns, row, Meaning::name));
    thing.place = places[row];
    thing.municipality = code(cell(rows, columns, row, Meaning::municipality_code), "GM", 4);
    thing.level = cell(rows, columns, row, Meaning::level);
    thing.functions = cell(rows, columns, row, Meaning::function);
    thing.capacity = number(cell(rows, columns, row, Meaning::capacity));
    if (report.content == Content::power_nodes && !is_station(rows, columns, row)) {
      report.drop("no_station", rows.line(row));
      continue;
    }
    if (!thing.place && report.content != Content::sewage_plants) {
      report.drop("no_place", rows.line(row));
      continue;
    }
    thing.key = cell(rows, columns, row, Meaning::identifier);
    if (thing.key.empty()) thing.key = thing.place ? by_place(*thing.place) : folded_name(thing.name);
    if (!keys.insert(thing.kind + "/" + thing.key).second) {
      report.drop("key_twice", rows.line(row));
      continue;
    }
    things.push_back(std::move(thing));
  }
  return things;
}

Result<std::vector<ConnectionRow>> read_connections(const Rows& rows, PartReport& report) {
  const Columns columns(rows.column_names());
  std::map<std::string, std::int64_t> by_postcode;
  report.rows_read += rows.rows.size();
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    const std::string product = cell(rows, columns, row, "productsoort");
    const std::string at = postcode(cell(rows, columns, row, "postcode_van"));
    const auto connections = count(cell(rows, columns, row, "aansluitingen_aantal"));
    if (!product.empty() && product != "ELK") {
      report.drop("gas", rows.line(row));
    } else if (at.empty()) {
      report.drop("no_code", rows.line(row));
    } else if (!connections) {
      report.drop("no_figure", rows.line(row));
    } else {
      by_postcode[at.substr(0, 4)] += *connections;
    }
  }
  std::vector<ConnectionRow> out;
  for (const auto& [at, connections] : by_postcode) out.push_back({at, connections});
  return out;
}

}  // namespace veer::importers::foreign
