#include "importers/package/forms.hpp"

#include <charconv>
#include <cmath>

#include "formats/geopackage.hpp"

namespace veer::importers {

namespace {

using formats::GeometryKind;
using formats::Layer;

constexpr std::string_view areas_table = "areas";

std::optional<double> number_of(const std::string& cell) {
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The place that lon and lat of the row name; none when a cell is empty or no number, or no such place is on earth.
std::optional<geo::LonLat> place_of(const std::vector<std::string>& row, std::size_t lon, std::size_t lat) {
  const auto x = number_of(row[lon]);
  const auto y = number_of(row[lat]);
  if (!x || !y || std::fabs(*x) > 180 || std::fabs(*y) > 90) return std::nullopt;
  return geo::LonLat{*x, *y};
}

Layer text_layer(const formats::Table& table) {
  Layer layer;
  layer.name = table.name;
  for (const std::string& column : table.columns) layer.columns.push_back({column, formats::ColumnType::text});
  layer.rows = table.rows;
  return layer;
}

/// Areas carry their outline, tables with lon and lat a point. Outlines that found a row leave `outlines`.
Layer layer_of(const formats::Table& table, const region::TableSchema& schema,
               std::map<std::string, geo::MultiPolygon>& outlines) {
  Layer layer = text_layer(table);
  for (std::size_t c = 0; c < layer.columns.size(); ++c) layer.columns[c].type = schema.columns[c].type;
  const auto lon = table.column("lon");
  const auto lat = table.column("lat");
  if (table.name == areas_table) {
    const auto id = table.column("id");
    ENSURE(id, "every table of the schema has a column id");
    layer.geometry = GeometryKind::multipolygon;
    for (const auto& row : layer.rows) {
      auto found = outlines.extract(row[*id]);
      layer.polygons.push_back(found ? std::move(found.mapped()) : geo::MultiPolygon{});
    }
  } else if (lon && lat) {
    layer.geometry = GeometryKind::point;
    for (const auto& row : layer.rows) layer.points.push_back(place_of(row, *lon, *lat));
  }
  return layer;
}

formats::Table table_of(const Layer& layer, const std::string& file) {
  formats::Table table;
  table.name = layer.name;
  table.file = file;
  for (const formats::Column& column : layer.columns) table.columns.push_back(column.name);
  table.rows = layer.rows;
  return table;
}

void take_outlines(const Layer& layer, const formats::Table& table, RawPackage& raw, Diagnostics& notes) {
  const auto id = table.column("id");
  if (!id || layer.geometry != GeometryKind::multipolygon) return;
  for (std::size_t r = 0; r < layer.rows.size(); ++r) {
    if (layer.polygons[r].empty()) continue;
    const std::string& area = layer.rows[r][*id];
    if (!raw.meta.outlines.emplace(area, layer.polygons[r]).second) {
      notes.error({"importers.outline_twice", {area}}, {table.file, table.name, table.line(r), {}});
    }
  }
}

/// Who moves a point on the map expects it to have moved: say that lon and lat decide.
void warn_moved(const Layer& layer, const formats::Table& table, Diagnostics& notes) {
  const auto lon = table.column("lon");
  const auto lat = table.column("lat");
  const auto id = table.column("id");
  if (!lon || !lat || !id || layer.geometry != GeometryKind::point) return;
  constexpr double apart = 1e-6;  // a tenth of a metre
  for (std::size_t r = 0; r < layer.rows.size(); ++r) {
    const auto said = place_of(layer.rows[r], *lon, *lat);
    const auto& drawn = layer.points[r];
    if (!said || !drawn) continue;
    if (std::fabs(said->lon - drawn->lon) > apart || std::fabs(said->lat - drawn->lat) > apart) {
      notes.warn({"importers.point_moved", {layer.rows[r][*id]}}, {table.file, table.name, table.line(r), {}});
    }
  }
}

}  // namespace

Result<RawPackage> read_geopackage_form(const std::filesystem::path& path, Diagnostics& notes) {
  TRY(const auto layers, formats::read_geopackage(path));
  RawPackage raw;
  raw.missing_key = "importers.table_missing_layer";
  raw.file = path.filename().string();
  bool described = false;
  for (const Layer& layer : layers) {
    formats::Table table = table_of(layer, raw.file);
    if (layer.name == metadata_table) {
      take_metadata_rows(table, raw.meta, notes);
      described = true;
    } else if (layer.name == outlines_table) {
      take_outlines(layer, table, raw, notes);
    } else if (region::schema(layer.name) != nullptr) {
      if (layer.name == areas_table) take_outlines(layer, table, raw, notes);
      warn_moved(layer, table, notes);
      raw.tables.push_back(std::move(table));
    } else if (layer.name != "layer_styles") {  // QGIS keeps its styles there
      warn_unknown_table(layer.name, raw.file, notes);
    }
  }
  if (!described) notes.error({"importers.table_missing_layer", {std::string(metadata_table)}}, {raw.file, {}, 0, {}});
  return raw;
}

Done write_geopackage_form(const region::Tables& tables, const std::filesystem::path& path) {
  auto outlines = tables.outlines;
  std::vector<Layer> layers;
  for (const region::TableSchema& schema : region::schemas())
    layers.push_back(layer_of(tables.tables.at(std::string(schema.name)), schema, outlines));
  layers.push_back(text_layer(metadata_rows(tables)));
  if (!outlines.empty()) {
    Layer rest;
    rest.name = std::string(outlines_table);
    rest.columns = {{"id", formats::ColumnType::text}};
    rest.geometry = GeometryKind::multipolygon;
    for (auto& [id, outline] : outlines) {
      rest.rows.push_back({id});
      rest.polygons.push_back(std::move(outline));
    }
    layers.push_back(std::move(rest));
  }
  return formats::write_geopackage(path, layers);
}

}  // namespace veer::importers
