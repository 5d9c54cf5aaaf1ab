#include "formats/geojson.hpp"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace veer::formats {

namespace {

// Keeps properties in the order of the file.
using Json = nlohmann::ordered_json;

constexpr std::size_t deepest = 32;  // a MultiPolygon needs 9; the rest is for properties

std::string quoted(const std::string& text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

void append_place(std::string& out, const geo::LonLat& place) {
  out += '[' + canonical_number(rounded_degrees(place.lon)) + ',' + canonical_number(rounded_degrees(place.lat)) + ']';
}

void append_outline(std::string& out, const geo::MultiPolygon& outline) {
  out += "{\"type\":\"MultiPolygon\",\"coordinates\":[";
  for (std::size_t p = 0; p < outline.size(); ++p) {
    out += p > 0 ? ",[" : "[";
    for (std::size_t r = 0; r < outline[p].size(); ++r) {
      out += r > 0 ? ",[" : "[";
      for (std::size_t i = 0; i < outline[p][r].size(); ++i) {
        if (i > 0) out += ',';
        append_place(out, outline[p][r][i]);
      }
      out += ']';
    }
    out += ']';
  }
  out += "]}";
}

/// The cell as JSON of its column's type, as text where that would change it.
std::string json_of(const std::string& cell, ColumnType type) {
  if (cell.empty()) return "null";
  const bool plain = (type == ColumnType::number && exact_number(cell)) ||
                     (type == ColumnType::integer && exact_integer(cell)) ||
                     (type == ColumnType::boolean && (cell == "true" || cell == "false"));
  return plain ? cell : quoted(cell);
}

void append_feature(std::string& out, const Layer& layer, std::size_t row) {
  const std::size_t first = layer.columns.front().name == "id" ? 1 : 0;
  out += "{\"type\":\"Feature\"";
  if (first == 1) out += ",\"id\":" + quoted(layer.rows[row][0]);
  out += ",\"properties\":{";
  for (std::size_t c = first; c < layer.columns.size(); ++c) {
    if (c > first) out += ',';
    out += quoted(layer.columns[c].name) + ':' + json_of(layer.rows[row][c], layer.columns[c].type);
  }
  out += "},\"geometry\":";
  if (layer.geometry == GeometryKind::point && layer.points[row]) {
    out += "{\"type\":\"Point\",\"coordinates\":";
    append_place(out, *layer.points[row]);
    out += '}';
  } else if (layer.geometry == GeometryKind::multipolygon && !layer.polygons[row].empty()) {
    append_outline(out, layer.polygons[row]);
  } else {
    out += "null";
  }
  out += '}';
}

/// Builds the layer feature by feature; every refusal names the feature's number.
class Reader {
 public:
  Reader(std::string layer_name, std::string shown_file) : shown_(std::move(shown_file)) {
    layer_.name = std::move(layer_name);
  }

  Result<Layer> read(const Json& root) {
    if (!root.is_object() || !root.contains("features") || !root["features"].is_array()) {
      return fail(wrong("formats.no_collection", {}));
    }
    for (const Json& feature : root["features"]) {
      ++number_;
      TRY_DONE(take_feature(feature));
    }
    return finish();
  }

 private:
  Error wrong(std::string key, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), std::to_string(number_));
    return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {shown_, layer_.name, 0, {}}, {}};
  }

  static std::string text_of(const Json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) return canonical_number(value.get<double>());
    return value.dump();
  }

  static ColumnType type_of(const Json& value) {
    if (value.is_number_integer()) return ColumnType::integer;
    if (value.is_number()) return ColumnType::number;
    if (value.is_boolean()) return ColumnType::boolean;
    return ColumnType::text;
  }

  Done take_feature(const Json& feature) {
    if (!feature.is_object() || feature.value("type", Json()) != "Feature")
      return fail(wrong("formats.no_feature", {}));
    ids_.push_back(feature.contains("id") ? text_of(feature["id"]) : std::string{});
    has_ids_ = has_ids_ || feature.contains("id");
    std::map<std::string, std::string>& cells = cells_.emplace_back();
    if (const auto properties = feature.find("properties"); properties != feature.end() && properties->is_object()) {
      for (const auto& [name, value] : properties->items()) {
        cells[name] = text_of(value);
        take_column(name, value);
      }
    }
    const auto geometry = feature.find("geometry");
    return take_geometry(geometry == feature.end() ? Json() : *geometry);
  }

  void take_column(const std::string& name, const Json& value) {
    const auto [at, is_new] = columns_.emplace(name, layer_.columns.size());
    if (is_new) {
      layer_.columns.push_back({name, type_of(value)});
      untyped_.push_back(value.is_null());
      return;
    }
    if (value.is_null()) return;
    Column& column = layer_.columns[at->second];
    const ColumnType type = type_of(value);
    if (untyped_[at->second]) {
      column.type = type;
      untyped_[at->second] = false;
    } else if (column.type != type) {
      const bool both_numbers = (column.type == ColumnType::number || column.type == ColumnType::integer) &&
                                (type == ColumnType::number || type == ColumnType::integer);
      column.type = both_numbers ? ColumnType::number : ColumnType::text;
    }
  }

  Done take_geometry(const Json& geometry) {
    layer_.points.emplace_back();
    layer_.polygons.emplace_back();
    if (geometry.is_null()) return {};
    const std::string type = geometry.is_object() ? geometry.value("type", std::string{}) : std::string{};
    const bool point = type == "Point";
    const bool outline = type == "Polygon" || type == "MultiPolygon";
    if ((!point && !outline) || !geometry.contains("coordinates"))
      return fail(wrong("formats.feature_geometry", {type}));
    const GeometryKind kind = point ? GeometryKind::point : GeometryKind::multipolygon;
    if (layer_.geometry != GeometryKind::none && layer_.geometry != kind)
      return fail(wrong("formats.feature_geometry", {type}));
    layer_.geometry = kind;
    const Json& coordinates = geometry["coordinates"];
    if (point) {
      TRY(layer_.points.back(), place_of(coordinates));
      return {};
    }
    if (type == "Polygon") {
      TRY(geo::Polygon polygon, polygon_of(coordinates));
      layer_.polygons.back().push_back(std::move(polygon));
      return {};
    }
    if (!coordinates.is_array()) return fail(wrong("formats.feature_coordinates", {}));
    for (const Json& part : coordinates) {
      TRY(geo::Polygon polygon, polygon_of(part));
      layer_.polygons.back().push_back(std::move(polygon));
    }
    return {};
  }

  Result<geo::LonLat> place_of(const Json& pair) const {
    if (!pair.is_array() || pair.size() < 2 || !pair[0].is_number() || !pair[1].is_number())
      return fail(wrong("formats.feature_coordinates", {}));
    const geo::LonLat place{pair[0].get<double>(), pair[1].get<double>()};
    if (!(std::fabs(place.lon) <= 180) || !(std::fabs(place.lat) <= 90)) {
      return fail(wrong("formats.feature_place", {canonical_number(place.lon), canonical_number(place.lat)}));
    }
    return place;
  }

  Result<geo::Polygon> polygon_of(const Json& rings) const {
    if (!rings.is_array() || rings.empty()) return fail(wrong("formats.feature_coordinates", {}));
    geo::Polygon polygon;
    for (const Json& places : rings) {
      if (!places.is_array()) return fail(wrong("formats.feature_coordinates", {}));
      geo::Ring ring;
      for (const Json& pair : places) {
        TRY(const geo::LonLat place, place_of(pair));
        ring.push_back(place);
      }
      if (ring.size() < 4 || !(ring.front() == ring.back())) return fail(wrong("formats.feature_ring", {}));
      polygon.push_back(std::move(ring));
    }
    return polygon;
  }

  Result<Layer> finish() {
    // A property named id gives way to the id of the feature: two columns of one name would be ambiguous.
    std::vector<Column> columns;
    if (has_ids_) columns.push_back({"id", ColumnType::text});
    for (const Column& column : layer_.columns)
      if (!has_ids_ || column.name != "id") columns.push_back(column);
    for (std::size_t r = 0; r < cells_.size(); ++r) {
      std::vector<std::string>& row = layer_.rows.emplace_back();
      if (has_ids_) row.push_back(ids_[r]);
      for (std::size_t c = has_ids_ ? 1 : 0; c < columns.size(); ++c) {
        const auto cell = cells_[r].find(columns[c].name);
        row.push_back(cell == cells_[r].end() ? std::string{} : cell->second);
      }
    }
    layer_.columns = std::move(columns);
    if (layer_.geometry != GeometryKind::point) layer_.points.clear();
    if (layer_.geometry != GeometryKind::multipolygon) layer_.polygons.clear();
    return std::move(layer_);
  }

  Layer layer_;
  std::string shown_;
  std::size_t number_ = 0;
  bool has_ids_ = false;
  std::vector<std::string> ids_;
  std::vector<std::map<std::string, std::string>> cells_;
  std::map<std::string, std::size_t> columns_;
  std::vector<bool> untyped_;  ///< columns that had only null so far
};

}  // namespace

bool json_nesting_within(std::string_view text, std::size_t most) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > most) return false;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return true;
}

std::string to_geojson(const Layer& layer) {
  ENSURE(!layer.columns.empty(), "a layer without columns cannot be written as GeoJSON");
  std::string out = "{\"type\":\"FeatureCollection\",\"features\":[\n";
  for (std::size_t r = 0; r < layer.rows.size(); ++r) {
    append_feature(out, layer, r);
    out += r + 1 < layer.rows.size() ? ",\n" : "\n";
  }
  out += "]}\n";
  return out;
}

std::string outline_json(const geo::MultiPolygon& outline) {
  std::string out;
  append_outline(out, outline);
  return out;
}

Result<geo::MultiPolygon> parse_outline(const std::string& text, const std::string& shown_file) {
  TRY(Layer layer, parse_geojson(R"({"features":[{"type":"Feature","geometry":)" + text + "}]}", {}, shown_file));
  if (layer.geometry != GeometryKind::multipolygon || layer.polygons.size() != 1) {
    return fail(Error{ErrorKind::invalid_input, {"formats.feature_geometry", {"1", ""}}, {shown_file, {}, 0, {}}, {}});
  }
  return std::move(layer.polygons.front());
}

Result<Layer> parse_geojson(std::string_view text, std::string layer_name, const std::string& shown_file) {
  const auto refused = [&shown_file](std::string key, std::vector<std::string> arguments) {
    return fail(Error{ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {shown_file, {}, 0, {}}, {}});
  };
  if (!json_nesting_within(text, deepest)) return refused("formats.json_too_deep", {std::to_string(deepest)});
  try {
    return Reader(std::move(layer_name), shown_file).read(Json::parse(text));
  } catch (const nlohmann::json::parse_error& problem) {
    return refused("formats.broken_json", {std::to_string(problem.byte)});
  } catch (const nlohmann::json::exception&) {
    return refused("formats.broken_json", {"0"});
  }
}

Result<Layer> read_geojson(const std::filesystem::path& path, std::string layer_name, std::size_t most_bytes) {
  TRY(const std::string text, read_file(path, most_bytes));
  return parse_geojson(text, std::move(layer_name), path.filename().string());
}

}  // namespace veer::formats
